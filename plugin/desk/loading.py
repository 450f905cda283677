"""Fetching all kinds of record around an extent."""

from typing import Callable

from ..api.register import Register
from ..background.task import Progress
from ..live.fetched import Fetched
from ..live.fetching import fetch_all
from ..live.gathering import days_of
from ..trade.box import Box
from ..trade.days import Days
from ..trade.kinds import KINDS


def fetch_kinds(
    register: Register,
    box: Box,
    days: Days,
    progress: Progress,
    arrived: Callable[[dict[str, Fetched]], None],
) -> dict[str, Fetched]:
    """Fetch all four kinds of record that meet `box` (EPSG:27700) and `days`.

    `arrived` is told, kind by kind, of all that came so far. Runs on a worker thread. Raises
    Cancelled when the planner stops it; what a box could not give is listed in each `Fetched`.
    """
    results: dict[str, Fetched] = {}
    for number, kind in enumerate(KINDS):

        def report(fraction: float, text: str = "", number: int = number) -> None:
            progress.report((number + fraction) / len(KINDS), text)

        results[kind] = fetch_all(
            register.map_records,
            kind,
            box,
            days_of(kind, days),
            report=report,
            cancelled=lambda: progress.cancelled,
        )
        progress.raise_if_cancelled()
        arrived(dict(results))
    return results
