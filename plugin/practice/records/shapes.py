"""How shapes are written into the state file and read back."""

from typing import Annotated, Any

import shapely
import shapely.geometry
from pydantic import PlainSerializer, PlainValidator
from shapely.geometry.base import BaseGeometry


def geojson(geometry: BaseGeometry) -> dict[str, Any]:
    """Return the bare GeoJSON geometry, positions as lists of two numbers."""
    kind = geometry.geom_type
    if kind == "Polygon":
        return {"type": kind, "coordinates": [_pairs(r) for r in shapely.get_rings(geometry)]}
    pairs = _pairs(geometry)
    return {"type": kind, "coordinates": pairs[0] if kind == "Point" else pairs}


def _pairs(line: BaseGeometry) -> Any:
    return shapely.get_coordinates(line).tolist()


def _shape(value: Any) -> BaseGeometry:
    return value if isinstance(value, BaseGeometry) else shapely.geometry.shape(value)


Shape = Annotated[BaseGeometry, PlainValidator(_shape), PlainSerializer(geojson)]
"""A point, line or polygon in EPSG:27700."""
