"""Events, skips, scaffolds and what else goes on in a street beside works."""

from dataclasses import dataclass
from typing import ClassVar

from ...rules.asd import SPECIAL_EVENT
from ...trade.kinds import ACTIVITY
from ...trade.vocabulary.activities import ActivityKind
from ...words import tr
from ..near_by import NearInTime
from ..occupation import DESIGNATION
from ..shelf import Flags, Shelf
from ..spans import Numbers


@dataclass(frozen=True)
class Activities(NearInTime):
    """Activities near by: on the same days a potential clash, else a collaboration.

    What an activity does to traffic the map does not tell, an event's least of all: the rule about
    traffic says so. Special events of the street's own designations count as the others do.
    """

    name: ClassVar[str] = "activity"

    def title(self) -> str:
        """Say in a few words what the rule looks for."""
        return tr("Events and other activities near by")

    def help(self) -> str:
        """Say what the rule finds and what that means."""
        return tr(
            "Events, skips, scaffolds, cranes and the like within the distance, and special events"
            " that the gazetteer tells of. Section 58 has a rule of its own."
        )

    def wanted(self, theirs: Shelf, rows: Numbers) -> Flags:
        """Say of which rows of theirs the rule speaks."""
        restricted = theirs.of_category(rows, ActivityKind.SECTION58)
        return (theirs.of_kind(rows, ACTIVITY) & ~restricted) | (
            theirs.of_kind(rows, DESIGNATION) & theirs.of_category(rows, str(SPECIAL_EVENT))
        )
