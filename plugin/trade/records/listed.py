"""The lists of what belongs to an organisation's works, row by row.

They say less than the works themselves, but of all works at once. Moments have their zone; days are
moments, too, of which the civil day counts. Statuses and the like are words of the trade, or what
the register told if that is none of them; "" is for what was not told.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NamedTuple, Optional, Union

from ..box import Box


class Listing(Enum):
    """What is listed: of each, what somebody may still have to do something about."""

    PERMITS = "permits"  # that wait for an answer, for the start, or under which works go on
    UNREGISTERED = "unregistered"  # permits of completed works without a final reinstatement
    CHANGES = "changes"
    REINSTATEMENTS = "reinstatements"
    INSPECTIONS = "inspections"
    PENALTIES = "penalties"
    NOTICES = "notices"  # section 81
    PLANS = "plans"
    COMMENTS = "comments"


class OwnList(NamedTuple):
    """A list of the account's own organisation, or of the promoter of an SWA code."""

    listing: Listing
    promoter_code: str = ""


class WorksChanged(NamedTuple):
    """Works of which something changed, and the list that it is in: None for a permit's or none."""

    works_reference: str
    listing: Optional[Listing] = None


@dataclass(frozen=True)
class RowListed:
    """What every row says: of which works it is, its own reference, whose and where they are.

    Comments tell neither, penalties no town; reinstatements and inspections that are still to come
    have no reference.
    """

    works_reference: str
    reference: str
    promoter: str
    authority: str
    street: str
    town: str

    @property
    def identity(self) -> str:
        """What tells it from the others of its list."""
        return self.reference


@dataclass(frozen=True)
class PermitListed(RowListed):
    """A permit in a list. `box` (EPSG:27700) is around its extent; None where that is not told."""

    place: str
    status: str
    works_status: str
    category: str
    first_day: datetime
    last_day: datetime
    started: Optional[datetime]
    stopped: Optional[datetime]
    deadline: datetime
    road_category: int
    traffic_sensitive: bool
    active: bool
    excavated: bool
    finally_reinstated: bool
    box: Optional[Box]


@dataclass(frozen=True)
class ChangeListed(RowListed):
    """A request to change a permit, in a list; its days are the proposed ones."""

    permit: str
    kind: str
    status: str
    works_status: str
    first_day: datetime
    last_day: datetime
    deadline: datetime


@dataclass(frozen=True)
class ReinstatementListed(RowListed):
    """The latest reinstatement of a site, in a list. `last_day` ends the interim or guarantee."""

    site: int
    place: str
    kind: str
    status: str
    registered: datetime
    done: datetime
    last_day: datetime

    @property
    def identity(self) -> str:
        """What tells it from the others of its list."""
        return f"{self.works_reference} {self.site}"


@dataclass(frozen=True)
class InspectionListed(RowListed):
    """An inspection in a list; `outcome` is "" for one that is still to come."""

    kind: str
    category: str
    outcome: str
    day: datetime
    again: Optional[datetime]

    @property
    def identity(self) -> str:
        """What tells it from the others of its list."""
        return self.reference or f"{self.works_reference} {self.day.isoformat()}"


@dataclass(frozen=True)
class PenaltyListed(RowListed):
    """A fixed penalty notice, in a list."""

    offence: str
    status: str
    given: datetime


@dataclass(frozen=True)
class NoticeListed(RowListed):
    """A section 81 notice, in a list."""

    severity: str
    status: str
    issued: datetime
    changed: datetime


@dataclass(frozen=True)
class PlanListed(RowListed):
    """A forward plan, in a list."""

    status: str
    first_day: datetime
    last_day: datetime


@dataclass(frozen=True)
class CommentListed(RowListed):
    """A comment in a list, which says neither whose works it is about nor where they are."""

    about: str
    text: str
    author: str
    written: datetime
    read: bool
    internal: bool


Listed = Union[
    PermitListed,
    ChangeListed,
    ReinstatementListed,
    InspectionListed,
    PenaltyListed,
    NoticeListed,
    PlanListed,
    CommentListed,
]


class ListPage(NamedTuple):
    """Some rows of a list: how many came, and how many there are at least and, if told, at most."""

    rows: tuple[Listed, ...]
    done: int
    at_least: int
    at_most: Optional[int]

    @property
    def is_last(self) -> bool:
        """Whether the list has no more rows."""
        return self.at_most == self.done
