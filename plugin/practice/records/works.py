"""Works: the one record that everything about them hangs on."""

from dataclasses import dataclass
from datetime import datetime
from typing import Optional

from .comments import Comment
from .events import Event
from .forward_plans import ForwardPlan
from .inspections import Inspection, ScheduledInspection
from .penalties import Penalty
from .permits import Permit
from .places import Place
from .section81 import Section81
from .shapes import Shape
from .sites import Site


@dataclass(frozen=True)
class Historic:
    """What is known of works from before the register."""

    permit_reference: str
    description: Optional[str] = None
    start: Optional[datetime] = None
    end: Optional[datetime] = None


@dataclass(frozen=True)
class Works:
    """One works record with all that belongs to it, each kind oldest first.

    `where` is the location for works that have neither a permit nor a forward plan to say it.
    `files` are all files of the works, whatever part they came with; the register keeps them.
    """

    reference: str
    workstream: str
    promoter_swa_code: str
    promoter: str
    place: Place
    geometry: Shape
    status: str
    created: datetime
    permits: tuple[Permit, ...] = ()
    forward_plan: Optional[ForwardPlan] = None
    section_81: Optional[Section81] = None
    historic: Optional[Historic] = None
    where: str = ""
    sites: tuple[Site, ...] = ()
    inspections: tuple[Inspection, ...] = ()
    scheduled_inspection: Optional[ScheduledInspection] = None
    penalties: tuple[Penalty, ...] = ()
    comments: tuple[Comment, ...] = ()
    files: tuple[int, ...] = ()
    inspection_units: Optional[int] = None
    history: tuple[Event, ...] = ()

    @property
    def active(self) -> Optional[Permit]:
        """The permit that counts: the latest; None for works that only have a forward plan."""
        return self.permits[-1] if self.permits else None

    @property
    def first_start(self) -> Optional[datetime]:
        """When the works first started under any of their permits."""
        starts = [one.actual_start for one in self.permits if one.actual_start]
        return min(starts) if starts else None


@dataclass(frozen=True)
class Change:
    """A change of works: as they are then, what to tell in their history, files newly linked."""

    works: Works
    events: tuple[Event, ...] = ()
    files: tuple[int, ...] = ()
