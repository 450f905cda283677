"""The extent in a layer of its own, to be edited with all of QGIS's tools and taken back."""

from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..errors import StreetWorksError
from ..extents.grid import from_national_grid
from ..trade.kinds import Shape
from ..words import tr
from .as_qgis import as_qgis
from .draw import DECIMALS, name_of, plain, require_crs
from .dress import apply_style
from .group import EXTENT
from .put_layer import put_layer

_SHAPES = {"Point": Shape.POINT, "LineString": Shape.LINE, "Polygon": Shape.POLYGON}


class EditLayer(QObject):
    """Lends the extent to QGIS's vertex tool, and to moving, rotating, scaling, splitting, undoing.

    The layer is in the project's coordinate system, so that what the mouse does is brought to
    National Grid by the extents room and not by QGIS. `changed(wkt, crs)` follows each edit;
    `ended()` says that the layer was taken away, or the coordinate system changed.
    """

    changed = pyqtSignal(str, str)
    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, project: QgsProject) -> None:
        super().__init__()
        self._canvas = canvas
        self._project = project
        self._layer: Optional[QgsVectorLayer] = None
        self._crs = ""

    @property
    def layer(self) -> Optional[QgsVectorLayer]:
        """The layer while the extent is being edited, else None."""
        return self._layer

    def start(self, geometry: Any) -> QgsVectorLayer:
        """Put `geometry` (Shapely, one part, EPSG:27700) into an editable layer, and return it.

        Raises StreetWorksError in a project without a coordinate system, and for several parts.
        """
        self.finish()
        shape_kind = _SHAPES.get(geometry.geom_type)
        if shape_kind is None:
            raise StreetWorksError(
                tr("An extent of several parts cannot be edited."), advice=tr("Mend it first.")
            )
        crs = require_crs(self._canvas)
        self._crs = name_of(crs)
        layer = _layer(geometry.geom_type, crs)
        apply_style(layer, f"{EXTENT}_{shape_kind.value}")
        feature = QgsFeature()
        feature.setGeometry(as_qgis(from_national_grid(geometry, self._crs).geometry))
        layer.dataProvider().addFeatures([feature])
        layer.updateExtents()
        put_layer(self._project, layer)
        self._project.layerTreeRoot().insertLayer(0, layer)
        layer.startEditing()
        layer.willBeDeleted.connect(self._lost)
        for signal in (layer.geometryChanged, layer.featureAdded, layer.featureDeleted):
            signal.connect(self._tell)
        self._canvas.destinationCrsChanged.connect(self.ended)
        self._layer = layer
        return layer

    def shape(self) -> tuple[str, str]:
        """Return the shape as it is now (WKT) and its coordinate system; "" when nothing is left.

        What was cut in pieces comes back as a shape of several parts.
        """
        if self._layer is None:
            return "", self._crs
        shapes = [plain(feature.geometry()) for feature in self._layer.getFeatures()]
        if not shapes:
            return "", self._crs
        whole = shapes[0] if len(shapes) == 1 else QgsGeometry.collectGeometry(shapes)
        return whole.asWkt(DECIMALS), self._crs

    def finish(self) -> None:
        """Take the layer away again."""
        layer = self._layer
        if layer is None:
            return
        self._let_go()
        layer.willBeDeleted.disconnect(self._lost)
        layer.rollBack()
        self._project.removeMapLayer(layer.id())

    def _tell(self, *_what: Any) -> None:
        wkt, crs = self.shape()
        if wkt:
            self.changed.emit(wkt, crs)

    def _lost(self) -> None:
        self._let_go()
        self.ended.emit()

    def _let_go(self) -> None:
        layer, self._layer = self._layer, None
        self._canvas.destinationCrsChanged.disconnect(self.ended)
        if layer is not None:
            for signal in (layer.geometryChanged, layer.featureAdded, layer.featureDeleted):
                signal.disconnect(self._tell)


def _layer(kind: str, crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
    layer = QgsVectorLayer(kind, tr("Extent being edited"), "memory")
    layer.setCrs(crs)
    layer.setCustomProperty("skipMemoryLayersCheck", 1)
    return layer
