"""The layers of live records: one for each kind and geometry, in the group "Street Works".

Layers are looked up in the project each time, by their custom properties. So a layer or group that
the planner deletes is simply made anew at the next load, and one that came back with a saved
project is filled again, with the planner's own style.
"""

from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer

from ..words import tr
from .dress import dress
from .features import Built
from .fetched import Fetched
from .fields import qgs_fields
from .group import KIND, SHAPE, drop_empty_groups, layers_marked, subgroup
from .kinds import KINDS, WORKS, Shape, shape_title, title
from .memory import new_memory_layer, replace_features

_MULTI = {
    Shape.POINT: "Point",
    Shape.LINE: "MultiLineString",
    Shape.POLYGON: "MultiPolygon",
}


class WorksLayers:
    """What the register holds, as layers of a project. Use it from the main thread."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project

    def show(self, kind: str, built: Built, fetched: Fetched) -> None:
        """Replace what the layers of `kind` show by `built`, and note how complete it is.

        A layer is made when it is first needed. Raises StreetWorksError when QGIS takes no
        features.
        """
        note = fetched.statement(not_drawn=len(built.refused))
        for shape in Shape:
            features = built.of(shape)
            layer = self.layer(kind, shape)
            if layer is None and features:
                layer = self._make(kind, shape)
            if layer is not None:
                replace_features(layer, features)
                _describe(layer, note)

    def layer(self, kind: str, shape: Shape) -> Optional[QgsVectorLayer]:
        """Return the layer for a kind and geometry, or None when there is none now."""
        names = qgs_fields(kind).names()
        for layer in layers_marked(self._project, kind):
            if layer.customProperty(SHAPE) == shape.value and layer.fields().names() == names:
                return layer
        return None

    def counts(self) -> dict[tuple[str, Shape], int]:
        """Return how many features each layer that exists holds."""
        found = {(kind, shape): self.layer(kind, shape) for kind in KINDS for shape in Shape}
        return {key: layer.featureCount() for key, layer in found.items() if layer is not None}

    def clear(self) -> None:
        """Empty all layers, and keep them."""
        for kind in KINDS:
            for shape in Shape:
                layer = self.layer(kind, shape)
                if layer is not None:
                    replace_features(layer, [])
                    _describe(layer, tr("Nothing is loaded."))

    def remove(self) -> None:
        """Take all layers and their groups out of the project."""
        ids = [layer.id() for kind in KINDS for layer in layers_marked(self._project, kind)]
        self._project.removeMapLayers(ids)
        drop_empty_groups(self._project)

    def _make(self, kind: str, shape: Shape) -> QgsVectorLayer:
        name = tr("{kind}: {shape}").format(kind=title(kind), shape=shape_title(shape))
        layer = new_memory_layer(name, _MULTI[shape], qgs_fields(kind))
        layer.setCustomProperty(KIND, kind)
        layer.setCustomProperty(SHAPE, shape.value)
        dress(layer, kind, shape)
        layer.setReadOnly(True)
        self._project.addMapLayer(layer, False)
        group = subgroup(self._project, kind, title(kind))
        earlier = [one for one in list(Shape)[: list(Shape).index(shape)] if self.layer(kind, one)]
        group.insertLayer(len(earlier), layer).setExpanded(kind == WORKS)
        return layer


def _describe(layer: QgsVectorLayer, note: str) -> None:
    """Put the note where QGIS shows it: the layer's metadata, and so its tool tip."""
    metadata = layer.metadata()
    if not metadata.title():
        metadata.setTitle(layer.name())
    metadata.setAbstract(note)
    layer.setMetadata(metadata)
