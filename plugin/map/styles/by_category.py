"""Category: a neutral ramp in the trade's order, as no source gives categories colours."""

from ...trade.labels import label
from ...trade.vocabulary.works import Category
from ...words import tr
from .look import Dash, Hatch, Look, Marker
from .scheme import Choice, Scheme, rest

_LOOKS: dict[str, Look] = {
    Category.MINOR: Look("#e4edf7", Marker.CIRCLE, Dash.SOLID, Hatch.NONE),
    Category.STANDARD: Look("#8dbae0", Marker.SQUARE, Dash.LONG, Hatch.FALLING),
    Category.PAA: Look("#528fca", Marker.PENTAGON, Dash.LONG_SHORT, Hatch.LEVEL),
    Category.MAJOR: Look("#2468ad", Marker.HEXAGON, Dash.SOLID, Hatch.RISING),
    Category.IMMEDIATE_URGENT: Look("#c77cc0", Marker.UPSIDE_DOWN, Dash.SHORT, Hatch.CROSSED),
    Category.IMMEDIATE_EMERGENCY: Look("#5b1166", Marker.TRIANGLE, Dash.SOLID, Hatch.GRID),
    Category.HS2_HIGHWAY: Look("#202020", Marker.PLUS, Dash.LONG_SHORT, Hatch.UPRIGHT),
}
_REST = Look("#7a7a7a", Marker.CROSS, Dash.DOTS, Hatch.UPRIGHT)


def by_category() -> Scheme:
    """Return the scheme."""
    return Scheme('"category"', tuple(_choice(value) for value in _LOOKS), rest(_REST), rising=True)


def _choice(value: str) -> Choice:
    return Choice((value,), lambda: _name(value), _LOOKS[value])


def _name(value: str) -> str:
    """Name a category as shortly as the Layers panel needs it: “Immediate” goes without saying."""
    immediate: dict[str, str] = {
        Category.IMMEDIATE_URGENT: tr("Urgent"),
        Category.IMMEDIATE_EMERGENCY: tr("Emergency"),
    }
    return immediate.get(value) or label(value)
