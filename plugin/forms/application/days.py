"""The first and the last day of the works, among the answers of an application."""

from datetime import date, datetime, timezone
from typing import Optional

from ...rules.usual_days import end_after_move, usual_days
from ...trade.calendar import uk_today
from ..values import Values, day_in

START, END = "proposed_start_date", "proposed_end_date"


def days_of(values: Values) -> tuple[Optional[date], Optional[date]]:
    """Return the first and the last day as far as they can be read."""
    return day_in(values, START), day_in(values, END)


def period_of(values: Values) -> Optional[tuple[date, date]]:
    """Return both days, or None unless both can be read and the end is not before the start."""
    start, end = days_of(values)
    return None if start is None or end is None or end < start else (start, end)


def days_or_usual(values: Values) -> tuple[date, date]:
    """Return both days as far as the planner gave them, else the usual ones as of now."""
    now = datetime.now(timezone.utc)
    today = uk_today(now)
    first, last = usual_days(today, now)
    begun, ended = days_of(values)
    start = begun or first
    return start, ended or end_after_move(first, last, start, today)


def on_days(start: date, end: date) -> dict[str, str]:
    """Return the answers that give the works these days."""
    return {START: start.isoformat(), END: end.isoformat()}
