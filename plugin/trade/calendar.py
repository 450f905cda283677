"""The register's calendar: working days in England, the 16:30 cut-off, UK civil days.

Business rules 1.2 and 3.4.8. The list of bank holidays reaches to the end of the year after the
current one, as the register's own list does: beyond that, no bank holiday is counted.
"""

from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache
from typing import Optional
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ..errors import StreetWorksError
from ..words import tr
from .telling import day_in_full

CUT_OFF = time(16, 30)
_SATURDAY = 5


def uk_zone() -> ZoneInfo:
    """Return the zone Europe/London. Raises StreetWorksError where its data is not installed."""
    try:
        return ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError as error:
        raise StreetWorksError(
            tr("The rules of UK summer time were not found on this computer."),
            advice=tr("Install the Python package tzdata, then restart QGIS."),
            detail=str(error),
        ) from error


def uk_time(moment: datetime) -> datetime:
    """Return `moment` on UK clocks; one without a zone is read as UTC, the register's clock."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    return aware.astimezone(uk_zone())


def is_shown(day: date, clock: time) -> bool:
    """Say whether UK clocks show the time `clock` on `day`: in spring they skip an hour."""
    local = datetime.combine(day, clock, uk_zone())
    return uk_time(local.astimezone(timezone.utc)).time() == clock


def uk_today(now: Optional[datetime] = None) -> date:
    """Return the civil day in the UK at `now` (by default the present moment)."""
    return uk_time(now or datetime.now(timezone.utc)).date()


def civil_day(moment: datetime) -> date:
    """Return the day a moment in an answer stands for.

    Midnight UTC is how the register writes a day without a time (V1.25.12, conventions on time);
    any other moment is its day in the UK.
    """
    aware = moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)
    utc = aware.astimezone(timezone.utc)
    return utc.date() if utc.time() == time(0) else uk_time(aware).date()


def bank_holidays(year: int, today: Optional[date] = None) -> frozenset[date]:
    """Return the bank holidays of `year` in England; none after the year that follows `today`."""
    horizon = (today or uk_today()).year + 1
    return _published_holidays(year) if year <= horizon else frozenset()


@lru_cache(maxsize=64)
def _published_holidays(year: int) -> frozenset[date]:
    import holidays  # noqa: PLC0415 - only when a date is first asked about: QGIS starts sooner

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=year))


def is_working_day(day: date, today: Optional[date] = None) -> bool:
    """Say whether `day` is a Monday to Friday that is no bank holiday in England."""
    return day.weekday() < _SATURDAY and day not in bank_holidays(day.year, today)


def calendar_days(start: date, end: date) -> int:
    """Count the days touched from `start` to `end`, both included.

    Raises StreetWorksError when `end` is before `start`.
    """
    _check_order(start, end)
    return (end - start).days + 1


def working_days(start: date, end: date, today: Optional[date] = None) -> int:
    """Count the working days from `start` to `end`, both included; a lone weekend has none.

    Raises StreetWorksError when `end` is before `start`.
    """
    weeks, rest = divmod(calendar_days(start, end), 7)
    weekdays = weeks * 5 + sum((start.weekday() + n) % 7 < _SATURDAY for n in range(rest))
    last_year = min(end.year, (today or uk_today()).year + 1)
    free = sum(
        start <= day <= end and day.weekday() < _SATURDAY
        for year in range(start.year, last_year + 1)
        for day in bank_holidays(year, today)
    )
    return weekdays - free


def add_working_days(day: date, count: int, today: Optional[date] = None) -> date:
    """Return the working day that is `count` working days after `day`, which itself is not counted.

    A `count` of 0 gives `day` itself, or the next working day where `day` is none.
    """
    if count < 0:
        raise ValueError("count must not be negative")
    reached, left = day, count
    while left:
        reached += timedelta(days=1)
        left -= is_working_day(reached, today)
    return next_working_day(reached, today)


def take_working_days(day: date, count: int, today: Optional[date] = None) -> date:
    """Return the working day that is `count` working days before `day`, which is not counted.

    A `count` of 0 gives `day` itself, or the last working day before it where `day` is none.
    """
    if count < 0:
        raise ValueError("count must not be negative")
    reached, left = day, count
    while left:
        reached -= timedelta(days=1)
        left -= is_working_day(reached, today)
    return last_working_day(reached, today)


def next_working_day(day: date, today: Optional[date] = None) -> date:
    """Return `day` where it is a working day, else the first working day after it."""
    while not is_working_day(day, today):
        day += timedelta(days=1)
    return day


def last_working_day(day: date, today: Optional[date] = None) -> date:
    """Return `day` where it is a working day, else the last working day before it."""
    while not is_working_day(day, today):
        day -= timedelta(days=1)
    return day


def add_months(day: date, months: int) -> date:
    """Return the same day of the month `months` later, or its last one where it lacks that day.

    Negative `months` are before `day`.
    """
    years, month = divmod(day.month - 1 + months, 12)
    first = date(day.year + years, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(day.day, last.day))


def at_cut_off(day: date) -> datetime:
    """Return the moment on UK clocks until which something counts as received on `day`."""
    return datetime.combine(day, CUT_OFF, tzinfo=uk_zone())


def counted_day(received: datetime, today: Optional[date] = None) -> date:
    """Return the working day on which something received at that moment counts as received.

    After 16:30 by UK clocks, or on a day that is no working day, it is the next working day.
    """
    local = uk_time(received)
    late = local.time() > CUT_OFF
    return next_working_day(local.date() + timedelta(days=1 if late else 0), today)


def _check_order(start: date, end: date) -> None:
    if end < start:
        raise StreetWorksError(
            tr("The end date {end} is before the start date {start}.").format(
                end=day_in_full(end), start=day_in_full(start)
            ),
            advice=tr("Choose an end date on or after the start date."),
        )
