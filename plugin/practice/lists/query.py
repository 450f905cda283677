"""What a list is narrowed down by, checked against the operation's parameters."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Optional

from pydantic_core import PydanticCustomError

from ...api.contract.fields import civil_date
from ...api.contract.parameters import Parameter
from ...api.v1.operations import OPERATIONS
from ...words import tr
from ..refusals import bad_field


class Query:
    """The parameters of a request for a list, by name, each read as the contract says."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        self._values = values

    @classmethod
    def of(cls, operation_id: str, given: Mapping[str, Sequence[str]]) -> "Query":
        """Read the query of a reporting operation. Raises Refusal 400 naming what is wrong."""
        parameters = OPERATIONS["reporting", operation_id].parameters
        read = {
            one.name: _read(one, [text for text in given.get(one.name, ()) if text != ""])
            for one in parameters
        }
        return cls({name: value for name, value in read.items() if value is not None})

    def __getitem__(self, name: str) -> Any:
        """Return the value, a list for an array, or None."""
        return self._values.get(name)

    def items(self) -> list[tuple[str, Any]]:
        """Return what is given."""
        return list(self._values.items())


def _read(parameter: Parameter, texts: list[str]) -> Any:
    if not texts:
        return None
    if parameter.kind == "array":
        return [_allowed(parameter, text) for text in texts]
    if len(texts) > 1:
        raise bad_field(parameter.name, tr("This may be given only once."))
    text = texts[0]
    if parameter.kind == "boolean":
        return _flag(parameter.name, text)
    if parameter.kind == "number":
        return _count(parameter.name, text)
    if parameter.kind == "date-time":
        return day(parameter.name, text)
    return _allowed(parameter, text)


def _allowed(parameter: Parameter, text: str) -> str:
    if parameter.values and text not in parameter.values:
        said = tr("Choose one of: {values}.").format(values=", ".join(parameter.values))
        raise bad_field(parameter.name, said)
    return text


def _flag(name: str, text: str) -> bool:
    if text not in ("true", "false"):
        raise bad_field(name, tr("Answer true or false."))
    return text == "true"


def _count(name: str, text: str) -> int:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or number < 0 or number != int(number):
        raise bad_field(name, tr("This must be a whole number, not below zero."))
    return int(number)


def day(name: str, text: str) -> date:
    """Read a day. Raises Refusal 400."""
    try:
        value: date = civil_date(text.replace(" ", "+"))  # a plus sign that was not encoded
    except PydanticCustomError as error:
        raise bad_field(name, error.message()) from error
    return value


def moment(name: str, text: Optional[str]) -> Optional[datetime]:
    """Read a moment with its offset, or None. Raises Refusal 400."""
    if text is None:
        return None
    try:
        value = datetime.fromisoformat(text.replace(" ", "+").replace("Z", "+00:00"))
    except ValueError:
        value = None
    if value is None or value.tzinfo is None:
        raise bad_field(name, tr("Give a date and time with its offset."))
    return value
