"""Requests made at random from the request models.

Hypothesis fills the fields as their annotations say. Where a rule between fields is broken the
model says at which field; that field is filled, filled anew or left out until the model accepts.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from hypothesis import reject
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from street_works.plugin.api.contract.base import Message, Request
from street_works.plugin.api.contract.fields import Unlike
from street_works.plugin.api.v1 import models
from street_works.plugin.api.v1.models import party
from street_works.plugin.api.v1.operations import OPERATIONS

MOST_TRIES = 20
TODAY = {"today": date(2026, 6, 3)}
ZONES = (timezone.utc, timezone(timedelta(hours=1)))
LETTERS = st.characters(codec="utf-8", exclude_categories=("Cs", "Cc"))


def kinds_below(top: type[Message]) -> Iterator[type[Message]]:
    for kind in top.__subclasses__():
        yield kind
        yield from kinds_below(kind)


def request_models() -> list[tuple[str, type[Message]]]:
    """Every request model with its API, but those that only others are made from."""
    assert OPERATIONS, "imports every model"
    found = {kind for kind in kinds_below(Request) if kind.__module__.startswith(models.__name__)}
    whole = {one for one in found if one.__name__.endswith("Request") or not one.__subclasses__()}
    whole.add(party.UserWorkstreamAccess)  # part of a request as well as of responses
    return sorted(
        ((api_of(kind), kind) for kind in whole), key=lambda one: (one[1].__name__, one[0])
    )


def api_of(kind: type[Message]) -> str:
    return kind.__module__[len(models.__name__) + 1 :].split(".")[0]


def flat(marks: Any) -> Iterator[Any]:
    for mark in marks:
        yield from flat(mark.metadata) if isinstance(mark, FieldInfo) else (mark,)


def limit(marks: list[Any], name: str, otherwise: Any) -> Any:
    return next((getattr(mark, name) for mark in marks if hasattr(mark, name)), otherwise)


def values_of(kind: Any, marks: list[Any]) -> st.SearchStrategy[Any]:
    """Give the values that an annotation allows."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return values_of(parts[0], [*marks, *flat(parts[1:])])
    if origin is Union:
        return values_of(next(part for part in parts if part is not type(None)), marks)
    if origin is list:
        return lists_of(parts[0], marks)
    return extents() if origin is dict else values_of_class(kind, marks)


def lists_of(kind: Any, marks: list[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(
        values_of(kind, []),
        min_size=limit(marks, "min_length", 0),
        max_size=min(limit(marks, "max_length", 4), 4),
        unique_by=(lambda one: str(one).lower()) if Unlike in marks else None,
    )


def values_of_class(kind: type, marks: list[Any]) -> st.SearchStrategy[Any]:
    if issubclass(kind, BaseModel):
        return requests_of(kind)
    return st.sampled_from(kind) if issubclass(kind, Enum) else PLAIN[kind](marks)


def texts(marks: list[Any]) -> st.SearchStrategy[str]:
    longest = limit(marks, "max_length", 200)
    pattern = limit(marks, "pattern", None)
    if pattern is not None:
        ascii_only = st.characters(min_codepoint=33, max_codepoint=126)
        made = st.from_regex(re.compile(pattern[1:-1]), fullmatch=True, alphabet=ascii_only)
        return made.filter(lambda text: len(text) <= longest)
    return st.one_of(
        st.text(LETTERS, min_size=1, max_size=longest).filter(str.strip), st.just("x" * longest)
    )


def whole_numbers(marks: list[Any]) -> st.SearchStrategy[int]:
    return st.integers(limit(marks, "ge", -(10**9)), limit(marks, "le", 10**9))


def hundredths(marks: list[Any]) -> st.SearchStrategy[float]:
    lowest, highest = limit(marks, "ge", -(10**6)), limit(marks, "le", 10**6)
    return st.integers(round(lowest * 100), round(highest * 100)).map(lambda number: number / 100)


def days(marks: list[Any]) -> st.SearchStrategy[date]:
    return st.dates(date(2025, 1, 1), date(2032, 12, 31))


def moments(marks: list[Any]) -> st.SearchStrategy[datetime]:
    return st.datetimes(
        datetime(2025, 1, 1), datetime(2032, 12, 31), timezones=st.sampled_from(ZONES)
    )  # fmt: skip


PLAIN = {
    str: texts,
    bool: lambda marks: st.booleans(),
    int: whole_numbers,
    float: hundredths,
    date: days,
    datetime: moments,
}


def extents() -> st.SearchStrategy[dict[str, Any]]:
    centimetres = st.integers(0, 60_000_000).map(lambda number: number / 100)
    place = st.tuples(centimetres, centimetres).map(list)
    ring = st.lists(place, min_size=3, max_size=6).map(lambda places: [*places, places[0]])
    return st.one_of(
        place.map(lambda one: {"type": "Point", "coordinates": one}),
        st.lists(place, min_size=2, max_size=6).map(
            lambda places: {"type": "LineString", "coordinates": places}
        ),
        st.lists(ring, min_size=1, max_size=2).map(
            lambda rings: {"type": "Polygon", "coordinates": rings}
        ),
    )


tries: Counter[str] = Counter()


@cache
def ways_to_fill(model: type[Message]) -> dict[str, st.SearchStrategy[Any]]:
    fields = model.model_fields.items()
    return {name: values_of(one.annotation, list(one.metadata)) for name, one in fields}


@st.composite
def requests_of(draw: st.DrawFn, model: type[Message]) -> Message:
    """Make a request that its model accepts."""
    fields, ways = model.model_fields, ways_to_fill(model)
    values = {
        name: draw(way)
        for name, way in ways.items()
        if fields[name].is_required() or draw(st.booleans())
    }
    for _ in range(MOST_TRIES):
        tries[model.__name__] += 1
        try:
            return model.model_validate(values, context=TODAY)
        except ValidationError as error:
            for name in sorted({str(fault["loc"][0]) for fault in error.errors()}):
                if name in values and not fields[name].is_required() and draw(st.booleans()):
                    del values[name]
                else:
                    values[name] = draw(ways[name])
    return reject()
