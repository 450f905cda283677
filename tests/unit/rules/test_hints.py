"""Hints from designations, traffic management and restrictions (Business rules 7.5, 12, 13)."""

from datetime import date, datetime, timezone

import pytest
from shapely.geometry import Point
from street_works.plugin.rules.hints import About, Plan, hints
from street_works.plugin.trade.records.streets import Designation
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.tests.made.streets import street

MONDAY, FRIDAY = date(2026, 6, 1), date(2026, 6, 5)
TODAY = date(2026, 5, 1)


def asd(code, **values):
    return Designation(code, **values)


def fields(found):
    return [(hint.about, hint.warning) for hint in found]


def test_nothing_to_say():
    assert (
        hints(street(), Plan(MONDAY, FRIDAY, TrafficManagement.GIVE_AND_TAKE, False, False), TODAY)
        == ()
    )


def test_traffic_sensitive_not_chosen_says_when():
    one = asd(
        2,
        periodicity=2,
        opens=700,
        closes=930,
    )
    (hint,) = hints(street(one), Plan(MONDAY, FRIDAY), TODAY)
    assert hint.about == About.DESIGNATIONS
    assert hint.warning
    assert "Working days, 07:00–09:30" in hint.message


def test_traffic_sensitive_chosen_or_on_other_days_is_quiet():
    weekends = asd(2, periodicity=3)
    assert hints(street(weekends), Plan(MONDAY, FRIDAY), TODAY) == ()
    assert hints(street(asd(2)), Plan(MONDAY, FRIDAY, selected={2}), TODAY) == ()


def test_high_impact_on_a_traffic_sensitive_street():
    plan = Plan(MONDAY, FRIDAY, TrafficManagement.TWO_WAY_SIGNALS, selected={2})
    assert fields(hints(street(asd(2)), plan, TODAY)) == [(About.CONDITIONS, False)]
    assert hints(street(), plan, TODAY) == ()


@pytest.mark.parametrize(
    ("designations", "answer", "count"),
    [([16], False, 1), ([16], True, 0), ([16], None, 0), ([], True, 1), ([], False, 0)],
)
def test_lane_rental_has_to_match(designations, answer, count):
    plan = Plan(MONDAY, FRIDAY, lane_rental=answer)
    found = hints(street(*map(asd, designations)), plan, TODAY)
    assert fields(found) == [(About.LANE_RENTAL, True)] * count


@pytest.mark.parametrize(("order", "count"), [(False, 1), (True, 0), (None, 0)])
def test_road_closure_needs_an_order(order, count):
    found = hints(street(), Plan(MONDAY, FRIDAY, TrafficManagement.ROAD_CLOSURE, order), TODAY)
    assert fields(found) == [(About.TRAFFIC_ORDER, True)] * count


@pytest.mark.parametrize("code", [3, 6, 8, 10, 12, 22])
def test_owners_to_consult(code):
    (hint,) = hints(street(asd(code)), Plan(MONDAY, FRIDAY), TODAY)
    assert hint.about == About.DESIGNATIONS
    assert "consult" in hint.message


def test_section_58_asks_for_a_reason():
    (hint,) = hints(street(), Plan(MONDAY, FRIDAY, restrictions=["ARN-1234-002"]), TODAY)
    assert hint.about == About.NOTES
    assert "ARN-1234-002" in hint.message


LINE = {"type": "LineString", "coordinates": [[0, 0], [100, 0]]}


@pytest.mark.parametrize(
    ("place", "whole", "warning"),
    [
        (Point(50, 25), False, True),
        (Point(50, 26), False, False),
        (Point(50, 26), True, True),
        (None, False, True),
    ],
)
def test_a_designation_of_another_part_of_the_street_is_a_note(place, whole, warning):
    one = asd(8, whole_street=whole, geometry=LINE)
    (hint,) = hints(street(one), Plan(MONDAY, FRIDAY, extent=place), TODAY)
    assert hint.warning is warning
    assert ("another part" in hint.message) is not warning


@pytest.mark.parametrize("coordinates", [[], [[0]], "nowhere", [[0, None], [1, 1]]])
def test_a_designation_with_a_broken_shape_counts(coordinates):
    broken = {"type": "LineString", "coordinates": coordinates}
    one = asd(8, whole_street=False, geometry=broken)
    (hint,) = hints(street(one), Plan(MONDAY, FRIDAY, extent=Point(0, 0)), TODAY)
    assert hint.warning


def test_codes_nobody_knows_are_no_trouble():
    assert hints(street(asd("later"), asd(77)), Plan(MONDAY, FRIDAY), TODAY) == ()


IMMEDIATE = Plan(MONDAY, FRIDAY, kind="immediate")
PLANNED = Plan(MONDAY, FRIDAY, kind="planned")


def told(designation, plan):
    return [(hint.warning, hint.message) for hint in hints(street(designation), plan, TODAY)]


def test_works_in_a_protected_street_need_the_authoritys_consent():
    ((warning, message),) = told(asd(1), PLANNED)
    assert warning
    assert "consent" in message
    assert told(asd(1), IMMEDIATE) == [(True, message)]
    over = asd(1, last_day=datetime(2026, 5, 31, tzinfo=timezone.utc))
    assert told(over, PLANNED) == []
    elsewhere = asd(
        1,
        whole_street=False,
        geometry={"type": "Point", "coordinates": [400100, 300000]},
    )
    there = Plan(MONDAY, FRIDAY, extent=Point(400000, 300000))
    assert [warning for warning, _ in told(elsewhere, there)] == [False]


def test_immediate_works_are_notified_early_where_the_street_says_so():
    ((warning, message),) = told(asd(17), IMMEDIATE)
    assert warning
    assert "notified early" in message
    assert told(asd(17), PLANNED) == []
    assert told(asd(17, periodicity=3), IMMEDIATE) == [], "weekends only"
    weekend = Plan(date(2026, 6, 6), date(2026, 6, 7), kind="immediate")
    assert len(told(asd(17, periodicity=3), weekend)) == 1


def test_a_special_event_is_told_with_its_days_when_the_works_meet_them():
    market = asd(
        18,
        description="Saturday market",
        periodicity=12,
        opens=500,
        closes=1700,
    )
    assert told(market, PLANNED) == [], "from Monday to Friday"
    ((warning, message),) = told(market, Plan(FRIDAY, date(2026, 6, 6)))
    assert not warning
    assert "Saturday market; Saturdays, 05:00–17:00" in message
    fair = asd(
        18,
        first_day=datetime(2026, 6, 3, tzinfo=timezone.utc),
        last_day=datetime(2026, 6, 4, tzinfo=timezone.utc),
    )
    assert len(told(fair, PLANNED)) == 1
    assert told(fair, Plan(FRIDAY, FRIDAY)) == []
