"""The list of what is in view, linked both ways with the map."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Optional

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QSortFilterProxyModel,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QHideEvent, QShowEvent
from qgis.PyQt.QtWidgets import (
    QApplication,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...plugin.desk.in_view import InView
from ...plugin.live.store.rows import Identity, Row, how_many
from ...plugin.map.pick import Record
from ...plugin.trade.kinds import KINDS
from ...plugin.words import tr
from ..shared.ui_file import load_form
from .kind_icons import kind_icon
from .list_model import SORTED_BY, ListModel
from .list_table import ListTable
from .table_columns import TableColumns

_NO_COLUMN = -1
_Flag = QItemSelectionModel.SelectionFlag


class ListPanel(QWidget):
    """Shows the rows of `in_view`.

    `activated` asks for the details of a record, `selected` tells which rows the planner selected,
    to be marked on the map. `locate` asks for rows to be brought into view where they are not,
    `zoom` for the map to show them as large as it can, and `export` for a file of rows. `seen`
    tells whether the planner sees it.
    """

    statement: QLabel
    columnsButton: QToolButton
    tablePlace: QVBoxLayout

    nowButton: QPushButton
    exportButton: QToolButton

    activated = pyqtSignal(object)  # Record
    selected = pyqtSignal(object)  # tuple of Row
    locate = pyqtSignal(object)  # tuple of Row
    zoom = pyqtSignal(object)  # tuple of Row
    export = pyqtSignal(object, object)  # tuple of Row; tuple of ListColumn, as they are shown
    seen = pyqtSignal(bool)

    def __init__(
        self,
        in_view: InView,
        settings: Optional[QgsSettings] = None,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._in_view = in_view
        self._choosing = False
        self.model = ListModel(self)
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSortRole(SORTED_BY)
        self.sorted.setSortLocaleAware(True)
        self.sorted.setSourceModel(self.model)
        self.table = self._table()
        self.columns = TableColumns(
            self.table.horizontalHeader(),
            [(column.key, column.heading) for column in self.model.columns],
            settings or QgsSettings(),
            "list",
        )
        self.columnsButton.setMenu(self.columns.menu)
        self.table.setSortingEnabled(True)
        self.table.opened.connect(self._open)
        self.table.pointed.connect(lambda: self.locate.emit(self.selected_rows()))
        self.table.copied.connect(self.copy)
        self.table.recoloured.connect(self._draw_icons)
        self.menu = self._menu()
        self.table.asked.connect(self.menu.popup)
        self.nowButton.clicked.connect(self._show_now)
        self.exportButton.clicked.connect(lambda: self._export(self.every_row()))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._take_selection())
        in_view.shown.connect(self._show)
        in_view.held.connect(self._show_held)
        self._draw_icons()
        self._show(in_view.rows, in_view.total)
        self._show_held()

    def close_down(self) -> None:
        """Let go of what is in view."""
        self._in_view.shown.disconnect(self._show)
        self._in_view.held.disconnect(self._show_held)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that it is seen."""
        super().showEvent(event)
        self.seen.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that it is not seen any more."""
        super().hideEvent(event)
        self.seen.emit(False)

    def select(self, identities: Iterable[Identity]) -> None:
        """Select these records, such as those that were clicked on, and go to the first of them.

        Those that are not in the list will be selected when they come into it.
        """
        self._in_view.select(identities)
        first = self._choose()
        if first.isValid():
            self.table.scrollTo(first)
        self._say()

    def selected_rows(self) -> tuple[Row, ...]:
        """Return the rows that are selected, from top to bottom."""
        chosen = self.table.selectionModel().selectedRows()
        return tuple(self._row(index) for index in sorted(chosen, key=QModelIndex.row))

    def every_row(self) -> tuple[Row, ...]:
        """Return all rows, as they are sorted."""
        return tuple(self._row(self.sorted.index(n, 0)) for n in range(self.sorted.rowCount()))

    def copy(self) -> None:
        """Put the selected rows on the clipboard, with their headings, as a spreadsheet takes it.

        Columns that are not shown are left out.
        """
        chosen = self.selected_rows()
        if not chosen:
            return
        columns = [self.model.columns[number] for number in self.columns.shown()]
        lines = [[column.heading for column in columns]]
        lines += [[_on_one_line(column.text(row)) for column in columns] for row in chosen]
        QApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def _menu(self) -> QMenu:
        """Return the menu of what can be done with the rows that are selected."""
        menu = QMenu(self)
        for text, key, act in (
            (tr("&Details …"), tr("Enter"), lambda: self._open(self.table.currentIndex())),
            (tr("&Go there"), tr("Space"), lambda: self.locate.emit(self.selected_rows())),
            (tr("&Zoom there"), "", lambda: self.zoom.emit(self.selected_rows())),
            (tr("&Copy"), tr("Ctrl+C"), self.copy),
            (tr("&Export the selected …"), "", lambda: self._export(self.selected_rows())),
        ):
            menu.addAction(f"{text}\t{key}".rstrip()).triggered.connect(lambda _on, act=act: act())
        return menu

    def _export(self, rows: tuple[Row, ...]) -> None:
        if rows:
            shown = tuple(self.model.columns[number] for number in self.columns.shown())
            self.export.emit(rows, shown)

    def _show_now(self) -> None:
        self._in_view.let_go()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_held(self) -> None:
        self.nowButton.setVisible(self._in_view.is_held)
        self._say()

    def _table(self) -> ListTable:
        table = ListTable(self)
        table.setModel(self.sorted)
        table.horizontalHeader().setSortIndicator(_NO_COLUMN, Qt.SortOrder.AscendingOrder)
        table.setAccessibleName(tr("Records in view"))
        table.setAccessibleDescription(
            tr(
                "Enter opens the details of a record, Space goes there on the map, Ctrl+C copies "
                "the selected rows, and the menu key offers all that can be done with them."
            )
        )
        self.tablePlace.addWidget(table)
        return table

    def _show(self, rows: tuple[Row, ...], _total: int) -> None:
        if rows != self.model.rows:
            self._replace(rows)
        self._say()

    def _replace(self, rows: tuple[Row, ...]) -> None:
        """Take other rows; what is selected, current and in sight stays so."""
        current = self.table.currentIndex()
        was_at = self._row(current).identity if current.isValid() else None
        column, down = max(current.column(), 0), self.table.verticalScrollBar().value()
        with self._quietly():
            self.model.show_rows(rows)
            again = self._index_of(was_at, column)
            if again.isValid():
                self.table.selectionModel().setCurrentIndex(again, _Flag.NoUpdate)
        if rows:
            self.columns.fit_once(self.table)
        self._choose()
        self.table.verticalScrollBar().setValue(down)

    def _choose(self) -> QModelIndex:
        """Select what is noted as selected, as far as it is in the list; return the first of it."""
        wanted, last = self._in_view.selected, self.sorted.columnCount() - 1
        chosen, first = QItemSelection(), QModelIndex()
        for number in range(self.sorted.rowCount() if wanted else 0):
            index = self.sorted.index(number, 0)
            if self._row(index).identity in wanted:
                chosen.select(index, self.sorted.index(number, last))
                first = first if first.isValid() else index
        with self._quietly():
            self.table.selectionModel().select(chosen, _Flag.ClearAndSelect)
        return first

    def _take_selection(self) -> None:
        if self._choosing:
            return
        rows = self.selected_rows()
        self._in_view.select(row.identity for row in rows)
        self._say()
        self.selected.emit(rows)

    def _open(self, index: QModelIndex) -> None:
        row = self._row(index)
        if row.reference:
            self.activated.emit(Record(row.kind, row.reference, row.work_reference))
        else:  # the register has no details of it
            self.locate.emit((row,))

    def _say(self) -> None:
        said = how_many(len(self.model.rows), self._in_view.total)
        if self._in_view.is_held:
            said = tr("The list is of the view before. {said}").format(said=said)
        chosen = len(self.table.selectionModel().selectedRows())
        if chosen:
            said = f"{said} {tr('{n:,} selected.').format(n=chosen)}"
        self.statement.setText(said)

    def _draw_icons(self) -> None:
        palette = self.table.palette()
        self.model.use_icons({kind: kind_icon(kind, palette) for kind in KINDS})

    def _index_of(self, identity: Optional[Identity], column: int) -> QModelIndex:
        for number, row in enumerate(self.model.rows):
            if row.identity == identity:
                return self.sorted.mapFromSource(self.model.index(number, column))
        return QModelIndex()

    def _row(self, index: Any) -> Row:
        row: Row = self.model.rows[self.sorted.mapToSource(index).row()]
        return row

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Let the selection change without telling of it."""
        self._choosing = True
        try:
            yield
        finally:
            self._choosing = False


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
