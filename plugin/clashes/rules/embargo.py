"""Embargoes: where and when nobody is to work."""

from dataclasses import dataclass
from typing import ClassVar

from ...words import tr
from ..near_by import NearBy
from ..shelf import Flags, Shelf
from ..spans import Numbers


@dataclass(frozen=True)
class Embargo(NearBy):
    """Features of the planner's own layers whose category is "embargo", on their days.

    Street Manager knows no embargoes: an authority tells of its own (town centres before
    Christmas, routes of a race) in letters and on its website, and the planner draws them.
    """

    name: ClassVar[str] = "embargo"

    def title(self) -> str:
        """Say in a few words what the rule looks for."""
        return tr("Embargoes")

    def help(self) -> str:
        """Say what the rule finds and what that means."""
        return tr(
            "Features of your own layers with the category “embargo”, on the days that they have:"
            " nobody is to work there then."
        )

    def wanted(self, theirs: Shelf, rows: Numbers) -> Flags:
        """Say of which rows of theirs the rule speaks."""
        return theirs.embargoes[rows]
