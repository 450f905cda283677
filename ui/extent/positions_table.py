"""A table to type or paste positions into: one a row, written in any way, without a mouse."""

from typing import Callable, Optional

from qgis.PyQt.QtCore import QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...plugin.extents.typed import MOST_ROWS
from ...plugin.words import tr

TYPED, READ = 0, 1
_Hint = QAbstractItemDelegate.EndEditHint


class PositionsTable(QTableWidget):
    """Positions as they are typed, beside each how it was read.

    Enter or Tab goes on to the next row, which is added when it is needed; in an empty row they
    leave. A block copied from a spreadsheet is pasted a row a position. `changed` follows each
    change of what is typed.
    """

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(1, 2, parent)
        self.setHorizontalHeaderLabels([tr("Position"), tr("Read as")])
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(160)
        self.setAccessibleName(tr("Positions"))
        self.setAccessibleDescription(
            tr(
                "Type a position and press Enter to go on to the next row. F2 changes a row, "
                "Delete removes it, Insert adds one, and Ctrl+V pastes a list."
            )
        )
        # Tab leaves the table, as it leaves every other field: nobody is trapped in it.
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.EditKeyPressed | triggers.DoubleClicked
        )
        self._delegate = _Delegate(self)
        self._delegate.pasted.connect(self.paste)
        self.setItemDelegateForColumn(TYPED, self._delegate)
        self.itemChanged.connect(self._item_changed)
        self._fill(0)
        self.setCurrentCell(0, TYPED)

    def lines(self) -> list[str]:
        """Return what is typed, row by row, empty rows included."""
        return [self.item(row, TYPED).text() for row in range(self.rowCount())]

    def show_read(self, texts: dict[int, str]) -> None:
        """Write beside each row (from 0) how it was read; rows that are not named get nothing."""
        self.blockSignals(True)
        for row in range(self.rowCount()):
            item, text = self.item(row, READ), texts.get(row, "")
            item.setText(text)
            item.setToolTip(text)
        self.blockSignals(False)
        self.viewport().update()

    def paste(self, text: str) -> None:
        """Put a list in, a line a row, from the current row on; columns become one position."""
        lines = ["; ".join(line.strip("\t").split("\t")) for line in text.splitlines()]
        lines = [line for line in lines if line.strip()][: MOST_ROWS + 1]
        if not lines:
            return
        start = max(0, self.currentRow())
        self._fill_up_to(start + len(lines))
        self.blockSignals(True)
        for row, line in enumerate(lines, start):
            self.item(row, TYPED).setText(line)
        self.blockSignals(False)
        self.setCurrentCell(start + len(lines) - 1, TYPED)
        self.changed.emit()

    def add_row(self) -> None:
        """Add an empty row below the current one, and go there."""
        row = self.currentRow() + 1
        self._add(row)
        self.setCurrentCell(row, TYPED)
        self.changed.emit()

    def remove_rows(self) -> None:
        """Remove the rows that are selected; one always stays, emptied."""
        rows = {index.row() for index in self.selectedIndexes()} or {self.currentRow()}
        for row in sorted(rows, reverse=True):
            self.removeRow(row)
        if self.rowCount() == 0:
            self._add(0)
        self.setCurrentCell(min(*rows, self.rowCount() - 1), TYPED)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Paste, add and remove rows; all else is the table's own."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QApplication.clipboard().text())
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_rows()
        elif event.key() == Qt.Key.Key_Insert:
            self.add_row()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:  # noqa: N802 - Qt's name
        """Go on to the next row, or out of the table from an empty one."""
        super().closeEditor(editor, _Hint.NoHint)
        item = self.currentItem()
        typed = item is not None and bool(item.text().strip())
        if hint in (_Hint.EditNextItem, _Hint.SubmitModelCache) and typed:
            self._edit(self.currentRow() + 1)
        elif hint == _Hint.EditNextItem:
            self.focusNextPrevChild(True)
        elif hint == _Hint.EditPreviousItem and self.currentRow() > 0:
            self._edit(self.currentRow() - 1)
        elif hint == _Hint.EditPreviousItem:
            self.focusNextPrevChild(False)

    def _edit(self, row: int) -> None:
        if row == self.rowCount():
            self._add(row)
        self.setCurrentCell(row, TYPED)
        self.edit(self.currentIndex())

    def _item_changed(self, item: QTableWidgetItem) -> None:
        if item.column() == TYPED:
            self.changed.emit()

    def _fill_up_to(self, rows: int) -> None:
        before = self.rowCount()
        if rows > before:
            self.setRowCount(rows)
            for row in range(before, rows):
                self._fill(row)

    def _add(self, row: int) -> None:
        self.insertRow(row)
        self._fill(row)

    def _fill(self, row: int) -> None:
        self.blockSignals(True)
        self.setItem(row, TYPED, QTableWidgetItem())
        read = QTableWidgetItem()
        read.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        self.setItem(row, READ, read)
        self.blockSignals(False)


class _Delegate(QStyledItemDelegate):
    """Gives each row an editor with a name of its own, which hands a pasted list on."""

    pasted = pyqtSignal(str)

    def createEditor(  # noqa: N802 - Qt's name
        self, parent: QWidget, _option: QStyleOptionViewItem, index: QModelIndex
    ) -> QWidget:
        """Return a field for the position in the row of `index`."""
        editor = _Editor(parent, self._paste)
        editor.setFrame(False)
        editor.setAccessibleName(tr("Position {n}").format(n=index.row() + 1))
        return editor

    def _paste(self, editor: QWidget, text: str) -> None:
        self.closeEditor.emit(editor, _Hint.RevertModelCache)
        self.pasted.emit(text)


class _Editor(QLineEdit):
    """A field that would make one long line of a pasted list, and so hands it on."""

    def __init__(self, parent: QWidget, paste: Callable[[QWidget, str], None]) -> None:
        super().__init__(parent)
        self._paste = paste

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Qt have every key but the pasting of more than one line."""
        if event.matches(QKeySequence.StandardKey.Paste):
            text = QApplication.clipboard().text()
            if len(text.strip().splitlines()) > 1:
                self._paste(self, text)
                return
        super().keyPressEvent(event)
