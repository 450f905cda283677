"""Small icons that differ in shape as well as in colour."""

from typing import Callable

from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap, QPolygonF

from ...plugin.clashes.grade import Grade
from ...plugin.clashes.verdict import Verdict
from ...plugin.extents import Severity
from .shades import calm_colour, caution_colour, trouble_colour

_SIZE = 16


def severity_icon(severity: Severity, palette: QPalette) -> QIcon:
    """Return a crossed circle for an error, a triangle for a warning, a ring for a note."""
    if severity is Severity.ERROR:
        return _icon(trouble_colour(palette), palette, _crossed_circle)
    if severity is Severity.WARNING:
        return _icon(caution_colour(palette), palette, _triangle)
    return _icon(calm_colour(palette), palette, _ring)


def grade_icon(grade: Grade, palette: QPalette) -> QIcon:
    """Return a crossed circle for a clash, a ring for an opportunity, a question mark else."""
    if grade is Grade.CLASH:
        return _icon(trouble_colour(palette), palette, _crossed_circle)
    if grade is Grade.OPPORTUNITY:
        return _icon(calm_colour(palette), palette, _ring)
    return _icon(palette.color(QPalette.ColorRole.WindowText), palette, _question)


def verdict_icon(verdict: Verdict, palette: QPalette) -> QIcon:
    """Return a tick, one in a ring, a triangle, two rings; nothing for what is not judged."""
    if verdict is Verdict.NOT_JUDGED:
        return QIcon()
    if verdict is Verdict.TO_BE_RESOLVED:
        return again_icon(palette)
    draw = {
        Verdict.NO_CONFLICT: _tick,
        Verdict.RESOLVED: _ringed_tick,
        Verdict.COLLABORATE: _two_rings,
    }[verdict]
    return _icon(calm_colour(palette), palette, draw)


def again_icon(palette: QPalette) -> QIcon:
    """Return a triangle, for what somebody has to see to."""
    return _icon(caution_colour(palette), palette, _triangle)


def _icon(colour: QColor, palette: QPalette, draw: Callable[[QPainter], None]) -> QIcon:
    """Return a symbol, which in a row that is selected has the colour of the text there."""
    icon = QIcon(_drawn(colour, draw))
    selected = palette.color(QPalette.ColorRole.HighlightedText)
    icon.addPixmap(_drawn(selected, draw), QIcon.Mode.Selected)
    return icon


def _drawn(colour: QColor, draw: Callable[[QPainter], None]) -> QPixmap:
    pixmap = QPixmap(_SIZE, _SIZE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, 2))
    draw(painter)
    painter.end()
    return pixmap


def _question(painter: QPainter) -> None:
    font = painter.font()
    font.setPixelSize(_SIZE)
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(QRectF(0, 0, _SIZE, _SIZE), Qt.AlignmentFlag.AlignCenter, "?")


def _ring(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(2, 2, 12, 12))


def _two_rings(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(1, 4, 8, 8))
    painter.drawEllipse(QRectF(7, 4, 8, 8))


def _tick(painter: QPainter) -> None:
    painter.drawPolyline(QPolygonF([QPointF(4, 8.5), QPointF(7, 11.5), QPointF(12, 5)]))


def _ringed_tick(painter: QPainter) -> None:
    _ring(painter)
    _tick(painter)


def _crossed_circle(painter: QPainter) -> None:
    _ring(painter)
    painter.drawLine(QPointF(5.5, 5.5), QPointF(10.5, 10.5))
    painter.drawLine(QPointF(10.5, 5.5), QPointF(5.5, 10.5))


def _triangle(painter: QPainter) -> None:
    painter.drawPolygon(QPolygonF([QPointF(8, 2), QPointF(14.5, 14), QPointF(1.5, 14)]))
    painter.drawLine(QPointF(8, 6.5), QPointF(8, 10))
