"""How an answer is given, read from the annotation of its field in the request model."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from typing import Annotated, Any, Optional, Union, get_args, get_origin

from pydantic import BaseModel

from ..api.v1.fields import FileId

_NUMBERS = frozenset({int, float})
_A_LINE = 100  # characters: what may be longer is asked for on several lines


class Kind(Enum):
    """How a field is filled in, and what its value looks like (all of it JSON)."""

    TEXT = auto()  # text, one line
    LONG_TEXT = auto()  # text, several lines
    CHOICE = auto()  # one of the choices, "" while none is made
    YES_NO = auto()  # True, False, or None while there is no answer
    DATE = auto()  # "2026-06-03", "" for none, or what was typed where it is no day
    TIME = auto()  # "09:30" on UK clocks, "" for none, or what was typed where it is no time
    MOMENT = auto()  # {"day", "time"}, each as above
    TICKS = auto()  # list of choices
    CONDITIONS = auto()  # list of {"condition": a choice, "comment", "numbers" such as "1, 2"}
    DESIGNATIONS = auto()  # list of the keys of options
    LINES = auto()  # list of texts, one a line
    FILES = auto()  # list of {"file_id", "name", "size", "digest"}
    EXTENT = auto()  # a bare GeoJSON geometry in EPSG:27700, None for none


LISTS = frozenset({Kind.TICKS, Kind.CONDITIONS, Kind.DESIGNATIONS, Kind.LINES, Kind.FILES})


@dataclass(frozen=True)
class Answer:
    """How one field is answered.

    `choices` are the contract's values where they are fixed. `longest` is in characters, or in
    entries for lists; 0 is no limit. `is_number` says that an entry, or the answer, is a number in
    the request. `parts` are the request's names for what an entry consists of: a choice, a text,
    and whole numbers where it may have them.
    """

    kind: Kind
    choices: tuple[str, ...] = ()
    longest: int = 0
    is_number: bool = False
    parts: tuple[str, ...] = ()


def answer_of(model: type[BaseModel], name: str) -> Answer:
    """Return how the field `name` of a request model is answered. Raises KeyError for no field."""
    field = model.model_fields[name]
    annotation: Any = field.annotation
    kind, marks = _unwrapped(annotation, tuple(field.metadata))
    if get_origin(kind) is list:
        return _list_of(get_args(kind)[0], _longest(marks))
    return _single(kind, _longest(marks))


def _list_of(entry: Any, longest: int) -> Answer:
    kind, _marks = _unwrapped(entry, ())
    if entry == FileId:
        return Answer(Kind.FILES, longest=longest)
    if _is(kind, Enum):
        return Answer(Kind.TICKS, _values(kind), longest)
    if _is(kind, BaseModel):
        return _list_of_models(kind, longest)
    return Answer(Kind.LINES, longest=longest, is_number=kind in _NUMBERS)


def _list_of_models(model: type[BaseModel], longest: int) -> Answer:
    """Return how a list of models is answered: ticked, with what is said of each, or copied."""
    fields = {name: answer_of(model, name) for name in model.model_fields}
    parts = tuple(
        name
        for kind in (Kind.CHOICE, Kind.LONG_TEXT, Kind.LINES)
        for name, one in fields.items()
        if one.kind is kind
    )
    kinds = [fields[name].kind for name in parts]
    if len(parts) == len(fields) and kinds[:2] == [Kind.CHOICE, Kind.LONG_TEXT]:
        chosen, text = (fields[name] for name in parts[:2])
        return Answer(Kind.CONDITIONS, chosen.choices, text.longest, parts=parts)
    return Answer(Kind.DESIGNATIONS, longest=longest)


def _single(kind: Any, longest: int) -> Answer:
    if _is(kind, Enum):
        return Answer(Kind.CHOICE, _values(kind))
    if kind is bool:
        return Answer(Kind.YES_NO)
    if kind is datetime:
        return Answer(Kind.MOMENT)
    if kind is date:
        return Answer(Kind.DATE)
    if get_origin(kind) is dict:
        return Answer(Kind.EXTENT)
    text = Kind.LONG_TEXT if longest > _A_LINE else Kind.TEXT
    return Answer(text, longest=longest, is_number=kind in _NUMBERS)


def _unwrapped(annotation: Any, marks: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """Return the kind of value without Optional and Annotated, and what marks it has."""
    if get_origin(annotation) is Annotated:
        inner, *more = get_args(annotation)
        return _unwrapped(inner, (*marks, *more))
    if get_origin(annotation) is Union:
        inner = next(one for one in get_args(annotation) if one is not type(None))
        return _unwrapped(inner, marks)
    return annotation, marks


def _longest(marks: tuple[Any, ...]) -> int:
    return next(iter(_limits(marks)), 0)


def _limits(marks: tuple[Any, ...]) -> Iterator[int]:
    for mark in marks:
        for one in (mark, *getattr(mark, "metadata", ())):
            limit: Optional[int] = getattr(one, "max_length", None)
            if limit:
                yield limit


def _values(enumeration: type[Enum]) -> tuple[str, ...]:
    return tuple(str(member.value) for member in enumeration)


def _is(kind: Any, base: type) -> bool:
    return isinstance(kind, type) and issubclass(kind, base)
