"""A table of records that is worked with by keyboard as well as by mouse."""

from typing import Optional

from qgis.PyQt.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableView, QWidget

from ..shared.copy_key import COPY, takes_copy

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListTable(QTableView):
    """Tells of Enter and double-click by `opened`, of Space by `pointed`, of Ctrl+C by `copied`.

    Ctrl+C is kept from QGIS, which would copy features. `recoloured` tells of another theme.
    """

    opened = pyqtSignal(QModelIndex)
    pointed = pyqtSignal()
    copied = pyqtSignal()
    recoloured = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setSectionsMovable(True)
        across.setHighlightSections(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self.opened)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+C from QGIS's own action."""
        return takes_copy(event) or bool(super().event(event))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.recoloured.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open, point out or copy; all else is the table's own."""
        current = self.currentIndex()
        if event.matches(COPY):
            self.copied.emit()
        elif event.key() in _ENTER and current.isValid():
            self.opened.emit(current)
        elif event.key() == Qt.Key.Key_Space and current.isValid():
            self._select_current(current)
            self.pointed.emit()
        else:
            super().keyPressEvent(event)

    def _select_current(self, current: QModelIndex) -> None:
        if not self.selectionModel().isRowSelected(current.row(), QModelIndex()):
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(current, flags.ClearAndSelect | flags.Rows)
