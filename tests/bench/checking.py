"""What checking extents costs: a whole layer, and a single large drawing."""

import numpy as np
import shapely
from street_works.plugin.extents import Drawing, examine
from street_works.plugin.extents.grid import from_national_grid
from street_works.tests.bench.measures import Measure, measure, milliseconds
from street_works.tools import application

SCRIPT = application.ROOT / "tests" / "journeys" / "scripts" / "checking.py"
VERTICES = 2_000
FRAME_MS = 16.0


def measures() -> list[Measure]:
    """Seconds for 100,000 extents beside QGIS's one check; milliseconds for a large drawing."""
    layers = (_layer(0.0, "sound"), _layer(0.01, "one in a hundred crossed"))
    return [*layers, *(_drawing(crs) for crs in ("EPSG:27700", "EPSG:3857"))]


def _layer(faulty: float, said: str) -> Measure:
    found = application.run(SCRIPT, {"faulty": faulty}, timeout=300)
    if found["our_invalid"] != found["their_invalid"]:
        raise RuntimeError(f"the two checks do not agree: {found}")
    name = f"checks: {found['count']} extents ({said}), every rule"
    return measure(name, "s", found["ours"], found["theirs"], f"{found['their_name']}, one rule")


def _drawing(crs: str) -> Measure:
    turns = np.linspace(0, 2 * np.pi, VERTICES, endpoint=False)
    outline = np.column_stack([430_000 + 50 * np.cos(turns), 330_000 + 50 * np.sin(turns)])
    wkt = from_national_grid(shapely.Polygon(outline), crs).geometry.wkt
    value = milliseconds(lambda: examine(Drawing(wkt, crs)), 30)
    name = f"checks: a drawing of {VERTICES} points in {crs}"
    return measure(name, "ms", value, FRAME_MS, "one frame at 60 a second")
