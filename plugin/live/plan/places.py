"""Where records are, as arrays: west, south, east and north of each in EPSG:27700, in metres."""

from collections.abc import Iterable, Iterator
from typing import Any, Optional, Union

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ...trade.box import Box
from ...trade.records.on_map import Coordinates, Geometry, MapRecord

Bounds = NDArray[Any]
"""A row for each record: west, south, east, north."""


def as_bounds(bounds: ArrayLike) -> Bounds:
    """Return bounds as an array of numbers with four columns."""
    return np.asarray(bounds, dtype=float).reshape(-1, 4)


def bounds_of(records: Iterable[MapRecord]) -> Bounds:
    """Return the bounds of records; those without a shape are left out."""
    rows = []
    for record in records:
        pairs = np.array(list(_pairs_of(record.geometry)), dtype=float)
        if len(pairs) and np.isfinite(pairs).all():
            rows.append([*pairs.min(axis=0), *pairs.max(axis=0)])
    return as_bounds(rows)


def middle_inside(box: Box, bounds: Bounds) -> NDArray[Any]:
    """Return which features have their middle in a box; one on a common side is in one box only."""
    easting, northing = (bounds[:, 0] + bounds[:, 2]) / 2, (bounds[:, 1] + bounds[:, 3]) / 2
    west, south, east, north = box
    inside: NDArray[Any] = (
        (easting >= west) & (easting < east) & (northing >= south) & (northing < north)
    )
    return inside


def _pairs_of(geometry: Optional[Geometry]) -> Iterator[tuple[float, float]]:
    if geometry is not None:
        yield from _pairs(geometry.coordinates)
        for part in geometry.geometries:
            yield from _pairs_of(part)


def _pairs(coordinates: Union[Coordinates, float]) -> Iterator[tuple[float, float]]:
    if not isinstance(coordinates, (list, tuple)) or not coordinates:
        return
    if isinstance(coordinates[0], (int, float)):
        if len(coordinates) >= 2 and isinstance(coordinates[1], (int, float)):
            yield coordinates[0], coordinates[1]
        return
    for part in coordinates:
        yield from _pairs(part)
