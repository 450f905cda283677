"""Says that Street Works is starting, until what was clicked can be done."""

from typing import Any

from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QProgressBar

from ...plugin.words import tr

_AFTER_MS = 150  # what takes less time needs no words
_WIDTH = 120


class StartingSign:
    """A busy cursor at once and, when it takes longer, a message with a bar that moves."""

    def __init__(self, bar: Any) -> None:
        """`bar` is the `QgsMessageBar` to write to."""
        self._bar = bar
        self._item: Any = None
        self._timer = QTimer()
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._say)
        self._timer.start(_AFTER_MS)
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)

    def take_away(self) -> None:
        """Leave the cursor and the message bar as they were."""
        self._timer.stop()
        QApplication.restoreOverrideCursor()
        if self._item is not None and self._item in self._bar.items():
            self._bar.popWidget(self._item)
        self._item = None

    def _say(self) -> None:
        text = tr("Starting. What you clicked is done in a moment.")
        item = QgsMessageBarItem(tr("Street Works"), text)
        moving = QProgressBar()
        moving.setRange(0, 0)
        moving.setMaximumWidth(_WIDTH)
        item.layout().addWidget(moving)
        self._bar.pushItem(item)
        self._item = item
