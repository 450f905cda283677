"""Events, skips, scaffolds and what else goes on in a street beside works."""

from dataclasses import dataclass
from typing import ClassVar

from ...trade.kinds import ACTIVITY
from ...trade.vocabulary.activities import ActivityKind
from ...words import tr
from ..near_by import NearInTime
from ..shelf import Flags, Shelf
from ..spans import Numbers


@dataclass(frozen=True)
class Activities(NearInTime):
    """Activities near by: on the same days a potential clash, else a collaboration."""

    name: ClassVar[str] = "activity"

    def title(self) -> str:
        """Say in a few words what the rule looks for."""
        return tr("Events and other activities near by")

    def wanted(self, theirs: Shelf, rows: Numbers) -> Flags:
        """Say of which rows of theirs the rule speaks."""
        return theirs.of_kind(rows, ACTIVITY) & ~theirs.of_category(rows, ActivityKind.SECTION58)
