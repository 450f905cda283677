"""Shapes in JSON: GeoJSON, and what Esri's map servers answer."""

import json
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem

from ..errors import StreetWorksError
from ..extents.drawing import Drawing, read
from ..extents.rows import on_grid
from ..words import tr
from .draw import name_of
from .taken_shape import Taken, no_crs, require_shape


def from_json(text: str, project_crs: str) -> Taken:
    """Take GeoJSON, or the JSON of Esri's map servers, which may name their coordinate system.

    GeoJSON that names none is in WGS 84 unless its numbers cannot be degrees; what they cannot be
    either, is in `project_crs`. Raises StreetWorksError for what is no shape.
    """
    reading = read(Drawing(text, ""))
    geometry = require_shape(reading, text)
    named = reading.crs or _named_crs(json.loads(text).get("crs"))
    if named:
        return Taken(text, named)
    west, south, east, north = geometry.bounds
    if west >= -180 and east <= 180 and south >= -90 and north <= 90:
        return Taken(text, "EPSG:4326")
    if on_grid(west, south) and on_grid(east, north):
        note = tr("The numbers are no degrees; they were taken for British National Grid.")
        return Taken(text, "EPSG:27700", (note,))
    if not project_crs:
        raise no_crs()
    note = tr("The numbers are no degrees; they were taken for {crs}, as the project has it.")
    return Taken(text, project_crs, (note.format(crs=project_crs[:60]),))


def _named_crs(member: Any) -> str:
    """Read the `crs` that GeoJSON had before RFC 7946 and that QGIS still writes; "" if none."""
    if member is None:
        return ""
    properties = member.get("properties") if isinstance(member, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    crs = QgsCoordinateReferenceSystem.fromOgcWmsCrs(str(name))
    if not crs.isValid():
        raise StreetWorksError(
            tr("The GeoJSON is in a coordinate system that is not known here."),
            advice=tr("Please take it from a layer of QGIS instead."),
            detail=str(member)[:200],
        )
    return name_of(crs)
