"""Where the planner chooses the map that lies below everything."""

from functools import partial
from typing import Optional

from qgis.core import QgsProviderRegistry
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QLabel, QMenu, QToolButton, QWidget

from ...plugin.desk.basemap_choice import NONE, OWN, BasemapChoice
from ...plugin.map.basemap.source import Source, of_file
from ...plugin.words import tr
from ..shared.one_dialog import OneDialog
from ..shared.trouble import attempt
from ..shared.ui_file import load_form
from ..shared.windows import outermost
from .browse_dialog import BrowseDialog
from .os_key_dialog import OsKeyDialog


class BasemapRow(QWidget):
    """Offers all backgrounds, and says what there is to know of the chosen one.

    What opens a dialog is in the menu of the button, as the arrow keys go through the box.
    """

    trouble = pyqtSignal(object)

    basemapLabel: QLabel
    basemapCombo: QComboBox
    otherButton: QToolButton
    note: QLabel

    def __init__(self, choice: BasemapChoice, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._choice = choice
        self.asking: OneDialog[OsKeyDialog] = OneDialog()
        self.browsing: OneDialog[BrowseDialog] = OneDialog()
        self.menu = QMenu(self.otherButton)
        self.menu.aboutToShow.connect(self._fill_menu)
        self.otherButton.setMenu(self.menu)
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
        combo, offered = self.basemapCombo, self._offered()
        there = {combo.itemData(row): combo.itemText(row) for row in range(combo.count())}
        if offered != there:  # else the list may be open
            combo.clear()
            for key, name in offered.items():
                combo.addItem(name, key)
        combo.setCurrentIndex(combo.findData(self._choice.chosen))

    def _offered(self) -> dict[str, str]:
        """Return the names of what can be chosen, by their keys; what is chosen is among them."""
        choice = self._choice
        offered = {} if choice.chosen else {"": tr("Not chosen yet")}
        offered |= {NONE: tr("None"), **choice.offered()}
        if choice.own is not None:
            offered[OWN] = choice.own.name
        return offered if choice.chosen in offered else {choice.chosen: choice.name, **offered}

    def _fill_menu(self) -> None:
        menu, choice = self.menu, self._choice
        menu.clear()
        if choice.key.there:
            menu.addAction(tr("&Key to the OS Data Hub …"), partial(self._ask, choice.chosen))
        else:
            for key, name in choice.of_ordnance_survey().items():
                menu.addAction(tr("{name} …").format(name=name), partial(self._ask, key))
        menu.addSeparator()
        for path, name in choice.services().items():
            menu.addAction(tr("{name}: a layer …").format(name=name), partial(self._browse, path))
        menu.addAction(tr("A &layer from QGIS's browser …"), partial(self._browse, ""))
        menu.addAction(tr("A &file …"), self._choose_file)

    def _activated(self, row: int) -> None:
        key = self.basemapCombo.itemData(row)
        if key:
            self._choice.choose(key)

    def close_down(self) -> None:
        """Take the dialogs away, if one is open."""
        self.asking.close_down()
        self.browsing.close_down()

    def _ask(self, wanted: str) -> None:
        """Ask for a key, and show the background `wanted` once there is one."""
        if not self.asking.bring_forward():
            dialog = OsKeyDialog(self._choice, outermost(self))
            dialog.kept.connect(lambda: self._choice.choose(wanted))
            self.asking.open(dialog)

    def _browse(self, path: str) -> None:
        """Let the planner pick a layer, beginning at a place of QGIS's browser."""
        if not self.browsing.bring_forward():
            dialog = BrowseDialog(path, outermost(self))
            dialog.accepted.connect(lambda: self._take(dialog.source))
            self.browsing.open(dialog)

    def _take(self, source: Source) -> None:
        attempt(lambda: self._choice.choose_own(source), self.trouble.emit)

    def _choose_file(self) -> None:
        registry = QgsProviderRegistry.instance()
        filters = f"{registry.fileRasterFilters()};;{registry.fileVectorFilters()}"
        path, _filter = QFileDialog.getOpenFileName(
            self.window(), tr("A file as the background"), "", filters
        )
        if path:
            self._take(of_file(path))
