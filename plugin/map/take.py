"""A shape that is there already: of a selected feature, of the clipboard, of a file."""

import re
from typing import Optional

from qgis.core import QgsGeometry, QgsMapLayer, QgsVectorLayer

from ..errors import StreetWorksError
from ..extents.plain_text import visible
from ..extents.typed import LINE, POINT, POLYGON, read_positions, shape_of_all
from ..words import tr
from .draw import DECIMALS, name_of
from .files import MOST_OFFERED, Offered, from_file
from .json_text import from_json
from .mixed import crs_of, geometry_of, has_shapes
from .tables import read_table
from .taken_shape import Taken, collected, from_wkt, looks_like_wkt, no_shape

__all__ = ["MOST_OFFERED", "Offered", "Taken", "from_file", "from_selection", "from_text"]

MOST_SELECTED = 100
_LONGEST_TEXT = 5_000_000
# {lat: 51.5, lng: -0.1}, or two numbers in braces: a position as programs print it.
_OF_NUMBERS = re.compile(r"\{\s*(?:[\"']?(?:lat|lng|lon)\w*[\"']?\s*:\s*)?[-+.0-9]")


def from_selection(layer: Optional[QgsMapLayer]) -> Taken:
    """Take what is selected in a layer, in the layer's coordinate system.

    Several features of one kind become one shape of several parts, exactly as they are; whether
    the parts can be joined is for the checks to say. Raises StreetWorksError when there is no
    layer, nothing (or too much) is selected, kinds are mixed, or the layer's CRS is not known.
    """
    if not isinstance(layer, QgsVectorLayer) or not has_shapes(layer):
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
    crs = crs_of(layer)
    if not crs.isValid():
        raise StreetWorksError(
            tr("The layer “{layer}” has no coordinate reference system.").format(
                layer=layer.name()
            ),
            advice=tr("Set it with a right click on the layer ▸ Layer CRS, e.g. EPSG:27700."),
        )
    shapes = [geometry_of(feature, layer) for feature in layer.selectedFeatures()]
    whole, left_out = collected(shapes)
    return Taken(whole.asWkt(DECIMALS), name_of(crs), (*_joined_note(number), *left_out))


def from_text(text: str, project_crs: str, kind: str = "") -> Taken:
    """Take the shape that a text describes, as it comes from the clipboard.

    WKT, EWKT, WKB, GeoJSON, Esri's JSON, features copied in QGIS or another table of shapes, a
    table of positions, or positions one a row (`read_positions`). Where the text does not name its
    coordinate system it is `project_crs`; GeoJSON is in WGS 84 unless its numbers cannot be
    degrees. Of positions, `kind` ("point", "line", "polygon") is the shape;
    if it is "", one position is a point, a row of them that comes back to its beginning an area,
    and everything else a line.

    Raises StreetWorksError for text that is no shape (`RowWrong` naming the row).
    """
    text = visible(text).strip()
    if not text:
        raise no_shape(tr("The clipboard holds no text."))
    if len(text) > _LONGEST_TEXT:
        raise no_shape(tr("The text is too long for a shape."))
    if text.startswith("{") and not _OF_NUMBERS.match(text):
        return from_json(text, project_crs)
    if looks_like_wkt(text) and not any(map(looks_like_wkt, text.splitlines()[1:])):
        return from_wkt(text.partition("\t")[0], project_crs)
    table = read_table(text, MOST_SELECTED + 1)
    if table.shapes:
        return _together([from_wkt(shape.wkt, project_crs) for shape in table.shapes])
    typed = read_positions(text, assume=project_crs)
    wkt = shape_of_all(typed, kind or _likely_kind(typed.points))
    notes = (*typed.notes, *_joined_note(len(typed.lines)))
    return Taken(wkt, typed.crs, notes)


def _together(taken: list[Taken]) -> Taken:
    if len(taken) == 1:
        return taken[0]
    if len(taken) > MOST_SELECTED:
        raise no_shape(tr("There are more than {most} shapes.").format(most=MOST_SELECTED))
    if len({one.crs for one in taken}) > 1:
        raise no_shape(tr("The shapes are in different coordinate systems."))
    shapes = [QgsGeometry.fromWkt(one.wkt.rpartition(";")[2]) for one in taken]
    whole, left_out = collected(shapes)
    notes = (*_joined_note(len(taken)), *left_out)
    return Taken(whole.asWkt(DECIMALS), taken[0].crs, notes)


def _joined_note(number: int) -> tuple[str, ...]:
    if number < 2:
        return ()
    return (tr("{n} shapes were taken together, as the parts of one.").format(n=number),)


def _likely_kind(points: tuple[tuple[float, float], ...]) -> str:
    if len(points) == 1:
        return POINT
    return POLYGON if len(points) > 3 and points[0] == points[-1] else LINE
