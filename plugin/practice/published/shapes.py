"""Published shapes: WKT as it is met in the wild, GeoJSON geometries, all in EPSG:27700 metres."""

import json
import math
import re
from typing import Any

import shapely
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from ...words import tr
from ..town.lines import Pair

MAX_EASTING, MAX_NORTHING = 700_000.0, 1_300_000.0

_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_HEAD = re.compile(
    r"^\s*(?:SRID\s*=\s*(?P<srid>\d+)\s*;)?\s*(?P<multi>MULTI)?(?P<kind>POINT|LINESTRING|POLYGON)"
    r"\s*:?\s*(?P<z>ZM|Z|M)?\s*(?P<rest>.*?)\s*;?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_PAIR = 2
_RING = 4


class Unusable(Exception):
    """A record or a part of it that cannot be used; the text says why, for a planner."""


def read_shape(value: Any) -> tuple[BaseGeometry, str]:
    """Return the shape and a note on what had to be mended in it ("" when nothing).

    `value` is WKT (a space after the type, heights, an SRID prefix, rings that are not closed and
    separators the wrong way round are all read), a GeoJSON geometry, or text that holds one. Raises
    Unusable for anything that is no point, line or polygon on the British National Grid.
    """
    if isinstance(value, dict):
        return _geojson(value)
    if not isinstance(value, str) or not value.strip():
        raise Unusable(tr("there is no shape"))
    if value.lstrip().startswith("{"):
        try:
            return _geojson(json.loads(value))
        except ValueError:
            raise Unusable(tr("the shape is broken JSON")) from None
    return _wkt(value)


def _wkt(text: str) -> tuple[BaseGeometry, str]:
    head = _HEAD.match(text)
    if head is None:
        raise Unusable(tr("the shape is not a point, line or polygon in WKT"))
    if head["srid"] and head["srid"] != "27700":
        raise Unusable(tr("the shape is in the system {code}, not 27700").format(code=head["srid"]))
    kind, rest = head["kind"].upper(), head["rest"]
    if head["multi"]:
        rest = _only_part(kind, rest)
    if kind == "POLYGON":
        rings = re.findall(r"\(([^()]*)\)", rest)
        read = [_positions(ring) for ring in rings]
    else:
        read = [_positions(rest.strip("() "))]
    notes = " ".join({note for _, note in read if note})
    shape, closed = _built(kind, [positions for positions, _ in read])
    return shape, "; ".join(part for part in (notes, closed) if part)


def _only_part(kind: str, rest: str) -> str:
    parts = re.findall(
        r"\(\([^()]*\)(?:\s*,\s*\([^()]*\))*\)" if kind == "POLYGON" else r"\([^()]*\)", rest
    )
    if len(parts) != 1:
        raise Unusable(tr("the shape has several parts; Street Manager takes one"))
    return str(parts[0])


def _positions(text: str) -> tuple[list[Pair], str]:
    """Read "e n,e n" with or without heights; also "e,n e,n", whose separators are swapped."""
    groups = [part.split() for part in text.split(",")]
    swapped = len(groups) > 1 and len(groups[0]) == 1 and len(groups[-1]) == 1
    if swapped:
        groups = [part.split(",") for part in text.split()]
    pairs = [_pair(group) for group in groups]
    return pairs, tr("commas and spaces were the wrong way round") if swapped else ""


def _pair(group: list[Any]) -> Pair:
    numbers = [str(part).strip() for part in group]
    if len(numbers) < _PAIR or not all(_NUMBER.fullmatch(n) for n in numbers[:2]):
        raise Unusable(tr("a position is not an easting and a northing"))
    return (float(numbers[0]), float(numbers[1]))


def _geojson(value: dict[str, Any]) -> tuple[BaseGeometry, str]:
    kind = str(value.get("type", "")).upper()
    coordinates = value.get("coordinates")
    if kind.startswith("MULTI") and isinstance(coordinates, list):
        if len(coordinates) != 1:
            raise Unusable(tr("the shape has several parts; Street Manager takes one"))
        kind, coordinates = kind[len("MULTI") :], coordinates[0]
    if kind not in ("POINT", "LINESTRING", "POLYGON") or not isinstance(coordinates, list):
        raise Unusable(tr("the shape is not a point, line or polygon"))
    nested: Any = coordinates
    if kind == "POINT":
        nested = [[coordinates]]
    elif kind == "LINESTRING":
        nested = [coordinates]
    try:
        lines = [[_pair(list(position)) for position in line] for line in nested]
    except TypeError:
        raise Unusable(tr("the shape's coordinates are not nested as they should be")) from None
    return _built(kind, lines)


def _built(kind: str, lines: list[list[Pair]]) -> tuple[BaseGeometry, str]:
    for line in lines:
        for easting, northing in line:
            inside = 0 <= easting <= MAX_EASTING and 0 <= northing <= MAX_NORTHING
            if not (math.isfinite(easting) and math.isfinite(northing) and inside):
                raise Unusable(tr("the shape lies outside the British National Grid"))
    if not lines or not lines[0]:
        raise Unusable(tr("the shape is empty"))
    if kind == "POINT":
        return Point(lines[0][0]), ""
    if kind == "LINESTRING":
        if len(set(lines[0])) < _PAIR:
            raise Unusable(tr("the line has fewer than two different points"))
        return LineString(lines[0]), ""
    return _polygon(lines)


def _polygon(rings: list[list[Pair]]) -> tuple[BaseGeometry, str]:
    note = ""
    closed = []
    for ring in rings:
        if len(set(ring)) < _RING - 1:
            raise Unusable(tr("a ring has fewer than three different points"))
        if ring[0] != ring[-1]:
            ring = [*ring, ring[0]]  # noqa: PLW2901 - the closed ring takes its place
            note = tr("a ring was not closed")
        closed.append(ring)
    return Polygon(closed[0], closed[1:]), note


def indexable(geometry: BaseGeometry) -> BaseGeometry:
    """Return a valid shape that covers the same ground, for spatial look-ups."""
    return geometry if geometry.is_valid else shapely.make_valid(geometry)
