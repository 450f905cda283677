"""Changes of permits: their kinds, which are applied at once, and how the others are settled.

V1.25.12, CreatePermitAlteration and UpdatePermitAlterationStatus; Business rules 4.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Optional

from ...rules import changes
from ...rules.standing import PermitStanding
from ...rules.steps import Step
from ...trade.calendar import uk_today
from ...trade.vocabulary.permits import ChangeKind, ChangeStatus
from ...words import tr
from ..made_up.unrecorded import given
from ..records import Alteration, Change, Event, Permit, Works
from ..refusals import CONFLICT, PRECONDITION, not_found
from .pieces import (
    check,
    check_field,
    check_step,
    find_permit,
    forbidden,
    is_left_alone,
    with_duration,
    with_permit,
)
from .standings import change_standing, permit_standing

STEPS = {
    "granted": Step.GRANT_CHANGE,
    "granted_with_duration_challenge": Step.CHALLENGE_CHANGE,
    "refused": Step.REFUSE_CHANGE,
}
"""The step that gives a change each status that an authority may ask for."""

_CONDITIONS = "permit_conditions"
_NAMES = {
    "granted": "alteration_granted",
    "granted_with_duration_challenge": "alteration_granted_with_duration_challenge",
    "refused": "alteration_refused",
    "deemed": "alteration_deemed",
    "cancelled": "alteration_cancelled",
    "revoked": "alteration_cancelled",  # the contract's events have none for a revoked one
}


@dataclass(frozen=True)
class Decision:
    """How an authority settles an alteration: granted, with or without challenge, or refused."""

    status: str
    comments: Optional[str] = None
    discount: Optional[float] = None
    reasonable_end: Optional[datetime] = None


def check_alterable(works: Works, permit: Permit, *, by_authority: bool) -> None:
    """Raise Refusal unless the permit may be altered now: 409, or 412 for lack of a say in it."""
    stands = permit_standing(works, permit)
    if by_authority:
        refused = PRECONDITION if stands.is_left_alone else CONFLICT
        check_step(Step.IMPOSE_CHANGE, stands, refused)
    else:
        check_step(Step.CHANGE, stands, CONFLICT)


def propose(
    works: Works,
    permit: Permit,
    proposed: Permit,
    reason: str,
    *,
    by_authority: bool,
    now: datetime,
    deadline: datetime,
) -> Change:
    """Ask for `proposed` in the place of `permit`, or put it there when nobody has to agree.

    `deadline` is when the alteration, or a modified permit, is deemed granted. Raises Refusal: 409
    when the permit cannot be altered now, 412 for what an alteration must not change.
    """
    check_alterable(works, permit, by_authority=by_authority)
    if by_authority:
        _check_imposed(permit, proposed)
    stands = permit_standing(works, permit)
    _check_limits(stands, permit, proposed)
    proposed = with_duration(works, proposed, uk_today(now))
    moves = proposed.end != permit.end
    kind = changes.kind_of(stands, by_authority=by_authority, end_moves=moves)
    at_once = changes.is_at_once(kind) or is_left_alone(works, permit)
    change = Alteration(
        reference=f"{permit.reference}-CR-{len(permit.alterations) + 1:02d}",
        kind=kind,
        status=ChangeStatus.AUTO_APPLIED if at_once else ChangeStatus.SUBMITTED,
        created=now,
        deadline=deadline,
        reason=reason,
        original=replace(permit, geometry=permit.geometry or works.geometry, alterations=()),
        proposed=replace(proposed, geometry=proposed.geometry or works.geometry, alterations=()),
        status_changed=now,
    )
    asked = replace(permit, alterations=(*permit.alterations, change), modified=now)
    if not at_once:
        told = (_event("alteration_submitted", "Alteration submitted", change),)
        return Change(with_permit(works, asked), told)
    applied = _applied(asked, change)
    if kind == ChangeKind.MODIFIED_PERMIT:
        applied = replace(applied, status="submitted", status_changed=now, deadline=deadline)
    told = (_event("alteration_applied_auto", "Alteration applied", change),)
    return Change(_moved(with_permit(works, applied), change), told)


def _check_imposed(permit: Permit, proposed: Permit) -> None:
    """Raise Refusal 412 unless the proposed permit differs in its conditions only."""
    same_dates = (permit.start, permit.end) == (proposed.start, proposed.end)
    same_traffic = permit.traffic_management == proposed.traffic_management
    same_place = permit.geometry == proposed.geometry
    names = {*permit.details, *proposed.details} - {_CONDITIONS}
    same_rest = all(_said(permit, name) == _said(proposed, name) for name in names)
    if not (same_dates and same_traffic and same_place and same_rest):
        raise forbidden(tr("An authority may change the conditions of a permit only"))


def _said(permit: Permit, name: str) -> Any:
    """Return what the application says; an empty list says nothing."""
    value = given(permit.details, name)
    return None if value == [] else value


def _check_limits(stands: PermitStanding, permit: Permit, proposed: Permit) -> None:
    check(changes.why_start_is_fixed(stands, permit.start.date(), proposed.start.date()))
    check(changes.why_category_stays(stands, proposed.category))
    if _said(permit, "work_type") != _said(proposed, "work_type"):
        raise forbidden(tr("A change cannot make works of another type of them"))


def decide(
    works: Works, permit: Permit, reference: str, decision: Decision, now: datetime
) -> Change:
    """Grant or refuse a pending alteration. Raises Refusal: 404, 412 not pending, 400 dates."""
    change = find_alteration(permit, reference)
    check_step(STEPS[decision.status], change_standing(change))
    challenged = decision.status == ChangeStatus.GRANTED_WITH_DURATION_CHALLENGE
    if challenged:
        _check_challenge(change, decision)
    change = replace(change, discount=decision.discount, comments=decision.comments)
    settling = settled(works, permit, change, decision.status, now)
    if not challenged:
        return settling
    altered = find_permit(settling.works, permit.reference)
    altered = replace(altered, is_duration_challenged=True, reasonable_end=decision.reasonable_end)
    return replace(settling, works=with_permit(settling.works, altered))


def _check_challenge(change: Alteration, decision: Decision) -> None:
    end = decision.reasonable_end
    original, proposed = change.original.end.date(), change.proposed.end.date()
    why = changes.why_not_reasonable(original, proposed, end and end.date())
    check_field("reasonable_period_end_date", why)


def settled(works: Works, permit: Permit, change: Alteration, status: str, now: datetime) -> Change:
    """Return the works with a pending alteration settled, and applied if that grants it."""
    change = replace(change, status=status, status_changed=now)
    every = tuple(
        change if one.reference == change.reference else one for one in permit.alterations
    )
    permit = replace(permit, alterations=every, modified=now)
    topic = f"Alteration {status.replace('_', ' ')}"
    told = (_event(_NAMES[status], topic, change),)
    if not changes.is_taken_over(status):
        return Change(with_permit(works, permit), told)
    permit = _applied(permit, change)
    return Change(_moved(with_permit(works, permit), change), told)


def without_pending(works: Works, permit: Permit, status: str, now: datetime) -> Change:
    """End the pending alteration of a permit, if there is one, because the permit itself ends."""
    if permit.pending is None:
        return Change(works)
    return settled(works, permit, permit.pending, status, now)


def find_alteration(permit: Permit, reference: str) -> Alteration:
    """Return an alteration of a permit by reference, in any case. Raises Refusal 404."""
    for one in permit.alterations:
        if one.reference.upper() == reference.upper():
            return one
    raise not_found(tr("The permit has no alteration with this reference"))


def _applied(permit: Permit, change: Alteration) -> Permit:
    """Take over what a change asks for; how the permit was assessed stays as it is.

    An end that was to move is the promoter's again, and no longer what a late start or a challenge
    made of it; an end that was not to move stays where the start has put it since.
    """
    proposed = change.proposed
    moved = proposed.end != change.original.end
    return replace(
        permit,
        reasonable_end=None if moved else permit.reasonable_end,
        end_before_start=None if moved else permit.end_before_start,
        category=proposed.category,
        start=proposed.start,
        end=proposed.end if moved else permit.end,
        traffic_management=proposed.traffic_management,
        is_early_start=proposed.is_early_start,
        details=proposed.details,
        geometry=proposed.geometry,
        files=proposed.files,
    )


def _moved(works: Works, change: Alteration) -> Works:
    """Works are where the alteration of their latest permit puts them."""
    return replace(works, geometry=change.proposed.geometry or works.geometry)


def _event(what: str, topic: str, change: Alteration) -> Event:
    told = f"{topic}: {change.reference}"
    return Event(what, topic, told, change.reference, "change_request")
