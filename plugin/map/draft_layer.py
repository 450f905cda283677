"""The planner's own extent on the map, above everything that is live."""

from typing import Any, Callable, Optional

from qgis.core import QgsFeature, QgsField, QgsFields, QgsGeometry, QgsProject, QgsVectorLayer

from ..compat import LINE_GEOMETRY, POINT_GEOMETRY, TEXT_FIELD
from ..trade.kinds import Shape
from ..words import tr
from .dress import apply_style
from .group import EXTENT, MARK, SHAPE, drop_empty_groups, layers_marked, put_mark, top_group
from .memory import new_memory_layer, replace_features
from .operation import put_operation
from .unchanged import unchanged

_GEOMETRY = {
    Shape.POINT: "MultiPoint",
    Shape.LINE: "MultiLineString",
    Shape.POLYGON: "MultiPolygon",
}


class DraftLayer:
    """Shows one extent at a time. Use it from the main thread."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project
        self.settle: Callable[[], Any] = bool  # lets the canvas take the project's layers at once
        project.crsChanged.connect(self._convert)

    def close_down(self) -> None:
        """Take the extent off the map, and let go of the project."""
        self.clear()
        self._project.crsChanged.disconnect(self._convert)

    def show(self, geometry: Any) -> None:
        """Show `geometry` (Shapely, EPSG:27700) in place of what was shown before.

        Raises StreetWorksError when QGIS does not take it.
        """
        with unchanged(self._project, self.settle):
            self._show(geometry)

    def _show(self, geometry: Any) -> None:
        drawn = QgsGeometry()
        drawn.fromWkb(geometry.wkb)
        drawn.convertToMultiType()
        shape = _shape_of(drawn)
        others = [
            layer.id() for layer in self._layers() if layer.customProperty(SHAPE) != shape.value
        ]
        self._project.removeMapLayers(others)
        layer = self.layer or self._make(shape)
        feature = QgsFeature(layer.fields())
        feature.setAttributes([tr("My extent")])
        feature.setGeometry(drawn)
        replace_features(layer, [feature])

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer that shows the extent, or None when there is none now."""
        return next(iter(self._layers()), None)

    def clear(self) -> None:
        """Take the extent off the map, and the group with it when nothing else is in it."""
        with unchanged(self._project, self.settle):
            self._project.removeMapLayers([layer.id() for layer in self._layers()])
            drop_empty_groups(self._project)

    def _convert(self) -> None:
        if self.layer is not None:
            put_operation(self._project)

    def _layers(self) -> list[Any]:
        return layers_marked(self._project, EXTENT)

    def _make(self, shape: Shape) -> QgsVectorLayer:
        fields = QgsFields()
        fields.append(QgsField("name", TEXT_FIELD))
        layer = new_memory_layer(tr("My extent"), _GEOMETRY[shape], fields)
        put_mark(layer, EXTENT, shape.value)
        apply_style(layer, f"{EXTENT}_{shape.value}")
        layer.setReadOnly(True)
        put_operation(self._project)
        self._project.addMapLayer(layer, False)
        top_group(self._project).insertLayer(0, layer).setCustomProperty(MARK, EXTENT)
        return layer


def _shape_of(geometry: QgsGeometry) -> Shape:
    if geometry.type() == POINT_GEOMETRY:
        return Shape.POINT
    return Shape.LINE if geometry.type() == LINE_GEOMETRY else Shape.POLYGON
