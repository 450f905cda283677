"""Days, times and numbers as planners type them, in the UK's order, or how to write them.

A day is day, month and year; a time is hours and minutes. Nothing is guessed: what could mean two
things is refused, and no number is ever counted from an epoch.
"""

import re
from collections.abc import Sequence
from datetime import date, time
from typing import Callable, Optional

from ..errors import StreetWorksError
from ..words import tr

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SHORT = 3  # letters of a month or a weekday that are enough
_CENTURY = 2000
_FIRST_YEAR, _LAST_YEAR = 2000, 2099
_NOON = 12

# The parts of a day as it is typed.
GAP = r"\s*[/.,\-‐‑–—]?\s*"
WEEKDAY = rf"(?:(?P<weekday>[a-z]{{3,9}})(?![a-z]){GAP})?"
NUMBER = r"(?P<day>[0-9]{1,2})"
NTH = rf"{NUMBER}(?:st|nd|rd|th)?(?: of)?"
WORD = r"(?P<month>[a-z]{3,9})"
# Two digits of a year are enough from 21 on: with 20, every year of this century begins.
_YEAR = r"(?P<year>[0-9]{4}|2[1-9]|[3-9][0-9])"
_DAY = tuple(
    re.compile(WEEKDAY + pattern)
    for pattern in (
        rf"{NUMBER}(?P<gap>\s*[/.\-‐‑–—]\s*| )(?P<month>[0-9]{{1,2}})(?P=gap){_YEAR}",
        rf"{NTH}{GAP}{WORD}{GAP}{_YEAR}",
        rf"{WORD}{GAP}{NTH}{GAP}(?P<year>[0-9]{{4}})",
        r"(?P<year>[0-9]{4})(?P<gap>[/.\-])(?P<month>[0-9]{2})(?P=gap)(?P<day>[0-9]{2})",
    )
)
_A_NUMBER = re.compile(r"(?P<whole>[0-9]+)(?:(?:\.|,(?![0-9]{3}$))(?P<part>[0-9]+))?")
_HALF = r"(?P<half>[ap]\.?m\.?)"
_CLOCK = (
    re.compile(rf"(?P<hours>[0-9]{{1,2}})(?P<minutes>)\s*{_HALF}"),
    re.compile(
        r"(?P<hours>[0-9]{1,2})(?:\s*[:.h]\s*| )?(?P<minutes>[0-9]{2})(?:[:.]00)?"
        rf"\s*(?:{_HALF}|h|hrs|hours)?"
    ),
)


def day_of(text: str) -> date:
    """Return the day that `text` means: "12/01/2027", "12 Jan 27", "Tue 12 January 2027".

    ISO text ("2027-01-12") is read too. Raises StreetWorksError, which says how to write a day.
    """
    found = _matched(_DAY, text)
    month = None if found is None else month_number(found["month"])
    if found is None or month is None:
        raise StreetWorksError(
            tr("This is not read as a date."),
            advice=tr("Write day, month and year, such as 12 Jan 2027 or 12/01/2027."),
        )
    day = _real_day(int(found["day"]), month, found["year"])
    check_weekday(found["weekday"], day)
    return day


def clock_of(text: str) -> time:
    """Return the time of day that `text` means: "09:30", "9.30", "0930", "9.30 am", "noon".

    An hour alone is no time, unless am or pm stands with it. Raises StreetWorksError, which says
    how to write a time.
    """
    if text.strip().lower() in {"noon", "midday", "12 noon", "12 midday"}:
        return time(_NOON)
    found = _matched(_CLOCK, text)
    if found is None:
        raise StreetWorksError(
            tr("This is not read as a time."),
            advice=tr("Write hours and minutes, such as 09:30, 14:15 or 2.15 pm."),
        )
    hours, minutes = _of_24(int(found["hours"]), found["half"]), int(found["minutes"] or 0)
    try:
        return time(hours, minutes)
    except ValueError as error:
        raise StreetWorksError(
            tr("There is no such time of day."),
            advice=tr("Write hours and minutes from 00:00 to 23:59."),
        ) from error


