"""What the clock grants when nobody assesses it in time (Business rules 3.4.8, 4.5)."""

from dataclasses import replace
from datetime import datetime
from typing import Optional

from ...rules.clocks.permits import may_deem
from ..records import SYSTEM, Change, Event, Permit, Works
from .alterations import settled
from .pieces import about_permit, with_permit


def due(works: Works) -> Optional[datetime]:
    """Return when the clock will next grant something on these works; None: never."""
    moments = [moment for one in works.permits for moment in _moments(one)]
    return min(moments) if moments else None


def _moments(permit: Permit) -> list[datetime]:
    moments = [permit.pending.deadline] if permit.pending else []
    if may_deem(permit.status) and permit.deadline:
        moments.append(permit.deadline)
    return moments


def deem(works: Works, now: datetime) -> Change:
    """Grant the permits and alterations whose time was up at `now`."""
    events: list[Event] = []
    for permit in works.permits:
        if may_deem(permit.status) and permit.deadline and permit.deadline <= now:
            granted = replace(permit, status="granted", is_deemed=True, status_changed=now)
            works = with_permit(works, granted)
            events.append(about_permit("{kind}_deemed", "Permit deemed granted", permit))
    for permit in works.permits:
        pending = permit.pending
        if pending and pending.deadline <= now:
            change = settled(works, permit, pending, "deemed", now)
            works, events = change.works, [*events, *change.events]
    told = tuple(replace(event, moment=now, username=SYSTEM) for event in events)
    return Change(works, told)
