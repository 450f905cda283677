"""Which of the needs the planner wants to see, and in which order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Callable, NamedTuple

from ...trade.labels import label
from .needs import Need, Urgency

NOW, OVER = "now", "over"
"""In place of a clock: what is to be done now, with what is over; and only what is over."""

BY_CLOCK = "until"


@dataclass(frozen=True)
class Wanted:
    """What the needs are narrowed down by; "" does not narrow.

    `clock` is a Clock, NOW or OVER, `reason` a Reason, `promoter` a name; `text` is looked for in
    the street and the references. `by` is the column that they are sorted by.
    """

    clock: str = ""
    reason: str = ""
    workstream: str = ""
    promoter: str = ""
    text: str = ""
    by: str = BY_CLOCK
    descending: bool = False

    def passes(self, need: Need) -> bool:
        """Whether a need is wanted."""
        return (
            self._in_time(need)
            and self.reason in ("", need.reason)
            and self.workstream in ("", need.workstream)
            and self.promoter in ("", need.promoter)
            and all(word in _searched(need) for word in self.text.casefold().split())
        )

    def _in_time(self, need: Need) -> bool:
        if self.clock == NOW:
            return need.urgency < Urgency.LATER
        if self.clock == OVER:
            return need.urgency is Urgency.OVER
        return not self.clock or (need.due is not None and need.due.clock == self.clock)

    def of(self, needs: Iterable[Need]) -> tuple[Need, ...]:
        """Return those that are wanted, in order; `needs` have the most urgent first."""
        found = [need for need in needs if self.passes(need)]
        order = ORDERS.get(self.by)
        if order is not None:
            found.sort(key=order)
        return tuple(reversed(found) if self.descending else found)


class Choices(NamedTuple):
    """What there is to choose by, of what is known: each by its word."""

    clocks: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    workstreams: tuple[str, ...] = ()
    promoters: tuple[str, ...] = ()


def choices(needs: Iterable[Need]) -> Choices:
    """Return what there is to choose by."""
    every = tuple(needs)
    return Choices(
        tuple(sorted({need.due.clock for need in every if need.due}, key=label)),
        tuple(sorted({need.reason for need in every}, key=label)),
        tuple(sorted({need.workstream for need in every} - {""})),
        tuple(sorted({need.promoter for need in every} - {""})),
    )


@dataclass(frozen=True)
class Pressing:
    """How many needs there are, how many are to be done now, and how many of those are over."""

    every: int = 0
    now: int = 0
    over: int = 0


def pressing(needs: Iterable[Need]) -> Pressing:
    """Count needs."""
    urgencies = [need.urgency for need in needs]
    over = urgencies.count(Urgency.OVER)
    return Pressing(len(urgencies), over + urgencies.count(Urgency.PRESSES), over)


def _searched(need: Need) -> str:
    return f"{need.row.works_reference} {need.row.identity} {need.street} {need.town}".casefold()


ORDERS: Mapping[str, Callable[[Need], Any]] = {
    "reason": lambda need: label(need.reason),
    "where": lambda need: (need.street, need.town),
    "step": lambda need: need.step.value if need.step else "~",
    "clock": lambda need: label(need.due.clock) if need.due else "",
    "about": lambda need: (type(need.row).__name__, need.row.identity),
    "works": lambda need: need.row.works_reference,
    "promoter": lambda need: need.promoter,
    "authority": lambda need: need.authority,
    "status": lambda need: label(need.status),
}
"""By what else than their clock needs are sorted: the key of each column."""
