"""A field for a day: typed in any usual way, or taken from the calendar that hangs on it.

A day that is typed for short, such as "12 Jan" or "+14", counts only once the field is left or
Enter is pressed: it may be the beginning of another one. Until then the day that is meant stands
below the field.
"""

from datetime import date
from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QDate, QLocale, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFocusEvent, QKeySequence, QPalette
from qgis.PyQt.QtWidgets import (
    QCalendarWidget,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QToolTip,
    QWidget,
    QWidgetAction,
)

from ...plugin.errors import StreetWorksError
from ...plugin.rules.short_days import day_meant, is_short
from ...plugin.rules.typed import written, written_in_full
from ...plugin.words import tr
from .shades import paint_trouble


class DayEdit(QLineEdit):
    """Takes a day as `short_days.day_meant` reads it, which looks back for a `past` one.

    `changed` follows the planner's doing, not `set_day`; `half_typed` tells of a day typed for
    short, which does not count yet. The weekday is shown while the field is not being typed into.
    What cannot be read stays as it was typed, and `problem` says how to write it.
    """

    changed = pyqtSignal()
    half_typed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None, *, past: bool = False) -> None:
        super().__init__(parent)
        self._past = past
        self._meant = QLabel(self, Qt.WindowType.ToolTip)
        self._meant.setPalette(QToolTip.palette())
        self._meant.setFont(QToolTip.font())
        self._meant.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self._meant.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._meant.setFrameShape(QLabel.Shape.Box)
        self._meant.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._meant.setMargin(3)
        self.setPlaceholderText(tr("day month year"))
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("Wed 30 Mmm 2027") + 40)
        self.setToolTip(tr("Such as 12/1/27, 12 Jan, tomorrow, Mon, next Mon, +14 or +10 wd"))
        self.textEdited.connect(self._edited)
        self.editingFinished.connect(self._take)
        icon = QgsApplication.getThemeIcon("/propertyicons/temporal.svg")
        action = self.addAction(icon, QLineEdit.ActionPosition.TrailingPosition)
        action.setToolTip(tr("Choose from the calendar (Alt+Down)"))
        action.setShortcut(QKeySequence("Alt+Down"))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(self.open_calendar)

    def day(self) -> Optional[date]:
        """Return the day that is meant, None while the field is empty or cannot be read."""
        try:
            return day_meant(self.text(), past=self._past)
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

    @property
    def meant(self) -> str:
        """What is shown below the field of the day that is being typed; "" for nothing."""
        return str(self._meant.text()) if self._meant.isVisible() else ""

    def problem(self) -> str:
        """Say what is wrong with what was typed; "" for a day, and for nothing."""
        if not self.text().strip():
            return ""
        try:
            day_meant(self.text(), past=self._past)
        except StreetWorksError as error:
            return str(error)
        return ""

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
        if day is not None and not is_short(self.text()):
            self.setText(written(day))
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take what was typed, also when another window is gone to."""
        self._take()
        super().focusOutEvent(event)

    def _edited(self, text: str) -> None:
        """Tell of what was typed, which does not count yet where it is short; show the day."""
        (self.half_typed if is_short(text) else self.changed).emit()
        self._show_meant(self.day())

    def _show_meant(self, day: Optional[date]) -> None:
        if day is None:
            self._meant.hide()
            return
        self._meant.setText(tr("= {day}").format(day=written_in_full(day)))
        self.setAccessibleDescription(self._meant.text())
        self._meant.adjustSize()
        self._meant.move(self.mapToGlobal(self.rect().bottomLeft()))
        self._meant.show()

    def _take(self) -> None:
        """Write the day out; what was typed for short counts from now on."""
        self._meant.hide()
        short = is_short(self.text())
        self._write_out()
        if short:
            self.changed.emit()

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
        edit.half_typed.connect(lambda: self.say(""))
        self.say("")

    def say(self, text: str) -> None:
        """Say `text`, or nothing; screen readers tell it with the field."""
        self.setText(text)
        self.setVisible(bool(text))
        self._edit.setAccessibleDescription(text)
        paint_trouble(self)
