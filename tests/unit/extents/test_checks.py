"""Each check finds its fault, says where, and stays quiet beside it; each mend mends it."""

import pytest
import shapely
from shapely import affinity
from street_works.plugin.extents import (
    Drawing,
    Limits,
    Severity,
    examine,
    mend,
    mend_all,
    mends,
)

GRID = "EPSG:27700"


def at_work(geometry):
    """Bring a small shape near the origin to a street in the Midlands."""
    return affinity.translate(geometry, 450000, 300000)


def examined(geometry, **limits):
    return examine(Drawing(at_work(geometry).wkt, GRID), Limits(**limits))


def polygon(*points, holes=()):
    return shapely.Polygon(points, holes)


SQUARE = polygon((0, 0), (20, 0), (20, 20), (0, 20))
BOW_TIE = polygon((0, 0), (20, 20), (20, 0), (0, 10))
WITH_HOLE = SQUARE.difference(shapely.box(5, 5, 8, 8))
HOLE_OUTSIDE = polygon(
    (0, 0), (20, 0), (20, 20), (0, 20), holes=[[(30, 30), (35, 30), (35, 35), (30, 35)]]
)
SPIKE = polygon((0, 0), (20, 0), (20, 10), (35, 10.02), (20, 10.1), (20, 20), (0, 20))
REPEATED = polygon((0, 0), (20, 0), (20, 0), (20, 20), (0, 20))
THREADED = shapely.Point(0, 0).buffer(40, quad_segs=400)
APART = shapely.MultiPolygon([SQUARE, affinity.translate(SQUARE, 50), shapely.box(100, 0, 150, 50)])
TOUCHING = shapely.MultiPolygon([shapely.box(0, 0, 5, 5), shapely.box(5, 0, 9, 5)])
PIECES = shapely.MultiLineString([[(0, 0), (10, 0)], [(10, 0), (10, 30)]])

# The shape, the rule that finds it, its severity, and whether a mend is offered.
FAULTS = [
    (APART, "multi_part", Severity.ERROR, True),
    (TOUCHING, "multi_part", Severity.ERROR, True),
    (PIECES, "multi_part", Severity.ERROR, True),
    (shapely.MultiPoint([(0, 0), (5, 5)]), "multi_part", Severity.ERROR, True),
    (shapely.LinearRing([(0, 0), (9, 0), (9, 9)]), "wrong_type", Severity.ERROR, True),
    (shapely.LineString([(0, 0), (9, 0), (9, 9), (0, 0)]), "closed_line", Severity.INFO, True),
    (shapely.LineString([(1, 1), (1, 1)]), "too_few_points", Severity.ERROR, False),
    (polygon((0, 0), (9, 0), (0, 0)), "too_few_points", Severity.ERROR, False),
    (polygon((0, 0), (9, 0), (18, 0)), "tiny", Severity.ERROR, False),
    (shapely.box(0, 0, 0.3, 0.3), "tiny", Severity.ERROR, False),
    (shapely.LineString([(0, 0), (0.05, 0)]), "tiny", Severity.ERROR, False),
    (BOW_TIE, "self_crossing", Severity.ERROR, True),
    (HOLE_OUTSIDE, "bad_holes", Severity.ERROR, True),
    (REPEATED, "repeated_points", Severity.WARNING, True),
    (shapely.LineString([(0, 0), (0, 0), (9, 9)]), "repeated_points", Severity.WARNING, True),
    (SPIKE, "spike", Severity.WARNING, True),
    (WITH_HOLE, "holes", Severity.WARNING, True),
    (shapely.LineString([(0, 0), (14, 5), (-14, -3)]), "doubles_back", Severity.WARNING, False),
    (
        shapely.LineString([(0, 0), (20, 0), (20, 9), (9, 9), (9, -9)]),
        "line_crosses_itself",
        Severity.WARNING,
        False,
    ),
    (shapely.box(0, 0, 100, 0.05), "sliver", Severity.WARNING, False),
    (shapely.LineString([(0, 0), (600, 0)]), "huge", Severity.WARNING, False),
    (shapely.box(0, 0, 110, 110), "huge", Severity.WARNING, False),
    (THREADED, "too_many_points", Severity.WARNING, True),
]
NAMES = [f"{rule}-{shape.geom_type}" for shape, rule, _, _ in FAULTS]


@pytest.mark.parametrize(("shape", "rule", "severity", "mendable"), FAULTS, ids=NAMES)
def test_a_fault_is_found_placed_and_explained(shape, rule, severity, mendable):
    result = examined(shape)
    said = result.finding(rule)
    assert said is not None
    assert said.severity is severity
    assert said.message
    assert said.advice
    assert said.where.distance(at_work(shape)) < 0.01
    assert bool(said.mend) is mendable
    assert result.submittable is (severity is not Severity.ERROR)


@pytest.mark.parametrize(
    ("shape", "rule"), [(fault[0], fault[1]) for fault in FAULTS if fault[3]], ids=str
)
def test_a_mend_gives_a_valid_extent_of_the_kind_it_says_and_says_what_it_did(shape, rule):
    before = examined(shape)
    result = mend(before, rule)
    after = result.examined.extent.geometry
    assert result.examined.submittable
    assert result.examined.finding(rule) is None
    assert after.is_valid
    made_areas = rule in ("closed_line", "wrong_type")
    assert after.geom_type == ("Polygon" if made_areas else shape.geom_type.replace("Multi", ""))
    assert f"{result.largest_move_m:.2f}" in result.what
    # GEOS 3.11 measures from rings wrongly, so they are made lines.
    drawn = before.extent.geometry
    drawn = shapely.LineString(drawn) if drawn.geom_type == "LinearRing" else drawn
    moved = shapely.hausdorff_distance(drawn, after, densify=0.1)
    assert moved <= result.largest_move_m + 0.001
    assert result.length_change_m == pytest.approx(after.length - before.extent.length_m)
    again = mend(result.examined, rule)
    assert again.examined == result.examined
    assert again.largest_move_m == 0


