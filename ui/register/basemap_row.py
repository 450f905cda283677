"""Where the planner chooses the map that lies below everything."""

from typing import Optional

from qgis.core import QgsProviderRegistry
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QLabel, QWidget

from ...plugin.desk.basemap_choice import NONE, OWN, BasemapChoice
from ...plugin.errors import StreetWorksError
from ...plugin.map.basemap.source import of_file
from ...plugin.words import tr
from ..shared.one_dialog import OneDialog
from ..shared.ui_file import load_form
from .os_key_dialog import OsKeyDialog

_FILE, _KEY = "a file", "a key"


class BasemapRow(QWidget):
    """Offers all backgrounds, and says what there is to know of the chosen one."""

    trouble = pyqtSignal(object)

    basemapLabel: QLabel
    basemapCombo: QComboBox
    note: QLabel

    def __init__(self, choice: BasemapChoice, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._choice = choice
        self.asking: OneDialog[OsKeyDialog] = OneDialog()
        self.basemapCombo.activated.connect(self._activated)
        choice.changed.connect(self.show_choice)
        self.show_choice()

    def show_choice(self) -> None:
        """Show what is chosen, and say what there is to know of it."""
        self._fill()
        said = self._choice.said
        self.note.setText(said)
        self.note.setVisible(bool(said))

    def _fill(self) -> None:
        combo, choice = self.basemapCombo, self._choice
        combo.clear()
        if not choice.chosen:
            combo.addItem(tr("Not chosen yet"), "")
        combo.addItem(tr("None"), NONE)
        for key, name in choice.offered().items():
            combo.addItem(name, key)
        if choice.own is not None:
            combo.addItem(choice.own.name, OWN)
        for key, name in choice.of_ordnance_survey().items():
            combo.addItem(name, key)
        combo.insertSeparator(combo.count())
        combo.addItem(tr("A file …"), _FILE)
        if choice.key.there:
            combo.addItem(tr("Key to the OS Data Hub …"), _KEY)
        if combo.findData(choice.chosen) < 0:
            combo.insertItem(0, choice.name, choice.chosen)
        combo.setCurrentIndex(combo.findData(choice.chosen))

    def _activated(self, row: int) -> None:
        key = self.basemapCombo.itemData(row)
        try:
            if key == _FILE:
                self._choose_file()
            elif key == _KEY:
                self._ask_for_key(self._choice.chosen)
            elif key in self._choice.of_ordnance_survey() and not self._choice.key.there:
                self._ask_for_key(key)
            elif key:
                self._choice.choose(key)
        except StreetWorksError as error:
            self.trouble.emit(error)
        self.show_choice()

    def close_down(self) -> None:
        """Take the dialog away, if it is open."""
        self.asking.close_down()

    def _ask_for_key(self, wanted: str) -> None:
        """Ask for a key, and show the background `wanted` once there is one."""
        if not self.asking.bring_forward():
            dialog = OsKeyDialog(self._choice, self.window())
            dialog.kept.connect(lambda: self._choice.choose(wanted))
            self.asking.open(dialog)

    def _choose_file(self) -> None:
        registry = QgsProviderRegistry.instance()
        filters = f"{registry.fileRasterFilters()};;{registry.fileVectorFilters()}"
        path, _filter = QFileDialog.getOpenFileName(
            self.window(), tr("A file as the background"), "", filters
        )
        if path:
            self._choice.choose_own(of_file(path))
