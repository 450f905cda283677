"""Bare GeoJSON geometries in British National Grid: strict to send, forgiving to receive."""

import math
from collections.abc import Sequence
from typing import Any

from pydantic_core import PydanticCustomError

from ...words import tr

KINDS = ("Point", "LineString", "Polygon")
MAX_EASTING, MAX_NORTHING = 700_000, 1_300_000
SMALLEST_LINE, SMALLEST_RING = 2, 4


def refused(message: str) -> PydanticCustomError:
    """Give the error for a geometry that cannot be used; `message` is for the planner."""
    return PydanticCustomError("planner", "{message}", {"message": message})


def extent_to_send(value: Any) -> dict[str, Any]:
    """Check a geometry that is to be sent, and return it with lists of plain numbers.

    It is a mapping with `type` (Point, LineString, Polygon) and `coordinates` and nothing else:
    pairs of easting and northing in metres (EPSG:27700) inside the grid, rings closed.
    Raises PydanticCustomError saying what is wrong.
    """
    if not isinstance(value, dict) or set(value) != {"type", "coordinates"}:
        raise refused(tr("This must be a bare shape: a type and its coordinates, nothing else."))
    coordinates = read(value["type"], value["coordinates"], _pair_to_send, close_rings=False)
    return {"type": value["type"], "coordinates": coordinates}


def received(kind: str, coordinates: Any) -> list[Any]:
    """Return received coordinates as lists of numbers.

    A ring that only lacks its last point is closed, heights are left out, numbers given as text
    are read. Raises PydanticCustomError with the reason.
    """
    return read(kind, coordinates, _pair_received, close_rings=True)


def read(kind: Any, coordinates: Any, pair: Any, *, close_rings: bool) -> list[Any]:
    """Read `coordinates` of a geometry of `kind`, each position by `pair`."""
    if kind == "Point":
        position: list[Any] = pair(coordinates)
        return position
    if kind == "LineString":
        return _line(coordinates, pair)
    if kind == "Polygon":
        rings = _several(coordinates, 1, tr("The polygon has no rings."))
        return [_ring(ring, pair, close_rings) for ring in rings]
    raise refused(tr("A shape must be a point, a line or a polygon."))


def _line(value: Any, pair: Any) -> list[Any]:
    positions = _several(value, SMALLEST_LINE, tr("A line needs at least two points."))
    return [pair(position) for position in positions]


def _ring(value: Any, pair: Any, close: bool) -> list[Any]:
    positions = [pair(position) for position in _several(value, 1, tr("A ring has no points."))]
    if close and len(positions) >= SMALLEST_RING - 1 and positions[0] != positions[-1]:
        positions.append(list(positions[0]))
    if len(positions) < SMALLEST_RING:
        raise refused(tr("A ring needs at least four points, the last the same as the first."))
    if positions[0] != positions[-1]:
        raise refused(tr("A ring is not closed: its last point must be the same as its first."))
    return positions


def _several(value: Any, fewest: int, message: str) -> Sequence[Any]:
    if not isinstance(value, (list, tuple)) or len(value) < fewest:
        raise refused(message)
    return value


def _pair_to_send(value: Any) -> list[float]:
    if not isinstance(value, (list, tuple)) or len(value) != 2:
        raise refused(tr("Each position must be a pair of easting and northing."))
    if not all(_is_number(number) for number in value):
        raise refused(tr("Eastings and northings must be numbers."))
    easting, northing = value
    if not (0 <= easting <= MAX_EASTING and 0 <= northing <= MAX_NORTHING):
        raise refused(tr("A position lies outside the British National Grid."))
    return [easting, northing]


def _pair_received(value: Any) -> list[float]:
    if not isinstance(value, (list, tuple)) or len(value) < 2:
        raise refused(tr("A position is not a pair of easting and northing."))
    pair = [_number_received(number) for number in value[:2]]
    if not all(math.isfinite(number) for number in pair):
        raise refused(tr("A coordinate is not a number."))
    return pair


def _is_number(value: Any) -> bool:
    return type(value) is int or (isinstance(value, float) and math.isfinite(value))


def _number_received(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return math.nan
    try:
        return float(value)
    except (ValueError, OverflowError):
        return math.nan
