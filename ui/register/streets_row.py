"""What is known of the streets in view, and how to know more of them."""

from datetime import date
from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from ...plugin.desk.street_map import StreetMap
from ...plugin.live.streets_known import StreetsKnown
from ...plugin.words import tr
from ..shared.ui_file import load_form


class StreetsRow(QWidget):
    """A part of the “Map” panel. `wanted` asks for the streets in view."""

    wanted = pyqtSignal()

    statement: QLabel
    findButton: QPushButton
    cancelButton: QPushButton
    layerButton: QPushButton
    progressBar: QProgressBar

    def __init__(self, streets: StreetMap, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self.findButton.clicked.connect(self.wanted)
        self.cancelButton.clicked.connect(streets.cancel)
        streets.started.connect(lambda: self._busy(True))
        streets.progress.connect(self._progress)
        streets.ended.connect(lambda: self._busy(False))
        streets.known.connect(self._state)
        self.statement.setText(tr("Streets: none looked up here"))
        self._busy(False)

    def _state(self, known: StreetsKnown) -> None:
        self.statement.setText(known.statement(date.today()))

    def _progress(self, part: float, said: str) -> None:
        self.progressBar.setValue(round(100 * part))
        self.statement.setText(said)

    def _busy(self, busy: bool) -> None:
        self.progressBar.setValue(0)
        self.findButton.setVisible(not busy)
        self.cancelButton.setVisible(busy)
        self.progressBar.setVisible(busy)
