"""Status: what is still open with the authority, what may go ahead, what will not."""

from ...trade.kinds import ACTIVITY, FORWARD_PLAN, WORKS
from ...trade.labels import label
from ...words import tr
from .look import Dash, Hatch, Look, Marker
from .scheme import Choice, Scheme, rest

_WAITING = Look("#ffd34d", Marker.CIRCLE, Dash.SHORT, Hatch.RISING)
_BACK = Look("#d55e00", Marker.UPSIDE_DOWN, Dash.LONG_SHORT, Hatch.FALLING)
_AHEAD = Look("#0b6fb8", Marker.SQUARE, Dash.SOLID, Hatch.NONE)
_DONE = Look("#a9b4bd", Marker.HEXAGON, Dash.LONG, Hatch.LEVEL)
_NOT = Look("#3a1220", Marker.CROSS, Dash.DOTS, Hatch.CROSSED)
_REST = Look("#6a6a6a", Marker.PLUS, Dash.DOTS, Hatch.UPRIGHT)

_PERMIT = (
    (_WAITING, ("submitted",)),
    (_BACK, ("permit_modification_request",)),
    (_AHEAD, ("granted",)),
    (_DONE, ("progressed", "closed")),
    (_NOT, ("refused", "revoked", "cancelled")),
)
_PLAN = ((_AHEAD, ("raised",)), (_DONE, ("progressed",)), (_NOT, ("cancelled",)))


def by_status(kind: str) -> Scheme:
    """Return the scheme for a kind."""
    if kind == ACTIVITY:
        return _activity()
    groups = {WORKS: _PERMIT, FORWARD_PLAN: _PLAN}[kind]
    return Scheme('"status"', tuple(_choice(look, values) for look, values in groups), rest(_REST))


def _choice(look: Look, values: tuple[str, ...]) -> Choice:
    return Choice(values, lambda: " / ".join(label(value) for value in values), look)


def _activity() -> Scheme:
    """An activity has no status, but it may be cancelled."""
    return Scheme(
        "if(\"cancelled\", 'cancelled', 'ahead')",
        (Choice(("ahead",), lambda: tr("Not cancelled"), _AHEAD), _choice(_NOT, ("cancelled",))),
        rest(_REST),
    )
