"""OSTN15 as a file that PROJ reads, so that QGIS, and all else that asks PROJ, converts by it.

The nodes are those of Ordnance Survey's own file for such software, a minute of longitude and half
a minute of latitude apart. Between them PROJ interpolates the shifts, as OSTN15 itself does between
nodes a kilometre apart: it comes out less than a millimetre from OSTN15 as a rule, and some
centimetres at a few places. Where OSTN15's table ends, far out at sea, Ordnance Survey's file and
this one go on with the approximation that PROJ has without a file.
"""

from collections.abc import Iterator
from typing import Callable

import numpy as np

from ..files.ostn15_file import sealed, unsealed_mark
from . import by_proj, ostn15
from .control import Array
from .grid_tiff import Grid, as_tiff

_WEST, _EAST, _SOUTH, _NORTH = -9, 2, 49, 61
_TO_EAST, _TO_SOUTH = 60, 120  # nodes a degree
_OSGB36, _ETRS89 = 4277, 4258
_ROWS_AT_A_TIME = 32  # so that other threads need not wait long


def content(reported: Callable[[float], None] = lambda _part: None) -> bytes:
    """Make the file. `reported` hears how much of it is done, from 0 to 1.

    Raises `GridUnavailable` where there is no table of OSTN15.
    """
    ostn15.prepare()
    rows = []
    for part, offsets in _offsets():
        rows.append(offsets)
        reported(part)
    grid = Grid(
        np.concatenate(rows, axis=1),
        west=_WEST,
        north=_NORTH,
        east_step=1 / _TO_EAST,
        south_step=1 / _TO_SOUTH,
        source=_OSGB36,
        target=_ETRS89,
        area="United Kingdom",
        description=f"OSGB36 (EPSG:4277) to ETRS89 (EPSG:4258). {unsealed_mark()}",
        copyright=(
            "OSTN15: Copyright (c) 2015, Ordnance Survey and the Ministry of Defence (MOD). All "
            "rights reserved. BSD 2-Clause License, https://opensource.org/license/bsd-2-clause"
        ),
    )
    return sealed(as_tiff(grid))


def _offsets() -> Iterator[tuple[float, Array]]:
    """Give some rows of offsets at a time, from the north, and how much is done with them."""
    longitudes = np.arange((_EAST - _WEST) * _TO_EAST + 1) / _TO_EAST + _WEST
    latitudes = _NORTH - np.arange((_NORTH - _SOUTH) * _TO_SOUTH + 1) / _TO_SOUTH
    for first in range(0, len(latitudes), _ROWS_AT_A_TIME):
        some = latitudes[first : first + _ROWS_AT_A_TIME]
        here = np.meshgrid(longitudes, some)
        there = _to_etrs89(*by_proj.projected(*here))
        yield (
            min(1.0, (first + _ROWS_AT_A_TIME) / len(latitudes)),
            3600 * np.stack([there[1] - here[1], there[0] - here[0]]),
        )


def _to_etrs89(easting: Array, northing: Array) -> tuple[Array, Array]:
    """Bring eastings and northings to longitudes and latitudes, beyond OSTN15's table as well."""
    exact = ostn15.from_grid(easting, northing)
    if np.isfinite(exact[0]).all():
        return exact
    about = by_proj.helmert_from_grid(easting, northing)
    inside = np.isfinite(exact[0])
    return np.where(inside, exact[0], about[0]), np.where(inside, exact[1], about[1])
