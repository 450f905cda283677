"""Works near each other, on the same days or almost."""

from dataclasses import dataclass
from typing import ClassVar

from ...trade.kinds import WORKS
from ...words import tr
from ..near_by import NearInTime
from ..shelf import Flags, Shelf
from ..spans import Numbers


@dataclass(frozen=True)
class Near(NearInTime):
    """Works near by: on the same days a potential clash, else a collaboration."""

    name: ClassVar[str] = "near"

    def title(self) -> str:
        """Say in a few words what the rule looks for."""
        return tr("Works near by")

    def help(self) -> str:
        """Say what the rule finds and what that means."""
        return tr(
            "Works of anybody within the distance. On the same days they are in each other's way; a"
            " few days apart, they may share the trench or the traffic management."
        )

    def wanted(self, theirs: Shelf, rows: Numbers) -> Flags:
        """Say of which rows of theirs the rule speaks."""
        return theirs.of_kind(rows, WORKS)
