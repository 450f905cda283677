"""Cases of the progress of works: from start to stop, comments, files."""

from street_works.plugin.forms.steps.start_works import StartWorks

from .bringing import granted
from .case import StepCase, moment

CASES: tuple[StepCase, ...] = (
    StepCase(
        StartWorks,
        "planner",
        granted,
        lambda works: {"actual_start_date": moment(minutes=-5)},
        shows="In progress",
    ),
)
