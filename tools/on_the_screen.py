"""What of a window cannot be seen: what is off the screen, and controls and texts cut off."""

from collections.abc import Iterator
from typing import Any, Optional

from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QAbstractScrollArea,
    QDockWidget,
    QLabel,
    QTabBar,
    QWidget,
)


def off_screen(window: QWidget, screen: Optional[QRect] = None) -> Iterator[str]:
    """Say what of a window is not on a screen; without another one, on that which is there."""
    frame, screen = frame_of(window), screen or _the_screen()
    if not screen.contains(frame):
        yield f"{named(window)} is {said(frame)} on a screen of {said(screen)}"


def frame_of(window: QWidget) -> QRect:
    """Return a window's place and size with its frame, as they are on the screen.

    The widget may still tell an earlier frame: the window manager takes the frame of a maximised
    window away when it likes, and only the window beneath the widget hears of it.
    """
    beneath = window.windowHandle()
    return window.frameGeometry() if beneath is None else beneath.frameGeometry()


def cut_off(root: QWidget, screen: Optional[QRect] = None) -> Iterator[str]:
    """Say which controls and texts in `root` cannot be seen as a whole, nor be scrolled to."""
    screen = screen or _the_screen()
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or not _speaks(widget) or _is_qts(widget):
            continue
        area = _scrolls(widget, root)
        place = QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())
        frame = root if area is None else area
        around = QRect(frame.mapToGlobal(QPoint(0, 0)), frame.size())
        if not screen.contains(around):
            yield f"{named(frame)} is {said(around)}, off the screen"
        elif area is None and not around.contains(place):
            yield f"{named(widget)} is {said(place)}, outside {named(root)} {said(around)}"
        elif area is not None and _too_wide(area, widget):
            yield f"{named(widget)} is cut off at the right of {named(area)}"
        if widget.width() < _least(widget):
            yield f"{named(widget)} is {widget.width()} px wide and needs {_least(widget)}"
        if isinstance(widget, QLabel) and widget.wordWrap():
            needed = widget.heightForWidth(widget.width())
            if widget.height() < needed:
                yield f"{named(widget)} shows {widget.height()} px of {needed} px of text"


def _speaks(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return bool(widget.text())
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _is_qts(widget: QWidget) -> bool:
    """Say whether it is a part that Qt makes for itself, such as the arrows of a row of tabs."""
    return isinstance(widget.parentWidget(), QTabBar) or widget.objectName().startswith("qt_")


def _scrolls(widget: QWidget, root: QWidget) -> Any:
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent, QAbstractScrollArea):
            return parent
        parent = parent.parentWidget()
    return None


def _too_wide(area: QAbstractScrollArea, widget: QWidget) -> bool:
    """Say whether a widget reaches beyond a page that only scrolls up and down."""
    bar = area.horizontalScrollBar()
    return bar.maximum() > 0 and not isinstance(widget, QAbstractScrollArea)


def _least(widget: QWidget) -> int:
    hint = widget.minimumSizeHint().width()
    return 0 if isinstance(widget, (QAbstractScrollArea, QDockWidget)) else hint


def _the_screen() -> QRect:
    return QGuiApplication.primaryScreen().geometry()


def named(widget: QWidget) -> str:
    """Say which widget it is."""
    text = widget.text()[:20] if isinstance(widget, QLabel) else ""
    return f"{type(widget).__name__} {widget.objectName()}{text and f' “{text}”'}"


def said(rect: QRect) -> str:
    """Say how large something is, and where."""
    return f"{rect.width()} x {rect.height()} at {rect.x()}, {rect.y()}"
