"""The planner's own vector layers as occupations to check against."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

import numpy as np
import shapely
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ..clashes.occupation import Occupation
from ..clashes.occupations import from_own_layer
from ..errors import StreetWorksError
from ..extents import Limits
from ..extents.grid import positions_from_national_grid
from ..map.group import KIND
from ..map.mixed import geometry_of, has_shapes
from ..map.placed import Placed, definition_of, on_grid, placed
from ..trade.box import Box
from ..words import tr
from .layer_fields import Telling, fields_of, telling_of

# Room for what bends between the layer's coordinate system and National Grid.
_SLACK_M = 5.0
# So many features tell where a layer lies, in a fraction of a second.
_MOST_LOOKED_AT = 10_000


@dataclass(frozen=True)
class OwnLayer:
    """What a layer has near an extent, and what the planner should know of the layer.

    `lacks` says why there may be more than that, "" where all of it was compared.
    """

    name: str
    occupations: tuple[Occupation, ...]
    remarks: tuple[str, ...] = ()
    lacks: str = ""


class LayerRow(NamedTuple):
    """A feature of a layer: its number, its shape as drawn, and what `Telling` says of it."""

    number: str
    shape: QgsGeometry
    about: dict[str, Any]


def offered(project: QgsProject) -> list[QgsVectorLayer]:
    """Return the project's vector layers with geometry that are not the plugin's own."""
    return [
        layer
        for layer in project.mapLayers().values()
        if layer.type() == QgsMapLayer.LayerType.VectorLayer
        and has_shapes(layer)
        and layer.isValid()
        and not layer.customProperty(KIND)
        and not layer.flags() & QgsMapLayer.LayerFlag.Private
    ]


def near_or_why_not(layer: QgsVectorLayer, box: Box, limits: Limits) -> OwnLayer:
    """Return what `near` does; of a layer that cannot be compared, nothing but why not."""
    try:
        return near(layer, box, limits)
    except StreetWorksError as error:
        return OwnLayer(layer.name(), (), (str(error),), tr("the layer could not be compared"))


def near(layer: QgsVectorLayer, box: Box, limits: Limits) -> OwnLayer:
    """Return what of `layer` lies in `box` (EPSG:27700, metres), brought to National Grid.

    Reads the layer, so it runs on the main thread; only the box is read, and the places of the
    first features, by which a wrong CRS is recognised. Days are told by the fields that were chosen
    for the layer; without any its features count for every day. Raises StreetWorksError, with the
    layer's name, for one whose CRS is missing, too inexact for an extent by `limits`, or puts all
    of it outside England.
    """
    definition = definition_of(layer)
    first = QgsFeatureRequest().setLimit(_MOST_LOOKED_AT).setNoAttributes()
    shapes = [geometry_of(feature, layer) for feature in layer.getFeatures(first)]
    lies = placed(layer.name(), shapes, definition, limits)
    request = QgsFeatureRequest()
    if layer.isSpatial():  # of others QGIS may not know where their features lie
        request.setFilterRect(_in_layer(box.grown(_SLACK_M), definition))
    telling = telling_of(layer, fields_of(layer))
    rows = rows_of(layer.getFeatures(request), layer, telling)
    own = own_layer(layer.name(), rows, definition, lies, telling)
    if shapes:
        return own
    return replace(own, remarks=(*own.remarks, empty(layer.name())))


def rows_of(
    features: Iterable[QgsFeature], layer: QgsVectorLayer, telling: Telling
) -> list[LayerRow]:
    """Return what has a shape among the features of a layer."""
    shaped = ((feature, geometry_of(feature, layer)) for feature in features)
    return [
        LayerRow(str(feature.id()), shape, telling.about(feature))
        for feature, shape in shaped
        if not shape.isNull()
    ]


def own_layer(
    name: str, rows: Sequence[LayerRow], crs: str, lies: Placed, telling: Telling
) -> OwnLayer:
    """Return rows of the layer of that name, whose shapes are in `crs`, as they are compared."""
    shapes = on_grid([row.shape for row in rows], crs)
    occupations = tuple(
        from_own_layer(name, row.number, shape, **row.about) for row, shape in zip(rows, shapes)
    )
    remarks = (*lies.inexact, *telling.remarks(), *filter(None, [lies.strays]))
    strays = tr("some shapes lie nowhere in Great Britain") if lies.strays else ""
    return OwnLayer(name, occupations, remarks, strays)


def empty(name: str) -> str:
    """Say that the layer of that name is empty."""
    return tr("{name}: the layer is empty.").format(name=name)


def _in_layer(box: Box, crs: str) -> QgsRectangle:
    """Give the rectangle around a box, in the layer's own coordinates.

    It is not left to QGIS, whose conversion may be off by more than any clash is near.
    """
    outline = shapely.segmentize(shapely.box(*box), max(box.width, box.height) / 8)
    there = positions_from_national_grid(shapely.get_coordinates(outline), crs)
    return QgsRectangle(*np.nanmin(there, axis=0), *np.nanmax(there, axis=0))
