"""The provider “Street Works” in QGIS's Processing toolbox."""

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..background.geometry_thread import GeometryThread
from ..words import tr
from .algorithm import ICON
from .check import CheckExtents
from .clashes import CheckForClashes
from .convert import ConvertToNationalGrid
from .download import DownloadWorks
from .grid_file import MakeGridFile
from .mend import MendExtents


class StreetWorksProvider(QgsProcessingProvider):
    """Offers the algorithms, and owns the thread that shapely and pyproj work on."""

    def __init__(self) -> None:
        super().__init__()
        self._thread = GeometryThread()

    def id(self) -> str:
        """Return its name for programs, as in `streetworks:checkextents`."""
        return "streetworks"

    def name(self) -> str:
        """Return its name for planners."""
        return tr("Street Works")

    def icon(self) -> QIcon:
        """Return the plugin's icon."""
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:  # noqa: N802 - QGIS's name
        """Return where the plugin's icon is."""
        return str(ICON)

    def loadAlgorithms(self) -> None:  # noqa: N802 - QGIS's name
        """Make the algorithms; QGIS calls it when the provider is added."""
        for kind in (
            ConvertToNationalGrid,
            CheckExtents,
            MendExtents,
            MakeGridFile,
            DownloadWorks,
            CheckForClashes,
        ):
            self.addAlgorithm(kind(self._thread))

    def unload(self) -> None:
        """End the thread; QGIS calls it when the provider is taken away."""
        self._thread.stop()
        super().unload()
