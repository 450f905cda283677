"""What the map shows: filtered how, in which colours, as of when, and whether it is complete."""

from datetime import date
from typing import Any, Callable, Optional

from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ...plugin.desk.filters import SavedFilters
from ...plugin.desk.live_map import LiveMap
from ...plugin.map.styles import Style, style_title
from ...plugin.settings import Settings
from ...plugin.words import tr
from ..shared.ui_file import load_form
from .filter_panel import FilterPanel

# The kinds that have no such style keep their own, so these are for works.
OFFERED = (Style.IMPACT, Style.CATEGORY, Style.STATUS, Style.PROMOTER, Style.DAYS_LEFT)


class MapPanel(QWidget):
    """Sets filter and colours, starts and stops a load, and states what is known of the view."""

    filterPlace: QVBoxLayout
    styleCombo: QComboBox
    followCheck: QCheckBox
    loadButton: QPushButton
    cancelButton: QPushButton
    progressBar: QProgressBar
    statement: QLabel
    streetsPlace: QVBoxLayout
    refusedLabel: QLabel
    refusedList: QListWidget

    def __init__(
        self,
        live: LiveMap,
        filters: SavedFilters,
        settings: Settings,
        load: Callable[[], None],
        parent: Optional[QWidget] = None,
    ) -> None:
        """`load` loads what is in view anew and tells the planner itself if it cannot."""
        super().__init__(parent)
        load_form(self, __file__)
        self._live = live
        self.filter_panel = FilterPanel(filters, self)
        self.filterPlace.addWidget(self.filter_panel)
        for style in OFFERED:
            self.styleCombo.addItem(style_title(style), style.value)
        self.styleCombo.setCurrentIndex(max(0, self.styleCombo.findData(settings.style)))
        self.followCheck.setChecked(settings.follow_map)
        self.followCheck.toggled.connect(lambda on: setattr(settings, "follow_map", on))
        self.loadButton.clicked.connect(lambda: load())
        self.cancelButton.clicked.connect(live.stop)
        live.started.connect(lambda: self._busy(True))
        live.progress.connect(lambda part: self.progressBar.setValue(round(100 * part)))
        live.ended.connect(lambda: self._busy(False))
        live.standing.connect(self._state)
        self.bring_back = QPushButton(tr("Sho&w removed layers again"), self)
        self.layout().insertWidget(self.layout().indexOf(self.statement) + 1, self.bring_back)
        self.offer_removed(False)
        self._busy(False)
        self._list_refused([])
        self.statement.setText(tr("Nothing is loaded yet."))

    @property
    def style(self) -> Style:
        """The style that is chosen."""
        return Style(self.styleCombo.currentData())

    def close_down(self) -> None:
        """Let go of the saved filters."""
        self.filter_panel.close_down()

    def put_basemap(self, row: QWidget) -> None:
        """Put the choice of a background above everything: without it there is no place to see."""
        self.layout().insertWidget(0, row)

    def offer_removed(self, there_are: bool) -> None:
        """Offer to show layers again, if there are some that the planner removed."""
        self.bring_back.setVisible(there_are)

    def say(self, text: str) -> None:
        """Say something about the map in place of what is known of the view."""
        self.statement.setText(text)

    def _state(self, found: Any) -> None:
        today = date.today()
        days = tr("{first:%d/%m/%Y} to {last:%d/%m/%Y}").format(
            first=self._live.days.start, last=self._live.days.end
        )
        lines = [one.statement(today) for one in found]
        self.statement.setText("\n".join([days, *lines]))
        self._list_refused(
            [
                tr("{reference}: {reason}").format(
                    reference=one.reference or tr("no reference"), reason=one.reason
                )
                for one in self._live.unreadable
            ]
        )

    def _list_refused(self, lines: list[str]) -> None:
        self.refusedList.clear()
        self.refusedList.addItems(lines)
        self.refusedLabel.setVisible(bool(lines))
        self.refusedList.setVisible(bool(lines))

    def _busy(self, busy: bool) -> None:
        self.progressBar.setValue(0)
        self.cancelButton.setVisible(busy)
        self.progressBar.setVisible(busy)
