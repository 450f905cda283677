"""Drawing an extent with QGIS's own digitising: its snapping, its advanced tools, its habits.

QGIS's tool wants an editable layer to draw for. It gets a private one in the project's coordinate
system that is in no project and holds nothing, so that what is drawn comes back as it was drawn:
nothing is reprojected on the way.
"""

from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import (
    QgsAdvancedDigitizingDockWidget,
    QgsMapCanvas,
    QgsMapMouseEvent,
    QgsMapTool,
    QgsMapToolCapture,
    QgsMapToolDigitizeFeature,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent

from ..compat import WKT2
from ..errors import StreetWorksError
from ..trade.kinds import Shape
from ..words import tr

DECIMALS = 12
_SKETCH_MS = 40

_GEOMETRY = {Shape.POINT: "Point", Shape.LINE: "LineString", Shape.POLYGON: "Polygon"}
_MODE = {
    Shape.POINT: QgsMapToolCapture.CaptureMode.CapturePoint,
    Shape.LINE: QgsMapToolCapture.CaptureMode.CaptureLine,
    Shape.POLYGON: QgsMapToolCapture.CaptureMode.CapturePolygon,
}


class _Digitiser(QgsMapToolDigitizeFeature):
    """QGIS's tool, which also says when Esc was pressed (QGIS 3.22 does not) and what is drawn.

    While Shift is held nothing is snapped to: one tool for snapped and for free drawing.
    """

    escaped = pyqtSignal()
    moved = pyqtSignal()

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 - QGIS's name
        """Snap or not, before QGIS sees the event."""
        self._snap_unless_shift(event)
        super().canvasPressEvent(event)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 - QGIS's name
        """Snap or not, and keep the place for the measure."""
        self._snap_unless_shift(event)
        super().canvasMoveEvent(event)
        self.place = event.mapPoint()
        self.moved.emit()

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 - QGIS's name
        """Snap or not, before QGIS takes the place."""
        self._snap_unless_shift(event)
        super().canvasReleaseEvent(event)

    def _snap_unless_shift(self, event: QgsMapMouseEvent) -> None:
        free = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.setAutoSnapEnabled(not free)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let QGIS have the key first."""
        super().keyPressEvent(event)
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()


class DrawTool(QObject):
    """Lets the planner draw one shape at a time on a canvas.

    `drawn(wkt, crs)` gives the shape in the project's coordinate system, without heights and
    curves; `crs` is an authority's code ("EPSG:3857") or WKT2. `stopped()` says that the planner
    gave up: Esc, another tool, or another coordinate system. One of the two follows each `start`
    that was not ended by `finish`. `sketched(wkt, crs)` gives a line or an area as it would be if
    it ended where the mouse is, some times a second.
    """

    drawn = pyqtSignal(str, str)
    sketched = pyqtSignal(str, str)
    stopped = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, cad_dock: QgsAdvancedDigitizingDockWidget) -> None:
        """`cad_dock` is QGIS's advanced digitising panel, `iface.cadDockWidget()`."""
        super().__init__()
        self._canvas = canvas
        self._cad_dock = cad_dock
        self._tool: Optional[_Digitiser] = None
        self._scratch: Optional[QgsVectorLayer] = None
        self._tool_before: Optional[QgsMapTool] = None
        self._layer_before = ""
        self._wkt = ""
        self._crs = ""
        self._shape = Shape.POINT
        self._sketch = QTimer(self)
        self._sketch.setSingleShot(True)
        self._sketch.setInterval(_SKETCH_MS)
        self._sketch.timeout.connect(self._tell_sketch)

    @property
    def active(self) -> bool:
        """Whether the planner is drawing now."""
        return self._tool is not None

    def start(self, shape: Shape) -> None:
        """Begin to draw. Raises StreetWorksError in a project without a coordinate system."""
        self.finish()
        crs = require_crs(self._canvas)
        self._crs, self._shape = name_of(crs), shape
        self._scratch = _scratch_layer(shape, crs)
        self._tool_before = self._canvas.mapTool()
        layer_before = self._canvas.currentLayer()
        self._layer_before = layer_before.id() if layer_before is not None else ""
        tool = _Digitiser(self._canvas, self._cad_dock, _MODE[shape])
        tool.setLayer(self._scratch)
        tool.digitizingCompleted.connect(self._take)
        tool.escaped.connect(self._stop)
        tool.moved.connect(self._moved)
        self._tool = tool
        self._canvas.setMapTool(tool)
        # Snapping to "the active layer" means the planner's, not the one drawn for.
        self._canvas.snappingUtils().setCurrentLayer(_vector(layer_before))
        self._canvas.mapToolSet.connect(self._tool_changed)
        self._canvas.destinationCrsChanged.connect(self._stop)

    def finish(self) -> None:
        """Stop drawing, in whatever state it is, and leave the canvas as it was before."""
        tool, scratch = self._tool, self._scratch
        if tool is None:
            return
        self._tool = self._scratch = None
        self._wkt = ""
        self._sketch.stop()
        self._canvas.mapToolSet.disconnect(self._tool_changed)
        self._canvas.destinationCrsChanged.disconnect(self._stop)
        tool.digitizingCompleted.disconnect(self._take)
        tool.escaped.disconnect(self._stop)
        put_back(self._canvas, tool, self._tool_before)
        self._canvas.setCurrentLayer(QgsProject.instance().mapLayer(self._layer_before))
        self._tool_before = None
        tool.deleteLater()
        if scratch is not None:
            scratch.rollBack()
            scratch.deleteLater()

    def _moved(self) -> None:
        if self._shape is not Shape.POINT and not self._sketch.isActive():
            self._sketch.start()

    def _tell_sketch(self) -> None:
        """Say what is drawn so far: enough points for a line or an area, the mouse's included."""
        if self._tool is None:
            return
        place = self._tool.place
        drawn = plain(QgsGeometry(self._tool.captureCurve().clone()))  # it owns the vertices
        points = [*(QgsPointXY(vertex) for vertex in drawn.vertices()), place]
        if self._shape is Shape.POLYGON and len(points) > 2:
            self.sketched.emit(QgsGeometry.fromPolygonXY([points]).asWkt(DECIMALS), self._crs)
        elif len(points) > 1:
            self.sketched.emit(QgsGeometry.fromPolylineXY(points).asWkt(DECIMALS), self._crs)

    def _take(self, feature: QgsFeature) -> None:
        """Keep what was drawn; it is handed on when QGIS's tool is through with it."""
        if self._wkt:
            return
        self._wkt = plain(feature.geometry()).asWkt(DECIMALS)
        QTimer.singleShot(0, self._hand_on)

    def _hand_on(self) -> None:
        wkt, crs = self._wkt, self._crs
        if wkt:
            self.finish()
            self.drawn.emit(wkt, crs)

    def _tool_changed(self, new: Optional[QgsMapTool], _old: Optional[QgsMapTool]) -> None:
        if new != self._tool:
            self._stop()

    def _stop(self) -> None:
        if self.active and not self._wkt:
            self.finish()
            self.stopped.emit()


def require_crs(canvas: QgsMapCanvas) -> QgsCoordinateReferenceSystem:
    """Return the canvas's coordinate system; raises StreetWorksError when it has none."""
    crs = canvas.mapSettings().destinationCrs()
    if not crs.isValid():
        raise StreetWorksError(
            tr("The project has no coordinate reference system, so nothing can be drawn."),
            advice=tr("Choose one in Project ▸ Properties ▸ CRS, for example EPSG:27700."),
        )
    return crs


def put_back(canvas: QgsMapCanvas, tool: QgsMapTool, before: Optional[QgsMapTool]) -> None:
    """Choose the tool from before instead of `tool`, unless the planner took another one."""
    if canvas.mapTool() != tool:
        return
    if before is not None and not sip.isdeleted(before):
        canvas.setMapTool(before)
    else:
        canvas.unsetMapTool(tool)


def plain(geometry: QgsGeometry) -> QgsGeometry:
    """Return a copy with its curves made of straight pieces, without heights and measures."""
    flat = QgsGeometry(geometry.constGet().segmentize())
    flat.get().dropZValue()
    flat.get().dropMValue()
    return flat


def name_of(crs: QgsCoordinateReferenceSystem) -> str:
    """Return what other software knows a coordinate system by: its code, else its WKT2."""
    authority = crs.authid().partition(":")[0]
    if authority in ("EPSG", "ESRI", "OGC", "IGNF"):
        return str(crs.authid())
    return str(crs.toWkt(WKT2))


def _scratch_layer(shape: Shape, crs: QgsCoordinateReferenceSystem) -> QgsVectorLayer:
    layer = QgsVectorLayer(_GEOMETRY[shape], tr("Street Works: drawing"), "memory")
    layer.setCrs(crs)
    layer.setFlags(layer.flags() | QgsMapLayer.LayerFlag.Private)
    layer.setCustomProperty("skipMemoryLayersCheck", 1)
    layer.startEditing()
    return layer


def _vector(layer: Optional[QgsMapLayer]) -> Optional[QgsVectorLayer]:
    return layer if isinstance(layer, QgsVectorLayer) else None
