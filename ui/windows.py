"""How large windows come up, and how panels fit into a dock that is narrow or low."""

from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import QEvent, QObject, QRect, QSize, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QFrame, QStyle, QWidget

_OF_THE_SCREEN = 0.9
_LINES_SHOWN = 6


def size_window(window: QWidget, columns: int, lines: int) -> None:
    """Make a window as large as that many letters and lines, and never larger than the screen.

    Where it comes up is left to Qt: in the middle of the window that it belongs to. A `geometry` in
    its form would make Qt believe that the planner had moved it.
    """
    metrics, screen = window.fontMetrics(), _screen_of(window)
    width = min(columns * metrics.averageCharWidth(), round(screen.width() * _OF_THE_SCREEN))
    height = min(lines * metrics.lineSpacing(), round(screen.height() * _OF_THE_SCREEN))
    window.resize(width, height)


def _screen_of(window: QWidget) -> QRect:
    parent = window.parentWidget()
    place = window if parent is None else parent.window()
    screen = QGuiApplication.screenAt(place.frameGeometry().center())
    return (screen or QGuiApplication.primaryScreen()).availableGeometry()


class PanelPage(QgsScrollArea):
    """Holds a panel that scrolls up and down where it must, and is never cut off at its side."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is in it has the focus
        self.setWidget(panel)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the panel's least width with a scroll bar, and the height of a few lines."""
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        width = self.widget().minimumSizeHint().width() + bar
        return QSize(width, _LINES_SHOWN * self.fontMetrics().lineSpacing())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Need more width, or less, when something in the panel comes or goes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)
