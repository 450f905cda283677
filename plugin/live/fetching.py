"""Fetching everything in a box, one call after the other."""

from collections.abc import Hashable
from datetime import datetime, timezone
from typing import Any, Callable, Optional

from ..api.errors import Cancelled, TooManyFeatures
from ..errors import StreetWorksError
from ..trade.box import Box
from ..trade.days import Days
from ..trade.kinds import WORKS, counted, identity_of
from ..words import tr
from .fetched import FailedBox, Fetched
from .plan.ground import Piece
from .plan.places import bounds_of
from .plan.plan import Ask, Plan

Fetch = Callable[[Box, Days], Any]
Report = Callable[[float, str], None]
Key = Callable[[Any], Hashable]


def fetch_all(
    box: Box,
    days: Days,
    fetch: Fetch,
    *,
    kind: str = WORKS,
    key: Optional[Key] = None,
    most_calls: int = 1000,
    report: Optional[Report] = None,
    cancelled: Optional[Callable[[], bool]] = None,
    now: Optional[Callable[[], datetime]] = None,
) -> Fetched:
    """Fetch everything in `box` (EPSG:27700, metres) and `days`, by a plan of boxes.

    `fetch(box, days)` returns a collection with `.features` and `.refused`. A feature that several
    boxes give is kept once: `key` tells them apart, by default the reference of the `kind`. A box
    that fails is listed and the rest goes on, unless the error would repeat itself (no network,
    signed out, rate limit) or came three times in a row. `report` gets the fraction that is done
    and how much came; `cancelled` is asked before every call.

    When boxes failed and none gave its features, the error is raised: a StreetWorksError of the
    client. Raises ValueError for a box that is not finite or not in order.
    """
    as_of = (now or _now)()
    same = key or (lambda feature: identity_of(kind, feature))
    features: dict[Hashable, Any] = {}
    refused: dict[Hashable, Any] = {}
    plan = Plan([Piece(box, days)], box, most_calls=most_calls)
    while not (cancelled and cancelled()) and (ask := plan.next()):
        try:
            collection = fetch(*ask)
        except TooManyFeatures:
            plan.overflowed(ask)
        except Cancelled:
            break
        except StreetWorksError as error:
            plan.failed(ask, error)
        else:
            plan.came(ask, bounds_of(collection.features))
            for feature in collection.features:
                features.setdefault(same(feature), feature)
            _keep_refused(refused, ask, collection.refused)
        if report:
            report(plan.progress, tr("{what} so far").format(what=counted(kind, len(features))))
    if plan.failures and not plan.answered:
        raise plan.failures[0].error
    return Fetched(
        kind=kind,
        features=list(features.values()),
        refused=tuple(refused.values()),
        calls=plan.calls,
        incomplete=tuple(dict.fromkeys(ask.box for ask in plan.incomplete)),
        failed=tuple(FailedBox(ask.box, error) for ask, error in plan.failures),
        unasked=tuple(dict.fromkeys(ask.box for ask in plan.unasked)),
        as_of=as_of,
    )


def _keep_refused(kept: "dict[Hashable, Any]", ask: Ask, refused: Any) -> None:
    """Keep the records that could not be read, those with a reference once."""
    for number, one in enumerate(refused):
        kept.setdefault(getattr(one, "reference", "") or (ask, number), one)


def _now() -> datetime:
    return datetime.now(timezone.utc)
