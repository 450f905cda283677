"""How long it takes to make OSTN15's grid file for PROJ, and how large it is."""

from collections.abc import Iterator

import numpy as np
from pyproj import Transformer
from street_works.plugin.extents import by_proj, grid_file, ostn15
from street_works.plugin.files.ostn15_file import NAME
from street_works.tests.bench.converting import FILE
from street_works.tests.bench.measures import Measure, in_turn, measure

NODES = 661 * 1441


def measures() -> list[Measure]:
    """Give milliseconds and bytes, beside PROJ's own file, if that is there."""
    return list(_beside_proj())


def _beside_proj() -> Iterator[Measure]:
    if not FILE.is_file():
        print(f"grid file: nothing is measured beside PROJ's own, there is no {FILE.name}")
        return
    ostn15.prepare()
    theirs = Transformer.from_pipeline(by_proj._GRID.replace(NAME, str(FILE)))
    grid = np.meshgrid(np.linspace(0, 699_000, 661), np.linspace(0, 1_249_000, 1441))
    value, baseline = in_turn(
        [grid_file.content, lambda: theirs.transform(*grid, direction="INVERSE")], 3
    )
    other = f"pyproj with PROJ's own file, {NODES} positions"
    yield measure("grid file: to make it", "ms", value, baseline, other)
    size = len(grid_file.content())
    yield measure("grid file: size", "bytes", size, FILE.stat().st_size, "PROJ's own file")
