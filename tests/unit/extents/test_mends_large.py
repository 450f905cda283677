"""Large shapes are checked and mended in time that grows with their points, not with the square."""

import gc
import time

import numpy as np
import pytest
import shapely
from street_works.plugin.extents import Drawing, examine, mend
from street_works.plugin.extents.apart import apart
from street_works.tests.rounds import rounds

GRID = "EPSG:27700"
EAST, NORTH = 430000.0, 330000.0
FEW, MANY = 10_000, rounds(20_000, full=40_000)
# Processor time. It takes a quarter to a half of it; the rest is for a busy machine and for older
# versions of GEOS. By the square of the points, 20,000 would take half a minute, 40,000 two.
FEW_S, MANY_S = 2.0, 0.0003 * MANY


def circle(count, radius=400.0):
    turns = np.linspace(0, 2 * np.pi, count, endpoint=False)
    return np.column_stack([EAST + radius * np.cos(turns), NORTH + radius * np.sin(turns)])


def slipped(count):
    """One point that was dragged across the area."""
    outline = circle(count)
    outline[count // 3] = EAST - 20, NORTH - 30
    outline[count // 2] = EAST + 20, NORTH + 30
    return shapely.Polygon(outline)


def with_a_bad_hole(count):
    good = [(EAST + 50, NORTH), (EAST + 60, NORTH), (EAST + 60, NORTH + 10)]
    bad = [(EAST + 1000, NORTH), (EAST + 1010, NORTH), (EAST + 1010, NORTH + 10)]
    return shapely.Polygon(circle(count), [good, bad])


def with_many_bad_holes(count):
    """Holes of eight points in rows, every tenth of which lies on the next one."""
    side = int(np.ceil(np.sqrt(count / 8)))
    turns = np.linspace(0, 2 * np.pi, 8, endpoint=False)
    ring = np.column_stack([EAST + np.cos(turns), NORTH + np.sin(turns)])
    places = [
        (4 * row - (3 if row % 10 == 0 else 0), 4 * col)
        for row in range(1, side)
        for col in range(side)
    ]
    outline = shapely.box(EAST - 5, NORTH - 5, EAST + 4 * side + 5, NORTH + 4 * side + 5)
    return shapely.Polygon(outline.exterior, [ring + place for place in places])


def with_spikes(count):
    outline = circle(count)
    outline[10:-10:50] += (outline[10:-10:50] - (EAST, NORTH)) * 0.1
    return shapely.Polygon(outline)


def with_repeats(count):
    return shapely.Polygon(np.repeat(circle(count // 2), 2, axis=0))


def with_many_crossings(count):
    outline = circle(count)
    for place in range(10, count - 10, 100):
        outline[[place, place + 1]] = outline[[place + 1, place]]
    return shapely.Polygon(outline)


def parts(count):
    side = int(np.ceil(np.sqrt(count / 4)))
    corners = EAST + 4.0 * np.arange(side), NORTH + 4.0 * np.arange(side)
    east, north = (one.ravel() for one in np.meshgrid(*corners))
    return shapely.multipolygons(shapely.box(east, north, east + 2, north + 2))


SHAPES = [
    slipped,
    with_a_bad_hole,
    with_many_bad_holes,
    with_spikes,
    with_repeats,
    with_many_crossings,
    parts,
]


def seconds_of(make, count):
    """Give the processor's time for checking a shape and mending what it was told first.

    Without what other threads take, and without a collection of all that other tests left.
    """
    drawing = Drawing(make(count).wkt, GRID)
    gc.disable()
    try:
        began = time.thread_time()
        examined = examine(drawing)
        first = next(said for said in examined.findings if said.mend)
        after = mend(examined, first.rule)
        took = time.thread_time() - began
    finally:
        gc.enable()
    assert after.examined.extent.geometry.is_valid
    return took


@pytest.mark.parametrize("make", SHAPES)
def test_checking_and_mending_takes_time_by_the_points_not_by_their_square(make, tell):
    few, many = seconds_of(make, FEW), seconds_of(make, MANY)
    tell(f"{make.__name__}: {few:.2f} s for {FEW:,} points, {many:.2f} s for {MANY:,}")
    assert few < FEW_S
    assert many < MANY_S


def test_a_polygon_of_54588_points_with_a_bad_hole_takes_seconds_not_minutes(tell):
    took = seconds_of(with_a_bad_hole, 54_588)
    tell(f"{took:.2f} s")
    assert took < 5.0


def test_what_lies_apart_is_measured_as_far_as_it_is():
    generator = np.random.default_rng(7)
    for number in range(rounds(100, full=300)):
        one = shapely.Polygon(generator.uniform(0, 30, (6, 2)))
        other = shapely.LineString(generator.integers(0, 30, (4, 2)))
        if number % 3 == 0:
            other = shapely.GeometryCollection([shapely.Point(3, 4), shapely.MultiPoint([(9, 9)])])
        told = apart(one, other)
        assert told == apart(other, one)
        sampled = max(_sampled(one, other), _sampled(other, one))
        assert sampled - 1e-9 <= told <= sampled + 0.05


def _sampled(one, other):
    """Give how far places 2 cm apart on the edges are from those of the other shape."""
    edges = shapely.boundary(one) if one.geom_type == "Polygon" else one
    there = shapely.boundary(other) if other.geom_type == "Polygon" else other
    dense = shapely.points(shapely.get_coordinates(shapely.segmentize(edges, 0.02)))
    return float(shapely.distance(dense, there).max())


def test_shapes_with_the_same_edges_are_not_apart_at_all():
    ring = shapely.Polygon(circle(2000))
    assert apart(ring, ring) == 0.0
    assert apart(ring, shapely.Polygon(np.roll(circle(2000), 7, axis=0)[::-1])) == 0.0
