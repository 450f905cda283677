"""Shapes of records: bare GeoJSON geometries in EPSG:27700, and what is said of them."""

from math import dist
from typing import TYPE_CHECKING

from ..words import tr
from .records.geojson import GeoJson

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_CM = 0.01  # in metres: what is nearer to each other is the same place


def geometry_of(shape: GeoJson) -> "BaseGeometry":
    """Return the Shapely geometry (EPSG:27700, metres): an empty one of what is no shape."""
    from shapely.errors import ShapelyError  # noqa: PLC0415 - only once there is a shape
    from shapely.geometry import GeometryCollection  # noqa: PLC0415 - likewise
    from shapely.geometry import shape as made  # noqa: PLC0415 - likewise

    try:
        return made(shape)
    except (ShapelyError, ValueError, TypeError, KeyError, IndexError, AttributeError):
        return GeometryCollection()


def is_same(one: GeoJson, other: GeoJson) -> bool:
    """Say whether two shapes are the same to the centimetre, wherever their outlines begin."""
    first, second = (geometry_of(shape).normalize() for shape in (one, other))
    return bool(first.equals_exact(second, _CM))


def size_of(geometry: "BaseGeometry") -> str:
    """Say what kind of shape it is and how large."""
    if geometry.is_empty:
        return tr("No shape")
    if geometry.geom_type == "Point":
        return tr("Point")
    if geometry.geom_type == "LineString":
        return tr("Line, {m:.1f} m long").format(m=geometry.length)
    return tr("Area of {area:.1f} m², {m:.1f} m from end to end").format(
        area=geometry.area, m=_longest(geometry)
    )


def _longest(area: "BaseGeometry") -> float:
    """Return the length in metres of the longer side of the smallest rectangle around `area`."""
    from shapely import get_coordinates  # noqa: PLC0415 - only once there is a shape

    corners = list(get_coordinates(area.minimum_rotated_rectangle))
    return max((dist(one, other) for one, other in zip(corners, corners[1:])), default=0.0)
