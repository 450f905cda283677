"""Other days: when works could start without meeting what they should not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Optional

import numpy as np

from ..trade.calendar import is_working_day
from ..trade.days import Days
from .find import Found
from .finding import Finding
from .grade import Grade
from .meetings import Meetings, Pairs, gathered
from .occupation import Occupation
from .report import alone
from .rule import Rule
from .shelf import Flags, Shelf
from .spans import Numbers

AHEAD = timedelta(weeks=26)
"""So far works may be moved: what they would meet until then is looked at."""

_ALL_GRADES = max(Grade) + 1
_ONE_DAY = timedelta(days=1)


def starts(working_days: int, earliest: date, latest: date, today: date) -> tuple[Days, ...]:
    """Return the days of works of that length for each working day on which they could start.

    They start from `earliest` to `latest`, both included, and end on a working day; works of no
    working day take one. Bank holidays are those that are known `today`.
    """
    length = max(working_days, 1)
    working: list[date] = []
    day = earliest
    while len(working) < length or working[-length] < latest:
        if is_working_day(day, today):
            working.append(day)
        day += _ONE_DAY
    begun = [one for one in working if one <= latest]
    return tuple(map(Days, begun, working[length - 1 :]))


@dataclass(frozen=True)
class Windows:
    """Days on which works could be done, in order, and what is found on each by the rules.

    `found` has the rows of all tries together, in no order.
    """

    tries: tuple[Days, ...]
    found: Found

    @property
    def ends(self) -> tuple[date, ...]:
        """The first and the last day of all tries; nothing without any."""
        return (self.tries[0].start, self.tries[-1].end) if self.tries else ()

    @cached_property
    def counts(self) -> Numbers:
        """How many findings of each grade there are, (tries, grades); the first column is 0."""
        numbers = self.found.pairs.ours * _ALL_GRADES + self.found.grades
        counted = np.bincount(numbers, minlength=len(self.tries) * _ALL_GRADES)
        return counted.reshape(-1, _ALL_GRADES)

    def is_free(self, unwanted: Iterable[Grade]) -> Flags:
        """Say of each try whether nothing of the unwanted grades is found."""
        flags: Flags = self.counts[:, sorted(unwanted)].sum(axis=1) == 0
        return flags

    def free(self, unwanted: Iterable[Grade]) -> tuple[Days, ...]:
        """Return the days on which nothing of the unwanted grades is found, the earliest first."""
        return tuple(self.tries[number] for number in np.flatnonzero(self.is_free(unwanted)))

    def tried_from(self, start: date) -> Optional[int]:
        """Return the number of the try that starts on a day, or None."""
        return next((n for n, one in enumerate(self.tries) if one.start == start), None)

    def findings(self, number: int) -> tuple[Finding, ...]:
        """Return what is found on the days of a try, the most serious first."""
        rows = np.flatnonzero(self.found.pairs.ours == number)
        worst_first = rows[np.lexsort((self.found.pairs.theirs[rows], -self.found.grades[rows]))]
        return tuple(map(self.found.finding, worst_first))

    def why_not(self, number: int, unwanted: Iterable[Grade]) -> Optional[Finding]:
        """Return the most serious unwanted finding on the days of a try, or None."""
        wanted = frozenset(unwanted)
        return next((one for one in self.findings(number) if one.grade in wanted), None)

    def always_there(self, unwanted: Iterable[Grade]) -> tuple[Occupation, ...]:
        """Return those of the others with which an unwanted finding is made on each of the days."""
        wanted = np.isin(self.found.grades, sorted(unwanted))
        met, others = self.found.pairs.where(wanted), self.found.theirs
        once = np.unique(met.ours * len(others) + met.theirs) % max(len(others), 1)
        days = np.bincount(once, minlength=len(others))
        always = np.flatnonzero(days == len(self.tries)) if self.tries else ()
        return tuple(others.occupations[row] for row in always)


def windows(
    ours: Occupation, others: Shelf, rules: Sequence[Rule], tries: Sequence[Days]
) -> Windows:
    """Return what `ours` would meet among the others on each of these days, which are in order.

    It is what `report_on` finds day by day. Where two meet is asked of each rule once, for all days
    together, and when, of the days that the rule's reach leaves. Raises StreetWorksError when the
    extent itself cannot be used.
    """
    shelf = alone(replace(ours, start=tries[0].start, end=tries[-1].end) if tries else ours)
    on_each = shelf.on_each(tries)
    met = [_met(rule, shelf, on_each, others) for rule in rules]
    return Windows(tuple(tries), Found(on_each, others, tuple(rules), *gathered(met)))


def _met(rule: Rule, ours: Shelf, on_each: Shelf, others: Shelf) -> Meetings:
    """Return what a rule finds on each of the days, each other once a day."""
    near = np.unique(rule.pairs(ours, others).theirs)
    near = near[others.works[near] != ours.works[0]]
    spans, reach = others.spans.at(near), rule.reach_days
    first = np.searchsorted(on_each.spans.last, spans.earliest - reach, side="left")
    beyond = np.searchsorted(on_each.spans.first, spans.latest + reach, side="right")
    days = np.maximum(beyond - first, 0)
    begun = np.cumsum(days) - days
    tries = np.arange(days.sum()) - np.repeat(begun - first, days)
    pairs = Pairs(tries, np.repeat(near, days))
    return Meetings.of(pairs, rule.grades(on_each, others, pairs))
