"""Proves by Ordnance Survey's control points how exactly QGIS converts."""

import math
from typing import NamedTuple, Optional

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsPointXY,
)

from ..extents.control import CONTROL_POINTS, TOLERANCE_M
from .operations import NATIONAL_GRID, USUAL, usual_operations

_EARTH_M, _MERCATOR_M = 6_371_000.0, 6_378_137.0
_MERCATOR = "EPSG:3857"


class _Place(NamedTuple):
    """A control point in one system, and how many metres a step of 1 is there, east and north."""

    point: QgsPointXY
    east_m: float
    north_m: float


def worst_error(context: Optional[QgsCoordinateTransformContext] = None) -> float:
    """Convert control points from the usual systems and back; return the worst error in metres.

    Without a `context` as QGIS can with the files that are there now. NaN without an answer.
    """
    grid = QgsCoordinateReferenceSystem(NATIONAL_GRID)
    errors: list[float] = []
    for system in USUAL:
        way = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(system), grid, context or usual_operations()
        )
        for longitude, latitude, easting, northing in CONTROL_POINTS:
            place = _place(system, longitude, latitude)
            errors.extend(_errors(way, place, QgsPointXY(easting, northing)))
    return math.nan if any(map(math.isnan, errors)) else max(errors)


def is_exact(worst_m: float) -> bool:
    """Whether that is right to the centimetre."""
    return worst_m <= TOLERANCE_M


def _errors(way: QgsCoordinateTransform, place: _Place, grid: QgsPointXY) -> tuple[float, float]:
    """Return how far off a point comes out, in metres, there and back."""
    try:
        there = way.transform(place.point)
        back = way.transform(grid, Qgis.TransformDirection.Reverse)
    except QgsCsException:
        return math.nan, math.nan
    return (
        math.hypot(there.x() - grid.x(), there.y() - grid.y()),
        math.hypot(
            (back.x() - place.point.x()) * place.east_m,
            (back.y() - place.point.y()) * place.north_m,
        ),
    )


def _place(system: str, longitude: float, latitude: float) -> _Place:
    """Return where a place (degrees, ETRS89) is in one of the usual systems."""
    narrowed, degree = math.cos(math.radians(latitude)), math.radians(_EARTH_M)
    if system != _MERCATOR:
        return _Place(QgsPointXY(longitude, latitude), degree * narrowed, degree)
    north = math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
    point = QgsPointXY(math.radians(longitude) * _MERCATOR_M, north * _MERCATOR_M)
    return _Place(point, narrowed, narrowed)
