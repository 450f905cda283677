"""Where to cut a box that holds too many features."""

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...trade.box import Box
from .density import Density

SMALLEST_M = 62.5
_SLICES = 16
_GRID_M = 0.5  # cuts lie on whole multiples of this
_TWICE = 0.01  # a cut doubles about so many features: those that lie on it
_MOST_CUTS = 400


def may_be_cut(box: Box) -> bool:
    """Whether both parts would be no smaller than SMALLEST_M across the cut."""
    return max(box.width, box.height) >= 2 * SMALLEST_M


def cut(box: Box, density: Density, full: float, focus: tuple[float, float]) -> tuple[Box, Box]:
    """Return the part nearer to `focus` (easting, northing) and the other.

    Where features are known, the cut leaves both parts with what fills whole boxes of `full`
    features; elsewhere it goes through the middle. `box` is one that may be cut.
    """
    axis = 0 if box.width >= box.height else 1
    known = density.known_in(box)
    grown = density.growth * len(known)
    if grown > full / 2 and grown >= density.unknown(box, 4, 4).sum():
        return _by_features(box, axis, density, full, focus)
    return _nearer_first(box.cut(axis, _on_grid(box.centre[axis])), focus)


def _by_features(
    box: Box, axis: int, density: Density, full: float, focus: tuple[float, float]
) -> tuple[Box, Box]:
    low, high = box[axis], box[axis + 2]
    known, growth = density.known_in(box), density.growth
    cells = (_SLICES, 2) if axis == 0 else (2, _SLICES)
    rising = np.cumsum(density.unknown(box, *cells).sum(axis=1 - axis))
    total = growth * len(known) + rising[-1]
    wanted = total * (1 + _TWICE * math.log2(max(1.0, total / full)))
    boxes = max(2, math.ceil(wanted / full))
    goal = min(total / boxes, full) * (boxes // 2)

    begins, ends = np.sort(known[:, axis]), np.sort(known[:, axis + 2])
    at = _places(low, high, begins)
    unknown = np.interp(at, np.linspace(low, high, _SLICES + 1), np.append(0.0, rising))
    below = growth * np.searchsorted(begins, at, side="right") + unknown
    above = growth * (len(ends) - np.searchsorted(ends, at, side="left")) + rising[-1] - unknown
    if focus[axis] < (low + high) / 2:
        fits = np.nonzero(below <= goal)[0]
        place = at[fits[-1]] if len(fits) else at[0]
    else:
        fits = np.nonzero(above <= goal)[0]
        place = at[fits[0]] if len(fits) else at[-1]
    return _nearer_first(box.cut(axis, float(place)), focus)


def _nearer_first(parts: tuple[Box, Box], focus: tuple[float, float]) -> tuple[Box, Box]:
    near, far = sorted(parts, key=lambda part: (part.distance(focus), part))
    return near, far


def _places(low: float, high: float, begins: NDArray[Any]) -> NDArray[Any]:
    """Return where a cut may be: evenly, and just before features."""
    first, last = low + SMALLEST_M, high - SMALLEST_M
    inside = begins[(begins > first) & (begins < last)]
    inside = inside[:: 1 + len(inside) // _MOST_CUTS]
    places = np.concatenate([np.linspace(first, last, 4 * _SLICES), inside])
    return np.unique(np.clip(np.floor(places / _GRID_M) * _GRID_M, first, last))


def _on_grid(place: float) -> float:
    return float(round(place / _GRID_M) * _GRID_M)
