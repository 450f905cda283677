"""What checking and mending extents costs: a whole layer, large drawings, and larger ones."""

from collections.abc import Iterator
from typing import Any, Callable

import numpy as np
import shapely
from street_works.plugin.extents import Drawing, examine, mend
from street_works.plugin.extents.grid import from_national_grid
from street_works.tests.bench.measures import Measure, measure, milliseconds
from street_works.tools import application

Array = np.ndarray[Any, Any]
SCRIPT = application.ROOT / "tests" / "journeys" / "scripts" / "checking.py"
VERTICES = 2_000
FRAME_MS = 16.0
LARGE = (10_000, 20_000, 40_000)


def measures() -> list[Measure]:
    """Seconds for 100,000 extents beside QGIS's one check; milliseconds for a large drawing."""
    layers = (_layer(0.0, "sound"), _layer(0.01, "one in a hundred crossed"))
    drawings = (_drawing(crs) for crs in ("EPSG:27700", "EPSG:3857"))
    return [*layers, *drawings, *_large("one slip", _slipped), *_large("a bad hole", _holed)]


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


def _large(fault: str, make: Callable[[int], shapely.Polygon]) -> Iterator[Measure]:
    """Check and mend a fault in drawings of more and more points, beside what the first one says.

    Raises RuntimeError if the fault is not found.
    """
    a_point = 0.0
    for points in LARGE:
        drawing = Drawing(make(points).wkt, "EPSG:27700")
        if not examine(drawing).findings[0].mend:
            raise RuntimeError(f"{fault} is not found in {points} points")
        value = milliseconds(lambda drawing=drawing: _mended(drawing), 3)
        a_point = a_point or value / points
        name = f"checks: a drawing of {points} points with {fault}, checked and mended"
        baseline = f"as much a point as of {LARGE[0]}"
        yield measure(name, "ms", value, a_point * points, baseline)


def _mended(drawing: Drawing) -> None:
    examined = examine(drawing)
    mend(examined, examined.findings[0].rule)


def _slipped(points: int) -> shapely.Polygon:
    outline = _circle(points)
    outline[points // 3], outline[points // 2] = (429_980, 329_970), (430_020, 330_030)
    return shapely.Polygon(outline)


def _holed(points: int) -> shapely.Polygon:
    outside = shapely.box(431_000, 330_000, 431_010, 330_010).exterior
    return shapely.Polygon(_circle(points), [outside])


def _circle(points: int) -> Array:
    turns = np.linspace(0, 2 * np.pi, points, endpoint=False)
    return np.column_stack([430_000 + 400 * np.cos(turns), 330_000 + 400 * np.sin(turns)])
