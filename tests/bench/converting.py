"""How fast positions come to National Grid, and whether they come to the same place."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Callable

import numpy as np
import osgb
import shapely
from pyproj import Transformer, datadir
from street_works.plugin.extents import places
from street_works.plugin.extents.grid import (
    NATIONAL_GRID,
    positions_from_national_grid,
    positions_to_national_grid,
)
from street_works.tests.bench.measures import Measure, in_turn, measure
from street_works.tools import application

Array = np.ndarray[Any, Any]
# PROJ's own OSTN15 file, which comes with no package.
FILE = application.ROOT.parent / "shared" / "data" / "ostn15" / "uk_os_OSTN15_NTv2_OSGBtoETRS.tif"
SYSTEMS = ("EPSG:4258", "EPSG:4326")
VERTICES = 100_000
APART_M = 0.02
# PROJ's file has the shifts at other nodes. Of 10,000 places in England it puts 7 further away than
# that, up to 8 cm.
FEW = 0.001


def measures() -> list[Measure]:
    """Milliseconds for 100,000 vertices all over England, from degrees.

    Beside it PROJ with its OSTN15 file, if that is there, and the package `osgb`, which takes one
    position at a time. Raises RuntimeError if they do not agree.
    """
    vertices = _places_in_england()
    return [
        *_beside_proj(vertices),
        *(_compared(vertices, crs, "osgb, point by point", _one_by_one, 3) for crs in SYSTEMS),
    ]


def _places_in_england() -> Array:
    """Give eastings and northings, in no order."""
    chance = np.random.default_rng(1)
    anywhere = chance.uniform((80_000, 5_000), (656_000, 657_000), (4 * VERTICES, 2))
    outside = places.perhaps_outside(shapely.points(anywhere), np.hstack([anywhere, anywhere]))
    return anywhere[~outside][:VERTICES]


def _one_by_one(degrees: Array) -> list[tuple[float, float]]:
    return [osgb.ll_to_grid(latitude, longitude) for longitude, latitude in degrees.tolist()]


def _beside_proj(vertices: Array) -> Iterator[Measure]:
    if not FILE.is_file():
        print(f"converting: nothing is measured beside pyproj, there is no {FILE.name}")
        return
    with _proj_sees_the_file():
        for crs in SYSTEMS:
            step = Transformer.from_crs(crs, NATIONAL_GRID, always_xy=True)
            yield _compared(
                vertices,
                crs,
                "pyproj with OSTN15's grid file",
                lambda degrees, step=step: np.column_stack(step.transform(*degrees.T)),
                runs=15,
                few=FEW,
            )


@contextmanager
def _proj_sees_the_file() -> Iterator[None]:
    before = datadir.get_data_dir()
    datadir.append_data_dir(str(FILE.parent))
    try:
        yield
    finally:
        datadir.set_data_dir(before)


def _compared(
    vertices: Array,
    crs: str,
    name: str,
    other: Callable[[Array], Any],
    runs: int,
    few: float = 0.0,
) -> Measure:
    """Time the conversion beside another, of which `few` results in one may be somewhere else."""
    degrees = positions_from_national_grid(vertices, crs)
    ours, theirs = positions_to_national_grid(degrees, crs), np.asarray(other(degrees))
    apart = ~(np.hypot(*(ours - theirs).T) <= APART_M)
    if apart.mean() > few:
        raise RuntimeError(f"{crs}: {apart.sum()} places are not where {name} puts them")
    value, baseline = in_turn(
        [lambda: positions_to_national_grid(degrees, crs), lambda: other(degrees)], runs
    )
    what = f"converting: {VERTICES} vertices from {crs}"
    return measure(what, "ms", value, baseline, name)
