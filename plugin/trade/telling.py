"""Days in a few letters, as a planner writes them."""

from datetime import date
from typing import Optional

from ..words import tr


def short_day(day: date, today: date) -> str:
    """Write a day as "3 Dec", with its year where that is not the year of `today`."""
    said = f"{day.day} {day:%b}"
    return said if day.year == today.year else f"{said} {day.year}"


def span(start: Optional[date], end: Optional[date], today: date) -> str:
    """Write days as "3 Dec – 5 Dec"; None is open, and "" comes back when both are."""
    if start is None and end is None:
        return ""
    if end is None:
        return tr("from {day}").format(day=short_day(start or today, today))
    if start is None:
        return tr("until {day}").format(day=short_day(end, today))
    if start == end:
        return short_day(start, today)
    return tr("{first} – {last}").format(first=short_day(start, today), last=short_day(end, today))
