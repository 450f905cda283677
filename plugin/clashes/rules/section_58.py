"""Section 58 restrictions: a street that was resurfaced is not to be dug up for a while."""

from dataclasses import dataclass
from typing import ClassVar

from ...trade.kinds import ACTIVITY
from ...trade.vocabulary.activities import ActivityKind
from ...words import tr
from ..near_by import NearBy
from ..shelf import Flags, Shelf
from ..spans import Numbers


@dataclass(frozen=True)
class Section58(NearBy):
    """A section 58 restriction on the ground of the works, on their days.

    A few days apart make nothing of it: works that begin the day after may be done.
    """

    name: ClassVar[str] = "section_58"

    def title(self) -> str:
        """Say in a few words what the rule looks for."""
        return tr("Section 58 restrictions")

    def help(self) -> str:
        """Say what the rule finds and what that means."""
        return tr(
            "Restrictions on ground that was resurfaced, on days on which they hold: works there"
            " need a reason, such as a new supply or an emergency."
        )

    def wanted(self, theirs: Shelf, rows: Numbers) -> Flags:
        """Say of which rows of theirs the rule speaks."""
        return theirs.of_kind(rows, ACTIVITY) & theirs.of_category(rows, ActivityKind.SECTION58)
