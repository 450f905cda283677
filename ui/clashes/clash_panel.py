"""What the extent and its dates clash with."""

from datetime import date
from typing import Any, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import (
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...plugin.clashes.report import Encounter, Report
from ...plugin.desk.clashing import Clashing
from ...plugin.desk.rules_set import set_apart
from ...plugin.desk.sheet import Sheet
from ...plugin.desk.verdicts import Verdicts
from ...plugin.map.highlight import Highlight
from ...plugin.rules.usual_days import end_after_move
from ...plugin.settings import Settings
from ...plugin.trade.calendar import uk_today
from ...plugin.words import tr
from ..shared.day_edit import DayEdit, DayTrouble
from ..shared.one_dialog import OneDialog
from ..shared.trouble import attempt
from ..shared.ui_file import load_form
from ..shared.windows import outermost
from .clash_list import ClashList
from .layer_dialog import LayerDialog
from .layers_list import LayersList
from .verdict_form import VerdictForm


class ClashPanel(QWidget):
    """Sets the rules, asks for the check, and lists what was found.

    `rules_wanted` asks for QGIS's options, where each rule is set by itself.
    """

    rules_wanted = pyqtSignal()

    rules: QFormLayout
    startEdit: DayEdit
    endEdit: DayEdit
    distanceBox: QDoubleSpinBox
    daysBox: QSpinBox
    layersLabel: QLabel
    layersList: LayersList
    findButton: QPushButton
    rulesButton: QPushButton
    statement: QLabel
    clashTree: ClashList
    parts: QTabWidget
    judging: QVBoxLayout
    chooseLabel: QLabel
    days: QVBoxLayout
    proving: QVBoxLayout
    evidenceButton: QPushButton
    attachButton: QPushButton

    def __init__(
        self,
        sheet: Sheet,
        clashing: Clashing,
        verdicts: Verdicts,
        highlight: Highlight,
        settings: Settings,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._sheet = sheet
        self._clashing = clashing
        self._highlight = highlight
        self._settings = settings
        self._start_trouble = DayTrouble(self.rules, self.startEdit)
        self._end_trouble = DayTrouble(self.rules, self.endEdit)
        self.distanceBox.setRange(*Settings.clash_distance_m.range)
        self.daysBox.setRange(*Settings.clash_days.range)
        self.distanceBox.setValue(settings.clash_distance_m)
        self.daysBox.setValue(settings.clash_days)
        self.distanceBox.valueChanged.connect(self._keep_thresholds)
        self.daysBox.valueChanged.connect(self._keep_thresholds)
        self.findButton.clicked.connect(self.find)
        self.rulesButton.clicked.connect(self.rules_wanted)
        self.startEdit.changed.connect(self._move_start)
        self.endEdit.changed.connect(self._keep_dates)
        self._layer_dialog: OneDialog[LayerDialog] = OneDialog()
        self.layersList.opened.connect(self._open_layer)
        self.layersList.changed.connect(clashing.ask_anew)
        self.clashTree.chosen.connect(self._show_place)
        self.clashTree.say_verdicts(verdicts)
        self.verdictForm = VerdictForm(verdicts, self)
        self.judging.addWidget(self.verdictForm)
        self.judging.addStretch()
        self.proving.addStretch()
        self.clashTree.current_changed.connect(self._show_verdict)
        self._shown: Optional[tuple[date, date]] = None
        sheet.changed.connect(self._show)
        clashing.started.connect(self._started)
        clashing.found.connect(self._found)
        clashing.outdated.connect(self._show)
        clashing.trouble.connect(lambda _error: self._show())
        project = QgsProject.instance()
        project.layersAdded.connect(self._list_layers)
        project.layersRemoved.connect(self._list_layers)
        self._show()
        self._list_layers()

    def close_down(self) -> None:
        """Let go of the project's signals; for when the plugin is switched off."""
        self._layer_dialog.close_down()
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._list_layers)
        project.layersRemoved.disconnect(self._list_layers)

    def find(self) -> None:
        """Check the extent with the rules set; what goes wrong is told through the clashing."""
        start, end = self.startEdit.day(), self.endEdit.day()
        if start is None or end is None or end < start:
            self._say_days()
            self.statement.setText(tr("Put the days right first."))
            return
        layers, tell = self.layersList.ticked(), self._clashing.trouble.emit
        attempt(lambda: self._clashing.check(layers), tell)

    def _keep_thresholds(self) -> None:
        self._settings.clash_distance_m = self.distanceBox.value()
        self._settings.clash_days = self.daysBox.value()
        self._clashing.look_again()

    def _open_layer(self, layer_id: str) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if layer is not None:
            dialog = LayerDialog(layer, outermost(self))
            dialog.accepted.connect(self._clashing.ask_anew)
            self._layer_dialog.open(dialog)

    def _list_layers(self, _changed: Any = None) -> None:
        layers = self._clashing.own_layers()
        self.layersList.show_layers(layers)
        for part in (self.layersLabel, self.layersList):  # no empty list in so small a room
            part.setVisible(bool(layers))

    def _show(self) -> None:
        examined, clashing = self._sheet.examined, self._clashing
        drawn = examined is not None and examined.extent is not None
        self.findButton.setEnabled(drawn and not clashing.asking)
        if self._sheet.dates != self._shown:
            self._shown = self._sheet.dates
            self.startEdit.set_day(self._shown[0])
            self.endEdit.set_day(self._shown[1])
            self._say_days()
        if clashing.report is None and not clashing.working:
            self.clashTree.show_report(None)
            self.parts.hide()
            self.statement.setText(self._why_nothing())

    def _why_nothing(self) -> str:
        if self._sheet.examined is None:
            return tr("Draw the extent first.")
        if self._clashing.must_ask:
            return tr(
                "The extent, its days or the rules reach beyond what was asked for. "
                "Press “Find clashes” to ask again."
            )
        return tr("Not checked yet with this extent and these dates.")

    def _move_start(self) -> None:
        """Let the last day follow a first day that was moved past it."""
        moved, shown = self.startEdit.day(), self._shown
        if moved is not None and shown is not None and self.endEdit.day() == shown[1]:
            self.endEdit.set_day(end_after_move(*shown, moved, uk_today()))
        self._keep_dates()

    def _keep_dates(self) -> None:
        """Keep the days with the draft, once they can be meant."""
        self._say_days()
        start, end = self.startEdit.day(), self.endEdit.day()
        if start is not None and end is not None and start <= end:
            self._shown = (start, end)
            self._sheet.set_dates(start, end)

    def _say_days(self) -> None:
        """Say below the days what is wrong with them."""
        start, end = self.startEdit.day(), self.endEdit.day()
        blank = tr("Please give a date.")
        self._start_trouble.say("" if start else self.startEdit.problem() or blank)
        reversed_days = start is not None and end is not None and end < start
        order = tr("The works cannot end before they start.") if reversed_days else ""
        self._end_trouble.say(order if end else self.endEdit.problem() or blank)

    def _started(self) -> None:
        self.findButton.setEnabled(False)
        self.statement.setText(tr("Asking Street Manager …"))

    def _found(self, report: Report) -> None:
        self.findButton.setEnabled(not self._clashing.asking)
        lines = [self._clashing.statement, *set_apart(self._settings)]
        self.statement.setText("\n".join(lines))
        self.statement.setToolTip("\n".join(rule.said() for rule in report.rules))
        self.clashTree.show_report(report)
        self.parts.show()

    def _show_verdict(self) -> None:
        current = self.clashTree.current
        self.chooseLabel.setVisible(current is None)
        self.verdictForm.show_for(None if current is None else current.other)

    def _show_place(self, one: Encounter) -> None:
        attempt(lambda: self._zoom_to(one), self._clashing.trouble.emit)

    def _zoom_to(self, one: Encounter) -> None:
        pair = one.findings[0].pair
        if pair.other_shape is None:  # it is on the same street, wherever
            self._highlight.zoom_to(pair.our_shape)
        else:
            self._highlight.zoom_to_both(pair.other_shape, pair.our_shape, one.meeting_place)
