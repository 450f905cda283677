"""A field for a day: typed in any usual way, or taken from the calendar that hangs on it."""

from datetime import date
from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, QLocale, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QCalendarWidget,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QWidget,
    QWidgetAction,
)

from ...plugin.errors import StreetWorksError
from ...plugin.rules.typed import day_of, day_problem, written, written_in_full
from ...plugin.words import tr
from .shades import paint_trouble


class DayEdit(QLineEdit):
    """Takes a day as `typed.day_of` reads it. `changed` follows the planner's doing, not `set_day`.

    The weekday is shown while the field is not being typed into. What cannot be read stays as it
    was typed, and `problem` says how to write it.
    """

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(tr("day month year"))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("Wed 30 Mmm 2027") + 40)
        self.textEdited.connect(lambda _text: self.changed.emit())
        self.editingFinished.connect(self._write_out)
        icon = QgsApplication.getThemeIcon("/propertyicons/temporal.svg")
        action = self.addAction(icon, QLineEdit.ActionPosition.TrailingPosition)
        action.setToolTip(tr("Choose from the calendar (Alt+Down)"))
        action.setShortcut(QKeySequence("Alt+Down"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self.open_calendar)

    def day(self) -> Optional[date]:
        """Return the day, None while the field is empty or cannot be read."""
        try:
            return day_of(self.text())
        except StreetWorksError:
            return None

    def set_day(self, day: Optional[date]) -> None:
        """Show `day`, or nothing."""
        if day is None:
            self.clear()
        elif self.hasFocus():
            self.setText(written(day))
        else:
            self.setText(written_in_full(day))

    def set_text(self, text: str) -> None:
        """Show `text`: as a day where it can be read, else as it is, to be put right."""
        self.setText(text)
        self._write_out()

    def problem(self) -> str:
        """Say what is wrong with what was typed; "" for a day, and for nothing."""
        return day_problem(self.text()) if self.text().strip() else ""

    def open_calendar(self) -> None:
        """Open the calendar below the field."""
        menu = QMenu(self)
        calendar = QCalendarWidget(menu)
        calendar.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        day = self.day()
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)

        def take(chosen: Any) -> None:
            menu.close()
            self.set_day(date(chosen.year(), chosen.month(), chosen.day()))
            self.changed.emit()

        calendar.clicked.connect(take)
        calendar.activated.connect(take)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
        calendar.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Leave the weekday out: it need not be typed, and would be wrong beside another day."""
        day = self.day()
        if day is not None:
            self.setText(written(day))
        super().focusInEvent(event)

    def _write_out(self) -> None:
        day = self.day()
        if day is not None:
            self.set_day(day)


class DayTrouble(QLabel):
    """Says below a day's field in a form what is wrong with it; hidden while nothing is."""

    def __init__(self, form: QFormLayout, edit: DayEdit) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        row, _role = form.getWidgetPosition(edit)
        form.insertRow(row + 1, self)
        self._edit = edit
        self.say("")

    def say(self, text: str) -> None:
        """Say `text`, or nothing; screen readers tell it with the field."""
        self.setText(text)
        self.setVisible(bool(text))
        self._edit.setAccessibleDescription(text)
        paint_trouble(self)
