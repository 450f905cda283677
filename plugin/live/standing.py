"""What is known of a view: how much is shown, as of when, and what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Optional

from ..map.kinds import KINDS, counted, title
from ..words import tr
from .gathering import days_of
from .plan.box import Box
from .plan.days import Days
from .plan.ground import Covered, Ground, Piece
from .store.fetched_boxes import FetchedBox, Unreadable
from .store.store import Store


@dataclass(frozen=True)
class Standing:
    """What the store knows of a kind in a view and some days.

    `held` records are there, of which `shown` pass the filter. `missing` is the part of the ground
    that was never fetched whole, from 0 (only when there is none) to 1; `as_of` is the oldest
    moment at which any of the rest was, None where nothing was. `over` areas hold more than the
    register gives at once; `unreadable` records came and cannot be shown.
    """

    kind: str
    held: int
    shown: int
    missing: float
    as_of: Optional[datetime]
    over: int
    unreadable: tuple[Unreadable, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether everything that the register has in view is held and can be shown."""
        return not (self.missing or self.over or self.unreadable)

    def statement(self, today: date) -> str:
        """Say it in one sentence that is never more than true."""
        if self.as_of is None and not self.held and not self.over:
            return tr("{kind}: not loaded here").format(kind=title(self.kind))
        number = counted(self.kind, self.held)
        if self.shown != self.held:
            number = tr("{shown} of {held}").format(shown=self.shown, held=number)
        parts = [tr("{number} in view").format(number=number)]
        parts.append(tr("complete") if self.complete else tr("not complete"))
        if self.as_of is not None:
            parts.append(tr("as of {time}").format(time=moment(self.as_of, today)))
        return "; ".join([", ".join(parts), *self._missing()])

    def _missing(self) -> list[str]:
        missing = []
        if self.over == 1:
            missing.append(tr("1 area holds more than Street Manager gives at once"))
        elif self.over:
            said = tr("{n} areas hold more than Street Manager gives at once")
            missing.append(said.format(n=self.over))
        if self.missing:
            said = tr("{part:.0f} % of the view is not loaded")
            missing.append(said.format(part=max(1.0, 100 * self.missing)))
        if len(self.unreadable) == 1:
            missing.append(tr("1 record cannot be shown"))
        elif self.unreadable:
            missing.append(tr("{n} records cannot be shown").format(n=len(self.unreadable)))
        return missing


def standing(
    store: Store, view: Box, days: Days, filters: Mapping[str, str]
) -> tuple[Standing, ...]:
    """Say of each kind what the store knows of `view` (EPSG:27700) and `days`.

    `filters` has the condition by which a kind's layers are filtered, "" for none. Raises
    StreetWorksError when the store cannot be read.
    """
    return tuple(_of(store, kind, view, days, filters.get(kind, "")) for kind in KINDS)


def moment(when: datetime, today: date) -> str:
    """Say a moment by the computer's clock, with its day when that is not today."""
    here = when.astimezone()
    if here.date() == today:
        return here.strftime("%H:%M")
    return here.strftime("%d/%m/%Y %H:%M")


def _of(store: Store, kind: str, view: Box, days: Days, where: str) -> Standing:
    asked = days_of(kind, days)
    # The ground is read before the records: what comes in between is then not yet claimed.
    boxes = [
        one for one in store.boxes(kind, view) if one.box.overlap(view) and one.days.overlap(asked)
    ]
    ground = Ground(Covered(one.box, one.days, one.as_of) for one in boxes if one.complete)
    held = store.counts(kind, view, asked)
    return Standing(
        kind=kind,
        held=held,
        shown=store.counts(kind, view, asked, where) if where else held,
        missing=_part(ground.missing(view, asked), view, asked),
        as_of=ground.oldest(view, asked),
        over=len({one.box for one in boxes if not one.complete}),
        unreadable=_unreadable(boxes),
    )


def _unreadable(boxes: Iterable[FetchedBox]) -> tuple[Unreadable, ...]:
    """Return the records that cannot be shown, each once, though several boxes may tell of it."""
    found = {}
    for box in boxes:
        for number, one in enumerate(box.unreadable):
            found[one.reference or (box.as_of, number)] = one
    return tuple(found.values())


def _part(pieces: Iterable[Piece], view: Box, days: Days) -> float:
    """Return which part of a view the pieces are: 0 only when there are none."""
    whole = view.area * days.length
    return sum(box.area * when.length for box, when in pieces) / whole if whole else 1.0
