"""What a report has found as features of QGIS, to be made in a thread: it touches no layer."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import shapely
from qgis.core import QgsFeature, QgsField, QgsFields
from shapely.geometry.base import BaseGeometry

from ..clashes.report import Encounter
from ..compat import NUMBER_FIELD, TEXT_FIELD
from ..trade.kinds import Shape
from ..words import tr
from .as_qgis import as_qgis
from .styles.clashes import GRADE

PLACE, TITLE, SAID = "place", "title", "said"

Drawn = Mapping[Shape, list[QgsFeature]]

_WHOLE = {
    Shape.POINT: shapely.multipoints,
    Shape.LINE: shapely.multilinestrings,
    Shape.POLYGON: shapely.multipolygons,
}


def clash_fields() -> QgsFields:
    """Return the fields of a clash on the map; `place` is its place in the report, from 0."""
    fields = QgsFields()
    fields.append(QgsField(PLACE, NUMBER_FIELD))
    for name in (GRADE, "reference", TITLE, SAID):
        fields.append(QgsField(name, TEXT_FIELD))
    return fields


def aliases() -> list[str]:
    """Name these fields in the planner's words."""
    return [tr("Number"), tr("Grade"), tr("Reference"), tr("What it is"), tr("Why")]


def features_of(encounters: Iterable[Encounter]) -> Drawn:
    """Return a mark for each encounter, and the line between the two or all that they share.

    The last is drawn first, so that the most serious is on top. One whose place is not known is in
    the list only. Shapes are in EPSG:27700.
    """
    fields = clash_fields()
    drawn: dict[Shape, list[QgsFeature]] = {shape: [] for shape in Shape}
    for place, one in reversed(tuple(enumerate(encounters))):
        if one.meeting_place is None:
            continue
        why = "\n".join(found.in_short for found in one.findings)
        said = [place, one.grade.word, one.other.reference, one.title, why]
        for shape, geometry in _parts(one.meeting_place):
            drawn[shape].append(_feature(fields, said, geometry))
    return drawn


def _parts(meeting: BaseGeometry) -> Iterator[tuple[Shape, BaseGeometry]]:
    """Give the lines and the areas of a meeting place as they are, and the points to mark."""
    parts = shapely.get_parts(shapely.get_parts(meeting))
    by_size = dict(zip(Shape, (parts[shapely.get_dimensions(parts) == size] for size in range(3))))
    if len(by_size[Shape.POINT]) < len(parts):
        # Of a line between the two the centroid is the middle, of others it may lie beside them.
        straight = meeting.geom_type == "LineString" and shapely.get_num_coordinates(meeting) == 2
        middle = shapely.centroid(meeting) if straight else shapely.point_on_surface(meeting)
        by_size[Shape.POINT] = [*by_size[Shape.POINT], middle]
    return ((shape, _WHOLE[shape](found)) for shape, found in by_size.items() if len(found))


def _feature(fields: QgsFields, said: list[Any], geometry: BaseGeometry) -> QgsFeature:
    feature = QgsFeature(fields)
    feature.setAttributes(said)
    feature.setGeometry(as_qgis(geometry))
    return feature
