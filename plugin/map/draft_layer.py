"""The planner's own extent and diversion on the map, above everything that is live."""

from collections.abc import Collection
from typing import Any, Callable, Optional

from qgis.core import QgsFeature, QgsField, QgsFields, QgsGeometry, QgsProject, QgsVectorLayer

from ..compat import LINE_GEOMETRY, POINT_GEOMETRY, TEXT_FIELD
from ..trade.kinds import Shape
from ..transforms.operations import put_operations
from ..words import tr
from .as_qgis import as_qgis
from .dress import apply_style
from .group import EXTENT, MARK, SHAPE, drop_empty_groups, layers_marked, put_mark, top_group
from .memory import new_memory_layer, replace_features
from .put_layer import put_layer
from .unchanged import unchanged

DIVERSION = "diversion"
"""Where the layer of an extent has its shape."""


class DraftLayer:
    """Shows one extent at a time, and its diversion. Use it from the main thread."""

    def __init__(self, project: QgsProject) -> None:
        self._project = project
        self.settle: Callable[[], Any] = bool  # lets the canvas take the project's layers at once
        project.crsChanged.connect(self._convert)

    def close_down(self) -> None:
        """Take the extent off the map, and let go of the project."""
        self.clear()
        self._project.crsChanged.disconnect(self._convert)

    def show(self, geometry: Any, diversion: Optional[Any] = None) -> None:
        """Show an extent and a diversion (Shapely, EPSG:27700) in place of those before.

        Raises StreetWorksError when QGIS does not take them.
        """
        extent, around = _several(geometry), None if diversion is None else _several(diversion)
        shape = _shape_of(extent)
        with unchanged(self._project, self.settle):
            self._remove_all_but({shape.value} if around is None else {shape.value, DIVERSION})
            if around is not None:
                self._show(around, Shape.LINE, DIVERSION, tr("My diversion"))
            self._show(extent, shape, shape.value, tr("My extent"))

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer that shows the extent, or None when there is none now."""
        return next((one for what, one in self._layers() if what != DIVERSION), None)

    @property
    def diversion(self) -> Optional[QgsVectorLayer]:
        """The layer that shows the diversion, or None when there is none now."""
        return dict(self._layers()).get(DIVERSION)

    def clear(self) -> None:
        """Take them off the map, and the group with them when nothing else is in it."""
        with unchanged(self._project, self.settle):
            self._remove_all_but(())
            drop_empty_groups(self._project)

    def _convert(self) -> None:
        if self.layer is not None:
            put_operations(self._project)

    def _layers(self) -> list[tuple[str, Any]]:
        """Return the layers of the draft, each with what it shows: DIVERSION or a Shape's value."""
        marked = layers_marked(self._project, EXTENT)
        return [(str(layer.customProperty(SHAPE)), layer) for layer in marked]

    def _remove_all_but(self, wanted: Collection[str]) -> None:
        others = [layer.id() for what, layer in self._layers() if what not in wanted]
        self._project.removeMapLayers(others)

    def _show(self, drawn: QgsGeometry, shape: Shape, what: str, name: str) -> None:
        layer = dict(self._layers()).get(what) or self._make(shape, what, name)
        feature = QgsFeature(layer.fields())
        feature.setAttributes([name])
        feature.setGeometry(drawn)
        replace_features(layer, [feature])

    def _make(self, shape: Shape, what: str, name: str) -> QgsVectorLayer:
        fields = QgsFields()
        fields.append(QgsField("name", TEXT_FIELD))
        layer = new_memory_layer(name, shape, fields)
        put_mark(layer, EXTENT, what)
        apply_style(layer, f"{EXTENT}_{what}")
        layer.setReadOnly(True)
        put_operations(self._project)
        put_layer(self._project, layer)
        place = 0 if what != DIVERSION or self.layer is None else 1
        top_group(self._project).insertLayer(place, layer).setCustomProperty(MARK, EXTENT)
        return layer


def _several(geometry: Any) -> QgsGeometry:
    made = as_qgis(geometry)
    made.convertToMultiType()
    return made


def _shape_of(geometry: QgsGeometry) -> Shape:
    if geometry.type() == POINT_GEOMETRY:
        return Shape.POINT
    return Shape.LINE if geometry.type() == LINE_GEOMETRY else Shape.POLYGON
