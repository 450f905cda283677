"""One run of “Check works for clashes”: gather, compare part by part, write, and remember."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path
from typing import Any, NamedTuple, Optional, Union

import numpy as np
from qgis.core import QgsGeometry, QgsProcessingFeedback

from ..api.errors import Cancelled
from ..clashes.find import Found
from ..clashes.grade import Grade
from ..clashes.lines import OURS, THEIRS, line_of_one
from ..clashes.occupation import Occupation
from ..clashes.programme import Tally, among, first_free, with_others
from ..clashes.rule import Rule
from ..clashes.shelf import Shelf
from ..extents import Limits
from ..files.database import StoreDamagedError
from ..trade.calendar import uk_today
from ..trade.days import Days
from ..words import tr
from .algorithm import Lines, Sink
from .aside import done_with_progress
from .clash_against import (
    Answer,
    GivenLayer,
    NotKnown,
    Others,
    Refused,
    add_answers,
    add_download,
    add_layer,
    ask_register,
    ask_store,
)
from .clash_before import FoundBefore
from .clash_ground import grounds, reach
from .clash_planned import Planned
from .clash_rows import clash_rows, clash_values, works_values
from .download_to import Database, Files
from .signing_in import Access

_GATHERED, _COMPARED = 50, 80  # per cent
_WINDOWS_AT_ONCE = 20


class Against(NamedTuple):
    """What the works are checked against; None and nothing for what is not wanted."""

    each_other: bool
    register: Optional[Access]
    store: Optional[Path]
    download: Union[Database, Files, None]
    layers: Sequence[Union[GivenLayer, Refused]]


class Sinks(NamedTuple):
    """Where the rows go: all findings, those that are new, and the works."""

    clashes: Sink
    new: Sink
    works: Sink


@dataclass
class Run:
    """What one run does. `unwanted` is what other days are to be free of; None looks for none.

    `do` carries out on the geometry thread. First `gather`, then `write`; both raise Cancelled,
    StreetWorksError and QgsProcessingException.
    """

    planned: Planned
    against: Against
    rules: tuple[Rule, ...]
    unwanted: Optional[frozenset[Grade]]
    limits: Limits
    do: Callable[..., Any]
    feedback: QgsProcessingFeedback

    def __post_init__(self) -> None:
        self._tally = Tally(self.planned.works)
        self._not_known: dict[int, list[str]] = {id(one): [] for one in self.planned.works}
        self._new = 0

    def gather(self) -> None:
        """Put up ours and all that they are compared with, and tell what is wrong with either."""
        self._now = datetime.now(timezone.utc)
        self._ours: Shelf = self.do(Shelf, self.planned.works)
        self._others = Others()
        around = self.do(grounds, self._ours, self.rules, uk_today(self._now))
        add_answers(self._others, self._answers(around))
        if self.against.download is not None:
            add_download(self._others, self.against.download, around, self._go_on)
        for layer in self.against.layers:
            self._go_on()
            add_layer(self._others, layer, self.limits, self.do)
        self._theirs: Shelf = self.do(_put_up, self._others.occupations)
        self._tell()
        self.feedback.setProgress(_GATHERED)

    def write(self, sinks: Sinks, before: FoundBefore) -> dict[str, Any]:
        """Compare and write; return the numbers of the run."""
        self._write_unreadable(sinks, before)
        for found in self._compared():
            self._go_on()
            self._tally.add(found)
            for row in self.do(clash_rows, found):
                self._write(sinks, before, row.facts, row.line)
        self._note_ground()
        self._write_works(sinks.works)
        complete = not self._others.not_known
        if complete and before.gone:
            told = tr("{n} of what was found last time is not found any more.")
            self.feedback.pushInfo(told.format(n=before.gone))
        before.keep(complete=complete)
        return self._numbers(complete=complete and not self._theirs.unusable)

    def _answers(self, around: Sequence[Any]) -> list[Answer]:
        answers = []
        if self.against.store is not None:
            answers += self.do(ask_store, self.against.store, around)
        access = self.against.register
        if access is not None and around:
            answers += done_with_progress(
                lambda report, warn: ask_register(
                    access, around, report, self.feedback.isCanceled, warn
                ),
                self.feedback,
                _GATHERED,
            )
        return answers

    def _tell(self) -> None:
        """Tell what is wrong with ours and theirs, and note what can hide a clash of ours."""
        for said in self._others.said:
            self.feedback.pushInfo(said)
        for wrong in (*self.planned.remarks, *self._others.wrong):
            self.feedback.reportError(wrong)
        if not self.planned.works:
            self.feedback.reportError(tr("There are no works in the layer."))
        told, listed = Lines(self.feedback), {one.place: one for one in self.planned.works}
        for place, reference, what, hides in self.planned.troubles:
            told.add_line(": ".join(dict.fromkeys((str(place), reference, what))))
            if hides:
                self._not_known[id(listed[place])].append(what)
        for works, reason in _unusable(self._ours):
            told.add_line(f"{works.place}: {works.reference}: {reason}")
            self._not_known[id(works)].append(reason)
        for other, reason in _unusable(self._theirs):
            told.add_line(f"{other.what} ({other.reference}): {reason}")
        told.close()
        left_out = self._ours.left_out
        if left_out:
            text = tr("{n} of the works are over or given up, and were not checked.")
            self.feedback.pushInfo(text.format(n=left_out))

    def _write_unreadable(self, sinks: Sinks, before: FoundBefore) -> None:
        """Write a row for each that cannot be read in full, so that nothing is said to be clear."""
        for works in self.planned.works:
            reasons = self._not_known[id(works)]
            if reasons:
                self._tally.add_unreadable(works)
                facts = {**line_of_one(OURS, works.reference), "found": "; ".join(reasons)}
                self._write(sinks, before, facts, QgsGeometry())
        for other, reason in _unusable(self._theirs):
            facts = {**line_of_one(THEIRS, other.reference), "other_kind": other.kind}
            self._write(sinks, before, {**facts, "found": reason}, QgsGeometry())

    def _compared(self) -> Iterator[Found]:
        """Give what is found, part by part, each part found on the geometry thread."""
        parts = with_others(self._ours.occupations, self._theirs, self.rules)
        while (found := self.do(next, parts, None)) is not None:
            yield found
        if self.against.each_other:
            yield self.do(among, self._ours.occupations, self.rules)

    def _write(
        self, sinks: Sinks, before: FoundBefore, facts: dict[str, Any], line: QgsGeometry
    ) -> None:
        differs = before.differs(facts)
        values = clash_values({**facts, "differs": differs})
        sinks.clashes.add(line, values)
        if differs:
            self._new += 1
            sinks.new.add(line, values)

    def _note_ground(self) -> None:
        """Note of each of ours where it is not known what others do there."""
        around = self.do(reach, self._ours, self.rules)
        for not_known in self._others.not_known:
            for row in np.flatnonzero(_meets(around, not_known)):
                self._not_known[id(self._ours.occupations[row])].append(not_known.why)

    def _write_works(self, sink: Sink) -> None:
        checked = {id(one) for one in self._ours.occupations}
        free = dict(self._free())
        pairs = list(zip(self.planned.features, self.planned.works))
        for feature, works in pairs:
            days = free.get(id(works))
            facts = {
                "work": works.reference,
                "feature_id": feature.id(),
                "start": works.start,
                "end": works.end,
                "worst": self._worst(works) if id(works) in checked else "not_checked",
                "clashes": self._tally.count(works, Grade.CLASH),
                "collaborations": self._tally.count(works, Grade.OPPORTUNITY),
                "cannot_say": self._tally.count(works, Grade.CANNOT_SAY),
                "free_start": days and days.start,
                "free_end": days and days.end,
                "not_known": "; ".join(dict.fromkeys(self._not_known[id(works)])),
            }
            sink.add(feature.geometry(), works_values(facts))

    def _worst(self, works: Occupation) -> str:
        worst = self._tally.worst(works)
        if worst is None and self._not_known[id(works)]:
            worst = Grade.CANNOT_SAY
        return "nothing" if worst is None else worst.word

    def _free(self) -> Iterator[tuple[int, Days]]:
        """Give the first free days of the works of which all is known, by their identity."""
        if self.unwanted is None:
            return
        sure = [one for one in self._ours.occupations if not self._not_known[id(one)]]
        for first in range(0, len(sure), _WINDOWS_AT_ONCE):
            self._go_on()
            yield from self.do(self._first_free, sure[first : first + _WINDOWS_AT_ONCE])
            done = first / len(sure)
            self.feedback.setProgress(_COMPARED + (100 - _COMPARED) * done)

    def _first_free(self, some: Sequence[Occupation]) -> list[tuple[int, Days]]:
        unwanted = self.unwanted or frozenset()
        shelves = [self._theirs, *([self._ours] if self.against.each_other else [])]
        found = []
        for one in some:
            days: Optional[Days]
            if self._tally.meets(one, unwanted) or one.start is None or one.end is None:
                days = first_free(one, shelves, self.rules, unwanted, self._now)
            else:
                days = Days.between(one.start, one.end)
            if days is not None:
                found.append((id(one), days))
        return found

    def _numbers(self, *, complete: bool) -> dict[str, Any]:
        works = self._ours.occupations
        with_clashes = sum(self._tally.count(one, Grade.CLASH) > 0 for one in works)
        text = tr("{n} works checked: {clashing} with potential clashes. New or changed: {new}.")
        self.feedback.pushInfo(text.format(n=len(works), clashing=with_clashes, new=self._new))
        return {
            "CHECKED_COUNT": len(works),
            "WITH_CLASHES_COUNT": with_clashes,
            "NEW_COUNT": self._new,
            "COMPLETE": complete,
        }

    def _go_on(self) -> None:
        if self.feedback.isCanceled():
            raise Cancelled


def opened_before(path: str, feedback: QgsProcessingFeedback) -> FoundBefore:
    """Open what an earlier run has found; a damaged file is put aside, and told.

    Raises StreetWorksError for a file that is none.
    """
    try:
        return FoundBefore(path)
    except StoreDamagedError as error:
        feedback.reportError(str(error))
        return FoundBefore(path)


def _put_up(occupations: Sequence[Occupation]) -> Shelf:
    """Return a shelf whose index is made."""
    shelf = Shelf(occupations)
    shelf.tree  # noqa: B018 - made here, on the geometry thread
    return shelf


def _unusable(shelf: Shelf) -> Iterator[tuple[Any, str]]:
    for row, reason in shelf.unusable.items():
        yield shelf.occupations[row], reason


def _meets(around: np.ndarray, not_known: NotKnown) -> np.ndarray:
    """Say which of some bounds meet ground of which not all is known."""
    if not_known.box is None:
        return np.ones(len(around), dtype=bool)
    west, south, east, north = not_known.box
    met: np.ndarray = (around[:, 0] < east) & (around[:, 2] > west)
    return met & (around[:, 1] < north) & (around[:, 3] > south)
