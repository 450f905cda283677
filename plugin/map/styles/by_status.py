"""Status: what is still open with the authority, what may go ahead, what will not."""

from ...trade.kinds import ACTIVITY, FORWARD_PLAN, WORKS
from ...trade.labels import label
from ...trade.vocabulary.forward_plans import ForwardPlanStatus
from ...trade.vocabulary.permits import PermitStatus
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
    (_WAITING, (PermitStatus.SUBMITTED,)),
    (_BACK, (PermitStatus.PERMIT_MODIFICATION_REQUEST,)),
    (_AHEAD, (PermitStatus.GRANTED,)),
    (_DONE, (PermitStatus.PROGRESSED, PermitStatus.CLOSED)),
    (_NOT, (PermitStatus.REFUSED, PermitStatus.REVOKED, PermitStatus.CANCELLED)),
)
_PLAN = (
    (_AHEAD, (ForwardPlanStatus.RAISED,)),
    (_DONE, (ForwardPlanStatus.PROGRESSED,)),
    (_NOT, (ForwardPlanStatus.CANCELLED,)),
)


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
        f"if(\"cancelled\", '{PermitStatus.CANCELLED}', 'ahead')",
        (
            Choice(("ahead",), lambda: tr("Not cancelled"), _AHEAD),
            _choice(_NOT, (PermitStatus.CANCELLED,)),
        ),
        rest(_REST),
    )
