"""Our memory layers in British National Grid, and the one way to change what they hold."""

from qgis.core import QgsFeature, QgsFields, QgsVectorLayer

from ..errors import StreetWorksError
from ..trade.kinds import Shape
from ..words import tr

NATIONAL_GRID = "EPSG:27700"

_GEOMETRY = {
    Shape.POINT: "MultiPoint",
    Shape.LINE: "MultiLineString",
    Shape.POLYGON: "MultiPolygon",
}


def new_memory_layer(name: str, shape: Shape, fields: QgsFields) -> QgsVectorLayer:
    """Return a memory layer that QGIS lets go without asking whether to keep what is in it.

    Each of its features may have several points, lines or areas.
    """
    layer = QgsVectorLayer(f"{_GEOMETRY[shape]}?crs={NATIONAL_GRID}", name, "memory")
    layer.dataProvider().addAttributes(list(fields))
    layer.updateFields()
    layer.setCustomProperty("skipMemoryLayersCheck", 1)
    return layer


def replace_features(layer: QgsVectorLayer, features: list[QgsFeature]) -> None:
    """Let `layer` hold exactly `features`. Between the two steps nothing is drawn, as drawing
    starts on the main thread too. Raises StreetWorksError when QGIS does not take them.
    """
    provider = layer.dataProvider()
    provider.truncate()
    ok, _added = provider.addFeatures(features)
    layer.updateExtents()
    layer.triggerRepaint()
    if not ok:
        raise StreetWorksError(
            tr("QGIS could not put the records into the layer “{layer}”.").format(
                layer=layer.name()
            ),
            advice=tr("Remove the layer and load the map again."),
            detail=provider.lastError(),
            may_retry=True,
        )
