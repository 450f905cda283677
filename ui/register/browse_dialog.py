"""Where the planner picks a layer of a service, a database or a file, in QGIS's own browser."""

from typing import Optional

from qgis.gui import QgsBrowserGuiModel, QgsDataSourceSelectDialog
from qgis.PyQt.QtWidgets import QTreeView, QWidget

from ...plugin.map.basemap.connections import browsed
from ...plugin.map.basemap.source import Source
from ...plugin.words import tr
from ..shared.windows import size_window


class BrowseDialog(QgsDataSourceSelectDialog):
    """QGIS's dialog, opened at a place of the browser; `source` is the layer that was picked."""

    def __init__(self, path: str, parent: Optional[QWidget] = None) -> None:
        """`path` is the browser's name for the place, such as a connection's, or ""."""
        self._model = QgsBrowserGuiModel()
        self._model.initialize()
        super().__init__(self._model, parent=parent)
        self.setWindowTitle(tr("A layer as the background"))
        size_window(self, 70, 28)
        self._tree = self.findChild(QTreeView)
        # By itself QGIS's dialog takes what is clicked, and not what the keyboard chooses.
        self._tree.selectionModel().currentChanged.connect(
            lambda current, _before: self._tree.clicked.emit(current)
        )
        self._reveal(path)

    @property
    def source(self) -> Source:
        """What was picked."""
        return browsed(self.uri())

    def _reveal(self, path: str) -> None:
        index = self._model.findPath(path)
        if index.isValid():
            place = self._tree.model().mapFromSource(index)
            self._tree.expand(place.parent())
            self._tree.expand(place)
            self._tree.setCurrentIndex(place)
            self._tree.scrollTo(place)
