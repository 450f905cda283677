"""Comparing ours with theirs by rules: one extent with what is near it, or a whole programme."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Optional

import numpy as np
import shapely
from numpy.typing import NDArray

from ..words import tr
from .finding import Finding, Unusable
from .grade import Grade
from .meetings import Grades, Meetings, Pairs, gathered
from .pair import Pair
from .rule import Rule
from .shelf import Shelf
from .spans import Common, Numbers, in_common


class Measured(NamedTuple):
    """Distances in metres (NaN where a shape is missing) and days of pairs, row by row."""

    distance_m: NDArray[np.float64]
    days: Common


@dataclass(frozen=True)
class Found:
    """What rules found of ours and theirs, in columns; findings are made as they are asked for.

    `pairs`, `grades` and `rule_of` (places in `rules`) are side by side, a row for each finding, in
    the order of ours, then of theirs, then of the rules.
    """

    ours: Shelf
    theirs: Shelf
    rules: tuple[Rule, ...]
    pairs: Pairs
    grades: Grades
    rule_of: Numbers

    def __len__(self) -> int:
        return len(self.grades)

    def __iter__(self) -> Iterator[Finding]:
        """Give the findings, row by row."""
        return (self.finding(row) for row in range(len(self)))

    def finding(self, row: int, pair: Optional[Pair] = None) -> Finding:
        """Return the finding of a row; `pair` is what `pair_of` has returned for it, if known."""
        rule, grade = self.rules[self.rule_of[row]], Grade(int(self.grades[row]))
        return Finding(rule, grade, pair or self.pair_of(row))

    def pair_of(self, row: int) -> Pair:
        """Return the two of a row, to be measured once for all rules that speak of them."""
        rows = self.pairs.ours[row : row + 1], self.pairs.theirs[row : row + 1]
        common = self._common(Pairs(*rows))
        ours, theirs = (int(one[0]) for one in rows)
        return Pair(
            ours=self.ours.occupations[ours],
            other=self.theirs.occupations[theirs],
            our_shape=self.ours.shapes[ours],
            other_shape=self.theirs.shapes[theirs],
            days=common.days(0),
            gap=0 if common.possible[0] else int(common.gap[0]),
        )

    def measured(self) -> Measured:
        """Return the distance and the days of each row at once."""
        shapes = self.ours.shapes[self.pairs.ours], self.theirs.shapes[self.pairs.theirs]
        return Measured(shapely.distance(*shapes), self._common(self.pairs))

    def _common(self, pairs: Pairs) -> Common:
        return in_common(self.ours.spans.at(pairs.ours), self.theirs.spans.at(pairs.theirs))

    @property
    def unusable(self) -> tuple[Unusable, ...]:
        """Those of ours and theirs that could not be compared in space."""
        return tuple(
            Unusable(shelf.occupations[row], reason, is_ours=shelf is self.ours)
            for shelf in dict.fromkeys((self.ours, self.theirs))
            for row, reason in (*shelf.unusable.items(), *_diversions(shelf))
        )


def _diversions(shelf: Shelf) -> Iterator[tuple[int, str]]:
    """Give the rows whose diversion cannot be used, and why."""
    for row, reason in shelf.unusable_diversions.items():
        yield row, tr("of its diversion, {reason}").format(reason=reason)


def find(ours: Shelf, theirs: Shelf, rules: Sequence[Rule]) -> Found:
    """Return what of ours meets what of theirs by the rules.

    Nothing meets other parts of the same works. Ours may be compared with themselves: `theirs` is
    then the same shelf, and each pair comes once, in the order of the shelf.
    """
    pairs, grades, rule_of = gathered([_met(rule, ours, theirs) for rule in rules])
    order = np.lexsort((rule_of, pairs.theirs, pairs.ours))
    return Found(ours, theirs, tuple(rules), pairs.where(order), grades[order], rule_of[order])


def _met(rule: Rule, ours: Shelf, theirs: Shelf) -> Meetings:
    """Return what a rule says, each pair of different works once, with its worst grade."""
    pairs, grades = rule.meet(ours, theirs)
    others = np.flatnonzero(ours.works[pairs.ours] != theirs.works[pairs.theirs])
    pairs, grades = pairs.where(others), grades[others]
    if ours is theirs:
        pairs = Pairs(np.minimum(*pairs), np.maximum(*pairs))
    worst_last = np.argsort(grades, kind="stable")
    numbers = (pairs.ours * max(len(theirs), 1) + pairs.theirs)[worst_last]
    _numbers, from_behind = np.unique(numbers[::-1], return_index=True)
    rows = worst_last[::-1][from_behind]
    return Meetings(pairs.where(rows), grades[rows])
