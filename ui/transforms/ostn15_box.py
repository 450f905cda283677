"""In QGIS's options: how QGIS itself converts, a button to put that right, one to take it back."""

from typing import Optional

from qgis.PyQt.QtWidgets import QGroupBox, QLabel, QPushButton, QWidget

from ...plugin.errors import StreetWorksError
from ...plugin.transforms.converting import Converting
from ...plugin.transforms.standing import restart_due, standing
from ...plugin.words import tr
from ..shared.ui_file import load_form


class Ostn15Box(QGroupBox):
    """Says how QGIS converts; what its buttons do counts at once, not with the options' OK."""

    statusLabel: QLabel
    makeButton: QPushButton
    removeButton: QPushButton

    def __init__(self, converting: Converting, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._converting = converting
        self.makeButton.clicked.connect(lambda: converting.make())
        self.removeButton.clicked.connect(lambda: converting.take_away())
        converting.changed.connect(self._show)
        converting.trouble.connect(self._tell)
        self._show()

    def _show(self) -> None:
        """Show how it stands now."""
        busy = self._converting.busy
        now = standing()
        restart = [restart_due()] if self._converting.restart_due else []
        said = tr("The file is being made …") if busy else " ".join([now.told(), *restart])
        self.statusLabel.setText(said)
        self.makeButton.setEnabled(not busy and not now.exact and not now.foreign)
        self.removeButton.setEnabled(not busy and now.ours)

    def _tell(self, error: StreetWorksError) -> None:
        self.statusLabel.setText(str(error))
