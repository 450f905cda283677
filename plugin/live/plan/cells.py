"""Great Britain in hexagons, each of which one question about streets covers.

The look-up tells all streets within 25 m of a place. A hexagon whose corners are no further than
that from its middle is known as a whole once its middle was asked about; hexagons leave nothing
out between them and take fewer questions than squares.
"""

import math
from typing import Any, NamedTuple

import numpy as np

from ...trade.box import Box

REACH_M = 24.9  # from the middle to a corner; what lies just on the 25 m is left to nobody
_ROW_M = 1.5 * REACH_M
_COLUMN_M = math.sqrt(3) * REACH_M


class Cell(NamedTuple):
    """A hexagon by its column and its row; each row is half a hexagon east of the one before."""

    column: int
    row: int

    @property
    def middle(self) -> tuple[float, float]:
        """Easting and northing in metres, EPSG:27700, to the centimetre."""
        easting = _COLUMN_M * (self.column + self.row / 2)
        return round(easting, 2), round(_ROW_M * self.row, 2)


def cells_in(box: Box) -> list[Cell]:
    """Return the cells that together hold all of `box` (EPSG:27700), those in its middle first."""
    west, south, east, north = box.grown(REACH_M)
    found = [
        Cell(column, row)
        for row in range(math.ceil(south / _ROW_M), math.floor(north / _ROW_M) + 1)
        for column in range(
            math.ceil(west / _COLUMN_M - row / 2), math.floor(east / _COLUMN_M - row / 2) + 1
        )
    ]
    return sorted(found, key=lambda cell: math.dist(cell.middle, box.centre))


def cells_at(positions: Any) -> list[Cell]:
    """Return the cells in which positions lie, an array (n, 2) in EPSG:27700, in their order."""
    x, y = np.asarray(positions, dtype=float).reshape(-1, 2).T
    row = y / _ROW_M
    column = x / _COLUMN_M - row / 2
    # The nearest hexagon, by the three coordinates of a cube, of which two are column and row.
    third = -column - row
    rounded = np.round([column, row, third])
    off = np.abs(rounded - [column, row, third])
    worst = off.argmax(axis=0)
    rest = -rounded.sum(axis=0)
    columns = np.where(worst == 0, rounded[0] + rest, rounded[0]).astype(int)
    rows = np.where(worst == 1, rounded[1] + rest, rounded[1]).astype(int)
    return list(dict.fromkeys(map(Cell, columns.tolist(), rows.tolist())))
