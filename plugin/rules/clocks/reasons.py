"""Why something needs a planner, and the clocks that may run with it."""

from collections.abc import Mapping
from typing import Optional

from ...trade.vocabulary.clocks import Clock, Reason
from ...trade.vocabulary.forward_plans import ForwardPlanStatus
from ...trade.vocabulary.inspections import InspectionOutcome
from ...trade.vocabulary.notices import PenaltyStatus, Section81Status
from ...trade.vocabulary.permits import ChangeKind, PermitStatus
from ...trade.vocabulary.reinstatements import ReinstatementStatus
from ...trade.vocabulary.works import WorksStatus
from .. import progress
from ..standing import (
    ChangeStanding,
    PenaltyStanding,
    PlanStanding,
    Section81Standing,
    WorksStanding,
)
from ..steps import Step
from .permits import may_deem

CLOCKS: Mapping[Reason, tuple[Clock, ...]] = {
    Reason.WAITS_FOR_ASSESSMENT: (Clock.DEEMS,),
    Reason.CHANGE_WAITS: (Clock.DEEMS,),
    Reason.MODIFICATION_TO_ANSWER: (),
    Reason.CHANGE_TO_ANSWER: (),
    Reason.PAA_TO_PROGRESS: (Clock.APPLY_BY, Clock.ORDER_BY),
    Reason.TO_START: (Clock.START_BY, Clock.START_NOTICE, Clock.LANE_RENTAL_DAYS),
    Reason.TO_STOP: (Clock.OVERRUN, Clock.STOP_NOTICE, Clock.LANE_RENTAL_DAYS),
    Reason.OVERRUNS: (Clock.OVERRUN, Clock.STOP_NOTICE, Clock.LANE_RENTAL_DAYS),
    Reason.TO_REGISTER: (Clock.REGISTER_BY,),
    Reason.INTERIM_TO_REPLACE: (Clock.INTERIM_ENDS, Clock.INSPECTION_B),
    Reason.GUARANTEE_RUNS_OUT: (Clock.GUARANTEE_ENDS, Clock.INSPECTION_B, Clock.INSPECTION_C),
    Reason.INSPECTION_FAILED: (),
    Reason.PENALTY_TO_ANSWER: (Clock.DISCOUNT_ENDS, Clock.PENALTY_DUE),
    Reason.COMMENT_UNREAD: (),
    Reason.SECTION_81_TO_ANSWER: (),
    Reason.PLAN_TO_FIRM_UP: (Clock.APPLY_BY, Clock.ORDER_BY),
}
"""The clocks of each reason, the one that a row is sorted by first."""

STEPS: Mapping[Reason, tuple[Step, ...]] = {
    Reason.WAITS_FOR_ASSESSMENT: (Step.GRANT, Step.REFUSE, Step.REQUEST_MODIFICATION),
    Reason.CHANGE_WAITS: (Step.GRANT_CHANGE, Step.CHALLENGE_CHANGE, Step.REFUSE_CHANGE),
    Reason.MODIFICATION_TO_ANSWER: (Step.CHANGE, Step.CANCEL),
    Reason.PAA_TO_PROGRESS: (Step.APPLY, Step.CANCEL),
    Reason.TO_START: (Step.START, Step.CHANGE, Step.CANCEL),
    Reason.TO_STOP: (Step.STOP, Step.ADD_SITE),
    Reason.OVERRUNS: (Step.STOP, Step.ADD_SITE),
    Reason.TO_REGISTER: (Step.ADD_SITE, Step.SET_FINAL),
    Reason.INTERIM_TO_REPLACE: (Step.APPLY,),  # a permanent one needs a permit (8.4)
    Reason.INSPECTION_FAILED: (Step.COMMENT, Step.ADD_FILE),
    Reason.PENALTY_TO_ANSWER: (Step.ACCEPT_PENALTY, Step.DISPUTE_PENALTY),
    Reason.COMMENT_UNREAD: (Step.REPLY, Step.MARK_AS_READ),
    Reason.SECTION_81_TO_ANSWER: (
        Step.ACKNOWLEDGE_SECTION_81,
        Step.ACCEPT_SECTION_81,
        Step.REJECT_SECTION_81,
    ),
    Reason.PLAN_TO_FIRM_UP: (Step.APPLY, Step.EDIT_PLAN, Step.CANCEL_PLAN),
}
"""What is done about each, on whichever side: what its clock asks for first, then what else."""

_FAILED = frozenset(
    {
        InspectionOutcome.FAILED_HIGH,
        InspectionOutcome.FAILED_LOW,
        InspectionOutcome.NON_COMPLIANT_WITH_CONDITIONS,
    }
)
_TO_ANSWER = frozenset({Section81Status.ISSUED, Section81Status.ACKNOWLEDGED})


def of_works(works: WorksStanding, *, overruns: bool, to_register: bool) -> tuple[Reason, ...]:
    """Return why works need a planner, by their latest permit.

    `overruns` says that their reasonable period is over, `to_register` that what was dug has no
    final reinstatement yet.
    """
    latest = works.latest
    if latest is None:
        return ()
    asked = latest.status == PermitStatus.PERMIT_MODIFICATION_REQUEST
    may_start = progress.why_not_started(works) is None
    found = {
        Reason.WAITS_FOR_ASSESSMENT: may_deem(latest.status),
        Reason.MODIFICATION_TO_ANSWER: asked and not latest.has_pending_change,
        Reason.PAA_TO_PROGRESS: progress.progresses(latest),
        Reason.TO_START: may_start and progress.thought_of_a_start(works) is None,
        Reason.TO_STOP: works.status == WorksStatus.IN_PROGRESS and not overruns,
        Reason.OVERRUNS: works.status == WorksStatus.IN_PROGRESS and overruns,
        Reason.TO_REGISTER: works.status == WorksStatus.COMPLETED and to_register,
    }
    return tuple(reason for reason, holds in found.items() if holds)


def of_change(kind: str, change: ChangeStanding) -> Optional[Reason]:
    """Return why a change request needs a planner; None once it is settled."""
    if not may_deem(change.status):
        return None
    by_authority = kind == ChangeKind.HA_CHANGE_REQUEST
    return Reason.CHANGE_TO_ANSWER if by_authority else Reason.CHANGE_WAITS


def of_reinstatement(status: str) -> Reason:
    """Return why the latest reinstatement of a site needs a planner as it comes to its end."""
    is_interim = status == ReinstatementStatus.INTERIM
    return Reason.INTERIM_TO_REPLACE if is_interim else Reason.GUARANTEE_RUNS_OUT


def of_inspection(outcome: str) -> Optional[Reason]:
    """Return why an inspection needs a planner: it failed."""
    return Reason.INSPECTION_FAILED if outcome in _FAILED else None


def of_penalty(penalty: PenaltyStanding) -> Optional[Reason]:
    """Return why a fixed penalty notice needs a planner: nobody has answered it."""
    return Reason.PENALTY_TO_ANSWER if penalty.status == PenaltyStatus.ISSUED else None


def of_comment(*, read: bool) -> Optional[Reason]:
    """Return why a comment needs a planner."""
    return None if read else Reason.COMMENT_UNREAD


def of_section_81(notice: Section81Standing) -> Optional[Reason]:
    """Return why a section 81 notice needs a planner: it is neither accepted nor rejected."""
    return Reason.SECTION_81_TO_ANSWER if notice.status in _TO_ANSWER else None


def of_plan(plan: PlanStanding) -> Optional[Reason]:
    """Return why a forward plan needs a planner."""
    return Reason.PLAN_TO_FIRM_UP if plan.status == ForwardPlanStatus.RAISED else None
