"""The streets as the planner sees them: their layer, their row on the “Map” panel."""

from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...plugin.background.jobs import Jobs
from ...plugin.desk.account import Account
from ...plugin.desk.live_map import LiveMap
from ...plugin.desk.street_map import StreetMap
from ...plugin.map.place import box_in_view
from ...plugin.map.street_layer import StreetLayer
from ..shared.trouble import attempt
from .map_panel import MapPanel
from .streets_row import StreetsRow


class StreetsView(QObject):
    """Holds the layer of streets and what fills it."""

    trouble = pyqtSignal(object)

    def __init__(
        self, canvas: Any, jobs: Jobs, account: Account, live: LiveMap, panel: MapPanel
    ) -> None:
        super().__init__()
        self._canvas = canvas
        self.layer = StreetLayer(QgsProject.instance(), live.layers.hand)
        self.streets = StreetMap(jobs, account, live, self.layer)
        self.row = StreetsRow(self.streets, panel)
        panel.streetsPlace.addWidget(self.row)
        self.row.wanted.connect(self.find)
        self.streets.trouble.connect(self.trouble)

    def find(self) -> None:
        """Ask for the streets in view."""
        attempt(lambda: self.streets.find(box_in_view(self._canvas, grown_by=0)), self.trouble.emit)

    def close_down(self) -> None:
        """Take everything away again."""
        self.streets.close_down()
        self.layer.close_down()
