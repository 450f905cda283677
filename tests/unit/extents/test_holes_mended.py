"""Of several holes only those at fault are mended; the others stay as they were drawn."""

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import affinity
from street_works.plugin.extents import Drawing, examine, mend, mend_all

GRID = "EPSG:27700"
EAST, NORTH = 430000, 330000
AREA = [(0, 0), (60, 0), (60, 60), (0, 60)]
GOOD = [(10, 10), (30, 10), (30, 30), (10, 30)]
OUTSIDE = [(100, 0), (101, 0), (101, 1)]
ACROSS_THE_OUTLINE = [(50, 40), (70, 40), (70, 50), (50, 50)]
CROSSED = [(40, 10), (50, 20), (50, 10), (40, 20)]
ALONG_THE_OUTLINE = [(60, 20), (50, 20), (50, 30), (60, 30)]
TOUCHING_TWICE = [(0, 40), (5, 42), (0, 44), (5, 50)]
TOUCHING_ONCE = [(0, 50), (5, 48), (5, 52)]
WITHOUT_AREA = [(40, 40), (45, 45), (50, 50)]


def area(*holes):
    return affinity.translate(shapely.Polygon(AREA, holes), EAST, NORTH)


def mended(*holes):
    """Mend an area with holes; give the findings before, and the holes afterwards near 0, 0."""
    before = examine(Drawing(area(*holes).wkt, GRID))
    after = mend(before, "bad_holes").examined
    assert after.submittable
    rings = affinity.translate(after.extent.geometry, -EAST, -NORTH).interiors
    return before, [shapely.Polygon(ring) for ring in rings]


def same(one, other):
    return shapely.equals(one, shapely.Polygon(other))


@pytest.mark.parametrize(
    "bad", [OUTSIDE, ACROSS_THE_OUTLINE, CROSSED, ALONG_THE_OUTLINE, TOUCHING_TWICE, WITHOUT_AREA]
)
@pytest.mark.parametrize("good", [GOOD, TOUCHING_ONCE])
def test_a_good_hole_stays_beside_a_bad_one(good, bad):
    before, left = mended(bad, good)
    assert before.finding("bad_holes").mend == "Mend the holes that are at fault"
    assert len(left) == 1
    assert same(left[0], good)


def test_a_bad_hole_alone_is_filled():
    before, left = mended(OUTSIDE)
    assert before.finding("bad_holes").mend == "Fill the holes"
    assert left == []


@pytest.mark.parametrize(
    ("other", "made"),
    [
        (GOOD, GOOD),  # the same hole twice
        ([(15, 15), (20, 15), (20, 20)], GOOD),  # one inside the other
        ([(30, 10), (40, 10), (40, 30), (30, 30)], [(10, 10), (40, 10), (40, 30), (10, 30)]),
        ([(20, 10), (40, 10), (40, 30), (20, 30)], [(10, 10), (40, 10), (40, 30), (10, 30)]),
    ],
)
def test_holes_that_overlap_become_one(other, made):
    _, left = mended(GOOD, other)
    assert len(left) == 1
    assert same(left[0], made)


def test_holes_that_cut_the_area_in_pieces_together_are_filled():
    across = [[(0, 30), (20, 28), (20, 32)], [(20, 30), (40, 28), (60, 30), (40, 32)]]
    _, left = mended(*across, [(5, 5), (9, 5), (9, 9)])
    assert len(left) == 1
    assert same(left[0], [(5, 5), (9, 5), (9, 9)])


def test_the_bad_hole_met_in_the_field_is_mended_and_the_good_one_stays(shared):
    drawn = shared("field/cases/f20_good_hole_and_bad_hole.wkt").read_text(encoding="utf-8")
    after = mend_all(examine(Drawing(drawn, GRID))).extent.geometry
    assert len(after.interiors) == 1
    assert shapely.Polygon(after.interiors[0]).equals(shapely.from_wkt(drawn).interiors[0].envelope)


places = st.tuples(st.integers(-5, 65), st.integers(-5, 65))
rings = st.lists(places, min_size=3, max_size=6)


@settings(max_examples=300)
@given(st.lists(rings, min_size=1, max_size=5))
def test_a_hole_that_nothing_is_wrong_with_is_never_changed(holes):
    whole = area(GOOD, *holes)
    after = mend_all(examine(Drawing(whole.wkt, GRID))).extent.geometry
    assert after.is_valid
    good = affinity.translate(shapely.Polygon(GOOD), EAST, NORTH)
    others = [shapely.make_valid(shapely.Polygon(ring)) for ring in whole.interiors[1:]]
    if all(shapely.disjoint(good, other) for other in others):
        assert any(good.equals(shapely.Polygon(ring)) for ring in after.interiors)
