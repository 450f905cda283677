"""Between Qt's dates and Python's."""

from datetime import date

from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import QDateEdit


def set_day(edit: QDateEdit, day: date) -> None:
    """Show `day` in `edit`."""
    edit.setDate(QDate(day.year, day.month, day.day))


def to_day(edit: QDateEdit) -> date:
    """Return the day that `edit` shows."""
    shown = edit.date()
    return date(shown.year(), shown.month(), shown.day())