@pytest.mark.parametrize("rule", ["self_crossing", "holes", "spike", "nothing", "too_many_points"])
def test_a_mend_leaves_a_sound_shape_alone(rule):
    before = examined(SQUARE)
    result = mend(before, rule)
    assert result.examined is before
    assert (result.area_change_m2, result.length_change_m, result.largest_move_m) == (0, 0, 0)


def test_every_place_where_an_outline_crosses_is_shown():
    zigzag = polygon((0, 0), (30, 0), (30, 10), (20, -5), (10, 10), (0, -5))
    where = examined(zigzag).finding("self_crossing").where
    assert len(where.geoms) > 2


@pytest.mark.parametrize(
    ("shape", "rule", "area"),
    [
        (APART, "multi_part", 2500),
        (TOUCHING, "multi_part", 45),
        (WITH_HOLE, "holes", 400),
        (HOLE_OUTSIDE, "bad_holes", 400),
        (REPEATED, "repeated_points", 400),
        (SPIKE, "spike", 400),
    ],
)
def test_what_is_left_after_a_mend(shape, rule, area):
    assert mend(examined(shape), rule).examined.extent.area_m2 == pytest.approx(area, abs=1)


def test_the_larger_side_of_a_bow_tie_is_kept_and_the_loss_is_told():
    result = mend(examined(BOW_TIE), "self_crossing")
    assert result.area_change_m2 < 0
    assert result.examined.extent.area_m2 > -result.area_change_m2


def test_lines_end_to_end_become_one():
    after = mend(examined(PIECES), "multi_part").examined.extent.geometry
    assert after.length == pytest.approx(40)


def test_a_mend_of_several_faults_at_once_gives_a_sound_shape():
    crossed = shapely.MultiPolygon([BOW_TIE, shapely.box(100, 0, 101, 1)])
    assert mend_all(examined(crossed)).submittable


def test_simplifying_moves_nothing_by_more_than_five_centimetres():
    result = mend(examined(THREADED), "too_many_points")
    assert result.examined.extent.points < 200
    assert result.largest_move_m <= 0.06


def test_closing_keeps_the_closed_outline_and_the_accuracy():
    text = "POLYGON((-1.5 52.5,-1.4999 52.5,-1.4999 52.5001,-1.5 52.5001))"
    before = examine(Drawing(text, "EPSG:4326"))
    after = mend(before, "not_closed").examined
    assert after.submittable
    assert after.extent == before.extent
    assert after.extent.source_crs == "EPSG:4326"
    assert after.drawing.crs == GRID


@pytest.mark.parametrize(
    ("wkt", "crs", "easting", "northing"),
    [
        ("POINT(-0.12 51.49)", GRID, 530618, 178459),
        ("POINT(51.49 -0.12)", GRID, 530618, 178459),
        ("POINT(51.49 -0.12)", "EPSG:4326", 530618, 178459),
        ("POINT(530000 180000)", "EPSG:4326", 530000, 180000),
    ],
)
def test_a_shape_in_the_wrong_place_is_put_where_it_was_meant(wkt, crs, easting, northing):
    before = examine(Drawing(wkt, crs))
    result = mend(before, before.findings[0].rule).examined
    assert result.submittable
    assert result.extent.geometry.distance(shapely.Point(easting, northing)) < 1


def test_swapped_easting_and_northing_can_be_swapped_back():
    before = examine(Drawing("POINT(180000 530000)", GRID))
    after = mend(before, "outside_england").examined
    assert after.findings == ()
    assert after.extent.geometry == shapely.Point(530000, 180000)


def test_warnings_are_left_to_the_planner_when_everything_is_mended():
    assert mend_all(examined(WITH_HOLE)).finding("holes")


def test_limits_are_settings():
    assert examined(SQUARE, largest_m=10).finding("huge")
    assert examined(SQUARE, largest_m2=300).finding("huge")
    assert examined(SQUARE, most_points=4).finding("too_many_points")
    assert examined(WITH_HOLE, smallest_m2=1000).finding("tiny")


def test_rounding_that_would_cross_an_outline_is_settled():
    # A slit narrower than a centimetre: each corner rounded alone would turn it inside out.
    slit = polygon((0, 0), (20, 0), (20, 9.996), (3.007, 9.9951), (20, 10.0049), (20, 20), (0, 20))
    crossed = polygon((0, 0), (0.016, 0), (9, 9.004), (9, 20), (0.004, 0.016), (0, 20))
    for shape in (slit, crossed, crossed.buffer(0)):
        result = examined(shape)
        if result.submittable:
            assert result.extent.geometry.is_valid


def test_a_valid_shape_that_rounding_would_break_stays_valid():
    needle = polygon((0, 0), (10, 0), (10, 0.0149), (4, 0.0051), (4, 8), (0, 8))
    assert needle.is_valid
    result = examined(needle)
    assert result.extent.geometry.is_valid
    assert result.submittable


def test_every_mend_on_offer_is_known():
    for shape, rule, _, mendable in FAULTS:
        if mendable:
            assert rule in mends._MENDS, shape


def test_a_line_there_and_back_goes_round_no_area():
    result = examined(shapely.LineString([(0, 0), (20, 0), (0, 0)]))
    assert result.finding("closed_line") is None
    assert result.submittable
