"""Listing what is in view, and what changed there, from a real store in the background."""

import threading
from datetime import date, datetime, timedelta, timezone

import pytest
from qgis.PyQt.QtCore import QCoreApplication
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.background.jobs import Jobs  # noqa: E402 - after load_libraries
from street_works.plugin.desk.changes_seen import ChangesSeen  # noqa: E402
from street_works.plugin.desk.in_view import InView  # noqa: E402
from street_works.plugin.errors import StreetWorksError  # noqa: E402
from street_works.plugin.live.store.changes import What  # noqa: E402
from street_works.plugin.live.store.store import Store, store_path  # noqa: E402
from street_works.plugin.trade.box import Box  # noqa: E402
from street_works.plugin.trade.days import Days  # noqa: E402
from street_works.plugin.trade.records.on_map import Geometry  # noqa: E402
from street_works.tests.made import map_records  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402

NINE = datetime(2026, 6, 1, 9, 0, tzinfo=timezone.utc)
TEN = NINE + timedelta(hours=1)
BOX = Box(400_000.0, 300_000.0, 402_000.0, 301_000.0)
WEST, EAST = BOX.cut(0, 401_000.0)
JUNE = Days(date(2026, 6, 1), date(2026, 6, 15))
WORKS = {"works": ""}


def works(number, easting=400_100, status="granted"):
    ring = [[easting, 300_100], [easting + 20, 300_100], [easting, 300_120], [easting, 300_100]]
    day = NINE.date()
    return map_records.works(
        number, Geometry("Polygon", [ring]), day, day + timedelta(days=2), status=status
    )


@pytest.fixture
def store(tmp_path):
    one = Store(store_path(tmp_path, "practice", "planner"))
    one.keep("works", BOX, JUNE, NINE, [works(1), works(2, 401_500)])
    yield one
    one.close()


@pytest.fixture
def jobs(qgis_app, store):
    made = Jobs()
    yield made
    assert made.cancel_all()


@pytest.fixture
def in_view(jobs, store):
    made = InView(jobs, store)
    made.answers, made.troubles = [], []
    made.shown.connect(lambda rows, total: made.answers.append((references(rows), total)))
    made.trouble.connect(made.troubles.append)
    return made


@pytest.fixture
def seen(jobs, store):
    made = ChangesSeen(jobs, store)
    made.answers, made.troubles = [], []
    made.shown.connect(made.answers.append)
    made.trouble.connect(made.troubles.append)
    return made


def references(rows):
    return [row.reference for row in rows]


def test_out_of_sight_nothing_is_read_and_then_what_was_asked_last(in_view, jobs):
    in_view.come_into_sight(False)
    in_view.ask(BOX, JUNE, WORKS)
    in_view.refresh()
    until(lambda: not jobs.running)
    assert in_view.answers == []
    in_view.come_into_sight(True)
    until(lambda: in_view.answers)
    assert in_view.total == 2


def test_what_is_in_view_is_read_in_the_background(in_view, jobs, monkeypatch):
    threads = []
    real = Store.rows

    def rows(*args):
        threads.append(threading.current_thread())
        return real(*args)

    monkeypatch.setattr(Store, "rows", rows)
    in_view.ask(BOX, JUNE, {"works": "", "activity": ""})
    assert in_view.answers == []
    until(lambda: in_view.answers)
    assert in_view.answers == [(["W1-01", "W2-01"], 2)]
    assert (references(in_view.rows), in_view.total) == in_view.answers[0]
    assert len(threads) == 2
    assert threading.main_thread() not in threads


def test_kinds_conditions_and_the_most_narrow(jobs, store):
    one = InView(jobs, store, most=1)
    one.ask(BOX, JUNE, WORKS)
    until(lambda: one.rows)
    assert (references(one.rows), one.total) == (["W1-01"], 2)
    one.ask(BOX, JUNE, {"works": "reference = 'W2-01'"})
    until(lambda: one.total == 1)
    assert references(one.rows) == ["W2-01"]
    one.ask(BOX, JUNE, {"activity": ""})
    until(lambda: one.total == 0)
    assert one.rows == ()


