"""What is compared: something that occupies ground in a street during some days."""

from dataclasses import dataclass
from datetime import date
from typing import Optional

from shapely.geometry.base import BaseGeometry

from ..trade.kinds import ACTIVITY, FORWARD_PLAN, WORKS
from ..trade.traffic import Impact, impact_of
from ..trade.vocabulary.activities import ActivityKind

SINCE_EVER, WITHOUT_END = date.min, date.max
OWN = "own:"
"""What the kind of a feature of the planner's own layer begins with."""
DESIGNATION = "designation"
"""The kind of a designation of a street; its category is the number of the gazetteer's code."""
EMBARGO = "embargo"
"""The category of a feature of the planner's own layer on which nobody is to work."""


_LEAD_TRAFFIC = (
    ActivityKind.EVENT,
    ActivityKind.CRANE_MOBILE_PLATFORM,
    ActivityKind.SECTION50,
    ActivityKind.OTHER,
)
"""The activities past which traffic may be led: skips, hoardings and the like stand aside."""


@dataclass(frozen=True)
class Occupation:
    """Works, an activity, a forward plan, a limit, a designation or a feature of an own layer.

    `kind` is one of trade.kinds, or "own:" and a layer's name; `what` says in the planner's words
    what it is. Shapes are in EPSG:27700, in metres; `shape` is None where it could not be read.
    `start` and `end` are civil days in the UK, both included: None says that the day is not known,
    SINCE_EVER and WITHOUT_END that there is none. `streets` are the USRN and the name of the street
    as `street_keys` makes them. `traffic`, `status` and `category` are words of the trade, "" where
    they are not known; `category` may be the planner's own word for a layer of his. `promoter_code`
    is an SWA code. `street_line` is the line of the street as the gazetteer has it, and `diversion`
    the way that traffic is to take meanwhile, where they are known. `works_reference` names the
    works that this one is a part of. `authority` is the highway authority, and `contact` whom to
    call and how, as the record itself tells it: "" where that is not known.
    """

    kind: str
    reference: str
    what: str
    shape: Optional[BaseGeometry]
    start: Optional[date]
    end: Optional[date]
    status: str = ""
    traffic: str = ""
    category: str = ""
    streets: frozenset[str] = frozenset()
    street: str = ""
    promoter: str = ""
    promoter_code: str = ""
    works_reference: str = ""
    street_line: Optional[BaseGeometry] = None
    diversion: Optional[BaseGeometry] = None
    authority: str = ""
    contact: str = ""

    @property
    def works(self) -> str:
        """The reference of the works as a whole, in capitals; that of a plan or limit itself."""
        return (self.works_reference or self.reference).upper()

    @property
    def traffic_untold(self) -> bool:
        """Whether it may hold traffic up, and nobody has told how traffic is led past it."""
        if impact_of(self.traffic) is not Impact.UNKNOWN:
            return False
        if self.kind == ACTIVITY:
            return self.category in _LEAD_TRAFFIC
        return self.kind in (WORKS, FORWARD_PLAN)

    @property
    def dates_reversed(self) -> bool:
        """Whether its end lies before its start; it is then compared by the same days in order."""
        return self.start is not None and self.end is not None and self.end < self.start


def day_known(day: Optional[date]) -> Optional[date]:
    """Return a day, or None for one that is not known or that there is none."""
    return None if day in (SINCE_EVER, WITHOUT_END) else day


def street_keys(usrn: Optional[int] = None, name: str = "", area: str = "") -> frozenset[str]:
    """Return what two records of one street have in common: its USRN, and its name in its area.

    The map of the register tells names only, so a name counts where an area is told with it.
    """
    keys = set() if usrn is None else {str(usrn)}
    if name and area:
        keys.add(" ".join(f"{name}, {area}".casefold().split()))
    return frozenset(keys)
