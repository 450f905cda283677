"""Pydantic's findings in the planner's words."""

from collections.abc import Iterable, Mapping
from typing import Any, Callable, Union

from pydantic import ValidationError
from pydantic_core import ErrorDetails, InitErrorDetails, PydanticCustomError

from ...words import tr

OURS = "planner"
"""The error type of messages that are written for planners already."""


def problems(error: ValidationError) -> dict[str, list[str]]:
    """Tell what is wrong, field by field, in the planner's words.

    Keys are the contract's field names, with positions inside lists and parts after a dot
    (`permit_conditions.0.comment`); what belongs to no field stands under the empty text.
    """
    said: dict[str, list[str]] = {}
    for detail in error.errors(include_url=False):
        field, is_one_of_several = _field(detail["loc"])
        message = worded(detail)
        if is_one_of_several:
            # The last kind that a value may be of is the widest one: the others only confuse.
            said[field] = [message]
        elif message not in said.setdefault(field, []):
            said[field].append(message)
    return said


def worded(detail: ErrorDetails) -> str:
    """Say one finding of pydantic in the planner's words."""
    if detail["type"] == OURS:
        return detail["msg"]
    wording = _WORDINGS.get(detail["type"], _unreadable)
    return wording(detail.get("ctx", {}))


def planner_error(field: str, message: str, value: Any = None) -> InitErrorDetails:
    """Give a finding about `field` whose message is for the planner."""
    return InitErrorDetails(type=_custom(message), loc=(field,), input=value)


def restated(details: Iterable[ErrorDetails]) -> list[InitErrorDetails]:
    """Give pydantic's findings again in the planner's words, each at its place."""
    return [
        InitErrorDetails(type=_custom(worded(one)), loc=one["loc"], input=one["input"])
        for one in details
    ]


def _custom(message: str) -> PydanticCustomError:
    return PydanticCustomError(OURS, "{message}", {"message": message})


_KINDS = frozenset({"int", "float", "str"})


def _field(loc: tuple[Union[int, str], ...]) -> tuple[str, bool]:
    """Write a place for people; tell too whether it names one of several kinds of value."""
    parts = [str(part) for part in loc]
    named = [part for part in parts if part not in _KINDS and "[" not in part]
    return ".".join(named), len(named) < len(parts)


def _unreadable(context: Mapping[str, Any]) -> str:
    return tr("This value cannot be read.")


def _at_most(context: Mapping[str, Any]) -> str:
    return tr("At most {n} characters.").format(n=context["max_length"])


def _too_many(context: Mapping[str, Any]) -> str:
    return tr("At most {n} may be given.").format(n=context["max_length"])


def _not_below(context: Mapping[str, Any]) -> str:
    return tr("This must be {n} or more.").format(n=context["ge"])


def _not_above(context: Mapping[str, Any]) -> str:
    return tr("This must be {n} or less.").format(n=context["le"])


def _one_of(context: Mapping[str, Any]) -> str:
    return tr("Choose one of: {values}.").format(values=context["expected"])


def _date_and_time(context: Mapping[str, Any]) -> str:
    return tr("Give a date and time with its offset, such as 2026-06-03T09:00:00+01:00.")


_WORDINGS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "missing": lambda _: tr("This must be filled in."),
    "extra_forbidden": lambda _: tr("This field is not known here."),
    "string_type": lambda _: tr("This must be text."),
    "string_too_short": lambda _: tr("This must be filled in."),
    "string_too_long": _at_most,
    "too_short": lambda _: tr("Choose at least one."),
    "too_long": _too_many,
    "list_type": lambda _: tr("This must be a list."),
    "dict_type": lambda _: tr("This must be an object."),
    "model_type": lambda _: tr("This must be an object."),
    "model_attributes_type": lambda _: tr("This must be an object."),
    "bool_type": lambda _: tr("Answer yes or no."),
    "bool_parsing": lambda _: tr("Answer yes or no."),
    "int_type": lambda _: tr("This must be a whole number."),
    "int_parsing": lambda _: tr("This must be a whole number."),
    "int_from_float": lambda _: tr("This must be a whole number."),
    "float_type": lambda _: tr("This must be a number."),
    "float_parsing": lambda _: tr("This must be a number."),
    "finite_number": lambda _: tr("This must be a number."),
    "string_unicode": lambda _: tr("This text holds characters that cannot be sent."),
    "greater_than_equal": _not_below,
    "less_than_equal": _not_above,
    "enum": _one_of,
    "literal_error": _one_of,
    "datetime_type": _date_and_time,
    "datetime_parsing": _date_and_time,
    "datetime_from_date_parsing": _date_and_time,
    "date_type": lambda _: tr("Give a date, such as 2026-06-03."),
    "date_parsing": lambda _: tr("Give a date, such as 2026-06-03."),
}