def test_the_newest_question_wins_and_a_late_answer_is_ignored(in_view, monkeypatch):
    real, go_on = Store.rows, threading.Event()

    def rows(store, kind, box, *rest):
        if box == WEST:
            go_on.wait(10)
        return real(store, kind, box, *rest)

    monkeypatch.setattr(Store, "rows", rows)
    in_view.ask(WEST, JUNE, WORKS)
    until(lambda: in_view._job.task.begun)
    late = in_view._job
    in_view.ask(EAST, JUNE, WORKS)
    go_on.set()
    until(lambda: late.task.ended.is_set() and in_view.answers)
    for _ in range(20):
        QCoreApplication.processEvents()
    assert in_view.answers == [(["W2-01"], 1)]
    assert in_view.troubles == []


def test_refreshing_asks_the_same_again_and_keeps_the_selection(in_view, store):
    in_view.refresh()  # nothing was asked yet
    in_view.ask(WEST, JUNE, WORKS)
    until(lambda: in_view.answers)
    in_view.select([("works", "W1-01")])
    store.keep("works", WEST, JUNE, TEN, [works(1), works(3)])
    in_view.refresh()
    until(lambda: len(in_view.answers) == 2)
    assert in_view.answers[1] == (["W1-01", "W3-01"], 2)
    assert in_view.selected == {("works", "W1-01")}


def test_another_store_begins_with_nothing(in_view, tmp_path):
    in_view.ask(WEST, JUNE, WORKS)
    until(lambda: in_view.answers)
    in_view.select([("works", "W1-01")])
    in_view.use(None)
    assert in_view.answers[1:] == [([], 0)]
    assert in_view.selected == frozenset()
    in_view.ask(WEST, JUNE, WORKS)
    other = Store(store_path(tmp_path, "practice", "another"))
    in_view.use(other)
    assert (in_view.rows, in_view.total) == ((), 0)
    other.close()


def test_a_store_that_cannot_be_read_is_told(in_view, store):
    store.close()
    in_view.ask(WEST, JUNE, WORKS)
    until(lambda: in_view.troubles)
    assert isinstance(in_view.troubles[0], StreetWorksError)
    assert in_view.answers == []


def test_changes_are_read_for_the_view_or_everywhere(seen, store):
    store.keep("works", BOX, JUNE, TEN, [works(1, status="refused"), works(2, 401_500, "closed")])
    seen.refresh()  # no view is known yet
    seen.look_at(WEST)
    until(lambda: seen.answers)
    assert references(seen.changed.changes) == ["W1-01"]
    (one,) = seen.changed.unseen
    assert (one.what, one.promoter, one.work_reference) == (What.CHANGED, "Anytown Water", "W1")
    assert seen.changed.fetched == TEN
    seen.look_everywhere(True)
    until(lambda: len(seen.answers) == 2)
    assert sorted(references(seen.changed.changes)) == ["W1-01", "W2-01"]
    seen.look_at(EAST)
    assert seen._jobs.running == ()
    seen.look_everywhere(False)
    until(lambda: len(seen.answers) == 3)
    assert references(seen.changed.changes) == ["W2-01"]


def test_what_is_marked_as_seen_stays_so(seen, store):
    store.keep("works", BOX, JUNE, TEN, [works(1, status="refused"), works(2, 401_500, "closed")])
    seen.look_everywhere(True)
    until(lambda: seen.answers)
    (first, second) = seen.changed.changes
    seen.mark_seen([first])
    until(lambda: len(seen.changed.unseen) == 1)
    assert seen.changed.unseen[0].reference == second.reference
    seen.mark_all_seen()
    until(lambda: not seen.changed.unseen)
    assert all(one.seen for one in store.changes_since())
    assert "not seen yet" not in seen.changed.statement(date(2026, 6, 1))
    seen.mark_all_seen()  # there is nothing to be marked: nothing is written or read for it
    assert seen._jobs.running == ()


def test_only_what_is_shown_is_marked_as_seen(seen, store):
    store.keep("works", BOX, JUNE, TEN, [works(1, status="refused"), works(2, 401_500)])
    seen.look_everywhere(True)
    until(lambda: seen.answers)
    store.keep("works", BOX, JUNE, TEN, [works(1, status="refused"), works(2, 401_500, "closed")])
    seen.mark_all_seen()
    until(lambda: len(seen.answers) == 2)
    assert [one.reference for one in seen.changed.unseen] == ["W2-01"]
