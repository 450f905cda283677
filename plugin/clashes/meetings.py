"""Which of ours meet which of theirs: in space, on a street, and by their days."""

from collections.abc import Sequence
from typing import Callable, NamedTuple, Optional, Union

import numpy as np
import shapely
from numpy.typing import NDArray

from .grade import Grade
from .shelf import Flags, Shapes, Shelf
from .spans import Numbers, in_common

Grades = NDArray[np.int8]

_GEOS_KNOWS_WITHIN = shapely.geos_version >= (3, 10, 0)
_ROUNDED_M = 0.001  # what the sides of a box may be off
_MANY_CORNERS = 64  # what it takes for an index of a shape's own sides to be worth making


class Pairs(NamedTuple):
    """Rows of ours, and rows of theirs, side by side."""

    ours: Numbers
    theirs: Numbers

    def where(self, which: Union[Flags, Numbers]) -> "Pairs":
        """Return those of them, by flags or by rows."""
        return Pairs(self.ours[which], self.theirs[which])


NO_PAIRS = Pairs(np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64))


class Meetings(NamedTuple):
    """Pairs, and how serious each is."""

    pairs: Pairs
    grades: Grades

    @classmethod
    def of(cls, pairs: Pairs, grades: Grades) -> "Meetings":
        """Return the pairs that are something: a grade of 0 says that one is nothing."""
        return cls(pairs.where(grades > 0), grades[grades > 0])


class Gathered(NamedTuple):
    """Meetings of several rules below each other, and the place of the rule of each."""

    pairs: Pairs
    grades: Grades
    rule_of: Numbers


def gathered(met: Sequence[Meetings]) -> Gathered:
    """Return the meetings of several rules below each other, in the order of the rules."""
    return Gathered(
        Pairs(*(np.concatenate(rows) for rows in zip(NO_PAIRS, *(one.pairs for one in met)))),
        np.concatenate([np.empty(0, dtype=np.int8), *(one.grades for one in met)]),
        np.repeat(np.arange(len(met)), [len(one.grades) for one in met]),
    )


def together(*found: Pairs) -> Pairs:
    """Return pairs that were found in several ways, each once."""
    ours, theirs = np.concatenate([np.array(NO_PAIRS), *found], axis=1)
    width = int(theirs.max(initial=0)) + 1
    return Pairs(*np.divmod(np.unique(ours * width + theirs), width))


def near(
    shapes: Shapes,
    tree: shapely.STRtree,
    within_m: float,
    asked: Optional[Callable[[Pairs], Flags]] = None,
) -> Pairs:
    """Return which shapes (EPSG:27700) lie within so many metres, these included, of a tree's.

    All are usable ones, as on a shelf, or None. `asked` says of pairs that may be near whether they
    matter; it is asked first, being quicker than to measure.
    """
    bounds = shapely.bounds(shapes) + np.array([-1, -1, 1, 1]) * (within_m + _ROUNDED_M)
    boxes = shapely.box(*bounds.T)
    boxes[shapely.is_missing(shapes)] = None
    found = Pairs(*tree.query(boxes))
    if asked is not None:
        found = found.where(asked(found))
    ours, theirs = shapes[found.ours], tree.geometries[found.theirs]
    shapely.prepare(ours[shapely.get_num_coordinates(ours) > _MANY_CORNERS])
    if _GEOS_KNOWS_WITHIN:
        return found.where(shapely.dwithin(ours, theirs, within_m))
    return found.where(shapely.distance(ours, theirs) <= within_m)


def in_reach(ours: Shelf, theirs: Shelf, pairs: Pairs, margin: int) -> Flags:
    """Say which pairs may have days in common, or miss each other by `margin` days at most."""
    ours_days, their_days = ours.spans, theirs.spans
    start = np.maximum(ours_days.earliest[pairs.ours], their_days.earliest[pairs.theirs])
    end = np.minimum(ours_days.latest[pairs.ours], their_days.latest[pairs.theirs])
    reached: Flags = start - end <= margin
    return reached


def on_one_street(ours: Shelf, theirs: Shelf) -> Pairs:
    """Return which of ours and theirs are on a street in common, each pair once."""
    there = theirs.rows_on
    found = [
        np.array(np.meshgrid(rows, there[key], indexing="ij"), dtype=np.int64).reshape(2, -1)
        for key, rows in ours.rows_on.items()
        if key in there
    ]
    return together(*(Pairs(*rows) for rows in found))


def by_days(
    ours: Shelf,
    theirs: Shelf,
    pairs: Pairs,
    margin: int = 0,
    common: Union[Grade, Grades] = Grade.CLASH,
) -> Grades:
    """Return the grades of pairs, by whether they have days in common or almost.

    A pair with a day in common for sure gets the grade `common`; one that may have one, "cannot
    say"; one that misses it by `margin` days at most is an opportunity to work together; any other
    gets 0.
    """
    days = in_common(ours.spans.at(pairs.ours), theirs.spans.at(pairs.theirs))
    grades = np.zeros(len(pairs.ours), dtype=np.int8)
    grades[~days.possible & (days.gap <= margin)] = Grade.OPPORTUNITY
    grades[days.possible] = Grade.CANNOT_SAY
    sure = days.sure
    grades[sure] = common[sure] if isinstance(common, np.ndarray) else common
    return grades


def no_further(ours: Shelf, theirs: Shelf, pairs: Pairs, at_most_m: float, margin: int) -> Pairs:
    """Return the pairs in reach by their days that are at most so far apart.

    Those of which it is not known how far they are apart are among them.
    """
    reached = pairs.where(in_reach(ours, theirs, pairs, margin))
    apart_m = shapely.distance(ours.shapes[reached.ours], theirs.shapes[reached.theirs])
    return reached.where(~(apart_m > at_most_m))


def unless_placeless(ours: Shelf, theirs: Shelf, pairs: Pairs, grades: Grades) -> Grades:
    """Return the grades; where it is not known how near two are, it cannot be said."""
    shapes = ours.shapes[pairs.ours], theirs.shapes[pairs.theirs]
    placeless = (grades > 0) & (shapely.is_missing(shapes[0]) | shapely.is_missing(shapes[1]))
    return np.where(placeless, np.int8(Grade.CANNOT_SAY), grades)
