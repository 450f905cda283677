"""Where the planner says which fields of a layer of his tell its days and its category."""

from typing import Optional

from qgis.core import QgsVectorLayer
from qgis.gui import QgsFieldComboBox
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QWidget

from ...plugin.desk.layer_fields import LayerFields, choose_fields, fields_of
from ...plugin.words import tr
from ..shared.ui_file import load_form
from ..shared.windows import size_window


class LayerDialog(QDialog):
    """Keeps what is chosen with the layer when it is accepted."""

    explanation: QLabel
    startCombo: QgsFieldComboBox
    endCombo: QgsFieldComboBox
    categoryCombo: QgsFieldComboBox
    wordEdit: QLineEdit
    buttons: QDialogButtonBox

    def __init__(self, layer: QgsVectorLayer, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        size_window(self, 48, 15)
        self._layer = layer
        self.setWindowTitle(tr("Dates of “{layer}”").format(layer=layer.name()))
        chosen = fields_of(layer)
        for combo, field in (
            (self.startCombo, chosen.start),
            (self.endCombo, chosen.end),
            (self.categoryCombo, chosen.category),
        ):
            combo.setAllowEmptyFieldName(True)
            combo.setLayer(layer)
            combo.setField(field)
        self.wordEdit.setText(chosen.word)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def accept(self) -> None:
        """Keep what is chosen, and close."""
        choose_fields(
            self._layer,
            LayerFields(
                self.startCombo.currentField(),
                self.endCombo.currentField(),
                self.categoryCombo.currentField(),
                self.wordEdit.text().strip(),
            ),
        )
        super().accept()
