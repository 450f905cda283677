"""Cases of the progress of works: from start to stop, comments, files."""

from street_works.plugin.forms.steps.start_works import StartWorks
from street_works.plugin.forms.steps.stop_works import StopWorks
from street_works.plugin.forms.steps.take_back import RevertStart, RevertStop

from .bringing import granted, started, stopped
from .case import StepCase, moment

CASES: tuple[StepCase, ...] = (
    StepCase(
        StartWorks,
        "planner",
        granted,
        lambda works: {"actual_start_date": moment(minutes=-5)},
        shows="In progress",
    ),
    StepCase(
        RevertStart,
        "planner",
        started,
        lambda works: {"revert_reason": "The crew was sent elsewhere"},
        shows="sent elsewhere",
    ),
    StepCase(
        StopWorks,
        "contractor",
        started,
        lambda works: {"actual_stop_date": moment(minutes=-5)},
        shows="Actual stop",
    ),
    StepCase(
        RevertStop,
        "planner",
        stopped,
        lambda works: {"revert_reason": "The trench is still open"},
        shows="still open",
    ),
)
