"""A table of records that is worked with by keyboard as well as by mouse."""

from typing import Optional

from qgis.PyQt.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QContextMenuEvent, QKeyEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableView, QWidget

from ..shared.copy_key import COPY, takes_copy

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListTable(QTableView):
    """Tells of Enter and double-click by `opened`, of Space by `pointed`, of Ctrl+C by `copied`.

    `asked` tells where on the screen a menu for what is selected is wanted: by the other button of
    the mouse, the menu key, or Shift+F10.

    Ctrl+C is kept from QGIS, which would copy features. `recoloured` tells of another theme.
    """

    opened = pyqtSignal(QModelIndex)
    pointed = pyqtSignal()
    copied = pyqtSignal()
    asked = pyqtSignal(QPoint)
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
        elif (
            event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        ):
            self._ask_at_current()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu, by the keyboard at the current row."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self._ask_at_current()
        elif self.indexAt(self.viewport().mapFromGlobal(event.globalPos())).isValid():
            self.asked.emit(event.globalPos())

    def _ask_at_current(self) -> None:
        current = self.currentIndex()
        if current.isValid():
            self._select_current(current)
            self.scrollTo(current)
            place = self.visualRect(current).bottomLeft()
            self.asked.emit(self.viewport().mapToGlobal(place))

    def _select_current(self, current: QModelIndex) -> None:
        if not self.selectionModel().isRowSelected(current.row(), QModelIndex()):
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(current, flags.ClearAndSelect | flags.Rows)
