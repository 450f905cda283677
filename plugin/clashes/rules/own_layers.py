"""What the planner's own layers have."""

from dataclasses import dataclass
from typing import ClassVar

from ...words import tr
from ..near_by import NearInTime
from ..shelf import Flags, Shelf
from ..spans import Numbers


@dataclass(frozen=True)
class OwnLayers(NearInTime):
    """Features of the planner's own layers near by, on the same days or almost.

    Embargoes among them have a rule of their own.
    """

    name: ClassVar[str] = "own_layer"

    def title(self) -> str:
        """Say in a few words what the rule looks for."""
        return tr("Your own layers")

    def help(self) -> str:
        """Say what the rule finds and what that means."""
        return tr(
            "Features of the layers that you ticked, within the distance: on the days that they"
            " have, or every day without any."
        )

    def wanted(self, theirs: Shelf, rows: Numbers) -> Flags:
        """Say of which rows of theirs the rule speaks."""
        return theirs.own[rows] & ~theirs.embargoes[rows]
