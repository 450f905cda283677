"""Comparing one extent with others."""

import math
from datetime import date, timedelta

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from street_works.plugin.clashes import meetings
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.occupation import SINCE_EVER, WITHOUT_END, Occupation
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rules.near import Near
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement

START, END = date(2026, 6, 10), date(2026, 6, 20)
EXTENT = box(0, 0, 10, 10)


def works(shape=EXTENT, start=START, end=END, **values):
    told = {"kind": "works", "reference": "TW001A", "what": "gas main", **values}
    return Occupation(shape=shape, start=start, end=end, **told)


def found(*others, margin_days=0, extent=EXTENT, start=START, end=END, ignoring=()):
    ours = Occupation("works", "OURS", "", extent, start, end)
    rules = [Near(margin_days=margin_days)]
    return report_on(ours, Shelf(others, ignoring=ignoring), rules)


def day(number):
    return date(2026, 6, number)


def test_two_that_meet():
    (clash,) = found(works(box(5, 5, 20, 20), day(15), day(30))).encounters
    assert clash.grade is Grade.CLASH
    assert clash.distance_m == 0
    assert (*clash.days, clash.days.length) == (day(15), day(20), 6)
    assert clash.meeting_place.equals(box(5, 5, 10, 10))


def test_two_that_are_near():
    (clash,) = found(works(box(13, 14, 20, 20))).encounters
    assert clash.distance_m == 5.0
    assert clash.meeting_place.equals(LineString([(10, 10), (13, 14)]))


@pytest.mark.parametrize(("gap", "count"), [(25, 1), (25.01, 0)])
def test_the_distance_itself_is_near(gap, count):
    assert len(found(works(Point(10 + gap, 5))).encounters) == count


def test_distance_has_two_decimals_and_is_zero_only_when_they_meet():
    (far,) = found(works(Point(11.23456, 5))).encounters
    assert far.distance_m == 1.23
    (near,) = found(works(Point(10.0001, 5))).encounters
    assert near.distance_m == 0.01
    assert near.meeting_place.geom_type == "LineString"


@pytest.mark.parametrize("geometry", [Point(10, 5), LineString([(10, 0), (10, 10)])])
def test_touching_counts_as_meeting(geometry):
    (clash,) = found(works(geometry)).encounters
    assert clash.distance_m == 0
    assert clash.meeting_place.equals(geometry)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (day(20), day(25), 1),  # the last day is shared
        (day(1), day(10), 1),
        (day(12), day(14), 3),
        (SINCE_EVER, day(10), 1),
        (day(20), WITHOUT_END, 1),
        (SINCE_EVER, day(15), 6),
        (day(1), WITHOUT_END, 11),
        (SINCE_EVER, WITHOUT_END, 11),
        (None, day(10), 1),  # the end is known to be among them
        (day(20), None, 1),
    ],
)
def test_shared_days(start, end, days):
    (clash,) = found(works(start=start, end=end)).encounters
    assert clash.days.length == days


@pytest.mark.parametrize(
    ("start", "end"), [(day(21), day(25)), (day(1), day(9)), (SINCE_EVER, day(9)), (day(21), None)]
)
def test_the_day_beside_is_no_clash_but_may_be_an_opportunity(start, end):
    one = works(start=start, end=end)
    assert found(one).encounters == ()
    (near,) = found(one, margin_days=1).encounters
    assert near.grade is Grade.OPPORTUNITY
    assert near.days is None


def test_days_apart_are_counted_from_end_to_start():
    one = works(start=day(27), end=day(28))
    assert found(one, margin_days=6).encounters == ()
    assert len(found(one, margin_days=7).encounters) == 1


@pytest.mark.parametrize(
    ("start", "end"), [(None, None), (day(1), None), (None, day(25)), (None, WITHOUT_END)]
)
def test_of_days_that_are_not_known_it_cannot_be_said(start, end):
    (encounter,) = found(works(start=start, end=end)).encounters
    assert encounter.grade is Grade.CANNOT_SAY
    assert encounter.days is None
    assert "not all known" in encounter.findings[0].why


