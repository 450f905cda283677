"""A go at a view: all that the register has ends in the store, whatever goes wrong on the way."""

import threading
import time
from datetime import date, datetime, timedelta, timezone

import numpy as np
import pytest
from street_works.plugin.api.errors import (
    Cancelled,
    NoNetwork,
    NotSignedIn,
    RateLimited,
    ServerFailed,
    TimedOut,
    TooManyFeatures,
)
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.live.gathering import Gathering
from street_works.plugin.live.store.store import Store
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import TIMELESS, Days
from street_works.plugin.trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, KINDS, WORKS
from street_works.plugin.trade.records.on_map import Geometry, MapAnswer, MapRecord, Unread

VIEW = Box(400_000.0, 300_000.0, 404_000.0, 303_000.0)
EVERYWHERE = Box(0.0, 0.0, 700_000.0, 1_300_000.0)
FORTNIGHT = Days(date(2026, 3, 2), date(2026, 3, 15))
NOON = datetime(2026, 3, 2, 12, 0, tzinfo=timezone.utc)
LIMIT = 100


def record(kind, number, easting, northing, first=FORTNIGHT.start, last=FORTNIGHT.end):
    """Return a record on the map; HS2 act limits have no reference and no days."""
    corners = [[easting, northing], [easting + 9, northing], [easting + 9, northing + 9]]
    shape = Geometry("Polygon", [[*corners, corners[0]]])
    if kind == HS2:
        return MapRecord(kind, shape)
    reference = f"{kind}-{number}"
    return MapRecord(kind, shape, reference, first_day=first, last_day=last)


class Register:
    """Answers as the map API does; `spoil(kind, box, days)` may raise or wait first."""

    def __init__(self, records):
        self.records = {kind: list(some) for kind, some in records.items()}
        self.asked = []
        self.unread = {}
        self.spoil = lambda kind, box, days: None
        self._lock = threading.Lock()

    def answer(self, kind, box, days):
        with self._lock:
            self.asked.append((kind, box, days))
        self.spoil(kind, box, days)
        found = self.held(kind, box, days)
        if len(found) > LIMIT:
            raise TooManyFeatures("Too many.", status=403)
        return MapAnswer(found, self.unread.get(kind, ()))

    def held(self, kind, box, days):
        return [one for one in self.records.get(kind, ()) if meets(kind, one, box, days)]


def meets(kind, one, box, days):
    west, south = one.geometry.coordinates[0][0]
    if west > box.max_easting or west + 9 < box.min_easting:
        return False
    if south > box.max_northing or south + 9 < box.min_northing:
        return False
    if kind == HS2:
        assert days == TIMELESS
        return True
    return one.first_day <= days.end and one.last_day >= days.start


