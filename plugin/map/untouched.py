"""QGIS's temporal controller filters the map only when the planner has switched it on."""

from qgis.core import QgsDateTimeRange, QgsTemporalNavigationObject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QDateTime

_ALL_TIME = QgsDateTimeRange(QDateTime(), QDateTime())


class Untouched:
    """Undoes what a controller that is switched off does to its canvases, until `remove`.

    Whenever layers with dates come, QGIS sets the controller's dates anew. Its slider then moves,
    also while the controller is switched off and was never opened, and the map shows one frame.
    """

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._controller = canvas.temporalController()
        if isinstance(self._controller, QgsTemporalNavigationObject):
            self._controller.updateTemporalRange.connect(self._undo)
            self._undo(canvas.temporalRange())

    def remove(self) -> None:
        """Let the controller do as it does."""
        if isinstance(self._controller, QgsTemporalNavigationObject):
            self._controller.updateTemporalRange.disconnect(self._undo)
        self._controller = None

    def _undo(self, shown: QgsDateTimeRange) -> None:
        off = QgsTemporalNavigationObject.NavigationMode.NavigationOff
        if self._controller.navigationMode() == off and not shown.isInfinite():
            self._controller.updateTemporalRange.emit(_ALL_TIME)
