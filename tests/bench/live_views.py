"""How soon a slow service's first works are on the map in QGIS, and how soon panning stops it."""

import statistics
from collections.abc import Iterator
from itertools import product
from typing import Any

from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days
from street_works.tests.bench import london
from street_works.tests.bench.london_service import LondonService
from street_works.tests.bench.measures import Measure, measure
from street_works.tests.made.live_register import LIMIT
from street_works.tools import application

SCRIPT = application.ROOT / "tests" / "journeys" / "scripts" / "first_features.py"
ANSWER_S = 0.3
MORE_MS = 200.0
STOP_MS = 100.0
VIEWS = 12
_SIDE_M, _APART_M = 900, 3600
_FEWEST = 2


def measures() -> list[Measure]:
    """Milliseconds from the view's change to the first works, and from a pan to the request's end.

    Beside them what is allowed: one answer's time and 200 ms, and 100 ms.
    """
    found = measured(VIEWS)
    there = [1000 * one["there_s"] for one in found["first"]]
    drawn = [1000 * one["drawn_s"] for one in found["first"]]
    stopped = [1000 * one for one in found["stopped_s"]]
    allowed = 1000 * ANSWER_S + MORE_MS
    said = f"an answer of {1000 * ANSWER_S:.0f} ms and {MORE_MS:.0f} ms"
    rows = (
        ("first works in the layer", there, allowed, said),
        ("first works drawn", drawn, allowed, said),
        ("a pan ends the request", stopped, STOP_MS, "allowed"),
    )
    return [
        measure(f"live: {name} (worst {max(all_):.0f})", "ms", statistics.median(all_), most, why)
        for name, all_, most, why in rows
    ]


def measured(count: int) -> dict[str, Any]:
    """Let QGIS look at `count` views of a service that takes 300 ms an answer."""
    service = LondonService(london.works(), delay_s=ANSWER_S)
    url = service.start()
    try:
        email, password = service.credentials()
        views = [list(view) for view, _ in zip(_views(service), range(count))]
        given = {
            "url": url,
            "email": email,
            "password": password,
            "views": views,
            "whole": london.AREA,
            "days": [day.isoformat() for day in london.FORTNIGHT],
        }
        found = application.run(SCRIPT, given, timeout=120)
    finally:
        service.stop()
    if "error" in found:
        raise RuntimeError(found["error"])
    return found


def _views(service: LondonService) -> Iterator[Box]:
    """Give views far from each other, each with works that fit into one answer."""
    west, south, east, north = map(int, london.AREA)
    corners = product(range(west, east - _APART_M, _APART_M), range(south, north, _APART_M))
    for easting, northing in corners:
        view = Box(easting, northing, easting + _SIDE_M, northing + _SIDE_M)
        asked = view.grown(_SIDE_M)  # a canvas of another shape shows more
        held = service.held(view, Days(*london.FORTNIGHT))
        points = sum(one.geometry.geom_type == "Point" for one in held)
        if points >= _FEWEST and len(service.held(asked, Days(*london.FORTNIGHT))) < LIMIT:
            yield view
