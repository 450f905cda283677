"""Works of one promoter, which it may combine."""

from dataclasses import dataclass
from typing import ClassVar

from ...trade.kinds import FORWARD_PLAN, WORKS
from ...words import tr
from .. import told
from ..grade import Grade
from ..meetings import Pairs, in_reach, near
from ..pair import Pair
from ..rule import Rule, days, metres
from ..shelf import Flags, Shelf


@dataclass(frozen=True)
class SamePromoter(Rule):
    """Works and forward plans of the promoter of ours, near by and not long apart: combine them.

    A promoter plans its own works months ahead, so both thresholds are wider than those between
    strangers, and have names of their own. Nobody is the promoter of what has none.
    """

    name: ClassVar[str] = "same_promoter"
    grade: ClassVar[Grade] = Grade.OPPORTUNITY

    combine_m: float = metres(100.0, lambda: tr("within"))
    combine_days: int = days(60, lambda: tr("apart at most"))

    def title(self) -> str:
        """Say in a few words what the rule looks for."""
        return tr("Works of the same promoter")

    def help(self) -> str:
        """Say what the rule finds and what that means."""
        return tr(
            "Other works and forward plans of the same promoter near by, on the same days or some"
            " weeks apart: done together they open the street once."
        )

    def pairs(self, ours: Shelf, theirs: Shelf) -> Pairs:
        """Return which of theirs have the promoter of ours."""

        def asked(found: Pairs) -> Flags:
            promoter = ours.promoters[found.ours]
            same: Flags = (promoter == theirs.promoters[found.theirs]) & (promoter != "")
            works = theirs.of_kind(found.theirs, WORKS) | theirs.of_kind(found.theirs, FORWARD_PLAN)
            return same & works & in_reach(ours, theirs, found, self.reach_days)

        return near(ours.shapes, theirs.tree, self.combine_m, asked)

    def why(self, pair: Pair) -> str:
        """Say that both are one promoter's, how near they are, and on which days."""
        return told.joined(tr("of the same promoter"), told.near_and_when(pair))
