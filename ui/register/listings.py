"""The list of what is in view and the list of what changed, linked with the map both ways."""

from collections.abc import Iterable
from functools import partial
from typing import Any, Callable

import shapely
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QWidget

from ...plugin.background.jobs import Jobs
from ...plugin.desk.changes_seen import ChangesSeen
from ...plugin.desk.in_view import InView
from ...plugin.desk.list_export import ListExport
from ...plugin.desk.live_map import LiveMap, Looked
from ...plugin.live.store.rows import Row
from ...plugin.map.pick import Record
from .changes_panel import ChangesPanel
from .exporting import Exporting
from .list_panel import ListPanel
from .looking_up import Finding


class Listings(QObject):
    """Holds the two panels and keeps them with the live map; `finding` shows places and details."""

    def __init__(self, jobs: Jobs, live: LiveMap, finding: Finding) -> None:
        super().__init__()
        self._live = live
        self._finding = finding
        self.in_view = InView(jobs)
        self.seen = ChangesSeen(jobs)
        self.list_panel = ListPanel(self.in_view)
        self.in_view.come_into_sight(self.list_panel.isVisible())
        self.changes_panel = ChangesPanel(self.seen)
        self.export = ListExport(jobs)
        self._exporting = Exporting(self.export, lambda: live.store, self.list_panel)
        self._connect()
        if live.store is not None:
            self._opened()

    def put_heading(self, put: Callable[[QWidget, str], None]) -> None:
        """Let the tab of the changes tell how many there are to see; `put` writes on a tab."""
        panel = self.changes_panel
        self.seen.shown.connect(lambda _changed: put(panel, panel.heading))

    def refresh(self) -> None:
        """Read list and changes anew."""
        self.in_view.refresh()
        self.seen.refresh()

    def close_down(self) -> None:
        """Let go of the store and of what is remembered."""
        self._closing()
        self.list_panel.close_down()
        self.changes_panel.close_down()

    def _connect(self) -> None:
        self._live.opened.connect(self._opened)
        self._live.closing.connect(self._closing)
        self._live.looked.connect(self._looked)
        self._live.kept.connect(self.refresh)
        self._live.ended.connect(self.refresh)
        self.seen.shown.connect(lambda _changed: self.in_view.refresh())
        self.list_panel.seen.connect(self.in_view.come_into_sight)
        self.list_panel.activated.connect(self._finding.open)
        self.list_panel.selected.connect(self._mark)
        self.list_panel.locate.connect(partial(self._walk, self._finding.point_out))
        self.list_panel.export.connect(self._exporting.ask)
        self.list_panel.zoom.connect(partial(self._walk, self._finding.show_place))
        self.changes_panel.activated.connect(self._finding.open)
        self.changes_panel.locate.connect(
            lambda east, north: self._finding.point_out(shapely.Point(east, north))
        )
        self._finding.tool.picked.connect(self._select)

    def _opened(self) -> None:
        self.in_view.use(self._live.store)
        self.seen.use(self._live.store)

    def _closing(self) -> None:
        self.in_view.use(None)
        self.seen.use(None)

    def _looked(self, looked: Looked) -> None:
        self.in_view.ask(looked.view, None, looked.filters)
        self.seen.look_at(looked.view)

    def _mark(self, rows: Iterable[Row]) -> None:
        """Select on the map what is selected in the list."""
        self._live.layers.select([(row.kind, row.number) for row in rows])

    def _walk(self, go: Callable[[Any], None], rows: Iterable[Row]) -> None:
        """Go where rows are; the list is held where that moves the map."""
        boxes = [shapely.box(*row.bounds) for row in rows]
        if not boxes:
            return
        before = self._finding.view
        go(shapely.box(*shapely.total_bounds(boxes)))
        if self._finding.view != before:
            self.in_view.hold()

    def _select(self, records: Iterable[Record]) -> None:
        """Select in the list what was clicked on the map."""
        self.list_panel.select([(record.kind, record.reference) for record in records])
