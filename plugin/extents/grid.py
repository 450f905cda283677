"""Any coordinate system to British National Grid (EPSG:27700) and back, by OSTN15.

The result says how it was got and how accurate it is.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from pyproj.exceptions import ProjError
from shapely.geometry.base import BaseGeometry

from ..errors import StreetWorksError
from ..words import tr
from . import routes
from .control import GridUnavailable
from .definitions import CrsUnusable
from .densify import densify
from .means import approximation_accepted, verify
from .routes import NATIONAL_GRID, Route, Way

__all__ = [
    "NATIONAL_GRID",
    "Converted",
    "CrsUnusable",
    "GridUnavailable",
    "OutsideGrid",
    "approximation_accepted",
    "from_national_grid",
    "positions_from_national_grid",
    "positions_to_national_grid",
    "to_national_grid",
    "verify",
]

Array = np.ndarray[Any, Any]


class OutsideGrid(StreetWorksError):
    """A shape has vertices where OSTN15 has no grid: it is not in or near Great Britain."""

    def __init__(self, crs: str) -> None:
        super().__init__(
            tr("The shape lies outside British National Grid."),
            advice=tr("Look whether its coordinate system is right, or draw it in England."),
            detail=crs,
        )


@dataclass(frozen=True)
class Converted:
    """A geometry in its new coordinate system, and how it got there.

    `accuracy_m` says how near the position is to the true one: 0 for what was in National Grid
    already, else OSTN15's own 0.1 m (root mean square, against the old triangulation) and what PROJ
    states for the step to ETRS89. `certain` is False when nobody states how the source's datum
    relates to ETRS89; the accuracy is a caution then. `software` names what did it, with versions;
    it is empty where there was nothing to do.
    """

    geometry: BaseGeometry
    operation: str
    accuracy_m: float
    source_crs: str
    certain: bool = True
    software: str = ""


def to_national_grid(geometry: BaseGeometry, source_crs: str) -> Converted:
    """Bring a geometry (x first, then y; Z and M are dropped) to EPSG:27700, in metres.

    Long edges that would bend by more than 1 cm get points of their own; every vertex is kept.
    What is in National Grid already comes back as it is. WGS 84 is taken as ETRS89, as is the
    practice for mapping; raw satellite positions of today differ by 0.9 m.

    Raises `OutsideGrid` where a vertex lies where there is no grid, `CrsUnusable` for a CRS without
    a way to the map, and `GridUnavailable` without OSTN15.
    """
    route = routes.find(source_crs)
    flat = shapely.force_2d(geometry)
    if route.way is not Way.AS_IT_IS:
        flat = densify(flat, lambda points: _forward(points, route))
        flat = _moved(flat, _forward(shapely.get_coordinates(flat), route), route)
    return _converted(flat, route)


def from_national_grid(geometry: BaseGeometry, target_crs: str) -> Converted:
    """Bring a geometry in EPSG:27700 to another CRS, vertex by vertex, by the same way back.

    Raises as `to_national_grid` does.
    """
    route = routes.find(target_crs)
    flat = shapely.force_2d(geometry)
    if route.way is not Way.AS_IT_IS:
        flat = _moved(flat, _backward(shapely.get_coordinates(flat), route), route)
    return _converted(flat, route)


def positions_to_national_grid(points: Array, source_crs: str) -> Array:
    """Bring an (n, 2) array of positions to eastings and northings; NaN where there is no grid."""
    return _forward(np.asarray(points, dtype=float), routes.find(source_crs))


def positions_from_national_grid(points: Array, target_crs: str) -> Array:
    """Bring an (n, 2) array of eastings and northings to a CRS; NaN where there is no grid."""
    return _backward(np.asarray(points, dtype=float), routes.find(target_crs))


def roughly(points: Array, route: Route) -> Array:
    """Bring an (n, 2) array of positions to where they lie by a route that may be refused."""
    return _forward(points, route)


def _moved(geometry: BaseGeometry, points: Array, route: Route) -> BaseGeometry:
    if not np.isfinite(points).all():
        raise OutsideGrid(route.source)
    return shapely.set_coordinates(geometry, points)


def _converted(geometry: BaseGeometry, route: Route) -> Converted:
    return Converted(
        geometry, route.operation, route.accuracy_m, route.source, route.certain, route.software
    )


def _forward(points: Array, route: Route) -> Array:
    x, y = points[:, 0], points[:, 1]
    x, y = _stepped(route, x, y, "FORWARD")
    if route.means is not None:
        x, y = route.means.to_grid(x, y)
    return _finite(x, y)


def _backward(points: Array, route: Route) -> Array:
    x, y = points[:, 0], points[:, 1]
    if route.means is not None:
        x, y = route.means.from_grid(x, y)
    x, y = _stepped(route, x, y, "INVERSE")
    return _finite(x, y)


def _stepped(route: Route, x: Array, y: Array, direction: str) -> tuple[Array, Array]:
    if route.step is None:
        return x, y
    try:
        moved = route.step.transform(x, y, direction=direction)
    except ProjError as error:
        raise routes.no_way(route.source, str(error)) from error
    return moved[0], moved[1]


def _finite(x: Any, y: Any) -> Array:
    both = np.column_stack([x, y])
    both[~(np.isfinite(x) & np.isfinite(y))] = np.nan
    return both
