"""Where to ask for streets next, so that those in a view are known with few questions.

Streets lead to streets: so what lies along the streets that are known is asked first, then where
works are, as these are on streets, and what is left from the middle of the view outwards.
"""

from collections import deque
from collections.abc import Collection, Iterable
from typing import Any, Optional

import shapely

from ...trade.box import Box
from .cells import Cell, cells_at, cells_in

_STEP_M = 10.0


class StreetPlaces:
    """Gives the cells of a view that were not asked about yet, each once, the likeliest first."""

    def __init__(self, view: Box, known: Collection[Cell], works: Any = ()) -> None:
        """`view` is in EPSG:27700; `known` are the cells that need not be asked about.

        `works` are positions of works, an array (n, 2).
        """
        self._left = dict.fromkeys(one for one in cells_in(view) if one not in known)
        self._likely: deque[Cell] = deque()
        self._near_works = deque(cells_at(works)) if len(works) else deque()

    @property
    def left(self) -> int:
        """How many cells are left to ask about."""
        return len(self._left)

    def learn(self, lines: Iterable[Any]) -> None:
        """Ask next along lines of streets (Shapely, EPSG:27700)."""
        for line in lines:
            along = shapely.get_coordinates(shapely.segmentize(line, _STEP_M))
            self._likely.extend(one for one in cells_at(along) if one in self._left)

    def next(self) -> Optional[Cell]:
        """Return the next cell to ask about, None when all of the view is known."""
        for queue in (self._likely, self._near_works):
            while queue:
                cell = queue.popleft()
                if cell in self._left:
                    return self._take(cell)
        return self._take(next(iter(self._left))) if self._left else None

    def _take(self, cell: Cell) -> Cell:
        del self._left[cell]
        return cell
