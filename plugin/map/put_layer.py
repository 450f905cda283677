"""The one way by which a layer of ours comes into a project."""

from qgis.core import QgsMapLayer, QgsProject

from .live_tables import layers_of


def put_layer(project: QgsProject, layer: QgsMapLayer) -> None:
    """Put a layer into a project; its place in the layer tree is for the caller to find.

    With each layer that comes QGIS's temporal controller looks through all records of those that it
    follows, the live ones too, on the main thread. Meanwhile it follows none of these.
    """
    dated = [one.temporalProperties() for *_table, one in layers_of(project)]
    followed = [one for one in dated if one.isActive()]
    for one in followed:
        one.setIsActive(False)
    try:
        project.addMapLayer(layer, False)
    finally:
        for one in followed:
            one.setIsActive(True)
