"""Forward plans: works that somebody means to do later."""

from dataclasses import dataclass
from typing import ClassVar

from ...trade.kinds import FORWARD_PLAN
from ...words import tr
from ..near_by import NearInTime
from ..shelf import Flags, Shelf
from ..spans import Numbers


@dataclass(frozen=True)
class ForwardPlans(NearInTime):
    """Forward plans near by: on the same days a potential clash, else a collaboration."""

    name: ClassVar[str] = "forward_plan"

    def title(self) -> str:
        """Say in a few words what the rule looks for."""
        return tr("Forward plans near by")

    def wanted(self, theirs: Shelf, rows: Numbers) -> Flags:
        """Say of which rows of theirs the rule speaks."""
        return theirs.of_kind(rows, FORWARD_PLAN)
