"""The plan of boxes: it ends, covers all, asks nothing twice, and says what it could not do."""

import threading
from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry
from street_works.plugin.api.errors import NoNetwork, ServerFailed, TooManyFeatures
from street_works.plugin.live.plan.density import Density
from street_works.plugin.live.plan.ground import Piece
from street_works.plugin.live.plan.plan import Ask, Plan
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import TIMELESS, Days
from street_works.tests.made.live_register import LiveRegister
from street_works.tests.rounds import rounds

TOWN = Box(400000.0, 300000.0, 404000.0, 303000.0)
FIRST = date(2026, 3, 2)
FORTNIGHT = Days(FIRST, FIRST + timedelta(days=13))


@dataclass(frozen=True)
class Record:
    geometry: BaseGeometry
    start: date = FIRST
    end: date = FIRST + timedelta(days=13)


def points(places):
    return [Record(shapely.Point(TOWN[0] + east, TOWN[1] + north)) for east, north in places]


def answer(plan, register, ask, came):
    try:
        found = register(*ask)
    except TooManyFeatures:
        plan.overflowed(ask)
    else:
        came.update(found.tolist())
        plan.came(ask, register.bounds[found])


def work_off(plan, register, came=None):
    """Ask for all the plan wants and return how often each record came."""
    came = Counter() if came is None else came
    while (ask := plan.next(wait_s=10)) is not None:
        answer(plan, register, ask, came)
    return came


def assert_covers(pieces, asks):
    """Together the asks are the pieces, and no ground is asked for twice for the same days."""

    def by_day(those):
        boxes = defaultdict(list)
        for box, days in those:
            for number in range(days.length):
                boxes[days.start + timedelta(days=number)].append(shapely.box(*box))
        return boxes

    wanted, got = by_day(pieces), by_day(asks)
    assert set(wanted) == set(got)
    for day, boxes in got.items():
        whole = shapely.union_all(wanted[day])
        joined = shapely.union_all(boxes)
        assert joined.symmetric_difference(whole).area < 1
        assert sum(box.area for box in boxes) == pytest.approx(whole.area)


def answered(register):
    return [ask for ask in register.asked if len(register.held(*ask)) <= register.limit]


def assert_sound(plan, pieces, register, came):
    assert plan.finished
    assert plan.progress == pytest.approx(1)
    assert plan.unasked == []
    assert len(set(register.asked)) == len(register.asked) == plan.calls
    assert_covers(pieces, [*answered(register), *plan.incomplete])
    wanted = {int(one) for piece in pieces for one in register.held(*piece)}
    lost = {int(one) for ask in plan.incomplete for one in register.held(*ask)}
    assert set(came) <= wanted
    assert wanted - lost <= set(came)


offset = st.tuples(
    st.integers(0, 4000).map(float), st.integers(0, 3000).map(float), st.integers(0, 300)
)
spans = st.tuples(st.integers(0, 13), st.integers(0, 13)).map(sorted)


@st.composite
def registers(draw):
    records = []
    for east, north, count in draw(st.lists(offset, max_size=5)):
        spread = draw(st.sampled_from([0.0, 5.0, 80.0, 1000.0]))
        size = draw(st.sampled_from([0.0, 10.0, 400.0, 5000.0]))
        rng = np.random.default_rng(count)
        for _ in range(count):
            place = np.array([TOWN[0] + east, TOWN[1] + north]) + rng.normal(0, spread, 2)
            shape = shapely.Point(place)
            if size:
                shape = shapely.LineString([place, place + rng.normal(0, size, 2)])
            first, last = sorted(rng.integers(0, 14, 2).tolist())
            records.append(
                Record(shape, FIRST + timedelta(days=first), FIRST + timedelta(days=last))
            )
    return LiveRegister(records, limit=draw(st.sampled_from([100, 20])))


views = st.tuples(
    st.integers(-1000, 4500), st.integers(-1000, 4500), st.integers(0, 3000), st.integers(0, 3000)
).map(lambda v: Box(TOWN[0] + v[0], TOWN[1] + v[1], TOWN[0] + v[0] + v[2], TOWN[1] + v[1] + v[3]))


