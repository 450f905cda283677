"""Spans of civil days, both ends included; a side of None is open."""

from datetime import date
from typing import NamedTuple, Optional


class Span(NamedTuple):
    """From `first` to `last`; None means since ever, or without end."""

    first: Optional[date]
    last: Optional[date]


class Overlap(NamedTuple):
    """The days in common."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How many days there are in common."""
        return (self.last - self.first).days + 1


def in_order(first: Optional[date], last: Optional[date]) -> Span:
    """Return the span, turned round where its end is before its start."""
    if first is not None and last is not None and last < first:
        return Span(last, first)
    return Span(first, last)


def overlap(ours: Overlap, theirs: Span) -> Optional[Overlap]:
    """Return the days that both have, or None."""
    first = ours.first if theirs.first is None else max(ours.first, theirs.first)
    last = ours.last if theirs.last is None else min(ours.last, theirs.last)
    return Overlap(first, last) if first <= last else None


def days_apart(ours: Overlap, theirs: Span) -> int:
    """Return by how many days two spans without a common day miss each other; 1 is the next day."""
    if theirs.first is not None and theirs.first > ours.last:
        return (theirs.first - ours.last).days
    if theirs.last is not None and theirs.last < ours.first:
        return (ours.first - theirs.last).days
    return 0
