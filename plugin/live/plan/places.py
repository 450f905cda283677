"""Where features are, as arrays: west, south, east and north of each in EPSG:27700, in metres."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ...trade.box import Box

Bounds = NDArray[Any]
"""A row for each feature: west, south, east, north."""


def as_bounds(bounds: ArrayLike) -> Bounds:
    """Return bounds as an array of numbers with four columns."""
    return np.asarray(bounds, dtype=float).reshape(-1, 4)


def bounds_of(features: Iterable[Any]) -> Bounds:
    """Return the bounds of features of the GeoJSON API; those without a shape are left out."""
    rows = []
    for feature in features:
        geometry = getattr(feature, "geometry", None)
        pairs = np.array(list(_pairs(getattr(geometry, "coordinates", None))), dtype=float)
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


def _pairs(coordinates: Any) -> Iterator[tuple[float, float]]:
    if not isinstance(coordinates, (list, tuple)) or not coordinates:
        return
    if isinstance(coordinates[0], (int, float)):
        if len(coordinates) >= 2 and isinstance(coordinates[1], (int, float)):
            yield coordinates[0], coordinates[1]
        return
    for part in coordinates:
        yield from _pairs(part)
