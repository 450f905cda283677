"""Cases of the progress of works: from start to stop, comments, files."""

from street_works.plugin.forms.steps.attach_files import AttachFiles
from street_works.plugin.forms.steps.cancel_permit import CancelPermit
from street_works.plugin.forms.steps.comments import MarkAsRead, Reply, WriteComment
from street_works.plugin.forms.steps.start_works import StartWorks
from street_works.plugin.forms.steps.stop_works import StopWorks
from street_works.plugin.forms.steps.take_back import RevertStart, RevertStop
from street_works.plugin.forms.steps.whole_works import (
    SetFinalReinstatement,
    SetInspectionUnits,
)

from .bringing import commented, granted, reinstated, started, stopped
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
    StepCase(
        SetInspectionUnits,
        "contractor",
        reinstated,
        lambda works: {"inspection_units": "3"},
        shows="Inspection units\t3",
    ),
    StepCase(
        SetFinalReinstatement,
        "planner",
        reinstated,
        lambda works: {"final_reinstatement": True},
        shows="Final reinstatement\tYes",
    ),
    StepCase(
        CancelPermit,
        "planner",
        granted,
        lambda works: {"additional_comments": "The customer moved away"},
        shows="Cancelled",
    ),
    StepCase(
        WriteComment,
        "contractor",
        granted,
        lambda works: {"topic": "SECTION_74", "detail": "We finish on Friday", "is_internal": True},
        shows="We finish on Friday",
    ),
    StepCase(
        Reply,
        "planner",
        commented,
        lambda works: {"detail": "At nine, by the bank"},
        shows="At nine, by the bank",
    ),
    StepCase(
        MarkAsRead,
        "planner",
        commented,
        lambda works: {"internal_user_name": "Jo Bloggs"},
        shows="Comment read",
    ),
    StepCase(
        AttachFiles,
        "contractor",
        granted,
        lambda works: {"file_ids": ["traffic.pdf", "photo.jpg"]},
        shows="traffic.pdf",
    ),
)
