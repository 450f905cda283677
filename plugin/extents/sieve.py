"""Which shapes of a layer a check has to look at: found for all of them at once.

A sieve may let a shape through that turns out to be sound, but never holds a faulty one back; what
is said of a shape is said by the check itself, so that a layer and a single drawing get the same
findings.
"""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Optional

import numpy as np
import shapely

from . import checks, places
from .checks import Check
from .findings import Limits

Array = np.ndarray[Any, Any]
_LINE, _AREA = 1, 3
# So that a rounding error holds nothing back.
_A_LITTLE_MORE = 1 + 1e-9
_EVERY_CHECK: Optional[Check] = None


class Shapes:
    """Measures of many points, lines and areas in EPSG:27700, each taken once."""

    def __init__(self, geometries: Array, valid: Array) -> None:
        """`valid` is GEOS's word on each geometry."""
        self.geometries = geometries
        self.valid = valid
        self.kinds = shapely.get_type_id(geometries)
        self.areas = np.flatnonzero(self.kinds == _AREA)
        self.lines = np.flatnonzero(self.kinds == _LINE)

    @cached_property
    def bounds(self) -> Array:
        """West, south, east and north, in metres."""
        found: Array = shapely.bounds(self.geometries)
        return found

    @cached_property
    def area_m2(self) -> Array:
        """The area of each."""
        found: Array = shapely.area(self.geometries)
        return found

    @cached_property
    def length_m(self) -> Array:
        """The length of each line or outline."""
        found: Array = shapely.length(self.geometries)
        return found

    @cached_property
    def points(self) -> Array:
        """How many points each has."""
        found: Array = shapely.get_num_coordinates(self.geometries)
        return found

    @cached_property
    def ends(self) -> Array:
        """How many points there are up to the end of each."""
        return np.cumsum(self.points)

    @cached_property
    def owners(self) -> Array:
        """Whose each point is."""
        return np.repeat(np.arange(len(self.geometries)), self.points)

    @cached_property
    def edges(self) -> Array:
        """From each point to the next one, be it another's, in metres: (2, points - 1)."""
        return np.diff(shapely.get_coordinates(self.geometries).T)

    @cached_property
    def within(self) -> Array:
        """Whether an edge joins two points of the same geometry."""
        found: Array = self.owners[1:] == self.owners[:-1]
        return found

    @cached_property
    def holed(self) -> Array:
        """Which have holes."""
        found: Array = shapely.get_num_interior_rings(self.geometries) > 0
        return found

    def mask(self, chosen: Array) -> Array:
        """Turn the numbers of some geometries into a mask for all of them."""
        mask = np.zeros(len(self.geometries), dtype=bool)
        mask[chosen] = True
        return mask

    @cached_property
    def repeating(self) -> Array:
        """Which have a point that lies on the one before it."""
        same = (self.edges[0] == 0) & (self.edges[1] == 0) & self.within
        return self.mask(self.owners[1:][same])


def suspects(shapes: Shapes, limits: Limits) -> Iterator[tuple[Optional[Check], Array]]:
    """Give each check with the numbers of the shapes it has to look at; None for all checks."""
    odd = ~shapes.valid | _degenerate(shapes, limits)
    yield _EVERY_CHECK, np.flatnonzero(odd)
    for check, mask in _by_check(shapes, limits):
        yield check, np.flatnonzero(mask & ~odd)


def _degenerate(shapes: Shapes, limits: Limits) -> Array:
    """Which may have no size worth the name: other checks apply to them."""
    small = (shapes.kinds == _AREA) & (shapes.area_m2 <= limits.smallest_m2)
    short = (shapes.kinds == _LINE) & (shapes.length_m <= limits.shortest_m)
    found: Array = small | short
    return found


def _by_check(shapes: Shapes, limits: Limits) -> Iterator[tuple[Check, Array]]:
    west, south, east, north = shapes.bounds.T
    is_area = shapes.kinds == _AREA
    yield checks.repeated_points, shapes.repeating
    yield checks.spikes, _sharp_areas(shapes, limits.spike_degrees)
    yield checks.doubles_back, _sharp_lines(shapes, limits.double_back_degrees)
    yield checks.line_crosses, _crossing_lines(shapes)
    yield checks.closed_line, shapely.is_closed(shapes.geometries) & (shapes.kinds == _LINE)
    yield checks.holes, shapes.holed
    narrow = 2 * shapes.area_m2 <= limits.sliver_m * shapes.length_m * _A_LITTLE_MORE
    yield checks.sliver, is_area & narrow
    across = np.hypot(east - west, north - south)
    yield checks.huge, (across > limits.largest_m) | (shapes.area_m2 > limits.largest_m2)
    yield checks.too_many_points, shapes.points > limits.most_points
    yield checks.outside_england, places.perhaps_outside(shapes.geometries, shapes.bounds)


def _crossing_lines(shapes: Shapes) -> Array:
    lines = shapes.lines
    # A line of two points cannot meet itself.
    longer = lines[shapes.points[lines] > 2]
    return shapes.mask(longer[~shapely.is_simple(shapes.geometries[longer])])


def _sharp_lines(shapes: Shapes, degrees: float) -> Array:
    if not len(shapes.lines):
        return shapes.mask(shapes.lines)
    # Behind a repeated point the turn is hidden.
    found: Array = (_sharp_within(shapes, degrees) | shapes.repeating) & (shapes.kinds == _LINE)
    return found


def _sharp_areas(shapes: Shapes, degrees: float) -> Array:
    areas = shapes.areas
    if not len(areas):
        return shapes.mask(areas)
    # A ring ends where it began: the edge into its first point is its last one.
    last = shapes.ends[areas] - 1
    into, out = shapes.edges[:, last - 1], shapes.edges[:, last + 1 - shapes.points[areas]]
    sharp = shapes.mask(areas[_sharp(into, out, degrees)]) | _sharp_within(shapes, degrees)
    # Where one ring follows another, the edges between them are none.
    found: Array = (sharp | shapes.repeating | shapes.holed) & (shapes.kinds == _AREA)
    return found


def _sharp_within(shapes: Shapes, degrees: float) -> Array:
    """Which have a sharp corner at a point that is neither their first nor their last."""
    sharp = _sharp(shapes.edges[:, :-1], shapes.edges[:, 1:], degrees)
    own = shapes.within[:-1] & shapes.within[1:]
    return shapes.mask(shapes.owners[1:-1][sharp & own])


def _sharp(into: Array, out: Array, degrees: float) -> Array:
    """Whether two edges, (2, n) each, enclose less than `degrees`, a little more to be sure."""
    dot = into[0] * out[0] + into[1] * out[1]
    cross = into[0] * out[1] - into[1] * out[0]
    steep = np.tan(np.radians(min(degrees + 0.01, 89.9)))
    found: Array = (dot < 0) & (np.abs(cross) <= -steep * dot)
    return found
