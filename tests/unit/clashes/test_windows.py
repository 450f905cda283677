"""Days on which works could be done instead, against looking at each day in turn."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import LineString, Point, Polygon, box
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.meetings import by_days
from street_works.plugin.clashes.occupation import SINCE_EVER, WITHOUT_END, Occupation
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rules import all_with
from street_works.plugin.clashes.rules.near import Near
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.clashes.windows import starts, windows
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.trade.calendar import is_working_day, working_days
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.vocabulary.activities import ActivityKind
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.tests.rounds import rounds

TODAY = date(2026, 12, 1)
EXTENT = box(0, 0, 10, 10)
OURS = Occupation(
    "works",
    "OURS",
    "",
    EXTENT,
    TODAY,
    TODAY,
    traffic=TrafficManagement.ROAD_CLOSURE,
    streets=frozenset({"1"}),
    promoter_code="10",
    diversion=LineString([(0, 15), (60, 15)]),
)
CLASH = frozenset({Grade.CLASH})
ANY = frozenset(Grade)


def day(number):
    return TODAY + timedelta(days=number)


def works(reference="TW1", start=TODAY, end=TODAY, **values):
    told = {"kind": "works", "what": "", "shape": Point(12, 5), **values}
    return Occupation(reference=reference, start=start, end=end, **told)


def tries(length=1, weeks=2):
    return starts(length, TODAY, day(7 * weeks - 1), TODAY)


def test_works_start_and_end_on_working_days_and_take_as_many_as_they_need():
    around_christmas = starts(3, date(2026, 12, 22), date(2026, 12, 30), TODAY)
    assert around_christmas == (
        (date(2026, 12, 22), date(2026, 12, 24)),
        (date(2026, 12, 23), date(2026, 12, 29)),  # the 28th is a bank holiday, for Boxing Day
        (date(2026, 12, 24), date(2026, 12, 30)),
        (date(2026, 12, 29), date(2026, 12, 31)),
        (date(2026, 12, 30), date(2027, 1, 4)),
    )


def test_works_of_no_working_day_take_one():
    assert starts(0, date(2026, 12, 5), date(2026, 12, 8), TODAY) == (
        (date(2026, 12, 7), date(2026, 12, 7)),
        (date(2026, 12, 8), date(2026, 12, 8)),
    )


def test_without_a_working_day_there_is_no_start():
    assert starts(3, date(2026, 12, 5), date(2026, 12, 6), TODAY) == ()
    assert starts(3, date(2026, 12, 8), date(2026, 12, 7), TODAY) == ()


@given(length=st.integers(0, 30), first=st.integers(0, 60), weeks=st.integers(0, 10))
def test_each_working_day_is_a_start_and_each_length_is_kept(length, first, weeks):
    found = starts(length, day(first), day(first + 7 * weeks), TODAY)
    every = (day(first + n) for n in range(7 * weeks + 1))
    assert [one.start for one in found] == [one for one in every if is_working_day(one, TODAY)]
    for start, end in found:
        assert working_days(start, end, TODAY) == max(length, 1)
        assert is_working_day(end, TODAY)


def test_the_earliest_days_without_a_clash_come_first():
    others = Shelf([works(start=day(0), end=day(2)), works("TW2", day(7), day(7))])
    found = windows(OURS, others, [Near()], tries(length=2))
    assert found.free(CLASH)[:3] == (
        (date(2026, 12, 4), date(2026, 12, 7)),
        (date(2026, 12, 9), date(2026, 12, 10)),
        (date(2026, 12, 10), date(2026, 12, 11)),
    )
    assert found.why_not(0, CLASH).other.reference == "TW1"
    assert found.why_not(4, CLASH).other.reference == "TW2"
    assert found.why_not(3, CLASH) is None


def test_what_may_not_be_met_is_chosen_by_grade():
    others = Shelf([works(start=day(2), end=day(2)), works("?", None, None, shape=Point(-3, 5))])
    found = windows(OURS, others, [Near(margin_days=1)], tries(weeks=1))
    assert [one.start for one in found.free(CLASH)] == [day(0), day(1), day(3), day(6)]
    assert [one.start for one in found.free({*CLASH, Grade.OPPORTUNITY})] == [day(0), day(6)]
    assert found.free(ANY) == ()
    assert len(found.free([])) == len(found.tries)
    assert found.why_not(0, {Grade.CANNOT_SAY}).other.reference == "?"
    assert [one.grade for one in found.findings(1)] == [Grade.OPPORTUNITY, Grade.CANNOT_SAY]


def test_what_is_there_on_each_of_the_days_is_named():
    others = Shelf([works(start=day(0), end=day(9)), works("TW2", day(0), WITHOUT_END)])
    found = windows(OURS, others, [Near(), Near(within_m=3)], tries(weeks=2))
    assert [one.reference for one in found.always_there(CLASH)] == ["TW2"]
    assert found.always_there({Grade.OPPORTUNITY}) == ()
    assert windows(OURS, others, [Near()], ()).always_there(CLASH) == ()


def test_nothing_else_there_leaves_every_day_free():
    free = windows(OURS, Shelf([]), all_with(), tries()).free(ANY)
    assert free == tries()
    assert isinstance(free[0], Days)
    assert windows(OURS, Shelf([works()]), [], tries()).free(ANY) == tries()
    assert windows(OURS, Shelf([works()]), all_with(), ()).free(ANY) == ()


def test_an_extent_that_cannot_be_used_is_told():
    with pytest.raises(StreetWorksError, match="extent cannot be compared"):
        windows(replace(OURS, shape=Polygon()), Shelf([works()]), all_with(), tries())


@dataclass(frozen=True)
class Odd(Near):
    """A rule that counts days as no other does: the day after alone, and Mondays are worse."""

    name: ClassVar[str] = "odd"

    def grades(self, ours, theirs, pairs):
        """Return a clash for works that start on a Monday, unless both have a day in common."""
        usual = by_days(ours, theirs, pairs, self.reach_days)
        monday = (ours.spans.first[pairs.ours] - 1) % 7 == 0
        near = np.where(monday, Grade.CLASH, Grade.OPPORTUNITY)
        return np.where(usual == Grade.OPPORTUNITY, near, 0).astype(np.int8)


DAYS = st.integers(-20, 60).map(day)
OTHERS = st.lists(
    st.builds(
        works,
        st.text("AB", min_size=1, max_size=2),
        st.sampled_from([None, SINCE_EVER]) | DAYS,
        st.sampled_from([None, WITHOUT_END]) | DAYS,
        kind=st.sampled_from(["works", "activity", "forward_plan", "hs2", "own:Plans"]),
        category=st.sampled_from(["", ActivityKind.SECTION58]),
        shape=st.none() | st.builds(Point, st.integers(0, 60), st.integers(0, 20)),
        status=st.sampled_from(["", "cancelled"]),
        works_reference=st.sampled_from(["", "OURS"]),
        traffic=st.sampled_from(["", *TrafficManagement]),
        streets=st.sampled_from([frozenset(), frozenset({"1"})]),
        promoter_code=st.sampled_from(["", "10"]),
    ),
    max_size=12,
)


@settings(max_examples=rounds(40, full=150))
@given(
    others=OTHERS,
    length=st.integers(1, 8),
    earliest=st.integers(0, 20),
    within_m=st.integers(0, 30),
    margin_days=st.integers(0, 9),
    unwanted=st.sets(st.sampled_from(list(Grade))),
)
def test_each_day_is_as_a_report_on_it_says(
    others, length, earliest, within_m, margin_days, unwanted
):
    odd = Odd(within_m=within_m, margin_days=margin_days)
    rules = (*all_with(within_m=within_m, margin_days=margin_days), odd)
    shelf, looked_at = Shelf(others), starts(length, day(earliest), day(earliest + 40), TODAY)
    found = windows(OURS, shelf, rules, looked_at)
    free = found.free(unwanted)
    assert found.tries == looked_at
    for number, days in enumerate(looked_at):
        report = report_on(replace(OURS, start=days.start, end=days.end), shelf, rules)
        wanted = [one for encounter in report.encounters for one in encounter.findings]
        assert {(id(one.other), one.rule, one.grade, one.why) for one in wanted} == {
            (id(one.other), one.rule, one.grade, one.why) for one in found.findings(number)
        }
        assert len(found.findings(number)) == len(wanted)
        skipped = found.why_not(number, unwanted)
        assert (days in free) == (skipped is None)
        assert {id(one) for one in found.always_there(unwanted)} <= {
            id(one.other) for one in wanted if one.grade in unwanted
        }
        assert (skipped is None) == unwanted.isdisjoint(one.grade for one in wanted)
        if skipped is not None:
            assert skipped.grade == max({one.grade for one in wanted} & unwanted)
            assert (skipped.ours.start, skipped.ours.end) == days
