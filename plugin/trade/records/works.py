"""Works, their permits, and what belongs to them.

Moments have their zone; days are moments, too, of which the civil day counts. Statuses, categories
and the like are words of the trade, or what the register told if that is none of them; "" is for
what was not told.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple, Optional

from .applied import Applied
from .belonging import (
    InspectionSummary,
    PenaltySummary,
    PlanSummary,
    Section81Summary,
    SiteSummary,
)
from .geojson import GeoJson
from .streets import Designation


@dataclass(frozen=True)
class FileNamed:
    """A file of a permit: the number by which it can be had, and its name."""

    number: int
    name: str

    @property
    def part(self) -> str:
        """Its name within its works."""
        return f"file {self.number}"


@dataclass(frozen=True)
class FileKept(FileNamed):
    """A file of works, with when it was added and by which organisation."""

    added: datetime
    owner: str


@dataclass(frozen=True)
class Condition:
    """A condition of a permit, by its code, and what the applicant or the authority says of it."""

    code: str
    text: str = ""


@dataclass(frozen=True)
class ChangeSummary:
    """A request to change the permit of that reference."""

    reference: str
    permit: str
    kind: str
    status: str

    @property
    def part(self) -> str:
        """Its name within its works, which tells its permit, too."""
        return f"{self.reference} of {self.permit}"


@dataclass(frozen=True)
class PermitSummary:
    """A permit in the list of its works: its days are the actual ones where there are any."""

    reference: str
    status: str
    category: str
    first_day: datetime
    last_day: datetime

    @property
    def part(self) -> str:
        """Its name within its works."""
        return self.reference


@dataclass(frozen=True)
class Permit:
    """A permit: what was applied for, and how it stands.

    `first_day` and `last_day` are the proposed ones, with a `first_time` and a `last_time` where
    times were given; `started` and `stopped` are what happened. `reinstatement` is a code of the
    gazetteer, `place` says where in the street, `positions` in which parts of it. `passed_over` are
    the street's designations that the application left out. `start_until` is the last day of the
    validity period, or where there is none the proposed end; `applied` is what else the application
    said.
    """

    reference: str
    works_reference: str
    status: str
    category: str
    promoter: str
    promoter_code: str
    authority: str
    authority_code: str
    usrn: int
    street: str
    area: str
    town: str
    reinstatement: int
    place: str
    description: str
    geometry: GeoJson
    activity: str
    traffic: str
    footway: str
    positions: tuple[str, ...]
    excavates: bool
    first_day: datetime
    last_day: datetime
    first_time: Optional[datetime]
    last_time: Optional[datetime]
    started: Optional[datetime]
    stopped: Optional[datetime]
    working_days: float
    reasonable_until: datetime
    start_until: datetime
    deadline: datetime
    starts_early: bool
    deemed: bool
    needs_order: Optional[bool]  # a temporary traffic regulation order; None: not told
    contact: str
    second_contact: str
    second_number: str
    assessment: str = ""
    remarks: str = ""  # the authority's
    refusals: tuple[str, ...] = ()
    why_revoked: str = ""
    modification: str = ""  # what the authority wants to be modified
    discount: Optional[float] = None  # on the fee, in per cent
    kind: str = ""  # a word of `WorkType`
    in_act_limits: Optional[bool] = None  # of High Speed Two; None: they are not of theirs
    exemption: str = ""  # the protective provision, for their highway works
    acknowledged: Optional[datetime] = None  # by the authority, for those that need no consent
    lane_rental: str = ""
    collaboration: str = ""
    shared_how: str = ""
    notes: str = ""
    conditions: tuple[Condition, ...] = ()
    designations: tuple[Designation, ...] = ()
    passed_over: tuple[Designation, ...] = ()
    changes: tuple[ChangeSummary, ...] = ()
    files: tuple[FileNamed, ...] = ()
    applied: Applied = field(default_factory=Applied)
    finally_reinstated: bool = False  # all its reinstatements are registered

    @property
    def part(self) -> str:
        """Its name within its works."""
        return self.reference


@dataclass(frozen=True)
class PermitFound:
    """A permit that was found by a part of its reference, or of its street's name."""

    reference: str
    works_reference: str
    status: str
    promoter: str
    usrn: int
    street: str
    town: str
    first_day: datetime
    last_day: datetime
    geometry: GeoJson


@dataclass(frozen=True)
class HistoryLine:
    """Something that happened to works; of one moment the higher `number` is the later."""

    moment: datetime
    number: int
    text: str
    who: str
    is_comment: bool


@dataclass(frozen=True)
class Comment:
    """A comment on works; `reader` read it first on the side that it is for, at `read_at`."""

    reference: str
    works_reference: str
    written: datetime
    about: str
    text: str
    author: str
    read: bool
    internal: bool
    read_at: Optional[datetime] = None
    reader: str = ""

    @property
    def part(self) -> str:
        """Its name within its works."""
        return self.reference


@dataclass(frozen=True)
class Works:
    """Works with all that belongs to them, for those whose works they are.

    `permit` is the active one; `plan` and `notice` are the forward plan and the section 81 notice
    that they came of, if any; `penalties` are fixed penalty notices. `units` are the inspection
    units that were given.
    """

    part = ""  # of themselves they are the whole

    reference: str
    status: str
    promoter: str
    promoter_code: str
    authority: str
    authority_code: str
    workstream: str
    usrn: int
    street: str
    area: str
    town: str
    reinstatement: int
    place: str
    description: str
    geometry: GeoJson
    first_day: Optional[datetime]
    last_day: Optional[datetime]
    permit: Optional[Permit]
    permits: tuple[PermitSummary, ...]
    history: tuple[HistoryLine, ...]
    files: tuple[FileKept, ...]
    plan: Optional[PlanSummary] = None
    notice: Optional[Section81Summary] = None
    sites: tuple[SiteSummary, ...] = ()
    inspections: tuple[InspectionSummary, ...] = ()
    penalties: tuple[PenaltySummary, ...] = ()
    units: Optional[int] = None


class CategoryQuestion(NamedTuple):
    """What works are to be, for the register to say what they count as.

    `kind` is a word of `WorkType`; `needs_order` is about a temporary traffic regulation order,
    `at_risk` about people and property. None is what has no bearing on works of that kind.
    """

    kind: str
    first_day: date
    last_day: date
    needs_order: Optional[bool] = None
    at_risk: Optional[bool] = None


@dataclass(frozen=True)
class CategoryAnswer:
    """What the register says that works count as, and when it said so."""

    category: str
    starts_early: bool
    working_days: int
    as_of: datetime
