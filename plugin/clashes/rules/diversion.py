"""Works on the other's diversion."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, Optional

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from ...words import tr
from .. import told
from ..meetings import Grades, Pairs, by_days, near, together
from ..occupation import Occupation
from ..pair import Pair
from ..rule import Rule, metres
from ..shapes import usable
from ..shelf import Shelf
from ..spans import Numbers


@dataclass(frozen=True)
class Diversion(Rule):
    """High-impact traffic management on the other's diversion, either way, on the same days.

    A closure there leaves no way at all; signals, lane closures and the like take the traffic of
    two roads on half of one, so they count as it does.
    """

    name: ClassVar[str] = "diversion"

    diversion_m: float = metres(10.0, lambda: tr("from the diversion within"))

    def title(self) -> str:
        """Say in a few words what the rule looks for."""
        return tr("Works on the other's diversion")

    def help(self) -> str:
        """Say what the rule finds and what that means."""
        return tr(
            "Closures and other high-impact traffic management on the way that traffic of the other"
            " is to take, on the same days: yours on theirs, and theirs on yours."
        )

    def pairs(self, ours: Shelf, theirs: Shelf) -> Pairs:
        """Return who stands on whose diversion and holds its traffic up, or may."""
        on_ours = near(ours.diversions, theirs.tree, self.diversion_m)
        on_theirs = near(ours.shapes, theirs.diversion_tree, self.diversion_m)
        return together(
            on_ours.where(theirs.holds_traffic[on_ours.theirs] > 0),
            on_theirs.where(ours.holds_traffic[on_theirs.ours] > 0),
        )

    def grades(self, ours: Shelf, theirs: Shelf, pairs: Pairs) -> Grades:
        """Return how serious each is by its days, and by how traffic is held up."""
        on_ours = self._weights(ours, pairs.ours, theirs, pairs.theirs)
        on_theirs = self._weights(theirs, pairs.theirs, ours, pairs.ours)
        return by_days(ours, theirs, pairs, common=np.maximum(on_ours, on_theirs))

    def _weights(self, diverted: Shelf, rows: Numbers, shelf: Shelf, others: Numbers) -> Grades:
        """Return how serious it is that others stand on these diversions; 0 if they do not."""
        apart_m = shapely.distance(diverted.diversions[rows], shelf.shapes[others])
        return np.where(apart_m <= self.diversion_m, shelf.holds_traffic[others], np.int8(0))

    def why(self, pair: Pair) -> str:
        """Say whose diversion it is, how both lead traffic, and on which days."""
        ours = tr("on your diversion") if self._on(pair.ours, pair.other_shape) else ""
        theirs = tr("you are on their diversion") if self._on(pair.other, pair.our_shape) else ""
        return told.joined(ours, theirs, told.traffic(pair), told.when(pair))

    def meeting_place(self, pair: Pair) -> Optional[BaseGeometry]:
        """Return where one stands on the diversion of the other, or the shortest line there."""
        if self._on(pair.ours, pair.other_shape):
            return replace(pair, our_shape=_way(pair.ours)).meeting_place
        return replace(pair, other_shape=_way(pair.other)).meeting_place

    def looks_from(self, ours: Occupation) -> Iterator[Optional[BaseGeometry]]:
        """Give the shape of ours and its diversion."""
        return iter((ours.shape, ours.diversion))

    def _on(self, diverted: Occupation, shape: Optional[BaseGeometry]) -> bool:
        return bool(shapely.distance(_way(diverted), shape) <= self.diversion_m)


def _way(diverted: Occupation) -> Optional[BaseGeometry]:
    return usable(diverted.diversion)[0]
