"""Symbols of a look: a white halo, a dark edge and the colour, so that any background will do.

Markers from afar have but a rim, white, or dark if their colour is light: QGIS keeps a symbol for
each point that it gathers to clusters.

Kinds are told apart as well, whatever the colours tell: works are full, activities have a dark
heart, forward plans are hollow, HS2 act limits a mere frame.
"""

from typing import Any

from qgis.core import QgsFillSymbol, QgsLineSymbol, QgsMarkerSymbol, QgsSymbol

from ...trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, WORKS, Shape
from .look import EDGE, HALO, Dash, Look, Marker
from .parts import bar, lines_across, made_of, marker, stroke, tint
from .scales import CENTRE

POINT_SIZE = 4.4  # millimetres, all of these
LINE_WIDTH = 1.7
FRAME_WIDTH = 1.1
_EDGE = 0.35  # on each side
_HALO = 0.45
_RIM = 0.4

_SIZES = {
    Marker.TRIANGLE: 1.2,
    Marker.UPSIDE_DOWN: 1.2,
    Marker.STAR: 1.45,
    Marker.DIAMOND: 1.15,
    Marker.SQUARE: 0.9,
    Marker.PLUS: 1.2,
    Marker.CROSS: 1.2,
    Marker.PENTAGON: 1.05,
}
_FROM_AFAR = {Marker.PLUS: 1.3, Marker.CROSS: 1.3}  # a rim takes most from thin arms
_TINTS = {WORKS: 0.45, ACTIVITY: 0.3, FORWARD_PLAN: 0.0, HS2: 0.0}


def symbol_of(look: Look, kind: str, shape: str) -> QgsSymbol:
    """Return the symbol for a look as a point, line or polygon of a kind, or as its CENTRE."""
    if shape == Shape.LINE.value:
        return made_of(QgsLineSymbol(), _strokes(look, kind, LINE_WIDTH))
    if shape == Shape.POLYGON.value:
        return made_of(QgsFillSymbol(), _area(look, kind))
    return made_of(QgsMarkerSymbol(), _markers(look, kind, from_afar=shape == CENTRE))


def _markers(look: Look, kind: str, *, from_afar: bool) -> list[Any]:
    name, angle = look.marker.name_in_qgis, look.marker.angle
    size = POINT_SIZE * _SIZES.get(look.marker, 1.0)
    if from_afar:
        whole = size * _FROM_AFAR.get(look.marker, 1.0) + _RIM
        layers = [marker(name, look.colour, whole, angle, _RIM / 2, look.rim)]
    else:
        layers = [
            marker(name, HALO, size, angle, _EDGE + _HALO),
            marker(name, EDGE, size, angle, _EDGE),
            marker(name, look.colour, size, angle),
        ]
    if look.striped:
        layers += [bar(HALO, 0.8 * size, 0.55, offset) for offset in (-0.22 * size, 0.22 * size)]
    return layers + _heart(kind, name, angle, size)


def _heart(kind: str, name: str, angle: float, size: float) -> list[Any]:
    if kind == ACTIVITY:
        return [marker("circle", HALO, 0.42 * size), marker("circle", EDGE, 0.26 * size)]
    if kind == FORWARD_PLAN:
        return [marker(name, HALO, 0.5 * size, angle)]
    return []


def _strokes(look: Look, kind: str, width: float) -> list[Any]:
    """Return the strokes of a line. What a dash leaves out is white, as the halo is."""
    layers = [stroke(HALO, width + 2 * (_EDGE + _HALO)), stroke(EDGE, width + 2 * _EDGE)]
    if look.dash is not Dash.SOLID:
        layers.append(stroke(HALO, width))
    layers.append(stroke(look.colour, width, look.dash.value))
    if kind == ACTIVITY:
        layers.append(stroke(EDGE, 0.2 * width))
    elif kind == FORWARD_PLAN:
        layers.append(stroke(HALO, 0.4 * width))
    return layers


def _area(look: Look, kind: str) -> list[Any]:
    layers = [tint(look.colour, _TINTS[kind])] if _TINTS[kind] else []
    for angle in look.hatch.angles:
        layers += [lines_across(HALO, angle, 1.0, 3.2), lines_across(EDGE, angle, 0.6, 3.2)]
        layers.append(lines_across(look.colour, angle, 0.4, 3.2))
    return layers + _strokes(look, kind, FRAME_WIDTH)
