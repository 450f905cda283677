"""Fetching everything in a box, one call after the other."""

from collections.abc import Hashable, Sequence
from datetime import datetime, timezone
from typing import Callable, Optional

from ..api.errors import Cancelled, TooManyFeatures
from ..errors import StreetWorksError
from ..trade.box import Box
from ..trade.days import Days
from ..trade.kinds import counted
from ..trade.records.on_map import MapAnswer, MapRecord, Unread
from ..words import tr
from .fetched import FailedBox, Fetched
from .plan.ground import Piece
from .plan.places import bounds_of
from .plan.plan import Ask, Plan

Fetch = Callable[[str, Box, Days], MapAnswer]
"""`Register.map_records`, or what stands for it."""
Report = Callable[[float, str], None]


def fetch_all(
    fetch: Fetch,
    kind: str,
    box: Box,
    days: Days,
    *,
    most_calls: int = 1000,
    report: Optional[Report] = None,
    cancelled: Optional[Callable[[], bool]] = None,
    now: Optional[Callable[[], datetime]] = None,
) -> Fetched:
    """Fetch every record of a kind in `box` (EPSG:27700, metres) and `days`, by a plan of boxes.

    A record that several boxes give is kept once. A box that fails is listed and the rest goes on,
    unless the error would repeat itself (no network, signed out, rate limit) or came three times in
    a row. `report` gets the fraction that is done and how much came; `cancelled` is asked before
    every call.

    When boxes failed and none gave its records, the error is raised: a StreetWorksError of the
    client. Raises ValueError for a box that is not finite or not in order.
    """
    as_of = (now or _now)()
    records: dict[str, MapRecord] = {}
    unread: dict[Hashable, Unread] = {}
    plan = Plan([Piece(box, days)], box, most_calls=most_calls)
    while not (cancelled and cancelled()) and (ask := plan.next()):
        try:
            answer = fetch(kind, *ask)
        except TooManyFeatures:
            plan.overflowed(ask)
        except Cancelled:
            break
        except StreetWorksError as error:
            plan.failed(ask, error)
        else:
            plan.came(ask, bounds_of(answer.records))
            for record in answer.records:
                records.setdefault(record.identity, record)
            _keep_unread(unread, ask, answer.unread)
        if report:
            report(plan.progress, tr("{what} so far").format(what=counted(kind, len(records))))
    if plan.failures and not plan.answered:
        raise plan.failures[0].error
    return Fetched(
        kind=kind,
        records=tuple(records.values()),
        unread=tuple(unread.values()),
        calls=plan.calls,
        incomplete=tuple(dict.fromkeys(ask.box for ask in plan.incomplete)),
        failed=tuple(FailedBox(ask.box, error) for ask, error in plan.failures),
        unasked=tuple(dict.fromkeys(ask.box for ask in plan.unasked)),
        as_of=as_of,
    )


def _keep_unread(kept: dict[Hashable, Unread], ask: Ask, unread: Sequence[Unread]) -> None:
    """Keep the records that could not be read, those with a reference once."""
    for number, one in enumerate(unread):
        kept.setdefault(one.reference or (ask, number), one)


def _now() -> datetime:
    return datetime.now(timezone.utc)
