"""A range of days."""

from datetime import date, timedelta
from typing import NamedTuple, Optional

_DAY = timedelta(days=1)


class Days(NamedTuple):
    """The days from `start` to `end`, both included."""

    start: date
    end: date

    @classmethod
    def between(cls, one: date, other: date) -> "Days":
        """Return the days from the earlier to the later of the two."""
        return cls(min(one, other), max(one, other))

    @property
    def length(self) -> int:
        """How many days they are."""
        return (self.end - self.start).days + 1

    def overlap(self, other: "Days") -> "Optional[Days]":
        """Return the days the two have in common, or None."""
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Days(start, end) if start <= end else None

    def without(self, other: "Days") -> "list[Days]":
        """Return the days that are not in `other`: no range, one, or one on either side."""
        if self.overlap(other) is None:
            return [self]
        rest = []
        if self.start < other.start:
            rest.append(Days(self.start, other.start - _DAY))
        if self.end > other.end:
            rest.append(Days(other.end + _DAY, self.end))
        return rest

    def contains(self, other: "Days") -> bool:
        """Whether none of the days of `other` is missing."""
        return self.start <= other.start and other.end <= self.end

    def split(self, count: int) -> "tuple[Days, Days]":
        """Return the first `count` days and the others, of which there must be some."""
        other = self.start + _DAY * count
        return Days(self.start, other - _DAY), Days(other, self.end)

    def halves(self) -> "tuple[Days, ...]":
        """Return two ranges, the first no shorter; a single day stays as it is."""
        return (self,) if self.length < 2 else self.split((self.length + 1) // 2)


TIMELESS = Days(date.min, date.min)
"""The days of records that have none, such as the limits of the HS2 act: they are never halved."""
