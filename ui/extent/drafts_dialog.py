"""The drafts that are kept: each can be opened, renamed, copied for other works, thrown away."""

from datetime import datetime, timezone
from typing import Callable, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ...plugin.desk.kept_drafts import KeptDrafts
from ...plugin.drafts import Draft
from ...plugin.errors import StreetWorksError
from ...plugin.words import tr
from ..shared.trouble import attempt
from ..shared.ui_file import load_form
from ..shared.windows import size_window
from .words import age_of, draft_days, draft_name, draft_street

_ROLE = Qt.ItemDataRole.UserRole
_NAME = 0


class DraftsDialog(QDialog):
    """Lists the drafts with street, days and age, the one changed last first.

    Several can be chosen, to be applied for by one form: `several` carries them.
    """

    several = pyqtSignal(object)  # list[Draft]

    draftsTree: QTreeWidget
    emptyLabel: QLabel
    renameButton: QPushButton
    duplicateButton: QPushButton
    applyButton: QPushButton
    throwButton: QPushButton
    saidLabel: QLabel
    undoButton: QPushButton
    buttons: QDialogButtonBox

    def __init__(self, drafts: KeptDrafts, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        size_window(self, 90, 22)
        self._drafts = drafts
        self.openButton = self.buttons.button(QDialogButtonBox.StandardButton.Open)
        self.openButton.setText(tr("&Open"))
        self.openButton.setDefault(True)
        header = self.draftsTree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
        self._add_action(tr("Rename"), "F2", self._edit_name)
        self._add_action(tr("Throw away"), "Del", self._ask)
        self._connect()
        self._list()
        self._say("")
        self.draftsTree.setFocus()

    def _add_action(self, text: str, keys: str, act: Callable[[], None]) -> None:
        """Let `keys` do something where the focus is on the list, and offer it on a right click."""
        action = QAction(text, self.draftsTree)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda: act())
        self.draftsTree.addAction(action)

    def _connect(self) -> None:
        self.draftsTree.itemSelectionChanged.connect(self._offer)
        self.draftsTree.itemDoubleClicked.connect(lambda *_: self._open())
        self.draftsTree.itemChanged.connect(self._rename)
        self.buttons.accepted.connect(self._open)
        self.buttons.rejected.connect(self.reject)
        self.renameButton.clicked.connect(self._edit_name)
        self.duplicateButton.clicked.connect(self._duplicate)
        self.applyButton.clicked.connect(self._apply)
        self.throwButton.clicked.connect(self._ask)
        self.undoButton.clicked.connect(self._undo)

    # ---- the list ----

    def _list(self, chosen: str = "") -> None:
        """List what is kept; the draft with the id `chosen` becomes the current one."""
        try:
            drafts = self._drafts.all()
        except StreetWorksError as error:
            self._say(str(error))
            return
        now = datetime.now(timezone.utc)
        self.draftsTree.blockSignals(True)
        self.draftsTree.clear()
        for draft in drafts:
            age = age_of(draft.updated, now)
            if self._drafts.on_desk(draft):
                age = tr("{age}, on the map now").format(age=age)
            item = QTreeWidgetItem([draft_name(draft), draft_street(draft), draft_days(draft), age])
            item.setData(_NAME, _ROLE, draft)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.draftsTree.addTopLevelItem(item)
            if draft.id == chosen or self.draftsTree.currentItem() is None:
                self.draftsTree.setCurrentItem(item)
        self.draftsTree.blockSignals(False)
        self.draftsTree.setVisible(bool(drafts))
        self.emptyLabel.setVisible(not drafts)
        self._offer()

    @property
    def _current(self) -> Optional[Draft]:
        item = self.draftsTree.currentItem()
        return None if item is None else item.data(_NAME, _ROLE)

    @property
    def _chosen(self) -> list[Draft]:
        items = map(self.draftsTree.topLevelItem, range(self.draftsTree.topLevelItemCount()))
        return [item.data(_NAME, _ROLE) for item in items if item.isSelected()]

    def _offer(self) -> None:
        there, several = self._current is not None, len(self._chosen) > 1
        of_new_works = not any(one.kind for one in self._chosen)  # no extents of forms
        self.applyButton.setEnabled(several and of_new_works)
        for button in (self.openButton, self.renameButton, self.duplicateButton, self.throwButton):
            button.setEnabled(there and not several)

    def _say(self, text: str, *, may_undo: bool = False) -> None:
        self.saidLabel.setText(text)
        self.saidLabel.setVisible(bool(text))
        self.undoButton.setVisible(may_undo)

    def _tell(self, error: StreetWorksError) -> None:
        """Say why something could not be done."""
        self._say(str(error))

    # ---- what is done to a draft ----

    def _open(self) -> None:
        draft = self._current
        if draft is not None and attempt(lambda: self._drafts.open(draft), self._tell):
            self.accept()

    def _apply(self) -> None:
        chosen = self._chosen
        self.accept()
        self.several.emit(chosen)

    def _edit_name(self) -> None:
        item = self.draftsTree.currentItem()
        if item is not None:
            self.draftsTree.editItem(item, _NAME)

    def _rename(self, item: QTreeWidgetItem, _column: int) -> None:
        draft, name = item.data(_NAME, _ROLE), item.text(_NAME).strip()
        if name != draft_name(draft):
            try:
                draft = self._drafts.rename(draft, name)
            except StreetWorksError as error:
                self._say(str(error))
        self.draftsTree.blockSignals(True)
        item.setData(_NAME, _ROLE, draft)
        item.setText(_NAME, draft_name(draft))
        self.draftsTree.blockSignals(False)

    def _duplicate(self) -> None:
        draft = self._current
        if draft is None:
            return
        name = tr("Copy of {name}").format(name=draft_name(draft))

        def copy() -> None:
            self._list(self._drafts.duplicate(draft, name).id)

        attempt(copy, self._tell)
        self.draftsTree.setFocus()

    def _ask(self) -> None:
        """Ask before a draft is thrown away."""
        draft = self._current
        if draft is None:
            return
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.windowTitle(),
            tr("Throw the draft “{name}” away? Its drawing and its answers go with it.").format(
                name=draft_name(draft)
            ),
            QMessageBox.StandardButton.NoButton,
            self,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        keep = box.addButton(tr("Keep it"), QMessageBox.ButtonRole.RejectRole)
        throw = box.addButton(tr("&Throw away"), QMessageBox.ButtonRole.DestructiveRole)
        throw.clicked.connect(lambda: self._throw_away(draft))
        box.setDefaultButton(keep)
        box.setEscapeButton(keep)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _throw_away(self, draft: Draft) -> None:
        if attempt(lambda: self._drafts.throw_away(draft), self._tell):
            said = tr("The draft “{name}” was thrown away.").format(name=draft_name(draft))
            self._say(said, may_undo=True)
            self._list()
            self.undoButton.setFocus()

    def _undo(self) -> None:
        def bring_back() -> None:
            draft = self._drafts.undo()
            self._list("" if draft is None else draft.id)

        if attempt(bring_back, self._tell):
            self._say("")
            self.draftsTree.setFocus()