def test_reversed_dates_are_the_same_days():
    one = works(start=day(25), end=day(18))
    assert one.dates_reversed
    (clash,) = found(one).encounters
    assert clash.days == (day(18), day(20))
    report = found(works(start=day(18), end=day(25)), start=END, end=START)
    assert report.dates_reversed
    assert report.encounters[0].days.length == 3
    assert not found().dates_reversed


def test_own_references_are_left_out_whatever_their_capitals():
    plan = works(reference="FP1", works_reference="TW001A", kind="forward_plan")
    report = found(works(), plan, works(reference="TW001B"), ignoring=["tw001a"])
    assert [clash.other.reference for clash in report.encounters] == ["TW001B"]
    assert (report.looked_at, report.left_out) == (1, 2)


def test_an_empty_reference_to_ignore_ignores_nothing():
    assert len(found(works(), works(reference=""), ignoring=[""]).encounters) == 2


def test_works_do_not_meet_parts_of_themselves():
    assert found(works(reference="ours-01", works_reference="OURS")).encounters == ()


@pytest.mark.parametrize("status", ["cancelled", "refused", "closed", "revoked", "CLOSED"])
def test_what_is_over_or_given_up_is_left_out(status):
    report = found(works(status=status))
    assert (report.encounters, report.left_out) == ((), 1)


@pytest.mark.parametrize("status", ["submitted", "granted", "progressed", "raised", "", "later"])
def test_anything_else_is_looked_at(status):
    assert len(found(works(status=status)).encounters) == 1


def test_most_serious_first():
    closed = {"traffic": TrafficManagement.ROAD_CLOSURE}
    ordered = [
        works(Point(15, 5), reference="high impact", **closed),
        works(start=day(12), reference="meets"),
        works(start=day(15), reference="meets later"),
        works(Point(12, 5), reference="near"),
        works(start=day(21), end=day(22), reference="opportunity, high impact", **closed),
        works(start=day(21), end=day(22), reference="opportunity"),
    ]
    for shuffled in (ordered, ordered[::-1], ordered[3:] + ordered[:3]):
        report = found(*shuffled, margin_days=5)
        assert [clash.other for clash in report.encounters] == ordered


def test_high_impact_is_marked():
    (plain,) = found(works(traffic=TrafficManagement.GIVE_AND_TAKE)).encounters
    assert not plain.high_impact
    (heavy,) = found(works(traffic=TrafficManagement.TWO_WAY_SIGNALS)).encounters
    assert heavy.high_impact


def test_an_invalid_shape_is_made_valid():
    bow = Polygon([(5, 5), (15, 15), (15, 5), (5, 15)])
    report = found(works(bow))
    assert report.unusable == ()
    assert report.encounters[0].meeting_place.is_valid
    assert found(works(), extent=bow).encounters[0].distance_m == 0


def test_a_shape_that_falls_apart_into_different_kinds():
    # A polygon with a spike: made valid it is a polygon and a line.
    spiked = Polygon([(5, 5), (8, 5), (8, 8), (12, 8), (8, 8), (5, 8)])
    mixed = shapely.make_valid(spiked)
    assert mixed.geom_type == "GeometryCollection"
    (clash,) = found(works(mixed)).encounters
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
    report = found(works(geometry, reference="bad"), works(reference="good"))
    assert [clash.other.reference for clash in report.encounters] == ["good"]
    assert report.looked_at == 1
    (bad,) = report.unusable
    assert bad.occupation.reference == "bad"
    assert reason in bad.reason


@pytest.mark.parametrize("extent", [None, Polygon(), Point(math.nan, math.nan)])
def test_an_unusable_extent_is_told(extent):
    with pytest.raises(StreetWorksError, match="extent cannot be compared") as caught:
        found(works(), extent=extent)
    assert caught.value.advice


def test_heights_do_not_matter():
    (clash,) = found(works(Point(5, 5, 900))).encounters
    assert clash.distance_m == 0
    assert not clash.meeting_place.has_z


def test_several_parts_are_one_other():
    parts = MultiPolygon([box(2, 2, 3, 3), box(9, 9, 12, 12)])
    (clash,) = found(works(parts)).encounters
    assert clash.meeting_place.area == 2


