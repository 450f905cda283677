"""Works on one street, though far apart."""

from dataclasses import dataclass
from typing import ClassVar

from ...trade.kinds import FORWARD_PLAN, WORKS
from ...words import tr
from .. import told
from ..grade import Grade
from ..meetings import (
    Grades,
    Pairs,
    near,
    no_further,
    on_one_street,
    together,
    unless_placeless,
)
from ..pair import Pair
from ..rule import Rule, days, metres
from ..shelf import Shelf

_BESIDE_M = 10.0
"""How far from the line of a street works lie that are still on it."""


@dataclass(frozen=True)
class SameStreet(Rule):
    """Works and forward plans on one street, on the same days or almost: share what can be shared.

    The street is the same by its USRN or name, or where one lies beside the line of the other's:
    the map does not tell the street of works. Where two are nearer than that, `near` speaks too.
    """

    name: ClassVar[str] = "same_street"
    grade: ClassVar[Grade] = Grade.OPPORTUNITY

    along_m: float = metres(500.0, lambda: tr("along the street within"))
    margin_days: int = days(0, lambda: tr("apart at most"))

    def title(self) -> str:
        """Say in a few words what the rule looks for."""
        return tr("Works on the same street")

    def help(self) -> str:
        """Say what the rule finds and what that means."""
        return tr(
            "Works and forward plans on the same street, though further away, on the same days or"
            " a few days apart: traffic management and notices to residents may be shared."
        )

    def pairs(self, ours: Shelf, theirs: Shelf) -> Pairs:
        """Return those on one street that are not too far apart."""
        found = together(
            on_one_street(ours, theirs),
            near(ours.street_lines, theirs.tree, _BESIDE_M),
            near(ours.shapes, theirs.street_tree, _BESIDE_M),
        )
        shared = theirs.of_kind(found.theirs, WORKS) | theirs.of_kind(found.theirs, FORWARD_PLAN)
        return no_further(ours, theirs, found.where(shared), self.along_m, self.reach_days)

    def grades(self, ours: Shelf, theirs: Shelf, pairs: Pairs) -> Grades:
        """Return how serious each is, by its days; of a shape that is missing it cannot be said."""
        return unless_placeless(ours, theirs, pairs, super().grades(ours, theirs, pairs))

    def why(self, pair: Pair) -> str:
        """Say that it is one street, how near the two are, and on which days."""
        return told.joined(tr("on the same street"), told.near_and_when(pair))
