"""My works: everything that needs the planner, by its clock, linked both ways with the map."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Callable, Optional

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    QTimer,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...plugin.desk.my_works import MyWorks, Shown
from ...plugin.extents import Severity
from ...plugin.kept import Document, Kept
from ...plugin.live.mine.needs import Need, Urgency
from ...plugin.live.mine.told import step_words
from ...plugin.live.mine.wanted import NOW, OVER
from ...plugin.trade.labels import label
from ...plugin.words import tr
from ..register.list_table import ListTable
from ..register.table_columns import TableColumns
from ..shared.alt_keys import KeyedMenu
from ..shared.symbols import severity_icon
from ..shared.ui_file import load_form
from .mine_model import MineModel

_TYPED_MS = 250  # what is typed narrows the list once the planner pauses
_FILE = "my works.csv"
_NARROWED_BY = ("clock", "reason", "workstream", "promoter", "text")
_NARROWED = Document("my_works", {})
_Flag = QItemSelectionModel.SelectionFlag
_LOOKS = {
    Urgency.OVER: Severity.ERROR,
    Urgency.PRESSES: Severity.WARNING,
    Urgency.LATER: Severity.INFO,
}


class MinePanel(QWidget):
    """Shows what `my_works` has found, and lets the planner narrow and sort it.

    `activated` asks for the details of a need's works, `stepped` for the form of one of its steps;
    `selected` tells which needs the planner selected, to be marked on the map, and `locate` asks
    for needs to be brought into view.
    """

    statement: QLabel
    readButton: QPushButton
    stopButton: QPushButton
    progressBar: QProgressBar
    clockCombo: QComboBox
    reasonCombo: QComboBox
    workstreamCombo: QComboBox
    promoterCombo: QComboBox
    textEdit: QLineEdit
    countLabel: QLabel
    columnsButton: QToolButton
    tablePlace: QVBoxLayout
    stepButton: QPushButton
    moreButton: QToolButton
    exportButton: QPushButton

    activated = pyqtSignal(object)  # Need
    stepped = pyqtSignal(object, object)  # Need, Step
    selected = pyqtSignal(object)  # tuple of Need
    locate = pyqtSignal(object)  # tuple of Need
    read = pyqtSignal()

    def __init__(
        self,
        my_works: MyWorks,
        settings: Optional[QgsSettings] = None,
        parent: Optional[QWidget] = None,
        choose_path: Optional[Callable[[str], str]] = None,
    ) -> None:
        """`choose_path` asks where to save a file of a name, and returns "" for nowhere."""
        super().__init__(parent)
        load_form(self, __file__)
        self._my_works = my_works
        self._choose_path = choose_path or self._ask_for_path
        self._quiet = False
        self._more = KeyedMenu(self)
        self.moreButton.setMenu(self._more)
        self.model = MineModel(self)
        self._kept = Kept(settings)
        self.table = self._table(settings or QgsSettings())
        self._want_as_before()
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_TYPED_MS)
        self._typed.timeout.connect(self._want)
        self._connect()
        self._draw_icons()
        self._ended()
        self._state(my_works.statement)
        self._show(my_works.now)

    @property
    def heading(self) -> str:
        """What the panel's tab and the toolbar say: how much is to be done now."""
        now = self.model.shown.count.now
        return tr("My works ({n:,})").format(n=now) if now else tr("My works")

    def choose(self, works: Collection[str]) -> None:
        """Select what needs the planner about some works, and go to the first of it."""
        rows = [
            number
            for number, need in enumerate(self.model.rows)
            if need.row.works_reference in works
        ]
        self._select(rows)
        if rows:
            self.table.setCurrentIndex(self.model.index(rows[0], 0))
            self._select(rows)
            self.table.scrollTo(self.model.index(rows[0], 0))
        self._offer()

    def selected_needs(self) -> tuple[Need, ...]:
        """Return what is selected, from top to bottom."""
        chosen = self.table.selectionModel().selectedRows()
        return tuple(self.model.rows[row] for row in sorted(index.row() for index in chosen))

    def copy(self) -> None:
        """Put the selected rows on the clipboard, with headings, as a spreadsheet takes them."""
        chosen, shown = self.selected_needs(), self.model.shown
        if not chosen:
            return
        columns = [self.model.columns[number] for number in self.columns.shown()]
        lines = [[column.heading for column in columns]]
        lines += [[column.text(need, shown) for column in columns] for need in chosen]
        QApplication.clipboard().setText("\n".join("\t".join(line) for line in lines))

    def close_down(self) -> None:
        """Let go of what is read."""
        self._my_works.shown.disconnect(self._show)
        self._my_works.stated.disconnect(self._state)
        self._my_works.progress.disconnect(self._progressed)
        self._my_works.ended.disconnect(self._ended)

    def _table(self, settings: QgsSettings) -> ListTable:
        table = ListTable(self)
        table.setModel(self.model)
        table.setAccessibleName(tr("What needs you"))
        table.setAccessibleDescription(
            tr(
                "Enter opens the details, Ctrl+Enter the form of the next step. Space shows the "
                "works on the map, and Ctrl+C copies the selected rows."
            )
        )
        header = table.horizontalHeader()
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        keys = [(column.key, column.heading) for column in self.model.columns]
        self.columns = TableColumns(header, keys, settings, "mine")
        self.columnsButton.setMenu(self.columns.menu)
        self.tablePlace.addWidget(table)
        hurried = QAction(tr("Next step"), table)
        hurried.setShortcuts([QKeySequence("Ctrl+Return"), QKeySequence("Ctrl+Enter")])
        hurried.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        hurried.triggered.connect(lambda: self._take_step())
        table.addAction(hurried)
        return table

    def _connect(self) -> None:
        self.model.sorting.connect(self._sort)
        self.table.setSortingEnabled(True)
        self.table.opened.connect(self._open)
        self.table.pointed.connect(lambda: self.locate.emit(self.selected_needs()))
        self.table.copied.connect(self.copy)
        self.table.asked.connect(self._more.popup)
        self.table.recoloured.connect(self._draw_icons)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._take_selection())
        for combo in (self.clockCombo, self.reasonCombo, self.workstreamCombo, self.promoterCombo):
            combo.activated.connect(lambda _row: self._want())
        self.textEdit.textChanged.connect(lambda _text: self._typed.start())
        self.readButton.clicked.connect(lambda: self.read.emit())
        self.stopButton.clicked.connect(self._my_works.cancel)
        self.stepButton.clicked.connect(lambda: self._take_step())
        self.exportButton.clicked.connect(self._export)
        self._my_works.shown.connect(self._show)
        self._my_works.stated.connect(self._state)
        self._my_works.progress.connect(self._progressed)
        self._my_works.ended.connect(self._ended)

    def _sort(self, key: str, descending: bool) -> None:
        self._my_works.want(replace(self._my_works.wanted, by=key, descending=descending))

    def _want(self) -> None:
        """Narrow the list down to what is chosen and typed."""
        wanted = replace(
            self._my_works.wanted,
            clock=self.clockCombo.currentData() or "",
            reason=self.reasonCombo.currentData() or "",
            workstream=self.workstreamCombo.currentData() or "",
            promoter=self.promoterCombo.currentData() or "",
            text=self.textEdit.text(),
        )
        if wanted != self._my_works.wanted:
            self._my_works.want(wanted)
            self._kept.put(_NARROWED, {name: getattr(wanted, name) for name in _NARROWED_BY})

    def _want_as_before(self) -> None:
        """Narrow the list down as it was when QGIS was closed."""
        kept = self._kept.value(_NARROWED)
        found = {name: kept[name] for name in _NARROWED_BY if isinstance(kept.get(name), str)}
        if any(found.values()):
            self._my_works.want(replace(self._my_works.wanted, **found))
            self.textEdit.setText(found.get("text", ""))

    def _show(self, shown: Shown) -> None:
        """Take other rows; what is selected, current and in sight stays so."""
        chosen = {need.identity for need in self.selected_needs()}
        current, down = self._current(), self.table.verticalScrollBar().value()
        column = max(self.table.currentIndex().column(), 0)
        with self._quietly():
            self.model.show(shown)
            names = [need.identity for need in shown.needs] if chosen or current else []
            self._select([row for row, name in enumerate(names) if name in chosen])
            if current is not None and current.identity in names:
                again = self.model.index(names.index(current.identity), column)
                self.table.selectionModel().setCurrentIndex(again, _Flag.NoUpdate)
        if shown.needs and not self._my_works.reading:
            self.columns.fit_once(self.table)
        self.table.verticalScrollBar().setValue(down)
        self._offer_choices(shown)
        self._say()
        self._offer()

    def _offer_choices(self, shown: Shown) -> None:
        found, wanted = shown.choices, shown.wanted
        times = [(NOW, tr("To be done now")), (OVER, tr("Over already"))]
        clocks = [*times, *((one, label(one)) for one in found.clocks)]
        reasons = [(one, label(one)) for one in found.reasons]
        streams = [(one, tr("Workstream {code}").format(code=one)) for one in found.workstreams]
        promoters = [(one, one) for one in found.promoters]
        _fill(self.clockCombo, tr("All clocks"), clocks, wanted.clock)
        _fill(self.reasonCombo, tr("Everything"), reasons, wanted.reason)
        _fill(self.workstreamCombo, tr("All workstreams"), streams, wanted.workstream)
        _fill(self.promoterCombo, tr("All promoters"), promoters, wanted.promoter)
        self.workstreamCombo.setVisible(len(streams) > 1 or bool(wanted.workstream))
        self.promoterCombo.setVisible(len(promoters) > 1 or bool(wanted.promoter))

    def _say(self) -> None:
        shown, count = self.model.shown, self.model.shown.count
        if not count.every:
            self.countLabel.setText(self._nothing())
            return
        said = [
            tr("{now:,} to do now, {over:,} of them over.").format(now=count.now, over=count.over)
        ]
        if len(shown.needs) == count.every:
            said.append(tr("Showing all {n:,}.").format(n=count.every))
        else:
            said.append(
                tr("Showing {shown:,} of {n:,}.").format(shown=len(shown.needs), n=count.every)
            )
        self.countLabel.setText(" ".join(said))

    def _nothing(self) -> str:
        lists = self.model.shown.lists
        if not lists:
            return ""
        whole = all(one.complete for one in lists)
        return tr("Nothing needs you.") if whole else tr("Nothing of what was read needs you.")

    def _state(self, said: str) -> None:
        self.statement.setText(said or tr("Sign in to see what needs you."))
        reading = self._my_works.reading
        self.progressBar.setVisible(reading)
        self.stopButton.setVisible(reading)
        self.readButton.setVisible(not reading)

    def _progressed(self, fraction: float) -> None:
        self.progressBar.setValue(round(fraction * 100))

    def _ended(self) -> None:
        self.progressBar.setValue(0)
        self._state(self._my_works.statement)

    def _take_selection(self) -> None:
        if not self._quiet:
            self._offer()
            self.selected.emit(self.selected_needs())

    def _offer(self) -> None:
        """Offer the next step of the current row, and beside it what else may be done."""
        need = self._current()
        self.stepButton.setEnabled(need is not None)
        if need is None:
            self.stepButton.setText(tr("&Next step …"))
            self.stepButton.setToolTip(tr("Choose a row: the form of its next step is opened here"))
        elif need.step is None:
            self.stepButton.setText(tr("&Details …"))
            self.stepButton.setToolTip(tr("There is nothing to do but wait: see how it stands"))
        else:
            step = step_words(need, need.step)
            self.stepButton.setText(tr("&Next step: {step} …").format(step=step))
            self.stepButton.setToolTip(tr("Open its form: {step}").format(step=step))
        self._offer_more(need)
        self.exportButton.setEnabled(bool(self.model.rows))

    def _offer_more(self, need: Optional[Need]) -> None:
        """Put what else may be done about a need into the menu beside its next step."""
        self._more.clear()
        self.moreButton.setEnabled(need is not None and need.step is not None)
        if need is None:
            return
        for step in need.steps[1:]:
            said = step_words(need, step)
            action = self._more.addAction(tr("{step} …").format(step=said[:1].upper() + said[1:]))
            action.triggered.connect(partial(self.stepped.emit, need, step))
        self._more.addSeparator()
        self._more.addAction(tr("Details …")).triggered.connect(partial(self.activated.emit, need))

    def _take_step(self) -> None:
        """Ask for the form of the current row's next step, or its details where it only waits."""
        need = self._current()
        if need is None:
            return
        if need.step is None:
            self.activated.emit(need)
        else:
            self.stepped.emit(need, need.step)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.activated.emit(self.model.rows[index.row()])

    def _export(self) -> None:
        path = self._choose_path(_FILE)
        if path:
            self._my_works.write(Path(path))

    def _ask_for_path(self, name: str) -> str:
        kinds = tr("CSV files (*.csv)")
        return str(QFileDialog.getSaveFileName(self, tr("Export my works"), name, kinds)[0])

    def _current(self) -> Optional[Need]:
        index = self.table.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def _select(self, rows: Sequence[int]) -> None:
        last, chosen = self.model.columnCount() - 1, QItemSelection()
        for row in rows:
            chosen.select(self.model.index(row, 0), self.model.index(row, last))
        with self._quietly():
            self.table.selectionModel().select(chosen, _Flag.ClearAndSelect)

    def _draw_icons(self) -> None:
        palette = self.table.palette()
        self.model.use_icons(
            {urgency: severity_icon(look, palette) for urgency, look in _LOOKS.items()}
        )

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Let the selection change without telling of it."""
        before, self._quiet = self._quiet, True
        try:
            yield
        finally:
            self._quiet = before


def _fill(combo: QComboBox, every: str, choices: list[tuple[str, str]], chosen: str) -> None:
    """Offer choices, and leave the list alone where it offers them already."""
    wanted = [("", every), *choices]
    if chosen and chosen not in dict(wanted):
        wanted.append((chosen, label(chosen)))  # it was chosen while there was some
    offered = [(combo.itemData(row), combo.itemText(row)) for row in range(combo.count())]
    if offered != wanted:
        combo.clear()
        for value, text in wanted:
            combo.addItem(text, value)
    combo.setCurrentIndex([value for value, _text in wanted].index(chosen))
