"""Keeps QGIS from jumping to the first layer that comes into an empty project."""

from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject


class FirstLayer(QObject):
    """While the live map fills an empty project, the planner's view and CRS stay as they are.

    QGIS would show all of the first layer, which is what the first answer of the register held.
    """

    def __init__(self, iface: Any) -> None:
        super().__init__()
        self._bridge = iface.layerTreeCanvasBridge()
        self._canvas = iface.mapCanvas()
        self._held = False

    def hold(self) -> None:
        """Keep the view until there are layers; nothing in a project that has some."""
        if QgsProject.instance().mapLayers() or not self._bridge.autoSetupOnFirstLayer():
            return
        self._held = True
        self._bridge.setAutoSetupOnFirstLayer(False)
        self._canvas.layersChanged.connect(self._changed)

    def release(self) -> None:
        """Let QGIS do as it does otherwise."""
        if self._held:
            self._held = False
            self._canvas.layersChanged.disconnect(self._changed)
            self._bridge.setAutoSetupOnFirstLayer(True)

    def _changed(self) -> None:
        if self._canvas.layers():
            self.release()
