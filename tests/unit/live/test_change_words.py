"""What changed, record by record, in the planner's words."""

from datetime import date, datetime, timedelta, timezone

import pytest
from street_works.plugin.live.changes.groups import by_record
from street_works.plugin.live.changes.in_words import (
    counted_unseen,
    nothing_new,
    told,
    what_title,
)
from street_works.plugin.live.store.changes import Change, Difference, What
from street_works.plugin.live.store.rows import Row
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.telling import short_day, span
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement

TODAY = date(2026, 12, 1)
NOON = datetime(2026, 12, 1, 12, tzinfo=timezone.utc)
HERE = (400_000.0, 300_000.0)
NEW_WORKS = {
    "reference": "W1-01",
    "work_reference": "W1",
    "promoter": "Anytown Water",
    "category": "minor",
    "traffic_management": TrafficManagement.ROAD_CLOSURE,
    "status": "submitted",
    "start_date": "2026-12-03",
    "end_date": "2026-12-05",
}


def change(number, what, before, after, reference="W1-01", kind="works", place=HERE, seen=False):
    noticed = NOON + timedelta(minutes=number)
    return Change(number, kind, reference, Difference(what, before, after), *place, noticed, seen)


def redated(number, first, last, **others):
    return change(number, What.REDATED, {"start_date": first}, {"start_date": last}, **others)


def moved(number, metres, **others):
    before, after = (
        {"easting": east, "northing": 300_000.0} for east in (400_000.0, 400_000.0 + metres)
    )
    return change(
        number, What.MOVED, before, after, place=(400_000.0 + metres, 300_000.0), **others
    )


def status(number, before, after, **others):
    return change(number, What.CHANGED, {"status": before}, {"status": after}, **others)


def words(*changes):
    return [(one.what, told(one, TODAY)) for one in by_record(changes, {})]


def test_days_are_short_and_have_their_year_where_it_is_another():
    assert short_day(date(2026, 12, 3), TODAY) == "3 Dec"
    assert short_day(date(2027, 1, 3), TODAY) == "3 Jan 2027"
    assert span(date(2026, 12, 3), date(2026, 12, 5), TODAY) == "3 Dec – 5 Dec"
    assert span(date(2026, 12, 3), date(2026, 12, 3), TODAY) == "3 Dec"
    assert span(date(2026, 12, 3), None, TODAY) == "from 3 Dec"
    assert span(None, date(2026, 12, 3), TODAY) == "until 3 Dec"
    assert span(None, None, TODAY) == ""


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ({"start_date": "2026-12-03"}, {"start_date": "2026-12-10"}, "Start 3 Dec → 10 Dec"),
        ({"end_date": "2026-12-30"}, {"end_date": "2027-01-02"}, "End 30 Dec → 2 Jan 2027"),
        ({"end_date": "2026-12-30"}, {"end_date": None}, "End 30 Dec → open"),
        (
            {"start_date": "2026-12-03", "end_date": "2026-12-05"},
            {"start_date": "2026-12-10", "end_date": "2026-12-12"},
            "3 Dec – 5 Dec → 10 Dec – 12 Dec",
        ),
    ],
)
def test_other_dates(before, after, said):
    assert words(change(1, What.REDATED, before, after)) == [(What.REDATED, said)]


@pytest.mark.parametrize(
    ("metres", "said"),
    [(25.2, "by 25 m"), (1_240.0, "by 1.2 km"), (0.0, "another shape in the same place")],
)
def test_another_place(metres, said):
    assert words(moved(1, metres)) == [(What.MOVED, said)]


def test_other_values_have_the_columns_and_the_registers_words():
    before = {"status": "submitted", "traffic_management": "", "promoter": "Gas"}
    after = {
        "status": "granted",
        "traffic_management": TrafficManagement.ROAD_CLOSURE,
        "promoter": "Gas Ltd",
    }
    ((what, said),) = words(change(1, What.CHANGED, before, after))
    assert what is What.CHANGED
    assert said.split("; ") == [
        "Permit status: Submitted → Granted",
        "Traffic management: nothing → Road closure",
        "Promoter: Gas → Gas Ltd",
    ]
    cancelled = change(1, What.CHANGED, {"cancelled": 0}, {"cancelled": 1}, kind="activity")
    assert words(cancelled) == [(What.CHANGED, "Cancelled: no → yes")]


def test_what_is_new_or_gone_is_described():
    said = "Minor, Road closure, Submitted, 3 Dec – 5 Dec"
    assert words(change(1, What.NEW, {}, NEW_WORKS)) == [(What.NEW, said)]
    assert words(change(1, What.GONE, NEW_WORKS, {})) == [(What.GONE, said)]


