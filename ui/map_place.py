"""Where the map is: the practice town, an extent, new works; and what a new project shows."""

from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import QTimer
from shapely.geometry.base import BaseGeometry

from ..plugin.desk.account import Account
from ..plugin.desk.clashes_on_map import ClashesOnMap
from ..plugin.desk.sheet import Sheet
from ..plugin.map.draft_layer import DraftLayer
from ..plugin.map.group import holds_nothing
from ..plugin.map.highlight import Highlight
from ..plugin.map.memory import NATIONAL_GRID
from ..plugin.map.unchanged import unchanged
from ..plugin.trade.box import Box
from ..plugin.transforms.operations import put_operations
from .register.live_view import ENGLAND, LiveView

_AROUND_M = 150.0


class MapPlace:
    """Moves the map, and shows the extent of the desk on it; the planner's projects stay theirs."""

    _home: Optional[tuple[float, float, float, float]] = None  # the town that was shown last

    def __init__(
        self,
        iface: Any,
        account: Account,
        sheet: Sheet,
        live_view: LiveView,
        draft_layer: DraftLayer,
        clashes: ClashesOnMap,
        highlight: Highlight,
    ) -> None:
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._account = account
        self._sheet = sheet
        self._live_view = live_view
        self._draft_layer = draft_layer
        self._clashes = clashes
        self._highlight = highlight
        sheet.changed.connect(self.show_extent)
        live_view.go_to.connect(self.go_to)
        iface.newProjectCreated.connect(self._new)
        QgsProject.instance().readProject.connect(self._read)

    def close_down(self) -> None:
        """Follow QGIS's projects no more."""
        self._iface.newProjectCreated.disconnect(self._new)
        QgsProject.instance().readProject.disconnect(self._read)

    def go_to(self, box: QgsRectangle) -> None:
        """Show a place (EPSG:27700)."""
        self.put_grid()
        place = QgsReferencedRectangle(box, QgsCoordinateReferenceSystem(NATIONAL_GRID))
        with unchanged(QgsProject.instance()):
            self._canvas.setReferencedExtent(place)
        self._canvas.refresh()

    def go_around(self, shape: BaseGeometry) -> None:
        """Show a shape (EPSG:27700) and what is around it; an empty one is nowhere to go to."""
        if not shape.is_empty:
            self.go_to(QgsRectangle(*Box(*shape.bounds).grown(_AROUND_M)))

    def go_home(self) -> None:
        """Show the practice town; another account of the same town leaves the map as it is."""
        home, empty = self._account.home, holds_nothing(QgsProject.instance())
        if home is not None and (home != self._home or empty):
            self.go_to(QgsRectangle(*home))
        elif home is None and self._live_view.live.store is None and empty:
            self.go_to(ENGLAND)
        self._home = home

    def put_grid(self) -> None:
        """Let a project that holds nothing yet be in British National Grid; others stay."""
        project = QgsProject.instance()
        if holds_nothing(project):
            with unchanged(project):
                put_operations(project)
                project.setCrs(QgsCoordinateReferenceSystem(NATIONAL_GRID))

    def show_extent(self) -> None:
        """Show the extent of the desk, if there is one."""
        examined = self._sheet.examined
        self._highlight.clear()
        if examined is not None and examined.extent is not None:
            self._draft_layer.show(examined.extent.geometry, self._sheet.diversion)
        elif self._draft_layer.layer is not None:
            self._draft_layer.clear()
            # While the map is loaded QGIS leaves the shape on the screen, for seconds.
            QTimer.singleShot(0, self._canvas.refresh)

    def _new(self) -> None:
        QTimer.singleShot(0, self._begin_project)  # QGIS is not done yet

    def _read(self) -> None:
        QTimer.singleShot(0, self._show_draft)

    def _begin_project(self) -> None:
        """Let a new project show the same place and extent; the live map has to be asked for."""
        if self._live_view.seen is not None:
            self.go_to(self._live_view.seen)
        elif self._sheet.examined is not None:
            self.put_grid()
        self._show_draft()

    def _show_draft(self) -> None:
        """Show in another project what there is of the draft: its extent, and what that meets."""
        self.show_extent()
        self._clashes.show()
