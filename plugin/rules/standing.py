"""How things stand, as far as the rules ask: what the register tells, and what was done."""

from typing import NamedTuple, Optional, Union

from ..trade.parties import Side
from ..trade.vocabulary.works import Category
from .category import is_immediate


class PermitStanding(NamedTuple):
    """A permit, or an advance authorisation: its category and status, the register's values.

    `is_reinstated` tells whether a reinstatement was registered under this permit, `is_undecided`
    that the works stopped before anybody decided about it, and that nobody has since. The last
    three are about works of High Speed Two: the authority has no say in some, and acknowledges
    those that need no consent.
    """

    category: str
    status: str
    is_latest: bool = True
    is_started: bool = False
    is_stopped: bool = False
    is_reinstated: bool = False
    has_pending_change: bool = False
    was_modification_requested: bool = False
    is_undecided: bool = False
    is_left_alone: bool = False
    is_only_acknowledged: bool = False
    is_acknowledged: bool = False

    @property
    def is_paa(self) -> bool:
        """Whether it is a provisional advance authorisation."""
        return self.category == Category.PAA

    @property
    def is_immediate(self) -> bool:
        """Whether the works could not wait for a permit."""
        return is_immediate(self.category)

    @property
    def is_running(self) -> bool:
        """Whether the works started under this permit and have not stopped."""
        return self.is_started and not self.is_stopped


class WorksStanding(NamedTuple):
    """Works: their status and their latest permit, or None where they have none.

    `has_excavation` says that this permit is for works with an excavation, `has_site` and
    `has_excavated_site` what was registered.
    """

    status: str
    latest: Optional[PermitStanding] = None
    has_excavation: bool = False
    has_site: bool = False
    has_excavated_site: bool = False
    is_inspection_scheduled: bool = False


class ChangeStanding(NamedTuple):
    """A change request: its status, and whether it is for more time for works in progress."""

    status: str
    is_extension: bool = False


class PlanStanding(NamedTuple):
    """A forward plan."""

    status: str


class Done(NamedTuple):
    """A reinstatement of a site: interim or permanent, and the permit it was made under."""

    status: str
    permit: Optional[str]


class SiteStanding(NamedTuple):
    """A site of works: its reinstatements, oldest first, and the reference of the latest permit."""

    works: WorksStanding
    earlier: tuple[Done, ...] = ()
    permit: Optional[str] = None


class PenaltyStanding(NamedTuple):
    """A fixed penalty notice."""

    status: str


class Section81Standing(NamedTuple):
    """A section 81 notice."""

    status: str


class CommentStanding(NamedTuple):
    """A comment; `author` is the side of the works that wrote it, None where it is not told."""

    was_read: bool = False
    only_own_side: bool = False
    author: Optional[Side] = None


class ActivityStanding(NamedTuple):
    """An activity, which is no works: a skip, an event."""

    is_cancelled: bool = False


Subject = Union[
    WorksStanding,
    PermitStanding,
    ChangeStanding,
    PlanStanding,
    SiteStanding,
    PenaltyStanding,
    Section81Standing,
    CommentStanding,
    ActivityStanding,
]
"""Whatever a step can be taken with."""