def town(count=600, seed=1):
    """Return records of all kinds, half of the works close together, with all sorts of days."""
    chance = np.random.default_rng(seed)
    records = {}
    for kind in KINDS:
        some = []
        for number in range(count if kind == WORKS else count // 10):
            spread = (4_000, 3_000) if number % 2 else (400, 300)
            place = chance.uniform((0, 0), spread)
            first = FORTNIGHT.start + timedelta(days=int(chance.integers(-5, 12)))
            last = first + timedelta(days=int(chance.integers(5, 9)))
            some.append(record(kind, number, *(VIEW[:2] + np.round(place, 1)), first, last))
        records[kind] = some
    return records


@pytest.fixture
def store(tmp_path):
    one = Store(tmp_path / "live.gpkx")
    yield one
    one.close()


@pytest.fixture
def register():
    return Register(town())


def gather(store, register, *, kinds=KINDS, threads=1, view=VIEW, **options):
    """Work a gathering off with several threads; return it, and what each thread raised."""
    gathering = Gathering(store, register.answer, view, FORTNIGHT, kinds=kinds, **options)
    return gathering, run(gathering, threads)


def run(gathering, threads=1, arrived=lambda kind, kept: None):
    raised = []

    def work():
        try:
            gathering.work(lambda: False, arrived)
        except Exception as error:
            raised.append(error)

    workers = [threading.Thread(target=work) for _ in range(threads)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
        assert not worker.is_alive()
    return raised


def kept(store, kind, view=VIEW):
    return store.counts(kind, view, TIMELESS if kind == HS2 else FORTNIGHT)


def assert_all_is_there(store, register, view=VIEW):
    for kind in KINDS:
        days = TIMELESS if kind == HS2 else FORTNIGHT
        held = register.held(kind, view, days)
        assert kept(store, kind, view) == len(held) > 0
        if kind != HS2:
            rows = store.known(kind, [one.reference for one in held])
            assert len(rows) == len(held)


def assert_nothing_asked_twice(asked):
    """What was answered does not overlap: 403s apart, which are asked again in parts."""
    for number, (kind, box, days) in enumerate(asked):
        for other_kind, other, other_days in asked[:number]:
            assert not (kind == other_kind and box.overlap(other) and days.overlap(other_days)), (
                kind,
                box,
                other,
            )


@pytest.mark.parametrize("threads", [1, 4])
def test_all_that_the_register_has_is_kept_and_nothing_is_asked_twice(store, register, threads):
    answered = []
    answer = register.answer

    def noting(kind, box, days):
        time.sleep(0.001)
        found = answer(kind, box, days)
        answered.append((kind, box, days))
        return found

    register.answer = noting
    gathering, raised = gather(store, register, threads=threads)
    assert raised == []
    assert gathering.error is None
    assert gathering.progress == 1.0
    assert gathering.calls == len(register.asked) > len(answered) > 10
    assert_all_is_there(store, register)
    assert_nothing_asked_twice(answered)
    again, _raised = gather(store, register, threads=threads)
    assert again.calls == 0


def test_works_come_first_and_what_came_is_told(store, register):
    told = []
    gathering = Gathering(store, register.answer, VIEW, FORTNIGHT)
    run(gathering, arrived=lambda kind, kept: told.append((kind, kept.added)))
    kinds = [kind for kind, _added in told]
    assert kinds == sorted(kinds, key=KINDS.index)
    assert sum(added for kind, added in told if kind == WORKS) == kept(store, WORKS)


def test_limits_of_the_act_are_asked_for_without_days_and_once(store, register):
    gather(store, register, kinds=[HS2])
    assert {days for _kind, _box, days in register.asked} == {TIMELESS}
    later = Gathering(
        store, register.answer, VIEW, Days(date(2027, 1, 1), date(2027, 1, 9)), kinds=(HS2,)
    )
    run(later)
    assert later.calls == 0


def test_ground_fetched_before_a_moment_is_fetched_again_and_changes_are_found(store, register):
    gather(store, register, now=lambda: NOON)
    calls = len(register.asked)
    gone = register.records[ACTIVITY].pop()
    register.records[WORKS].append(record(WORKS, "new", 402_000.0, 301_000.0))
    same, _ = gather(store, register, since=NOON, now=lambda: NOON + timedelta(hours=1))
    assert same.calls == 0
    later, _ = gather(
        store, register, since=NOON + timedelta(minutes=1), now=lambda: NOON + timedelta(hours=2)
    )
    assert 0 < later.calls <= calls, "what is known of the ground saves the boxes that overflow"
    assert_all_is_there(store, register)
    assert store.known(ACTIVITY, [gone.reference]) == {}
    assert sorted(one.difference.what.value for one in store.changes_since()) == ["gone", "new"]


def test_an_area_that_holds_too_much_is_noted_and_not_asked_for_again_at_once(store):
    crowd = [record(WORKS, n, 400_100.0, 300_100.0) for n in range(LIMIT + 50)]
    register = Register({WORKS: crowd})
    gathering, raised = gather(store, register, kinds=[WORKS], now=lambda: NOON)
    assert (raised, gathering.error) == ([], None)
    over = [one for one in store.boxes(WORKS) if not one.complete]
    assert over
    assert all(one.days.length == 1 for one in over)
    assert kept(store, WORKS) == 0
    again, _ = gather(store, register, kinds=[WORKS], since=NOON)
    assert again.calls == 0
    register.records[WORKS] = crowd[:20]
    gather(store, register, kinds=[WORKS], since=NOON + timedelta(minutes=1))
    assert kept(store, WORKS) == 20
    assert all(one.complete for one in store.boxes(WORKS))


def test_some_boxes_that_fail_are_told_and_the_others_kept(store, register):
    failed = []

    def spoil(kind, box, days):
        if kind == WORKS and not failed and len(register.asked) > 4:
            failed.append(box)
            raise ServerFailed("500", status=500)

    register.spoil = spoil
    gathering, raised = gather(store, register)
    assert raised == []
    assert isinstance(gathering.error, ServerFailed)
    register.spoil = lambda kind, box, days: None
    before = len(register.asked)
    again, _ = gather(store, register)
    assert again.error is None
    assert_all_is_there(store, register)
    assert all(box.overlap(failed[0]) for _kind, box, _days in register.asked[before:])


@pytest.mark.parametrize("threads", [1, 3])
def test_when_nothing_but_errors_came_the_first_is_raised_once(store, register, threads):
    errors = []

    def spoil(kind, box, days):
        errors.append(TimedOut(f"slow {len(errors)}"))
        raise errors[-1]

    register.spoil = spoil
    gathering, raised = gather(store, register, threads=threads)
    assert raised == [gathering.error]
    assert gathering.error in errors[:threads]
    assert {kind for kind, _box, _days in register.asked} == set(KINDS)


@pytest.mark.parametrize("error", [NoNetwork, NotSignedIn, RateLimited])
def test_no_other_kind_is_asked_for_when_the_error_is_everybodys(store, register, error):
    def spoil(kind, box, days):
        raise error("no")

    register.spoil = spoil
    _gathering, raised = gather(store, register)
    assert [type(one) for one in raised] == [error]
    assert len(register.asked) == 1


def test_one_kind_that_fails_does_not_raise(store, register):
    def spoil(kind, box, days):
        if kind == ACTIVITY:
            raise ServerFailed("500", status=500)

    register.spoil = spoil
    gathering, raised = gather(store, register, threads=2)
    assert raised == []
    assert isinstance(gathering.error, ServerFailed)
    assert kept(store, WORKS) == len(register.held(WORKS, VIEW, FORTNIGHT))
    assert kept(store, ACTIVITY) == 0


@pytest.mark.parametrize("how", ["stop", "cancelled", "raised"])
def test_what_came_before_it_was_stopped_is_kept(store, register, how):
    stopped = threading.Event()

    def spoil(kind, box, days):
        if len(register.asked) > 8:
            stopped.set()
            if how == "stop":
                gathering.stop()
            if how == "raised":
                raise Cancelled

    register.spoil = spoil
    gathering = Gathering(store, register.answer, VIEW, FORTNIGHT)
    gathering.work(lambda: how == "cancelled" and stopped.is_set(), lambda kind, kept: None)
    assert 9 <= len(register.asked) <= 10
    assert 0 < kept(store, WORKS) < len(register.held(WORKS, VIEW, FORTNIGHT))
    register.spoil = lambda kind, box, days: None
    gather(store, register)
    assert_all_is_there(store, register)


def test_one_that_is_stopped_before_it_began_asks_nothing(store, register):
    gathering = Gathering(store, register.answer, VIEW, FORTNIGHT)
    gathering.stop()
    assert run(gathering, 2) == []
    assert register.asked == []


def test_a_slow_answer_of_a_view_left_behind_takes_nothing_back(store, register):
    """It was asked before, and comes after, the newer one; meanwhile the register has changed."""
    asked, answer = threading.Event(), threading.Event()
    slow = register.answer

    def late(kind, box, days):
        found = slow(kind, box, days)
        asked.set()
        assert answer.wait(20)
        return found

    left = Box(400_800.0, 300_000.0, 404_000.0, 303_000.0)
    first = Gathering(store, late, left, FORTNIGHT, kinds=(ACTIVITY,))
    worker = threading.Thread(target=run, args=(first,))
    worker.start()
    assert asked.wait(20)
    gone = register.held(ACTIVITY, left, FORTNIGHT)[0]
    register.records[ACTIVITY].remove(gone)
    register.records[ACTIVITY].append(record(ACTIVITY, "new", 402_000.0, 301_000.0))
    gather(store, register)
    answer.set()
    worker.join(20)
    assert_all_is_there(store, register)
    assert set(store.known(ACTIVITY, ["activity-new"])) == {"activity-new"}
    assert store.known(ACTIVITY, [gone.reference]) == {}


def test_a_store_that_cannot_be_written_is_told_by_each_thread_that_meets_it(store, register):
    register.spoil = lambda kind, box, days: store.close()
    gathering, raised = gather(store, register, threads=2)
    assert raised
    assert all(isinstance(one, StreetWorksError) for one in raised)
    assert gathering.error is None
    assert len(register.asked) <= 5


def test_something_wrong_inside_ends_all_threads(store, register):
    def spoil(kind, box, days):
        raise ZeroDivisionError

    register.spoil = spoil
    _gathering, raised = gather(store, register, threads=3)
    assert {type(one) for one in raised} == {ZeroDivisionError}
    assert len(register.asked) <= 3


def test_what_cannot_be_read_is_kept_with_its_box(store, register):
    register.unread = {FORWARD_PLAN: (Unread("F9", "No dates."),)}
    gather(store, register)
    told = {one for box in store.boxes(FORWARD_PLAN) for one in box.unreadable}
    assert told == {("F9", "No dates.")}


def test_five_thousand_boxes_elsewhere_cost_nothing(store, register):
    with store._database.changing() as connection:
        connection.executemany(
            "INSERT INTO boxes (kind, min_easting, min_northing, max_easting, max_northing,"
            " first_day, last_day, as_of, features, complete, unreadable)"
            " VALUES ('works',?,?,?,?,'2026-03-02','2026-03-15','2026-03-02T12:00:00Z',9,1,'[]')",
            [
                (500_000 + 700 * (n % 70), 100_000 + 700 * (n // 70), 500_700 + 700 * (n % 70),
                 100_700 + 700 * (n // 70))
                for n in range(5_000)
            ],
        )  # fmt: skip
    gathering = Gathering(store, register.answer, VIEW, FORTNIGHT)
    began = time.perf_counter()
    gathering._begin()
    assert time.perf_counter() - began < 0.1
