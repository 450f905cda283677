"""Two extents on a picture of the map: the one that is asked for, and the one as it was."""

from typing import Any

from qgis.core import QgsMapToPixel
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPen

from ..compat import POINT_GEOMETRY, POLYGON_GEOMETRY
from .as_qgis import as_qgis

_ASKED, _FILL = QColor(200, 0, 130), QColor(200, 0, 130, 60)
_BEFORE = QColor(60, 60, 60)
_SMALL_PX = 7.0


def paint_change(image: QImage, to_pixel: QgsMapToPixel, shape: Any, before: Any) -> None:
    """Paint `shape` (Shapely, in the picture's coordinate system) on `image`, solid and filled.

    `before` lies over it, dashed and empty; a point is a circle, and a square as it was: no colour
    has to be seen.
    """
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    asked, area = _path(shape, to_pixel, square=False)
    painter.setPen(QPen(_ASKED, 3))
    painter.setBrush(QBrush(_FILL) if area else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawPath(asked)
    was, _area = _path(before, to_pixel, square=True)
    painter.setPen(QPen(_BEFORE, 2, Qt.PenStyle.DashLine))
    painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
    painter.drawPath(was)
    painter.end()


def _path(shape: Any, to_pixel: QgsMapToPixel, *, square: bool) -> tuple[QPainterPath, bool]:
    """Return the outline in pixels, and whether it has an inside."""
    geometry = as_qgis(shape)
    geometry.transform(to_pixel.transform())
    if geometry.type() != POINT_GEOMETRY:
        return geometry.constGet().asQPainterPath(), geometry.type() == POLYGON_GEOMETRY
    path, middle = QPainterPath(), geometry.asPoint()
    if square:
        size = 2.4 * _SMALL_PX
        path.addRect(QRectF(middle.x() - size / 2, middle.y() - size / 2, size, size))
    else:
        path.addEllipse(QPointF(middle.x(), middle.y()), _SMALL_PX, _SMALL_PX)
    return path, True
