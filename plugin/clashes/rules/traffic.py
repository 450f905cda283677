"""Traffic management that cannot stand together."""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import shapely

from ...words import tr
from .. import told
from ..grade import Grade
from ..meetings import (
    Grades,
    Pairs,
    by_days,
    in_reach,
    near,
    no_further,
    on_one_street,
    together,
    unless_placeless,
)
from ..pair import Pair
from ..rule import Rule, metres
from ..shelf import Flags, Shelf

_TOUCH_M = 1.0
"""How far apart the lines of streets that meet may end."""


@dataclass(frozen=True)
class Traffic(Rule):
    """High-impact traffic management of two on one street, or on streets that meet.

    Where the line of a street is not known, the shape stands for it, and it meets what is within
    `street_m` of it. Where one is of high impact, and how traffic is led past the other is not
    told, it cannot be said.
    """

    name: ClassVar[str] = "traffic"

    street_m: float = metres(100.0, lambda: tr("streets nearer than"))
    along_m: float = metres(500.0, lambda: tr("along the streets within"))

    def title(self) -> str:
        """Say in a few words what the rule looks for."""
        return tr("Traffic management that cannot stand together")

    def help(self) -> str:
        """Say what the rule finds and what that means."""
        return tr(
            "Closures, lane closures, contra-flow, signals and convoys on the same street or on"
            " streets that meet, on the same days. Where a street is not known, what is near"
            " counts."
        )

    def pairs(self, ours: Shelf, theirs: Shelf) -> Pairs:
        """Return whose traffic management meets, and of whose that cannot be said."""

        def asked(roads: Pairs) -> Flags:
            return in_reach(ours, theirs, roads, self.reach_days) & (
                _weights(ours, theirs, roads) > 0
            )

        roads = near(ours.roads, theirs.road_tree, self.street_m, asked)
        found = together(on_one_street(ours, theirs), roads.where(_meet(ours, theirs, roads)))
        matter = found.where(_weights(ours, theirs, found) > 0)
        return no_further(ours, theirs, matter, self.along_m, self.reach_days)

    def grades(self, ours: Shelf, theirs: Shelf, pairs: Pairs) -> Grades:
        """Return how serious each is; what is not told of either makes that it cannot be said."""
        grades = by_days(ours, theirs, pairs, common=_weights(ours, theirs, pairs))
        return unless_placeless(ours, theirs, pairs, grades)

    def why(self, pair: Pair) -> str:
        """Say how both lead traffic, how near they are, and on which days."""
        return told.joined(told.traffic(pair), told.near_and_when(pair))


def _weights(ours: Shelf, theirs: Shelf, pairs: Pairs) -> Grades:
    """Return how serious it is that two lead traffic as they do, on the same days."""
    weights = ours.holds_traffic[pairs.ours], theirs.holds_traffic[pairs.theirs]
    return np.where(np.maximum(*weights) == Grade.CLASH, np.minimum(*weights), np.int8(0))


def _meet(ours: Shelf, theirs: Shelf, roads: Pairs) -> Flags:
    """Say which roads that are near meet: those whose lines are both known have to touch."""
    lines = ours.street_lines[roads.ours], theirs.street_lines[roads.theirs]
    apart: Flags = shapely.distance(*lines) > _TOUCH_M
    return ~apart
