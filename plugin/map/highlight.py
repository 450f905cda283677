"""Marks on the canvas that belong to no layer: where a finding is, where two works meet."""

from typing import Any, Optional

from qgis.core import QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtGui import QColor

from .compat import POINT_GEOMETRY
from .place import on_canvas, zoom_to

_COLOUR = QColor(255, 0, 170)
_FILL = QColor(255, 0, 170, 60)
_EDGE = QColor(255, 255, 255, 220)


class Highlight:
    """One marked place on a canvas; a new one replaces it. Call `remove` when done with it."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._geometry: Optional[Any] = None
        self._band: Optional[QgsRubberBand] = None
        canvas.destinationCrsChanged.connect(self._follow)

    @property
    def shown(self) -> bool:
        """Whether a place is marked now."""
        return self._band is not None

    def show(self, geometry: Any) -> None:
        """Mark `geometry` (Shapely or QgsGeometry, EPSG:27700). Raises StreetWorksError."""
        self.clear()
        moved = on_canvas(self._canvas, geometry)
        if moved.isNull() or moved.isEmpty():
            return
        band = QgsRubberBand(self._canvas, QgsWkbTypes.geometryType(moved.wkbType()))
        band.setColor(_COLOUR)
        band.setFillColor(_FILL)
        band.setSecondaryStrokeColor(_EDGE)
        band.setWidth(4)
        if moved.type() == POINT_GEOMETRY:
            band.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
            band.setIconSize(18)
        band.setToGeometry(moved)
        self._band, self._geometry = band, geometry

    def zoom_to(self, geometry: Any) -> None:
        """Mark `geometry` (EPSG:27700) and bring it into view. Raises StreetWorksError."""
        self.show(geometry)
        if self.shown:
            zoom_to(self._canvas, geometry)

    def clear(self) -> None:
        """Take the mark away."""
        if self._band is not None:
            self._canvas.scene().removeItem(self._band)
        self._band = self._geometry = None

    def remove(self) -> None:
        """Take the mark away for good and let go of the canvas."""
        self.clear()
        self._canvas.destinationCrsChanged.disconnect(self._follow)

    def _follow(self) -> None:
        """Draw the mark anew when the project's coordinate system changes."""
        geometry = self._geometry
        if geometry is not None and self._canvas.mapSettings().destinationCrs().isValid():
            self.show(geometry)
        else:
            self.clear()
