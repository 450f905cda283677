"""The planner's own layer of streets, chosen once and found again in every project."""

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsLayerTree, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..map.basemap.source import VECTOR, Source, kept_source
from ..map.group import BACKGROUND, mark_of
from ..map.put_layer import put_layer
from ..map.street_fields import choose_fields, line_layers, name_field, own_streets
from ..map.styles.streets import road_renderer, street_labels
from ..map.unchanged import unchanged
from ..settings import Settings

_SEEN_BELOW = 50_000  # scale denominator
_FILES = "ogr"  # the provider whose layers are opened again where a project lacks them


class OwnStreets(QObject):
    """The layer that takes the place of the streets that Street Manager tells, if there is one.

    `changed` says that it is another one, or none any more.
    """

    changed = pyqtSignal()

    def __init__(self, project: QgsProject, settings: Settings) -> None:
        super().__init__()
        self._project = project
        self._settings = settings
        project.layersRemoved.connect(self._removed)
        self._shown = self.layer is not None

    def close_down(self) -> None:
        """Let go of the project; the layer stays, as it is the planner's."""
        self._project.layersRemoved.disconnect(self._removed)

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer in the project, or None."""
        return own_streets(self._project)

    def choose(
        self,
        layer: Optional[QgsVectorLayer],
        usrn: str = "",
        name: str = "",
        *,
        drawn: bool = False,
    ) -> None:
        """Take a layer of the project, and remember it for others; None: take none any more.

        `usrn` and `name` are its fields, the latter "" for none. Where it is to be `drawn` as
        streets, it gets their looks, and names if there is a field of them.
        """
        before = self.layer
        if before is not None:
            choose_fields(before, "", "")
        self._settings.street_layer = {}
        if layer is not None:
            choose_fields(layer, usrn, name)
            self._remember(layer, usrn, name)
            if drawn:
                _draw(layer)
                self._lower(layer)
        self._tell()

    def bring(self) -> None:
        """Find the remembered layer in a project that has none chosen, or bring it from its file.

        Nothing is done where it cannot be opened.
        """
        kept = dict(self._settings.street_layer)
        usrn, name = str(kept.pop("usrn", "")), str(kept.pop("label", ""))
        source = kept_source({**kept, "kind": VECTOR}) if kept else None
        if source is None or self.layer is not None:
            return
        there = self._there(source)
        layer = there or self._opened(source)
        if layer is not None:
            with unchanged(self._project):
                choose_fields(layer, usrn, name)
                if there is None:
                    _draw(layer)
        self._tell()

    def _remember(self, layer: QgsVectorLayer, usrn: str, name: str) -> None:
        """Keep where the layer is, unless a password stands there."""
        source = Source(layer.name(), VECTOR, layer.providerType(), layer.source())
        if not source.holds_password:
            kept = {"name": source.name, "provider": source.provider, "uri": source.uri}
            self._settings.street_layer = {**kept, "usrn": usrn, "label": name}

    def _there(self, source: Source) -> Optional[QgsVectorLayer]:
        return next(
            (
                layer
                for layer in line_layers(self._project)
                if (layer.providerType(), layer.source()) == (source.provider, source.uri)
            ),
            None,
        )

    def _opened(self, source: Source) -> Optional[QgsVectorLayer]:
        """Put the layer of a file into the project, below all but the background."""
        path = Path(source.uri.partition("|")[0])
        if source.provider != _FILES or not path.is_file():
            return None
        layer = QgsVectorLayer(source.uri, source.name, source.provider)
        if not layer.isValid():
            return None
        with unchanged(self._project):
            put_layer(self._project, layer)
            root = self._project.layerTreeRoot()
            root.insertLayer(_lowest(root), layer)
        return layer

    def _lower(self, layer: QgsVectorLayer) -> None:
        """Let the layer lie below all others but the background, as roads hide what is below."""
        root = self._project.layerTreeRoot()
        before = root.findLayer(layer.id())
        if before is not None:
            root.insertChildNode(_lowest(root), before.clone())
            before.parent().removeChildNode(before)

    def _removed(self, _names: Any) -> None:
        if self._shown and self.layer is None:
            self._tell()

    def _tell(self) -> None:
        self._shown = self.layer is not None
        self.changed.emit()


def _draw(layer: QgsVectorLayer) -> None:
    """Let a layer look like streets; not from afar, where a country's take minutes to draw."""
    layer.setRenderer(road_renderer())
    layer.setMinimumScale(_SEEN_BELOW)
    layer.setScaleBasedVisibility(True)
    name = name_field(layer)
    if name:
        layer.setLabeling(street_labels(f'"{name}"'))
        layer.setLabelsEnabled(True)
    layer.triggerRepaint()


def _lowest(root: QgsLayerTree) -> int:
    """Return the lowest place in the layer tree above the background."""
    nodes = root.children()
    layer = nodes[-1].layer() if nodes and root.isLayer(nodes[-1]) else None
    mark = None if layer is None else mark_of(layer)
    return len(nodes) - int(mark is not None and mark[0] == BACKGROUND)
