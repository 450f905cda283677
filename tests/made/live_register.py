"""A register that answers boxes and days as the map API does, and counts what that costs."""

from collections.abc import Sequence
from datetime import date
from typing import Optional, Protocol

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry
from street_works.plugin.api.errors import TooManyFeatures
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days

LIMIT = 100
_BYTES_A_FEATURE, _BYTES_A_VERTEX, _BYTES_A_CALL = 520, 22, 200


class Record(Protocol):
    """What the register needs to know of a record."""

    @property
    def geometry(self) -> BaseGeometry: ...
    @property
    def start(self) -> date: ...
    @property
    def end(self) -> date: ...


class LiveRegister:
    """Answers with what meets a box and days; more than `limit` are refused."""

    def __init__(self, records: Sequence[Record], limit: int = LIMIT) -> None:
        self.limit = limit
        self.geometries = np.array([one.geometry for one in records], dtype=object)
        self.bounds = shapely.bounds(self.geometries).reshape(-1, 4)
        self.starts = np.array([one.start.toordinal() for one in records], dtype=int)
        self.ends = np.array([one.end.toordinal() for one in records], dtype=int)
        self._tree = shapely.STRtree(self.geometries)
        self._sizes = _BYTES_A_FEATURE + _BYTES_A_VERTEX * shapely.get_num_coordinates(
            self.geometries
        )
        self.asked: list[tuple[Box, Optional[Days]]] = []
        self.refusals = 0
        self.bytes = 0

    @property
    def calls(self) -> int:
        """How often it was asked."""
        return len(self.asked)

    def held(self, box: Box, days: Optional[Days]) -> np.ndarray:
        """Return the numbers of all records that meet the box and days, in order; costs nothing."""
        found = np.sort(self._tree.query(shapely.box(*box), predicate="intersects"))
        if days is not None:
            first, last = days.start.toordinal(), days.end.toordinal()
            found = found[(self.starts[found] <= last) & (self.ends[found] >= first)]
        return found

    def __call__(self, box: Box, days: Optional[Days] = None) -> np.ndarray:
        """Answer with the numbers of the records. Raises TooManyFeatures above the limit."""
        self.asked.append((box, days))
        self.bytes += _BYTES_A_CALL
        found = self.held(box, days)
        if len(found) > self.limit:
            self.refusals += 1
            raise TooManyFeatures("Too many.", status=403)
        self.bytes += int(self._sizes[found].sum())
        return found
