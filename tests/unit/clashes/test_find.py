"""Comparing one extent with candidates."""

import math
from datetime import date, timedelta

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from street_works.plugin.clashes import Candidate, ClashRules, Grade, find, find_clashes
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement

START, END = date(2026, 6, 10), date(2026, 6, 20)
EXTENT = box(0, 0, 10, 10)
RULES = ClashRules()


def candidate(geometry=EXTENT, start=START, end=END, **values):
    told = {"kind": "works", "reference": "TW001A", "what": "gas main", **values}
    return Candidate(geometry=geometry, start=start, end=end, **told)


def found(*candidates, rules=RULES, extent=EXTENT, start=START, end=END):
    return find_clashes(extent, start, end, candidates, rules)


def day(number):
    return date(2026, 6, number)


def test_two_that_meet():
    (clash,) = found(candidate(box(5, 5, 20, 20), day(15), day(30))).clashes
    assert clash.grade is Grade.CLASH
    assert clash.distance_m == 0
    assert (clash.overlap_start, clash.overlap_end, clash.overlap_days) == (day(15), day(20), 6)
    assert clash.meeting_place.equals(box(5, 5, 10, 10))


def test_two_that_are_near():
    (clash,) = found(candidate(box(13, 14, 20, 20))).clashes
    assert clash.distance_m == 5.0
    assert clash.meeting_place.equals(LineString([(10, 10), (13, 14)]))


@pytest.mark.parametrize(("gap", "count"), [(25, 1), (25.01, 0)])
def test_the_distance_itself_is_near(gap, count):
    assert len(found(candidate(Point(10 + gap, 5))).clashes) == count


def test_distance_has_two_decimals_and_is_zero_only_when_they_meet():
    (far,) = found(candidate(Point(11.23456, 5))).clashes
    assert far.distance_m == 1.23
    (near,) = found(candidate(Point(10.0001, 5))).clashes
    assert near.distance_m == 0.01
    assert near.meeting_place.geom_type == "LineString"


@pytest.mark.parametrize("geometry", [Point(10, 5), LineString([(10, 0), (10, 10)])])
def test_touching_counts_as_meeting(geometry):
    (clash,) = found(candidate(geometry)).clashes
    assert clash.distance_m == 0
    assert clash.meeting_place.equals(geometry)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (day(20), day(25), 1),  # the last day is shared
        (day(1), day(10), 1),
        (day(12), day(14), 3),
        (None, day(10), 1),
        (day(20), None, 1),
        (None, day(15), 6),
        (day(1), None, 11),
    ],
)
def test_shared_days(start, end, days):
    (clash,) = found(candidate(start=start, end=end)).clashes
    assert clash.overlap_days == days
    assert (clash.overlap_end - clash.overlap_start).days + 1 == days


@pytest.mark.parametrize(
    ("start", "end"), [(day(21), day(25)), (day(1), day(9)), (None, day(9)), (day(21), None)]
)
def test_the_day_beside_is_no_clash_but_may_be_an_opportunity(start, end):
    other = candidate(start=start, end=end)
    assert found(other).clashes == ()
    (near,) = found(other, rules=ClashRules(days=1)).clashes
    assert near.grade is Grade.OPPORTUNITY
    assert (near.overlap_start, near.overlap_end, near.overlap_days) == (None, None, 0)


def test_days_apart_are_counted_from_end_to_start():
    other = candidate(start=day(27), end=day(28))
    assert found(other, rules=ClashRules(days=6)).clashes == ()
    assert len(found(other, rules=ClashRules(days=7)).clashes) == 1


def test_without_dates_it_counts_for_every_day():
    (clash,) = found(candidate(start=None, end=None)).clashes
    assert clash.grade is Grade.CLASH
    assert clash.overlap_start is clash.overlap_end is None
    assert clash.overlap_days == 0


def test_reversed_dates_are_the_same_days():
    other = candidate(start=day(25), end=day(18))
    assert other.dates_reversed
    (clash,) = found(other).clashes
    assert (clash.overlap_start, clash.overlap_end) == (day(18), day(20))
    report = found(candidate(start=day(18), end=day(25)), start=END, end=START)
    assert report.dates_reversed
    assert report.clashes[0].overlap_days == 3
    assert not found().dates_reversed


