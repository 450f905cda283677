"""Two that meet, and what can be measured of it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Optional

import shapely
from shapely.geometry.base import BaseGeometry

from ..trade.days import Days
from .occupation import Occupation

_SMALLEST_GAP_M = 0.01


@dataclass(frozen=True)
class Pair:
    """One of ours and one of theirs, their shapes made usable: None where they cannot be.

    `days` are those in common for sure, None without any; `gap` is by how many days the two miss
    each other, 1 being the next day, 0 where they do not for sure.
    """

    ours: Occupation
    other: Occupation
    our_shape: Optional[BaseGeometry]
    other_shape: Optional[BaseGeometry]
    days: Optional[Days]
    gap: int

    @cached_property
    def distance_m(self) -> Optional[float]:
        """How near they are, with two decimals; 0 says that they meet."""
        if self.our_shape is None or self.other_shape is None:
            return None
        return rounded(float(shapely.distance(self.our_shape, self.other_shape)))

    @cached_property
    def meeting_place(self) -> Optional[BaseGeometry]:
        """What the shapes have in common, or the shortest line from ours to theirs."""
        if self.our_shape is None or self.other_shape is None:
            return None
        if self.distance_m:
            return shapely.shortest_line(self.our_shape, self.other_shape)
        # GEOS before 3.12 intersects no mixed collections, so each part is taken by itself.
        parts = shapely.get_parts(self.other_shape)
        shared = [shapely.intersection(self.our_shape, part) for part in parts]
        places = [place for place in shared if not place.is_empty]
        return places[0] if len(places) == 1 else shapely.geometrycollections(places)


def rounded(metres: float) -> float:
    """Return a distance with two decimals, 0 only for 0."""
    return max(round(metres, 2), _SMALLEST_GAP_M) if metres else 0.0
