"""What lies around an extent, kept so that other days need not be asked for again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import NamedTuple

from ..clashes.occupation import Occupation
from ..clashes.reach import ground, period
from ..clashes.rule import Rule
from ..clashes.shelf import Shelf
from ..live.fetched import Fetched
from ..trade.box import Box
from ..trade.calendar import uk_today
from ..trade.days import Days

AHEAD = timedelta(weeks=26)
"""The works may be moved so far from today, and what they meet then is known already."""


class Around(NamedTuple):
    """The box (EPSG:27700) and the days in which ours may meet others."""

    box: Box
    days: Days

    def contains(self, other: "Around") -> bool:
        """Whether nothing of `other` lies outside."""
        return self.box.contains(other.box) and self.days.contains(other.days)

    def with_room(self) -> "Around":
        """Return the same with days for works that are moved to begin within `AHEAD`."""
        today, days = uk_today(), self.days
        latest = max(days.start, today + AHEAD) + (days.end - days.start)
        return Around(self.box, Days(min(today, days.start), max(days.end, latest)))


def around(ours: Occupation, rules: Sequence[Rule]) -> Around:
    """Return how far the rules look around ours, whose days are known."""
    return Around(ground(ours, rules), period(ours, rules))


@dataclass(frozen=True)
class Surroundings:
    """Everything that the register and the planner's own layers have in a box in some days.

    The other parts of `works` were left out. `fetched` says of each kind whether the register gave
    everything, and as of when; `remarks` is what is to be known of the own layers.
    """

    around: Around
    works: str
    shelf: Shelf
    fetched: Mapping[str, Fetched]
    remarks: tuple[str, ...] = ()

    def account(self) -> tuple[str, ...]:
        """Say what is to be known of it: a sentence for each layer and kind where there is one."""
        return (*self.remarks, *(one.statement() for one in self.fetched.values()))

    def cover(self, ours: Occupation, needed: Around) -> bool:
        """Whether all that ours may meet is known."""
        return self.works == ours.works_reference and self.around.contains(needed)
