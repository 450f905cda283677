"""What may be done next with works and what belongs to them, by whom, and why not.

One table says it: each step with what it is taken with, on which side, by which business rule, and
the function that says why not. The practice service refuses by it and the screen offers by it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any, Callable, Generic, NamedTuple, Optional, TypeVar

from ..trade.parties import Side
from ..trade.vocabulary.notices import PenaltyStatus, Section81Status
from ..trade.vocabulary.permits import PermitStatus
from ..words import tr
from . import (
    assessing,
    changes,
    comments,
    forward_plans,
    inspections,
    penalties,
    progress,
    reinstatements,
    section81,
)
from .diagram import why_not_reached
from .standing import (
    ActivityStanding,
    ChangeStanding,
    CommentStanding,
    PenaltyStanding,
    PermitStanding,
    PlanStanding,
    Section81Standing,
    SiteStanding,
    Subject,
    WorksStanding,
)


class Step(Enum):
    """What somebody may want to do; what it is done with is in the table."""

    APPLY = "apply"
    START = "start"
    REVERT_START = "revert_start"
    STOP = "stop"
    REVERT_STOP = "revert_stop"
    ADD_SITE = "add_site"
    SET_UNITS = "set_units"
    SET_FINAL = "set_final"
    COMMENT = "comment"
    ADD_FILE = "add_file"
    INSPECT = "inspect"
    SCHEDULE_INSPECTION = "schedule_inspection"
    CANCEL_INSPECTION = "cancel_inspection"
    ISSUE_PENALTY = "issue_penalty"
    CANCEL = "cancel"
    CHANGE = "change"
    IMPOSE_CHANGE = "impose_change"
    GRANT = "grant"
    REFUSE = "refuse"
    REQUEST_MODIFICATION = "request_modification"
    REVOKE = "revoke"
    SET_DISCOUNT = "set_discount"
    ASSESS_LANE_RENTAL = "assess_lane_rental"
    ACKNOWLEDGE = "acknowledge"
    GRANT_CHANGE = "grant_change"
    CHALLENGE_CHANGE = "challenge_change"
    REFUSE_CHANGE = "refuse_change"
    EDIT_PLAN = "edit_plan"
    CANCEL_PLAN = "cancel_plan"
    REINSTATE = "reinstate"
    MAKE_PERMANENT = "make_permanent"
    ACCEPT_PENALTY = "accept_penalty"
    DISPUTE_PENALTY = "dispute_penalty"
    WITHDRAW_PENALTY = "withdraw_penalty"
    NOTE_PAYMENT = "note_payment"
    NOTE_DISCOUNTED_PAYMENT = "note_discounted_payment"
    ACKNOWLEDGE_SECTION_81 = "acknowledge_section_81"
    ACCEPT_SECTION_81 = "accept_section_81"
    REPORT_REPAIR = "report_repair"
    REJECT_SECTION_81 = "reject_section_81"
    RESOLVE_SECTION_81 = "resolve_section_81"
    CANCEL_SECTION_81 = "cancel_section_81"
    REPLY = "reply"
    MARK_AS_READ = "mark_as_read"
    EDIT_ACTIVITY = "edit_activity"
    CANCEL_ACTIVITY = "cancel_activity"


class Offer(NamedTuple):
    """A step, and in words for planners why it may not be taken, or None when it may."""

    step: Step
    why: Optional[str]


def steps(subject: Subject, sides: frozenset[Side]) -> tuple[Offer, ...]:
    """Return every step that there is with `subject`, for somebody on `sides` of its works."""
    return tuple(Offer(step, why_not(step, subject, sides)) for step in _KINDS[type(subject)])


def may(step: Step, subject: Subject, sides: frozenset[Side]) -> bool:
    """Say whether somebody on `sides` of the works may take the step now."""
    return why_not(step, subject, sides) is None


def possible(
    wanted: Iterable[Step], subjects: Sequence[Subject], sides: frozenset[Side]
) -> tuple[Step, ...]:
    """Return those of the `wanted` steps that may be taken now with one of `subjects`."""
    return tuple(
        step
        for step in wanted
        if any(step in _KINDS[type(one)] and may(step, one, sides) for one in subjects)
    )


def why_not(
    step: Step, subject: Subject, sides: frozenset[Side] = frozenset(Side)
) -> Optional[str]:
    """Say why the step may not be taken now, by somebody on `sides`, or None when it may.

    Raises KeyError when it is no step with such a subject.
    """
    row, takers = _KINDS[type(subject)][step], sides_with(step, subject)
    if not sides & takers:
        return _why_other_side(takers)
    why: Optional[str] = row.why(subject)
    return why and tr("{why} (business rules {rule})").format(why=why, rule=row.rule)


def sides_with(step: Step, subject: Subject) -> frozenset[Side]:
    """Return the sides of works on which the step is taken with that very subject.

    Raises KeyError when it is no step with such a subject.
    """
    row = _KINDS[type(subject)][step]
    return row.sides if row.takers is None else row.takers(subject)


def sides_of(step: Step) -> frozenset[Side]:
    """Return the sides of works on which the step can be taken."""
    return next(rows[step].sides for rows in _KINDS.values() if step in rows)


_S = TypeVar("_S")


@dataclass(frozen=True)
class _Row(Generic[_S]):
    """On which sides a step is taken, by which business rules, and what is against it.

    `takers` says which of the sides it is where that hangs on the subject.
    """

    sides: frozenset[Side]
    rule: str
    why: Callable[[_S], Optional[str]]
    takers: Optional[Callable[[_S], frozenset[Side]]] = None


_PROMOTER = frozenset({Side.PROMOTER})
_AUTHORITY = frozenset({Side.AUTHORITY})
_EITHER = _PROMOTER | _AUTHORITY


def _why_other_side(sides: frozenset[Side]) -> str:
    if sides == _PROMOTER:
        return tr("Only the promoter of these works, or its contractor, may do this")
    if sides == _AUTHORITY:
        return tr("Only the highway authority of this street may do this")
    return tr("Only the promoter and the highway authority of these works may do this")


def _nothing(_: object) -> None:
    """Have nothing against it, however things stand."""


def _assessed(decision: str) -> Callable[[PermitStanding], Optional[str]]:
    return partial(assessing.why_not_assessed, decision=decision)


def _penalty(after: str) -> Callable[[PenaltyStanding], Optional[str]]:
    return lambda notice: why_not_reached(penalties.DIAGRAM, notice.status, after)


def _section_81(after: str) -> Callable[[Section81Standing], Optional[str]]:
    return lambda notice: why_not_reached(section81.DIAGRAM, notice.status, after)


def _why_over(activity: ActivityStanding) -> Optional[str]:
    return tr("The activity is cancelled") if activity.is_cancelled else None


_WORKS: Mapping[Step, _Row[WorksStanding]] = {
    Step.APPLY: _Row(_PROMOTER, "3.4.5", progress.why_not_followed),
    Step.START: _Row(_PROMOTER, "6.1", progress.why_not_started),
    Step.REVERT_START: _Row(_PROMOTER, "6.2", progress.why_start_stays),
    Step.STOP: _Row(_PROMOTER, "6.3", progress.why_not_stopped),
    Step.REVERT_STOP: _Row(_PROMOTER, "6.4", progress.why_stop_stays),
    Step.ADD_SITE: _Row(_PROMOTER, "8.3", reinstatements.why_no_site),
    Step.SET_UNITS: _Row(_PROMOTER, "8", reinstatements.why_no_units),
    Step.SET_FINAL: _Row(_PROMOTER, "8", reinstatements.why_nothing_final),
    Step.COMMENT: _Row(_EITHER, "7.1", _nothing),
    Step.ADD_FILE: _Row(_EITHER, "1.5", _nothing),
    Step.INSPECT: _Row(_AUTHORITY, "10.1", _nothing),
    Step.SCHEDULE_INSPECTION: _Row(_AUTHORITY, "10.4", inspections.why_not_scheduled),
    Step.CANCEL_INSPECTION: _Row(_AUTHORITY, "10.4", inspections.why_none_scheduled),
    Step.ISSUE_PENALTY: _Row(_AUTHORITY, "11.1", _nothing),
}
_PERMITS: Mapping[Step, _Row[PermitStanding]] = {
    Step.CANCEL: _Row(_PROMOTER, "3.4.9", progress.why_not_cancelled),
    Step.CHANGE: _Row(_PROMOTER, "4.3", changes.why_not_changed),
    Step.IMPOSE_CHANGE: _Row(_AUTHORITY, "4.2, 4.3, 17.4", changes.why_not_imposed),
    Step.GRANT: _Row(_AUTHORITY, "3.4.7, 17.3", _assessed(PermitStatus.GRANTED)),
    Step.REFUSE: _Row(_AUTHORITY, "3.4.7, 17.3", _assessed(PermitStatus.REFUSED)),
    Step.REQUEST_MODIFICATION: _Row(
        _AUTHORITY, "3.4.7, 17.3", _assessed(PermitStatus.PERMIT_MODIFICATION_REQUEST)
    ),
    Step.REVOKE: _Row(_AUTHORITY, "5, 17.3", _assessed(PermitStatus.REVOKED)),
    Step.SET_DISCOUNT: _Row(_AUTHORITY, "3.4.7, 17.4", assessing.why_not_discounted),
    Step.ASSESS_LANE_RENTAL: _Row(_AUTHORITY, "12.2, 17.4", assessing.why_no_lane_rental),
    Step.ACKNOWLEDGE: _Row(_AUTHORITY, "17.3", assessing.why_not_acknowledged),
}
_CHANGES: Mapping[Step, _Row[ChangeStanding]] = {
    Step.GRANT_CHANGE: _Row(_AUTHORITY, "4.4", changes.why_not_decided),
    Step.CHALLENGE_CHANGE: _Row(_AUTHORITY, "4.4", changes.why_duration_stands),
    Step.REFUSE_CHANGE: _Row(_AUTHORITY, "4.4", changes.why_not_decided),
}
_PLANS: Mapping[Step, _Row[PlanStanding]] = {
    Step.EDIT_PLAN: _Row(_PROMOTER, "3.3", forward_plans.why_not_changed),
    Step.CANCEL_PLAN: _Row(_PROMOTER, "3.3", forward_plans.why_not_changed),
}
_SITES: Mapping[Step, _Row[SiteStanding]] = {
    Step.REINSTATE: _Row(_PROMOTER, "8.3", reinstatements.why_not_reinstated),
    Step.MAKE_PERMANENT: _Row(_PROMOTER, "8.3, 8.4", reinstatements.why_not_made_permanent),
}
_PENALTIES: Mapping[Step, _Row[PenaltyStanding]] = {
    Step.ACCEPT_PENALTY: _Row(_PROMOTER, "11.2", _penalty(PenaltyStatus.ACCEPTED)),
    Step.DISPUTE_PENALTY: _Row(_PROMOTER, "11.2", _penalty(PenaltyStatus.DISPUTED)),
    Step.WITHDRAW_PENALTY: _Row(_AUTHORITY, "11.2", _penalty(PenaltyStatus.WITHDRAWN)),
    Step.NOTE_PAYMENT: _Row(_AUTHORITY, "11.2", _penalty(PenaltyStatus.PAID)),
    Step.NOTE_DISCOUNTED_PAYMENT: _Row(_AUTHORITY, "11.2", _penalty(PenaltyStatus.PAID_DISCOUNTED)),
}
_SECTION_81: Mapping[Step, _Row[Section81Standing]] = {
    Step.ACKNOWLEDGE_SECTION_81: _Row(_PROMOTER, "14.5", _section_81(Section81Status.ACKNOWLEDGED)),
    Step.ACCEPT_SECTION_81: _Row(_PROMOTER, "14.5", _section_81(Section81Status.ACCEPTED)),
    Step.REPORT_REPAIR: _Row(_PROMOTER, "14.5", _section_81(Section81Status.ACCEPTED_FIXED)),
    Step.REJECT_SECTION_81: _Row(_PROMOTER, "14.5", _section_81(Section81Status.REJECTED)),
    Step.RESOLVE_SECTION_81: _Row(_AUTHORITY, "14.5", _section_81(Section81Status.RESOLVED_BY_HA)),
    Step.CANCEL_SECTION_81: _Row(_AUTHORITY, "14.5", _section_81(Section81Status.CANCELLED)),
}
_COMMENTS: Mapping[Step, _Row[CommentStanding]] = {
    Step.REPLY: _Row(_EITHER, "7.1", _nothing),
    Step.MARK_AS_READ: _Row(_EITHER, "7.1.1", comments.why_not_read, comments.readers),
}
_ACTIVITIES: Mapping[Step, _Row[ActivityStanding]] = {
    Step.EDIT_ACTIVITY: _Row(_AUTHORITY, "9.3", _why_over),
    Step.CANCEL_ACTIVITY: _Row(_AUTHORITY, "9.3", _why_over),
}
_KINDS: Mapping[type, Mapping[Step, _Row[Any]]] = {
    WorksStanding: _WORKS,
    PermitStanding: _PERMITS,
    ChangeStanding: _CHANGES,
    PlanStanding: _PLANS,
    SiteStanding: _SITES,
    PenaltyStanding: _PENALTIES,
    Section81Standing: _SECTION_81,
    CommentStanding: _COMMENTS,
    ActivityStanding: _ACTIVITIES,
}
"""The steps that there are with each kind of subject."""
