"""One section of the details: a note, and a table that can be walked through and copied from."""

from typing import Optional

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...plugin.live.details.section import Section
from ...plugin.trade.records.belonging import OfWorks
from ...plugin.words import tr
from ..shared.copy_key import COPY, takes_copy

_A_FACT = 2  # columns: a name and a value
_NAMES = 0.4  # of the table's width, at most
_LEAST = 24  # characters of the longest text, before it is wrapped; the table scrolls then


class DetailsSection(QWidget):
    """Shows a section; Ctrl+C copies the current line.

    `chosen` tells that another line is the current one, `opened` carries the record that a line
    stands for which was double-clicked, or on which Enter was pressed.
    """

    chosen = pyqtSignal()
    opened = pyqtSignal(object)

    def __init__(self, section: Section, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.section = section
        self.note = QLabel(_said(section))
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        self.note.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.note.setVisible(bool(self.note.text()))
        self.table = self._table(section)
        page = QVBoxLayout(self)
        page.addWidget(self.note)
        page.addWidget(self.table, 1)
        if not section.lines:
            page.addStretch(1)

    @property
    def about(self) -> Optional[OfWorks]:
        """The record that the current line stands for, or all of the section, or None."""
        row = self.table.currentRow()
        line = None if row < 0 else self.section.lines[row].about
        return line or self.section.about

    @property
    def file(self) -> Optional[int]:
        """The number of the file that the current line stands for, or None."""
        row = self.table.currentRow()
        return None if row < 0 else self.section.lines[row].file

    @property
    def name(self) -> str:
        """The first cell of the current line, or ""."""
        row = self.table.currentRow()
        return "" if row < 0 else self.section.lines[row].cells[0]

    def _table(self, section: Section) -> "_Table":
        table = _Table(section)
        table.setAccessibleName(section.title)
        table.setAccessibleDescription(
            tr("Ctrl+C copies the current line, Enter opens what it stands for.")
        )
        table.currentItemChanged.connect(lambda *_: self.chosen.emit())
        table.activated.connect(lambda *_: self.opened.emit(self.about))
        table.setVisible(bool(section.lines))
        return table


class _Table(QTableWidget):
    """A table of lines, wrapped. Ctrl+C copies the current one, where QGIS would copy features."""

    def __init__(self, section: Section) -> None:
        super().__init__(len(section.lines), len(section.columns))
        self._section = section
        self.setHorizontalHeaderLabels(list(section.columns))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        for row, line in enumerate(section.lines):
            for column, cell in enumerate(line.cells):
                self.setItem(row, column, QTableWidgetItem(cell))
        down, across = self.verticalHeader(), self.horizontalHeader()
        down.hide()
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setSectionResizeMode(_longest(section), QHeaderView.ResizeMode.Stretch)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if section.lines:
            self.setCurrentCell(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the names of facts rather than cut their values off; leave long texts some room."""
        longest = _longest(self._section)
        if self.columnCount() == _A_FACT:
            self._fix(1 - longest, round(self.viewport().width() * _NAMES))
        else:
            others = sum(
                self.sizeHintForColumn(n) for n in range(self.columnCount()) if n != longest
            )
            least = self.fontMetrics().averageCharWidth() * _LEAST
            if self.viewport().width() - others < least:
                self._fix(longest, least)
            else:
                self.horizontalHeader().setSectionResizeMode(
                    longest, QHeaderView.ResizeMode.Stretch
                )
        super().resizeEvent(event)

    def _fix(self, column: int, most: int) -> None:
        """Make a column as wide as its longest text, at most so many pixels."""
        across = self.horizontalHeader()
        across.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        across.resizeSection(column, min(self.sizeHintForColumn(column), most))

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+C from QGIS's own action."""
        return takes_copy(event) or bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Put the current line on the clipboard, its cells parted by tabs."""
        row = self.currentRow()
        if row < 0 or not event.matches(COPY):
            super().keyPressEvent(event)
            return
        QApplication.clipboard().setText("\t".join(self._section.lines[row].cells))


def _longest(section: Section) -> int:
    """Return the column with the longest text: it gets the room that is left, and is wrapped."""
    lengths = [
        max((len(line.cells[column]) for line in section.lines), default=0)
        for column in range(len(section.columns))
    ]
    return lengths.index(max(lengths))


def _said(section: Section) -> str:
    return "\n".join(
        part for part in (section.note, str(section.error) if section.error else "") if part
    )
