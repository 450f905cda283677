"""How clashes look: each grade has a mark, a line and a hatch of its own as well as a colour.

The signs are those of the list: a cross, a ring, a question mark. The marks differ in their
outlines too, as QGIS fills one that is selected with one colour.
"""

from collections.abc import Mapping
from typing import Any, Callable

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsSymbol,
)

from ...clashes.grade import Grade, title
from ...trade.kinds import Shape
from .look import EDGE, HALO, Dash, Hatch, Look, Marker
from .parts import letter, lines_across, made_of, marker, stroke, tint

GRADE = "grade"
"""The field whose values are the words of the grades."""

_LOOKS = {
    Grade.CLASH: Look("#b2182b", Marker.DIAMOND, Dash.SOLID, Hatch.CROSSED),
    Grade.OPPORTUNITY: Look("#08519c", Marker.CIRCLE, Dash.SHORT, Hatch.RISING),
    Grade.CANNOT_SAY: Look("#4d4d4d", Marker.SQUARE, Dash.DOTS, Hatch.NONE),
}
_SIZE = 5.0  # millimetres, all of these
_WIDTH = 1.4
_EDGE = 0.3  # on each side
_HALO = 0.5


def clash_renderer(shape: Shape) -> QgsCategorizedSymbolRenderer:
    """Return what draws clashes as points, lines or areas, the worst grade first in the legend."""
    worst_first = sorted(Grade, reverse=True)
    classes = [
        QgsRendererCategory(grade.word, symbol_of_grade(grade, shape), title(grade))
        for grade in worst_first
    ]
    return QgsCategorizedSymbolRenderer(GRADE, classes)


def symbol_of_grade(grade: Grade, shape: Shape) -> QgsSymbol:
    """Return the symbol of a grade as a point, a line or an area."""
    look = _LOOKS[grade]
    if shape is Shape.LINE:
        return made_of(QgsLineSymbol(), _strokes(look))
    if shape is Shape.POLYGON:
        return made_of(QgsFillSymbol(), [*_hatch(look), *_strokes(look)])
    return made_of(QgsMarkerSymbol(), [*_ground(look), *_SIGNS[grade](look)])


def _ground(look: Look) -> list[Any]:
    name = look.marker.name_in_qgis
    size = 1.25 * _SIZE if look.marker is Marker.DIAMOND else _SIZE
    return [
        marker(name, HALO, size, 0, _EDGE + _HALO),
        marker(name, EDGE, size, 0, _EDGE),
        marker(name, look.colour, size),
    ]


_SIGNS: Mapping[Grade, Callable[[Look], list[Any]]] = {
    Grade.CLASH: lambda _look: [marker("cross2", HALO, 0.45 * _SIZE, 0, 0.4)],
    Grade.OPPORTUNITY: lambda _look: [marker("circle", HALO, 0.62 * _SIZE)],
    Grade.CANNOT_SAY: lambda look: [
        marker("square", HALO, 0.88 * _SIZE),
        letter("?", look.colour, _SIZE),
    ],
}


def _strokes(look: Look) -> list[Any]:
    """Return the strokes of a line; what a dash leaves out is white."""
    return [stroke(HALO, _WIDTH + 2 * _HALO), stroke(look.colour, _WIDTH, look.dash.value)]


def _hatch(look: Look) -> list[Any]:
    across = [
        lines_across(colour, angle, width, 2.6)
        for angle in look.hatch.angles
        for colour, width in ((HALO, 0.9), (look.colour, 0.5))
    ]
    return [tint(HALO, 0.35), *across]
