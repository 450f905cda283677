"""What of a window cannot be seen: what is off the screen, and controls and texts cut off."""

from collections.abc import Iterator
from typing import Any, Optional

from qgis.PyQt.QtCore import QModelIndex, QPoint, QRect, Qt
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QGroupBox,
    QHeaderView,
    QLabel,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QTreeView,
    QWidget,
)

_ROWS_READ = 30


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
    if beneath is None:
        return QRect(window.mapToGlobal(QPoint(0, 0)), window.size())
    return beneath.frameGeometry()


def cut_off(
    root: QWidget, screen: Optional[QRect] = None, part: Optional[QWidget] = None
) -> Iterator[str]:
    """Say which controls and texts in `root` cannot be seen as a whole, nor be scrolled to.

    With a `part` of it, only what is in there is judged.
    """
    screen = screen or _the_screen()
    for widget in (part or root).findChildren(QWidget):
        if not widget.isVisible() or not _speaks(widget) or _is_qts(widget):
            continue
        yield from _out_of_sight(widget, root, screen)
        yield from _too_small(widget)
        yield from _cut_short(widget)


def _out_of_sight(widget: QWidget, root: QWidget, screen: QRect) -> Iterator[str]:
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


def _too_small(widget: QWidget) -> Iterator[str]:
    """Say that a control is smaller than it says it must be."""
    if isinstance(widget, (QAbstractScrollArea, QDockWidget)):
        return
    least = widget.minimumSizeHint().boundedTo(widget.maximumSize())
    if widget.width() < least.width():
        yield f"{named(widget)} is {widget.width()} px wide and needs {least.width()}"
    if widget.height() < least.height():
        yield f"{named(widget)} is {widget.height()} px high and needs {least.height()}"
    if isinstance(widget, QLabel) and widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        if widget.height() < needed:
            yield f"{named(widget)} shows {widget.height()} px of {needed} px of text"


def _cut_short(widget: QWidget) -> Iterator[str]:
    """Say which texts in a control end in dots, where no tool tip tells them whole."""
    if isinstance(widget, QComboBox) and not widget.isEditable():
        needed = widget.fontMetrics().horizontalAdvance(widget.currentText())
        if needed > _room_in(widget) and not widget.toolTip():
            yield f"{named(widget)} shows “{widget.currentText()}” cut short"
    if isinstance(widget, QAbstractItemView):
        yield from _headings_cut_short(widget)
        yield from _items_cut_short(widget)


def _room_in(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    option.initFrom(box)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    return int(room.width())


def _headings_cut_short(view: QAbstractItemView) -> Iterator[str]:
    """Say which headings are cut short; columns get their widths with the first rows."""
    header = _header(view)
    if header is None or header.isHidden() or not view.model().rowCount(QModelIndex()):
        return
    model, across = view.model(), Qt.Orientation.Horizontal
    for section in range(header.count()):
        name = model.headerData(section, across)
        needed = header.fontMetrics().horizontalAdvance(str(name or ""))
        has = header.sectionSize(section)
        told = model.headerData(section, across, Qt.ItemDataRole.ToolTipRole)
        if needed > has and not header.isSectionHidden(section) and not told:
            yield f"heading “{name}” of {named(view)} has {has} of {needed} px"


def _header(view: QAbstractItemView) -> Optional[QHeaderView]:
    if isinstance(view, QTreeView):
        return view.header()
    return view.horizontalHeader() if isinstance(view, QTableView) else None


def _items_cut_short(view: QAbstractItemView) -> Iterator[str]:
    """Say which of the items in view are cut short, and cannot be scrolled to."""
    model, seen = view.model(), view.viewport().rect()
    header = _header(view)
    scrolls = header is None and view.horizontalScrollBar().maximum()
    if model is None or _wraps(view) or scrolls:
        return
    for row in range(min(model.rowCount(QModelIndex()), _ROWS_READ)):
        for column in range(1 if header is None else header.count()):
            index = model.index(row, column, QModelIndex())
            place = view.visualRect(index)
            needed = view.sizeHintForIndex(index).width()
            told = index.data(Qt.ItemDataRole.ToolTipRole)
            if place.intersects(seen) and needed > place.width() and not told:
                yield f"“{index.data()}” in {named(view)} has {place.width()} of {needed} px"


def _wraps(view: QAbstractItemView) -> bool:
    return hasattr(view, "wordWrap") and view.wordWrap()


def _speaks(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return bool(widget.text())
    if isinstance(widget, QGroupBox):
        return bool(widget.title())
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _is_qts(widget: QWidget) -> bool:
    """Say whether it is a part that Qt makes for itself, such as the arrows of a row of tabs."""
    owner = isinstance(widget.parentWidget(), (QTabBar, QComboBox, QAbstractSpinBox))
    return owner or widget.objectName().startswith("qt_")


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


def _the_screen() -> QRect:
    return QGuiApplication.primaryScreen().geometry()


def named(widget: QWidget) -> str:
    """Say which widget it is."""
    text = widget.text()[:20] if isinstance(widget, QLabel) else ""
    return f"{type(widget).__name__} {widget.objectName()}{text and f' “{text}”'}"


def said(rect: QRect) -> str:
    """Say how large something is, and where."""
    return f"{rect.width()} x {rect.height()} at {rect.x()}, {rect.y()}"
