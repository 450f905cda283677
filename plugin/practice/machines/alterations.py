"""Changes of permits: their kinds, which are applied at once, and how the others are settled.

V1.25.12, CreatePermitAlteration and UpdatePermitAlterationStatus; Business rules 4.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Optional

from ...words import tr
from ..exchange import bad_field, not_found
from ..records import Alteration, Change, Event, Permit, Works
from ..unrecorded import given
from .pieces import conflict, forbidden, with_permit

IMPOSED_BY_PROMOTER = "PROMOTER_IMPOSED_CHANGE"
REQUESTED = "PROMOTER_CHANGE_REQUEST"
IMPOSED_BY_AUTHORITY = "HA_IMPOSED_CHANGE"
EXTENSION = "WORK_EXTENSION"
MODIFIED = "MODIFIED_PERMIT"
AT_ONCE = frozenset({IMPOSED_BY_PROMOTER, IMPOSED_BY_AUTHORITY, MODIFIED})

_UNALTERABLE = frozenset({"refused", "closed", "cancelled", "progressed"})
_SMALL = frozenset({"minor", "standard"})
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


def check_alterable(permit: Permit) -> None:
    """Raise Refusal 409 unless the permit may be altered now."""
    if permit.is_paa:
        raise conflict(tr("An advance authorisation cannot be altered"))
    stopped_short = permit.status == "revoked" and permit.actual_start is None
    if permit.status in _UNALTERABLE or stopped_short:
        raise conflict(tr("A permit with the status {s} cannot be altered").format(s=permit.status))
    if permit.pending:
        raise conflict(tr("Another alteration waits for its assessment"))


def kind_of(permit: Permit, proposed: Permit, *, by_authority: bool) -> str:
    """Return the type of an alteration; the server derives it."""
    if by_authority:
        return IMPOSED_BY_AUTHORITY
    if permit.status == "submitted":
        return IMPOSED_BY_PROMOTER
    if permit.status == "permit_modification_request":
        return MODIFIED
    running = permit.actual_start is not None and permit.actual_stop is None
    return EXTENSION if running and proposed.end != permit.end else REQUESTED


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
    check_alterable(permit)
    if by_authority:
        _check_imposed(permit, proposed)
    _check_limits(permit, proposed)
    kind = kind_of(permit, proposed, by_authority=by_authority)
    change = Alteration(
        reference=f"{permit.reference}-CR-{len(permit.alterations) + 1:02d}",
        kind=kind,
        status="auto_applied" if kind in AT_ONCE else "submitted",
        created=now,
        deadline=deadline,
        reason=reason,
        original=replace(permit, geometry=permit.geometry or works.geometry, alterations=()),
        proposed=replace(proposed, geometry=proposed.geometry or works.geometry, alterations=()),
        status_changed=now,
    )
    asked = replace(permit, alterations=(*permit.alterations, change), modified=now)
    if kind not in AT_ONCE:
        told = (_event("alteration_submitted", "Alteration submitted", change),)
        return Change(with_permit(works, asked), told)
    applied = _applied(asked, change.proposed)
    if kind == MODIFIED:
        applied = replace(applied, status="submitted", status_changed=now, deadline=deadline)
    told = (_event("alteration_applied_auto", "Alteration applied", change),)
    return Change(_moved(with_permit(works, applied), change), told)


def _check_imposed(permit: Permit, proposed: Permit) -> None:
    """An authority imposes changes on granted permits, and conditions only."""
    if permit.status != "granted":
        raise conflict(tr("An authority may change only a granted permit"))
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


def _check_limits(permit: Permit, proposed: Permit) -> None:
    if permit.category in _SMALL and proposed.category not in _SMALL:
        raise forbidden(tr("An alteration cannot make minor or standard works into major works"))
    if _said(permit, "work_type") != _said(proposed, "work_type"):
        raise forbidden(tr("An alteration cannot change the type of the works"))
    if permit.actual_start and permit.start.date() != proposed.start.date():
        raise forbidden(tr("The works have started: their start date cannot be changed"))


def decide(
    works: Works, permit: Permit, reference: str, decision: Decision, now: datetime
) -> Change:
    """Grant or refuse a pending alteration. Raises Refusal: 404, 412 not pending, 400 dates."""
    change = find_alteration(permit, reference)
    if change.status != "submitted":
        raise forbidden(tr("This alteration does not wait for an assessment"))
    challenged = decision.status == "granted_with_duration_challenge"
    if challenged:
        _check_challenge(change, decision)
    change = replace(change, discount=decision.discount, comments=decision.comments)
    settling = settled(works, permit, change, decision.status, now)
    if not challenged:
        return settling
    altered = next(one for one in settling.works.permits if one.reference == permit.reference)
    altered = replace(altered, is_duration_challenged=True, reasonable_end=decision.reasonable_end)
    return replace(settling, works=with_permit(settling.works, altered))


def _check_challenge(change: Alteration, decision: Decision) -> None:
    if change.kind != EXTENSION:
        raise forbidden(tr("Only the duration of an extension can be challenged"))
    end = decision.reasonable_end
    if end is None or not change.original.end <= end < change.proposed.end:
        raise bad_field(
            "reasonable_period_end_date",
            tr("This must be on or after the permit's end, and before the end asked for."),
        )


def settled(works: Works, permit: Permit, change: Alteration, status: str, now: datetime) -> Change:
    """Return the works with a pending alteration settled, and applied if that grants it."""
    change = replace(change, status=status, status_changed=now)
    changes = tuple(
        change if one.reference == change.reference else one for one in permit.alterations
    )
    permit = replace(permit, alterations=changes, modified=now)
    topic = f"Alteration {status.replace('_', ' ')}"
    told = (_event(_NAMES[status], topic, change),)
    if status in ("refused", "cancelled", "revoked"):
        return Change(with_permit(works, permit), told)
    permit = _applied(permit, change.proposed)
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


def _applied(permit: Permit, proposed: Permit) -> Permit:
    """Take over what an application holds; how the permit was assessed stays as it is."""
    return replace(
        permit,
        category=proposed.category,
        start=proposed.start,
        end=proposed.end,
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
