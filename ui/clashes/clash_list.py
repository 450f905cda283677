"""The list of what an extent meets, with the findings about each below it."""

from datetime import date
from functools import partial
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QEvent, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QKeyEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ...plugin.clashes.report import Encounter, Report
from ...plugin.clashes.verdict import Verdict
from ...plugin.desk.verdicts import Verdicts
from ...plugin.trade.calendar import uk_today
from ..shared.copy_key import COPY, takes_copy
from ..shared.symbols import again_icon, grade_icon, verdict_icon
from .columns import VERDICT, WHAT, Cell, cell, finding_texts, headings, verdict_cell

_BY_SERIOUSNESS = 0
_ROWS_SHOWN = 6  # where there is no more room
_ABOUT_A_ROW = 4  # pixels more than its letters

Name = tuple[str, str]
"""The kind and the reference by which one that is met is found again in another report."""


class ClashList(QTreeWidget):
    """Shows the encounters of a report, the most serious first or as its headings sort them.

    `chosen` carries one that was clicked, stepped to or taken with Enter; `current_changed` says
    that another is current. Ctrl+C copies what is selected, with the headings.
    """

    chosen = pyqtSignal(object)  # Encounter
    current_changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._report: Optional[Report] = None
        self._verdicts: Optional[Verdicts] = None
        self.setHeaderLabels(headings())
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setSortingEnabled(True)
        self.sortByColumn(_BY_SERIOUSNESS, Qt.SortOrder.AscendingOrder)
        # The last column would else be cut to the width that the others leave.
        self.header().setStretchLastSection(False)
        self.header().setResizeContentsPrecision(0)  # of what is in sight: the rest is not said yet
        self.header().moveSection(VERDICT, 1)
        self.itemExpanded.connect(self._tell_findings)
        self.itemClicked.connect(lambda _item, _column: self._choose())
        self.itemActivated.connect(lambda _item, _column: self._choose())
        self.currentItemChanged.connect(lambda _now, _before: self.current_changed.emit())

    @property
    def current(self) -> Optional[Encounter]:
        """The one that is current, also where one of the findings about it is."""
        item = self.currentItem()
        return None if item is None else _top(item).one

    @property
    def encounters(self) -> list[Encounter]:
        """All of them, in the order in which they are shown."""
        return [row.one for row in self._rows()]

    def step(self, by: int) -> Optional[Encounter]:
        """Go on by so many (-1: back), from the end to the beginning, and choose that one."""
        rows, item = self._rows(), self.currentItem()
        if not rows:
            return None
        chosen = item is not None and item.isSelected()  # Qt makes the first current by itself
        here = self.indexOfTopLevelItem(_top(item)) if chosen else (-1 if by > 0 else 0)
        self.setCurrentItem(rows[(here + by) % len(rows)])
        self._choose()
        return self.current

    def make_current(self, one: Encounter) -> None:
        """Go to one of them without choosing it."""
        for row in self._rows():
            if row.one is one:
                self.setCurrentItem(row)

    def choose(self, one: Encounter) -> None:
        """Go to one of them as if it were clicked."""
        self.make_current(one)
        self._choose()

    def tell_current(self, said: str) -> None:
        """Let who does not see the list hear this of the current one."""
        item = self.currentItem()
        if item is not None:
            _top(item).setData(0, Qt.ItemDataRole.AccessibleTextRole, said)
        self.setAccessibleDescription(said)

    def show_report(self, report: Optional[Report]) -> None:
        """Show a report, or nothing; what was current, selected and open stays so."""
        if report is self._report:
            return
        current = self.currentItem() and _top(self.currentItem()).name
        chosen = {_top(item).name for item in self.selectedItems()}
        opened = {row.name for row in self._rows() if row.isExpanded()}
        down, first = self.verticalScrollBar().value(), not self.topLevelItemCount()
        self._report = report
        self.setSortingEnabled(False)  # till all is there: each change would sort all of them
        self.clear()
        self._fill()
        rows = self._rows()
        for row in rows:
            if row.name in opened:
                row.setExpanded(True)
        self.setSortingEnabled(True)
        for row in reversed(rows):
            if row.name == current:
                self.setCurrentItem(row)
        for row in rows:
            if row.isSelected() != (row.name in chosen):
                row.setSelected(row.name in chosen)
        if first:
            for column in range(self.columnCount()):
                self.resizeColumnToContents(column)
        self.verticalScrollBar().setValue(down)

    def say_verdicts(self, verdicts: Verdicts) -> None:
        """Say the verdict on each from now on, as it is judged."""
        self._verdicts = verdicts
        verdicts.changed.connect(self._say_verdicts)

    def copy(self) -> None:
        """Put the selected rows on the clipboard, with their headings, as a spreadsheet takes it.

        Without a selection it is all of them.
        """
        rows = [row for row in self._rows() if row.isSelected()] or self._rows()
        columns = range(self.columnCount())
        lines = [headings(), *([row.text(column) for column in columns] for row in rows)]
        QApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the height of a few rows: where there is more room, it takes that."""
        row = self.fontMetrics().height() + _ABOUT_A_ROW
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(super().sizeHint().width(), (1 + _ROWS_SHOWN) * row + bar)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+C from QGIS, which would copy features."""
        return takes_copy(event) or bool(super().event(event))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the symbols anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            report, self._report = self._report, None
            self.show_report(report)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy; all else is the tree's own."""
        if event.matches(COPY):
            self.copy()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if self.current is not None:
            self.chosen.emit(self.current)

    def _rows(self) -> "list[_Row]":
        return [self.topLevelItem(number) for number in range(self.topLevelItemCount())]

    def _fill(self) -> None:
        if self._report is None:
            return
        today, met = uk_today(), self._report.encounters
        icons = {grade: grade_icon(grade, self.palette()) for grade in {one.grade for one in met}}
        self.addTopLevelItems(
            [
                _Row(one, rank, today, icons[one.grade], self._verdict_of)
                for rank, one in enumerate(met)
            ]
        )
        self.resizeColumnToContents(VERDICT)

    def _verdict_of(self, one: Encounter) -> tuple[Cell, QIcon]:
        """Return what is said of the verdict on one of them, and its symbol."""
        verdicts = self._verdicts
        if verdicts is None:
            return verdict_cell(Verdict.NOT_JUDGED, again=False), QIcon()
        verdict, again = verdicts.of(one.other).verdict, bool(verdicts.changed_since(one.other))
        icon = again_icon if again else partial(verdict_icon, verdict)
        return verdict_cell(verdict, again=again), icon(self.palette())

    def _say_verdicts(self) -> None:
        rows = self._rows()
        for row in rows:
            row.forget_verdict()
        if rows:
            first, last = (self.indexFromItem(row, VERDICT) for row in (rows[0], rows[-1]))
            self.model().dataChanged.emit(first, last)
            self.resizeColumnToContents(VERDICT)

    def _tell_findings(self, row: "_Row") -> None:
        """Put the findings below one that is opened for the first time."""
        if row.childCount():
            return
        for one in row.one.findings:
            child = _Below(finding_texts(one))
            child.setIcon(0, grade_icon(one.grade, self.palette()))
            child.setToolTip(WHAT, child.text(WHAT))
            row.addChild(child)


