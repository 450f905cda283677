"""What a record is: activities by their type, the limits of the HS2 act as they are."""

from ...live.store.columns import ACTIVITY_KIND
from ...trade.kinds import HS2, title
from ...trade.labels import label
from ...trade.vocabulary.activities import ActivityKind
from ...words import tr
from .look import Dash, Hatch, Look, Marker
from .scheme import Choice, Scheme

_LOOKS: dict[str, Look] = {
    ActivityKind.SECTION58: Look("#3d0f4f", Marker.SQUARE, Dash.SOLID, Hatch.CROSSED),
    ActivityKind.SECTION50: Look("#e58fc0", Marker.UPSIDE_DOWN, Dash.LONG, Hatch.GRID),
    ActivityKind.EVENT: Look("#f0e442", Marker.STAR, Dash.SHORT, Hatch.NONE),
    ActivityKind.CRANE_MOBILE_PLATFORM: Look("#b34700", Marker.TRIANGLE, Dash.SHORT, Hatch.RISING),
    ActivityKind.SCAFFOLDING: Look("#0072b2", Marker.DIAMOND, Dash.LONG_SHORT, Hatch.FALLING),
    ActivityKind.HOARDING: Look("#56b4e9", Marker.PENTAGON, Dash.SOLID, Hatch.LEVEL),
    ActivityKind.SKIPS: Look("#007a5a", Marker.HEXAGON, Dash.LONG, Hatch.UPRIGHT),
    ActivityKind.COMPOUND: Look("#8cc084", Marker.CIRCLE, Dash.LONG_SHORT, Hatch.RISING),
    ActivityKind.OTHER: Look("#9a9a9a", Marker.PLUS, Dash.DOTS, Hatch.FALLING),
}
_REST = Look("#4a4a4a", Marker.CROSS, Dash.DOTS, Hatch.LEVEL)
_LIMITS = Look("#00788a", Marker.DIAMOND, Dash.LONG, Hatch.FALLING)


def by_type(kind: str) -> Scheme:
    """Return the scheme for a kind."""
    if kind == HS2:
        return Scheme("''", (), Choice((), lambda: title(HS2), _LIMITS))
    others = Choice((), lambda: tr("Not known"), _REST)
    return Scheme(f'"{ACTIVITY_KIND}"', tuple(_choice(value) for value in _LOOKS), others)


def _choice(value: str) -> Choice:
    return Choice((value,), lambda: _name(value), _LOOKS[value])


def _name(value: str) -> str:
    return tr("Crane/platform") if value == ActivityKind.CRANE_MOBILE_PLATFORM else label(value)
