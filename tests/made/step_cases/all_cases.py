"""One case for each form of `forms.all_forms.STEP_FORMS`: what the generic tests walk through.

A new form adds a StepCase to the CASES of its family's file beside this one:

    StepCase(
        StartWorks,                       # the form
        "planner",                        # who fills it in: "planner", "contractor", "authority"
        granted,                          # brings works to where the step may be taken: `bringing`
        lambda works: {"actual_start_date": moment(minutes=-5)},  # what is typed, by field
        shows="In progress",              # what the details then show, and did not before
    )

What is typed takes the place of what the form begins with; values are as `forms.kinds.Kind` has
them, but for attachments: those are a list of names of files that are made up. The line of what it
is about is found in the details by the kind of record that the form takes; `which` picks one of
several.

The cases of one account come one after the other: to sign in as another takes as long as a step.
"""

from operator import attrgetter

from .assess import CASES as _ASSESS
from .case import StepCase
from .changes import CASES as _CHANGES
from .notices import CASES as _NOTICES
from .permits import CASES as _PERMITS
from .progress import CASES as _PROGRESS
from .sites import CASES as _SITES

_BY_FAMILY = (*_PROGRESS, *_ASSESS, *_CHANGES, *_SITES, *_PERMITS, *_NOTICES)
CASES: tuple[StepCase, ...] = tuple(sorted(_BY_FAMILY, key=attrgetter("who"), reverse=True))
