"""The layer of the background in a project: one at most, and below all others."""

from typing import Any, Optional

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import pyqtSignal

from ..by_hand import ByHand
from ..group import BACKGROUND, layers_marked, mark_of, put_mark
from ..put_layer import put_layer
from .source import Source, layer_of

_MAPS = (QgsMapLayer.LayerType.RasterLayer, QgsMapLayer.LayerType.VectorTileLayer)


class Basemap(ByHand):
    """Puts the background into a project and takes it out; `gone` says that the planner did so.

    Use it from the main thread. The project is no changed one for it.
    """

    gone = pyqtSignal()

    def __init__(self, project: QgsProject) -> None:
        super().__init__(project)
        self._project = project

    @property
    def layer(self) -> Optional[QgsMapLayer]:
        """The layer, or None when there is none now."""
        return next(iter(layers_marked(self._project, BACKGROUND)), None)

    @property
    def own(self) -> str:
        """The name of a map of the planner's own that can be a background, "" for none."""
        layers = self._project.mapLayers().values()
        names = (one.name() for one in layers if one.type() in _MAPS and mark_of(one) is None)
        return next(names, "")

    def show(self, source: Source, made: Optional[QgsMapLayer] = None) -> None:
        """Show `source`, in the place and as opaque as what was shown before.

        `made` is its layer where there is one already. Raises StreetWorksError when QGIS cannot
        open it; what was shown stays then.
        """
        before = self.layer
        if before is not None and before.source() == source.uri:
            return
        layer = made or layer_of(source)
        with self.off():
            self._put(layer, before)
            if before is not None:
                self._project.removeMapLayer(before.id())

    def remove(self) -> None:
        """Take the background out of the project."""
        with self.off():
            self._project.removeMapLayers(
                [layer.id() for layer in layers_marked(self._project, BACKGROUND)]
            )

    def taken_out(self, names: set[str]) -> None:
        """Say so when the background is among the layers that the planner takes out."""
        if self.layer is not None and self.layer.id() in names:
            self.gone.emit()

    def _put(self, layer: QgsMapLayer, before: Optional[QgsMapLayer]) -> None:
        root = self._project.layerTreeRoot()
        node = None if before is None else root.findLayer(before.id())
        group, place, shown = root, len(root.children()), True
        if before is not None and node is not None:
            group, shown = node.parent(), node.itemVisibilityChecked()
            place = _place_in(group, node)
            layer.setOpacity(before.opacity())
        put_mark(layer, BACKGROUND, "")
        put_layer(self._project, layer)
        put = group.insertLayer(place, layer)
        put.setItemVisibilityChecked(shown)
        put.setExpanded(False)


def _place_in(group: QgsLayerTreeGroup, node: Any) -> int:
    return [child is node for child in group.children()].index(True)
