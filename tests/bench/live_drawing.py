"""100,000 works in QGIS: from the store to the drawn map, and while they are loaded."""

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days
from street_works.tests.bench import london
from street_works.tests.bench.live_files import records_of, write_geojson, write_store
from street_works.tests.bench.london_service import LondonService
from street_works.tests.bench.measures import Measure, measure
from street_works.tools import application

SCRIPTS = application.ROOT / "tests" / "journeys" / "scripts"
COUNT = 100_000
NEAR = (529_800.0, 180_000.0, 530_800.0, 181_000.0)
LOADING_S = 20.0
MOST_HELD_MS = 50.0
_DAYS = Days(london.FIRST_DAY, london.FIRST_DAY + timedelta(days=365))
_DEFAULT, _STYLED = "geojson", "geojson, styled"

Found = dict[str, Any]


def measures() -> list[Measure]:
    """Seconds, megabytes, and milliseconds for which QGIS's main thread was held.

    Beside them the same works as one GeoJSON file in the same QGIS, with QGIS's default symbols and
    with ours; for the main thread, what is allowed.
    """
    works = london.works(COUNT)
    with tempfile.TemporaryDirectory() as folder:
        store, geojson = Path(folder) / "live-bench.gpkx", Path(folder) / "works.geojson"
        records = records_of(works)
        write_store(store, records, Box(*london.AREA), _DAYS)
        write_geojson(geojson, records)
        del records
        idle = _drawing("nothing", store)
        ours = _drawing("store", store)
        theirs = {way: _drawing(way, geojson) for way in (_DEFAULT, _STYLED)}
    for way, found in theirs.items():
        if ours["shapes"] != found["shapes"] or sum(found["shapes"].values()) != COUNT:
            raise RuntimeError(f"{way}: {found['shapes']}, the store: {ours['shapes']}")
    loading = _loading(LondonService(works))
    return [*_compared(ours, theirs), *_held(idle, ours, loading)]


def _compared(ours: Found, theirs: dict[str, Found]) -> Iterator[Measure]:
    for way, found in theirs.items():
        for key, what in (("opened_s", "opened and drawn"), ("near_s", "a near view drawn")):
            yield measure(f"live: {COUNT} works {what}", "s", ours[key], found[key], way)
        yield measure(
            f"live: QGIS's memory with {COUNT} works", "MB", ours["most_mb"], found["most_mb"], way
        )
        grown, their_grown = (one["most_mb"] - one["before_mb"] for one in (ours, found))
        yield measure(f"live: memory for {COUNT} works", "MB", grown, their_grown, way)


def _held(idle: Found, ours: Found, loading: Found) -> Iterator[Measure]:
    said = f"loading {loading['works']} of {COUNT} works"
    for what, found in (("doing nothing", idle), ("opening the store", ours), (said, loading)):
        longest, usual = found["holds"]["longest_ms"], found["holds"]["p99_ms"]
        name = f"live: main thread held, {what} (99 of 100: {usual:.0f})"
        yield measure(name, "ms", longest, MOST_HELD_MS, "allowed")


def _drawing(way: str, path: Path) -> Found:
    given = {"way": way, "path": str(path), "whole": london.AREA, "near": NEAR}
    return _checked(application.run(SCRIPTS / "drawing.py", given, timeout=120))


def _loading(service: LondonService) -> Found:
    """Let QGIS load all works, for some time."""
    url = service.start()
    try:
        email, password = service.credentials()
        given = {
            "url": url,
            "email": email,
            "password": password,
            "whole": london.AREA,
            "seconds": LOADING_S,
        }
        return _checked(application.run(SCRIPTS / "loading.py", given, timeout=120))
    finally:
        service.stop()


def _checked(found: Found) -> Found:
    if "error" in found or found.get("trouble"):
        raise RuntimeError(found.get("error") or found["trouble"])
    return found
