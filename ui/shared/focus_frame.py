"""A frame around what has the focus: QGIS's dark themes do not show it on lists and ticks."""

from typing import Optional

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QPalette, QPen
from qgis.PyQt.QtWidgets import QApplication, QFocusFrame, QWidget

_OURS = __name__.partition(".")[0]
_WIDE = 2  # pixels


class FocusFrame(QObject):
    """Lies around the control of a window of ours that has the focus, in any theme."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._drawn: Optional[QFocusFrame] = None
        QApplication.instance().focusChanged.connect(self._go_along)

    def close_down(self) -> None:
        """Follow the focus no more."""
        QApplication.instance().focusChanged.disconnect(self._go_along)
        self._put_away()
        self.deleteLater()

    def _go_along(self, _before: Optional[QWidget], now: Optional[QWidget]) -> None:
        self._put_away()
        if now is not None and _is_ours(now):
            self._drawn = _Drawn(now)
            self._drawn.setWidget(now)

    def _put_away(self) -> None:
        """Take the frame away; it may have gone with the window that it lay in."""
        if self._drawn is not None and not sip.isdeleted(self._drawn):
            self._drawn.hide()
            self._drawn.deleteLater()
        self._drawn = None


class _Drawn(QFocusFrame):
    """One frame, which stays with one control."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw it in the colour of what is selected: each theme has one that stands out."""
        painter = QPainter(self)
        painter.setPen(QPen(QApplication.palette().color(QPalette.ColorRole.Highlight), _WIDE))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


def _is_ours(widget: QWidget) -> bool:
    """Say whether it is in a window or a page of the plugin's."""
    parent: Optional[QWidget] = widget
    while parent is not None:
        if type(parent).__module__.partition(".")[0] == _OURS:
            return True
        parent = parent.parentWidget()
    return False
