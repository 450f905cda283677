"""A small icon for each kind of record, told apart by its shape alone."""

from typing import Callable

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QIcon, QPainter, QPalette, QPen, QPixmap, QPolygonF

from ...plugin.trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, WORKS

_SIZE = 16


def kind_icon(kind: str, palette: QPalette) -> QIcon:
    """Return a triangle for works, a square for activities, a ring for plans, a rhomb for limits.

    It has the colour in which `palette` writes on a list's ground.
    """
    pixmap = QPixmap(_SIZE, _SIZE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(palette.color(QPalette.ColorRole.Text), 2))
    _DRAWN[kind](painter)
    painter.end()
    return QIcon(pixmap)


def _triangle(painter: QPainter) -> None:
    painter.drawPolygon(QPolygonF([QPointF(8, 2), QPointF(14.5, 14), QPointF(1.5, 14)]))


def _square(painter: QPainter) -> None:
    painter.drawRect(QRectF(2.5, 2.5, 11, 11))


def _ring(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(2, 2, 12, 12))


def _rhomb(painter: QPainter) -> None:
    corners = [QPointF(8, 1.5), QPointF(14.5, 8), QPointF(8, 14.5), QPointF(1.5, 8)]
    painter.drawPolygon(QPolygonF(corners))


_DRAWN: dict[str, Callable[[QPainter], None]] = {
    WORKS: _triangle,
    ACTIVITY: _square,
    FORWARD_PLAN: _ring,
    HS2: _rhomb,
}
