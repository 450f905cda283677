"""All forms: those about what is there already, and what every form sends."""

from typing import Any

from ..drafts.sending import Operation
from .about import FormAbout
from .application.announcement import Announcement
from .application.form import Application
from .application.new_works import NewWorks
from .application.non_notifiable import NonNotifiableSite
from .form import Form
from .steps.add_permit import AddPermit
from .steps.assess_permit import GrantPermit, RefusePermit, RequestModification, RevokePermit
from .steps.attach_files import AttachFiles
from .steps.cancel_permit import CancelPermit
from .steps.change_permit import ChangePermit, ExtendWorks, ImposeConditions
from .steps.comments import MarkAsRead, Reply, WriteComment
from .steps.decide_change import ChallengeChange, GrantChange, RefuseChange
from .steps.forward_plans import CancelPlan, ChangePlan
from .steps.give_penalty import GivePenalty
from .steps.log_inspection import LogInspection
from .steps.penalties import (
    AcceptPenalty,
    DisputePenalty,
    NoteDiscountedPayment,
    NotePayment,
    WithdrawPenalty,
)
from .steps.permit_charges import AcknowledgePermit, AssessLaneRental, SetDiscount
from .steps.scheduled_inspection import CancelInspection, ScheduleInspection
from .steps.section_81 import (
    AcceptSection81,
    AcknowledgeSection81,
    CancelSection81,
    RejectSection81,
    ReportRepair,
    ResolveSection81,
)
from .steps.sites import AddSite, ReinstateInterim, ReinstatePermanent
from .steps.start_works import StartWorks
from .steps.stop_works import StopWorks
from .steps.take_back import RevertStart, RevertStop
from .steps.whole_works import SetFinalReinstatement, SetInspectionUnits

STEP_FORMS: tuple[type[FormAbout[Any, Any]], ...] = (
    AddPermit,
    StartWorks,
    RevertStart,
    StopWorks,
    RevertStop,
    SetInspectionUnits,
    SetFinalReinstatement,
    CancelPermit,
    ChangePermit,
    ExtendWorks,
    ImposeConditions,
    GrantPermit,
    RefusePermit,
    RequestModification,
    RevokePermit,
    SetDiscount,
    AssessLaneRental,
    AcknowledgePermit,
    GrantChange,
    ChallengeChange,
    RefuseChange,
    GivePenalty,
    AcceptPenalty,
    DisputePenalty,
    WithdrawPenalty,
    NotePayment,
    NoteDiscountedPayment,
    AcknowledgeSection81,
    AcceptSection81,
    ReportRepair,
    RejectSection81,
    ResolveSection81,
    CancelSection81,
    AddSite,
    ReinstateInterim,
    ReinstatePermanent,
    ChangePlan,
    CancelPlan,
    LogInspection,
    ScheduleInspection,
    CancelInspection,
    WriteComment,
    Reply,
    MarkAsRead,
    AttachFiles,
)  # fmt: skip
"""The forms that are offered where works and what belongs to them are seen, in that order."""

NEW_WORKS: tuple[type[NewWorks[Any]], ...] = (Application, Announcement, NonNotifiableSite)
"""The forms that are offered for the extent on the desk."""
OF_ONE_WORKS = frozenset({"file_ids", *(form.reference for form in NEW_WORKS)})
"""Answers on them that can belong to one works alone: their references, and the files."""

FORMS: tuple[type[Form[Any, Any]], ...] = (*NEW_WORKS, *STEP_FORMS)
OPERATIONS: dict[str, Operation] = {form.operation.name: form.operation for form in FORMS}
"""Everything that the forms send, by its name in the journal."""
