"""Occupations from records on the map, from real records, and from plain layers."""

import csv
from datetime import date

import pytest
import shapely
from shapely.geometry import Point
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.occupation import SINCE_EVER, WITHOUT_END, Occupation
from street_works.plugin.clashes.occupations import from_own_layer, from_record, from_street
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rules import all_with
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.rules.asd import SPECIAL_EVENT
from street_works.plugin.trade.records.on_map import Geometry, MapRecord
from street_works.plugin.trade.records.streets import Designation, Street
from street_works.plugin.trade.vocabulary.activities import ActivityKind
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.tests.made import map_records
from street_works.tests.made.map_records import square

FIRST, LAST = date(2026, 6, 1), date(2026, 6, 6)
LINE = Geometry("LineString", [[530000, 180000], [530010, 180000]])


def report(shape, *others, **thresholds):
    ours = Occupation("works", "OURS", "", shape, date(2026, 6, 1), date(2026, 6, 2))
    return report_on(ours, Shelf(others), all_with(**thresholds))


def works(**changes):
    told = map_records.works(
        1,
        LINE,
        FIRST,
        LAST,
        works_reference="TW001",
        promoter="Town Water",
    )
    return from_record(told._replace(**changes))


def activity(**changes):
    told = MapRecord(
        "activity",
        LINE,
        "ARN-1234-001",
        activity_kind=ActivityKind.SECTION58,
        name="Resurfaced",
        location="All of it",
        street="High Street",
        area="Area",
        first_day=FIRST,
        last_day=LAST,
    )
    return from_record(told._replace(**changes))


def test_works():
    found = works()
    assert (found.kind, found.reference) == ("works", "TW001")
    assert found.what == "Town Water, Minor, Road closure"
    assert (found.start, found.end) == (date(2026, 6, 1), date(2026, 6, 6))
    assert (found.status, found.traffic) == ("granted", TrafficManagement.ROAD_CLOSURE)
    assert found.shape.length == 10


def test_words_the_trade_does_not_know():
    found = works(status="paused", traffic="balloons")
    assert (found.status, found.traffic) == ("paused", "balloons")


def test_activities():
    found = activity()
    assert (found.kind, found.reference) == ("activity", "ARN-1234-001")
    assert found.what == "Section 58, Resurfaced, High Street"
    assert found.category == ActivityKind.SECTION58
    assert found.streets == {"high street, area"}
    assert found.status == ""


def test_a_cancelled_activity_is_no_clash():
    found = activity(cancelled=True)
    told = report(Point(530000, 180000), found)
    assert (told.encounters, told.left_out) == ((), 1)


def test_forward_plans_know_their_works():
    told = MapRecord(
        "forward_plan",
        LINE,
        "TW001-FP",
        works_reference="TW001",
        promoter="Town Water",
        status="raised",
        description="New main",
        location="All of it",
        street="High Street",
        first_day=FIRST,
        last_day=LAST,
    )
    found = from_record(told)
    assert (found.reference, found.works_reference) == ("TW001-FP", "TW001")
    assert found.what == "Town Water, New main"
    assert found.status == "raised"


def test_hs2_limits_have_no_dates():
    found = from_record(MapRecord("hs2", square(0, 0, 9)))
    assert (found.kind, found.start, found.end) == ("hs2", SINCE_EVER, WITHOUT_END)
    assert found.what
    (clash,) = report(Point(1, 1), found).encounters
    assert clash.grade is Grade.CLASH


def test_shapes_of_several_and_shapes_that_are_none():
    several = Geometry("GeometryCollection", geometries=(LINE, Geometry("Point", [1, 2])))
    assert works(geometry=several).shape.bounds == (1, 2, 530010, 180000)
    assert works(geometry=None).shape is None
    assert works(geometry=Geometry("Circle", [1, 2])).shape is None


def test_a_kind_unknown_is_a_fault_of_the_caller():
    with pytest.raises(ValueError, match="inspection"):
        from_record(MapRecord("inspection", LINE))


def test_own_layers_by_wkt_or_shape():
    by_text = from_own_layer("Trees", "7", "POINT (1 2)", start=date(2026, 6, 1))
    assert (by_text.kind, by_text.reference) == ("own:Trees", "7")
    assert by_text.shape.equals(Point(1, 2))
    assert (by_text.start, by_text.end) == (date(2026, 6, 1), WITHOUT_END)
    assert "Trees" in by_text.what
    assert from_own_layer("Trees", "7", Point(1, 2), what="an oak").what == "an oak"


@pytest.mark.parametrize("text", ["", "POINT", "POLYGON ((0 0, 1 1))", "{}", "POINT (1"])
def test_broken_wkt_is_reported_not_raised(text):
    broken = from_own_layer("Trees", "7", text)
    told = report(Point(0, 0), broken)
    assert [bad.occupation.reference for bad in told.unusable] == ["7"]


def test_odd_wkt_met_in_the_wild_never_raises(shared):
    with open(shared("data/geometry/seen_in_the_wild.csv"), newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    column = next(name for name in rows[0] if "wkt" in name.lower())
    others = [from_own_layer("odd", str(number), row[column]) for number, row in enumerate(rows)]
    told = report(Point(530000, 180000), *others, within_m=1e7)
    assert told.looked_at + len(told.unusable) == len(rows)
    assert told.looked_at


def test_validity_cases_of_geos_never_raise(shared):
    path = shared("data/geometry/geos_jts_validity_cases.csv")
    with open(path, newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    column = next(name for name in rows[0] if "wkt" in name.lower())
    shapes = [from_own_layer("case", str(n), row[column]) for n, row in enumerate(rows)]
    for extent in (Point(0, 0), shapely.box(-100, -100, 100, 100)):
        told = report(extent, *shapes, within_m=1e12)
        assert told.looked_at + len(told.unusable) == len(rows)
        assert len(told.encounters) == told.looked_at
        for clash in told.encounters:
            assert not clash.meeting_place.is_empty


LINE_OF_STREET = {"type": "LineString", "coordinates": [[0, 0], [90, 0]]}
PART = {"type": "LineString", "coordinates": [[0, 0], [9, 0]]}


@pytest.mark.parametrize(
    ("line", "told", "length"),
    [
        (LINE_OF_STREET, Designation(1, geometry=PART), 9),
        (LINE_OF_STREET, Designation(1, geometry=PART, whole_street=True), 90),
        (LINE_OF_STREET, Designation(1), 90),
        (LINE_OF_STREET, Designation(1, geometry={"type": "Circle"}), 90),
        (LINE_OF_STREET, Designation(1, geometry={"type": "Point", "coordinates": []}), 90),
        (None, Designation(1, whole_street=True), None),
    ],
)
def test_a_designation_is_where_its_part_of_the_street_is(line, told, length):
    street = Street(
        8401426, "High Street", "Area", "", "Essex", "1585", False, designations=(told,), line=line
    )
    (found,) = from_street(street)
    assert (found.shape and found.shape.length) == length
    assert found.streets == {"8401426", "high street, area"}
    assert (found.start, found.end) == (SINCE_EVER, WITHOUT_END)


def test_a_designation_says_what_it_is_and_when():
    told = Designation(
        str(SPECIAL_EVENT), description="Carnival", opens=730, closes=930, periodicity=8
    )
    street = Street(8401426, "High Street", "", "", "Essex", "1585", False, designations=(told,))
    (found,) = from_street(street)
    assert found.what == "Special event, Tuesdays, 07:30–09:30, Carnival, High Street"
    assert (found.category, found.authority) == (str(SPECIAL_EVENT), "Essex")
