"""A whole programme of works: compared part by part, and an account of each of them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Optional

import numpy as np

from ..rules.category import category_of
from ..rules.notice import earliest_start
from ..trade.calendar import counted_day, uk_today, working_days
from ..trade.days import Days
from ..trade.vocabulary.works import WorkType
from .find import Found, find
from .grade import Grade
from .meetings import Grades
from .occupation import Occupation
from .rule import Rule
from .shelf import Shelf
from .spans import Numbers
from .windows import AHEAD, starts, windows

_AT_ONCE = 1_000


def with_others(
    ours: Sequence[Occupation], theirs: Shelf, rules: Sequence[Rule]
) -> Iterator[Found]:
    """Compare ours with theirs, a part of ours at a time."""
    for first in range(0, len(ours), _AT_ONCE):
        yield find(Shelf(ours[first : first + _AT_ONCE]), theirs, rules)


def among(ours: Sequence[Occupation], rules: Sequence[Rule]) -> Found:
    """Compare ours with each other, each pair once."""
    shelf = Shelf(ours)
    return find(shelf, shelf, rules)


class Tally:
    """How many findings of each grade there are about each of some works."""

    def __init__(self, ours: Sequence[Occupation]) -> None:
        self._row = {id(one): row for row, one in enumerate(ours)}
        self._counts = np.zeros((len(ours), max(Grade) + 1), dtype=np.int64)

    def add(self, found: Found) -> None:
        """Count what was found; among ours it counts for both."""
        self._add(found.ours, found.pairs.ours, found.grades)
        if found.theirs is found.ours:
            self._add(found.theirs, found.pairs.theirs, found.grades)

    def add_unreadable(self, one: Occupation) -> None:
        """Count that it cannot be said what one meets."""
        self._counts[self._row[id(one)], Grade.CANNOT_SAY] += 1

    def count(self, one: Occupation, grade: Grade) -> int:
        """Return how many findings of a grade there are about one."""
        return int(self._counts[self._row[id(one)], grade])

    def worst(self, one: Occupation) -> Optional[Grade]:
        """Return the most serious grade found about one, None where nothing was."""
        return next((grade for grade in reversed(Grade) if self.count(one, grade)), None)

    def meets(self, one: Occupation, grades: Iterable[Grade]) -> bool:
        """Whether anything of these grades was found about one."""
        return any(self.count(one, grade) for grade in grades)

    def _add(self, shelf: Shelf, rows: Numbers, grades: Grades) -> None:
        places = np.array([self._row[id(one)] for one in shelf.occupations], dtype=np.int64)
        np.add.at(self._counts, (places[rows], grades), 1)


def first_free(
    ours: Occupation,
    others: Sequence[Shelf],
    rules: Sequence[Rule],
    unwanted: frozenset[Grade],
    now: datetime,
) -> Optional[Days]:
    """Return the first days on which `ours` meet nothing unwanted, None if there are none.

    They are as many working days as now, and planned works applied for `now` may start on them. As
    far as `AHEAD` is looked. Raises StreetWorksError when the shape of ours cannot be used.
    """
    if ours.start is None or ours.end is None:
        return None
    today = uk_today(now)
    days = Days.between(ours.start, ours.end)
    length = working_days(*days, today)
    tries = starts(length, _earliest(days, now, today), today + AHEAD, today)
    looks = (windows(ours, shelf, rules, tries).is_free(unwanted) for shelf in others)
    free = np.logical_and.reduce([np.ones(len(tries), dtype=bool), *looks])
    return tries[int(np.argmax(free))] if free.any() else None


def _earliest(days: Days, now: datetime, today: date) -> date:
    """Return the first day on which planned works of that length may start."""
    category = category_of(WorkType.PLANNED, *days, today=today)
    return earliest_start(category, counted_day(now, today), today)
