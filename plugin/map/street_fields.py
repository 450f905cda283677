"""Which fields of a planner's own layer tell the number and the name of a street.

They are among the layer's own properties, so they are kept with the project.
"""

from typing import Optional

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer

from ..compat import LINE_GEOMETRY
from .group import mark_of

_USRN = "street_works/usrn_field"
_NAME = "street_works/street_name_field"


def usrn_field(layer: QgsMapLayer) -> str:
    """Return the field that was chosen for the USRN, "" for a layer that is no layer of streets."""
    return _there(layer, _USRN)


def name_field(layer: QgsMapLayer) -> str:
    """Return the field that was chosen for the name, "" for none."""
    return _there(layer, _NAME)


def choose_fields(layer: QgsMapLayer, usrn: str, name: str) -> None:
    """Keep what is chosen; an empty `usrn` lets the layer be none of streets any more."""
    for key, field in ((_USRN, usrn), (_NAME, name)):
        if field:
            layer.setCustomProperty(key, field)
        else:
            layer.removeCustomProperty(key)


def line_layers(project: QgsProject) -> list[QgsVectorLayer]:
    """Return the layers of lines of a project that are the planner's own."""
    return [
        layer
        for layer in project.mapLayers().values()
        if layer.type() == QgsMapLayer.LayerType.VectorLayer
        and layer.isValid()
        and layer.geometryType() == LINE_GEOMETRY
        and mark_of(layer) is None
    ]


def own_streets(project: QgsProject) -> Optional[QgsVectorLayer]:
    """Return the planner's own layer of streets in a project, or None."""
    return next((layer for layer in line_layers(project) if usrn_field(layer)), None)


def _there(layer: QgsMapLayer, key: str) -> str:
    field = str(layer.customProperty(key, "") or "")
    return field if field and layer.fields().indexOf(field) >= 0 else ""
