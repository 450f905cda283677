"""What changed since the planner looked: new, moved, re-dated, changed, gone."""

from datetime import date
from typing import Callable, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ...plugin.desk.changes_seen import Changed, ChangesSeen
from ...plugin.live.changes.groups import RecordChange
from ...plugin.map.pick import Record
from ...plugin.trade.calendar import uk_today
from ...plugin.words import tr
from ..shared.ui_file import load_form
from .changes_tree import ChangesTree

_EVERYWHERE = 1


class ChangesPanel(QWidget):
    """Shows what `seen` read, and has it mark what the planner has seen.

    `locate` asks for a place (easting, northing, EPSG:27700) to be brought into view, also that of
    what is gone; `activated` asks for the details of a record.
    """

    page: QVBoxLayout
    whereCombo: QComboBox
    statement: QLabel
    treePlace: QVBoxLayout
    seenButton: QPushButton
    allSeenButton: QPushButton

    locate = pyqtSignal(float, float)
    activated = pyqtSignal(object)  # Record

    def __init__(
        self,
        seen: ChangesSeen,
        parent: Optional[QWidget] = None,
        today: Callable[[], date] = uk_today,
    ) -> None:
        super().__init__(parent)
        load_form(self, __file__)
        self._seen = seen
        self._today = today
        self.tree = ChangesTree(self)
        self.treePlace.addWidget(self.tree)
        self.whereCombo.setCurrentIndex(_EVERYWHERE if seen.everywhere else 0)
        self.whereCombo.currentIndexChanged.connect(
            lambda index: seen.look_everywhere(index == _EVERYWHERE)
        )
        self.seenButton.clicked.connect(lambda: seen.mark_seen(self.tree.selected_changes()))
        self.allSeenButton.clicked.connect(seen.mark_all_seen)
        self.tree.itemSelectionChanged.connect(self._offer)
        self.tree.opened.connect(self._open)
        self.tree.recoloured.connect(lambda: self._show(seen.changed))
        seen.shown.connect(self._show)
        self._show(seen.changed)

    @property
    def heading(self) -> str:
        """What the panel's tab says: how much there is that was not seen."""
        unseen = len(self._seen.changed.unseen)
        return tr("Changes ({n:,})").format(n=unseen) if unseen else tr("Changes")

    def close_down(self) -> None:
        """Let go of what is read."""
        self._seen.shown.disconnect(self._show)

    def _show(self, changed: Changed) -> None:
        self.tree.show_changes(changed.changes, self._today())
        self.statement.setText(changed.statement(self._today()))
        self.allSeenButton.setEnabled(bool(changed.unseen))
        self._offer()

    def _offer(self) -> None:
        chosen = self.tree.selected_changes()
        self.seenButton.setEnabled(any(not one.seen for one in chosen))

    def _open(self, change: RecordChange) -> None:
        self.locate.emit(change.easting, change.northing)
        if change.reference:
            self.activated.emit(Record(change.kind, change.reference, change.work_reference))
