"""How windows come up, how one walks through them, and how panels fit into a narrow dock."""

from collections.abc import Iterator

from qgis.gui import QgsScrollArea
from qgis.PyQt.QtCore import QEvent, QObject, QRect, QSize, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QDockWidget,
    QFrame,
    QGridLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QTabWidget,
    QWidget,
)

from .kept_size import KeptSize

_OF_THE_SCREEN = 0.9
_LINES_SHOWN = 5


def size_window(window: QWidget, columns: int, lines: int) -> None:
    """Make a window as large as the planner left it, at first as many letters and lines.

    It is never larger than the screen, and high enough for what is in it already: Qt leaves out
    what wrapped texts need at a width. Its size is kept when it closes. Where it comes up is left
    to Qt: in the middle of the window that it belongs to. A `geometry` in its form would make Qt
    believe that the planner had moved it.
    """
    metrics, screen = window.fontMetrics(), _screen_of(window)
    usual = QSize(columns * metrics.averageCharWidth(), lines * metrics.lineSpacing())
    size = KeptSize(window).size or usual
    layout = window.layout()
    if layout is not None:
        size.setHeight(max(size.height(), layout.minimumHeightForWidth(size.width())))
    window.resize(size.boundedTo(screen.size() * _OF_THE_SCREEN))


def _screen_of(window: QWidget) -> QRect:
    parent = window.parentWidget()
    place = window if parent is None else parent.window()
    screen = QGuiApplication.screenAt(place.frameGeometry().center())
    return (screen or QGuiApplication.primaryScreen()).availableGeometry()


def outermost(widget: QWidget) -> QWidget:
    """Return the window that all others belong to: QGIS's, also from within a dock that floats.

    A dialog that belongs to it comes up in the middle of it.
    """
    window = widget.window()
    parent = window.parentWidget()
    return window if parent is None else outermost(parent)


def order_by_reading(window: QWidget) -> None:
    """Let the Tab key go through `window` as it is read: line by line, and not as it was made."""
    stops = [one for one in _read(window) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for one, following in zip(stops, stops[1:]):
        QWidget.setTabOrder(one, following)


def _read(widget: QWidget) -> Iterator[QWidget]:
    """Give a widget and what is in it, in the order in which it is read."""
    yield widget
    if isinstance(widget, QTabWidget):
        yield widget.tabBar()
    if isinstance(widget, (QTabWidget, QStackedWidget)):
        for number in range(widget.count()):
            yield from _read(widget.widget(number))
    elif isinstance(widget, (QDockWidget, QScrollArea)) and widget.widget() is not None:
        yield from _read(widget.widget())
    elif widget.layout() is not None:
        yield from _laid_out(widget.layout())


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        if item.widget() is not None:
            yield from _read(item.widget())
        elif item.layout() is not None:
            yield from _laid_out(item.layout())


def _items(layout: QLayout) -> list[QLayoutItem]:
    """Return what is in a layout; of a grid row by row."""
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        numbers.sort(key=lambda number: layout.getItemPosition(number)[:2])
    return [layout.itemAt(number) for number in numbers]


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
        return bool(super().eventFilter(watched, event))
