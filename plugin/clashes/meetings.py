"""Which of ours meet which of theirs: in space, on a street, and by their days."""

from typing import NamedTuple, Union

import numpy as np
import shapely
from numpy.typing import NDArray

from .grade import Grade
from .shelf import Flags, Shapes, Shelf
from .spans import Numbers, in_common

Grades = NDArray[np.int8]

_TREE_KNOWS_DISTANCE = shapely.geos_version >= (3, 10, 0)


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


def together(*found: Pairs) -> Pairs:
    """Return pairs that were found in several ways, each once."""
    return Pairs(*np.unique(np.concatenate([np.array(NO_PAIRS), *found], axis=1), axis=1))


def near(shapes: Shapes, tree: shapely.STRtree, within_m: float) -> Pairs:
    """Return which shapes (EPSG:27700) lie within so many metres, these included, of a tree's."""
    if _TREE_KNOWS_DISTANCE:
        return Pairs(*tree.query(shapes, predicate="dwithin", distance=within_m))
    # GEOS before 3.10 has a tree that knows boxes only.
    bounds = shapely.bounds(shapes) + np.array([-within_m, -within_m, within_m, within_m])
    boxes = shapely.box(*bounds.T)
    found = Pairs(*tree.query(boxes))
    apart_m = shapely.distance(shapes[found.ours], tree.geometries[found.theirs])
    return found.where(apart_m <= within_m)


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


def no_further(ours: Shelf, theirs: Shelf, pairs: Pairs, at_most_m: float) -> Pairs:
    """Return the pairs that are at most so far apart, and those of which that is not known."""
    return pairs.where(~(_apart_m(ours, theirs, pairs) > at_most_m))


def unless_placeless(ours: Shelf, theirs: Shelf, pairs: Pairs, grades: Grades) -> Grades:
    """Return the grades; where it is not known how near two are, it cannot be said."""
    placeless = (grades > 0) & np.isnan(_apart_m(ours, theirs, pairs))
    return np.where(placeless, np.int8(Grade.CANNOT_SAY), grades)


def _apart_m(ours: Shelf, theirs: Shelf, pairs: Pairs) -> NDArray[np.float64]:
    apart: NDArray[np.float64] = shapely.distance(
        ours.shapes[pairs.ours], theirs.shapes[pairs.theirs]
    )
    return apart
