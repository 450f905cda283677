"""The records of a box and some days as the store has them, made into records on the map again."""

import sqlite3
from collections.abc import Mapping
from datetime import date
from typing import Any, Optional

import shapely

from ...trade.box import Box
from ...trade.days import Days
from ...trade.records.on_map import Geometry, MapRecord
from .columns import ACTIVITY_KIND, END_DAY, PROMOTER_CODE, START_DAY, columns
from .geopackage import wkb_of
from .tables import SHAPES, tables

_FIELDS = {
    **{
        name: name
        for name in (
            *("reference", "promoter", "category", "status", "name"),
            *("location", "street", "area", "description"),
        )
    },
    "work_reference": "works_reference",
    PROMOTER_CODE: "promoter_code",
    "traffic_management": "traffic",
    ACTIVITY_KIND: "activity_kind",
}
"""The columns with texts, and the fields of a record that they were read from."""

MADE_OF = frozenset({*_FIELDS, "cancelled", START_DAY, END_DAY})
"""The columns that a record is made of."""

_VALUES = "SELECT record, {names} FROM {t} WHERE record IN (SELECT id FROM ({within}))"
_SHAPES = "SELECT record, geom FROM {t} WHERE record IN (SELECT id FROM ({within}))"


def known_records(
    connection: sqlite3.Connection, kind: str, box: Box, days: Days
) -> list[MapRecord]:
    """Return the records of a kind whose bounds meet `box` (EPSG:27700) in these days."""
    west, south, east, north = box
    first, last = (day.isoformat() for day in days)
    values = {
        "west": west,
        "south": south,
        "east": east,
        "north": north,
        "start": first,
        "end": last,
    }
    within, of = tables(kind).within, tables(kind).of
    parts: dict[int, list[Any]] = {}
    for shape in SHAPES:
        for number, blob in connection.execute(
            _SHAPES.format(t=of[shape].name, within=within), values
        ):
            parts.setdefault(number, []).append(shapely.from_wkb(wkb_of(blob)))
    names = [column.name for column in columns(kind)]
    rows = connection.execute(
        _VALUES.format(names=", ".join(names), t=tables(kind).centre.name, within=within), values
    )
    return [
        record_of(kind, dict(zip(names, told)), _geometry(parts.get(number, [])))
        for number, *told in rows
    ]


def record_of(kind: str, told: Mapping[str, Any], geometry: Optional[Geometry]) -> MapRecord:
    """Return the record of a kind whose columns are `told`, by name: texts, and days as ISO dates.

    Columns that a record is not made of may be among them.
    """
    texts = {_FIELDS[name]: told[name] for name in told if name in _FIELDS and told[name]}
    return MapRecord(
        kind,
        geometry,
        cancelled=bool(told.get("cancelled")),
        first_day=_day(told.get(START_DAY)),
        last_day=_day(told.get(END_DAY)),
        **texts,
    )


def _geometry(parts: list[Any]) -> Geometry:
    """Return the shape whose parts these are."""
    pieces = [piece for part in parts for piece in shapely.get_parts(part)]
    shapes = [Geometry(**shapely.geometry.mapping(piece)) for piece in pieces]
    return (
        shapes[0] if len(shapes) == 1 else Geometry("GeometryCollection", geometries=tuple(shapes))
    )


def _day(text: Any) -> Optional[date]:
    return date.fromisoformat(text) if text else None
