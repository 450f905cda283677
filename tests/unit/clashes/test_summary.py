"""The report in words."""

from dataclasses import replace
from datetime import date

from shapely.geometry import Point
from street_works.plugin.clashes import Candidate, ClashRules, find_clashes, summary
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement

DAY = date(2026, 6, 1)
GAS = Candidate("works", "TW001", "gas main", Point(0, 0), DAY, DAY)
LATER = replace(GAS, start=date(2026, 6, 3), end=date(2026, 6, 4))
HEAVY = replace(GAS, traffic_management=TrafficManagement.ROAD_CLOSURE)
BAD = replace(GAS, reference="TW9", geometry=None)


def said(*candidates, start=DAY, end=DAY, days=9):
    return summary(find_clashes(Point(0, 0), start, end, candidates, ClashRules(days=days)))


def test_nothing_found():
    assert said() == "There was nothing near the extent to check."
    assert said(LATER, days=0) == "No clash among one record checked."


def test_counts():
    assert said(GAS) == "1 clash among one record checked."
    assert said(GAS, HEAVY, LATER) == (
        "2 clashes (1 with high-impact traffic management) and 1 opportunity to work together"
        " among 3 records checked."
    )
    assert said(LATER, LATER).startswith("2 opportunities to work together among 2 records")


def test_restrictions_are_named():
    assert "A section 58 restriction is among them." in said(replace(GAS, restriction=True))
    assert "2 section 58" in said(*[replace(GAS, restriction=True)] * 2)


def test_what_could_not_be_checked_is_named():
    assert said(GAS, BAD).endswith("gas main (TW9) could not be checked: it has no readable shape.")
    assert "2 records could not be checked, the first, gas main (TW9)," in said(BAD, BAD)


def test_reversed_dates_are_told():
    assert "end date was before" in said(GAS, start=date(2026, 6, 2), end=DAY)
