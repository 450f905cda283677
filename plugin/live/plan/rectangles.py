"""Ground on a raster of uneven cells, told as few rectangles."""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Marks = NDArray[Any]


class Rectangle(NamedTuple):
    """Cells from column `west` up to `east`, from row `south` up to `north`, all of one mark."""

    west: int
    south: int
    east: int
    north: int
    mark: int


def rectangles(marks: Marks) -> list[Rectangle]:
    """Return disjoint rectangles that cover all cells whose mark is not 0, each of one mark.

    `marks` has a row for each row of cells, the southernmost first. Strips along the rows and along
    the columns are both tried; the fewer rectangles are returned.
    """
    lying = _strips(marks)
    standing = [Rectangle(s, w, n, e, mark) for w, s, e, n, mark in _strips(marks.T)]
    return lying if len(lying) <= len(standing) else standing


def _strips(marks: Marks) -> list[Rectangle]:
    """Join the runs of each row with those of the next that have the same ends and mark."""
    rows, columns = marks.shape
    begins = np.ones((rows, columns + 1), dtype=bool)
    begins[:, 1:-1] = marks[:, 1:] != marks[:, :-1]
    row, edge = np.nonzero(begins)
    last_of_row = edge == columns
    runs = np.nonzero(~last_of_row)[0]
    row, west, east = row[runs], edge[runs], edge[runs + 1]
    mark = marks[row, west]
    row, west, east, mark = (values[mark != 0] for values in (row, west, east, mark))
    order = np.lexsort((row, mark, east, west))
    row, west, east, mark = (values[order] for values in (row, west, east, mark))
    if not len(row):
        return []
    continues = (
        (west[1:] == west[:-1])
        & (east[1:] == east[:-1])
        & (mark[1:] == mark[:-1])
        & (row[1:] == row[:-1] + 1)
    )
    first = np.concatenate([[0], np.nonzero(~continues)[0] + 1])
    last = np.concatenate([first[1:] - 1, [len(row) - 1]])
    found = zip(west[first], row[first], east[first], row[last] + 1, mark[first])
    return sorted(Rectangle(*map(int, one)) for one in found)
