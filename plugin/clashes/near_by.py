"""The shape of the rules that look for one kind of occupation near ours."""

from abc import abstractmethod
from dataclasses import dataclass

from ..words import tr
from . import told
from .meetings import Pairs, in_reach, near
from .pair import Pair
from .rule import Rule, days, metres
from .shelf import Flags, Shelf
from .spans import Numbers


@dataclass(frozen=True)
class NearBy(Rule):
    """Finds some of theirs within a distance, on the same days."""

    within_m: float = metres(25.0, lambda: tr("within"))

    @abstractmethod
    def wanted(self, theirs: Shelf, rows: Numbers) -> Flags:
        """Say of which rows of theirs the rule speaks."""

    def pairs(self, ours: Shelf, theirs: Shelf) -> Pairs:
        """Return which of them are near."""

        def asked(found: Pairs) -> Flags:
            matter = in_reach(ours, theirs, found, self.reach_days)
            matter[matter] = self.wanted(theirs, found.theirs[matter])
            return matter

        return near(ours.shapes, theirs.tree, self.within_m, asked)

    def why(self, pair: Pair) -> str:
        """Say how near the two are, and on which days."""
        return told.near_and_when(pair)


@dataclass(frozen=True)
class NearInTime(NearBy):
    """The same, and those that miss ours by a few days: an opportunity to work together."""

    margin_days: int = days(0, lambda: tr("apart at most"))
