"""What the planner does to the live layers by hand, told from what the plugin does to them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Callable

from qgis.core import QgsLayerTreeNode, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from .group import mark_of
from .live_tables import Table, layers_of
from .own_filter import note_own, with_own
from .unchanged import unchanged


class PlannersHand(QObject):
    """Hears when the planner takes a live layer out, switches one, or filters one.

    `altered` follows each. `removed` are the tables whose layers the planner took out. A filter of
    the planner's is kept beside ours, which `condition` gives by kind.
    """

    altered = pyqtSignal()

    def __init__(self, project: QgsProject, condition: Callable[[str], str]) -> None:
        super().__init__()
        self._project = project
        self._condition = condition
        self.settle: Callable[[], Any] = bool  # lets the canvas take the project's layers at once
        self._heard: set[str] = set()
        self.removed: frozenset[Table] = frozenset()
        self._busy = False  # what changes now is not the planner's doing
        self._emptied = QTimer(self)  # runs while the project is being emptied
        self._emptied.setSingleShot(True)
        project.layersWillBeRemoved.connect(self._going)
        project.removeAll.connect(self._emptied.start)
        project.cleared.connect(self._emptied.stop)
        project.layerTreeRoot().visibilityChanged.connect(self._switched)

    def close_down(self) -> None:
        """Hear nothing more."""
        self._project.layersWillBeRemoved.disconnect(self._going)
        self._project.removeAll.disconnect(self._emptied.start)
        self._project.cleared.disconnect(self._emptied.stop)
        self._project.layerTreeRoot().visibilityChanged.disconnect(self._switched)

    @contextmanager
    def off(self) -> Iterator[None]:
        """Within this block what happens to the layers is neither the planner's nor a change."""
        before, self._busy = self._busy, True
        try:
            with unchanged(self._project, self.settle):
                yield
        finally:
            self._busy = before

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

    def _going(self, names: Iterable[str]) -> None:
        """Note what the planner takes out."""
        if self._busy or self._emptied.isActive():
            return
        gone = set(names)
        layers = layers_of(self._project)
        taken = {(kind, shape) for kind, shape, layer in layers if layer.id() in gone}
        if taken:
            self.removed |= taken
            self.altered.emit()

    def _switched(self, _node: QgsLayerTreeNode) -> None:
        if not self._busy:
            self.altered.emit()
