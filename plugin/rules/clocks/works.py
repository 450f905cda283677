"""The clocks of works on the street: notices of start and stop, overrun."""

from datetime import date, datetime, time, timedelta
from typing import Optional

from ...trade import calendar
from ...trade.vocabulary.clocks import Clock
from ...trade.vocabulary.works import WorksStatus
from .due import Due, told, worked_out

_OPENS = time(8)
_FIRST_NOTICE = time(10)
_NOTICE = timedelta(hours=2)
_DAY = timedelta(days=1)
_EVERY_DAY_SINCE = date(2026, 1, 5)


def start_notice(started: datetime, today: Optional[date] = None) -> Due:
    """Return until when a start at that moment has to be logged."""
    return worked_out(Clock.START_NOTICE, _notice_by(started, today))


def stop_notice(stopped: datetime, today: Optional[date] = None) -> Due:
    """Return until when a stop at that moment has to be logged."""
    return worked_out(Clock.STOP_NOTICE, _notice_by(stopped, today))


def overrun(
    works_status: str,
    last_day: date,
    *,
    reasonable_end: Optional[date] = None,
    today: Optional[date] = None,
) -> Optional[Due]:
    """Return the end of the reasonable period of works in progress; None for other works.

    `reasonable_end` is Street Manager's own date; without it the proposed `last_day` stands for
    it. It presses from the working day ahead, when there is still time to ask for an extension.
    """
    if works_status != WorksStatus.IN_PROGRESS:
        return None
    end = reasonable_end or last_day
    due = told if reasonable_end else worked_out
    return due(Clock.OVERRUN, end, warn_from=calendar.last_working_day(end - _DAY, today))


def overrun_day(end: date, day: date) -> int:
    """Return which day of overrun `day` is when the reasonable period ends on `end`; 0: none.

    Every day counts since 5 January 2026; of those before it, working days count.
    """
    first = end + _DAY
    if day < first:
        return 0
    since = max(first, _EVERY_DAY_SINCE)
    every = calendar.calendar_days(since, day) if day >= since else 0
    before = min(day, _EVERY_DAY_SINCE - _DAY)
    return every + (calendar.working_days(first, before) if before >= first else 0)


def _notice_by(moment: datetime, today: Optional[date]) -> datetime:
    local = calendar.uk_time(moment).replace(second=0, microsecond=0)
    day = local.date()
    is_working = calendar.is_working_day(day, today)
    if is_working and _OPENS <= local.time() <= calendar.CUT_OFF:
        return local + _NOTICE
    if not is_working or local.time() > calendar.CUT_OFF:
        day = calendar.next_working_day(day + _DAY, today)
    return datetime.combine(day, _FIRST_NOTICE, tzinfo=calendar.uk_zone())
