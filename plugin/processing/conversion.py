"""Shapes brought to National Grid, thousands at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Union

import numpy as np
import shapely
from qgis.core import QgsGeometry
from shapely.geometry.base import BaseGeometry

from ..extents.all_to_grid import all_to_national_grid
from ..extents.grid import Converted, OutsideGrid, to_national_grid
from ..extents.whereabouts import whereabouts
from ..map.as_qgis import as_qgis
from ..map.as_shapely import read
from ..words import tr


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
    found = all_to_national_grid(shapes.geometries, crs)
    unreadable = Failure(tr("The outline is not closed, or has too few points."))
    for number in shapes.texts:
        found[number] = unreadable
    return [_outcome(one) for one in found]


def _outcome(found: Union[BaseGeometry, OutsideGrid, Failure, None]) -> Union[QgsGeometry, Failure]:
    if isinstance(found, OutsideGrid):
        return Failure(str(found))
    return found if isinstance(found, Failure) else as_qgis(found)
