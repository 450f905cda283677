"""What is said of a view is never more than what is known of it."""

import re
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from street_works.plugin.live.standing import Standing, moment, standing
from street_works.plugin.live.store.store import Store
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import TIMELESS, Days
from street_works.plugin.trade.kinds import ACTIVITY, HS2, KINDS, WORKS
from street_works.plugin.trade.records.on_map import Unread
from street_works.tests.made import map_records
from street_works.tests.made.map_records import point
from street_works.tests.rounds import rounds

FIRST = date(2026, 3, 2)
VIEW = Box(400_000.0, 300_000.0, 401_000.0, 301_000.0)
WEEK = Days(FIRST, FIRST + timedelta(days=6))
NINE = datetime(2026, 3, 2, 9, 0, tzinfo=timezone.utc)
TEN = NINE + timedelta(hours=1)
ODD = Unread(reference="W9-01", reason="Its date cannot be read.")


def works(number, easting=400_100.0, northing=300_100.0, start=FIRST, category="minor"):
    return map_records.works(number, point(easting, northing), start, start, category=category)


@pytest.fixture
def store(tmp_path):
    one = Store(tmp_path / "live.gpkx")
    yield one
    one.close()


def of(store, kind=WORKS, view=VIEW, days=WEEK, filters=None):
    found = standing(store, view, days, filters or {})
    assert [one.kind for one in found] == list(KINDS)
    return next(one for one in found if one.kind == kind)


def said(one, today=FIRST):
    return one.statement(today)


def test_of_what_was_never_loaded_nothing_is_claimed(store):
    assert [said(one) for one in standing(store, VIEW, WEEK, {})] == [
        "Works: not loaded here",
        "Activities: not loaded here",
        "Forward plans: not loaded here",
        "HS2 act limits: not loaded here",
    ]


def test_a_view_that_was_fetched_whole_is_complete_as_of_then(store):
    store.keep(WORKS, VIEW, WEEK, NINE, [works(1), works(2)])
    one = of(store)
    assert (one.held, one.shown, one.missing, one.as_of, one.over) == (2, 2, 0.0, NINE, 0)
    assert said(one) == f"2 works in view, complete, as of {NINE.astimezone():%H:%M}"
    tomorrow = FIRST + timedelta(days=1)
    assert said(one, tomorrow).endswith(f"as of {NINE.astimezone():%d/%m/%Y %H:%M}")


def test_nothing_there_is_complete_as_well(store):
    store.keep(ACTIVITY, VIEW, WEEK, NINE, [])
    assert said(of(store, ACTIVITY)).startswith("0 activities in view, complete")


def test_limits_of_the_act_have_no_days(store):
    store.keep(HS2, VIEW, TIMELESS, NINE, [])
    one = of(store, HS2, days=Days(date(2030, 1, 1), date(2030, 1, 2)))
    assert one.complete


@pytest.mark.parametrize(
    ("view", "days"),
    [
        (Box(400_000.0, 300_000.0, 401_000.5, 301_000.0), WEEK),
        (Box(399_999.99, 300_000.0, 401_000.0, 301_000.0), WEEK),
        (VIEW, Days(FIRST, FIRST + timedelta(days=7))),
        (Box(380_000.0, 290_000.0, 430_000.0, 301_000.0), Days(FIRST, FIRST)),
    ],
)
def test_the_narrowest_strip_or_a_day_that_is_missing_is_told(store, view, days):
    store.keep(WORKS, VIEW, WEEK, NINE, [works(1)])
    one = of(store, view=view, days=days)
    assert not one.complete
    assert "not complete" in said(one)
    assert re.search(r"; \d+ % of the view is not loaded$", said(one))
    assert "0 % of the view" not in said(one).replace("00 %", "").replace("10 %", "")


def test_the_oldest_part_says_as_of_when(store):
    west, east = VIEW.cut(0, 400_500.0)
    store.keep(WORKS, west, WEEK, NINE, [])
    store.keep(WORKS, east, WEEK, TEN, [])
    assert of(store).as_of == NINE
    middle = Box(399_900.0, 299_000.0, 400_900.0, 302_000.0)
    store.keep(WORKS, middle, WEEK, TEN, [])
    assert of(store).as_of == TEN, "what was fetched again since counts no longer"
    assert of(store).complete


def test_an_area_that_holds_too_much_is_told_until_it_was_fetched(store):
    corner = Box(400_000.0, 300_000.0, 400_100.0, 300_100.0)
    for number in range(7):
        day = FIRST + timedelta(days=number)
        store.note_overflow(WORKS, corner, Days(day, day), NINE)
    one = of(store)
    assert one.over == 1
    assert said(one).startswith("0 works in view, not complete; 1 area holds more than")
    store.keep(WORKS, VIEW, WEEK, TEN, [])
    assert of(store).complete
    store.note_overflow(WORKS, corner, WEEK, TEN + timedelta(hours=1))
    assert not of(store).complete
    assert "1 area holds more than Street Manager gives at once" in said(of(store))
    assert of(store, view=VIEW.cut(0, 400_500.0)[1]).complete
    west, east = corner.cut(0, 400_050.0)
    for half in (west, east):
        store.keep(WORKS, half, WEEK, TEN + timedelta(hours=2), [])
    assert of(store).complete, "in two parts it was fetched whole"


