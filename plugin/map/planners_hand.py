"""What the planner does to the live layers by hand, told from what the plugin does to them."""

from functools import partial
from typing import Callable

from qgis.core import QgsLayerTreeNode, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import pyqtSignal

from .by_hand import ByHand
from .group import mark_of
from .live_tables import STREETS, Table, layers_of
from .own_filter import note_own, with_own


class PlannersHand(ByHand):
    """Hears when the planner takes a live layer out, switches one, or filters one.

    `altered` follows each. `removed` are the tables whose layers the planner took out. A filter of
    the planner's is kept beside ours, which `condition` gives by kind.
    """

    altered = pyqtSignal()

    def __init__(self, project: QgsProject, condition: Callable[[str], str]) -> None:
        super().__init__(project)
        self._condition = condition
        self._heard: set[str] = set()
        self.removed: frozenset[Table] = frozenset()
        project.layerTreeRoot().visibilityChanged.connect(self._switched)

    def close_down(self) -> None:
        """Hear nothing more."""
        super().close_down()
        self._project.layerTreeRoot().visibilityChanged.disconnect(self._switched)

    def bring_back(self) -> None:
        """Let the layers that were taken out come again."""
        self.removed = frozenset()
        self.altered.emit()

    def listen(self, layer: QgsVectorLayer) -> None:
        """Hear when the planner sets a filter on a layer."""
        if layer.id() not in self._heard:
            self._heard.add(layer.id())
            layer.subsetStringChanged.connect(partial(self._filtered, layer.id()))
            layer.willBeDeleted.connect(partial(self._heard.discard, layer.id()))

    def _filtered(self, name: str) -> None:
        layer = self._project.mapLayer(name)
        mark = None if layer is None else mark_of(layer)
        if self._busy or mark is None:
            return
        ours = self._condition(mark[0])
        note_own(layer, ours)
        with self.off():
            layer.setSubsetString(with_own(layer, ours))
        self.altered.emit()

    def taken_out(self, names: set[str]) -> None:
        """Note which of the live layers, and whether that of streets, the planner takes out."""
        tables = {STREETS, *((kind, shape) for kind, shape, _one in layers_of(self._project))}
        layers = ((layer.id(), mark_of(layer)) for layer in self._project.mapLayers().values())
        taken = {mark for name, mark in layers if name in names and mark in tables}
        if taken:
            self.removed |= taken
            self.altered.emit()

    def _switched(self, _node: QgsLayerTreeNode) -> None:
        if not self._busy:
            self.altered.emit()
