"""Permits and advance authorisations: applying for them, cancelling them.

V1.25.12, PermitStatus; Business rules 3.4.9 to 3.4.11.
"""

from dataclasses import replace
from datetime import datetime
from typing import Optional

from ...rules.category import EarlierPermit
from ...words import tr
from ..organisations import HS2
from ..records import SYSTEM, Change, Permit, Works
from .alterations import without_pending
from .pieces import about_permit, about_works, conflict, find_permit, forbidden, with_permit

OVER = frozenset({"closed", "cancelled", "refused", "revoked"})
"""After a permit with one of these statuses another one may be applied for."""

_WAITING = frozenset({"submitted", "granted"})
_CANCELLABLE = frozenset({"submitted", "granted", "refused", "permit_modification_request"})
_NO_PERMITS = frozenset({"section_81", "unattributable"})


def earlier_permits(works: Works) -> list[EarlierPermit]:
    """Return the permits by which the category of another one is judged.

    An authorisation that became a permit is left out: what counts is how that permit ended.
    """
    return [
        EarlierPermit(one.category, one.status)
        for one in works.permits
        if one.status != "progressed"
    ]


def check_room(works: Works, category: str) -> None:
    """Raise Refusal 409 unless another permit of this category may be applied for now."""
    if works.status in _NO_PERMITS:
        raise conflict(tr("Works with the status {s} take no permits").format(s=works.status))
    latest = works.active
    if latest is None or latest.status in OVER:
        return
    if latest.is_paa and latest.status in _WAITING and category != "paa":
        return
    raise conflict(tr("The latest permit of these works is not over yet"))


def add(works: Works, permit: Permit, now: datetime) -> Change:
    """Add a permit: what it follows has progressed, immediate works start, some are granted.

    Raises Refusal 409 when there is no room for it.
    """
    check_room(works, permit.category)
    events = [about_permit("{kind}_submitted", "Permit submitted", permit)]
    latest, plan = works.active, works.forward_plan
    if latest is not None and latest.is_paa and latest.status in _WAITING:
        works = with_permit(works, replace(latest, status="progressed", status_changed=now))
    if plan is not None and plan.status == "raised":
        works = replace(works, forward_plan=replace(plan, status="progressed", status_changed=now))
    if works.promoter_swa_code == HS2.swa_code and permit.details.get("hs2_in_act_limits"):
        permit = replace(
            permit, status="granted", assessment_status="granted_auto", status_changed=now
        )
        granted = about_permit("{kind}_granted", "Permit granted by rule", permit)
        events.append(replace(granted, username=SYSTEM))
    if permit.actual_start:
        events.append(about_permit("work_start_logged", "Works started", permit))
    works = replace(
        works,
        permits=(*works.permits, permit),
        status="in_progress" if permit.actual_start else "planned",
        geometry=works.geometry if permit.geometry is None else permit.geometry,
    )
    return Change(works, tuple(events), permit.files)


def first(works: Works, permit: Permit, now: datetime) -> Change:
    """Make new works, still without a permit, into works with their first one."""
    change = add(works, permit, now)
    kind = "in_progress" if permit.actual_start else "planned"
    made = about_works(f"{kind}_works_record_created", "Works record created", works)
    return replace(change, events=(made, *change.events))


def cancel(works: Works, reference: str, comments: Optional[str], now: datetime) -> Change:
    """Cancel the active permit (Business rules 3.4.9). Raises Refusal: 404, 412."""
    permit = find_permit(works, reference)
    if permit is not works.active:
        raise forbidden(tr("Only the latest permit of the works can be cancelled"))
    if permit.status not in _CANCELLABLE:
        raise forbidden(tr("A permit with the status {s} stays so").format(s=permit.status))
    if permit.actual_start:
        _check_immediate(works, permit)
    ended = without_pending(works, permit, "cancelled", now)
    permit = find_permit(ended.works, reference)
    permit = replace(permit, status="cancelled", status_changed=now, modified=now)
    works = replace(with_permit(ended.works, permit), status="cancelled")
    told = about_permit("{kind}_cancelled", "Permit cancelled", permit)
    told = replace(told, details=comments or told.details)
    return Change(works, (*ended.events, told))


def _check_immediate(works: Works, permit: Permit) -> None:
    """Works that started can be cancelled only when they were immediate and nothing came of it."""
    made_good = any(
        done.permit_reference == permit.reference
        for site in works.sites
        for done in site.reinstatements
    )
    if not permit.is_immediate or permit.actual_stop or made_good:
        raise forbidden(tr("The works have started: their permit cannot be cancelled"))
