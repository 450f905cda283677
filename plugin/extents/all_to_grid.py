"""Many shapes brought to National Grid together."""

from typing import Any, Union

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from .densify import SHORT_M
from .grid import OutsideGrid, positions_to_national_grid, to_national_grid

Array = np.ndarray[Any, Any]


def all_to_national_grid(shapes: Array, crs: str) -> Array:
    """Bring shapes in `crs` (shapely geometries or None, x first) to EPSG:27700, in metres.

    All vertices are converted at once; a shape with an edge that may bend is converted on its own,
    as a single drawing is. In place of one that lies outside there is the `OutsideGrid` that says
    so. Raises `CrsUnusable` and `GridUnavailable`.
    """
    points, owners = shapely.get_coordinates(shapes, return_index=True)
    moved = positions_to_national_grid(points, crs)
    long = np.hypot(*(moved[1:] - moved[:-1]).T) > SHORT_M
    bent = np.unique(owners[1:][long & (owners[1:] == owners[:-1])])
    outside = np.unique(owners[~np.isfinite(moved).all(axis=1)])
    found: Array = shapely.set_coordinates(shapely.force_2d(shapes), np.nan_to_num(moved))
    for number in np.setdiff1d(bent, outside):
        found[number] = _alone(shapes[number], crs)
    for number in outside:
        found[number] = OutsideGrid(crs)
    return found


def _alone(shape: BaseGeometry, crs: str) -> Union[BaseGeometry, OutsideGrid]:
    try:
        return to_national_grid(shape, crs).geometry
    except OutsideGrid as error:
        return error
