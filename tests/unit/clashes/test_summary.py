"""The report in words."""

from dataclasses import replace
from datetime import date

from shapely.geometry import Point
from street_works.plugin.clashes.finding import Gap
from street_works.plugin.clashes.occupation import Occupation
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rules import all_with
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.clashes.summary import summary
from street_works.plugin.trade.vocabulary.activities import ActivityKind
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement

DAY = date(2026, 6, 1)
GAS = Occupation("works", "TW001", "gas main", Point(0, 0), DAY, DAY)
LATER = replace(GAS, start=date(2026, 6, 3), end=date(2026, 6, 4))
HEAVY = replace(GAS, traffic=TrafficManagement.ROAD_CLOSURE)
UNDATED = replace(GAS, start=None, end=None)
RESURFACED = replace(GAS, kind="activity", category=ActivityKind.SECTION58)
BAD = replace(GAS, reference="TW9", shape=None)


def said(*others, start=DAY, end=DAY, margin_days=9):
    ours = Occupation("works", "OURS", "", Point(0, 0), start, end)
    return summary(report_on(ours, Shelf(others), all_with(margin_days=margin_days)))


def test_nothing_found():
    assert said() == "There was nothing near the extent to check."
    assert said(LATER, margin_days=0) == "No potential clash among one record checked."


def test_counts():
    assert said(GAS) == "1 potential clash among one record checked."
    assert said(GAS, HEAVY, LATER, UNDATED) == (
        "2 potential clashes (1 with high-impact traffic management) · 1 potential collaboration"
        " · 1 unsure among 4 records checked."
    )
    assert said(LATER, LATER).startswith("2 potential collaborations among 2 records")


def test_restrictions_are_named():
    assert "A section 58 restriction is among them." in said(RESURFACED)
    assert "2 section 58" in said(RESURFACED, RESURFACED)


def test_what_could_not_be_checked_is_named():
    assert said(GAS, BAD).endswith("gas main (TW9) could not be checked: it has no readable shape.")
    assert "2 records could not be checked, the first, gas main (TW9)," in said(BAD, BAD)


def test_reversed_dates_are_told():
    assert "end date was before" in said(GAS, start=date(2026, 6, 2), end=DAY)


def test_what_was_not_given_is_told_and_nothing_is_called_none():
    ours = Occupation("works", "OURS", "", Point(0, 0), DAY, DAY)
    gap = Gap("Works", "3 works, not complete, as of 14:02; 1 area could not be fetched")
    assert summary(report_on(ours, Shelf([]), all_with(), [gap])) == (
        "Nothing near the extent could be checked. There may be more that was not given"
        " (Works: 3 works, not complete, as of 14:02; 1 area could not be fetched)."
    )
    assert "not given" in summary(report_on(ours, Shelf([GAS]), all_with(), [gap]))
    assert said(BAD).startswith("Nothing near the extent could be checked.")
