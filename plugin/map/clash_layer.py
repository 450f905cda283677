"""The clashes of one report on the map: a mark for each, the line between the two, what they share.

The layers are there as long as the report is: a project's file holds them without anything in them.
"""

from collections.abc import Iterable
from typing import Any, Callable, Optional

from qgis.core import (
    QgsLayerTreeLayer,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayer,
    QgsMapLayerLegendUtils,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtXml import QDomDocument, QDomElement

from ..trade.kinds import Shape
from ..transforms.operations import put_operations
from ..words import tr
from .clash_features import PLACE, TITLE, Drawn, aliases, clash_fields
from .group import CLASHES, SHAPE, drop_empty_groups, layers_marked, mark_of, put_mark, subgroup
from .memory import new_memory_layer, replace_features
from .put_layer import put_layer
from .stand_in import write_stand_in
from .styles.clashes import clash_renderer
from .tips import clash_tip
from .unchanged import unchanged


class ClashLayers(QObject):
    """Shows one report at a time. Use it from the main thread.

    `chosen` tells the place in the list of a clash that the planner selects on the map.
    """

    chosen = pyqtSignal(int)

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self._project = project
        self._choosing = False
        self.settle: Callable[[], Any] = bool  # lets the canvas take the project's layers at once
        project.crsChanged.connect(self._convert)
        project.writeMapLayer.connect(self._write)
        project.readProject.connect(self.clear)  # what it brings is of another day, and empty

    def close_down(self) -> None:
        """Take the clashes off the map, and let go of the project."""
        self.clear()
        self._project.crsChanged.disconnect(self._convert)
        self._project.writeMapLayer.disconnect(self._write)
        self._project.readProject.disconnect(self.clear)

    def show(self, drawn: Drawn, note: str) -> None:
        """Show what `features_of` made, in place of what was shown before.

        `note` says as of when they are, and whether that is all: it is in each layer's metadata.
        Raises StreetWorksError when QGIS does not take them.
        """
        with unchanged(self._project, self.settle):
            self._remove(shape for shape in Shape if not drawn[shape])
            for shape, features in drawn.items():
                if features:
                    self._show(shape, features, note)
            drop_empty_groups(self._project)

    def choose(self, place: Optional[int]) -> None:
        """Select the clash at that place of the list; None: none."""
        self._choosing = True
        for layer in self._layers():
            if place is None:
                layer.removeSelection()
            elif place not in _selected(layer):
                layer.selectByExpression(f'"{PLACE}" = {place}')
        self._choosing = False

    def clear(self, *_told: object) -> None:
        """Take the clashes off the map, and the groups with them when nothing else is in them."""
        with unchanged(self._project, self.settle):
            self._remove(Shape)
            drop_empty_groups(self._project)

    def layer(self, shape: Shape) -> Optional[QgsVectorLayer]:
        """Return the layer of marks (points), lines or areas; None when there is none now."""
        return next(
            (one for one in self._layers() if one.customProperty(SHAPE) == shape.value), None
        )

    def _layers(self) -> list[Any]:
        return layers_marked(self._project, CLASHES)

    def _remove(self, shapes: Iterable[Shape]) -> None:
        layers = filter(None, map(self.layer, shapes))
        self._project.removeMapLayers([layer.id() for layer in layers])

    def _show(self, shape: Shape, features: list[Any], note: str) -> None:
        layer = self.layer(shape) or self._make(shape)
        self._choosing = True
        layer.removeSelection()
        self._choosing = False
        replace_features(layer, features)
        metadata = layer.metadata()
        metadata.setTitle(layer.name())
        metadata.setAbstract(note)
        layer.setMetadata(metadata)

    def _make(self, shape: Shape) -> QgsVectorLayer:
        layer = new_memory_layer(_title(shape), shape, clash_fields())
        put_mark(layer, CLASHES, shape.value)
        layer.setRenderer(clash_renderer(shape))
        for number, alias in enumerate(aliases()):
            layer.setFieldAlias(number, alias)
        layer.setDisplayExpression(f'"{TITLE}"')
        layer.setMapTipTemplate(clash_tip())
        layer.setReadOnly(True)
        layer.selectionChanged.connect(self._selected)
        put_operations(self._project)
        put_layer(self._project, layer)
        self._put_in_tree(layer, shape)
        return layer

    def _put_in_tree(self, layer: QgsVectorLayer, shape: Shape) -> None:
        """Put a layer below those before it; a legend lists the grades once, under the group."""
        group = subgroup(self._project, CLASHES, tr("Clashes"))
        before = list(Shape)[: list(Shape).index(shape)]
        node = QgsLayerTreeLayer(layer)
        node.setExpanded(shape is Shape.POINT)
        QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Hidden)
        if shape is not Shape.POINT:
            QgsMapLayerLegendUtils.setLegendNodeOrder(node, [])
        # Only now: the Layers panel reads it as the layer comes.
        group.insertChildNode(sum(self.layer(one) is not None for one in before), node)

    def _selected(self) -> None:
        """Let the other layers select the same, and tell the first of it."""
        if self._choosing:
            return
        places = _selected(self.sender())
        self._choosing = True
        for layer in self._layers():
            if layer is not self.sender():
                layer.selectByExpression(f'"{PLACE}" IN ({",".join(map(str, places))})')
        self._choosing = False
        if places:
            self.chosen.emit(places[0])

    def _convert(self) -> None:
        if self._layers():
            put_operations(self._project)

    def _write(self, layer: QgsMapLayer, written: QDomElement, document: QDomDocument) -> None:
        """Write nothing of the report: neither what it found nor as of when."""
        if (mark_of(layer) or "")[:1] == (CLASHES,):
            said = tr("Street Works shows clashes here, once it has looked for them.")
            write_stand_in(layer, written, document, said)


def _selected(layer: Any) -> list[int]:
    return sorted({int(feature[PLACE]) for feature in layer.selectedFeatures()})


def _title(shape: Shape) -> str:
    return {
        Shape.POINT: tr("Clashes"),
        Shape.LINE: tr("Clashes: lines"),
        Shape.POLYGON: tr("Clashes: areas"),
    }[shape]
