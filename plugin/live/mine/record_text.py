"""Rows of lists as JSON text, for the file that they are kept in."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import datetime
from functools import cache
from typing import Any, Callable, Optional, get_args, get_type_hints

from ...files.documents import read_document
from ...trade.box import Box
from ...trade.records import listed
from ...trade.records.listed import Listed

_KINDS: Mapping[str, type[Listed]] = {one.__name__: one for one in get_args(Listed)}


def to_text(row: Listed) -> tuple[str, str]:
    """Return the kind of a row, and what it says."""
    told = {one.name: getattr(row, one.name) for one in fields(row)}
    return type(row).__name__, json.dumps(told, default=datetime.isoformat)


def from_text(kind: str, text: str) -> Listed:
    """Return the row that `to_text` was given. Raises ValueError or KeyError for other text."""
    row = _KINDS[kind]
    told = read_document(text)
    try:
        return row(**{name: _read(told[name], how) for name, how in _hows(kind).items()})
    except (TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _read(value: Any, how: Optional[Callable[[Any], Any]]) -> Any:
    return value if how is None or value is None else how(value)


@cache
def _hows(kind: str) -> dict[str, Optional[Callable[[Any], Any]]]:
    """Return by the fields of a kind how each is read; None is as it is."""
    told = get_type_hints(_KINDS[kind], vars(listed))
    return {name: _how(said) for name, said in told.items()}


def _how(said: Any) -> Optional[Callable[[Any], Any]]:
    kinds = (said, *get_args(said))
    if datetime in kinds:
        return datetime.fromisoformat
    return Box._make if Box in kinds else None
