"""Assessing permits: granting, refusing, asking for changes, revoking, and what goes with it.

V1.25.12, UpdateAssessmentStatus; Business rules 3.4.7, 5 and 12.2.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Optional

from ...rules import calendar
from ...words import tr
from ..exchange import bad_field
from ..organisations import HS2
from ..records import Change, LaneRental, Permit, Works
from .alterations import without_pending
from .pieces import about_permit, find_permit, forbidden, with_permit

_DECIDED = frozenset({"granted", "revoked", "closed", "progressed"})
_NEEDS_NO_DISCOUNT = "hs2_highway"
_SHORTEST_REASONABLE = 2


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
    changed = _DECIDERS[said.status](permit, said)
    changed = replace(
        changed,
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
    return Change(with_permit(ended.works, changed), (*ended.events, told))


def _check_submitted(permit: Permit) -> None:
    if permit.status != "submitted":
        message = tr("Only a submitted permit can be assessed: this one has the status {s}")
        raise forbidden(message.format(s=permit.status))


def _grant(permit: Permit, said: Assessment) -> Permit:
    _check_submitted(permit)
    if said.discount is None and permit.category != _NEEDS_NO_DISCOUNT:
        raise bad_field("assessment_discount", tr("Give the discount, 0 for none."))
    if said.reasonable_end:
        _check_reasonable(permit, said.reasonable_end)
    return replace(
        permit,
        status="granted",
        discount=said.discount,
        is_duration_challenged=said.is_duration_challenged,
        reasonable_end=said.reasonable_end,
    )


def _check_reasonable(permit: Permit, end: datetime) -> None:
    first, last = permit.start.date(), end.date()
    if last < first or calendar.working_days(first, last) < _SHORTEST_REASONABLE:
        message = tr("This must leave two working days from the start.")
        raise bad_field("reasonable_period_end_date", message)


def _refuse(permit: Permit, said: Assessment) -> Permit:
    _check_submitted(permit)
    return replace(permit, status="refused", reasons_for_refusal=tuple(said.reasons_for_refusal))


def _ask_to_modify(permit: Permit, said: Assessment) -> Permit:
    _check_submitted(permit)
    if permit.is_paa:
        raise forbidden(tr("A change of an advance authorisation cannot be asked for"))
    if permit.ever_modification_requested:
        raise forbidden(tr("A change of this permit was asked for before"))
    return replace(
        permit,
        status="permit_modification_request",
        ever_modification_requested=True,
        pending_change_details=said.pending_change_details,
    )


def _revoke(permit: Permit, said: Assessment) -> Permit:
    if permit.status != "granted" or permit.actual_stop:
        raise forbidden(tr("Only a granted permit can be revoked, before the works stop"))
    return replace(permit, status="revoked", revoke_reason=said.revoke_reason)


_DECIDERS = {
    "granted": _grant,
    "refused": _refuse,
    "permit_modification_request": _ask_to_modify,
    "revoked": _revoke,
}
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
    if permit.status not in _DECIDED:
        raise forbidden(tr("Only a permit that was granted has a discount"))
    changed = replace(permit, discount=per_cent, discount_reason=reason, modified=now)
    told = about_permit("{kind}_discount_updated", "Discount updated", permit)
    return Change(with_permit(works, changed), (told,))


def assess_lane_rental(works: Works, reference: str, found: LaneRental, now: datetime) -> Change:
    """Note what the authority found about lane rental charges. Raises Refusal: 404, 412."""
    permit = find_permit(works, reference)
    if permit.is_paa:
        raise forbidden(tr("Lane rental is assessed on permits, not on advance authorisations"))
    changed = replace(permit, lane_rental=found, modified=now)
    told = about_permit("lane_rental_assessed", "Lane rental assessed", permit)
    return Change(with_permit(works, changed), (told,))


def acknowledge(works: Works, reference: str, now: datetime) -> Change:
    """Acknowledge a permit for HS2 works, once. Raises Refusal: 404, 412."""
    permit = find_permit(works, reference)
    if works.promoter_swa_code != HS2.swa_code:
        raise forbidden(tr("Only permits for HS2 works are acknowledged"))
    if permit.hs2_acknowledged:
        raise forbidden(tr("This permit was acknowledged before"))
    changed = replace(permit, hs2_acknowledged=now, modified=now)
    told = about_permit("permit_hs2_acknowledged", "HS2 permit acknowledged", permit)
    return Change(with_permit(works, changed), (told,))
