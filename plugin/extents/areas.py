"""Where a coordinate system is meant to be used, beside where a shape lies.

The areas are the boxes that EPSG and Esri state, so coarse that a shape some kilometres outside
may still be right.
"""

import re
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
import shapely
from pyproj import CRS
from shapely.geometry.base import BaseGeometry

from .by_proj import helmert_to_grid

Array = np.ndarray[Any, Any]

# In degrees: what holds England, and all that can be brought to National Grid roughly.
_ENGLAND = shapely.box(-6.45, 49.85, 1.78, 55.85)
_AROUND_BRITAIN = shapely.box(-12.0, 47.0, 6.0, 63.0)
_STEP_DEGREES = 0.5
_NEAR_M = 10_000.0
# Nobody draws this far outside a system's area by intent; zones of UTM are used a zone too far.
_FAR_M, _FAR_FROM_ZONE_M = 30_000.0, 200_000.0
_ZONE = re.compile(r"between [0-9.]+°", re.IGNORECASE)


@dataclass(frozen=True)
class Area:
    """Where a system is used: its name, and its surroundings near and far, in EPSG:27700."""

    name: str
    near: BaseGeometry
    far: BaseGeometry


def area_of(crs: CRS) -> Optional[Area]:
    """Give the area of use of a CRS; None where it holds all of England, or nobody states one."""
    stated = crs.area_of_use
    if stated is None:
        return None
    box = _box(stated.west, stated.south, stated.east, stated.north)
    if shapely.covers(box, _ENGLAND):
        return None
    here = shapely.intersection(box, _AROUND_BRITAIN)
    far_m = _FAR_FROM_ZONE_M if _ZONE.search(stated.name) else _FAR_M
    near, far = (shapely.buffer(_on_grid(here), room) for room in (_NEAR_M, far_m))
    shapely.prepare([near, far])
    return Area(stated.name, near, far)


def _box(west: float, south: float, east: float, north: float) -> BaseGeometry:
    if west <= east:
        return shapely.box(west, south, east, north)
    # It reaches across the meridian of 180 degrees.
    return shapely.union(
        shapely.box(west, south, 180, north), shapely.box(-180, south, east, north)
    )


def _on_grid(degrees: BaseGeometry) -> BaseGeometry:
    """Bring an outline to National Grid, some metres off, which does not matter here."""
    fine = shapely.segmentize(degrees, _STEP_DEGREES)
    points = shapely.get_coordinates(fine)
    return shapely.set_coordinates(fine, np.column_stack(helmert_to_grid(*points.T)))
