"""Assessing permits: granting, refusing, asking for changes, revoking, and what goes with it.

V1.25.12, UpdateAssessmentStatus; Business rules 3.4.7, 5 and 12.2.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Optional

from ...rules import assessing
from ...rules.steps import Step
from ...trade.vocabulary.permits import PermitStatus
from ...words import tr
from ..records import Change, LaneRental, Permit, Works
from ..refusals import bad_field
from .alterations import without_pending
from .pieces import (
    about_permit,
    check,
    check_field,
    check_step,
    find_permit,
    with_permit,
)
from .standings import permit_standing

_NEEDS_NO_DISCOUNT = "hs2_highway"

STEPS = {
    "granted": Step.GRANT,
    "refused": Step.REFUSE,
    "permit_modification_request": Step.REQUEST_MODIFICATION,
    "revoked": Step.REVOKE,
}
"""The step that gives a permit each AssessmentStatus."""


@dataclass(frozen=True)
class Assessment:
    """What an authority decides about a permit; `status` is an AssessmentStatus."""

    status: str
    comments: Optional[str] = None
    reasons_for_refusal: Sequence[str] = ()
    discount: Optional[float] = None
    revoke_reason: Optional[str] = None
    pending_change_details: Optional[str] = None
    is_duration_challenged: Optional[bool] = None
    reasonable_end: Optional[datetime] = None


def assess(works: Works, reference: str, said: Assessment, now: datetime) -> Change:
    """Grant, refuse or revoke a permit, or ask for a change of it. Raises Refusal: 404, 412."""
    permit = find_permit(works, reference)
    check_step(STEPS[said.status], permit_standing(works, permit))
    if said.status == "granted":
        _check_grant(works, permit, said)
    changed = replace(
        permit,
        **_status(permit, said.status),
        **_decided(permit, said),
        assessment_status=said.status,
        assessment_comments=said.comments or permit.assessment_comments,
        status_changed=now,
        modified=now,
    )
    ended = Change(works)
    if said.status == "revoked":
        ended = without_pending(works, permit, "revoked", now)
        changed = replace(changed, alterations=find_permit(ended.works, reference).alterations)
    told = about_permit(*_TOLD[said.status], permit)
    decided = _with_authorisation(with_permit(ended.works, changed), changed)
    return Change(decided, (*ended.events, told))


def _status(permit: Permit, decided: str) -> dict[str, Any]:
    """Return the permit's status after a decision; what is closed stays closed."""
    return {"status_before_stop" if permit.status == PermitStatus.CLOSED else "status": decided}


def _check_grant(works: Works, permit: Permit, said: Assessment) -> None:
    if said.discount is None and permit.category != _NEEDS_NO_DISCOUNT:
        raise bad_field("assessment_discount", tr("Give the discount, 0 for none."))
    if not said.is_duration_challenged:
        return
    check(assessing.why_not_challenged(permit_standing(works, permit)))
    if said.reasonable_end:
        start, end = permit.start.date(), said.reasonable_end.date()
        check_field("reasonable_period_end_date", assessing.why_not_reasonable(start, end))


def _decided(permit: Permit, said: Assessment) -> dict[str, Any]:
    """Return what a decision writes on the permit beside its status."""
    if said.status == "granted":
        return {
            "discount": said.discount,
            "is_duration_challenged": said.is_duration_challenged,
            "reasonable_end": said.reasonable_end if said.is_duration_challenged else None,
        }
    if said.status == "refused":
        return {"reasons_for_refusal": tuple(said.reasons_for_refusal)}
    if said.status == "revoked":
        return {"revoke_reason": said.revoke_reason}
    details = said.pending_change_details
    return {"ever_modification_requested": True, "pending_change_details": details}


def _with_authorisation(works: Works, permit: Permit) -> Works:
    """Decide the authorisation that became this permit alike, unless somebody assessed it."""
    before = works.permits[: works.permits.index(permit)]
    authorisation = before[-1] if before else None
    by_rule = assessing.BY_RULE.get(permit.assessment_status or "")
    if by_rule is None or authorisation is None or authorisation.status != PermitStatus.PROGRESSED:
        return works
    if authorisation.assessment_status is not None or authorisation.is_deemed:
        return works
    return with_permit(works, replace(authorisation, assessment_status=by_rule))


_TOLD = {
    "granted": ("{kind}_granted", "Permit granted"),
    "refused": ("{kind}_refused", "Permit refused"),
    "permit_modification_request": ("permit_modification_request", "Modification requested"),
    "revoked": ("{kind}_revoked", "Permit revoked"),
}


def discount(
    works: Works, reference: str, per_cent: float, reason: Optional[str], now: datetime
) -> Change:
    """Change the discount on a permit's fee. Raises Refusal: 404, 412 before it is granted."""
    permit = find_permit(works, reference)
    check_step(Step.SET_DISCOUNT, permit_standing(works, permit))
    changed = replace(permit, discount=per_cent, discount_reason=reason, modified=now)
    told = about_permit("{kind}_discount_updated", "Discount updated", permit)
    return Change(with_permit(works, changed), (told,))


def assess_lane_rental(works: Works, reference: str, found: LaneRental, now: datetime) -> Change:
    """Note what the authority found about lane rental charges. Raises Refusal: 404, 412."""
    permit = find_permit(works, reference)
    check_step(Step.ASSESS_LANE_RENTAL, permit_standing(works, permit))
    changed = replace(permit, lane_rental=found, modified=now)
    told = about_permit("lane_rental_assessed", "Lane rental assessed", permit)
    return Change(with_permit(works, changed), (told,))


def acknowledge(works: Works, reference: str, now: datetime) -> Change:
    """Acknowledge a permit for HS2 works, once. Raises Refusal: 404, 412."""
    permit = find_permit(works, reference)
    check_step(Step.ACKNOWLEDGE, permit_standing(works, permit))
    changed = replace(permit, hs2_acknowledged=now, modified=now)
    told = about_permit("permit_hs2_acknowledged", "HS2 permit acknowledged", permit)
    return Change(with_permit(works, changed), (told,))