def test_several_changes_of_a_record_are_told_from_the_first_to_the_last():
    first = redated(1, "2026-12-03", "2026-12-10")
    second = redated(3, "2026-12-10", "2026-12-17")
    assert words(second, status(2, "submitted", "granted"), first) == [
        (What.REDATED, "Start 3 Dec → 17 Dec"),
        (What.CHANGED, "Permit status: Submitted → Granted"),
    ]
    (dates, _status) = by_record([first, second, status(2, "submitted", "granted")], {})
    assert (dates.noticed, dates.changes) == (second.noticed, (first, second))


def test_what_was_changed_back_is_told_and_not_hidden():
    back = [status(1, "submitted", "granted"), status(2, "granted", "submitted")]
    assert words(*back) == [(What.CHANGED, "changed, and changed back")]


def test_what_was_seen_is_told_apart_from_what_was_not():
    seen = redated(1, "2026-12-03", "2026-12-10", seen=True)
    later = redated(2, "2026-12-10", "2026-12-17")
    assert [(one.seen, told(one, TODAY)) for one in by_record([later, seen], {})] == [
        (False, "Start 10 Dec → 17 Dec"),
        (True, "Start 3 Dec → 10 Dec"),
    ]


def test_what_is_gone_is_only_gone_and_what_is_new_is_as_it_is_now():
    gone = change(9, What.GONE, {**NEW_WORKS, "status": "refused"}, {})
    assert words(moved(1, 25.0), status(2, "submitted", "refused"), gone) == [
        (What.GONE, "Minor, Road closure, Refused, 3 Dec – 5 Dec")
    ]
    new = change(1, What.NEW, {}, NEW_WORKS)
    assert words(new, status(2, "submitted", "granted"), moved(3, 25.0)) == [
        (What.NEW, "Minor, Road closure, Granted, 3 Dec – 5 Dec")
    ]
    assert [what for what, _said in words(gone, change(10, What.NEW, {}, NEW_WORKS))] == [What.NEW]


def test_records_without_a_reference_are_told_apart_by_their_place():
    limits = [
        change(n, What.NEW, {}, {"name": "HS2 act limits"}, "", "hs2", (400_000.0 + n, 300_000.0))
        for n in (1, 2)
    ]
    assert words(*limits) == [(What.NEW, "HS2 act limits")] * 2


def test_promoter_and_works_come_from_what_is_known_or_was_told():
    there = Row("works", "W1-01", 1, "W1-01", "W1", "Gas", "", "", "", "", None, None, *HERE,
                Box(*HERE, *HERE), False)  # fmt: skip
    (one,) = by_record([status(1, "a", "b")], {("works", "W1-01"): there})
    assert (one.promoter, one.work_reference) == ("Gas", "W1")
    changes = [status(1, "a", "b", seen=True), change(2, What.GONE, NEW_WORKS, {})]
    assert {one.promoter for one in by_record(changes, {})} == {"Anytown Water"}
    (unknown,) = by_record([status(1, "a", "b")], {})
    assert (unknown.promoter, unknown.work_reference) == ("", "")


def test_what_moved_out_of_view_is_still_of_this_view():
    view = Box(399_990.0, 299_990.0, 400_010.0, 300_010.0)
    (away,) = by_record([moved(1, 500.0)], {})
    assert away.touches(view)
    (elsewhere,) = by_record([status(1, "a", "b", place=(500_000.0, 300_000.0))], {})
    assert not elsewhere.touches(view)


def test_nothing_new_is_never_more_than_is_known():
    at = [NOON + timedelta(days=days) for days in (0, -1)]
    assert "Nothing is loaded here" in nothing_new(None, None, TODAY)
    clock = at[0].astimezone().strftime("%H:%M")
    assert nothing_new(None, at[0], TODAY) == (
        f"No change has been noticed here. Last loaded at {clock}."
    )
    assert nothing_new(at[0], at[0], TODAY) == f"Nothing has changed since {clock}."
    earlier = nothing_new(at[1], at[0], TODAY)
    assert earlier.startswith("Nothing has changed since 30/11/2026 ")
    assert earlier.endswith(f"Last loaded at {clock}.")


def test_what_was_not_seen_is_counted():
    told_of = by_record([status(1, "a", "b", seen=True), redated(2, "2026-12-03", None)], {})
    assert counted_unseen(told_of) == "1 of 2 not seen yet."
    assert [what_title(what) for what in What] == ["New", "Moved", "Re-dated", "Changed", "Gone"]
