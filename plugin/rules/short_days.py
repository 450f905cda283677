"""Days as planners say them for short, counted from today: "12 Jan", "+14", "tomorrow", "next Mon".

They are for fields that show what they understood before they take it. What is kept, sent or read
from a file has its year, as `typed.day_of` reads it.
"""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Callable, Optional

from ..errors import StreetWorksError
from ..trade.calendar import add_working_days, take_working_days, uk_today
from ..words import tr
from .typed import (
    GAP,
    NTH,
    NUMBER,
    WEEKDAY,
    WORD,
    check_weekday,
    day_of,
    day_problem,
    month_number,
    plain,
    weekday_number,
)

_NAMED: Mapping[str, int] = {"today": 0, "tomorrow": 1, "yesterday": -1}
_FROM_TODAY = re.compile(
    r"(?P<sign>[+\-−–]|in )\s*(?P<count>[0-9]{1,3})\s*"
    r"(?P<unit>d|days?|w|wks?|weeks?|wd|working days?)?"
)
_ON_WEEKDAY = re.compile(r"(?:(?P<which>next|this|on) )?(?P<weekday>[a-z]{3,9})")
_WITHOUT_YEAR = tuple(
    re.compile(WEEKDAY + pattern)
    for pattern in (
        rf"{NUMBER}(?:\s*[/.\-‐‑–—]\s*| )(?P<month>[0-9]{{1,2}})",
        rf"{NTH}{GAP}{WORD}\.?",
        rf"{WORD}{GAP}{NTH}",
    )
)
_YEARS_TO_A_LEAP_DAY = 8  # from 2096 on it is so long to the next one
_WEEK = 7


def day_meant(text: str, today: Optional[date] = None, *, past: bool = False) -> date:
    """Return the day that `text` means on `today`, by default today in the UK.

    A day and a month, or a weekday, are the next ones from today on; in the `past` they are the
    last ones. Raises StreetWorksError, which says how to write a day.
    """
    try:
        return day_of(text)
    except StreetWorksError:
        short = _short(plain(text), today or uk_today(), past)
        if short is None:
            raise
        return short


def is_short(text: str) -> bool:
    """Say whether `text` means a day, and another one on another day of typing it."""
    try:
        day_meant(text)
    except StreetWorksError:
        return False
    return bool(day_problem(text))


def _short(text: str, today: date, past: bool) -> Optional[date]:
    if text in _NAMED:
        return today + timedelta(days=_NAMED[text])
    found = (read(text, today, past) for read in _READ)
    return next((day for day in found if day is not None), None)


def _from_today(text: str, today: date, past: bool) -> Optional[date]:
    found = _FROM_TODAY.fullmatch(text)
    if found is None:
        return None
    count, unit = int(found["count"]), found["unit"] or "d"
    ahead = found["sign"] in {"+", "in "}
    if unit.startswith(("wd", "working")):
        return (add_working_days if ahead else take_working_days)(today, count)
    days = count * (_WEEK if unit.startswith("w") else 1)
    return today + timedelta(days=days if ahead else -days)


def _on_weekday(text: str, today: date, past: bool) -> Optional[date]:
    """Return the weekday after today, or of this or of the next week, which begins on Monday."""
    found = _ON_WEEKDAY.fullmatch(text)
    number = None if found is None else weekday_number(found["weekday"])
    if found is None or number is None:
        return None
    of_this_week = today + timedelta(days=number - today.isoweekday())
    if found["which"] == "next":
        return of_this_week + timedelta(days=_WEEK)
    if found["which"] == "this":
        return of_this_week
    if past:
        return of_this_week - timedelta(days=_WEEK if of_this_week >= today else 0)
    return of_this_week + timedelta(days=_WEEK if of_this_week <= today else 0)


def _without_year(text: str, today: date, past: bool) -> Optional[date]:
    found = next(filter(None, (one.fullmatch(text) for one in _WITHOUT_YEAR)), None)
    month = None if found is None else month_number(found["month"])
    if found is None or month is None:
        return None
    there = (_day(int(found["day"]), month, today.year + n) for n in _years(past))
    fitting = (one for one in there if one and (one <= today if past else one >= today))
    day = next(fitting, None)
    if day is None:
        raise StreetWorksError(
            tr("There is no such date."),
            advice=tr("The day comes first, then the month: 12/1 is 12 January."),
        )
    check_weekday(found["weekday"], day)
    return day


def _years(past: bool) -> range:
    return range(0, -_YEARS_TO_A_LEAP_DAY - 1, -1) if past else range(_YEARS_TO_A_LEAP_DAY + 1)


def _day(day: int, month: int, year: int) -> Optional[date]:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_READ: tuple[Callable[[str, date, bool], Optional[date]], ...] = (
    _from_today,
    _on_weekday,
    _without_year,
)
