"""A shape that is there already: of a selected feature, of the clipboard, of a file."""

import json
from typing import Any, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsMapLayer, QgsVectorLayer

from ..errors import StreetWorksError
from ..extents.drawing import Drawing, read
from ..extents.typed import LINE, POINT, POLYGON, read_positions, shape_of
from ..words import tr
from .draw import DECIMALS, name_of
from .files import MOST_OFFERED, Offered, from_file
from .taken import Taken, collected, from_wkt, looks_like_wkt, no_crs, no_shape, require_shape

__all__ = ["MOST_OFFERED", "Offered", "Taken", "from_file", "from_selection", "from_text"]

MOST_SELECTED = 100
_LONGEST_TEXT = 5_000_000


def from_selection(layer: Optional[QgsMapLayer]) -> Taken:
    """Take what is selected in a layer, in the layer's coordinate system.

    Several features of one kind become one shape of several parts, exactly as they are; whether
    the parts can be joined is for the checks to say. Raises StreetWorksError when there is no
    layer, nothing (or too much) is selected, kinds are mixed, or the layer's CRS is not known.
    """
    if not isinstance(layer, QgsVectorLayer) or not layer.isSpatial():
        raise StreetWorksError(
            tr("No layer with shapes is chosen."),
            advice=tr("Click on a layer of points, lines or areas in the list of layers."),
        )
    number = layer.selectedFeatureCount()
    if number == 0:
        raise StreetWorksError(
            tr("Nothing is selected in the layer “{layer}”.").format(layer=layer.name()),
            advice=tr("Select the feature of your works, then try again."),
        )
    if number > MOST_SELECTED:
        raise StreetWorksError(
            tr("{n} features are selected; at most {most} can be taken.").format(
                n=number, most=MOST_SELECTED
            ),
            advice=tr("Select the feature of your works only."),
        )
    if not layer.crs().isValid():
        raise StreetWorksError(
            tr("The layer “{layer}” has no coordinate reference system.").format(
                layer=layer.name()
            ),
            advice=tr("Set it with a right click on the layer ▸ Layer CRS, e.g. EPSG:27700."),
        )
    shapes = [feature.geometry() for feature in layer.selectedFeatures()]
    return Taken(collected(shapes).asWkt(DECIMALS), name_of(layer.crs()), _joined_note(number))


def from_text(text: str, project_crs: str, kind: str = "") -> Taken:
    """Take the shape that a text describes, as it comes from the clipboard.

    WKT, EWKT, GeoJSON, features copied in QGIS, or positions one a row (`read_positions`). Where
    the text does not name its coordinate system it is `project_crs`; GeoJSON is in WGS 84 unless
    its numbers cannot be degrees. Of positions, `kind` ("point", "line", "polygon") is the shape;
    if it is "", one position is a point, a row of them that comes back to its beginning an area,
    and everything else a line.

    Raises StreetWorksError for text that is no shape (`RowWrong` naming the row).
    """
    text = text.strip().lstrip("\ufeff")
    if not text:
        raise no_shape(tr("The clipboard holds no text."))
    if len(text) > _LONGEST_TEXT:
        raise no_shape(tr("The text is too long for a shape."))
    if text.startswith("{"):
        return _from_geojson(text, project_crs)
    if looks_like_wkt(text) or text.lower().startswith("wkt_geom"):
        return _from_wkt(text, project_crs)
    typed = read_positions(text, assume=project_crs)
    wkt = shape_of(typed.points, kind or _likely_kind(typed.points))
    return Taken(wkt, typed.crs, typed.notes)


def _from_wkt(text: str, crs: str) -> Taken:
    """Take one WKT, or one from each row that begins with one."""
    rows = [
        row
        for row in (line.partition("\t")[0] for line in text.splitlines())
        if looks_like_wkt(row)
    ]
    if len(rows) == 1 and text.lower().startswith("wkt_geom"):
        return from_wkt(rows[0], crs)
    if len(rows) < 2:
        return from_wkt(text.partition("\t")[0], crs)
    taken = [from_wkt(row, crs) for row in rows]
    if len({one.crs for one in taken}) > 1:
        raise no_shape(tr("The shapes are in different coordinate systems."))
    whole = collected([QgsGeometry.fromWkt(one.wkt.rpartition(";")[2]) for one in taken])
    return Taken(whole.asWkt(DECIMALS), taken[0].crs, _joined_note(len(taken)))


def _from_geojson(text: str, project_crs: str) -> Taken:
    reading = require_shape(read(Drawing(text, "")), text)
    named = _named_crs(json.loads(text).get("crs"))
    if named:
        return Taken(text, named)
    west, south, east, north = reading.bounds
    if west >= -180 and east <= 180 and south >= -90 and north <= 90:
        return Taken(text, "EPSG:4326")
    if west >= 0 and east <= 700_000 and south >= 0 and north <= 1_300_000:
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


def _joined_note(number: int) -> tuple[str, ...]:
    if number < 2:
        return ()
    return (tr("{n} shapes were taken together, as the parts of one.").format(n=number),)


def _likely_kind(points: tuple[tuple[float, float], ...]) -> str:
    if len(points) == 1:
        return POINT
    return POLYGON if len(points) > 3 and points[0] == points[-1] else LINE
