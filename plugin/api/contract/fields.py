"""The kinds of value that the messages of every contract are made of.

Those for requests are strict. Those for responses read what can be read: numbers given as text,
text given as numbers, moments without an offset.
"""

import re
from datetime import MAXYEAR, MINYEAR, date, datetime, timezone
from enum import Enum, IntEnum
from typing import Annotated, Any, TypeVar, Union
from zoneinfo import ZoneInfo

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PlainSerializer,
)

from ...words import tr
from .geometry import extent_to_send, refused

UK = "Europe/London"

_Text = TypeVar("_Text", bound=Enum)
_Code = TypeVar("_Code", bound=IntEnum)

Open = Annotated[Union[_Text, str], Field(union_mode="left_to_right")]
"""An enumeration in a response: a value that is not known stays the text it came as."""


def whole(value: Any) -> Any:
    """Write a number that is whole as one: 12.0 becomes 12; leave anything else."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


OpenCode = Annotated[
    Union[_Code, int, str], Field(union_mode="left_to_right"), BeforeValidator(whole)
]
"""A numbered enumeration in a response: a code that is not known stays as it came."""


def _text(value: Any) -> Any:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    return str(whole(value)) if is_number else value


def in_utc(moment: datetime) -> datetime:
    """Read a moment without an offset as UTC, which is the clock of the service."""
    return moment if moment.tzinfo else moment.replace(tzinfo=timezone.utc)


def civil_date(value: Any) -> Any:
    """Tell the calendar day that is meant.

    A date is itself. A moment that is exactly midnight in UTC is how the service writes a day; any
    other moment is its day in the United Kingdom. Text may hold either. Raises
    PydanticCustomError for anything else.
    """
    if isinstance(value, str):
        value = parsed_time(value)
    if isinstance(value, datetime):
        return _day_of(_within_the_calendar(value))
    if isinstance(value, date):
        return value
    raise refused(tr("Give a date, such as 2026-06-03."))


_BEGINS_WITH_A_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])")


def parsed_time(text: str) -> Union[date, datetime]:
    """Read a day, or a moment, written as ISO text. Raises PydanticCustomError."""
    if not _BEGINS_WITH_A_DAY.match(text):
        raise refused(tr("Give a date, such as 2026-06-03."))
    try:
        if len(text) == len("2026-06-03"):
            return date.fromisoformat(text)
        return datetime.fromisoformat(_plain_iso(text))
    except ValueError:
        raise refused(tr("Give a date, such as 2026-06-03.")) from None


def _plain_iso(text: str) -> str:
    """Write ISO text so that Python 3.9 reads it: no Z, three digits of a second's fraction."""
    text = text.replace("Z", "+00:00").replace("z", "+00:00")
    head, dot, tail = text.partition(".")
    digits = len(tail) - len(tail.lstrip("0123456789"))
    return head + dot + tail[:digits][:6].ljust(6, "0") + tail[digits:] if dot else text


def _within_the_calendar(moment: datetime) -> datetime:
    """Refuse a moment that may lie outside the calendar in another time zone."""
    if moment.year in (MINYEAR, MAXYEAR):
        raise refused(tr("Give a date, such as 2026-06-03."))
    return moment


def _day_of(moment: datetime) -> date:
    if moment.tzinfo is None:
        return moment.date()
    utc = moment.astimezone(timezone.utc)
    if (utc.hour, utc.minute, utc.second, utc.microsecond) == (0, 0, 0, 0):
        return utc.date()
    return moment.astimezone(ZoneInfo(UK)).date()


def day_as_sent(day: date) -> str:
    """Write a calendar day as the service does: midnight UTC, whatever the season."""
    return f"{day.isoformat()}T00:00:00.000Z"


def moment_as_sent(moment: datetime) -> str:
    """Write a moment to the millisecond, with its offset, or Z for UTC."""
    text = moment.isoformat(timespec="milliseconds")
    return text[: -len("+00:00")] + "Z" if text.endswith("+00:00") else text


def _with_offset(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise refused(tr("Give the time with its offset from UTC."))
    return _within_the_calendar(moment)


def _to_the_millisecond(moment: datetime) -> datetime:
    """Cut off what is not sent, so that rules judge what the service will see."""
    return moment.replace(microsecond=moment.microsecond // 1000 * 1000)


def not_a_number(value: Any) -> Any:
    """Refuse what is neither a date nor text that begins with one.

    Pydantic reads numbers, and numbers as text, as seconds since 1970.
    """
    is_text = isinstance(value, str) and _BEGINS_WITH_A_DAY.match(value)
    if is_text or isinstance(value, date):
        return value
    raise refused(tr("Give a date and time with its offset, such as 2026-06-03T09:00:00+01:00."))


def _midnight_if_day(value: Any) -> Any:
    """Read a day without a time as its midnight, which early versions of pydantic do not."""
    is_day = isinstance(value, str) and len(value) == len("2026-06-03")
    return f"{value}T00:00:00" if is_day else value


def _unlike(values: list[Any]) -> list[Any]:
    if len({str(value).lower() for value in values}) < len(values):
        raise refused(tr("Each may be given only once."))
    return values


Unlike = AfterValidator(_unlike)
"""Marks a list in which nothing may stand twice."""

# ---- for requests ----
Words = Annotated[str, Field(strict=True, min_length=1)]
CivilDate = Annotated[
    date, BeforeValidator(civil_date), PlainSerializer(day_as_sent, when_used="json")
]
Instant = Annotated[
    datetime,
    BeforeValidator(not_a_number),
    AfterValidator(_with_offset),
    AfterValidator(_to_the_millisecond),
    PlainSerializer(moment_as_sent, when_used="json"),
]
Coordinates = Annotated[dict[str, Any], BeforeValidator(extent_to_send)]

# ---- for responses ----
Text = Annotated[str, BeforeValidator(_text)]
Number = Annotated[Union[int, float], BeforeValidator(whole)]
Moment = Annotated[datetime, BeforeValidator(_midnight_if_day), AfterValidator(in_utc)]
