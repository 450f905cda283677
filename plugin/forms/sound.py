"""Whether a value that a draft kept is such as its question has."""

from typing import Any, Callable

from pydantic_core import PydanticCustomError

from ..api.contract.geometry import extent_to_send
from .kinds import Kind

_LONGEST = 100_000


def is_sound(value: object, kind: Kind) -> bool:
    """Say whether `value` may be shown as an answer of `kind`; None may, as no answer."""
    return value is None or _FITS[kind](value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(_is_text(one) for one in value)


def _is_moment(value: object) -> bool:
    return (
        isinstance(value, dict)
        and set(value) == {"day", "time"}
        and all(_is_text(one) for one in value.values())
    )


def _are_conditions(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, dict)
        and _is_text(one.get("condition"))
        and all(_is_text(one.get(name, "")) for name in ("comment", "numbers"))
        for one in value
    )


def _are_files(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, dict)
        and isinstance(one.get("file_id"), int)
        and _is_text(one.get("name"))
        and isinstance(one.get("size", 0), int)
        and _is_text(one.get("digest", ""))
        for one in value
    )


def _is_extent(value: object) -> bool:
    try:
        extent_to_send(value)
    except PydanticCustomError:
        return False
    return True


_FITS: dict[Kind, Callable[[Any], bool]] = {
    Kind.TEXT: _is_text,
    Kind.LONG_TEXT: _is_text,
    Kind.CHOICE: _is_text,
    Kind.YES_NO: lambda value: isinstance(value, bool),
    Kind.DATE: _is_text,
    Kind.TIME: _is_text,
    Kind.MOMENT: _is_moment,
    Kind.TICKS: _are_texts,
    Kind.CONDITIONS: _are_conditions,
    Kind.DESIGNATIONS: _are_texts,
    Kind.LINES: _are_texts,
    Kind.FILES: _are_files,
    Kind.EXTENT: _is_extent,
}
