"""What a rule has found of two, or what cannot be said of one."""

from dataclasses import dataclass
from typing import Optional

from shapely.geometry.base import BaseGeometry

from ..trade.days import Days
from ..trade.traffic import is_high_impact
from ..words import tr
from . import told
from .contact import contact
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

    @property
    def in_short(self) -> str:
        """Say by which rule the two meet, and why, such as "Works near by: they meet"."""
        return tr("{rule}: {why}").format(rule=self.rule.title(), why=self.why)

    @property
    def meeting_place(self) -> Optional[BaseGeometry]:
        """Where the two meet by the rule (EPSG:27700), or the shortest line between them."""
        return self.rule.meeting_place(self.pair)

    @property
    def said(self) -> tuple[str, ...]:
        """Say all of it: the rule and its values, why, the traffic of both, and whom to call."""
        said = (self.rule.said(), self.why, told.traffic(self.pair), contact(self.other))
        return tuple(filter(None, said))


@dataclass(frozen=True)
class Unusable:
    """That one could not be compared in space, or its diversion could not, and why.

    `is_ours` says on which side it stands.
    """

    occupation: Occupation
    reason: str
    is_ours: bool


@dataclass(frozen=True)
class Gap:
    """That others were not given, so that there may be more than was found.

    `what` names what was asked for, such as "Works", `reason` says what is missing of it.
    """

    what: str
    reason: str
