"""The offer on the panel, made once, to let QGIS itself convert by OSTN15."""

from typing import Optional

from qgis.PyQt.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from ...plugin.errors import StreetWorksError
from ...plugin.settings import Settings
from ...plugin.transforms.converting import Converting
from ...plugin.transforms.standing import restart_due, standing
from ...plugin.words import tr
from ..shared.ui_file import load_form


class Ostn15Offer(QFrame):
    """Stands there while QGIS has no OSTN15 and nobody has said no; then says what came of it."""

    textLabel: QLabel
    makeButton: QPushButton
    closeButton: QPushButton

    def __init__(
        self, converting: Converting, settings: Settings, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._converting = converting
        self._settings = settings
        self.makeButton.clicked.connect(lambda: converting.make())
        self.closeButton.clicked.connect(lambda: self._close())
        converting.changed.connect(self._show)
        converting.trouble.connect(self._tell)
        self._open = not settings.ostn15_offered and not converting.is_there
        self.setVisible(self._open)

    def wait(self, welcome: bool) -> None:
        """Give way to the welcome while it stands above: one thing is asked at a time."""
        self.setVisible(self._open and not welcome)

    def _show(self) -> None:
        """Show that the file is being made, or that QGIS converts by it."""
        busy = self._converting.busy
        self.makeButton.setEnabled(not busy)
        if busy:
            self.textLabel.setText(tr("The file is being made …"))
        elif self._converting.is_there:
            self.textLabel.setText(f"{standing().told()} {restart_due()}")
            self.makeButton.hide()
            self.closeButton.setText(tr("Close"))
            self.closeButton.setShortcut("Alt+6")  # Qt forgets it with another text
            self._settings.ostn15_offered = True

    def _tell(self, error: StreetWorksError) -> None:
        self.textLabel.setText(str(error))

    def _close(self) -> None:
        self._settings.ostn15_offered = True
        self._open = False
        self.hide()
