"""One stretch of days over some ground: which box of it to ask for next."""

import math
from collections.abc import Iterable
from typing import Optional

from ...trade.box import Box
from ...trade.days import Days
from .cutting import cut, may_be_cut
from .density import Density
from .ground import Piece
from .places import Bounds

LIMIT = 100
_FULL = 97.0
_CAUTION = 0.55
_THIN = 0.9
_LONGEST = 4.0

Rank = tuple[float, Piece]


class Survey:
    """The ground that is still to be asked for, and what is known of it.

    `boxes` do not overlap; what lies nearest to `focus` (easting, northing) comes first. Boxes are
    in EPSG:27700, in metres. Not for several threads at once.
    """

    def __init__(
        self, days: Days, boxes: Iterable[Box], density: Density, focus: tuple[float, float]
    ) -> None:
        self.days = days
        self.density = density
        self.free = [Piece(box, days) for box in boxes]
        self.asked: set[Piece] = set()
        self._focus = focus

    @property
    def finished(self) -> bool:
        """Whether there is nothing left to ask for and nothing unanswered."""
        return not self.free and not self.asked

    def rank(self) -> Optional[Rank]:
        """Return what tells which of several surveys is to be asked first, or None."""
        return min(map(self._rank, self.free)) if self.free else None

    def next(self) -> Piece:
        """Take the nearest piece that should not hold too many. Call it only if one is free."""
        _, piece = min(map(self._rank, self.free))
        self.free.remove(piece)
        while self._too_many(piece.box) and may_be_cut(piece.box):
            near, far = cut(piece.box, self.density, self._full(piece.box), self._focus)
            self.free.append(Piece(far, piece.days))
            piece = Piece(near, piece.days)
        piece = self._with_thin_neighbours(piece)
        self.asked.add(piece)
        return piece

    def take(self) -> list[Piece]:
        """Return the free pieces of all the days, which are from now on the caller's."""
        taken = [piece for piece in self.free if piece.days == self.days]
        self.free = [piece for piece in self.free if piece.days != self.days]
        return taken

    def came(self, piece: Piece, bounds: Bounds) -> None:
        """Learn from an answer with features of these bounds."""
        self.asked.discard(piece)
        if piece.days == self.days:
            self.density.came(piece.box, bounds)

    def failed(self, piece: Piece) -> None:
        """Do without the answer."""
        self.asked.discard(piece)

    def overflowed(self, piece: Piece) -> bool:
        """Put the piece back to be cut; return False if neither box nor days can be made less."""
        self.asked.discard(piece)
        if may_be_cut(piece.box):
            self.density.overflowed(piece.box)
            self.free.append(piece)
            return True
        halves = piece.days.halves()
        if len(halves) == 1:
            return False
        self.free.extend(Piece(piece.box, days) for days in halves)
        return True

    def _rank(self, piece: Piece) -> Rank:
        return piece.box.distance(self._focus), piece

    def _too_many(self, box: Box) -> bool:
        return self.density.must_overflow(box) or self.density.estimate(box) > self._full(box)

    def _full(self, box: Box) -> float:
        """Return how many features a box may be expected to hold to be asked for."""
        if not len(self.density.known_in(box)):
            return LIMIT
        unsure = max(0.0, self.density.growth - 1) * _FULL
        return _FULL - _CAUTION * math.sqrt(unsure)

    def _with_thin_neighbours(self, piece: Piece) -> Piece:
        """Add free neighbours to a piece as long as it should not hold too many."""
        while piece.days == self.days and self.density.estimate(piece.box) < _THIN * LIMIT:
            joined = [
                (self.density.estimate(box), box, other)
                for other in self.free
                if other.days == piece.days
                for box in _joined(piece.box, other.box)
                if not self._too_many(box)
            ]
            if not joined:
                break
            _, box, other = max(joined)
            self.free.remove(other)
            piece = Piece(box, piece.days)
        return piece


def _joined(one: Box, other: Box) -> list[Box]:
    """Return the box that two make which share a whole side, unless it is a needless strip."""
    level = one[1::2] == other[1::2] and (one[2] == other[0] or other[2] == one[0])
    upright = one[0::2] == other[0::2] and (one[3] == other[1] or other[3] == one[1])
    if not level and not upright:
        return []
    both = Box(
        min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3])
    )
    longer = max(both.width, both.height)
    grew = longer > max(one.width, one.height, other.width, other.height)
    return [] if grew and longer > _LONGEST * min(both.width, both.height) else [both]
