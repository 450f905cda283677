"""A box on the British National Grid."""

import math
from typing import NamedTuple, Optional


class Box(NamedTuple):
    """A box in EPSG:27700, in metres."""

    min_easting: float
    min_northing: float
    max_easting: float
    max_northing: float

    @property
    def centre(self) -> tuple[float, float]:
        """Easting and northing of the middle."""
        return (
            (self.min_easting + self.max_easting) / 2,
            (self.min_northing + self.max_northing) / 2,
        )

    @property
    def width(self) -> float:
        """Metres from west to east."""
        return self.max_easting - self.min_easting

    @property
    def height(self) -> float:
        """Metres from south to north."""
        return self.max_northing - self.min_northing

    @property
    def area(self) -> float:
        """Square metres."""
        return self.width * self.height

    def grown(self, metres: float) -> "Box":
        """Return the box that reaches `metres` further on every side."""
        west, south, east, north = self
        return Box(west - metres, south - metres, east + metres, north + metres)

    def snapped(self, metres: float) -> "Box":
        """Return the smallest box around this one whose sides are whole multiples of `metres`."""
        west, south, east, north = (side / metres for side in self)
        return Box(
            math.floor(west) * metres,
            math.floor(south) * metres,
            math.ceil(east) * metres,
            math.ceil(north) * metres,
        )

    def cut(self, axis: int, at: float) -> "tuple[Box, Box]":
        """Return the two boxes this one is cut into at an easting (axis 0) or northing (axis 1)."""
        west, south, east, north = self
        if axis == 0:
            return Box(west, south, at, north), Box(at, south, east, north)
        return Box(west, south, east, at), Box(west, at, east, north)

    def overlap(self, other: "Box") -> "Optional[Box]":
        """Return the ground the two have in common, or None where they touch at most."""
        both = Box(
            max(self.min_easting, other.min_easting),
            max(self.min_northing, other.min_northing),
            min(self.max_easting, other.max_easting),
            min(self.max_northing, other.max_northing),
        )
        return both if both.width > 0 and both.height > 0 else None

    def without(self, other: "Box") -> "list[Box]":
        """Return the boxes, four at most, that make up what is outside `other`."""
        inside = self.overlap(other)
        if inside is None:
            return [self]
        west, south, east, north = self
        around = (
            Box(west, south, east, inside.min_northing),
            Box(west, inside.max_northing, east, north),
            Box(west, inside.min_northing, inside.min_easting, inside.max_northing),
            Box(inside.max_easting, inside.min_northing, east, inside.max_northing),
        )
        return [box for box in around if box.width > 0 and box.height > 0]

    def contains(self, other: "Box") -> bool:
        """Whether no ground of `other` lies outside."""
        return (
            self.min_easting <= other.min_easting
            and self.min_northing <= other.min_northing
            and self.max_easting >= other.max_easting
            and self.max_northing >= other.max_northing
        )

    def distance(self, place: tuple[float, float]) -> float:
        """Return the metres from a place (easting, northing) to the box; 0 inside it."""
        east = max(self.min_easting - place[0], 0.0, place[0] - self.max_easting)
        north = max(self.min_northing - place[1], 0.0, place[1] - self.max_northing)
        return math.hypot(east, north)