def test_a_record_that_cannot_be_shown_is_told_also_in_the_next_session(store, tmp_path):
    store.keep(WORKS, VIEW, WEEK, NINE, [works(1)], [ODD])
    store.close()
    again = Store(tmp_path / "live.gpkx")
    one = of(again)
    assert one.unreadable == (Unread("W9-01", "Its date cannot be read."),)
    assert said(one).startswith("1 works in view, not complete, as of")
    assert said(one).endswith("; 1 record cannot be shown")
    beside = Box(401_000.0, 300_000.0, 402_000.0, 301_000.0)
    nameless = Unread(reference="", reason="odd")
    again.keep(WORKS, beside, WEEK, NINE, [], [ODD, nameless, nameless])
    wide = Box(400_000.0, 300_000.0, 402_000.0, 301_000.0)
    assert said(of(again, view=wide)).endswith("; 3 records cannot be shown")
    again.keep(WORKS, VIEW, WEEK, TEN, [works(1), works(9)])
    assert of(again).complete
    again.close()


def test_a_filter_says_how_many_it_lets_through(store):
    store.keep(WORKS, VIEW, WEEK, NINE, [works(1), works(2, category="major")])
    one = of(store, filters={WORKS: "category = 'major'"})
    assert (one.held, one.shown) == (2, 1)
    assert said(one).startswith("1 of 2 works in view, complete")


def test_more_areas_than_one():
    one = Standing(WORKS, 0, 0, 0.25, NINE, 3)
    assert said(one).endswith(
        "; 3 areas hold more than Street Manager gives at once; 25 % of the view is not loaded"
    )


def test_a_moment_has_its_day_unless_it_is_today():
    here = NINE.astimezone()
    assert moment(NINE, here.date()) == f"{here:%H:%M}"
    assert moment(NINE, here.date() + timedelta(days=1)) == f"{here:%d/%m/%Y %H:%M}"


CELLS = 6


def sides(draw_from):
    return st.tuples(draw_from, draw_from).map(sorted).filter(lambda two: two[0] < two[1])


BOXES = st.tuples(sides(st.integers(0, CELLS)), sides(st.integers(0, CELLS)))
SPANS = st.tuples(st.integers(0, 3), st.integers(0, 3)).map(sorted)
ANSWERS = st.lists(
    st.tuples(BOXES, SPANS, st.sampled_from(["whole", "odd", "over"]), st.integers(0, 3)),
    max_size=9,
)


def cells(box, span):
    (west, east), (south, north) = box
    return {
        (x, y, day)
        for x in range(west, east)
        for y in range(south, north)
        for day in range(span[0], span[1] + 1)
    }


def real(box, span):
    (west, east), (south, north) = box
    days = Days(FIRST + timedelta(days=span[0]), FIRST + timedelta(days=span[1]))
    return Box(*(400_000.0 + 100 * side for side in (west, south, east, north))), days


@settings(max_examples=rounds(50, full=150))
@given(ANSWERS, BOXES, SPANS)
def test_it_is_complete_just_where_every_bit_of_ground_is(tmp_path_factory, answers, box, span):
    store = Store(tmp_path_factory.mktemp("live") / "live.gpkx")
    known, over, odd = {}, set(), {}
    for number, (place, when, how, minutes) in enumerate(answers):
        as_of = NINE + timedelta(hours=number, minutes=minutes)
        here = cells(place, when)
        if how == "over":
            store.note_overflow(WORKS, *real(place, when), as_of)
            over |= here
            continue
        refused = [Unread(reference=f"W{number}", reason="odd")] if how == "odd" else []
        store.keep(WORKS, *real(place, when), as_of, [], refused)
        over -= here
        for cell in here:
            known[cell] = as_of
            odd[cell] = number if refused else None
    wanted = cells(box, span)
    one = of(store, view=real(box, span)[0], days=real(box, span)[1])
    store.close()
    there = [known[cell] for cell in wanted if cell in known]
    assert one.as_of == (min(there) if there else None)
    assert one.missing == pytest.approx(1 - len(there) / len(wanted))
    assert (one.missing == 0) == (len(there) == len(wanted))
    assert bool(one.over) == bool(over & wanted)
    told = {odd[cell] for cell in wanted if odd.get(cell) is not None}
    assert {unreadable.reference for unreadable in one.unreadable} == {f"W{n}" for n in told}
    claims = ", complete" in said(one)
    assert claims == (len(there) == len(wanted) and not over & wanted and not told)
