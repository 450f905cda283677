"""Marks on the canvas that belong to no layer: where a finding is, where two works meet."""

from typing import Any, NamedTuple, Optional

from qgis.core import QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from shapely import total_bounds

from ..compat import POINT_GEOMETRY
from ..trade.box import Box
from .place import on_canvas, zoom_to


class Mark(NamedTuple):
    """How a mark looks."""

    colour: QColor
    line: Qt.PenStyle


FOUND = Mark(QColor(255, 0, 170), Qt.PenStyle.SolidLine)
STREET = Mark(QColor(84, 39, 143), Qt.PenStyle.DotLine)  # as no layer of streets looks
_FILL_ALPHA = 60
_EDGE = QColor(255, 255, 255, 220)
_BEFORE = QColor(90, 90, 90)
_MEETING = Mark(QColor(255, 200, 0), Qt.PenStyle.SolidLine)
_SMALL_PX = 18


class Highlight:
    """One marked place on a canvas; a new one replaces it. Call `remove` when done with it.

    Within it there may be where it meets something else, in another colour.
    Beside it there may be the outline, dashed, of a shape as it was before it was changed.
    """

    def __init__(self, canvas: QgsMapCanvas, mark: Mark = FOUND) -> None:
        self._canvas = canvas
        self._mark = mark
        self._geometry: Optional[Any] = None
        self._band: Optional[QgsRubberBand] = None
        self._meeting: Optional[Any] = None
        self._meeting_bands: list[QgsRubberBand] = []
        self._before: Optional[Any] = None
        self._before_band: Optional[QgsRubberBand] = None
        canvas.destinationCrsChanged.connect(self._follow)

    @property
    def shown(self) -> bool:
        """Whether a place is marked now."""
        return self._band is not None

    def show(self, geometry: Any) -> None:
        """Mark `geometry` (Shapely or QgsGeometry, EPSG:27700). Raises StreetWorksError."""
        self.clear()
        self._band = self._marked(geometry, self._mark)
        if self._band is not None:
            fill = QColor(self._mark.colour)
            fill.setAlpha(_FILL_ALPHA)
            self._band.setFillColor(fill)
            self._geometry = geometry

    def zoom_to(self, geometry: Any) -> None:
        """Mark `geometry` (EPSG:27700) and bring it into view. Raises StreetWorksError."""
        self.show(geometry)
        if self.shown:
            zoom_to(self._canvas, geometry)

    def zoom_to_both(self, geometry: Any, ours: Any, meeting: Optional[Any]) -> None:
        """Mark `geometry` and bring it and `ours` into view (Shapely, EPSG:27700).

        `meeting` is where the two meet, or come nearest to each other: it is in view too. Raises
        StreetWorksError.
        """
        self.show(geometry)
        zoom_to(self._canvas, Box(*total_bounds([geometry, ours, meeting])))
        if meeting is not None:
            self._show_meeting(meeting)

    def point_out(self, geometry: Any) -> None:
        """Mark `geometry` (EPSG:27700); the map moves only where it is not in view as a whole.

        So that a list of what is in view keeps its rows. What is too small to be seen is marked
        like a point. Raises StreetWorksError.
        """
        box = on_canvas(self._canvas, geometry).boundingBox()
        if not self._canvas.extent().contains(box):
            self.zoom_to(geometry)
            return
        small = max(box.width(), box.height()) < _SMALL_PX * self._canvas.mapUnitsPerPixel()
        self.show(geometry.centroid if small else geometry)

    @property
    def meeting_shown(self) -> bool:
        """Whether it is marked where two shapes meet."""
        return bool(self._meeting_bands)

    def _show_meeting(self, meeting: Any) -> None:
        """Mark each part by itself: they may be of several kinds."""
        bands = [self._marked(part, _MEETING) for part in getattr(meeting, "geoms", [meeting])]
        self._meeting_bands = [band for band in bands if band is not None]
        self._meeting = meeting

    def _marked(self, geometry: Any, mark: Mark) -> Optional[QgsRubberBand]:
        moved = on_canvas(self._canvas, geometry)
        if moved.isNull() or moved.isEmpty():
            return None
        band = QgsRubberBand(self._canvas, QgsWkbTypes.geometryType(moved.wkbType()))
        band.setColor(mark.colour)
        band.setLineStyle(mark.line)
        band.setSecondaryStrokeColor(_EDGE)
        band.setWidth(4)
        if moved.type() == POINT_GEOMETRY:
            band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
            band.setIconSize(_SMALL_PX)
        band.setToGeometry(moved)
        return band

    def clear(self) -> None:
        """Take the mark away."""
        for band in (self._band, *self._meeting_bands):
            if band is not None:
                self._canvas.scene().removeItem(band)
        self._band = self._geometry = self._meeting = None
        self._meeting_bands = []

    @property
    def before_shown(self) -> bool:
        """Whether the outline of a shape as it was is on the map."""
        return self._before_band is not None

    def show_before(self, geometry: Any) -> None:
        """Draw the dashed outline of `geometry` (EPSG:27700), in place of the one before.

        Raises StreetWorksError.
        """
        self.clear_before()
        moved = on_canvas(self._canvas, geometry)
        if moved.isNull() or moved.isEmpty():
            return
        band = QgsRubberBand(self._canvas, QgsWkbTypes.geometryType(moved.wkbType()))
        band.setStrokeColor(_BEFORE)
        band.setFillColor(QColor(Qt.GlobalColor.transparent))
        band.setSecondaryStrokeColor(_EDGE)
        band.setLineStyle(Qt.PenStyle.DashLine)
        band.setWidth(2)
        band.setToGeometry(moved)
        self._before_band, self._before = band, geometry

    def clear_before(self) -> None:
        """Take the outline of the shape as it was away."""
        if self._before_band is not None:
            self._canvas.scene().removeItem(self._before_band)
        self._before_band = self._before = None

    def remove(self) -> None:
        """Take the marks away for good and let go of the canvas."""
        self.clear()
        self.clear_before()
        self._canvas.destinationCrsChanged.disconnect(self._follow)

    def _follow(self) -> None:
        """Draw the marks anew when the project's coordinate system changes."""
        geometry, meeting, before = self._geometry, self._meeting, self._before
        self.clear()
        self.clear_before()
        if not self._canvas.mapSettings().destinationCrs().isValid():
            return
        if geometry is not None:
            self.show(geometry)
        if meeting is not None:
            self._show_meeting(meeting)
        if before is not None:
            self.show_before(before)
