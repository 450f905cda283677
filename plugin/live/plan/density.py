"""How many features ground should hold, by what was learnt so far."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ...trade.box import Box
from .places import Bounds, as_bounds
from .samples import Samples

Numbers = NDArray[Any]

_LIMIT = 100
_OVER_LIMIT = 150  # what a box holds on average when it was refused
_NOTHING_SEEN = 2500  # what a refused box is taken to hold when that is all that is known
_LEAST_LEFT = 5
_MOST_REACH = 0.5  # of a box's side: more is not believed of features that reach across it
_LIKELY = 0.5  # of the mean: most boxes hold less, as a few hold very many
_WEIGHT_OF_GROWTH = 60  # known features that must have been asked again to outweigh the guess


@dataclass
class _Refused:
    """A box that holds more than the limit; how many features came of it since, of what ground."""

    box: Box
    came: int = 0
    answered: float = 0.0


class Density:
    """What is known of where features lie. Boxes and bounds are in EPSG:27700, in metres.

    `known` are the bounds (west, south, east, north) of the features that were there when the boxes
    of `ground`, which do not overlap, were last fetched. For each of them `growth` features are
    expected now; what is learnt corrects that. Ground outside `ground` is judged by its neighbours.
    Not for several threads at once.
    """

    def __init__(
        self,
        known: Optional[ArrayLike] = None,
        ground: Sequence[Box] = (),
        *,
        growth: float = 1.0,
    ) -> None:
        self._known = as_bounds(() if known is None else known)
        self._ground: Numbers = np.array(ground, dtype=float).reshape(-1, 4)
        self._guess = growth
        self._asked_again, self._came_again = 0.0, 0.0
        self._refused: list[_Refused] = []
        self._samples = Samples()
        for box in ground:
            self._samples.add(box, self._known)

    @property
    def growth(self) -> float:
        """How many features come for one that was known."""
        guessed = _WEIGHT_OF_GROWTH * self._guess
        return (self._came_again + guessed) / (self._asked_again + _WEIGHT_OF_GROWTH)

    @property
    def empty(self) -> bool:
        """Whether nothing is known that says where features lie."""
        return not len(self._ground) and not len(self._samples)

    def came(self, box: Box, bounds: Bounds) -> None:
        """Learn that a box was answered with features of these bounds."""
        self._learn_growth(box, len(bounds))
        inside = self._samples.add(box, bounds)
        for one in self._refused:
            if one.box.contains(box):
                one.came += inside
                one.answered += box.area
        self._refused = [one for one in self._refused if one.answered < one.box.area * 0.999]

    def overflowed(self, box: Box) -> None:
        """Learn that a box holds more than the limit."""
        self._learn_growth(box, None)
        self._refused = [one for one in self._refused if not one.box.contains(box)]
        self._refused.append(_Refused(box))

    def known_in(self, box: Box) -> Numbers:
        """Return the bounds of the known features that may meet a box."""
        west, south, east, north = box
        all_ = self._known
        here: Numbers = all_[
            (all_[:, 0] <= east)
            & (all_[:, 2] >= west)
            & (all_[:, 1] <= north)
            & (all_[:, 3] >= south)
        ]
        return here

    def must_overflow(self, box: Box) -> bool:
        """Whether a box was refused that lies in this one."""
        return any(box.contains(one.box) for one in self._refused)

    def estimate(self, box: Box) -> float:
        """Return how many features a box should hold."""
        return self.growth * len(self.known_in(box)) + float(self.unknown(box, 4, 4).sum())

    def unknown(self, box: Box, columns: int, rows: int) -> Numbers:
        """Return how many features the unknown ground of a box should hold, by cells.

        The result has a row for each of the `columns` from west to east.
        """
        eastings = np.linspace(box.min_easting, box.max_easting, columns + 1)
        northings = np.linspace(box.min_northing, box.max_northing, rows + 1)
        area = self._unknown_area(eastings, northings)
        if area.sum() <= 1e-6 * box.area:
            return np.zeros((columns, rows))
        places = (eastings[1:] + eastings[:-1]) / 2, (northings[1:] + northings[:-1]) / 2
        dense = self._samples.density(*places, scale=math.sqrt(box.area))
        if self.empty and self._refused:
            dense += _NOTHING_SEEN / min(one.box.area for one in self._refused)
        for one in self._refused:
            dense = np.maximum(dense, self._at_least(one, *places))
        reach = math.prod(
            1 + min(_MOST_REACH, size / max(side, 1.0))
            for size, side in zip(self._samples.size, (box.width, box.height))
        )
        return _LIKELY * dense * area * reach

    def _learn_growth(self, box: Box, came: Optional[int]) -> None:
        known = len(self.known_in(box))
        if known:
            if came is None:
                came = round(max(1.15 * _LIMIT, known * self.growth))
            self._asked_again += known
            self._came_again += came

    def _unknown_area(self, eastings: Numbers, northings: Numbers) -> Numbers:
        area = np.outer(np.diff(eastings), np.diff(northings))
        if len(self._ground):
            wide = _shared(eastings, self._ground[:, 0], self._ground[:, 2])
            high = _shared(northings, self._ground[:, 1], self._ground[:, 3])
            area = np.clip(area - wide @ high.T, 0, None)
        return area

    def _at_least(self, one: _Refused, eastings: Numbers, northings: Numbers) -> Numbers:
        """Return how dense the places in a refused box must be, as it holds so many more."""
        whole = _NOTHING_SEEN if self.empty else _OVER_LIMIT
        left = max(whole - one.came, _LEAST_LEFT) / max(one.box.area - one.answered, 1.0)
        west, south, east, north = one.box
        across = (eastings > west) & (eastings < east)
        along = (northings > south) & (northings < north)
        return np.outer(across, along) * left


def _shared(edges: Numbers, low: Numbers, high: Numbers) -> Numbers:
    """Return the metres that each cell (a row) has in common with each range (a column)."""
    upper, lower = edges[1:, None], edges[:-1, None]
    shared: Numbers = np.clip(np.minimum(upper, high) - np.maximum(lower, low), 0, None)
    return shared