def number_of(text: str) -> Optional[float]:
    """Return the number that `text` means, "1.2" or "1,2" alike; an int where it is a whole one.

    None for what is no number, and for "1,200", which could be two: a thousand, or little more
    than one where a comma is for decimals.
    """
    found = _A_NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    return float(f"{found['whole']}.{found['part']}") if found["part"] else int(found["whole"])


def day_problem(text: str) -> str:
    """Say what is wrong with `text` as a day; "" when it is one."""
    return _problem(day_of, text)


def clock_problem(text: str) -> str:
    """Say what is wrong with `text` as a time of day; "" when it is one."""
    return _problem(clock_of, text)


def written(day: date) -> str:
    """Return `day` as it is typed, such as "12 Jan 2027"; `day_of` reads it."""
    return f"{day.day} {_short(_MONTHS[day.month - 1])} {day.year}"


def written_in_full(day: date) -> str:
    """Return `day` with its weekday, such as "Tue 12 Jan 2027"; `day_of` reads it."""
    return f"{_short(_WEEKDAYS[day.weekday()])} {written(day)}"


def plain(text: str) -> str:
    """Return `text` in small letters, with a single blank wherever it had some."""
    return " ".join(text.lower().split())


def month_number(text: str) -> Optional[int]:
    """Return the month that `text` names or begins to name, or None; digits are its number."""
    return int(text) if text.isdigit() else _number(_MONTHS, text)


def weekday_number(text: str) -> Optional[int]:
    """Return the weekday that `text` names or begins to name, from 1 for Monday on, or None."""
    return _number(_WEEKDAYS, "wed" if text == "weds" else text)


def check_weekday(text: Optional[str], day: date) -> None:
    """Raise StreetWorksError where `text` names another weekday than that of `day`."""
    if text is None or weekday_number(text) == day.isoweekday():
        return
    raise StreetWorksError(
        tr("{day} is a {weekday}.").format(
            day=written(day), weekday=_WEEKDAYS[day.weekday()].capitalize()
        ),
        advice=tr("Put the weekday or the date right."),
    )


def _problem(read: Callable[[str], object], text: str) -> str:
    try:
        read(text)
    except StreetWorksError as error:
        return str(error)
    return ""


def _matched(patterns: Sequence["re.Pattern[str]"], text: str) -> Optional["re.Match[str]"]:
    return next(filter(None, (one.fullmatch(plain(text)) for one in patterns)), None)


def _number(names: Sequence[str], text: str) -> Optional[int]:
    """Return which of `names` (from 1) begins with `text`."""
    return next((n for n, name in enumerate(names, 1) if name.startswith(text)), None)


def _real_day(day: int, month: int, year: str) -> date:
    full_year = int(year) if len(year) == len("2026") else int(year) + _CENTURY
    try:
        real = date(full_year, month, day)
    except ValueError as error:
        raise StreetWorksError(
            tr("There is no such date."),
            advice=tr("The day comes first, then the month: 12/01/2027 is 12 January."),
        ) from error
    if not _FIRST_YEAR <= full_year <= _LAST_YEAR:
        raise StreetWorksError(
            tr("The year {year} cannot be right.").format(year=full_year),
            advice=tr("Write a year from {first} to {last}.").format(
                first=_FIRST_YEAR, last=_LAST_YEAR
            ),
        )
    return real


def _of_24(hours: int, half: Optional[str]) -> int:
    """Return the hour on a clock of 24 hours; 24, which no day has, for one such as 13 pm."""
    if not half:
        return hours
    if not 1 <= hours <= _NOON:
        return 2 * _NOON
    return hours % _NOON + (_NOON if half.startswith("p") else 0)


def _short(name: str) -> str:
    return name[:_SHORT].capitalize()
