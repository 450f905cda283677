"""Protected streets, where works need the consent of the street authority."""

from dataclasses import dataclass
from typing import ClassVar

import shapely

from ...rules.asd import PROTECTED_STREET
from ...words import tr
from ..meetings import Pairs, on_one_street, together
from ..near_by import NearBy
from ..occupation import DESIGNATION
from ..shelf import Flags, Shelf
from ..spans import Numbers


@dataclass(frozen=True)
class ProtectedStreet(NearBy):
    """A protected street (section 61 of the New Roads and Street Works Act 1991) near by.

    Only the designations of the street of ours are known. One whose part of the street is not
    known counts for all of the street.
    """

    name: ClassVar[str] = "protected_street"

    def title(self) -> str:
        """Say in a few words what the rule looks for."""
        return tr("Protected streets")

    def help(self) -> str:
        """Say what the rule finds and what that means."""
        return tr(
            "That the street of your works is protected where they are, on days on which it is:"
            " they need the street authority's consent."
        )

    def wanted(self, theirs: Shelf, rows: Numbers) -> Flags:
        """Say of which rows of theirs the rule speaks."""
        code = theirs.of_category(rows, str(PROTECTED_STREET))
        return theirs.of_kind(rows, DESIGNATION) & code

    def pairs(self, ours: Shelf, theirs: Shelf) -> Pairs:
        """Return which are near, or on the street without a place of their own."""
        on_street = on_one_street(ours, theirs)
        placeless = on_street.where(shapely.is_missing(theirs.shapes[on_street.theirs]))
        wanted = placeless.where(self.wanted(theirs, placeless.theirs))
        return together(wanted, super().pairs(ours, theirs))
