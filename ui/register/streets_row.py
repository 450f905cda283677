"""What is known of the streets in view, and how to know more of them."""

from datetime import date
from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from ...plugin.desk.own_streets import OwnStreets
from ...plugin.desk.street_map import StreetMap
from ...plugin.live.streets_known import StreetsKnown
from ...plugin.words import tr
from ..shared.ui_file import load_form


class StreetsRow(QWidget):
    """A part of the “Map” panel.

    `wanted` asks for the streets in view, `layer_wanted` for a layer of the planner's own.
    """

    wanted = pyqtSignal()
    layer_wanted = pyqtSignal()

    statement: QLabel
    findButton: QPushButton
    cancelButton: QPushButton
    layerButton: QPushButton
    progressBar: QProgressBar

    def __init__(
        self, streets: StreetMap, own: OwnStreets, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._own = own
        self._known = tr("Streets: none looked up here")
        own.changed.connect(self._say)
        self.layerButton.clicked.connect(self.layer_wanted)
        self.findButton.clicked.connect(self.wanted)
        self.cancelButton.clicked.connect(streets.cancel)
        streets.started.connect(lambda: self._busy(True))
        streets.progress.connect(self._progress)
        streets.ended.connect(lambda: self._busy(False))
        streets.known.connect(self._state)
        self._busy(False)

    def _state(self, known: StreetsKnown) -> None:
        self._known = known.statement(date.today())
        self._say()

    def _say(self) -> None:
        layer = self._own.layer
        own = "" if layer is None else tr("Streets: your layer “{name}”").format(name=layer.name())
        self.statement.setText(own or self._known)
        self.findButton.setEnabled(not own)

    def _progress(self, part: float, said: str) -> None:
        self.progressBar.setValue(round(100 * part))
        self.statement.setText(said)

    def _busy(self, busy: bool) -> None:
        self.progressBar.setValue(0)
        self.findButton.setVisible(not busy)
        self.cancelButton.setVisible(busy)
        self.progressBar.setVisible(busy)
        self._say()