@settings(max_examples=rounds(10, full=100))
@given(registers(), views, st.sampled_from([FORTNIGHT, Days(FIRST, FIRST), TIMELESS]))
def test_whatever_the_register_holds(register, view, days):
    if days == TIMELESS:
        register.starts[:] = register.ends[:] = date.min.toordinal()
    pieces = [Piece(TOWN, days)]
    plan = Plan(pieces, view, most_calls=100_000)
    assert_sound(plan, pieces, register, work_off(plan, register))


@settings(max_examples=rounds(6, full=60))
@given(registers(), registers(), views)
def test_whatever_was_known_before(register, before, view):
    """What is known may be of half the town, and wrong."""
    west, east = TOWN.cut(0, TOWN.centre[0])
    known = Density(before.bounds, [west])
    pieces = [Piece(west, FORTNIGHT), Piece(east, Days(FIRST, FIRST))]
    plan = Plan(pieces, view, lambda days: known, most_calls=100_000)
    assert_sound(plan, pieces, register, work_off(plan, register))


@pytest.mark.parametrize(
    "places",
    [
        [],
        [(1000.0, 1000.0)] * 10_000,
        [(step * 0.4, 1500.0) for step in range(10_000)],
        [(2000.0, 1500.0)] * 100,
    ],
    ids=["nothing", "one spot", "one line", "just enough"],
)
def test_odd_distributions(places):
    register = LiveRegister(points(places))
    pieces = [Piece(TOWN, FORTNIGHT)]
    plan = Plan(pieces, TOWN, most_calls=10_000)
    assert_sound(plan, pieces, register, work_off(plan, register))
    if len(places) <= 100:
        assert plan.calls == 1


def test_one_spot_that_overflows_is_named_by_day():
    register = LiveRegister(points([(1010.0, 1010.0)] * 150))
    plan = Plan([Piece(TOWN, FORTNIGHT)], TOWN)
    assert not work_off(plan, register)
    assert len(plan.incomplete) == 14
    assert {ask.days.length for ask in plan.incomplete} == {1}
    assert len({ask.box for ask in plan.incomplete}) <= 2
    for ask in plan.incomplete:
        assert max(ask.box.width, ask.box.height) < 125


def test_fewer_days_at_the_smallest_box_tell_what_all_days_would_not():
    busy = [
        Record(shapely.Point(401010, 301010), day, day)
        for day in (FIRST + timedelta(days=n) for n in range(14))
        for _ in range(30)
    ]
    register = LiveRegister(busy)
    plan = Plan([Piece(TOWN, FORTNIGHT)], TOWN)
    came = work_off(plan, register)
    assert set(came) == set(range(len(busy)))
    assert plan.incomplete == []


def test_features_bigger_than_all_boxes_come_again_and_do_no_harm():
    big = [Record(shapely.box(*TOWN.grown(5000))) for _ in range(60)]
    small = points([(20.0 * n, 10.0 * n) for n in range(150)])
    register = LiveRegister([*big, *small])
    pieces = [Piece(TOWN, TIMELESS)]
    register.starts[:] = register.ends[:] = date.min.toordinal()
    plan = Plan(pieces, TOWN)
    assert_sound(plan, pieces, register, work_off(plan, register))
    assert plan.incomplete == []


def scattered(count=3000, seed=3):
    rng = np.random.default_rng(seed)
    return LiveRegister(points(rng.normal([2000, 1500], [900, 700], (count, 2)).tolist()))


def test_four_workers_bring_the_same():
    register = scattered()
    pieces = [Piece(TOWN, FORTNIGHT)]
    alone = work_off(Plan(pieces, TOWN), register)
    register.asked.clear()
    plan = Plan(pieces, TOWN)
    each = [Counter() for _ in range(4)]
    workers = [threading.Thread(target=work_off, args=(plan, register, came)) for came in each]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
    together = set().union(*each)
    assert together == set(alone)
    assert_sound(plan, pieces, register, together)


def test_the_same_answers_give_the_same_asks():
    asked = []
    for _ in range(2):
        register = scattered()
        work_off(Plan([Piece(TOWN, FORTNIGHT)], TOWN), register)
        asked.append(register.asked)
    assert asked[0] == asked[1]


