"""Works on the other's diversion."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point
from street_works.plugin.clashes.find import find
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.occupation import Occupation
from street_works.plugin.clashes.rules.diversion import Diversion
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.trade.traffic import is_high_impact
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.tests.unit.clashes.rules.by_hand import agrees, by_their_days, within
from street_works.tests.unit.clashes.rules.drawn import occupations

DAY = date(2026, 6, 10)
CLOSED = TrafficManagement.ROAD_CLOSURE
DRAWN = occupations(("works", "works", "forward_plan", "activity"))
WAY = LineString([(0, 450), (900, 450)])


def in_the_way(one):
    if is_high_impact(one.traffic):
        return Grade.CLASH
    return Grade.CANNOT_SAY if one.traffic_untold else None


@settings(max_examples=80)
@given(DRAWN, DRAWN, st.integers(0, 30))
def test_as_pair_by_pair(ours, theirs, diversion_m):
    def say(one, other):
        met = [
            in_the_way(stands)
            for diverted, stands in ((one, other), (other, one))
            if within(diverted.diversion, stands.shape, diversion_m)
        ]
        common = max((grade for grade in met if grade), default=None)
        return common and by_their_days(one, other, common)

    assert agrees(ours, theirs, Diversion(diversion_m=diversion_m), say)


@pytest.mark.parametrize(
    ("place", "met"),
    [
        (Point(600, 458), LineString([(600, 450), (600, 458)])),
        (LineString([(600, 400), (600, 500)]), Point(600, 450)),
    ],
)
def test_they_meet_on_the_diversion_whoever_is_diverted(place, met):
    diverted = Occupation("works", "D", "", Point(0, 0), DAY, DAY, traffic=CLOSED, diversion=WAY)
    stands = Occupation("works", "S", "", place, DAY, DAY, traffic=CLOSED)
    (ours,) = find(Shelf([diverted]), Shelf([stands]), [Diversion()])
    (theirs,) = find(Shelf([stands]), Shelf([diverted]), [Diversion()])
    assert ours.meeting_place.equals(met)
    assert theirs.meeting_place.equals(met)
    assert ours.why.startswith("on your diversion, yours: road closure, theirs: road closure")
    assert theirs.why.startswith("you are on their diversion")
