"""What the register's feed of changes says of works that are in view: they are fetched again."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Callable

from ..api import StreetManager
from ..api.updates import Updates
from ..api.v1.enums import Role
from ..trade.box import Box
from ..trade.days import Days
from ..trade.kinds import FORWARD_PLAN, WORKS
from .finding import sql
from .gathering import Arrived, Fetch, Gathering
from .store.store import Store

MOST = 20  # works changed at once; when it is more, the next refresh is cheaper
_BESIDE_M = 1.0


def feeds_of(client: StreetManager, minutes: float) -> list[Updates]:
    """Return the feeds of what changed in the last minutes: contractors have one a promoter."""
    rights = client.rights
    own = rights.has(Role.PLANNER) or rights.has(Role.HIGHWAY_AUTHORITY)
    if own or not rights.has(Role.CONTRACTOR):
        return [Updates.of_the_last(client, minutes)]
    return [Updates.of_the_last(client, minutes, swa_code=code) for code in rights.contracts]


def changed_works(feeds: Iterable[Updates]) -> set[str]:
    """Return the references of works that changed since the bookmarks, which move on."""
    return {update.work_reference_number for updates in feeds for update in updates}


def boxes_of(store: Store, view: Box, references: set[str]) -> list[Box]:
    """Return where those of the works are that the store has in `view` (EPSG:27700)."""
    where = sql.is_one_of("work_reference", sorted(references))
    if not where:
        return []
    rows = [
        row
        for kind in (WORKS, FORWARD_PLAN)
        for row in store.rows(kind, view, None, where, MOST).rows
    ]
    return [row.bounds.grown(_BESIDE_M) for row in rows][:MOST]


def fetch_again(
    store: Store,
    fetches: Mapping[str, Fetch],
    boxes: list[Box],
    days: Days,
    since: datetime,
    cancelled: Callable[[], bool],
    arrived: Arrived,
) -> None:
    """Fetch what is in some boxes anew, as `Gathering` does. Raises StreetWorksError."""
    only = {kind: fetches[kind] for kind in (WORKS, FORWARD_PLAN)}
    for box in boxes:
        Gathering(store, only, box, days, since=since).work(cancelled, arrived)
