"""The planner's own layers, to be ticked where they are to be checked against."""

from collections.abc import Iterable
from typing import Optional

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QListWidget, QListWidgetItem, QWidget

_ROLE = Qt.ItemDataRole.UserRole


class LayersList(QListWidget):
    """Lists layers; what was ticked stays so as others come and go."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)

    def ticked(self) -> list[str]:
        """Return the ids of the layers that are ticked."""
        rows = (self.item(row) for row in range(self.count()))
        return [row.data(_ROLE) for row in rows if row.checkState() == Qt.CheckState.Checked]

    def show_layers(self, layers: Iterable[QgsVectorLayer]) -> None:
        """List these layers."""
        ticked = set(self.ticked())
        self.clear()
        for layer in layers:
            item = QListWidgetItem(layer.name())
            item.setData(_ROLE, layer.id())
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = layer.id() in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.addItem(item)
