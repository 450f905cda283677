"""What a rule has found of two, or what cannot be said of one."""

from dataclasses import dataclass
from typing import Optional

from ..trade.days import Days
from ..trade.traffic import is_high_impact
from .grade import Grade
from .occupation import Occupation
from .pair import Pair
from .rule import Rule


@dataclass(frozen=True)
class Finding:
    """That ours and another meet by a rule.

    A pair that several rules speak of has a finding for each.
    """

    rule: Rule
    grade: Grade
    pair: Pair

    @property
    def ours(self) -> Occupation:
        """The works that were checked."""
        return self.pair.ours

    @property
    def other(self) -> Occupation:
        """What they meet."""
        return self.pair.other

    @property
    def days(self) -> Optional[Days]:
        """The days in common for sure, or None."""
        return self.pair.days

    @property
    def high_impact(self) -> bool:
        """Whether the other's traffic management weighs heavily on the street."""
        return is_high_impact(self.other.traffic)

    @property
    def why(self) -> str:
        """Say what meets where and when."""
        return self.rule.why(self.pair)


@dataclass(frozen=True)
class Unusable:
    """That one could not be compared, and why; `is_ours` says on which side it stands."""

    occupation: Occupation
    reason: str
    is_ours: bool
