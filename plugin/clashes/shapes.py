"""Making other people's shapes comparable."""

from collections.abc import Sequence
from typing import Optional

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import shape as shape_of
from shapely.geometry.base import BaseGeometry

from ..trade.records.on_map import Geometry
from ..words import tr


def usable(geometry: Optional[BaseGeometry]) -> tuple[Optional[BaseGeometry], str]:
    """Return a flat, valid, non-empty copy of `geometry`, or None and the reason why not."""
    if geometry is None:
        return None, tr("it has no readable shape")
    if geometry.is_empty:
        return None, tr("its shape is empty")
    flat = shapely.force_2d(geometry)
    if not _is_finite(flat):
        return None, tr("it has a coordinate that is not a number")
    try:
        valid = flat if flat.is_valid else shapely.make_valid(flat)
    except shapely.errors.GEOSException as error:
        return None, tr("its shape cannot be made valid ({error})").format(error=error)
    if valid.is_empty:
        return None, tr("nothing is left of its shape once it is made valid")
    return valid, ""


def usable_all(
    shapes: Sequence[Optional[BaseGeometry]],
) -> tuple[NDArray[np.object_], dict[int, str]]:
    """Return usable copies of shapes, (n,), with None for those that cannot be used, and why."""
    column = np.empty(len(shapes), dtype=object)
    column[:] = shapes
    flat = shapely.force_2d(column)
    coordinates, row = shapely.get_coordinates(flat, return_index=True)
    sound = shapely.is_valid(flat) & ~shapely.is_empty(flat) & ~shapely.is_missing(flat)
    sound[row[~np.isfinite(coordinates).all(axis=1)]] = False
    reasons: dict[int, str] = {}
    for number in map(int, np.flatnonzero(~sound)):
        flat[number], reason = usable(shapes[number])
        if reason:
            reasons[number] = reason
    return flat, reasons


def from_wkt(text: str) -> Optional[BaseGeometry]:
    """Read a shape from WKT; None where it is not WKT."""
    try:
        with np.errstate(invalid="ignore"):  # a coordinate that is no number is told of later
            return shapely.from_wkt(text)
    except (shapely.errors.GEOSException, TypeError):
        return None


def from_geojson(geometry: Geometry) -> Optional[BaseGeometry]:
    """Read a shape from GeoJSON's words; None where they make no shape."""
    try:
        return shape_of(_mapping(geometry))
    except (shapely.errors.ShapelyError, ValueError, TypeError, IndexError, AttributeError):
        return None


def _mapping(geometry: Geometry) -> dict[str, object]:
    if geometry.geometries:
        return {"type": geometry.type, "geometries": [_mapping(one) for one in geometry.geometries]}
    return {"type": geometry.type, "coordinates": geometry.coordinates}


def _is_finite(geometry: BaseGeometry) -> bool:
    # The bounds pass over NaN, so every coordinate is looked at.
    return bool((abs(shapely.get_coordinates(geometry)) < float("inf")).all())
