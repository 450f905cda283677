"""Shapes of records as the parts that layers can show, mended where they can be."""

import math
import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Optional, Union

import shapely

from ...trade.kinds import Shape
from ...trade.records.on_map import Geometry
from ...words import tr
from .geopackage import Bounds, blob, point_blob

_LITTLE = 1
_POINT, _LINE, _POLYGON, _LINES, _POLYGONS = 1, 2, 3, 5, 6
_SMALLEST_RING = 4
_Raw = tuple[Shape, bytes]


class UnusableShapeError(ValueError):
    """A geometry that cannot be shown; its text says why, in the planner's words."""


@dataclass(frozen=True)
class Part:
    """A piece of a record: one point, or lines or polygons as a multi-part geometry (EPSG:27700).

    `blob` is the geometry as a GeoPackage keeps it.
    """

    shape: Shape
    blob: bytes


@dataclass(frozen=True)
class Drawn:
    """A record's shape: its parts, the bounds of all, and a point in its middle (EPSG:27700)."""

    parts: tuple[Part, ...]
    bounds: Bounds
    middle: tuple[float, float]


def drawn(geometries: Sequence[Optional[Geometry]]) -> list[Union[Drawn, UnusableShapeError]]:
    """Return for each geometry (EPSG:27700) what can be shown of it, or why nothing can.

    Heights are left out, rings are closed, a polygon that crosses itself is made valid. All at once
    is much faster than one by one.
    """
    raw: list[Union[list[_Raw], UnusableShapeError]] = [_read(geometry) for geometry in geometries]
    flat = [wkb for parts in raw if isinstance(parts, list) for _shape, wkb in parts]
    shapes = shapely.from_wkb(flat)
    valid = shapely.is_valid(shapes)
    bounds = shapely.bounds(shapes).tolist()
    middles = shapely.get_coordinates(shapely.centroid(shapes)).tolist()
    found: list[Union[Drawn, UnusableShapeError]] = []
    place = 0
    for parts in raw:
        if isinstance(parts, UnusableShapeError):
            found.append(parts)
            continue
        here = range(place, place + len(parts))
        place += len(parts)
        if all(valid[index] or parts[index - here.start][0] is not Shape.POLYGON for index in here):
            found.append(
                _together([(s, w, bounds[i]) for (s, w), i in zip(parts, here)], middles[here[0]])
            )
        else:
            found.append(_mended([(s, shapes[i]) for (s, _), i in zip(parts, here)]))
    return found


def _read(geometry: Optional[Geometry]) -> Union[list[_Raw], UnusableShapeError]:
    try:
        return _parts(geometry)
    except UnusableShapeError as error:
        return error


def _parts(geometry: Optional[Geometry]) -> list[_Raw]:
    if geometry is None:
        raise UnusableShapeError(tr("It has no shape."))
    if geometry.geometries:
        parts = [part for member in geometry.geometries for part in _parts(member)]
    else:
        try:
            parts = _made(geometry.type, geometry.coordinates)
        except (TypeError, ValueError, IndexError, struct.error) as error:
            if isinstance(error, UnusableShapeError):
                raise
            raise UnusableShapeError(tr("Its coordinates cannot be read.")) from error
    if not parts:
        raise UnusableShapeError(tr("It has no shape."))
    return parts


def _made(kind: str, coordinates: Any) -> list[_Raw]:
    if kind in ("Point", "MultiPoint"):
        points = [coordinates] if kind == "Point" else coordinates
        return [(Shape.POINT, _point(point)) for point in points]
    if kind in ("LineString", "MultiLineString"):
        lines = [coordinates] if kind == "LineString" else coordinates
        return _several(Shape.LINE, _LINES, [_line(line) for line in lines])
    if kind in ("Polygon", "MultiPolygon"):
        polygons = [coordinates] if kind == "Polygon" else coordinates
        return _several(Shape.POLYGON, _POLYGONS, [_polygon(rings) for rings in polygons])
    raise UnusableShapeError(tr("“{kind}” is no shape that can be drawn.").format(kind=kind))


def _several(shape: Shape, kind: int, members: list[bytes]) -> list[_Raw]:
    if not members:
        return []
    return [(shape, struct.pack("<BII", _LITTLE, kind, len(members)) + b"".join(members))]


def _point(position: Any) -> bytes:
    return struct.pack("<BI2d", _LITTLE, _POINT, *_numbers([position]))


def _line(positions: Iterable[Any]) -> bytes:
    numbers = _numbers(positions)
    if len(set(zip(numbers[::2], numbers[1::2]))) < 2:
        raise UnusableShapeError(tr("The line has fewer than two different points."))
    return struct.pack(f"<BII{len(numbers)}d", _LITTLE, _LINE, len(numbers) // 2, *numbers)


def _polygon(rings: Sequence[Any]) -> bytes:
    if not rings:
        raise UnusableShapeError(tr("It has no shape."))
    head = struct.pack("<BII", _LITTLE, _POLYGON, len(rings))
    return head + b"".join(_ring(ring) for ring in rings)


def _ring(positions: Iterable[Any]) -> bytes:
    numbers = _numbers(positions)
    if numbers[:2] != numbers[-2:]:
        numbers += numbers[:2]
    if len(numbers) < 2 * _SMALLEST_RING:
        raise UnusableShapeError(tr("A ring of the polygon has fewer than three points."))
    return struct.pack(f"<I{len(numbers)}d", len(numbers) // 2, *numbers)


def _numbers(positions: Iterable[Any]) -> list[float]:
    """Return eastings and northings in turn."""
    numbers = [float(position[axis]) for position in positions for axis in (0, 1)]
    if not all(map(math.isfinite, numbers)):
        raise UnusableShapeError(tr("A coordinate is not a number."))
    return numbers


def _together(parts: list[tuple[Shape, bytes, Any]], middle: Sequence[float]) -> Drawn:
    west, south, east, north = zip(*(bounds for _shape, _wkb, bounds in parts))
    return Drawn(
        tuple(Part(shape, _blob(shape, wkb, bounds)) for shape, wkb, bounds in parts),
        Bounds(min(west), min(south), max(east), max(north)),
        (middle[0], middle[1]),
    )


def _blob(shape: Shape, wkb: bytes, bounds: Sequence[float]) -> bytes:
    return point_blob(bounds[0], bounds[1]) if shape is Shape.POINT else blob(wkb, bounds)


def _mended(parts: list[tuple[Shape, Any]]) -> Union[Drawn, UnusableShapeError]:
    """Return the parts with their polygons made valid; what has no area is refused."""
    sound = []
    for shape, geometry in parts:
        mended = geometry
        if shape is Shape.POLYGON and not geometry.is_valid:
            pieces = shapely.get_parts(shapely.get_parts(shapely.make_valid(geometry)))
            polygons = [piece for piece in pieces if piece.geom_type == "Polygon" and piece.area]
            if not polygons:
                return UnusableShapeError(tr("The polygon has no area."))
            mended = shapely.multipolygons(polygons)
        sound.append((shape, mended))
    middle = sound[0][1].centroid
    return _together(
        [(s, shapely.to_wkb(g, byte_order=1, output_dimension=2), g.bounds) for s, g in sound],
        (middle.x, middle.y),
    )
