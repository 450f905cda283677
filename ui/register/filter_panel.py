"""What the planner wants to see: days, kinds of works, promoters, words; kept by name."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Optional

from qgis.gui import QgsCheckableComboBox, QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QWidget,
)

from ...plugin.desk.filters import SavedFilters
from ...plugin.errors import StreetWorksError
from ...plugin.live.finding.days_wanted import OWN, PRESETS, DaysWanted, preset_title
from ...plugin.live.finding.filter import LONGEST_TEXT, Filter
from ...plugin.trade.labels import label
from ...plugin.trade.traffic import Impact, impact_title
from ...plugin.trade.vocabulary.permits import PermitStatus
from ...plugin.trade.vocabulary.traffic_management import TrafficManagement
from ...plugin.trade.vocabulary.works import Category
from ...plugin.words import tr
from ..shared.day_edit import DayEdit, DayTrouble
from ..shared.ui_file import load_form
from .saved_filters_row import SavedFiltersRow

_TYPING_MS = 300
# The map has no works of HS2 on highways.
_CATEGORIES = tuple(one for one in Category if one is not Category.HS2_HIGHWAY)


class FilterPanel(QWidget):
    """Sets the filter in use; `changed` follows each change, a moment after the last key press."""

    savedCombo: QComboBox
    saveButton: QToolButton
    deleteButton: QToolButton
    conditions: QFormLayout
    daysCombo: QComboBox
    firstLabel: QLabel
    firstEdit: DayEdit
    lastLabel: QLabel
    lastEdit: DayEdit
    categoryCombo: QgsCheckableComboBox
    statusCombo: QgsCheckableComboBox
    trafficCombo: QgsCheckableComboBox
    impactCombo: QgsCheckableComboBox
    promoterCombo: QgsCheckableComboBox
    textEdit: QgsFilterLineEdit
    sensitiveCheck: QCheckBox
    statement: QLabel
    clearButton: QPushButton

    changed = pyqtSignal(object)  # Filter

    def __init__(self, saved: SavedFilters, parent: Optional[QWidget] = None) -> None:
        """`saved` holds the filter in use, which is shown, and those kept by name."""
        super().__init__(parent)
        load_form(self, __file__)
        self._saved = saved
        self._lists = {
            "categories": self.categoryCombo,
            "statuses": self.statusCombo,
            "traffic_managements": self.trafficCombo,
            "impacts": self.impactCombo,
            "promoters": self.promoterCombo,
        }
        self._first_trouble = DayTrouble(self.conditions, self.firstEdit)
        self._last_trouble = DayTrouble(self.conditions, self.lastEdit)
        self._showing = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._fill()
        self.saved_row = SavedFiltersRow(
            saved, self._wanted, self.savedCombo, self.saveButton, self.deleteButton
        )
        self._show(saved.current)
        self._connect()

    def offer_promoters(self, names: Iterable[str]) -> None:
        """Offer these promoters, as the register writes them; checked ones stay in the list."""
        checked = _checked(self.promoterCombo)
        with self._quietly():
            self.promoterCombo.clear()
            offered = sorted({*names, *checked}, key=str.casefold)
            _offer(self.promoterCombo, {name: name for name in offered})
            _check(self.promoterCombo, checked)

    def say(self, text: str) -> None:
        """Say more about the filter in use, below its description."""
        self.statement.setText(f"{self._saved.current.describe()}\n{text}")

    def close_down(self) -> None:
        """Let go of the saved filters."""
        self._pause.stop()
        self.saved_row.close_down()
        self._saved.current_changed.disconnect(self._show)

    def _fill(self) -> None:
        for preset in PRESETS:
            self.daysCombo.addItem(preset_title(preset), preset)
        for edit in (self.firstEdit, self.lastEdit):
            edit.setPlaceholderText(tr("open"))
        self.textEdit.setMaxLength(LONGEST_TEXT)
        _offer(self.categoryCombo, {one.value: label(one) for one in _CATEGORIES})
        _offer(self.statusCombo, {one.value: label(one) for one in PermitStatus})
        _offer(self.trafficCombo, {one.value: label(one) for one in TrafficManagement})
        _offer(self.impactCombo, {one.value: impact_title(one) for one in Impact})
        for combo in self._lists.values():
            combo.setDefaultText(tr("any"))
            combo.setSeparator(", ")

    def _connect(self) -> None:
        self.daysCombo.currentIndexChanged.connect(lambda _index: self._take())
        for edit in (self.firstEdit, self.lastEdit):
            edit.changed.connect(self._take)
        for combo in self._lists.values():
            # QGIS 3.22 does not tell of what is checked with the space bar; the model does.
            combo.model().dataChanged.connect(lambda *_: self._take())
        self.sensitiveCheck.toggled.connect(lambda _checked: self._take())
        self.textEdit.textChanged.connect(lambda _text: self._pause.start())
        self.textEdit.returnPressed.connect(self._take)
        self._pause.timeout.connect(self._take)
        self.clearButton.clicked.connect(lambda: self._use(Filter()))
        self.saved_row.chosen.connect(self._use)
        self._saved.current_changed.connect(self._show)

    def _wanted(self) -> Filter:
        """Return what the widgets say. Raises StreetWorksError for days that cannot be meant."""
        preset = self.daysCombo.currentData()
        own = (_day(self.firstEdit), _day(self.lastEdit)) if preset == OWN else ()
        chosen = {name: _checked(combo) for name, combo in self._lists.items()}
        return Filter(
            DaysWanted(preset, *own),
            traffic_sensitive=self.sensitiveCheck.isChecked(),
            text=self.textEdit.text(),
            **chosen,
        )

    def _take(self) -> None:
        """Use what the widgets say; days that cannot be meant are told and change nothing."""
        if self._showing:
            return
        self._pause.stop()
        self._show_own_days()
        try:
            wanted = self._wanted()
        except StreetWorksError as error:
            self._say_days(str(error))
            return
        self._use(wanted)

    def _use(self, wanted: Filter) -> None:
        if wanted == self._saved.current:
            self._show(wanted)
            return
        self._saved.use(wanted)  # which shows it
        self.changed.emit(wanted)

    def _show(self, wanted: Filter) -> None:
        with self._quietly():
            self.daysCombo.setCurrentIndex(PRESETS.index(wanted.days.preset))
            if wanted.days.preset == OWN:
                _show_day(self.firstEdit, wanted.days.first)
                _show_day(self.lastEdit, wanted.days.last)
            _offer(self.promoterCombo, {name: name for name in wanted.promoters})
            for name, combo in self._lists.items():
                _offer(combo, {value: label(value) for value in getattr(wanted, name)})
                _check(combo, getattr(wanted, name))
            self.sensitiveCheck.setChecked(wanted.traffic_sensitive)
            if self.textEdit.text() != wanted.text:
                self.textEdit.setText(wanted.text)
                self._pause.stop()
        self._show_own_days()
        self._say_days("")
        self.statement.setText(wanted.describe())

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Let the widgets change without being listened to."""
        self._showing = True
        try:
            yield
        finally:
            self._showing = False

    def _show_own_days(self) -> None:
        own = self.daysCombo.currentData() == OWN
        for widget in (self.firstLabel, self.firstEdit, self.lastLabel, self.lastEdit):
            widget.setVisible(own)

    def _say_days(self, trouble: str) -> None:
        """Say below own days what is wrong: what each cannot be read for, else `trouble`."""
        own = self.daysCombo.currentData() == OWN
        first, last = (one.problem() if own else "" for one in (self.firstEdit, self.lastEdit))
        self._first_trouble.say(first)
        self._last_trouble.say(last or ("" if first else trouble))


def _offer(combo: QgsCheckableComboBox, offered: dict[str, str]) -> None:
    """Offer values with their words, not checked, as far as they are not in the list yet."""
    for value, words in offered.items():
        if combo.findData(value) < 0:
            combo.addItemWithCheckState(words, Qt.CheckState.Unchecked, value)


def _check(combo: QgsCheckableComboBox, values: Iterable[str]) -> None:
    """Check `values` and no others."""
    wanted = tuple(values)
    for index in range(combo.count()):
        on = combo.itemData(index) in wanted
        combo.setItemCheckState(index, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


def _checked(combo: QgsCheckableComboBox) -> tuple[str, ...]:
    return tuple(combo.checkedItemsData())


def _day(edit: DayEdit) -> Optional[date]:
    """Return the day in `edit`, None for an open end. Raises StreetWorksError for another text."""
    if edit.problem():
        raise StreetWorksError(edit.problem())
    return edit.day()


def _show_day(edit: DayEdit, day: Optional[date]) -> None:
    """Show `day`, unless the planner has just typed it."""
    if edit.problem() or edit.day() != day:
        edit.set_day(day)
