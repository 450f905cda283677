"""The planner's own vector layers as occupations to check against."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import shapely
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from ..clashes.occupation import Occupation
from ..clashes.occupations import from_own_layer
from ..errors import StreetWorksError
from ..extents import Limits, Severity
from ..extents.definitions import CrsUnusable
from ..extents.drawing import Drawing, read
from ..extents.grid import OutsideGrid, positions_from_national_grid, to_national_grid
from ..extents.layer import examine_layer
from ..extents.whereabouts import whereabouts
from ..map.draw import DECIMALS, name_of, plain
from ..map.group import KIND
from ..map.mixed import crs_of, geometry_of, has_shapes
from ..trade.box import Box
from ..words import tr
from .layer_fields import Telling

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
    crs = crs_of(layer)
    if not crs.isValid():
        raise StreetWorksError(
            tr("The layer “{name}” has no coordinate reference system.").format(name=layer.name()),
            advice=_set_it(),
        )
    definition = name_of(crs)
    with _told_of(layer):
        there = whereabouts(_middles(layer), definition)
        if not there.in_england and layer.featureCount() != 0:
            raise _nowhere(layer, there.guess)
        exactness = examine_layer(np.array([], dtype=object), definition, limits).of_all
        request = QgsFeatureRequest()
        if layer.isSpatial():  # of others QGIS may not know where their features lie
            request.setFilterRect(_in_layer(box.grown(_SLACK_M), definition))
        telling = Telling(layer)
        found = tuple(
            _occupation(feature, layer, definition, telling)
            for feature in layer.getFeatures(request)
            if not geometry_of(feature, layer).isNull()
        )
    too_coarse = [one for one in exactness if one.severity is Severity.ERROR]
    if too_coarse:
        raise _unusable(layer, too_coarse[0].message, too_coarse[0].advice)
    remarks = [f"{layer.name()}: {one.message}" for one in exactness]
    remarks += telling.remarks()
    if layer.featureCount() == 0:
        remarks.append(tr("{name}: the layer is empty.").format(name=layer.name()))
    if there.nowhere:
        remarks.append(_strays(layer, there.nowhere))
    strays = tr("some shapes lie nowhere in Great Britain") if there.nowhere else ""
    return OwnLayer(layer.name(), found, tuple(remarks), strays)


def _middles(layer: QgsVectorLayer) -> np.ndarray:
    """Give the middle of each of the first shapes, (n, 2), in the layer's own coordinates."""
    request = QgsFeatureRequest().setLimit(_MOST_LOOKED_AT).setNoAttributes()
    boxes = (
        shape.boundingBox()
        for shape in (geometry_of(feature, layer) for feature in layer.getFeatures(request))
        if not shape.isEmpty()
    )
    centres = [(box.center().x(), box.center().y()) for box in boxes]
    return np.array(centres, dtype=float).reshape(-1, 2)


def _in_layer(box: Box, crs: str) -> QgsRectangle:
    """Give the rectangle around a box, in the layer's own coordinates.

    It is not left to QGIS, whose conversion may be off by more than any clash is near.
    """
    outline = shapely.segmentize(shapely.box(*box), max(box.width, box.height) / 8)
    there = positions_from_national_grid(shapely.get_coordinates(outline), crs)
    return QgsRectangle(*np.nanmin(there, axis=0), *np.nanmax(there, axis=0))


def _occupation(
    feature: QgsFeature, layer: QgsVectorLayer, crs: str, telling: Telling
) -> Occupation:
    shape = read(Drawing(plain(geometry_of(feature, layer)).asWkt(DECIMALS), crs)).geometry
    try:
        moved = None if shape is None else to_national_grid(shape, crs).geometry
    except OutsideGrid:
        moved = None
    return from_own_layer(layer.name(), str(feature.id()), moved, **telling.about(feature))


@contextmanager
def _told_of(layer: QgsVectorLayer) -> Iterator[None]:
    """Name the layer in what cannot be done with its coordinate system."""
    try:
        yield
    except CrsUnusable as error:
        raise _unusable(layer, error.message, error.advice) from error


def _unusable(layer: QgsVectorLayer, reason: str, advice: str) -> StreetWorksError:
    message = tr("The layer “{name}” cannot be compared. {reason}")
    untick = tr("Or untick the layer.")
    return StreetWorksError(
        message.format(name=layer.name(), reason=reason), advice=f"{advice} {untick}".strip()
    )


def _nowhere(layer: QgsVectorLayer, guess: str) -> StreetWorksError:
    message = tr("The layer “{name}” lies nowhere in England as its coordinate system has it.")
    return StreetWorksError(
        f"{message.format(name=layer.name())} {guess}".strip(), advice=_set_it()
    )


def _set_it() -> str:
    return tr("Set it in the layer's properties (Layer CRS), or untick the layer.")


def _strays(layer: QgsVectorLayer, number: int) -> str:
    if number == 1:
        said = tr("{name}: one shape lies nowhere in Great Britain and was not compared.")
    else:
        said = tr("{name}: {n} shapes lie nowhere in Great Britain and were not compared.")
    return said.format(name=layer.name(), n=number)
