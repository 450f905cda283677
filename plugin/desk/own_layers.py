"""The planner's own vector layers as candidates for clashes."""

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from shapely import wkt

from ..clashes import Candidate
from ..clashes.candidates import from_own_layer
from ..errors import StreetWorksError
from ..extents.grid import OutsideGrid, to_national_grid
from ..live.plan.box import Box
from ..map.draw import DECIMALS, name_of, plain
from ..map.group import KIND
from ..map.memory import NATIONAL_GRID
from ..words import tr

# QGIS's own conversion of the box may be metres off without the OSTN15 grid; the shapes themselves
# go through ours.
_SLACK_M = 20.0


def offered(project: QgsProject) -> list[QgsVectorLayer]:
    """Return the project's vector layers with geometry that are not the plugin's own."""
    return [
        layer
        for layer in project.mapLayers().values()
        if layer.type() == QgsMapLayer.LayerType.VectorLayer
        and layer.isSpatial()
        and layer.isValid()
        and not layer.customProperty(KIND)
        and not layer.flags() & QgsMapLayer.LayerFlag.Private
    ]


def candidates_in(layer: QgsVectorLayer, box: Box, project: QgsProject) -> list[Candidate]:
    """Return what of `layer` lies in `box` (EPSG:27700, metres), brought to the national grid.

    Reads the layer, so it runs on the main thread; only the box is read. Features without dates
    count for every day. Raises StreetWorksError for a layer without a CRS.
    """
    crs = layer.crs()
    if not crs.isValid():
        raise StreetWorksError(
            tr("The layer “{name}” has no coordinate reference system.").format(name=layer.name()),
            advice=tr("Set it in the layer's properties, or untick the layer."),
        )
    request = QgsFeatureRequest().setFilterRect(_in_layer(box.grown(_SLACK_M), layer, project))
    definition = name_of(crs)
    return [
        _candidate(feature, layer, definition)
        for feature in layer.getFeatures(request)
        if feature.hasGeometry()
    ]


def _candidate(feature: QgsFeature, layer: QgsVectorLayer, crs: str) -> Candidate:
    try:
        shape = to_national_grid(wkt.loads(plain(feature.geometry()).asWkt(DECIMALS)), crs).geometry
    except OutsideGrid:
        shape = None
    return from_own_layer(layer.name(), str(feature.id()), shape)


def _in_layer(box: Box, layer: QgsVectorLayer, project: QgsProject) -> QgsRectangle:
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(NATIONAL_GRID), layer.crs(), project
    )
    try:
        return transform.transformBoundingBox(QgsRectangle(*box))
    except QgsCsException as error:
        raise StreetWorksError(
            tr("The layer “{name}” cannot be brought to the British National Grid.").format(
                name=layer.name()
            ),
            advice=tr("Check its coordinate reference system, or untick the layer."),
            detail=str(error),
        ) from error
