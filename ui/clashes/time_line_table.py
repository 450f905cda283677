"""The time line on the screen: a table of days that is gone through by keys."""

from datetime import date
from typing import Callable, Optional

from qgis.PyQt.QtCore import QEvent, QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QShowEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from ...plugin.clashes.timeline import Mark, TimeLine
from ...plugin.words import tr
from ..shared.copy_key import COPY, takes_copy
from .time_line_model import TimeLineModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NAME_WIDTH = 12  # letters
_ROWS_SHOWN = 6  # where there is no more room
_DAYS_BEFORE = 2  # my works


class TimeLineTable(QTableView):
    """Shows a time line; `opened` tells of Enter or a double-click on a day of a row.

    Ctrl+C copies the rows as text, a sentence each, and is kept from QGIS.
    """

    opened = pyqtSignal(int, int)

    def __init__(self, why: Callable[[date], str], parent: Optional[QWidget] = None) -> None:
        """`why` says why the works could not start on a day, "" where they could."""
        super().__init__(parent)
        self.days = TimeLineModel(why, self)
        self.setModel(self.days)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(tr("Time line"))
        self.setAccessibleDescription(
            tr(
                "Arrows go through rows and days, Enter goes to what is there or takes the day, "
                "and Ctrl+C copies all rows as text."
            )
        )
        letters = self.fontMetrics()
        height, width = letters.height() + 4, letters.horizontalAdvance("mm") + 4
        names = letters.horizontalAdvance("m" * _NAME_WIDTH)
        self.setHorizontalHeader(_Headings(Qt.Orientation.Horizontal, width, 2 * height))
        self.setVerticalHeader(_Headings(Qt.Orientation.Vertical, height, names))
        self.verticalHeader().sectionDoubleClicked.connect(lambda row: self.opened.emit(row, 0))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row(), index.column()))

    def show_line(self, line: Optional[TimeLine]) -> None:
        """Show another time line; the row and the day that were current stay so if they can."""
        before, current = self.days.line, self.currentIndex()
        self.days.show(line, self.palette())
        if line is None:
            return
        if before is None or (before.days, _works(before)) != (line.days, _works(line)):
            self._bring_works_into_sight(line)
        if before is not None and current.isValid():
            self._stay(before, current, line)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a few rows: where there is more room, it takes that."""
        rows = self.verticalHeader().defaultSectionSize() * _ROWS_SHOWN
        bars = self.horizontalHeader().sizeHint().height()
        bars += self.horizontalScrollBar().sizeHint().height() + 2 * self.frameWidth()
        return QSize(super().sizeHint().width(), rows + bars)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin at the works: there was no room to scroll before."""
        super().showEvent(event)
        if self.days.line is not None and not event.spontaneous():
            self._bring_works_into_sight(self.days.line)

    def _bring_works_into_sight(self, line: TimeLine) -> None:
        first = max(_works(line).find(Mark.THERE), 0)
        self.updateGeometries()  # the bar has to know how many days there are
        scrolled = (
            self.columnViewportPosition(max(first - _DAYS_BEFORE, 0)) + self.horizontalOffset()
        )
        self.horizontalScrollBar().setValue(scrolled)

    def _stay(self, before: TimeLine, current: QModelIndex, line: TimeLine) -> None:
        name = before.rows[current.row()].name
        row = next((n for n, one in enumerate(line.rows) if one.name == name), 0)
        column = line.column(before.day(current.column()))
        self.setCurrentIndex(self.days.index(row, column))

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+C from QGIS's own action."""
        return takes_copy(event) or bool(super().event(event))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.days.recolour(self.palette())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go to what is current, or copy; all else is the table's own."""
        current = self.currentIndex()
        if event.matches(COPY) and self.days.line is not None:
            QApplication.clipboard().setText(self.days.line.told())
        elif event.key() in _ENTER and current.isValid():
            self.opened.emit(current.row(), current.column())
        else:
            super().keyPressEvent(event)


def _works(line: TimeLine) -> bytes:
    """Return on which days my works are."""
    return line.rows[0].marks


class _Headings(QHeaderView):
    """Headings as large as they are told: Qt would ask hundreds of them how large they are."""

    def __init__(self, way: Qt.Orientation, section: int, breadth: int) -> None:
        """`section` is how long each is along the header, `breadth` is the header's other side."""
        super().__init__(way)
        self._breadth = breadth
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(0)
        self.setDefaultSectionSize(section)
        self.setHighlightSections(True)
        self.setSectionsClickable(True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the breadth; the other side is the table's."""
        return QSize(self._breadth, self._breadth)
