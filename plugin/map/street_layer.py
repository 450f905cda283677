"""The streets of the store as a layer of a project: below works, above the background."""

from typing import Any, Optional

from qgis.core import (
    QgsDataProvider,
    QgsMapLayer,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..live.store.street_columns import NAME, as_of_column, street_columns
from ..trade.box import Box
from ..trade.kinds import STREET, title
from ..transforms.operations import put_operations
from ..words import tr
from .group import MARK, drop_empty_groups, layers_marked, mark_of, put_mark, top_group
from .live_tables import STREETS
from .planners_hand import PlannersHand
from .put_layer import put_layer
from .stand_in import write_no_sources, write_stand_in
from .styles import hold
from .styles.streets import street_labels, street_renderer
from .tips import street_tip


class StreetLayer:
    """Shows the streets of one store at a time. Use it from the main thread.

    What the planner does to the layer stays so; one that he took out stays away until it is asked
    for, which his `hand` on the live layers tells.
    """

    def __init__(self, project: QgsProject, hand: PlannersHand) -> None:
        self._project = project
        self._hand = hand
        project.crsChanged.connect(self._convert)
        project.writeMapLayer.connect(self._write)
        project.writeProject.connect(self._write_list)

    def close_down(self) -> None:
        """Take the layer off the map, and let go of the project."""
        self.close()
        self._project.crsChanged.disconnect(self._convert)
        self._project.writeMapLayer.disconnect(self._write)
        self._project.writeProject.disconnect(self._write_list)

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer, or None when there is none now."""
        return next(iter(self._layers()), None)

    def show(self, source: str, extent: Optional[Box], note: str, *, fresh: bool) -> None:
        """Show what `source`, which QGIS's provider "ogr" opens, holds by now.

        `extent` (EPSG:27700) is what it reaches, as far as that is known. `note` says as of when it
        is, and whether those are all: it is in the layer's metadata. What is there already is drawn
        anew only where something in it is `fresh`.
        """
        with self._hand.off():
            layer = self.layer
            if layer is None and STREETS not in self._hand.removed:
                layer = self._make(source)
            if layer is not None:
                self._read(layer, source, fresh=fresh)
                if extent is not None:
                    layer.setExtent(QgsRectangle(*extent))
                _describe(layer, note)

    def close(self) -> None:
        """Take the layer off the map."""
        with self._hand.off():
            self._project.removeMapLayers([layer.id() for layer in self._layers()])
            drop_empty_groups(self._project)

    def _layers(self) -> list[Any]:
        return layers_marked(self._project, STREET)

    def _make(self, source: str) -> Optional[QgsVectorLayer]:
        layer = QgsVectorLayer(source, title(STREET), "ogr")
        if not layer.isValid():
            return None  # what reads the works from the same file tells why
        put_mark(layer, *STREETS)
        layer.setRenderer(street_renderer())
        layer.setLabeling(street_labels(f'title("{NAME}")'))
        layer.setLabelsEnabled(True)
        for column in (*street_columns(), as_of_column()):
            layer.setFieldAlias(layer.fields().indexOf(column.name), column.alias)
        layer.setDisplayExpression(f'title("{NAME}")')
        layer.setMapTipTemplate(street_tip())
        layer.setCustomProperty("skipMemoryLayersCheck", 1)  # for what stands in for it in a file
        layer.setReadOnly(True)
        put_operations(self._project)
        put_layer(self._project, layer)
        top_group(self._project).addLayer(layer).setCustomProperty(MARK, STREET)
        return layer

    def _read(self, layer: QgsVectorLayer, source: str, *, fresh: bool) -> None:
        """Let a layer, which a project may have brought, read the store as it is by now."""
        if layer.source() == source:
            if not fresh:
                return
            layer.dataProvider().reloadData()
        else:
            options = QgsDataProvider.ProviderOptions()
            layer.setDataSource(source, layer.name(), "ogr", options)
            layer.setReadOnly(True)
            hold(layer)
        layer.triggerRepaint()

    def _convert(self) -> None:
        if self.layer is not None:
            put_operations(self._project)

    def _write(self, layer: QgsMapLayer, written: QDomElement, document: QDomDocument) -> None:
        """Write an empty layer in the place of ours."""
        if (mark_of(layer) or "")[:1] == (STREET,):
            said = tr("Street Works shows streets here, once it is installed and signed in.")
            write_stand_in(layer, written, document, said)

    def _write_list(self, document: QDomDocument) -> None:
        write_no_sources({layer.id() for layer in self._layers()}, document)


def _describe(layer: QgsVectorLayer, note: str) -> None:
    metadata = layer.metadata()
    metadata.setTitle(layer.name())
    metadata.setAbstract(note)
    layer.setMetadata(metadata)
