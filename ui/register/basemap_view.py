"""The background as the planner meets it: the choice on the Map tab, and the credit on the map."""

from pathlib import Path
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

from ...plugin.background.jobs import Jobs
from ...plugin.desk.account import Account
from ...plugin.desk.basemap_choice import BasemapChoice
from ...plugin.map.basemap.credit import Credit
from ...plugin.settings import Settings
from .basemap_row import BasemapRow


class BasemapView(QObject):
    """Lets every project that is opened show the background, and the map name whom it must."""

    def __init__(
        self, iface: Any, settings: Settings, jobs: Jobs, account: Account, folder: Path
    ) -> None:
        super().__init__()
        self._iface = iface
        self.choice = BasemapChoice(QgsProject.instance(), settings, jobs, account, folder)
        self.choice.basemap.settle = iface.layerTreeCanvasBridge().setCanvasLayers
        self.row = BasemapRow(self.choice)
        self.credit = Credit(iface.mapCanvas())
        self._again = QTimer(self)  # QGIS is not done with the project yet
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.choice.show)
        self.choice.changed.connect(lambda: self.credit.say(self.choice.credit))
        iface.newProjectCreated.connect(self._again.start)
        QgsProject.instance().readProject.connect(self._again.start)

    def close_down(self) -> None:
        """Take everything away again: the layer, the credit, what is heard of projects."""
        self._again.stop()
        self._iface.newProjectCreated.disconnect(self._again.start)
        QgsProject.instance().readProject.disconnect(self._again.start)
        self.row.close_down()
        self.choice.close_down()
        self.credit.close_down()
