"""What lies around an extent, kept so that other days need not be asked for again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from functools import cached_property
from typing import NamedTuple, Optional

from ..clashes.finding import Gap
from ..clashes.occupation import Occupation
from ..clashes.occupations import from_street
from ..clashes.reach import ground, period
from ..clashes.rule import Rule
from ..clashes.shelf import Shelf
from ..clashes.windows import AHEAD
from ..live.fetched import Fetched
from ..trade.box import Box
from ..trade.calendar import uk_today
from ..trade.days import Days
from ..trade.kinds import KINDS, title
from ..trade.records.streets import Street
from ..words import tr
from .own_layers import OwnLayer


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
    register gave everything, and as of when; `own` is what the own layers have. Of the kinds in
    `awaited` the register has not answered yet: it is what was kept of them before, if anything.
    """

    around: Around
    works: str
    given: tuple[Occupation, ...]
    street: Optional[Street]
    fetched: Mapping[str, Fetched]
    own: tuple[OwnLayer, ...] = ()
    awaited: frozenset[str] = frozenset()

    @property
    def remarks(self) -> tuple[str, ...]:
        """What is to be known of the own layers."""
        return tuple(remark for layer in self.own for remark in layer.remarks)

    @cached_property
    def shelf(self) -> Shelf:
        """All that ours are compared with."""
        designated = () if self.street is None else from_street(self.street)
        return Shelf((*self.given, *designated), ignoring=[self.works])

    def on(self, street: Optional[Street]) -> "Surroundings":
        """Return the same for works on another street."""
        return self if street is self.street else replace(self, street=street)

    def account(self) -> tuple[str, ...]:
        """Say what is to be known of it: a sentence for each layer and kind where there is one."""
        return (*self.remarks, *filter(None, map(self._statement, KINDS)))

    @property
    def as_of(self) -> datetime:
        """The moment from which on the register may have changed; now where it gave nothing."""
        told = (one.as_of for one in self.fetched.values())
        return min(told, default=datetime.now(timezone.utc))

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """Of which kinds and own layers there may be more."""
        reasons = [(title(kind), self._lacks(kind)) for kind in KINDS]
        reasons += [(layer.name, layer.lacks) for layer in self.own]
        return tuple(Gap(what, reason) for what, reason in reasons if reason)

    def _statement(self, kind: str) -> str:
        told = self.fetched.get(kind)
        if kind not in self.awaited:
            return "" if told is None else told.statement()
        if told is None:
            return tr("{kind}: Street Manager has not answered yet").format(kind=title(kind))
        return tr("{known}; kept from before, Street Manager has not answered yet").format(
            known=told.statement()
        )

    def _lacks(self, kind: str) -> str:
        if kind in self.awaited:
            return tr("Street Manager has not answered yet")
        told = self.fetched.get(kind)
        return "" if told is None or told.complete else told.statement()

    def cover(self, ours: Occupation, needed: Around) -> bool:
        """Whether all that ours may meet is known."""
        return self.works == ours.works_reference and self.around.contains(needed)
