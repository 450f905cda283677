"""Street Works in QGIS's options: thresholds of the checks, what positions may be, the team."""

from typing import Callable, NamedTuple, Optional

from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGroupBox,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ..plugin.extents import Limits
from ..plugin.settings import LIMIT_RANGES, Settings
from ..plugin.team.database import connections
from ..plugin.words import tr
from .shared.ui_file import load_form
from .shared.windows import order_by_reading

NAME = "OptionsPage"
"""The name of the page's widget, by which QGIS opens its options at this page."""


class _Values(NamedTuple):
    """What is set on the page."""

    limits: Limits
    accept_approximation: bool
    connection: str
    schema: str


class OptionsPage(QgsOptionsPageWidget):
    """Shows the settings; what was changed counts once QGIS calls `apply`."""

    shortestBox: QDoubleSpinBox
    smallestBox: QDoubleSpinBox
    longestBox: QDoubleSpinBox
    largestBox: QDoubleSpinBox
    siteBox: QDoubleSpinBox
    pointsBox: QSpinBox
    simplifyBox: QDoubleSpinBox
    sliverBox: QDoubleSpinBox
    spikeBox: QDoubleSpinBox
    backBox: QDoubleSpinBox
    accuracyBox: QDoubleSpinBox
    refusedBox: QDoubleSpinBox
    nearBox: QDoubleSpinBox
    farBox: QDoubleSpinBox
    approximationBox: QCheckBox
    connectionBox: QComboBox
    schemaEdit: QLineEdit
    restoreButton: QPushButton
    groups: QVBoxLayout
    teamGroup: QGroupBox

    def __init__(
        self,
        settings: Settings,
        applied: Callable[[], None],
        parent: Optional[QWidget] = None,
    ) -> None:
        """`applied` is called when settings were changed."""
        super().__init__(parent)
        load_form(self, __file__)
        self._settings = settings
        self._applied = applied
        self.boxes = {
            "shortest_m": self.shortestBox,
            "smallest_m2": self.smallestBox,
            "largest_m": self.longestBox,
            "largest_m2": self.largestBox,
            "site_m": self.siteBox,
            "most_points": self.pointsBox,
            "simplify_m": self.simplifyBox,
            "sliver_m": self.sliverBox,
            "spike_degrees": self.spikeBox,
            "double_back_degrees": self.backBox,
            "accuracy_m": self.accuracyBox,
            "accuracy_refused_m": self.refusedBox,
            "near_street_m": self.nearBox,
            "far_from_street_m": self.farBox,
        }
        for name, box in self.boxes.items():
            box.setRange(*LIMIT_RANGES[name])
        # What is refused is worse than what is warned of, and far is not nearer than near.
        self.accuracyBox.valueChanged.connect(self.refusedBox.setMinimum)
        self.nearBox.valueChanged.connect(self.farBox.setMinimum)
        self.restoreButton.clicked.connect(self._restore)
        self._show(settings.limits, settings.accept_approximation)
        self._show_team(settings.team_connection, settings.team_schema)
        self._shown = self._values()

    def add(self, group: QGroupBox) -> None:
        """Put a group below the others; what is done there is its own affair."""
        self.groups.insertWidget(self.groups.indexOf(self.teamGroup) + 1, group)
        order_by_reading(self)

    def apply(self) -> None:
        """Keep what was changed; QGIS calls it when the planner accepts its options."""
        values = self._values()
        if values == self._shown:
            return
        settings = self._settings
        settings.limits, settings.accept_approximation = values.limits, values.accept_approximation
        settings.team_connection, settings.team_schema = values.connection, values.schema
        self._shown = values
        self._applied()

    def _restore(self) -> None:
        self._show(Limits(), False)

    def _show(self, limits: Limits, accept_approximation: bool) -> None:
        for name, box in self.boxes.items():
            box.setValue(getattr(limits, name))
        self.approximationBox.setChecked(accept_approximation)

    def _show_team(self, connection: str, schema: str) -> None:
        self.connectionBox.addItem(tr("Not shared"), "")
        for name in sorted({*connections(), *filter(None, (connection,))}):
            self.connectionBox.addItem(name, name)
        self.connectionBox.setCurrentIndex(self.connectionBox.findData(connection))
        self.schemaEdit.setText(schema)

    def _values(self) -> _Values:
        return _Values(
            Limits(**{name: box.value() for name, box in self.boxes.items()}),
            self.approximationBox.isChecked(),
            self.connectionBox.currentData(),
            self.schemaEdit.text().strip(),
        )
