"""Geometries of the GeoJSON API as QGIS's own, mended where they can be."""

import math
from collections.abc import Iterable
from typing import Any

from qgis.core import QgsGeometry, QgsPointXY

from ..words import tr
from .compat import LINE_GEOMETRY, POINT_GEOMETRY, POLYGON_GEOMETRY
from .kinds import Shape

_SMALLEST_RING = 4

_SHAPES = {
    POINT_GEOMETRY: Shape.POINT,
    LINE_GEOMETRY: Shape.LINE,
    POLYGON_GEOMETRY: Shape.POLYGON,
}


class UnusableShapeError(ValueError):
    """A geometry that cannot be shown; its text says why, in the planner's words."""


def drawable(geometry: Any) -> list[tuple[Shape, QgsGeometry]]:
    """Return the parts of a GeoJSON geometry (EPSG:27700) that layers can show.

    `geometry` has `type` and `coordinates`, or `geometries`. Heights are left out, rings are
    closed, a polygon that crosses itself is made valid. Points come one by one, lines and polygons
    as multi-part geometries. Raises UnusableShapeError.
    """
    if geometry is None:
        raise UnusableShapeError(tr("It has no shape."))
    members = getattr(geometry, "geometries", None)
    if members is not None:
        return [part for member in members for part in drawable(member)]
    kind = str(getattr(getattr(geometry, "type", ""), "value", getattr(geometry, "type", "")))
    try:
        made = _make(kind, geometry.coordinates)
    except (TypeError, ValueError, IndexError, AttributeError) as error:
        if isinstance(error, UnusableShapeError):
            raise
        raise UnusableShapeError(tr("Its coordinates cannot be read.")) from error
    return [(shape, part) for one in made for shape, part in _sound(one)]


def _make(kind: str, coordinates: Any) -> list[QgsGeometry]:
    if kind in ("Point", "MultiPoint"):
        points = [coordinates] if kind == "Point" else coordinates
        return [QgsGeometry.fromPointXY(_point(point)) for point in points]
    if kind in ("LineString", "MultiLineString"):
        lines = [coordinates] if kind == "LineString" else coordinates
        return [QgsGeometry.fromMultiPolylineXY([_line(line) for line in lines])]
    if kind in ("Polygon", "MultiPolygon"):
        polygons = [coordinates] if kind == "Polygon" else coordinates
        return [
            QgsGeometry.fromMultiPolygonXY([[_ring(ring) for ring in rings] for rings in polygons])
        ]
    raise UnusableShapeError(tr("“{kind}” is no shape that can be drawn.").format(kind=kind))


def _point(position: Any) -> QgsPointXY:
    easting, northing = float(position[0]), float(position[1])
    if not (math.isfinite(easting) and math.isfinite(northing)):
        raise UnusableShapeError(tr("A coordinate is not a number."))
    return QgsPointXY(easting, northing)


def _line(positions: Iterable[Any]) -> list[QgsPointXY]:
    points = [_point(position) for position in positions]
    if len({(point.x(), point.y()) for point in points}) < 2:
        raise UnusableShapeError(tr("The line has fewer than two different points."))
    return points


def _ring(positions: Iterable[Any]) -> list[QgsPointXY]:
    points = [_point(position) for position in positions]
    if points and points[0] != points[-1]:
        points.append(points[0])
    if len(points) < _SMALLEST_RING:
        raise UnusableShapeError(tr("A ring of the polygon has fewer than three points."))
    return points


def _sound(geometry: QgsGeometry) -> list[tuple[Shape, QgsGeometry]]:
    """Return `geometry`, or its valid pieces of the same dimension."""
    shape = _SHAPES[geometry.type()]
    if geometry.isNull() or geometry.isEmpty():
        raise UnusableShapeError(tr("It has no shape."))
    if shape is not Shape.POLYGON or geometry.isGeosValid():
        return [(shape, geometry)]
    mended = geometry.makeValid()
    mended.convertGeometryCollectionToSubclass(geometry.type())
    if mended.isNull() or mended.isEmpty() or mended.area() <= 0:
        raise UnusableShapeError(tr("The polygon has no area."))
    mended.convertToMultiType()
    return [(shape, mended)]
