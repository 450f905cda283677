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
        return shapely.bounds(self.geometries)

    @cached_property
    def area_m2(self) -> Array:
        """The area of each."""
        return shapely.area(self.geometries)

    @cached_property
    def length_m(self) -> Array:
        """The length of each line or outline."""
        return shapely.length(self.geometries)

    @cached_property
    def vertices(self) -> tuple[Array, Array]:
        """All positions, and whose each is."""
        points, owners = shapely.get_coordinates(self.geometries, return_index=True)
        return points, owners

    def mask(self, chosen: Array) -> Array:
        """Turn the numbers of some geometries into a mask for all of them."""
        mask = np.zeros(len(self.geometries), dtype=bool)
        mask[chosen] = True
        return mask

    @cached_property
    def repeating(self) -> Array:
        """Which have a point that lies on the one before it."""
        points, owners = self.vertices
        same = (points[1:] == points[:-1]).all(axis=1) & (owners[1:] == owners[:-1])
        return self.mask(owners[1:][same])


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
    return small | short


def _by_check(shapes: Shapes, limits: Limits) -> Iterator[tuple[Check, Array]]:
    west, south, east, north = shapes.bounds.T
    is_area = shapes.kinds == _AREA
    yield checks.repeated_points, shapes.repeating
    yield checks.spikes, _sharp_areas(shapes, limits.spike_degrees)
    yield checks.doubles_back, _sharp_lines(shapes, limits.double_back_degrees)
    yield checks.line_crosses, _crossing_lines(shapes)
    yield checks.holes, shapely.get_num_interior_rings(shapes.geometries) > 0
    narrow = 2 * shapes.area_m2 <= limits.sliver_m * shapes.length_m * _A_LITTLE_MORE
    yield checks.sliver, is_area & narrow
    across = np.hypot(east - west, north - south)
    yield checks.huge, (across > limits.largest_m) | (shapes.area_m2 > limits.largest_m2)
    count = shapely.get_num_coordinates(shapes.geometries)
    yield checks.too_many_points, count > limits.most_points
    yield checks.outside_england, places.perhaps_outside(shapes.geometries, shapes.bounds)


def _crossing_lines(shapes: Shapes) -> Array:
    lines = shapes.lines
    # A line of two points cannot meet itself.
    longer = lines[shapely.get_num_coordinates(shapes.geometries[lines]) > 2]
    return shapes.mask(longer[~shapely.is_simple(shapes.geometries[longer])])


def _sharp_lines(shapes: Shapes, degrees: float) -> Array:
    points, owners = shapely.get_coordinates(shapes.geometries[shapes.lines], return_index=True)
    edges = np.diff(points.T)
    sharp = _sharp(edges[:, :-1], edges[:, 1:], degrees) & (owners[:-2] == owners[2:])
    # Behind a repeated point the turn is hidden.
    hidden = shapes.repeating & (shapes.kinds == _LINE)
    return shapes.mask(shapes.lines[owners[1:-1][sharp]]) | hidden


def _sharp_areas(shapes: Shapes, degrees: float) -> Array:
    rings = shapely.get_exterior_ring(shapes.geometries[shapes.areas])
    points, owners = shapely.get_coordinates(rings, return_index=True)
    if not len(rings):
        return shapes.mask(shapes.areas)
    edges = np.diff(points.T)
    first = np.searchsorted(owners, np.arange(len(rings)))
    last = np.r_[first[1:], len(points)] - 1
    sharp = np.zeros(len(points), dtype=bool)
    sharp[1:-1] = _sharp(edges[:, :-1], edges[:, 1:], degrees)
    # A ring ends where it began: the edge into its first point is its last one.
    sharp[first] = _sharp(edges[:, last - 1], edges[:, first], degrees)
    sharp[last] = False
    hidden = shapes.repeating & (shapes.kinds == _AREA)
    return shapes.mask(shapes.areas[owners[sharp]]) | hidden


def _sharp(into: Array, out: Array, degrees: float) -> Array:
    """Whether two edges, (2, n) each, enclose less than `degrees`, a little more to be sure."""
    dot = into[0] * out[0] + into[1] * out[1]
    cross = into[0] * out[1] - into[1] * out[0]
    steep = np.tan(np.radians(min(degrees + 0.01, 89.9)))
    return (dot < 0) & (np.abs(cross) <= -steep * dot)
