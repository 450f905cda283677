"""How soon the first clashes of an extent are listed, and how long work on them holds QGIS."""

import tempfile
from datetime import date
from typing import Any

import shapely
from street_works.tests.bench import london
from street_works.tests.bench.london_service import LondonService
from street_works.tests.bench.measures import Measure, measure
from street_works.tools import application

SCRIPT = application.ROOT / "tests" / "journeys" / "scripts" / "clashes_held.py"
ANSWER_S = 0.1
MORE_MS = 200.0
HELD_MS = 50.0
_LONG_M, _WIDE_M, _LOOK_M = 30, 4, 300


def measures() -> list[Measure]:
    """Milliseconds to the first clashes, and that the main thread is held; beside what is allowed.

    It is held for the processor's time between two turns of its event loop; what the clock on the
    wall says of it stands in the name, since others' programs are in that.
    """
    found = measured()
    name = f"clashes: {found['met']} met among {found['known']:,}"
    said = f"an answer of {1000 * ANSWER_S:.0f} ms and {MORE_MS:.0f} ms"
    first = 1000 * found["first_s"]
    return [
        measure(f"{name}, first listed", "ms", first, 1000 * ANSWER_S + MORE_MS, said),
        *(
            measure(
                f"{name}, held by {what} ({found['frozen_ms'][what]:.0f} by the wall's clock)",
                "ms",
                held,
                HELD_MS,
                "allowed",
            )
            for what, held in found["held_ms"].items()
        ),
    ]


def measured() -> dict[str, Any]:
    """Let QGIS find and work with the clashes of an extent where works are densest."""
    first = date.today()
    works = london.works(first_day=first)
    service = LondonService(works, delay_s=ANSWER_S)
    url = service.start()
    try:
        email, password = service.credentials()
        with tempfile.TemporaryDirectory() as folder:
            given = {
                "url": url,
                "email": email,
                "password": password,
                "first": first.isoformat(),
                "extent": _densest(works).wkt,
                "folder": folder,
            }
            found = application.run(SCRIPT, given, timeout=400)
    finally:
        service.stop()
    if "error" in found:
        raise RuntimeError(found["error"])
    return found


def _densest(works: list[london.LondonWorks]) -> Any:
    """Return an extent around which most works are."""
    middles = shapely.centroid([one.geometry for one in works])
    tree = shapely.STRtree(middles)
    near, _ = tree.query(middles, predicate="dwithin", distance=_LOOK_M)
    counts = [0] * len(works)
    for one in near.tolist():
        counts[one] += 1
    there = middles[counts.index(max(counts))]
    return shapely.box(there.x, there.y, there.x + _LONG_M, there.y + _WIDE_M)
