"""What is new of what works meet: told once, never lost, and only where it is known."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from shapely.geometry import Point
from street_works.plugin.clashes.news import COUNTED, Look, What, looked_at, title
from street_works.plugin.clashes.report import report_on
from street_works.plugin.clashes.rules import usual
from street_works.plugin.clashes.seen import seen_of
from street_works.plugin.clashes.shelf import Shelf
from street_works.plugin.clashes.verdict import Case, Standing, Verdict
from street_works.plugin.trade.vocabulary.permits import PermitStatus
from street_works.tests.made.judged import CASE, NOON, OTHER, OURS, judged

TODAY = date(2026, 6, 1)
LATER = NOON + timedelta(hours=1)
FAR = replace(OTHER, shape=Point(5_000, 5))


def look(*others, answered=True, since=NOON, at=LATER):
    report = report_on(OURS, Shelf(others), usual())
    return Look("sandbox", "TW001", report, lambda _one: answered, at, TODAY, since)


def known(*others, before=None, judgement=None, **given):
    standings = {} if judgement is None else {CASE: Standing(judgement)}
    return look(*others, **given).known(before or {}, standings)


def whats(found):
    return {case: one.what for case, one in found.items()}


FIRST = known(OTHER, since=None)


def test_what_is_there_at_the_first_look_is_known():
    assert whats(FIRST) == {CASE: What.SEEN}
    assert known(OTHER, before=FIRST) == FIRST


def test_what_comes_later_is_new_until_it_was_seen_and_says_since_when_and_where():
    found = known(OTHER)
    (one,) = found.values()
    assert (one.what, one.since, one.at) == (What.NEW, NOON, LATER)
    assert one.other == "water main (EW002)"
    assert one.why.startswith("Works near by: ")
    assert one.place is not None
    again = known(OTHER, before=found, since=LATER, at=LATER + timedelta(hours=1))
    assert again == found, "since when it is there stays"
    seen = looked_at(again)
    assert whats(seen) == {CASE: What.SEEN}
    assert known(OTHER, before=seen) == seen


def test_what_no_rule_calls_a_clash_is_nothing_to_know():
    assert known(FAR) == {}
    assert known(replace(OTHER, kind="own:“trees”")) == {}, "nobody tells of own layers"


@pytest.mark.parametrize("there", [(), (FAR,), (replace(OTHER, status=PermitStatus.CLOSED),)])
def test_what_is_not_there_any_more_went_away_once(there):
    found = known(*there, before=FIRST)
    assert whats(found) == {CASE: What.GONE}
    assert What.GONE not in COUNTED
    assert known(*there, before=found) == found
    assert looked_at(found) == {}
    assert whats(known(OTHER, before=found)) == {CASE: What.NEW}, "it is back"


def test_it_did_not_go_where_the_register_has_not_answered_since():
    assert known(before=FIRST, answered=False) == FIRST


def test_it_did_not_go_where_it_cannot_be_said():
    unsure = replace(OTHER, start=None, end=None)
    assert known(unsure, before=FIRST) == FIRST


def test_what_the_planner_moved_away_from_is_no_news():
    assert known(before=FIRST, since=None) == {}


def test_a_judged_one_is_told_for_each_change_of_the_other_once():
    judgement = judged()
    assert whats(known(OTHER, judgement=judgement)) == {CASE: What.SEEN}
    moved = replace(OTHER, end=date(2026, 6, 15))
    found = known(moved, before=FIRST, judgement=judgement)
    assert whats(found) == {CASE: What.AGAIN}
    assert found[CASE].why.startswith("days from “")
    assert known(moved, before=found, judgement=judgement) == found
    seen = looked_at(found)
    assert known(moved, before=seen, judgement=judgement) == seen
    further = replace(moved, status=PermitStatus.SUBMITTED)
    assert whats(known(further, before=seen, judgement=judgement)) == {CASE: What.AGAIN}
    anew = judged(seen=seen_of(further))
    assert whats(known(further, before=found, judgement=anew)) == {CASE: What.SEEN}


def test_one_that_was_judged_before_it_was_found_here_is_not_new():
    assert whats(known(OTHER, judgement=judged())) == {CASE: What.SEEN}
    unjudged = judged(Verdict.NOT_JUDGED)
    assert whats(known(OTHER, judgement=unjudged)) == {CASE: What.NEW}


def test_each_has_a_name_of_its_own():
    assert len({title(what) for what in What}) == len(What)


def test_kinds_are_kept_apart():
    plan = replace(OTHER, kind="forward_plan")
    assert set(known(OTHER, plan)) == {CASE, Case("sandbox", "TW001", "forward_plan", "EW002")}
