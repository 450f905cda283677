"""What a rule has to find, pair by pair and without columns or an index."""

from collections.abc import Iterable
from datetime import date
from typing import Callable, Optional

from street_works.plugin.clashes.find import find
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.occupation import Occupation
from street_works.plugin.clashes.rule import Rule
from street_works.plugin.clashes.shelf import Shelf

Say = Callable[[Occupation, Occupation], Optional[Grade]]
Span = tuple[date, date]


def apart_m(one: Optional[object], other: Optional[object]) -> Optional[float]:
    """Return how far apart two shapes are, None where one is missing."""
    return None if one is None or other is None else one.distance(other)  # type: ignore[attr-defined]


def within(one: Optional[object], other: Optional[object], metres: float) -> bool:
    """Say whether two shapes are there, and no further apart."""
    apart = apart_m(one, other)
    return apart is not None and apart <= metres


def by_their_days(
    ours: Occupation, other: Occupation, common: Grade, margin: int = 0
) -> Optional[Grade]:
    """Return the grade of two by their days."""
    (our_sure, our_may), (their_sure, their_may) = map(_days, (ours, other))
    if our_sure and their_sure and _gap(our_sure, their_sure) <= 0:
        return common
    gap = _gap(our_may, their_may)
    if gap <= 0:
        return Grade.CANNOT_SAY
    return Grade.OPPORTUNITY if gap <= margin else None


def agrees(ours: list[Occupation], theirs: list[Occupation], rule: Rule, say: Say) -> bool:
    """Say whether the rule finds what is said of each pair, ours with theirs, and ours alone."""
    pairs = ((one, other) for one in ours for other in theirs)
    alone = ((one, other) for place, one in enumerate(ours) for other in ours[place + 1 :])
    shelf = Shelf(ours)

    def either_way(one: Occupation, other: Occupation) -> Optional[Grade]:
        return max(filter(None, (say(one, other), say(other, one))), default=None)

    return _found(rule, shelf, Shelf(theirs)) == _said(pairs, say) and _found(
        rule, shelf, shelf
    ) == _said(alone, either_way)


def _found(rule: Rule, ours: Shelf, theirs: Shelf) -> dict[tuple[int, int], Grade]:
    found = list(find(ours, theirs, [rule]))
    told = {(id(one.ours), id(one.other)): one.grade for one in found}
    assert len(told) == len(found)
    assert all(one.why and one.said for one in found)
    return told


def _said(pairs: Iterable[tuple[Occupation, Occupation]], say: Say) -> dict[tuple[int, int], Grade]:
    said = {
        (id(one), id(other)): say(one, other) for one, other in pairs if one.works != other.works
    }
    return {pair: grade for pair, grade in said.items() if grade is not None}


def _days(one: Occupation) -> tuple[Optional[Span], Span]:
    """Return the days on which one is there for sure, None without any, and those it may be."""
    if one.start is not None and one.end is not None:
        days = min(one.start, one.end), max(one.start, one.end)
        return days, days
    known = one.start or one.end
    sure = None if known is None else (known, known)
    return sure, (one.start or date.min, one.end or date.max)


def _gap(one: Span, other: Span) -> int:
    return (max(one[0], other[0]) - min(one[1], other[1])).days
