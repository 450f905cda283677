"""The row of the filter panel where filters are chosen, kept, renamed and deleted by name."""

from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QComboBox, QMenu, QToolButton

from ...plugin.desk.filters import PROFILE, PROJECT, SavedFilter, SavedFilters
from ...plugin.live.finding.filter import Filter
from ...plugin.words import tr
from ..shared.trouble import attempt


class SavedFiltersRow(QObject):
    """Ties a combo box and two buttons to what is kept; `chosen` tells of a filter taken."""

    chosen = pyqtSignal(object)  # Filter
    trouble = pyqtSignal(object)  # StreetWorksError

    def __init__(
        self,
        saved: SavedFilters,
        wanted: Callable[[], Filter],
        combo: QComboBox,
        save: QToolButton,
        delete: QToolButton,
    ) -> None:
        """`wanted` gives the filter that the panel shows now, to be kept."""
        super().__init__(combo)
        self._saved = saved
        self._wanted = wanted
        self._combo = combo
        self._delete = delete
        self._kept: Optional[SavedFilter] = None
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        save.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for button in (save, delete):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.lineEdit().setPlaceholderText(tr("Choose, or type a name"))
        menu = QMenu(save)
        self.with_project = self._action(menu, tr("With the &project"), lambda: self._save(PROJECT))
        self.in_profile = self._action(menu, tr("In m&y profile"), lambda: self._save(PROFILE))
        self.rename = self._action(menu, tr("&Rename the chosen one"), self._rename)
        save.setMenu(menu)
        combo.activated.connect(self._choose)
        combo.editTextChanged.connect(lambda _text: self._offer())
        delete.clicked.connect(lambda: attempt(self._remove, self.trouble.emit))
        saved.changed.connect(self._list)
        saved.current_changed.connect(self._compare)
        self._list()

    def close_down(self) -> None:
        """Listen to what is kept no more."""
        self._saved.changed.disconnect(self._list)
        self._saved.current_changed.disconnect(self._compare)

    def _action(self, menu: QMenu, text: str, act: Callable[[], None]) -> QAction:
        action = QAction(text, menu)
        action.triggered.connect(lambda _checked=False: attempt(act, self.trouble.emit))
        menu.addAction(action)
        return action

    def _list(self) -> None:
        """List what is kept, and show the one that was taken last if it is there still."""
        kept = self._saved.all()
        self._combo.clear()
        for one in kept:
            place = tr("with the project") if one.where == PROJECT else tr("in your profile")
            self._combo.addItem(tr("{name} ({place})").format(name=one.name, place=place), one)
        self._show(next((one for one in kept if self._kept and _same(one, self._kept)), None))

    def _show(self, kept: Optional[SavedFilter]) -> None:
        self._kept = kept
        indices = range(self._combo.count())
        index = next((n for n in indices if self._combo.itemData(n) == kept), -1)
        self._combo.setCurrentIndex(index)
        self._combo.setEditText("" if kept is None else self._title(kept))
        self._offer()

    def _compare(self, _current: Filter) -> None:
        """Show whether the filter that was taken was changed since, unless a name is typed."""
        kept = self._kept
        if kept is not None and self._name == kept.name:
            self._combo.setEditText(self._title(kept))

    def _title(self, kept: SavedFilter) -> str:
        return kept.name if kept.filter == self._saved.current else _changed(kept.name)

    @property
    def _name(self) -> str:
        """The name that stands there."""
        typed, kept = self._combo.currentText(), self._kept
        return kept.name if kept is not None and typed == _changed(kept.name) else typed

    def _choose(self, index: int) -> None:
        kept = self._combo.itemData(index)
        self._show(kept)
        self.chosen.emit(kept.filter)

    def _offer(self) -> None:
        typed = bool(self._combo.currentText().strip())
        self.with_project.setEnabled(typed)
        self.in_profile.setEnabled(typed)
        self.rename.setEnabled(typed and self._kept is not None)
        self._delete.setEnabled(self._kept is not None)

    def _save(self, where: str) -> None:
        self._kept = self._saved.save(self._name, self._wanted(), where)
        self._list()

    def _rename(self) -> None:
        if self._kept is not None:
            self._kept = self._saved.rename(self._kept, self._name)
            self._list()

    def _remove(self) -> None:
        if self._kept is not None:
            self._saved.delete(self._kept)


def _changed(name: str) -> str:
    return tr("{name} (changed)").format(name=name)


def _same(one: SavedFilter, other: SavedFilter) -> bool:
    return (one.name, one.where) == (other.name, other.where)
