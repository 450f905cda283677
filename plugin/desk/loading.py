"""How each kind of record is fetched from the register."""

from datetime import date
from typing import Any, Callable

from ..api import StreetManager
from ..background.jobs import Progress
from ..live.fetched import Fetched
from ..live.fetching import fetch_all
from ..trade.box import Box
from ..trade.days import TIMELESS, Days
from ..trade.kinds import HS2

Fetch = Callable[[StreetManager, Box, date, date], Any]

FETCHES: dict[str, Fetch] = {
    "works": lambda client, box, start, end: client.geojson.get_works_intersect_bounding_box(
        *box, start_date=start, end_date=end
    ),
    "activity": lambda client, box, start, end: client.geojson.get_activities_intersecting_bounds(
        *box, start_date=start, end_date=end
    ),
    "forward_plan": lambda client, box, start, end: (
        client.geojson.get_forward_plans_intersect_bounding_box(
            *box, start_date=start, end_date=end
        )
    ),
    "hs2": lambda client, box, start, end: client.geojson.get_hs2_act_limits_intersecting_bounds(
        *box
    ),
}


def fetch_kinds(
    client: StreetManager, box: Box, start: date, end: date, progress: Progress
) -> dict[str, Fetched]:
    """Fetch all four kinds of record that meet `box` (EPSG:27700) between `start` and `end`.

    Runs on a worker thread. Raises Cancelled when the planner stops it; what a box could not give
    is listed in each `Fetched`.
    """
    results = {}
    for number, (kind, fetch) in enumerate(FETCHES.items()):

        def report(fraction: float, text: str = "", number: int = number) -> None:
            progress.report((number + fraction) / len(FETCHES), text)

        def one(part: Box, days: Days, fetch: Fetch = fetch) -> Any:
            return fetch(client, part, days.start, days.end)

        results[kind] = fetch_all(
            box,
            TIMELESS if kind == HS2 else Days(start, end),
            one,
            kind=kind,
            report=report,
            cancelled=lambda: progress.cancelled,
        )
        progress.raise_if_cancelled()
    return results
