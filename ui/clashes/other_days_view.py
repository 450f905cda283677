"""Other days for the works on the desk: a list of them to take, and the time line."""

from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...plugin.clashes.windows import Windows
from ...plugin.desk.other_days import OtherDays
from ...plugin.settings import Settings, choices_of_free
from ...plugin.trade.calendar import uk_today
from ...plugin.trade.days import Days
from ...plugin.trade.telling import span, weekday
from ...plugin.words import tr
from ..shared.ui_file import load_form
from .time_line_table import TimeLineTable

_ROLE = Qt.ItemDataRole.UserRole


class OtherDaysView(QWidget):
    """Lists the days on which the works could be done, and shows what is there on which day.

    `chosen` asks for one that is met.
    """

    chosen = pyqtSignal(object)  # Encounter

    page: QVBoxLayout
    freeBox: QComboBox
    statement: QLabel
    windowsList: QListWidget

    def __init__(
        self,
        other_days: OtherDays,
        settings: Settings,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._other_days = other_days
        self.time_line = TimeLineTable(other_days.why_not, self)
        self.page.addWidget(self.time_line)
        for free_of, text in choices_of_free().items():
            self.freeBox.addItem(text, free_of)
        self.freeBox.setCurrentIndex(self.freeBox.findData(settings.free_of))
        self.freeBox.currentIndexChanged.connect(
            lambda _index: other_days.choose(self.freeBox.currentData())
        )
        self.windowsList.itemClicked.connect(self._take)
        self.windowsList.itemActivated.connect(self._take)
        self.time_line.opened.connect(self._open)
        other_days.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        line, free = self._other_days.line, self._other_days.free
        self.setVisible(line is not None)
        if line is None:
            return
        self.statement.setText(self._said(free))
        self.windowsList.setVisible(bool(free))
        if free != self._listed():
            self._list(free)
        self.time_line.show_line(line)

    def _said(self, free: tuple[Days, ...]) -> str:
        windows = self._other_days.windows
        if windows is None:
            return tr("Looking for other days …")
        if not windows.tries:
            return tr("No other days are known yet. Press “Find clashes” to ask for them.")
        if not free:
            return self._why_none(windows)
        said = tr("My works could start on {n} of {all} working days, notice kept:").format(
            n=len(free), all=len(windows.tries)
        )
        if self._other_days.all_known:
            return said
        return (
            tr("There may be more than is said: not everything was given, or could be compared.")
            + " "
            + said
        )

    def _why_none(self, windows: Windows) -> str:
        always = windows.always_there(self._other_days.unwanted)
        if always:
            return tr(
                "There are no such days within 26 weeks: on each of them there is {what}."
            ).format(what="; ".join(f"{one.reference}, {one.what}" for one in always))
        return tr(
            "There are no such days within 26 weeks. On the first day that was tried: {why}"
        ).format(why=self._other_days.why_not(windows.tries[0].start))

    def _listed(self) -> tuple[Days, ...]:
        rows = (self.windowsList.item(row) for row in range(self.windowsList.count()))
        return tuple(row.data(_ROLE) for row in rows)

    def _list(self, free: tuple[Days, ...]) -> None:
        self.windowsList.clear()
        today = uk_today()
        for days in free:
            item = QListWidgetItem(f"{weekday(days.start)} {span(days.start, days.end, today)}")
            item.setData(_ROLE, days)
            self.windowsList.addItem(item)

    def _take(self, item: QListWidgetItem) -> None:
        self._other_days.take(item.data(_ROLE))

    def _open(self, row: int, column: int) -> None:
        """Go to what a row is about, or take the day on which my works could start."""
        line = self._other_days.line
        if line is None:
            return
        opened = line.rows[row]
        if opened.encounter is not None:
            self.chosen.emit(opened.encounter)
        elif opened.of_starts:
            free = (one for one in self._other_days.free if one.start == line.day(column))
            for days in free:
                self._other_days.take(days)
