"""Centre points when zoomed out: those close together become one with a number.

Its ring has the colour, and its badge the marker, of the most important class in it: a cluster
hides no road closure.
"""

import math
from typing import Any

from qgis.core import (
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsFontMarkerSymbolLayer,
    QgsMarkerSymbol,
    QgsPointClusterRenderer,
    QgsProperty,
    QgsSymbolLayer,
)
from qgis.PyQt.QtGui import QColor, QFont

from .look import EDGE, HALO, Look
from .parts import made_of, marker
from .scheme import Scheme

TOLERANCE = 9.0  # millimetres
COUNT = (
    "if(@cluster_size < 1000, to_string(@cluster_size),"
    " if(@cluster_size < 10000, format_number(@cluster_size / 1000, 1) || 'k',"
    " to_string(round(@cluster_size / 1000)) || 'k'))"
)
_STEPS = "CASE WHEN @cluster_size < 10 THEN {0} WHEN @cluster_size < 100 THEN {1} ELSE {2} END"
_SIZES = (5.4, 6.6, 8.0)
_BADGE = 3.0


def clustered(inner: QgsFeatureRenderer, scheme: Scheme) -> QgsPointClusterRenderer:
    """Return a renderer that draws single points as `inner` does, and clusters with a count.

    Points come in the order of their classes' importance. So the first of each cluster, whose
    attributes its symbol is drawn with, is of the most important class in it.
    """
    renderer = QgsPointClusterRenderer()
    renderer.setEmbeddedRenderer(inner)
    renderer.setTolerance(TOLERANCE)
    renderer.setClusterSymbol(_cluster(scheme))
    clause = QgsFeatureRequest.OrderByClause(scheme.rank(), True)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([clause]))
    renderer.setOrderByEnabled(True)
    return renderer


def _cluster(scheme: Scheme) -> QgsMarkerSymbol:
    ring = _disc(HALO, 0.8)
    _define(ring, QgsSymbolLayer.PropertyFillColor, _colour(scheme))
    discs = [_disc(HALO, 1.9), _disc(EDGE, 1.3), ring, _disc(EDGE, -0.8)]
    return made_of(QgsMarkerSymbol(), [*discs, _count(), *_badge(scheme)])


def _disc(colour: str, more: float) -> Any:
    disc = marker("circle", colour, 5 + more)
    _define(disc, QgsSymbolLayer.PropertySize, _STEPS.format(*(size + more for size in _SIZES)))
    return disc


def _count() -> Any:
    count = QgsFontMarkerSymbolLayer.create(
        {"font": QFont().family(), "font_style": "Bold", "chr": "0", "size": "3.0"}
    )
    count.setColor(QColor(HALO))
    _define(count, QgsSymbolLayer.PropertyCharacter, COUNT)
    return count


def _badge(scheme: Scheme) -> list[Any]:
    """Return a class's marker, small and at the upper right."""
    layers = [
        marker("circle", HALO, _BADGE, edge=0.8),
        marker("circle", EDGE, _BADGE, edge=0.35),
        marker("circle", HALO, _BADGE),
    ]
    name = scheme.by_class(lambda look: f"'{look.marker.name_in_qgis}'")
    for layer in layers:
        _define(layer, QgsSymbolLayer.PropertyName, name)
        _define(layer, QgsSymbolLayer.PropertyAngle, scheme.by_class(_angle))
        _define(layer, QgsSymbolLayer.PropertyOffset, scheme.by_class(_upper_right))
    _define(layers[-1], QgsSymbolLayer.PropertyFillColor, _colour(scheme))
    return layers


def _angle(look: Look) -> str:
    return str(look.marker.angle)


def _upper_right(look: Look) -> str:
    """Return the expression for the place of the badge; QGIS turns it with the marker."""
    back = math.radians(-look.marker.angle - 45)
    sides = ((0.62 * size * math.cos(back), 0.62 * size * math.sin(back)) for size in _SIZES)
    return _STEPS.format(*(f"'{x:.2f},{y:.2f}'" for x, y in sides))


def _colour(scheme: Scheme) -> str:
    return scheme.by_class(lambda look: f"'{look.colour}'")


def _define(layer: Any, what: Any, expression: str) -> None:
    layer.setDataDefinedProperty(what, QgsProperty.fromExpression(expression))
