"""What a value in a path or a query may be: one type for each kind, judged before it is sent.

A day may be given as a date, as a moment with its offset, which is its day in the United Kingdom,
or as ISO text of either. A moment always needs its offset; a day given as one is its midnight UTC,
which is how the service writes days.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from functools import cached_property
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import AfterValidator, BeforeValidator, Field, StrictBool, TypeAdapter

from ...words import tr
from .fields import CivilDate, Instant, day_as_sent, parsed_time, whole
from .geometry import refused


def _filled(text: str) -> str:
    if not text.strip():
        raise refused(tr("This must be filled in."))
    return text


def _named(text: str) -> str:
    """Refuse what would be another place in a path."""
    return _filled(text.strip(". ")) and text


def _with_offset_or_day(value: Any) -> Any:
    """Refuse a moment that leaves its offset to be guessed."""
    moment = parsed_time(value) if isinstance(value, str) else value
    if isinstance(moment, datetime) and moment.tzinfo is None:
        raise refused(tr("Give the time with its offset from UTC."))
    return moment


def _midnight(value: Any) -> Any:
    is_day = isinstance(value, date) and not isinstance(value, datetime)
    return day_as_sent(value) if is_day else value


Words = Annotated[str, Field(strict=True, min_length=1), AfterValidator(_filled)]
Mark = Annotated[str, Field(strict=True, min_length=1, max_length=320), AfterValidator(_named)]
Reference = Annotated[str, Field(strict=True, min_length=1, max_length=100), AfterValidator(_named)]
YesNo = StrictBool
Number = Annotated[int, BeforeValidator(whole), Field(strict=True, ge=0)]
Metres = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Day = Annotated[CivilDate, BeforeValidator(_with_offset_or_day)]
When = Annotated[Instant, BeforeValidator(_midnight), BeforeValidator(_with_offset_or_day)]


@dataclass(frozen=True)
class Parameter:
    """A value beside the body: in the path, the query or, for a file, the form.

    `type` is what it may be. With `untyped` the contract says nothing of it. An array stands in
    the query as the same name several times.
    """

    name: str
    type: Any = field(default=Words, hash=False)
    place: str = "query"
    required: bool = False
    untyped: bool = False

    @property
    def kind(self) -> str:
        """The contract's kind: string, number, boolean, date-time, array, file or untyped."""
        if self.untyped:
            return "untyped"
        if self.place == "formData":
            return "file"
        return "array" if get_origin(self.type) is list else _KINDS.get(self.plain_type, "string")

    @property
    def plain_type(self) -> Any:
        """Python's type of a value."""
        return get_args(self.type)[0] if get_origin(self.type) is Annotated else self.type

    @property
    def values(self) -> tuple[str, ...]:
        """What is allowed, in an array for each of its values, where the contract says it."""
        one = get_args(self.type)[0] if get_origin(self.type) is list else self.type
        if get_origin(one) is Literal:
            return get_args(one)
        is_enumeration = isinstance(one, type) and issubclass(one, Enum)
        return tuple(str(each.value) for each in one) if is_enumeration else ()

    def as_sent(self, value: Any) -> list[str]:
        """Judge a value; return the texts that are sent of it. Raises ValidationError."""
        read = self._reader.validate_python(value)
        plain = self._reader.dump_python(read, mode="json")
        return [_text(one) for one in (plain if isinstance(plain, list) else [plain])]

    @cached_property
    def _reader(self) -> "TypeAdapter[Any]":
        return TypeAdapter(self.type)


_KINDS = {
    bool: "boolean",
    int: "number",
    float: "number",
    date: "date-time",
    datetime: "date-time",
}


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(whole(value))
