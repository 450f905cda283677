"""What is known of a view: how much is shown, as of when, and what is missing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Optional

from ..trade.box import Box
from ..trade.days import Days
from ..trade.kinds import KINDS, counted, title
from ..trade.records.on_map import Unread
from ..words import tr
from .gathering import days_of
from .plan.ground import Covered, Ground, Piece
from .store.fetched_boxes import FetchedBox
from .store.store import Store


@dataclass(frozen=True)
class Drawn:
    """What the map draws of a kind: tables (a Shape's value, or CENTRE) with their conditions.

    `why` says why not all that passes the filter is drawn, `notes` what is to be said anyway.
    """

    tables: Mapping[str, str]
    why: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standing:
    """What the store knows of a kind in a view and some days.

    `held` records are there, of which `shown` are on the map, and of `unsure` it is not known
    whether they should be. `missing` is the part of the ground that was never fetched whole, from 0
    (only when there is none) to 1; `as_of` is the oldest moment at which any of the rest was, None
    where nothing was. `over` areas hold more than the register gives at once; `unreadable` records
    came and cannot be shown. `notes` is what else is to be said of what the map shows.
    """

    kind: str
    held: int
    shown: int
    missing: float
    as_of: Optional[datetime]
    over: int
    unreadable: tuple[Unread, ...] = ()
    unsure: int = 0
    notes: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether everything that the register has in view is held and can be shown."""
        return not (self.missing or self.over or self.unreadable)

    def statement(self, today: date) -> str:
        """Say it in one sentence that is never more than true."""
        if self.as_of is None and not self.held and not self.over:
            return tr("{kind}: not loaded here").format(kind=title(self.kind))
        parts = [self._shown()]
        parts.append(tr("complete") if self.complete else tr("not complete"))
        if self.as_of is not None:
            parts.append(tr("as of {time}").format(time=moment(self.as_of, today)))
        return "; ".join([", ".join(parts), *self._missing()])

    def _shown(self) -> str:
        if self.unsure and not self.shown:
            number = counted(self.kind, self.held)
            return tr("{number} in view, none of them shown yet").format(number=number)
        if self.shown == self.held:
            return tr("{number} in view").format(number=counted(self.kind, self.held))
        return tr("{shown} of {number} in view").format(
            shown=self.shown, number=counted(self.kind, self.held)
        )

    def _missing(self) -> list[str]:
        missing = []
        if self.unsure:
            said = tr("of {n} it is not known whether they are on traffic-sensitive streets")
            missing.append(said.format(n=self.unsure))
        missing += self.notes
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
    store: Store,
    view: Box,
    days: Days,
    filters: Mapping[str, str],
    *,
    seen: Optional[Box] = None,
    drawn: Optional[Mapping[str, Drawn]] = None,
    unsure: Optional[Mapping[str, str]] = None,
) -> tuple[Standing, ...]:
    """Say of each kind what the store knows of `view` (EPSG:27700) and `days`.

    `filters` has the condition by which a kind is filtered, "" for none, and `unsure` that of the
    records of which it is not known whether they pass. `seen` is what of the view is on the screen,
    where that is not all of it. `drawn` says by kind what the map draws; a kind that it does not
    name is drawn as its filter says. Raises StreetWorksError when the store cannot be read.
    """
    return tuple(
        _of(
            _Counting(store, kind, seen or view, days_of(kind, days)),
            view,
            filters.get(kind, ""),
            (drawn or {}).get(kind),
            (unsure or {}).get(kind, ""),
        )
        for kind in KINDS
    )


def moment(when: datetime, today: date) -> str:
    """Say a moment by the computer's clock, with its day when that is not today."""
    here = when.astimezone()
    if here.date() == today:
        return here.strftime("%H:%M")
    return here.strftime("%d/%m/%Y %H:%M")


@dataclass(frozen=True)
class _Counting:
    """Counts the records of a kind in a box and days."""

    store: Store
    kind: str
    seen: Box
    days: Days

    def __call__(self, where: str = "") -> int:
        return self.store.counts(self.kind, self.seen, self.days, where)

    def drawn(self, tables: Mapping[str, str]) -> int:
        return self.store.counts_drawn(self.kind, self.seen, self.days, tables)


def _of(
    counting: _Counting, view: Box, where: str, drawn: Optional[Drawn], unsure: str
) -> Standing:
    store, kind, asked = counting.store, counting.kind, counting.days
    # The ground is read before the records: what comes in between is then not yet claimed.
    boxes = [
        one for one in store.boxes(kind, view) if one.box.overlap(view) and one.days.overlap(asked)
    ]
    ground = Ground(Covered(one.box, one.days, one.as_of) for one in boxes if one.complete)
    held = counting()
    passing = counting(where) if where else held
    shown = passing if drawn is None else counting.drawn(drawn.tables)
    return Standing(
        kind=kind,
        held=held,
        shown=shown,
        missing=_part(ground.missing(view, asked), view, asked),
        as_of=ground.oldest(view, asked),
        over=len({one.box for one in boxes if not one.complete}),
        unreadable=unreadable_in(boxes),
        unsure=counting(unsure) if unsure else 0,
        notes=() if drawn is None else drawn.notes + (drawn.why if shown < passing else ()),
    )


def unreadable_in(boxes: Iterable[FetchedBox]) -> tuple[Unread, ...]:
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
