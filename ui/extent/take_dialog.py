"""Where the planner picks one of the shapes that a file offers."""

from collections.abc import Sequence
from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ...plugin.extents.typed import LINE, POINT, POLYGON
from ...plugin.map.take import MOST_OFFERED, Offered
from ...plugin.words import tr
from ..shared.ui_file import load_form
from ..shared.windows import size_window

_ROLE = Qt.ItemDataRole.UserRole


class TakeDialog(QDialog):
    """Lists shapes with their names, kinds and sizes; `chosen` is the one that was picked."""

    findLabel: QLabel
    findEdit: QLineEdit
    shapesTree: QTreeWidget
    statement: QLabel
    buttons: QDialogButtonBox

    def __init__(self, offered: Sequence[Offered], parent: Optional[QWidget] = None) -> None:
        """`offered` are the shapes of a file, as `take.from_file` lists them."""
        super().__init__(parent)
        load_form(self, __file__)
        size_window(self, 80, 25)
        self._accept = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._accept.setText(tr("Take this shape"))
        for number, shape in enumerate(offered):
            size = shape.problem or shape.size
            item = QTreeWidgetItem([shape.label, _kind_word(shape.kind), size])
            item.setData(0, _ROLE, number)
            self.shapesTree.addTopLevelItem(item)
        self._offered = tuple(offered)
        header = self.shapesTree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.findEdit.textChanged.connect(self._filter)
        self.shapesTree.currentItemChanged.connect(lambda *_: self._offer())
        self.shapesTree.itemDoubleClicked.connect(lambda *_: self.accept())
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._filter("")
        self.shapesTree.setFocus()

    @property
    def chosen(self) -> Optional[Offered]:
        """The shape that is picked now; None when there is none, or it cannot be taken."""
        item = self.shapesTree.currentItem()
        if item is None or item.isHidden():
            return None
        shape = self._offered[item.data(0, _ROLE)]
        return None if shape.problem else shape

    def accept(self) -> None:
        """Close, if a shape is picked."""
        if self.chosen is not None:
            super().accept()

    def _filter(self, text: str) -> None:
        """List the shapes with all words of `text` in their rows, and pick the first of them."""
        words = text.casefold().split()
        shown = []
        for row in range(self.shapesTree.topLevelItemCount()):
            item = self.shapesTree.topLevelItem(row)
            columns = " ".join(item.text(column) for column in range(3)).casefold()
            item.setHidden(not all(word in columns for word in words))
            if not item.isHidden():
                shown.append(item)
        current = self.shapesTree.currentItem()
        if shown and (current is None or current.isHidden()):
            self.shapesTree.setCurrentItem(shown[0])
        self._state(len(shown))
        self._offer()

    def _state(self, shown: int) -> None:
        text = tr("{n} of {all} shapes are listed.").format(n=shown, all=len(self._offered))
        if len(self._offered) == MOST_OFFERED:
            limit = tr("Of a file only the first {most} are offered.").format(most=MOST_OFFERED)
            text = f"{text} {limit}"
        self.statement.setText(text)

    def _offer(self) -> None:
        self._accept.setEnabled(self.chosen is not None)


def _kind_word(kind: str) -> str:
    return {POINT: tr("point"), LINE: tr("line"), POLYGON: tr("area")}.get(kind, "")
