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
    """Forward plans near by: on the same days a potential clash, else a collaboration.

    A plan takes no road space yet, and may be off by weeks. Still it is major works that somebody
    means to do on those days on that ground: told as a collaboration only, it would lie below
    small things that clash, and be found out once it is applied for. The verdict may be
    "collaborate".
    """

    name: ClassVar[str] = "forward_plan"

    def title(self) -> str:
        """Say in a few words what the rule looks for."""
        return tr("Forward plans near by")

    def help(self) -> str:
        """Say what the rule finds and what that means."""
        return tr(
            "Works that somebody has announced for later, within the distance. Nothing is applied"
            " for yet, so both can still move: now is the time to work together."
        )

    def wanted(self, theirs: Shelf, rows: Numbers) -> Flags:
        """Say of which rows of theirs the rule speaks."""
        return theirs.of_kind(rows, FORWARD_PLAN)
