"""Permits and advance authorisations: applying for them, cancelling them.

V1.25.12, PermitStatus; Business rules 3.4.9 to 3.4.11.
"""

from dataclasses import replace
from datetime import datetime
from typing import Optional

from ...rules import progress
from ...rules.category import EarlierPermit
from ...rules.steps import Step
from ...trade.calendar import uk_today
from ..records import SYSTEM, Change, Permit, Works
from ..refusals import CONFLICT
from .alterations import without_pending
from .pieces import (
    about_permit,
    about_works,
    check,
    check_step,
    find_permit,
    is_only_acknowledged,
    with_duration,
    with_permit,
)
from .standings import permit_standing, works_standing


def earlier_permits(works: Works) -> list[EarlierPermit]:
    """Return the permits by which the category of another one is judged."""
    return [EarlierPermit(one.category, one.status) for one in works.permits]


def check_follows(works: Works, category: str) -> None:
    """Raise Refusal 409 unless another permit of this category may be applied for now."""
    stands = works_standing(works)
    check_step(Step.APPLY, stands, CONFLICT)
    check(progress.why_not_followed_by(stands, category), CONFLICT)


def add(works: Works, permit: Permit, now: datetime) -> Change:
    """Add a permit: what it follows has progressed, immediate works start, some are granted.

    Raises Refusal 409 when there is no room for it.
    """
    check_follows(works, permit.category)
    permit = with_duration(works, permit, uk_today(now))
    events = [about_permit("{kind}_submitted", "Permit submitted", permit)]
    latest, plan = works.active, works.forward_plan
    if latest is not None and progress.progresses(works_standing(works).latest):
        works = with_permit(works, replace(latest, status="progressed", status_changed=now))
    if plan is not None and plan.status == "raised":
        works = replace(works, forward_plan=replace(plan, status="progressed", status_changed=now))
    if is_only_acknowledged(works, permit):
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
    check_step(Step.CANCEL, permit_standing(works, permit))
    ended = without_pending(works, permit, "cancelled", now)
    permit = find_permit(ended.works, reference)
    permit = replace(permit, status="cancelled", status_changed=now, modified=now)
    works = replace(with_permit(ended.works, permit), status="cancelled")
    told = about_permit("{kind}_cancelled", "Permit cancelled", permit)
    told = replace(told, details=comments or told.details)
    return Change(works, (*ended.events, told))
