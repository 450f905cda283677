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

_PLAN = (
    (_AHEAD, ForwardPlanStatus.RAISED),
    (_DONE, ForwardPlanStatus.PROGRESSED),
    (_NOT, ForwardPlanStatus.CANCELLED),
)


def by_status(kind: str) -> Scheme:
    """Return the scheme for a kind."""
    if kind == ACTIVITY:
        return _activity()
    choices = {WORKS: _permit, FORWARD_PLAN: _plan}[kind]()
    return Scheme('"status"', choices, rest(_REST))


def _permit() -> tuple[Choice, ...]:
    one = PermitStatus
    return (
        _choice(_WAITING, one.SUBMITTED),
        Choice((one.PERMIT_MODIFICATION_REQUEST,), lambda: tr("To be modified"), _BACK),
        _choice(_AHEAD, one.GRANTED),
        Choice((one.PROGRESSED, one.CLOSED), lambda: label(one.CLOSED), _DONE),
        Choice((one.REFUSED, one.REVOKED, one.CANCELLED), lambda: tr("Not going ahead"), _NOT),
    )


def _plan() -> tuple[Choice, ...]:
    return tuple(_choice(look, value) for look, value in _PLAN)


def _choice(look: Look, value: str) -> Choice:
    return Choice((value,), lambda: label(value), look)


def _activity() -> Scheme:
    """An activity has no status, but it may be cancelled."""
    return Scheme(
        f"if(\"cancelled\", '{PermitStatus.CANCELLED}', 'ahead')",
        (
            Choice(("ahead",), lambda: tr("Not cancelled"), _AHEAD),
            _choice(_NOT, PermitStatus.CANCELLED),
        ),
        rest(_REST),
    )