def test_nothing_to_compare_with():
    report = found()
    assert (report.encounters, report.looked_at, report.left_out) == ((), 0, 0)


@pytest.mark.parametrize("values", [{"within_m": -1}, {"margin_days": -1}, {"within_m": math.nan}])
def test_thresholds_cannot_be_negative(values):
    with pytest.raises(ValueError, match=f"{next(iter(values))} of the rule near must not be"):
        Near(**values)


COORDINATES = st.integers(-40, 40)
POINTS = st.tuples(COORDINATES, COORDINATES)
SHAPES = st.one_of(
    POINTS.map(Point),
    st.lists(POINTS, min_size=2, max_size=4, unique=True).map(LineString),
    st.lists(POINTS, min_size=3, max_size=6, unique=True).map(Polygon),
)
SPAN_DAYS = st.integers(0, 40).map(lambda n: START - timedelta(days=15) + timedelta(days=n))
OTHERS = st.lists(
    st.builds(
        works,
        SHAPES,
        st.sampled_from([None, SINCE_EVER]) | SPAN_DAYS,
        st.sampled_from([None, WITHOUT_END]) | SPAN_DAYS,
        reference=st.text("AB", min_size=1, max_size=3),
        status=st.sampled_from(["", "granted", "cancelled"]),
        traffic=st.sampled_from(["", TrafficManagement.ROAD_CLOSURE]),
    ),
    max_size=12,
)


def oracle(extent, start, end, one, rule):
    """Say what is expected of one other, day by day and without an index."""
    shape = one.shape if one.shape.is_valid else shapely.make_valid(one.shape)
    if extent.distance(shape) > rule.within_m:
        return None
    first, last = one.start, one.end
    if first is not None and last is not None:
        first, last = min(first, last), max(first, last)

    def may_have(some_day):
        return (first is None or first <= some_day) and (last is None or some_day <= last)

    def has(some_day):
        if first is None or last is None:
            return some_day in (first, last)
        return may_have(some_day)

    length = (end - start).days
    ours = [start + timedelta(days=n) for n in range(length + 1)]
    if any(map(has, ours)):
        return Grade.CLASH
    if any(map(may_have, ours)):
        return Grade.CANNOT_SAY
    margin = rule.margin_days
    around = (start + timedelta(days=n) for n in range(-margin, length + margin + 1))
    return Grade.OPPORTUNITY if any(map(may_have, around)) else None


@pytest.mark.parametrize("geos_knows_within", [True, False])
@settings(max_examples=150)
@given(
    extent=SHAPES,
    others=OTHERS,
    length=st.integers(0, 10),
    within_m=st.integers(0, 30),
    margin_days=st.integers(0, 10),
)
def test_agrees_with_looking_at_each_in_turn(
    geos_knows_within, extent, others, length, within_m, margin_days
):
    rule = Near(within_m=within_m, margin_days=margin_days)
    end = START + timedelta(days=length)
    sound = extent if extent.is_valid else shapely.make_valid(extent)
    ours = Occupation("works", "OURS", "", extent, START, end)
    wanted = [one for one in others if one.status != "cancelled"]
    expected = {
        id(one): grade
        for one in wanted
        if (grade := oracle(sound, START, end, one, rule)) is not None
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(meetings, "_GEOS_KNOWS_WITHIN", geos_knows_within)
        report = report_on(ours, Shelf(others), [rule])
    assert {id(clash.other): clash.grade for clash in report.encounters} == expected
    assert report.looked_at + report.left_out + len(report.unusable) == len(others)
    for clash in report.encounters:
        shape = clash.other.shape
        sound_shape = shape if shape.is_valid else shapely.make_valid(shape)
        assert clash.distance_m == pytest.approx(sound.distance(sound_shape), abs=0.0051)
        assert clash.meeting_place.distance(sound) < 1e-6
        assert clash.meeting_place.distance(sound_shape) < 1e-6
        assert (clash.days is not None) == (clash.grade is Grade.CLASH)
