"""The kinds of value that the messages of V1.25.12 are made of.

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
    StrictInt,
)

from ...words import tr
from .geometry import extent_to_send, refused
from .patterns import EMAIL, LETTERS_AND_DIGITS, REFERENCE, SWA_CODE, THREE_DIGITS

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


def pad_code(value: Any) -> Any:
    """Give an SWA code its leading zeros back (10 or "10" becomes "0010"); leave anything else."""
    if isinstance(value, bool):
        return value
    value = whole(value)
    text = str(value) if isinstance(value, int) else value
    return text.zfill(4) if isinstance(text, str) and text.isdigit() else text


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


def _no_number(value: Any) -> Any:
    """Refuse what is neither a date nor text that begins with one.

    Pydantic reads numbers, and numbers as text, as seconds since 1970.
    """
    is_text = isinstance(value, str) and _BEGINS_WITH_A_DAY.match(value)
    if is_text or isinstance(value, date):
        return value
    raise refused(tr("Give a date and time with its offset, such as 2026-06-03T09:00:00+01:00."))


def _moment_of_designation(value: Any) -> Any:
    """Take a designation's date from the street look-up as it is; a plain date is midnight UTC."""
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day, tzinfo=timezone.utc)
    return _no_number(value)


def _midnight_if_day(value: Any) -> Any:
    """Read a day without a time as its midnight, which early versions of pydantic do not."""
    is_day = isinstance(value, str) and len(value) == len("2026-06-03")
    return f"{value}T00:00:00" if is_day else value


def _unlike(values: list[Any]) -> list[Any]:
    if len({str(value).lower() for value in values}) < len(values):
        raise refused(tr("Each may be given only once."))
    return values


def _two_decimals(value: float) -> float:
    if round(value, 2) != value:
        raise refused(tr("At most two decimal places."))
    return value


Unlike = AfterValidator(_unlike)
"""Marks a list in which nothing may stand twice."""

# ---- for requests ----
EmailAddress = Annotated[str, Field(strict=True, pattern=EMAIL)]
Email50 = Annotated[str, Field(strict=True, max_length=50, pattern=EMAIL)]
Email320 = Annotated[str, Field(strict=True, max_length=320, pattern=EMAIL)]
AddressLine = Annotated[str, Field(strict=True, max_length=255, pattern=LETTERS_AND_DIGITS)]
Postcode = Annotated[str, Field(strict=True, max_length=8, pattern=LETTERS_AND_DIGITS)]
Words = Annotated[str, Field(strict=True, min_length=1)]
Text20 = Annotated[str, Field(strict=True, min_length=1, max_length=20)]
Text50 = Annotated[str, Field(strict=True, min_length=1, max_length=50)]
Text60 = Annotated[str, Field(strict=True, min_length=1, max_length=60)]
Text99 = Annotated[str, Field(strict=True, min_length=1, max_length=99)]
Text100 = Annotated[str, Field(strict=True, min_length=1, max_length=100)]
Text500 = Annotated[str, Field(strict=True, min_length=1, max_length=500)]
Text1500 = Annotated[str, Field(strict=True, min_length=1, max_length=1500)]
Email = Annotated[
    str,
    Field(strict=True, max_length=100, pattern=EMAIL),
]
SwaCode = Annotated[str, BeforeValidator(pad_code), Field(pattern=SWA_CODE)]
# Business rules 1.4 let USRNs begin at 100001, the Swagger description at 1000001: the wider holds.
Usrn = Annotated[StrictInt, Field(ge=100_001, le=99_999_999)]
RoadCategory = Annotated[StrictInt, Field(ge=0, le=10)]
ClockNumber = Annotated[StrictInt, Field(ge=0, le=2400)]
FileId = Annotated[StrictInt, Field(ge=1)]
Decimals = Annotated[float, Field(strict=True, allow_inf_nan=False), AfterValidator(_two_decimals)]
WorkstreamPrefix = Annotated[str, Field(strict=True, pattern=THREE_DIGITS)]
WorkReference = Annotated[
    str, Field(strict=True, max_length=24, pattern=REFERENCE), AfterValidator(str.upper)
]
CivilDate = Annotated[
    date, BeforeValidator(civil_date), PlainSerializer(day_as_sent, when_used="json")
]
Instant = Annotated[
    datetime,
    BeforeValidator(_no_number),
    AfterValidator(_with_offset),
    PlainSerializer(moment_as_sent, when_used="json"),
]
DesignationDate = Annotated[
    datetime,
    BeforeValidator(_moment_of_designation),
    AfterValidator(in_utc),
    PlainSerializer(moment_as_sent, when_used="json"),
]
Coordinates = Annotated[dict[str, Any], BeforeValidator(extent_to_send)]

# The look-up's texts go back exactly as they came, be they empty.
Text255 = Annotated[str, Field(strict=True, max_length=255)]
Text300 = Annotated[str, Field(strict=True, max_length=300)]

# ---- for responses ----
Text = Annotated[str, BeforeValidator(_text)]
PaddedCode = Annotated[str, BeforeValidator(pad_code)]
Number = Annotated[Union[int, float], BeforeValidator(whole)]
Moment = Annotated[datetime, BeforeValidator(_midnight_if_day), AfterValidator(in_utc)]
