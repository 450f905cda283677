"""Where the planner says which layer is that of streets, and which field has their numbers."""

from typing import Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsFieldComboBox
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QWidget

from ...plugin.desk.own_streets import OwnStreets
from ...plugin.map.street_fields import line_layers, name_field, usrn_field
from ...plugin.words import tr
from ..shared.ui_file import load_form

_LIKELY = {"usrn": ("usrn",), "name": ("name", "descriptor", "street")}


class StreetLayerDialog(QDialog):
    """Takes the layer that is chosen when it is accepted, or none."""

    layerCombo: QComboBox
    usrnCombo: QgsFieldComboBox
    nameCombo: QgsFieldComboBox
    drawBox: QCheckBox
    buttons: QDialogButtonBox

    def __init__(
        self, own: OwnStreets, project: QgsProject, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._own = own
        self._project = project
        self.layerCombo.addItem(tr("None: what Street Manager tells"), "")
        for layer in sorted(line_layers(project), key=lambda one: str(one.name()).casefold()):
            self.layerCombo.addItem(layer.name(), layer.id())
        self.nameCombo.setAllowEmptyFieldName(True)
        self.layerCombo.currentIndexChanged.connect(lambda _row: self._show_fields())
        self.usrnCombo.fieldChanged.connect(lambda _field: self._offer())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        chosen = own.layer
        if chosen is not None:
            self.layerCombo.setCurrentIndex(self.layerCombo.findData(chosen.id()))
        self._show_fields()

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer that is chosen in the list, or None."""
        found: Optional[QgsVectorLayer] = self._project.mapLayer(self.layerCombo.currentData())
        return found

    def accept(self) -> None:
        """Take what is chosen, and close."""
        self._own.choose(
            self.layer,
            self.usrnCombo.currentField(),
            self.nameCombo.currentField(),
            drawn=self.drawBox.isChecked(),
        )
        super().accept()

    def _show_fields(self) -> None:
        """Offer the fields of the layer, those that were chosen or are likely to be meant first."""
        layer = self.layer
        for combo, chosen, likely in (
            (self.usrnCombo, usrn_field, _LIKELY["usrn"]),
            (self.nameCombo, name_field, _LIKELY["name"]),
        ):
            combo.setLayer(layer)
            combo.setField("" if layer is None else chosen(layer) or _likely(layer, likely))
        self._offer()

    def _offer(self) -> None:
        there = self.layer is not None
        for widget in (self.usrnCombo, self.nameCombo, self.drawBox):
            widget.setEnabled(there)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(not there or bool(self.usrnCombo.currentField()))


def _likely(layer: QgsVectorLayer, words: tuple[str, ...]) -> str:
    names = [field.name() for field in layer.fields()]
    return next((one for word in words for one in names if word in one.lower()), "")
