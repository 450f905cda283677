"""The limits of the HS2 act, within which HS2 has a say."""

from dataclasses import dataclass
from typing import ClassVar

from ...trade.kinds import HS2
from ...words import tr
from ..near_by import NearBy
from ..shelf import Flags, Shelf
from ..spans import Numbers


@dataclass(frozen=True)
class Hs2Limits(NearBy):
    """Limits of the HS2 act near by; they hold every day.

    A potential clash: whose works lie within them agrees them with HS2 first.
    """

    name: ClassVar[str] = "hs2"

    def title(self) -> str:
        """Say in a few words what the rule looks for."""
        return tr("Limits of the HS2 act")

    def help(self) -> str:
        """Say what the rule finds and what that means."""
        return tr("Limits of the HS2 act within the distance, on any day: HS2 has a say there.")

    def wanted(self, theirs: Shelf, rows: Numbers) -> Flags:
        """Say of which rows of theirs the rule speaks."""
        return theirs.of_kind(rows, HS2)
