"""Works in view that have changed at the register are fetched again."""

from collections.abc import Set
from datetime import datetime
from typing import Callable

from ..trade.box import Box
from ..trade.days import Days
from ..trade.kinds import FORWARD_PLAN, WORKS
from .fetching import Fetch
from .finding import sql
from .gathering import Arrived, Gathering
from .store.store import Store

MOST = 20  # works changed at once; when it is more, the next refresh is cheaper
_BESIDE_M = 1.0
_OF_WORKS = (WORKS, FORWARD_PLAN)


def boxes_of(store: Store, view: Box, references: Set[str]) -> list[Box]:
    """Return where those of the works are that the store has in `view` (EPSG:27700)."""
    where = sql.is_one_of("work_reference", sorted(references))
    if not where:
        return []
    rows = [row for kind in _OF_WORKS for row in store.rows(kind, view, None, where, MOST).rows]
    return [row.bounds.grown(_BESIDE_M) for row in rows][:MOST]


def fetch_again(
    store: Store,
    fetch: Fetch,
    boxes: list[Box],
    days: Days,
    since: datetime,
    cancelled: Callable[[], bool],
    arrived: Arrived,
) -> None:
    """Fetch what is in some boxes anew, as `Gathering` does. Raises StreetWorksError."""
    for box in boxes:
        again = Gathering(store, fetch, box, days, kinds=_OF_WORKS, since=since)
        again.work(cancelled, arrived)
