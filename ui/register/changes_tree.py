"""A tree of what changed, grouped by what became of the records."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Optional

from qgis.PyQt.QtCore import QEvent, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent, QPalette
from qgis.PyQt.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from ...plugin.live.changes.groups import RecordChange
from ...plugin.live.changes.in_words import GROUPS, told, what_title
from ...plugin.live.standing import moment
from ...plugin.live.store.changes import What
from ...plugin.trade.kinds import title
from ...plugin.words import tr

NOT_SEEN = "●"
_ROLE = Qt.ItemDataRole.UserRole
_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MUTED = 0.65  # of the text's colour, the rest is the ground's: still 5 to 1


class ChangesTree(QTreeWidget):
    """Shows changes; those not seen are bold and have a mark. Enter and double-click open one.

    `recoloured` tells of another theme, in which they have to be shown anew.
    """

    opened = pyqtSignal(object)  # RecordChange
    recoloured = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setHeaderLabels(
            [tr("Reference"), tr("Promoter"), tr("What changed"), tr("Noticed"), tr("Kind")]
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setAlternatingRowColors(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(True)
        self.setAccessibleName(tr("What changed"))
        self.setAccessibleDescription(
            tr("Enter shows the place of a change on the map and opens the details.")
        )
        self.itemDoubleClicked.connect(lambda item, _column: self._open(item))

    def show_changes(self, changes: Sequence[RecordChange], today: date) -> None:
        """Show `changes`; groups that were closed stay so, and what was current does."""
        closed, current = self._closed(), self._key(self.currentItem())
        down = self.verticalScrollBar().value()
        first = not self.topLevelItemCount()
        self.clear()
        for what in GROUPS:
            some = [one for one in changes if one.what is what]
            if some:
                group = self._group(what, some)
                self.addTopLevelItem(group)
                group.addChildren([self._line(one, today) for one in some])
                group.setExpanded(what not in closed)
                self._be_at(group, current)
        if first and self.topLevelItemCount():
            for column in range(self.columnCount()):
                self.resizeColumnToContents(column)
        self.verticalScrollBar().setValue(down)

    def selected_changes(self) -> tuple[RecordChange, ...]:
        """Return what is selected; a selected group stands for all that is in it."""
        found: dict[int, RecordChange] = {}
        for item in self.selectedItems():
            lines = [item.child(row) for row in range(item.childCount())] or [item]
            for change in (line.data(0, _ROLE) for line in lines):
                found[change.changes[-1].id] = change
        return tuple(found.values())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tell of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.recoloured.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Open the current change, or a group; all else is the tree's own."""
        item = self.currentItem()
        if item is None or event.key() not in _ENTER:
            super().keyPressEvent(event)
        elif item.childCount():
            item.setExpanded(not item.isExpanded())
        else:
            self._open(item)

    def _open(self, item: QTreeWidgetItem) -> None:
        if not item.childCount():
            self.opened.emit(item.data(0, _ROLE))

    def _group(self, what: What, changes: Sequence[RecordChange]) -> QTreeWidgetItem:
        unseen = sum(not one.seen for one in changes)
        text = tr("{what} ({n:,})").format(what=what_title(what), n=len(changes))
        if unseen:
            text = tr("{what} ({n:,}, {unseen:,} not seen)").format(
                what=what_title(what), n=len(changes), unseen=unseen
            )
        item = QTreeWidgetItem([text])
        item.setData(0, _ROLE, what)
        item.setFirstColumnSpanned(True)
        _embolden(item, bool(unseen), 1)
        return item

    def _line(self, change: RecordChange, today: date) -> QTreeWidgetItem:
        name = change.reference or title(change.kind)
        words = told(change, today)
        item = QTreeWidgetItem(
            [
                name if change.seen else f"{NOT_SEEN} {name}",
                change.promoter,
                words,
                moment(change.noticed, today),
                title(change.kind),
            ]
        )
        item.setData(0, _ROLE, change)
        item.setData(0, _SPOKEN, name if change.seen else tr("{name}, not seen").format(name=name))
        item.setToolTip(2, words)
        _embolden(item, not change.seen, self.columnCount())
        if change.seen:
            for column in range(self.columnCount()):
                item.setForeground(column, muted_colour(self.palette()))
        return item

    def _closed(self) -> set[What]:
        groups = [self.topLevelItem(row) for row in range(self.topLevelItemCount())]
        return {group.data(0, _ROLE) for group in groups if not group.isExpanded()}

    def _key(self, item: Optional[QTreeWidgetItem]) -> Any:
        """Return what an item is known by when the tree is shown anew."""
        if item is None or item.childCount():
            return None if item is None else item.data(0, _ROLE)
        return item.data(0, _ROLE).changes[-1].id

    def _be_at(self, group: QTreeWidgetItem, key: Any) -> None:
        for item in (group, *(group.child(row) for row in range(group.childCount()))):
            if key is not None and self._key(item) == key:
                self.setCurrentItem(item)


def muted_colour(palette: QPalette) -> QColor:
    """Return a colour between the text's and the ground's that can still be read."""
    text, ground = (
        palette.color(role) for role in (QPalette.ColorRole.Text, QPalette.ColorRole.Base)
    )
    return QColor.fromRgbF(
        *(
            _MUTED * of_text + (1 - _MUTED) * of_ground
            for of_text, of_ground in zip(text.getRgbF()[:3], ground.getRgbF()[:3])
        )
    )


def _embolden(item: QTreeWidgetItem, bold: bool, columns: int) -> None:
    for column in range(columns):
        font = item.font(column)
        font.setBold(bold)
        item.setFont(column, font)
