"""The days of works that nothing is known of yet, and what becomes of them when one is moved."""

from datetime import date, datetime
from typing import Optional

from ..trade import calendar
from ..trade.vocabulary.works import Category
from . import notice

USUAL_LENGTH = 3  # working days: the longest that counts as minor works


def usual_days(today: date, now: Optional[datetime] = None) -> tuple[date, date]:
    """Return first and last day of works that nothing is known of yet.

    They last three working days, after the notice that works of up to ten days need when they are
    applied for at `now`; None is a moment within today's working hours.
    """
    counted = calendar.counted_day(now, today) if now else today
    start = calendar.next_working_day(
        notice.earliest_start(Category.STANDARD, counted, today), today
    )
    return start, last_day(start, USUAL_LENGTH, today)


def last_day(first: date, working_days: int, today: date) -> date:
    """Return the last day of works from `first` on; works on a weekend alone count as one day."""
    begun = calendar.next_working_day(first, today)
    return calendar.add_working_days(begun, max(working_days, 1) - 1, today)


def end_after_move(start: date, end: date, moved: date, today: date) -> date:
    """Return the last day once the first was moved from `start` to `moved`.

    It stays unless it would be before the first; then the works keep their number of working days.
    """
    if end >= moved or end < start:
        return end
    return last_day(moved, calendar.working_days(start, end, today), today)
