"""What ground was covered, for which days, and when."""

from collections.abc import Iterable
from datetime import date, datetime, timezone
from typing import Any, NamedTuple, Optional

import numpy as np
from numpy.typing import NDArray

from ...trade.box import Box
from ...trade.days import Days
from .rectangles import rectangles

_Numbers = NDArray[Any]
_DAYS_AT_ONCE = 60  # each stretch of days is one bit of a mark
_CELLS_AT_ONCE = 250_000  # of the raster: larger ones are looked at in parts


class Piece(NamedTuple):
    """Ground (EPSG:27700) and the days that are meant of it."""

    box: Box
    days: Days


class Covered(NamedTuple):
    """A piece that was fetched whole; everything in it was so no earlier than `as_of`."""

    box: Box
    days: Days
    as_of: datetime


class Ground:
    """The pieces that were fetched; they may overlap, and of two the newer one counts."""

    def __init__(self, rows: Iterable[Covered] = ()) -> None:
        kept = list(rows)
        self._boxes: _Numbers = np.array([row.box for row in kept], dtype=float).reshape(-1, 4)
        self._days: _Numbers = np.array([_ordinals(row.days) for row in kept], dtype=int)
        self._days = self._days.reshape(-1, 2)
        self._when: _Numbers = np.array([row.as_of.timestamp() for row in kept], dtype=float)

    def missing(
        self, box: Box, days: Days, not_older_than: Optional[datetime] = None
    ) -> list[Piece]:
        """Return what is still to be asked for to know `box` for `days`: disjoint and few pieces.

        Ground that was covered before `not_older_than` counts as missing. A box without area has no
        ground and misses nothing.
        """
        return self._pieces(box, days, not_older_than, covered=False)

    def known(self, box: Box, days: Days, not_older_than: Optional[datetime] = None) -> list[Piece]:
        """Return what of `box` and `days` was covered since `not_older_than`: disjoint pieces."""
        return self._pieces(box, days, not_older_than, covered=True)

    def oldest(self, box: Box, days: Days) -> Optional[datetime]:
        """Return the oldest moment at which any of `box` and `days` was fetched; None if never."""
        here = self._when[self._meeting(box, *_ordinals(days))]
        return datetime.fromtimestamp(float(here.min()), timezone.utc) if len(here) else None

    def _meeting(self, box: Box, first: int, last: int) -> _Numbers:
        """Return which rows have ground and days in common with a box."""
        meeting: _Numbers = (
            (self._boxes[:, 0] < box.max_easting)
            & (self._boxes[:, 2] > box.min_easting)
            & (self._boxes[:, 1] < box.max_northing)
            & (self._boxes[:, 3] > box.min_northing)
            & (self._days[:, 0] <= last)
            & (self._days[:, 1] >= first)
        )
        return meeting

    def _pieces(
        self, box: Box, days: Days, since: Optional[datetime], *, covered: bool
    ) -> list[Piece]:
        if box.area <= 0:
            return []
        first, last = _ordinals(days)
        here = self._meeting(box, first, last)
        if since is not None:
            here &= self._when >= since.timestamp()
        boxes, spans = self._boxes[here], self._days[here]
        if _cells(box, boxes) > _CELLS_AT_ONCE:
            return [
                piece
                for part in _halves(box, boxes)
                for piece in self._pieces(part, days, since, covered=covered)
            ]
        starts = np.unique(
            np.clip(np.concatenate([[first], spans[:, 0], spans[:, 1] + 1]), first, last + 1)
        )
        ends = np.append(starts[starts <= last][1:], last + 1)
        starts = starts[starts <= last]
        pieces: list[Piece] = []
        for at in range(0, len(starts), _DAYS_AT_ONCE):
            part = slice(at, at + _DAYS_AT_ONCE)
            pieces += _disjoint(box, boxes, spans, starts[part], ends[part], covered)
        return pieces


def _disjoint(
    box: Box, boxes: _Numbers, spans: _Numbers, starts: _Numbers, ends: _Numbers, covered: bool
) -> list[Piece]:
    """Return the covered or the other pieces of `box` in stretches of days given by their ends.

    Every stretch is a bit in the mark of a cell, so ground of the same days is told as one.
    """
    eastings = _edges(box.min_easting, box.max_easting, boxes[:, 0::2])
    northings = _edges(box.min_northing, box.max_northing, boxes[:, 1::2])
    marks = np.zeros((len(northings) - 1, len(eastings) - 1), dtype=np.int64)
    west, east = (np.searchsorted(eastings, boxes[:, side]) for side in (0, 2))
    south, north = (np.searchsorted(northings, boxes[:, side]) for side in (1, 3))
    bits = 1 << np.arange(len(starts))
    held = (spans[:, :1] <= starts) & (spans[:, 1:] >= ends - 1)
    masks = (held * bits).sum(axis=1)
    for row in range(len(boxes)):
        marks[south[row] : north[row], west[row] : east[row]] |= masks[row]
    if not covered:
        marks = int(bits.sum()) & ~marks
    return [
        Piece(
            Box(*map(float, (eastings[w], northings[s], eastings[e], northings[n]))),
            _range(int(starts[since]), int(ends[until]) - 1),
        )
        for w, s, e, n, mark in rectangles(marks)
        for since, until in _runs(mark)
    ]


def _cells(box: Box, boxes: _Numbers) -> int:
    """Return how many cells the raster of a box has at most."""
    east = _edges(box.min_easting, box.max_easting, boxes[:, 0::2])
    north = _edges(box.min_northing, box.max_northing, boxes[:, 1::2])
    return (len(east) - 1) * (len(north) - 1)


def _halves(box: Box, boxes: _Numbers) -> tuple[Box, Box]:
    """Cut a box that is a raster of many cells in two, along a side of one of the boxes in it."""
    sides = [_edges(box[axis], box[axis + 2], boxes[:, axis::2]) for axis in (0, 1)]
    axis = 0 if len(sides[0]) >= len(sides[1]) else 1
    return box.cut(axis, float(sides[axis][len(sides[axis]) // 2]))


def _edges(low: float, high: float, sides: _Numbers) -> _Numbers:
    return np.unique(np.clip(np.concatenate([[low, high], sides.ravel()]), low, high))


def _runs(mark: int) -> list[tuple[int, int]]:
    """Return the first and the last place of each run of bits that are set."""
    runs, bit = [], 0
    while mark >> bit:
        if mark >> bit & 1:
            first = bit
            while mark >> (bit + 1) & 1:
                bit += 1
            runs.append((first, bit))
        bit += 1
    return runs


def _ordinals(days: Days) -> tuple[int, int]:
    return days.start.toordinal(), days.end.toordinal()


def _range(first: int, last: int) -> Days:
    return Days(date.fromordinal(first), date.fromordinal(last))
