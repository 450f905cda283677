"""Days left: how soon the works end; the last day counts in full."""

from collections.abc import Callable

from ...live.store.columns import END_DAY, START_DAY
from ...trade.kinds import WORKS
from ...trade.vocabulary.permits import PermitStatus
from ...words import tr
from .look import Dash, Hatch, Look, Marker
from .scheme import Choice, Scheme

TODAY = "to_date(now())"

_OVERDUE = Look("#2d0a1e", Marker.CROSS, Dash.LONG_SHORT, Hatch.CROSSED)
_TODAY = Look("#8f0f38", Marker.TRIANGLE, Dash.SOLID, Hatch.GRID)
_SOON = Look("#d9482b", Marker.UPSIDE_DOWN, Dash.LONG, Hatch.RISING)
_WEEK = Look("#e67e22", Marker.DIAMOND, Dash.SHORT, Hatch.FALLING)
_FORTNIGHT = Look("#e3b53d", Marker.PENTAGON, Dash.LONG_SHORT, Hatch.LEVEL)
_LATER = Look("#fff9db", Marker.CIRCLE, Dash.SOLID, Hatch.NONE)
_NOT_BEGUN = Look("#3f7fbf", Marker.SQUARE, Dash.LONG_SHORT, Hatch.UPRIGHT)
_OVER = Look("#8f969d", Marker.HEXAGON, Dash.DOTS, Hatch.NONE)
_UNKNOWN = Look("#4a4a4a", Marker.PLUS, Dash.DOTS, Hatch.UPRIGHT)

_START, _END = f'"{START_DAY}"', f'"{END_DAY}"'
_FINISHED = tuple(
    str(status)
    for status in (
        PermitStatus.CLOSED,
        PermitStatus.PROGRESSED,
        PermitStatus.REFUSED,
        PermitStatus.REVOKED,
        PermitStatus.CANCELLED,
    )
)
_RUNNING = (
    f"with_variable('left', round(day({_END} - {TODAY})), CASE"
    " WHEN @left < 0 THEN 'overdue' WHEN @left = 0 THEN 'today' WHEN @left <= 3 THEN '3'"
    " WHEN @left <= 7 THEN '7' WHEN @left <= 14 THEN '14' ELSE 'later' END)"
)


def by_days_left(kind: str) -> Scheme:
    """Return the scheme. Only works can be overdue: a permit stays open until it is closed."""
    finished = {WORKS: f'"status" IN {_FINISHED}'}.get(kind, f"{_END} < {TODAY}")
    by = (
        f"CASE WHEN {finished} THEN 'over'"
        f" WHEN {_START} IS NULL OR {_END} IS NULL THEN ''"
        f" WHEN {_START} > {TODAY} THEN 'not_begun'"
        f" ELSE {_RUNNING} END"
    )
    choices: tuple[Choice, ...] = (
        _choice("today", lambda: tr("Ends today"), _TODAY),
        _choice("3", lambda: tr("3 days or less"), _SOON),
        _choice("7", lambda: tr("7 days or less"), _WEEK),
        _choice("14", lambda: tr("14 days or less"), _FORTNIGHT),
        _choice("later", lambda: tr("Ends later"), _LATER),
        _choice("not_begun", lambda: tr("Not begun"), _NOT_BEGUN),
        _choice("over", lambda: tr("Over or stopped"), _OVER),
    )
    if kind == WORKS:
        late = _choice("overdue", lambda: tr("Overdue"), _OVERDUE)
        choices = (late, *choices)
    return Scheme(by, choices, Choice((), lambda: tr("No dates"), _UNKNOWN))


def _choice(value: str, title: Callable[[], str], look: Look) -> Choice:
    return Choice((value,), title, look)
