"""Durations, validity and deadlines."""

from datetime import date, datetime, time, timezone
from typing import Optional

from ...rules import notice
from ...trade import calendar
from ..made_up.scene import midnight
from ..records import Permit


def duration(start: date, end: date, today: date) -> dict[str, int]:
    """Return a DurationCalculationResponse; both days count. Raises StreetWorksError if swapped."""
    return {
        "calendar_days": calendar.calendar_days(start, end),
        "working_days": calendar.working_days(start, end, today),
    }


def validity(until: Optional[date], end: date) -> datetime:
    """Return the end of the validity period; where there is none, the proposed end."""
    return midnight(until or end)


def deadline(permit: Permit, today: date) -> datetime:
    """Return when the authority has to have answered, in UTC."""
    if permit.deadline:
        return permit.deadline
    try:
        local = notice.response_deadline(permit.category, permit.created, today)
    except KeyError:  # a published record with a category of its own
        local = datetime.combine(permit.start.date(), time(16, 30), tzinfo=timezone.utc)
    return local.astimezone(timezone.utc)
