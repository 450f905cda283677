"""Making other people's shapes comparable."""

from typing import Optional

import shapely
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


def from_wkt(text: str) -> Optional[BaseGeometry]:
    """Read a shape from WKT; None where it is not WKT."""
    try:
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
