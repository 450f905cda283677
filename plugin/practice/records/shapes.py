"""How shapes are written into the state file and read back."""

from typing import Annotated, Any

import shapely.geometry
from pydantic import PlainSerializer, PlainValidator
from shapely.geometry.base import BaseGeometry


def geojson(geometry: BaseGeometry) -> dict[str, Any]:
    """Return the bare GeoJSON geometry, positions as lists of two numbers."""
    kind = geometry.geom_type
    if kind == "Polygon":
        rings = [geometry.exterior, *geometry.interiors]
        return {"type": kind, "coordinates": [[[p[0], p[1]] for p in r.coords] for r in rings]}
    pairs = [[p[0], p[1]] for p in geometry.coords]
    return {"type": kind, "coordinates": pairs[0] if kind == "Point" else pairs}


def _shape(value: Any) -> BaseGeometry:
    return value if isinstance(value, BaseGeometry) else shapely.geometry.shape(value)


Shape = Annotated[BaseGeometry, PlainValidator(_shape), PlainSerializer(geojson)]
"""A point, line or polygon in EPSG:27700."""