class _Row(QTreeWidgetItem):
    """One that is met: what its cells say is worked out when it is looked at or sorted by."""

    def __init__(
        self,
        one: Encounter,
        rank: int,
        today: date,
        icon: QIcon,
        judged: Callable[[Encounter], tuple[Cell, QIcon]],
    ) -> None:
        """It is the `rank`th most serious; `judged` gives the verdict's cell and symbol."""
        super().__init__()
        self.one = one
        self.name: Name = (one.other.kind, one.other.reference)
        self._about = (one, rank, today)
        self._judge = judged
        self._cells: dict[int, Cell] = {}
        self._verdict_icon = QIcon()
        self.setIcon(0, icon)
        self.setChildIndicatorPolicy(QTreeWidgetItem.ChildIndicatorPolicy.ShowIndicator)

    def cell(self, column: int) -> Cell:
        """Return what is said in a column."""
        if column not in self._cells:
            if column == VERDICT:
                self._cells[column], self._verdict_icon = self._judge(self.one)
            else:
                self._cells[column] = cell(column, *self._about)
        return self._cells[column]

    def forget_verdict(self) -> None:
        """Ask anew what was judged."""
        self._cells.pop(VERDICT, None)

    def data(self, column: int, role: int) -> Any:
        """Return what Qt asks of a column."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(column).text
        if role == Qt.ItemDataRole.DecorationRole and column == VERDICT:
            self.cell(VERDICT)
            return self._verdict_icon
        if role == Qt.ItemDataRole.ToolTipRole and column == WHAT:
            return self.one.other.what
        return super().data(column, role)

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        column = self.treeWidget().sortColumn()
        return bool(self.cell(column).key < other.cell(column).key)


class _Below(QTreeWidgetItem):
    """A finding: the most serious stays the first, however the list is sorted."""

    def __lt__(self, other: QTreeWidgetItem) -> bool:
        return False


def _top(item: QTreeWidgetItem) -> _Row:
    row: _Row = item.parent() or item
    return row
