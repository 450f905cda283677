"""The layers that symbols are made of, by QGIS's own names, which no version has changed."""

from collections.abc import Iterable
from typing import Any

from qgis.core import (
    QgsFontMarkerSymbolLayer,
    QgsLinePatternFillSymbolLayer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSymbol,
)
from qgis.PyQt.QtGui import QColor, QFont


def stroke(colour: str, width: float, dash: str = "") -> Any:
    """Return a line, or the edge of an area, of a width in millimetres."""
    return QgsSimpleLineSymbolLayer.create(
        {
            "line_color": _rgba(colour),
            "line_width": str(round(width, 2)),
            "joinstyle": "round",
            "capstyle": "flat" if dash else "round",
            "use_custom_dash": "1" if dash else "0",
            "customdash": dash or "5;2",
        }
    )


def marker(
    name: str, colour: str, size: float, angle: float = 0, edge: float = 0, rim: str = ""
) -> Any:
    """Return a marker, with an edge that is `edge` wide on either side of its bounds.

    The edge has the colour `rim`, or the marker's own.
    """
    return QgsSimpleMarkerSymbolLayer.create(
        {
            "name": name,
            "color": _rgba(colour),
            "size": str(round(size, 2)),
            "angle": str(angle),
            "joinstyle": "miter",
            "outline_style": "solid" if edge else "no",
            "outline_color": _rgba(rim or colour),
            "outline_width": str(round(2 * edge, 2)),
        }
    )


def bar(colour: str, length: float, width: float, offset: float) -> Any:
    """Return a level line across a marker."""
    return QgsSimpleMarkerSymbolLayer.create(
        {
            "name": "line",
            "angle": "90",
            "size": str(round(length, 2)),
            "offset": f"{offset},0",
            "outline_color": _rgba(colour),
            "outline_width": str(width),
        }
    )


def letter(character: str, colour: str, size: float) -> Any:
    """Return a marker that is a letter, in the window's font: QGIS's usual one has signs only."""
    return QgsFontMarkerSymbolLayer.create(
        {
            "font": QFont().family(),
            "chr": character,
            "color": _rgba(colour),
            "size": str(round(size, 2)),
        }
    )


def tint(colour: str, opacity: float) -> Any:
    """Return a plain fill without an edge."""
    return QgsSimpleFillSymbolLayer.create(
        {"color": _rgba(colour, opacity), "style": "solid", "outline_style": "no"}
    )


def lines_across(colour: str, angle: float, width: float, distance: float) -> Any:
    """Return a hatch."""
    return QgsLinePatternFillSymbolLayer.create(
        {
            "color": _rgba(colour),
            "angle": str(angle),
            "line_width": str(width),
            "distance": str(distance),
        }
    )


def made_of(symbol: QgsSymbol, layers: Iterable[Any]) -> QgsSymbol:
    """Let `symbol` consist of these layers only, the lowest first."""
    symbol.deleteSymbolLayer(0)
    for layer in layers:
        symbol.appendSymbolLayer(layer)
    return symbol


def _rgba(colour: str, opacity: float = 1.0) -> str:
    made = QColor(colour)
    return f"{made.red()},{made.green()},{made.blue()},{round(255 * opacity)}"
