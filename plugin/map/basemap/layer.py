"""The layer of the background in a project: one at most, and below all others."""

from collections.abc import Iterable
from typing import Any, Optional

from qgis.core import (
    QgsLayerTreeGroup,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsVectorTileLayer,
)
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..by_hand import ByHand
from ..group import BACKGROUND, layers_marked, mark_of, put_mark
from ..put_layer import put_layer
from ..stand_in import write_source
from .os_maps import write_web_map
from .source import Source, layer_of


class Basemap(ByHand):
    """Puts the background into a project and takes it out; `gone` says that the planner did so.

    Whenever it goes, `went` tells how opaque it was; `opacity` is for the next one.

    Use it from the main thread. The project is no changed one for it.
    """

    gone = pyqtSignal()
    went = pyqtSignal(float)

    def __init__(self, project: QgsProject) -> None:
        super().__init__(project)
        self._shown: Optional[Source] = None
        self.opacity = 1.0
        project.writeMapLayer.connect(self._write)
        project.writeProject.connect(self._write_list)

    def close_down(self) -> None:
        """Hear nothing more."""
        super().close_down()
        self._project.writeMapLayer.disconnect(self._write)
        self._project.writeProject.disconnect(self._write_list)

    @property
    def layer(self) -> Optional[QgsMapLayer]:
        """The layer, or None when there is none now."""
        return next(iter(layers_marked(self._project, BACKGROUND)), None)

    @property
    def own(self) -> str:
        """The name of a map of the planner's own that can be a background, "" for none."""
        layers = self._project.mapLayers().values()
        maps = (one for one in layers if isinstance(one, (QgsRasterLayer, QgsVectorTileLayer)))
        names = (one.name() for one in maps if mark_of(one) is None)
        return next(names, "")

    def shows(self, source: Source) -> bool:
        """Whether the layer is that of `source` already."""
        return self.layer is not None and self.layer.source() == source.uri

    def show(self, source: Source, made: Optional[QgsMapLayer] = None) -> None:
        """Show `source`, in the place and as opaque as what was shown before.

        `made` is its layer where there is one already. Raises StreetWorksError when QGIS cannot
        open it.
        """
        before, self._shown = self.layer, source
        if before is not None and self.shows(source):
            before.triggerRepaint()  # the tiles may come this time
            return
        layer = made or layer_of(source)
        with self.off():
            self._put(layer, before)
            if before is not None:
                self._project.removeMapLayer(before.id())

    def remove(self) -> None:
        """Take the background out of the project."""
        with self.off():
            self._project.removeMapLayers(
                [layer.id() for layer in layers_marked(self._project, BACKGROUND)]
            )

    def taken_out(self, names: set[str]) -> None:
        """Say so when the background is among the layers that the planner takes out."""
        if self.layer is not None and self.layer.id() in names:
            self.gone.emit()

    def _going(self, names: Iterable[str]) -> None:
        if self.layer is not None and self.layer.id() in set(names):
            self.opacity = self.layer.opacity()
            self.went.emit(self.opacity)
        super()._going(names)

    def _write(self, layer: QgsMapLayer, written: QDomElement, document: QDomDocument) -> None:
        """Write what another QGIS can open too in the place of a map that reads a file of ours."""
        if layer is self.layer and self._elsewhere:
            write_web_map(self._elsewhere, written, document)

    def _write_list(self, document: QDomDocument) -> None:
        if self.layer is not None and self._elsewhere:
            write_source(self.layer.id(), self._elsewhere, self.layer.providerType(), document)

    @property
    def _elsewhere(self) -> str:
        """What another QGIS opens in place of what is shown, "" for the same."""
        return "" if self._shown is None else self._shown.elsewhere

    def _put(self, layer: QgsMapLayer, before: Optional[QgsMapLayer]) -> None:
        root = self._project.layerTreeRoot()
        node = None if before is None else root.findLayer(before.id())
        group, place, shown = root, len(root.children()), True
        if before is not None and node is not None:
            group, shown = node.parent(), node.itemVisibilityChecked()
            place = _place_in(group, node)
        layer.setOpacity(self.opacity if before is None else before.opacity())
        put_mark(layer, BACKGROUND, "")
        put_layer(self._project, layer)
        put = group.insertLayer(place, layer)
        put.setItemVisibilityChecked(shown)
        put.setExpanded(False)


def _place_in(group: QgsLayerTreeGroup, node: Any) -> int:
    return [child is node for child in group.children()].index(True)
