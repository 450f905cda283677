"""Two clicks on a street: the stretch between them, as a line or as a strip beside it."""

from dataclasses import dataclass
from typing import Any, Optional

import shapely
from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ..compat import LINE_GEOMETRY
from ..errors import StreetWorksError
from ..extents.along import Side, stretch, strip
from ..extents.grid import NATIONAL_GRID, to_national_grid
from ..trade.records.streets import Street
from ..words import tr
from .draw import name_of, put_back, require_crs
from .place import on_canvas

NEAR_M = 25.0
_COLOUR = QColor(255, 0, 170)
_FILL = QColor(255, 0, 170, 50)


@dataclass(frozen=True)
class Way:
    """A street that may be gone along: its line in EPSG:27700, and the street itself."""

    line: Any
    street: Optional[Street] = None


@dataclass(frozen=True)
class Result:
    """What two clicks make: a line when `side` is None, else a strip `width_m` wide."""

    side: Optional[Side] = None
    width_m: float = 2.0

    def of(self, way: Any) -> Any:
        """Return the shape that a stretch of street becomes. Raises StreetWorksError."""
        return way if self.side is None else strip(way, self.width_m, self.side)


class _Clicks(QgsMapTool):
    """Hands on what the mouse does, in the canvas's coordinates."""

    moved = pyqtSignal(QgsPointXY)
    clicked = pyqtSignal(QgsPointXY)
    escaped = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 - QGIS's name
        """Say where the mouse is."""
        self.moved.emit(event.mapPoint())

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802 - QGIS's name
        """Say where the left button was clicked."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(event.mapPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Say when the planner gives up."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.escaped.emit()


class AlongTool(QObject):
    """Lets the planner click two places on a street.

    `drawn(wkt, crs, street)` gives the shape in EPSG:27700 and the street it goes along;
    `stopped()` says that the planner gave up (Esc, another tool, another coordinate system).
    `wanted(easting, northing)` asks for the streets at the first click when none is known there:
    answer with `offer`. `told(text)` is what to say meanwhile, `trouble(error)` what went wrong.
    """

    drawn = pyqtSignal(str, str, object)
    stopped = pyqtSignal()
    wanted = pyqtSignal(float, float)
    told = pyqtSignal(str)
    trouble = pyqtSignal(object)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._tool: Optional[_Clicks] = None
        self._tool_before: Optional[QgsMapTool] = None
        self._ways: list[Way] = []
        self._crs = ""
        self._first: Optional[tuple[float, float]] = None
        self._band: Optional[QgsRubberBand] = None
        self._marker: Optional[QgsVertexMarker] = None
        self._length_m = 0.0
        self.result = Result()

    @property
    def active(self) -> bool:
        """Whether the planner is choosing the places now."""
        return self._tool is not None

    @property
    def waiting(self) -> bool:
        """Whether the streets at the first click are still to be offered."""
        return self._first is not None and not self._ways

    def start(self, ways: list[Way]) -> None:
        """Begin, on one of `ways` if they are near the first click.

        Raises StreetWorksError in a project without a coordinate system.
        """
        self.finish()
        crs = require_crs(self._canvas)
        self._crs, self._ways = name_of(crs), list(ways)
        self._tool_before = self._canvas.mapTool()
        tool = _Clicks(self._canvas)
        tool.moved.connect(self._preview)
        tool.clicked.connect(self._click)
        tool.escaped.connect(self._stop)
        self._tool = tool
        self._canvas.setMapTool(tool)
        self._canvas.mapToolSet.connect(self._tool_changed)
        self._canvas.destinationCrsChanged.connect(self._stop)
        self.told.emit(tr("Click the street where the works begin; Esc gives up."))

    def offer(self, ways: list[Way]) -> None:
        """Go on with the streets found at the first click."""
        if not self.waiting:
            return
        if not ways:
            self._begin_again()
            error = tr("No street with a line lies within 25 m of that place.")
            self.trouble.emit(StreetWorksError(error, advice=tr("Click nearer to the street.")))
            return
        self._ways = list(ways)
        self._ask_for_end()

    def give_up_place(self) -> None:
        """Forget the first click: its streets could not be had."""
        if self.waiting:
            self._begin_again()

    def finish(self) -> None:
        """Stop, in whatever state it is, and leave the canvas as it was before."""
        tool = self._tool
        if tool is None:
            return
        self._tool = self._first = None
        self._ways = []
        self._unmark()
        self._canvas.mapToolSet.disconnect(self._tool_changed)
        self._canvas.destinationCrsChanged.disconnect(self._stop)
        put_back(self._canvas, tool, self._tool_before)
        self._tool_before = None
        tool.deleteLater()
        self.told.emit("")

    def _click(self, place: QgsPointXY) -> None:
        try:
            position = self._on_grid(place)
            if self._first is None:
                self._begin(position)
            elif self._ways:
                self._end(position)
        except StreetWorksError as error:
            self.trouble.emit(error)

    def _begin(self, position: tuple[float, float]) -> None:
        self._first = position
        point = shapely.Point(position)
        self._ways = [way for way in self._ways if way.line.distance(point) <= NEAR_M]
        self._mark_first(point)
        if self._ways:
            self._ask_for_end()
        else:
            self.told.emit(tr("Looking for the street …"))
            self.wanted.emit(*position)

    def _end(self, position: tuple[float, float]) -> None:
        way, made = self._made(position)
        street = way.street
        self.finish()
        self.drawn.emit(made.wkt, NATIONAL_GRID, street)

    def _made(self, position: tuple[float, float]) -> tuple[Way, Any]:
        """Return the street nearest to both places, and the shape along it."""
        places = [shapely.Point(self._first), shapely.Point(position)]
        way = min(self._ways, key=lambda way: sum(way.line.distance(place) for place in places))
        stretched = stretch(way.line, *[(place.x, place.y) for place in places])
        self._length_m = stretched.length
        return way, self.result.of(stretched)

    def _preview(self, place: QgsPointXY) -> None:
        if self._first is None or not self._ways:
            return
        self._unband()
        try:
            _way, made = self._made(self._on_grid(place))
            self._show(made)
        except StreetWorksError as error:
            self.told.emit(str(error))
            return
        area = "" if made.area == 0 else tr(", {area:.1f} m²").format(area=made.area)
        text = tr("Along the street: {length:.1f} m{area}; click to end, Esc gives up.")
        self.told.emit(text.format(length=self._length_m, area=area))

    def _on_grid(self, place: QgsPointXY) -> tuple[float, float]:
        point = to_national_grid(shapely.Point(place.x(), place.y()), self._crs).geometry
        return point.x, point.y

    def _ask_for_end(self) -> None:
        self.told.emit(tr("Click the street where the works end; Esc gives up."))

    def _begin_again(self) -> None:
        self._first = None
        self._unmark()
        self.told.emit(tr("Click the street where the works begin; Esc gives up."))

    def _show(self, made: Any) -> None:
        moved = on_canvas(self._canvas, made)
        band = QgsRubberBand(self._canvas, moved.type() if made.area else LINE_GEOMETRY)
        band.setColor(_COLOUR)
        band.setFillColor(_FILL)
        band.setWidth(3)
        band.setToGeometry(moved)
        self._band = band

    def _mark_first(self, point: Any) -> None:
        moved = on_canvas(self._canvas, point)
        marker = QgsVertexMarker(self._canvas)
        marker.setColor(_COLOUR)
        marker.setCenter(moved.asPoint())
        self._marker = marker

    def _unband(self) -> None:
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
        self._band = None

    def _unmark(self) -> None:
        self._unband()
        if self._marker is not None:
            self._canvas.scene().removeItem(self._marker)
        self._marker = None

    def _tool_changed(self, new: Optional[QgsMapTool], _old: Optional[QgsMapTool]) -> None:
        if new != self._tool:
            self._stop()

    def _stop(self) -> None:
        if self.active:
            self.finish()
            self.stopped.emit()
