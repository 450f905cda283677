"""Whom the background names, written on the map."""

from typing import Any

from qgis.PyQt.QtCore import QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QLabel

_LOOK = "background: rgba(255, 255, 255, 190); color: black; padding: 1px 4px;"


class Credit(QObject):
    """A line at the lower right of the canvas, there as long as it says something."""

    def __init__(self, canvas: Any) -> None:
        super().__init__()
        self._canvas = canvas
        self.label = QLabel(canvas)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setStyleSheet(_LOOK)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.label.hide()
        canvas.installEventFilter(self)

    def close_down(self) -> None:
        """Take it off the map."""
        self._canvas.removeEventFilter(self)
        self.label.deleteLater()

    def say(self, text: str) -> None:
        """Write `text` on the map, nothing for ""."""
        self.label.setText(text)
        self.label.setVisible(bool(text))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Stay in the corner when the canvas gets another size."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        self.label.adjustSize()
        corner = self._canvas.rect().bottomRight() - self.label.rect().bottomRight()
        self.label.move(corner)
