"""How far rules look."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, box
from street_works.plugin.clashes.find import find
from street_works.plugin.clashes.occupation import Occupation
from street_works.plugin.clashes.reach import ground, period
from street_works.plugin.clashes.rules import usual
from street_works.plugin.clashes.rules.diversion import Diversion
from street_works.plugin.clashes.rules.near import Near
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement

FIRST, LAST = date(2026, 6, 10), date(2026, 6, 20)
OURS = Occupation(
    "works",
    "OURS",
    "",
    Point(0, 0),
    FIRST,
    LAST,
    traffic=TrafficManagement.ROAD_CLOSURE,
    promoter_code="0999",
    street_line=LineString([(-3000, 0), (3000, 0)]),
    diversion=LineString([(0, 0), (0, 900), (900, 900)]),
)


def test_as_far_as_the_furthest_rule_and_round_the_diversion():
    assert ground(OURS, [Near(within_m=25), Near(within_m=9)]) == (-26, -26, 26, 26)
    assert ground(OURS, [Near(within_m=25), Diversion(diversion_m=10)]) == (-26, -26, 911, 911)
    broken = replace(OURS, diversion=LineString())
    assert ground(broken, [Diversion(diversion_m=10)]) == (-11, -11, 11, 11)


def test_as_long_as_the_widest_margin():
    assert period(OURS, [Near(margin_days=3), Near()]) == Days(date(2026, 6, 7), date(2026, 6, 23))
    assert period(replace(OURS, start=LAST, end=FIRST), [Near()]) == Days(FIRST, LAST)
    assert period(replace(OURS, start=None), [Near(margin_days=3)]).start == date.min
    assert period(replace(OURS, end=None), [Near(margin_days=3)]).end == date.max


@settings(max_examples=100)
@given(
    st.tuples(st.integers(-2000, 2000), st.integers(-2000, 2000)),
    st.integers(-100, 100),
    st.sampled_from(["works", "forward_plan", "activity", "hs2"]),
)
def test_nothing_is_found_beyond(place, days, kind):
    day = date.fromordinal(FIRST.toordinal() + days)
    other = replace(OURS, kind=kind, reference="A", shape=Point(place), start=day, end=day)
    other = replace(other, diversion=None)
    found = len(find(Shelf([OURS]), Shelf([other]), usual()))
    inside = box(*ground(OURS, usual())).covers(other.shape)
    first, last = period(OURS, usual())
    assert not found or (inside and first <= day <= last)
