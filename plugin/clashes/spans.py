"""Spans of civil days in columns, a row for each; both ends are included.

A day that is not known makes a span unsure: it has days on which it is there for sure, and days on
which it may be. Of a start alone the start is sure, of an end alone the end, of neither nothing.
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Optional

import numpy as np
from numpy.typing import NDArray

from ..trade.days import Days

Numbers = NDArray[np.int64]

_EVER, _NEVER = 0, date.max.toordinal() + 1
_BEFORE_ALL, _AFTER_ALL = -(10**8), 10**8  # further apart than any margin is wide


class Spans(NamedTuple):
    """Columns of ordinals, (n,): the days that are sure, and those that are possible.

    Nothing is sure where `first` is after `last`.
    """

    first: Numbers
    last: Numbers
    earliest: Numbers
    latest: Numbers

    def at(self, rows: Numbers) -> "Spans":
        """Return those rows."""
        return Spans(*(column[rows] for column in self))


def spans(starts: Iterable[Optional[date]], ends: Iterable[Optional[date]]) -> Spans:
    """Return the columns of some spans; reversed days are taken in order."""
    start, end = _ordinals(starts), _ordinals(ends)
    no_start, no_end = start == _NEVER, end == _NEVER
    turned = ~no_start & ~no_end & (end < start)
    start, end = np.where(turned, end, start), np.where(turned, start, end)
    return Spans(
        first=np.where(no_start, np.where(no_end, _AFTER_ALL, end), start),
        last=np.where(no_end, np.where(no_start, _BEFORE_ALL, start), end),
        earliest=np.where(no_start, _EVER, start),
        latest=np.where(no_end, _NEVER, end),
    )


class Common(NamedTuple):
    """What two columns of spans have in common, row by row.

    `first` and `last` are the days in common for sure, None of which there are where `first` is
    after `last`; `possible` says whether there may be some. `gap` is by how many days two miss each
    other for sure, 1 being the next day; it means nothing where `possible` is true.
    """

    first: Numbers
    last: Numbers
    possible: NDArray[np.bool_]
    gap: Numbers

    @property
    def sure(self) -> NDArray[np.bool_]:
        """Whether there is a day in common for sure."""
        return self.first <= self.last

    def days(self, row: int) -> Optional[Days]:
        """Return the days of a row that are in common for sure, or None."""
        if self.first[row] > self.last[row]:
            return None
        return Days(*(date.fromordinal(int(side[row])) for side in (self.first, self.last)))


def in_common(ours: Spans, theirs: Spans) -> Common:
    """Return what each span of ours has in common with that of theirs in the same row."""
    start = np.maximum(ours.earliest, theirs.earliest)
    end = np.minimum(ours.latest, theirs.latest)
    return Common(
        first=np.maximum(ours.first, theirs.first),
        last=np.minimum(ours.last, theirs.last),
        possible=start <= end,
        gap=start - end,
    )


def _ordinals(days: Iterable[Optional[date]]) -> Numbers:
    return np.array([_NEVER if day is None else day.toordinal() for day in days], dtype=np.int64)
