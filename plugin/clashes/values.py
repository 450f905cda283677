"""What is compared, by which rules, and what comes out. Shapes are in EPSG:27700, in metres."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Optional

from shapely.geometry.base import BaseGeometry

from ..trade.traffic import is_high_impact
from ..trade.vocabulary.permits import PermitStatus

OVER_OR_GIVEN_UP: frozenset[str] = frozenset(
    {
        PermitStatus.CANCELLED,
        PermitStatus.REFUSED,
        PermitStatus.CLOSED,
        PermitStatus.REVOKED,
    }
)


class Grade(Enum):
    """How serious: the dates overlap, or the two are near enough in time to work together."""

    CLASH = "clash"
    OPPORTUNITY = "opportunity"


@dataclass(frozen=True)
class Candidate:
    """Something that may be in the way.

    `kind` is "works", "activity", "forward_plan", "hs2" or "own:" and a layer's name; `what` says
    in the planner's words what it is. `geometry` is None where the shape could not be read. `start`
    and `end` are civil days, both included; None leaves that side open. `restriction` marks a
    section 58. `works_reference` names the works that a record under another reference belongs to.
    """

    kind: str
    reference: str
    what: str
    geometry: Optional[BaseGeometry]
    start: Optional[date]
    end: Optional[date]
    status: str = ""
    traffic_management: str = ""
    restriction: bool = False
    works_reference: str = ""

    @property
    def dates_reversed(self) -> bool:
        """Whether its end lies before its start; it is then compared by the same days in order."""
        return self.start is not None and self.end is not None and self.end < self.start


@dataclass(frozen=True)
class ClashRules:
    """What counts as near, in space (metres) and in time (days), and what is left out.

    References are compared without regard to capitals. Raises ValueError for a negative limit.
    """

    distance_m: float = 25.0
    days: int = 0
    ignore_references: frozenset[str] = frozenset()
    ignore_statuses: frozenset[str] = field(default=OVER_OR_GIVEN_UP)

    def __post_init__(self) -> None:
        if not (self.distance_m >= 0 and self.days >= 0):
            raise ValueError("the distance and the days of a clash rule must not be negative")


@dataclass(frozen=True)
class Clash:
    """A candidate that is near the extent, and near or within its dates.

    `distance_m` has two decimals; 0 says that the shapes meet. `overlap_start` and `overlap_end`
    are the first and last day in common: None when there is none (an opportunity), or when the
    candidate has no dates at all and so counts for every day. `overlap_days` is then 0.
    `meeting_place` is what the shapes have in common, or the shortest line from the extent to the
    candidate.
    """

    candidate: Candidate
    distance_m: float
    overlap_start: Optional[date]
    overlap_end: Optional[date]
    overlap_days: int
    meeting_place: BaseGeometry
    grade: Grade

    @property
    def high_impact(self) -> bool:
        """Whether the candidate's traffic management weighs heavily on the street."""
        return is_high_impact(self.candidate.traffic_management)

    @property
    def restriction(self) -> bool:
        """Whether it is a section 58, under which the works may not be allowed at all."""
        return self.candidate.restriction


@dataclass(frozen=True)
class Unusable:
    """A candidate that could not be compared, and why."""

    candidate: Candidate
    reason: str


@dataclass(frozen=True)
class ClashReport:
    """The clashes, most serious first, and an account of everything that was looked at.

    `looked_at` counts the candidates compared, `ignored` those left out by the rules, `unusable`
    has those that could not be compared: together they are all that were given. `dates_reversed`
    says that the dates given were in the wrong order and were read as the same days in order.
    """

    clashes: tuple[Clash, ...]
    looked_at: int
    unusable: tuple[Unusable, ...] = ()
    ignored: int = 0
    dates_reversed: bool = False
