"""The planner's own layers, to be ticked where they are to be checked against."""

from collections.abc import Iterable
from typing import Optional

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ...plugin.words import tr

_ROLE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LayersList(QListWidget):
    """Lists layers; what was ticked stays so as others come and go.

    `opened` carries the id of one that was double-clicked, or taken with Enter; `changed` says that
    others are ticked than before.
    """

    opened = pyqtSignal(str)
    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._ticked: list[str] = []
        self.setAccessibleDescription(
            tr("Space ticks a layer, Enter says which of its fields tell the dates.")
        )
        self.itemChanged.connect(lambda _item: self._tell_of_ticks())
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(item.data(_ROLE)))

    def ticked(self) -> list[str]:
        """Return the ids of the layers that are ticked."""
        rows = (self.item(row) for row in range(self.count()))
        return [row.data(_ROLE) for row in rows if row.checkState() == Qt.CheckState.Checked]

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the current one; all else is the list's own."""
        item = self.currentItem()
        if item is not None and event.key() in _ENTER:
            self.opened.emit(item.data(_ROLE))
        else:
            super().keyPressEvent(event)

    def show_layers(self, layers: Iterable[QgsVectorLayer]) -> None:
        """List these layers."""
        ticked = set(self.ticked())
        self.clear()
        for layer in layers:
            item = QListWidgetItem(layer.name())
            item.setData(_ROLE, layer.id())
            item.setToolTip(tr("Enter or a double-click chooses the fields of its dates"))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = layer.id() in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.addItem(item)
        self._tell_of_ticks()

    def _tell_of_ticks(self) -> None:
        before, self._ticked = self._ticked, self.ticked()
        if sorted(before) != sorted(self._ticked):
            self.changed.emit()
