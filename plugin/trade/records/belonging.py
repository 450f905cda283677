"""What belongs to works, as the register lists it with them: sites, inspections, notices, a plan.

Each has a `part`: what it is called within its works, by which it can be asked for. The words are
those of `works`; moments have their zone.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Optional, Protocol


class OfWorks(Protocol):
    """Works, or what belongs to them: `part` is its name within them, "" for the works."""

    @property
    def part(self) -> str:
        """Its name within its works."""


@dataclass(frozen=True)
class SiteSummary:
    """A site: where something was dug or put up, as its latest reinstatement left it.

    `permit` is the one it was registered under. `ends` is when its time is over: that of an interim
    reinstatement, or the guarantee of a permanent one. Metres; None is what was not told.
    """

    number: int
    place: str
    kind: str
    status: str
    permit: str
    done: datetime
    ends: datetime
    depth: Optional[float] = None
    length: Optional[float] = None
    width: Optional[float] = None
    holes: Optional[int] = None

    @property
    def part(self) -> str:
        """Its name within its works."""
        return f"site {self.number}"


@dataclass(frozen=True)
class InspectionSummary:
    """An inspection; one without a `reference` is only scheduled. `again` is the next one's."""

    reference: str
    moment: datetime
    kind: str
    category: str
    outcome: str
    again: Optional[datetime] = None

    @property
    def part(self) -> str:
        """Its name within its works."""
        return self.reference or "scheduled inspection"

    @property
    def is_scheduled(self) -> bool:
        """Whether it is still to come."""
        return not self.reference


@dataclass(frozen=True)
class PenaltySummary:
    """A fixed penalty notice."""

    reference: str
    offence: str
    issued: datetime
    status: str

    @property
    def part(self) -> str:
        """Its name within its works."""
        return self.reference


@dataclass(frozen=True)
class Section81Summary:
    """The section 81 notice that works came of."""

    reference: str
    created: datetime
    place: str
    severity: str
    status: str

    @property
    def part(self) -> str:
        """Its name within its works."""
        return self.reference


@dataclass(frozen=True)
class PlanSummary:
    """The forward plan that works came of."""

    reference: str
    first_day: datetime
    last_day: datetime
    status: str
