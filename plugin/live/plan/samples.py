"""How dense features lie about a place, by the ground that was answered."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...trade.box import Box

Numbers = NDArray[Any]

_DICE = 3  # a box that was answered counts as so many samples on each side
_REACH = 0.3  # of a box's side: how far off samples count about the same
_WEIGHT_OF_MEAN = 0.005  # of a box's area: how much the mean of all samples counts


class Samples:
    """Counts of features on pieces of ground (EPSG:27700, metres)."""

    def __init__(self) -> None:
        self._rows: Numbers = np.empty((0, 4))  # easting, northing, square metres, features
        self._new: list[Numbers] = []
        self._sizes: Numbers = np.zeros(2)
        self._sized = 0

    def __len__(self) -> int:
        return len(self._rows) + len(self._new)

    @property
    def size(self) -> tuple[float, float]:
        """The mean width and height of the features that were seen, in metres."""
        width, height = (self._sizes / max(self._sized, 1)).tolist()
        return width, height

    def add(self, box: Box, bounds: Numbers) -> int:
        """Count the features of these bounds whose middle is in a box; return how many they are."""
        if len(bounds):
            self._sizes = self._sizes + (bounds[:, 2:] - bounds[:, :2]).sum(axis=0)
            self._sized += len(bounds)
        if box.area <= 0:
            return 0
        middles = (bounds[:, :2] + bounds[:, 2:]) / 2
        eastings = np.linspace(box.min_easting, box.max_easting, _DICE + 1)
        northings = np.linspace(box.min_northing, box.max_northing, _DICE + 1)
        counts = np.histogram2d(middles[:, 0], middles[:, 1], [eastings, northings])[0]
        across, along = np.meshgrid(
            (eastings[1:] + eastings[:-1]) / 2, (northings[1:] + northings[:-1]) / 2, indexing="ij"
        )
        area = np.full(counts.size, box.area / counts.size)
        self._new.append(np.column_stack([across.ravel(), along.ravel(), area, counts.ravel()]))
        return int(counts.sum())

    def density(self, eastings: Numbers, northings: Numbers, *, scale: float) -> Numbers:
        """Return features a square metre at each easting (rows) and northing (columns).

        The nearer a sample, the more it counts; `scale` says in metres what is near.
        """
        if self._new:
            self._rows = np.vstack([self._rows, *self._new])
            self._new = []
        if not len(self._rows):
            return np.zeros((len(eastings), len(northings)))
        across, along, area, count = self._rows.T
        off = (eastings[:, None, None] - across) ** 2 + (northings[None, :, None] - along) ** 2
        weight = (1 + off / (_REACH * scale) ** 2) ** -2
        share = _WEIGHT_OF_MEAN * scale**2
        mean = count.sum() / area.sum()
        found: Numbers = (weight @ count + share * mean) / (weight @ area + share)
        return found
