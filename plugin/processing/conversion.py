"""Shapes brought to National Grid, thousands at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Union

import numpy as np
import shapely
from qgis.core import QgsGeometry
from shapely.geometry.base import BaseGeometry

from ..errors import StreetWorksError
from ..extents.densify import SHORT_M
from ..extents.grid import Converted, OutsideGrid, positions_to_national_grid, to_national_grid
from ..extents.whereabouts import whereabouts
from ..map.as_qgis import as_qgis
from ..words import tr
from .shapes import Array, read


@dataclass(frozen=True)
class Failure:
    """Why a shape has no position on National Grid."""

    reason: str


def facts_of(crs: str) -> Converted:
    """Say how shapes in `crs` come to National Grid. Raises `CrsUnusable`, `GridUnavailable`."""
    return to_national_grid(shapely.Point(), crs)


def doubt(geometries: Sequence[QgsGeometry], crs: str) -> str:
    """Say what is probably wrong with the CRS of shapes none of which lies in England, or ""."""
    boxes = shapely.bounds(read(geometries).geometries)
    boxes = boxes[np.isfinite(boxes).all(axis=1)]
    return whereabouts((boxes[:, :2] + boxes[:, 2:]) / 2, crs).guess


def converted(geometries: Sequence[QgsGeometry], crs: str) -> list[Union[QgsGeometry, Failure]]:
    """Bring geometries in `crs` to EPSG:27700; what has no shape stays without.

    Long edges that would bend get points of their own, as in a single drawing. Raises as
    `facts_of` does.
    """
    shapes = read(geometries)
    found = _together(shapes.geometries, crs)
    unreadable = Failure(tr("The outline is not closed, or has too few points."))
    for number in shapes.texts:
        found[number] = unreadable
    return [one if isinstance(one, Failure) else as_qgis(one) for one in found]


def _together(shapes: Array, crs: str) -> Array:
    """Convert all vertices at once; where an edge may bend, the shape is converted on its own."""
    points, owners = shapely.get_coordinates(shapes, return_index=True)
    moved = positions_to_national_grid(points, crs)
    long = np.hypot(*(moved[1:] - moved[:-1]).T) > SHORT_M
    bent = np.unique(owners[1:][long & (owners[1:] == owners[:-1])])
    outside = np.unique(owners[~np.isfinite(moved).all(axis=1)])
    found: Array = shapely.set_coordinates(shapely.force_2d(shapes), np.nan_to_num(moved))
    for number in np.setdiff1d(bent, outside):
        found[number] = _alone(shapes[number], crs)
    for number in outside:
        found[number] = Failure(_reason(OutsideGrid(crs)))
    return found


def _alone(shape: BaseGeometry, crs: str) -> Union[BaseGeometry, Failure]:
    try:
        return to_national_grid(shape, crs).geometry
    except OutsideGrid as error:
        return Failure(_reason(error))


def _reason(error: StreetWorksError) -> str:
    return str(error)
