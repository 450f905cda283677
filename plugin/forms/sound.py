"""Which of the values that a draft kept are such as their questions have."""

from typing import Any, Callable

from .application.fields import fields
from .kinds import Kind

_LONGEST = 100_000


def sound(kept: dict[str, Any]) -> dict[str, Any]:
    """Return the values of `kept` that may be shown; what is damaged is left out.

    What belongs to no question, such as the works reference, is text.
    """
    kinds = {field.name: field.kind for field in fields()}
    return {
        name: value
        for name, value in kept.items()
        if _FITS[kinds.get(name, Kind.TEXT)](value) or value is None
    }


def _is_text(value: object) -> bool:
    return isinstance(value, str) and len(value) <= _LONGEST


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(_is_text(one) for one in value)


def _are_conditions(value: object) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, dict)
        and _is_text(one.get("condition"))
        and _is_text(one.get("comment", ""))
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


_FITS: dict[Kind, Callable[[object], bool]] = {
    Kind.TEXT: _is_text,
    Kind.LONG_TEXT: _is_text,
    Kind.CHOICE: _is_text,
    Kind.YES_NO: lambda value: isinstance(value, bool),
    Kind.DATE: _is_text,
    Kind.TIME: _is_text,
    Kind.TICKS: _are_texts,
    Kind.CONDITIONS: _are_conditions,
    Kind.DESIGNATIONS: _are_texts,
    Kind.LINES: _are_texts,
    Kind.FILES: _are_files,
}
