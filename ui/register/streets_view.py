"""The streets as the planner sees them: their layer, their row on the “Map” panel."""

from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal

from ...plugin.background.jobs import Jobs
from ...plugin.desk.account import Account
from ...plugin.desk.live_map import LiveMap
from ...plugin.desk.own_streets import OwnStreets
from ...plugin.desk.street_map import StreetMap
from ...plugin.map.place import box_in_view
from ...plugin.map.street_layer import StreetLayer
from ...plugin.settings import Settings
from ..shared.trouble import attempt
from .map_panel import MapPanel
from .street_layer_dialog import StreetLayerDialog
from .streets_row import StreetsRow


class StreetsView(QObject):
    """Holds the layer of streets and what fills it."""

    trouble = pyqtSignal(object)

    def __init__(
        self,
        canvas: Any,
        jobs: Jobs,
        account: Account,
        live: LiveMap,
        panel: MapPanel,
        settings: Settings,
    ) -> None:
        super().__init__()
        self._canvas = canvas
        self._panel = panel
        self.own = OwnStreets(QgsProject.instance(), settings)
        self.layer = StreetLayer(QgsProject.instance(), live.layers.hand)
        self.streets = StreetMap(jobs, account, live, self.layer, self.own)
        self.own.changed.connect(lambda: QTimer.singleShot(0, self._draw_anew))
        self.row = StreetsRow(self.streets, self.own, panel)
        panel.streetsPlace.addWidget(self.row)
        self.row.wanted.connect(self.find)
        self.row.layer_wanted.connect(self.choose_layer)
        self.streets.trouble.connect(self.trouble)

    def find(self) -> None:
        """Ask for the streets in view."""
        attempt(lambda: self.streets.find(box_in_view(self._canvas, grown_by=0)), self.trouble.emit)

    def choose_layer(self) -> None:
        """Let the planner choose a layer of streets of his own."""
        dialog = StreetLayerDialog(self.own, QgsProject.instance(), self._panel.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _draw_anew(self) -> None:
        """Draw the map anew: QGIS leaves the names of a layer that has gone on the screen."""
        self._canvas.clearCache()
        self._canvas.refresh()

    def close_down(self) -> None:
        """Take everything away again."""
        self.streets.close_down()
        self.layer.close_down()
        self.own.close_down()