def test_own_references_are_left_out_whatever_their_capitals():
    rules = ClashRules(ignore_references=frozenset({"tw001a"}))
    plan = candidate(reference="FP1", works_reference="TW001A", kind="forward_plan")
    report = found(candidate(), plan, candidate(reference="TW001B"), rules=rules)
    assert [clash.candidate.reference for clash in report.clashes] == ["TW001B"]
    assert (report.looked_at, report.ignored) == (1, 2)


def test_an_empty_reference_to_ignore_ignores_nothing():
    rules = ClashRules(ignore_references=frozenset({""}))
    assert len(found(candidate(), candidate(reference=""), rules=rules).clashes) == 2


@pytest.mark.parametrize("status", ["cancelled", "refused", "closed", "revoked", "CLOSED"])
def test_what_is_over_or_given_up_is_left_out(status):
    assert found(candidate(status=status)).ignored == 1
    assert len(
        found(candidate(status=status), rules=ClashRules(ignore_statuses=frozenset())).clashes
    )


@pytest.mark.parametrize("status", ["submitted", "granted", "progressed", "raised", "", "later"])
def test_anything_else_is_looked_at(status):
    assert len(found(candidate(status=status)).clashes) == 1


def test_most_serious_first():
    closed = {"traffic_management": TrafficManagement.ROAD_CLOSURE}
    ordered = [
        candidate(Point(15, 5), reference="high impact", **closed),
        candidate(start=day(12), reference="meets"),
        candidate(start=day(15), reference="meets later"),
        candidate(Point(12, 5), reference="near"),
        candidate(start=day(21), end=day(22), reference="opportunity, high impact", **closed),
        candidate(start=day(21), end=day(22), reference="opportunity"),
    ]
    rules = ClashRules(days=5)
    for shuffled in (ordered, ordered[::-1], ordered[3:] + ordered[:3]):
        report = found(*shuffled, rules=rules)
        assert [clash.candidate for clash in report.clashes] == ordered


def test_high_impact_and_restriction_are_marked():
    (plain,) = found(candidate(traffic_management=TrafficManagement.GIVE_AND_TAKE)).clashes
    assert (plain.high_impact, plain.restriction) == (False, False)
    (heavy,) = found(
        candidate(traffic_management=TrafficManagement.TWO_WAY_SIGNALS, restriction=True)
    ).clashes
    assert (heavy.high_impact, heavy.restriction) == (True, True)


def test_an_invalid_shape_is_made_valid():
    bow = Polygon([(5, 5), (15, 15), (15, 5), (5, 15)])
    report = found(candidate(bow))
    assert report.unusable == ()
    assert report.clashes[0].meeting_place.is_valid
    assert found(candidate(), extent=bow).clashes[0].distance_m == 0


def test_a_shape_that_falls_apart_into_different_kinds():
    # A polygon with a spike: made valid it is a polygon and a line.
    spiked = Polygon([(5, 5), (8, 5), (8, 8), (12, 8), (8, 8), (5, 8)])
    mixed = shapely.make_valid(spiked)
    assert mixed.geom_type == "GeometryCollection"
    (clash,) = found(candidate(mixed)).clashes
    assert {part.geom_type for part in clash.meeting_place.geoms} == {"Polygon", "LineString"}


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        (None, "no readable shape"),
        (Polygon(), "empty"),
        (Point(math.nan, 1), "not a number"),
        (LineString([(0, 0), (math.inf, 1)]), "not a number"),
    ],
)
def test_an_unusable_shape_is_reported(geometry, reason):
    report = found(candidate(geometry, reference="bad"), candidate(reference="good"))
    assert [clash.candidate.reference for clash in report.clashes] == ["good"]
    assert report.looked_at == 1
    (bad,) = report.unusable
    assert bad.candidate.reference == "bad"
    assert reason in bad.reason


@pytest.mark.parametrize("extent", [None, Polygon(), Point(math.nan, math.nan)])
def test_an_unusable_extent_is_told(extent):
    with pytest.raises(StreetWorksError, match="extent cannot be compared") as caught:
        found(candidate(), extent=extent)
    assert caught.value.advice


