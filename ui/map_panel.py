"""What the map shows: for which days, as of when, and whether it is complete."""

from datetime import date, timedelta
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import (
    QDateEdit,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QWidget,
)

from ..plugin.desk.loading import MapLoader
from ..plugin.settings import Settings
from ..plugin.words import tr
from .dates import set_day, to_day
from .forms import load_form


class MapPanel(QWidget):
    """Sets the days, starts and stops a load, and states what came of it."""

    fromEdit: QDateEdit
    toEdit: QDateEdit
    loadButton: QPushButton
    cancelButton: QPushButton
    progressBar: QProgressBar
    statement: QLabel
    refusedLabel: QLabel
    refusedList: QListWidget

    def __init__(
        self,
        loader: MapLoader,
        settings: Settings,
        load: Callable[[], None],
        parent: Optional[QWidget] = None,
    ) -> None:
        """`load` loads what is in view and tells the planner itself if it cannot."""
        super().__init__(parent)
        load_form(self, __file__)
        self._loader = loader
        self._settings = settings
        loader.end = loader.start + timedelta(days=settings.days_ahead)
        set_day(self.fromEdit, loader.start)
        set_day(self.toEdit, loader.end)
        self.fromEdit.dateChanged.connect(self._set_dates)
        self.toEdit.dateChanged.connect(self._set_dates)
        self.loadButton.clicked.connect(lambda: load())
        self.cancelButton.clicked.connect(loader.cancel)
        loader.started.connect(self._started)
        loader.progress.connect(self._progressed)
        loader.loaded.connect(self._loaded)
        loader.stopped.connect(self._stopped)
        loader.trouble.connect(self._stopped)
        self._busy(False)
        self._list_refused([])
        self.statement.setText(tr("Nothing is loaded yet."))

    def include(self, start: date, end: date) -> None:
        """Widen the days shown so that `start` to `end` are among them."""
        set_day(self.fromEdit, min(start, to_day(self.fromEdit)))
        set_day(self.toEdit, max(end, to_day(self.toEdit)))

    def _set_dates(self, _day: QDate) -> None:
        start, end = to_day(self.fromEdit), to_day(self.toEdit)
        if end < start:
            self.statement.setText(tr("The last day is before the first: please set the dates."))
            self.loadButton.setEnabled(False)
            return
        self.loadButton.setEnabled(not self._loader.loading)
        self._loader.start, self._loader.end = start, end
        self._settings.days_ahead = (end - start).days

    def _started(self) -> None:
        self._busy(True)
        self.progressBar.setValue(0)
        self.statement.setText(tr("Loading …"))

    def _progressed(self, fraction: float, text: str) -> None:
        self.progressBar.setValue(round(fraction * 100))
        if text:
            self.statement.setText(text)

    def _loaded(self, fetched: dict[str, Any]) -> None:
        self._busy(False)
        refused = self._loader.refused
        lines = [
            one.statement(not_drawn=len(refused[kind]) - len(one.refused))
            for kind, one in fetched.items()
        ]
        days = tr("{first} to {last}").format(first=self.fromEdit.text(), last=self.toEdit.text())
        self.statement.setText("\n".join([days, *lines]))
        self._list_refused(
            [
                tr("{reference}: {reason}").format(
                    reference=one.reference or tr("no reference"), reason=one.reason
                )
                for refused in self._loader.refused.values()
                for one in refused
            ]
        )

    def _stopped(self, _error: Optional[Exception] = None) -> None:
        self._busy(False)
        self.statement.setText(tr("Loading was stopped: the map shows what it showed before."))

    def _list_refused(self, lines: list[str]) -> None:
        self.refusedList.clear()
        self.refusedList.addItems(lines)
        self.refusedLabel.setVisible(bool(lines))
        self.refusedList.setVisible(bool(lines))

    def _busy(self, busy: bool) -> None:
        self.loadButton.setEnabled(not busy)
        self.cancelButton.setVisible(busy)
        self.progressBar.setVisible(busy)
