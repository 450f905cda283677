"""Where the shapes of a whole layer lie, so that a layer with a wrong CRS is noticed."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely

from ..words import tr
from . import grid, misplaced, places, routes

Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class Whereabouts:
    """How many places of a layer lie in England, and how many nowhere on land in these isles.

    `guess` says what is probably wrong where none lies in England; "" if nothing is recognised.
    """

    in_england: int
    nowhere: int
    guess: str = ""


def whereabouts(points: Array, crs: str) -> Whereabouts:
    """Say where points lie, one a shape, (n, 2) as drawn in `crs`, x first.

    A system that cannot be converted from exactly may still tell. Raises `CrsUnusable` where there
    is no way at all, and `GridUnavailable`.
    """
    route = routes.about(crs)
    on_grid = shapely.points(np.nan_to_num(grid.roughly(points, route), nan=-1.0))
    used = misplaced.are_near_use(on_grid, route)
    in_england = places.are_in_england(on_grid) & used
    nowhere = ~(places.are_on_land(on_grid) & used)
    guess = "" if in_england.any() or not len(points) else _guess(np.median(points, axis=0), crs)
    return Whereabouts(int(in_england.sum()), int(nowhere.sum()), guess)


def _guess(middle: Array, crs: str) -> str:
    point = shapely.Point(middle)
    wrong = misplaced.look(point, crs)
    if wrong is not None:
        return wrong.finding.message if wrong.meant is not None else ""
    if routes.is_national_grid(crs) and places.in_england(shapely.Point(middle[::-1])):
        return tr("Easting and northing (or longitude and latitude) are swapped.")
    return ""
