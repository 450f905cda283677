"""What of a window cannot be read for want of contrast, and where the focus cannot be seen."""

from collections.abc import Iterator
from typing import Any, Optional

import numpy as np
from qgis.PyQt.QtCore import QCoreApplication, QModelIndex, QPoint, QRect, Qt
from qgis.PyQt.QtGui import QImage, QPainter
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QLabel,
    QListView,
    QTableView,
    QTreeView,
    QVBoxLayout,
    QWidget,
)
from street_works.tools.by_ear_and_key import called, tab_stops

ENOUGH = 4.5
"""How much lighter or darker a text has to be than its ground (WCAG 2.1, 1.4.3)."""
_TIMES = 2  # as large, so that thin strokes have pixels of their own
_ROWS = 30  # of a list, that are looked at
_COLOURS = (Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.BackgroundRole)
_TO_BE_SEEN = 40  # pixels that are another colour where the focus is
_AROUND = 3  # pixels around a control, in which a frame may be


class Eyes:
    """Looks at windows in the theme that QGIS shows now, at each thing once."""

    def __init__(self) -> None:
        self._usual = min(ENOUGH, 0.95 * _of_a_label())
        self._judged: set[tuple[QWidget, str]] = set()
        self._focused: set[QWidget] = set()

    def missing(self, window: QWidget) -> Iterator[str]:
        """Say what cannot be read, and what does not show the focus."""
        yield from self._unreadable(window)
        yield from self._without_focus(window)

    def _unreadable(self, window: QWidget) -> Iterator[str]:
        """Say which texts in colours of ours have too little contrast, each once.

        What the theme itself writes no better is left to it: its labels, fields and selected rows.
        """
        fresh = [one for one in _texts(window) if one[:2] not in self._judged]
        self._judged |= {one[:2] for one in fresh}
        picture = _drawn(window) if fresh else None
        for widget, what, place in fresh:
            found = _contrast(picture, place)
            if found is not None and found < self._usual:
                yield f"{called(widget)} {what[:40]!r} has a contrast of {found:.1f}"

    def _without_focus(self, window: QWidget) -> Iterator[str]:
        """Say which controls look with the focus as they do without it."""
        window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as a Tab key sets it
        stops = tab_stops(window)
        for one, other in zip(stops, [*stops[1:], *stops[:1]]):
            if one is other or one in self._focused or one.visibleRegion().isEmpty():
                continue
            self._focused.add(one)
            without, with_it = (_around(one, window, focused) for focused in (other, one))
            if (without != with_it).sum() < _TO_BE_SEEN:
                yield f"{called(one)} does not show the focus"


def _around(widget: QWidget, window: QWidget, focused: QWidget) -> "np.ndarray[Any, Any]":
    """Return what is to be seen of a widget and around it while another one has the focus."""
    focused.setFocus(Qt.FocusReason.TabFocusReason)
    QCoreApplication.processEvents()
    place = _place(widget, window).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
    picture = window.grab(place & window.rect()).toImage()
    return _pixels(picture.convertToFormat(QImage.Format.Format_RGB32))


def _of_a_label() -> float:
    dialog, label = QDialog(), QLabel("Hamburgefonts")
    QVBoxLayout(dialog).addWidget(label)
    dialog.show()
    found = _contrast(_drawn(dialog), _place(label, dialog))
    dialog.close()
    dialog.deleteLater()
    return found or ENOUGH


def _texts(window: QWidget) -> Iterator[tuple[QWidget, str, QRect]]:
    """Give what may be written in colours of ours, with where it is, in the window's pixels."""
    for one in window.findChildren(QWidget):
        if not one.isVisibleTo(window) or not one.isEnabled() or one.visibleRegion().isEmpty():
            continue
        if isinstance(one, QLabel) and one.text():
            yield one, one.text(), _place(one, window)
        elif isinstance(one, (QListView, QTableView, QTreeView)):
            yield from _cells(one, window)


def _cells(view: QAbstractItemView, window: QWidget) -> Iterator[tuple[QWidget, str, QRect]]:
    seen, selection = view.viewport().visibleRegion().boundingRect(), view.selectionModel()
    for index in _indices(view, view.rootIndex()):
        text, place = index.data(Qt.ItemDataRole.DisplayRole), view.visualRect(index)
        ours = any(index.data(role) is not None for role in _COLOURS)
        if text and ours and seen.contains(place) and not selection.isSelected(index):
            corner = view.viewport().mapTo(window, place.topLeft())
            yield view, str(text), QRect(corner, place.size()).adjusted(2, 2, -2, -2)


def _indices(view: Any, parent: QModelIndex) -> Iterator[QModelIndex]:
    model = view.model()
    columns = 1 if isinstance(view, QListView) else model.columnCount(parent)
    for row in range(min(model.rowCount(parent), _ROWS)):
        for column in range(columns):
            index = model.index(row, column, parent)
            yield index
            if column == 0 and isinstance(view, QTreeView) and view.isExpanded(index):
                yield from _indices(view, index)


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _drawn(window: QWidget) -> "np.ndarray[Any, Any]":
    """Return the window drawn so many times as large: rows of colours, as numbers."""
    picture = QImage(window.size() * _TIMES, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    painter.scale(_TIMES, _TIMES)
    window.render(painter)
    painter.end()
    return _pixels(picture)


def _pixels(picture: QImage) -> "np.ndarray[Any, Any]":
    bits = picture.constBits()
    bits.setsize(picture.sizeInBytes())
    shape = (picture.height(), picture.bytesPerLine() // 4)
    return np.frombuffer(bits, np.uint32).reshape(shape)[:, : picture.width()] & 0xFFFFFF


def _contrast(picture: "np.ndarray[Any, Any]", place: QRect) -> Optional[float]:
    """Return the contrast of the ink to the ground there; None where there is one colour only."""
    rows = slice(max(place.top(), 0) * _TIMES, (place.bottom() + 1) * _TIMES)
    columns = slice(max(place.left(), 0) * _TIMES, (place.right() + 1) * _TIMES)
    part = picture[rows, columns].ravel()
    if not len(part):
        return None
    colours, times = np.unique(part, return_counts=True)
    light = _luminance(colours)
    ground = light[np.argmax(times)]
    brighter, darker = np.maximum(light, ground) + 0.05, np.minimum(light, ground) + 0.05
    best = float((brighter / darker)[times >= _TIMES].max(initial=1.0))
    return best if best > 1.02 else None


def _luminance(colours: "np.ndarray[Any, Any]") -> "np.ndarray[Any, Any]":
    parts = np.stack([colours >> shift & 0xFF for shift in (16, 8, 0)], axis=1) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])
