"""What lies around an extent, kept so that other days need not be asked for again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cached_property
from typing import NamedTuple, Optional

from ..clashes.finding import Gap
from ..clashes.occupation import Occupation
from ..clashes.occupations import from_street
from ..clashes.reach import ground, period
from ..clashes.rule import Rule
from ..clashes.shelf import Shelf
from ..live.fetched import Fetched
from ..trade.box import Box
from ..trade.calendar import uk_today
from ..trade.days import Days
from ..trade.kinds import title
from ..trade.records.streets import Street

AHEAD = timedelta(weeks=26)
"""The works may be moved so far, and what they meet then is known already."""


class Around(NamedTuple):
    """The box (EPSG:27700) and the days in which ours may meet others."""

    box: Box
    days: Days

    def contains(self, other: "Around") -> bool:
        """Whether nothing of `other` lies outside."""
        return self.box.contains(other.box) and self.days.contains(other.days)


def with_room(days: Days) -> Days:
    """Return days for works that are moved back to today, and `AHEAD` of today or their days."""
    today = uk_today()
    return Days(min(today, days.start), max(today + (days.end - days.start), days.end) + AHEAD)


def around(ours: Occupation, rules: Sequence[Rule]) -> Around:
    """Return how far the rules look around ours, whose days are known."""
    return Around(ground(ours, rules), period(ours, rules))


@dataclass(frozen=True)
class Surroundings:
    """Everything that the register and the planner's own layers have in a box in some days.

    `given` is all of it. On the `shelf` the other parts of `works` are left out, and what the
    `street` of ours is designated for is there too. `fetched` says of each kind whether the
    register gave everything, and as of when; `remarks` is what is to be known of the own layers.
    """

    around: Around
    works: str
    given: tuple[Occupation, ...]
    street: Optional[Street]
    fetched: Mapping[str, Fetched]
    remarks: tuple[str, ...] = ()

    @cached_property
    def shelf(self) -> Shelf:
        """All that ours are compared with."""
        designated = () if self.street is None else from_street(self.street)
        return Shelf((*self.given, *designated), ignoring=[self.works])

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """What the register did not give."""
        return tuple(
            Gap(title(kind), one.statement())
            for kind, one in self.fetched.items()
            if not one.complete
        )

    def on(self, street: Optional[Street]) -> "Surroundings":
        """Return the same for works on another street."""
        return self if street is self.street else replace(self, street=street)

    def account(self) -> tuple[str, ...]:
        """Say what is to be known of it: a sentence for each layer and kind where there is one."""
        return (*self.remarks, *(one.statement() for one in self.fetched.values()))

    def cover(self, ours: Occupation, needed: Around) -> bool:
        """Whether all that ours may meet is known."""
        return self.works == ours.works_reference and self.around.contains(needed)