def test_the_view_comes_before_what_lies_around_it():
    view = Box(402500.0, 301500.0, 403500.0, 302500.0)
    register = scattered()
    work_off(Plan([Piece(TOWN, FORTNIGHT)], view), register)
    inside = [box.overlap(view) is not None for box, _ in register.asked]
    assert all(view.contains(box) for (box, _), in_view in zip(register.asked, inside) if in_view)
    assert inside == sorted(inside, reverse=True)


def test_the_middle_comes_first():
    register = scattered()
    known = register.bounds
    work_off(Plan([Piece(TOWN, FORTNIGHT)], TOWN, lambda days: Density(known, [TOWN])), register)
    distances = [box.distance(TOWN.centre) for box, _ in register.asked]
    assert distances[0] == 0
    assert np.mean(distances[:5]) < np.mean(distances[-5:])


def test_known_features_give_hardly_more_boxes_than_needed():
    register = scattered()
    plan = Plan([Piece(TOWN, FORTNIGHT)], TOWN, lambda days: Density(register.bounds, [TOWN]))
    work_off(plan, register)
    assert register.refusals == 0
    assert plan.calls <= 1.2 * 3000 / 100


def test_stopping_is_at_once_and_says_what_is_left():
    pieces = [Piece(TOWN, FORTNIGHT)]
    plan = Plan(pieces, TOWN)
    plan.overflowed(plan.next())
    ask = plan.next()
    plan.stop()
    assert plan.finished
    assert plan.next(wait_s=5) is None
    assert ask in plan.unasked
    assert_covers(pieces, plan.unasked)
    plan.came(ask, np.empty((0, 4)))
    assert ask not in plan.unasked


def test_stopping_wakes_a_worker_that_waits():
    plan = Plan([Piece(TOWN, FORTNIGHT)], TOWN)
    plan.next()
    got = []
    worker = threading.Thread(target=lambda: got.append(plan.next(wait_s=60)))
    worker.start()
    plan.stop()
    worker.join(5)
    assert got == [None]


def test_nothing_to_ask_for_now_is_not_the_end():
    plan = Plan([Piece(TOWN, FORTNIGHT)], TOWN)
    ask = plan.next()
    assert plan.next() is None
    assert not plan.finished
    plan.came(ask, np.empty((0, 4)))
    assert plan.finished


def test_the_number_of_calls_is_bounded():
    plan = Plan([Piece(TOWN, FORTNIGHT)], TOWN, most_calls=5)
    work_off(plan, scattered())
    assert plan.calls == 5
    assert plan.unasked


def test_errors_that_would_repeat_stop_it():
    plan = Plan([Piece(TOWN, FORTNIGHT)], TOWN)
    plan.overflowed(plan.next())
    error = NoNetwork("Off.")
    ask = plan.next()
    plan.failed(ask, error)
    assert plan.finished
    assert plan.failures == [(ask, error)]


def test_one_error_is_listed_and_the_rest_goes_on():
    register = scattered()
    plan = Plan([Piece(TOWN, Days(FIRST, FIRST))], TOWN)
    plan.overflowed(plan.next())
    failed = plan.next()
    plan.failed(failed, ServerFailed("Down.", status=500))
    work_off(plan, register)
    assert_covers([Piece(TOWN, Days(FIRST, FIRST))], [*answered(register), failed])


def test_three_errors_in_a_row_stop_it():
    pieces = [
        Piece(box, FORTNIGHT) for box in TOWN.cut(0, 401000.0) + TOWN.grown(0).cut(0, 401000.0)
    ]
    plan = Plan(
        [pieces[0], *(Piece(Box(n, 0, n + 1, 1), FORTNIGHT) for n in range(0, 10, 2))], TOWN
    )
    while (ask := plan.next()) is not None:
        plan.failed(ask, ServerFailed("Down.", status=500))
    assert len(plan.failures) == 3
    assert len(plan.unasked) == 3


def test_an_answer_nobody_asked_for_is_a_mistake():
    plan = Plan([Piece(TOWN, FORTNIGHT)], TOWN)
    with pytest.raises(KeyError):
        plan.came(Ask(TOWN, FORTNIGHT), np.empty((0, 4)))


def test_nothing_missing_is_finished_at_once():
    plan = Plan([], TOWN)
    assert plan.finished
    assert plan.next() is None
    assert plan.progress == 1
