"""The shape of the rules that look for one kind of occupation near ours."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import ClassVar

from ..words import tr
from . import told
from .grade import Grade
from .meetings import Grades, Pairs, by_days, near
from .pair import Pair
from .rule import Rule, days, metres
from .shelf import Flags, Shelf
from .spans import Numbers


@dataclass(frozen=True)
class NearBy(Rule):
    """Finds some of theirs within a distance, on the same days."""

    grade: ClassVar[Grade] = Grade.CLASH
    """What a pair with a day in common is."""

    within_m: float = metres(25.0, lambda: tr("within"))

    @property
    def margin(self) -> int:
        """By how many days two may miss each other."""
        return 0

    @abstractmethod
    def wanted(self, theirs: Shelf, rows: Numbers) -> Flags:
        """Say of which rows of theirs the rule speaks."""

    def pairs(self, ours: Shelf, theirs: Shelf) -> Pairs:
        """Return which of them are near."""
        found = near(ours.shapes, theirs, self.within_m)
        return found.where(self.wanted(theirs, found.theirs))

    def grades(self, ours: Shelf, theirs: Shelf, pairs: Pairs) -> Grades:
        """Return how serious each is: whether they have days in common, or almost."""
        return by_days(ours, theirs, pairs, self.margin, self.grade)

    def why(self, pair: Pair) -> str:
        """Say how near the two are, and on which days."""
        return told.near_and_when(pair)


@dataclass(frozen=True)
class NearInTime(NearBy):
    """The same, and those that miss ours by a few days: an opportunity to work together."""

    margin_days: int = days(0, lambda: tr("days apart at most"))

    @property
    def margin(self) -> int:
        """By how many days two may miss each other."""
        return self.margin_days
