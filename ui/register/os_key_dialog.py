"""Asks for the key to Ordnance Survey's maps."""

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QWidget

from ...plugin.desk.basemap_choice import BasemapChoice
from ...plugin.errors import StreetWorksError
from ...plugin.words import tr
from ..shared.ui_file import load_form
from ..shared.windows import size_window


class OsKeyDialog(QDialog):
    """Has a key kept by QGIS, or removed from there; the key that is kept is not shown.

    `kept` says that there is a new one.
    """

    kept = pyqtSignal()

    keyEdit: QLineEdit
    premiumBox: QCheckBox
    problem: QLabel
    buttons: QDialogButtonBox

    def __init__(self, choice: BasemapChoice, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        size_window(self, 60, 14)
        self._choice = choice
        self.premiumBox.setChecked(choice.key.premium)
        self.problem.hide()
        if choice.key.there:
            self.keyEdit.setPlaceholderText(tr("A key is kept. Type another one in its place."))
            forget = self.buttons.addButton(
                tr("&Remove the key"), QDialogButtonBox.ButtonRole.DestructiveRole
            )
            forget.clicked.connect(self._forget)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        self.keyEdit.setFocus()

    def _save(self) -> None:
        key = self.keyEdit.text().strip()
        if not key or any(not letter.isprintable() or letter.isspace() for letter in key):
            self._say(tr("Please type the key: letters and digits, as the OS Data Hub shows it."))
            return
        try:
            self._choice.key.remember(key, premium=self.premiumBox.isChecked())
        except StreetWorksError as error:
            self._say(str(error))
            return
        self.keyEdit.clear()
        self.kept.emit()
        self.accept()

    def _forget(self) -> None:
        self._choice.forget_key()
        self.accept()

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.show()
        self.keyEdit.setFocus()
