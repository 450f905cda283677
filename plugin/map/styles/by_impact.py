"""Impact of the traffic management: red, amber, green, by shape and darkness as well."""

from ...trade.traffic import Impact, impact_name
from ...words import tr
from .look import Dash, Hatch, Look, Marker
from .scheme import Choice, Scheme

_LOOKS: dict[str, Look] = {
    Impact.HIGH: Look("#b3001b", Marker.TRIANGLE, Dash.SOLID, Hatch.CROSSED),
    Impact.MEDIUM: Look("#ffb000", Marker.DIAMOND, Dash.LONG, Hatch.RISING),
    Impact.LOW: Look("#1f9e77", Marker.CIRCLE, Dash.SHORT, Hatch.NONE),
}
_REST = Look("#5f6670", Marker.SQUARE, Dash.DOTS, Hatch.UPRIGHT)


def by_impact() -> Scheme:
    """Return the scheme; high impact are Street Manager's six types."""
    return Scheme('"impact"', tuple(_choice(impact) for impact in _LOOKS), _unknown())


def _choice(impact: str) -> Choice:
    return Choice((impact,), lambda: impact_name(impact), _LOOKS[impact])


def _unknown() -> Choice:
    return Choice((Impact.UNKNOWN,), lambda: tr("Not known"), _REST)
