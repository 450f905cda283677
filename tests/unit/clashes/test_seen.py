"""What is told of an occupation that is no longer as it was when it was judged."""

import json
from dataclasses import replace
from datetime import date

import pytest
from shapely import affinity
from shapely.geometry import LineString, Point, Polygon
from street_works.plugin.clashes.occupation import SINCE_EVER, WITHOUT_END
from street_works.plugin.clashes.seen import changes, seen_in, seen_of
from street_works.plugin.trade.vocabulary.permits import PermitStatus
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.tests.made.judged import OTHER

TODAY = date(2026, 6, 1)
TRENCH = LineString([(0, 0), (20, 0)])
SQUARE = Polygon([(0, 0), (10, 0), (10, 10), (0, 10)])


def told(before, **after):
    return changes(seen_of(before), replace(before, **after), TODAY)


def test_nothing_is_told_of_one_that_is_as_it_was():
    assert told(OTHER) == ()
    assert told(OTHER, what="another name", promoter="Elmbridge Water") == ()


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (Point(10, 5), Point(22, 5), "moved 12 m"),
        (TRENCH, affinity.translate(TRENCH, 3, 4), "moved 5 m"),
        (TRENCH, affinity.translate(TRENCH, 0, 0.3), "moved 0.3 m"),
        (TRENCH, affinity.translate(TRENCH, 1234, 0), "moved 1234 m"),
        (TRENCH, LineString([(0, 0), (10, 0.5), (20, 0)]), "another shape"),
        (TRENCH, LineString([(0, 0), (44, 0)]), "another shape, its middle 12 m off"),
        (TRENCH, TRENCH.buffer(0.2), "another shape"),
        (None, Point(1, 1), "its place is known now"),
        (Point(1, 1), None, "its place is not known any more"),
        (Point(1, 1), Point(), "its place is not known any more"),
        (Point(1, 1), Point(float("nan"), 1), "its place is not known any more"),
    ],
)
def test_a_change_of_place_is_told(before, after, said):
    assert told(replace(OTHER, shape=before), shape=after) == (said,)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Point(10.001, 5), Point(10.004, 4.998)),
        (Point(-0.001, 5), Point(0.001, 5)),
        (TRENCH, LineString([(0, 0, 7), (20, 0, 7)])),
        (SQUARE, Polygon([(10, 10), (10, 0), (0, 0), (0, 10)])),
        (None, Point()),
    ],
)
def test_millimetres_heights_and_the_order_of_points_are_no_change(before, after):
    assert told(replace(OTHER, shape=before), shape=after) == ()


@pytest.mark.parametrize(
    ("after", "said"),
    [
        ({"end": date(2026, 6, 16)}, "days from “12 Jun – 14 Jun” to “12 Jun – 16 Jun”"),
        ({"end": None}, "days from “12 Jun – 14 Jun” to “from 12 Jun”"),
        ({"end": date(2027, 1, 2)}, "days from “12 Jun – 14 Jun” to “12 Jun – 2 Jan 2027”"),
        ({"start": None, "end": None}, "days from “12 Jun – 14 Jun” to “not known”"),
        ({"start": SINCE_EVER, "end": WITHOUT_END}, "days from “12 Jun – 14 Jun” to “not known”"),
        ({"status": PermitStatus.REVOKED}, "status from “Granted” to “Revoked”"),
        ({"status": ""}, "status from “Granted” to “not known”"),
        (
            {"traffic": TrafficManagement.ROAD_CLOSURE},
            "traffic management from “Multi-way signals” to “Road closure”",
        ),
    ],
)
def test_other_days_another_status_and_other_traffic_management_are_told(after, said):
    assert told(OTHER, **after) == (said,)


def test_everything_that_changed_is_told_at_once():
    said = told(
        OTHER, shape=Point(10, 9), start=date(2026, 6, 13), status=PermitStatus.REFUSED, traffic=""
    )
    assert [one.split()[0] for one in said] == ["moved", "days", "status", "traffic"]


@pytest.mark.parametrize(
    "one",
    [
        OTHER,
        replace(OTHER, shape=None, start=None, end=None, status="", traffic=""),
        replace(OTHER, start=SINCE_EVER, end=WITHOUT_END),
    ],
)
def test_what_was_seen_comes_back_from_json_as_it_was(one):
    seen = seen_of(one)
    assert seen_in(json.loads(json.dumps(seen.kept()))) == seen


@pytest.mark.parametrize(
    "damage",
    [{"place": 7}, {"bounds": [1]}, {"bounds": "far"}, {"start": "soon"}, {"status": None}],
)
def test_damage_is_told_from_what_was_seen(damage):
    with pytest.raises((ValueError, TypeError)):
        seen_in({**seen_of(OTHER).kept(), **damage})
