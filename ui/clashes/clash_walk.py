"""From one clash to the next, on the map and in the list, which show the same one."""

from typing import Callable, Optional

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction

from ...plugin.clashes.report import Encounter
from ...plugin.desk.clashes_on_map import ClashesOnMap
from ...plugin.desk.clashing import Clashing
from ...plugin.words import tr
from .clash_panel import ClashPanel


class ClashWalk:
    """Keeps list and map at the same clash, steps by key on both, and says where one is."""

    def __init__(
        self,
        canvas: QgsMapCanvas,
        panel: ClashPanel,
        clashing: Clashing,
        on_map: ClashesOnMap,
        tell: Callable[[str], None],
    ) -> None:
        """`tell` shows a line for a while, such as in the status bar."""
        self._canvas = canvas
        self._list = panel.clashTree
        self._clashing = clashing
        self._on_map, self._layers = on_map, on_map.layers
        self._tell = tell
        self.next = self._action(tr("Next clash"), "Alt+PgDown", 1)
        self.previous = self._action(tr("Previous clash"), "Alt+PgUp", -1)
        for widget in (canvas, panel):
            widget.addActions([self.next, self.previous])
        self._list.current_changed.connect(self._follow_list)
        self._list.chosen.connect(lambda _one: self._tell(self.said))
        self._layers.chosen.connect(self._follow_map)
        on_map.drawn.connect(self._follow_list)
        clashing.outdated.connect(self._follow_list)

    def close_down(self) -> None:
        """Take the keys from the canvas, and hear nothing more."""
        for action in (self.next, self.previous):
            self._canvas.removeAction(action)
        self._canvas.setAccessibleDescription("")
        self._layers.chosen.disconnect(self._follow_map)
        self._on_map.drawn.disconnect(self._follow_list)
        self._clashing.outdated.disconnect(self._follow_list)

    @property
    def said(self) -> str:
        """Which of how many is current, and what it is; "" when none is."""
        one, all_of_them = self._list.current, self._list.encounters
        if one is None:
            return ""
        number = next(n for n, other in enumerate(all_of_them, 1) if other is one)
        return tr("{number} of {all}: {title}, {why}").format(
            number=number, all=len(all_of_them), title=one.title, why=one.findings[0].why
        )

    def _action(self, text: str, keys: str, by: int) -> QAction:
        action = QAction(text, self._list)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: self._list.step(by))
        return action

    def _follow_list(self) -> None:
        """Select on the map what is current in the list, and let it be heard."""
        self._layers.choose(self._place_of(self._list.current))
        self._list.tell_current(self.said)
        self._canvas.setAccessibleDescription(self.said)

    def _follow_map(self, place: int) -> None:
        """Go in the list to what was selected on the map."""
        if self._clashing.report is not None:
            self._list.make_current(self._clashing.report.encounters[place])
            self._tell(self.said)

    def _place_of(self, one: Optional[Encounter]) -> Optional[int]:
        report = self._clashing.report
        met = () if report is None else report.encounters
        return next((place for place, other in enumerate(met) if other is one), None)