def test_heights_do_not_matter():
    (clash,) = found(candidate(Point(5, 5, 900))).clashes
    assert clash.distance_m == 0
    assert not clash.meeting_place.has_z


def test_several_parts_are_one_candidate():
    parts = MultiPolygon([box(2, 2, 3, 3), box(9, 9, 12, 12)])
    (clash,) = found(candidate(parts)).clashes
    assert clash.meeting_place.area == 2


def test_no_candidates():
    report = found()
    assert (report.clashes, report.looked_at, report.ignored) == ((), 0, 0)


@pytest.mark.parametrize("values", [{"distance_m": -1}, {"days": -1}, {"distance_m": math.nan}])
def test_rules_cannot_be_negative(values):
    with pytest.raises(ValueError, match="negative"):
        ClashRules(**values)


COORDINATES = st.integers(-40, 40)
POINTS = st.tuples(COORDINATES, COORDINATES)
SHAPES = st.one_of(
    POINTS.map(Point),
    st.lists(POINTS, min_size=2, max_size=4, unique=True).map(LineString),
    st.lists(POINTS, min_size=3, max_size=6, unique=True).map(Polygon),
)
SPAN_DAYS = st.integers(0, 40).map(lambda n: START - timedelta(days=15) + timedelta(days=n))
CANDIDATES = st.lists(
    st.builds(
        candidate,
        SHAPES,
        st.none() | SPAN_DAYS,
        st.none() | SPAN_DAYS,
        reference=st.text("AB", min_size=1, max_size=3),
        status=st.sampled_from(["", "granted", "cancelled"]),
        traffic_management=st.sampled_from(["", TrafficManagement.ROAD_CLOSURE]),
    ),
    max_size=12,
)


def oracle(extent, start, end, one, rules):
    """Say what is expected of one candidate, day by day and without an index."""
    shape = one.geometry if one.geometry.is_valid else shapely.make_valid(one.geometry)
    if extent.distance(shape) > rules.distance_m:
        return None
    known = [edge for edge in (one.start, one.end) if edge is not None]
    first = min(known) if len(known) == 2 else one.start
    last = max(known) if len(known) == 2 else one.end

    def has(some_day):
        return (first is None or first <= some_day) and (last is None or some_day <= last)

    length = (end - start).days
    if any(has(start + timedelta(days=n)) for n in range(length + 1)):
        return Grade.CLASH
    around = range(-rules.days, length + rules.days + 1)
    near = any(has(start + timedelta(days=n)) for n in around)
    return Grade.OPPORTUNITY if near else None


@pytest.mark.parametrize("tree_knows_distance", [True, False])
@settings(max_examples=150, deadline=None)
@given(
    extent=SHAPES,
    candidates=CANDIDATES,
    length=st.integers(0, 10),
    distance=st.integers(0, 30),
    days=st.integers(0, 10),
)
def test_agrees_with_looking_at_each_in_turn(
    tree_knows_distance, extent, candidates, length, distance, days
):
    rules = ClashRules(distance_m=distance, days=days)
    end = START + timedelta(days=length)
    sound = extent if extent.is_valid else shapely.make_valid(extent)
    wanted = [one for one in candidates if one.status != "cancelled"]
    expected = {
        id(one): grade
        for one in wanted
        if (grade := oracle(sound, START, end, one, rules)) is not None
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(find, "_TREE_KNOWS_DISTANCE", tree_knows_distance)
        report = find_clashes(extent, START, end, candidates, rules)
    assert {id(clash.candidate): clash.grade for clash in report.clashes} == expected
    assert report.looked_at + report.ignored + len(report.unusable) == len(candidates)
    for clash in report.clashes:
        shape = clash.candidate.geometry
        sound_shape = shape if shape.is_valid else shapely.make_valid(shape)
        assert clash.distance_m == pytest.approx(sound.distance(sound_shape), abs=0.0051)
        assert clash.meeting_place.distance(sound) < 1e-6
        assert clash.meeting_place.distance(sound_shape) < 1e-6
        assert (clash.overlap_days > 0) == (clash.overlap_start is not None)
