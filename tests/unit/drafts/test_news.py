"""What is known of the cases of works, on the disk: nothing is told twice, nothing is lost."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

import pytest
from street_works.plugin.clashes.news import What
from street_works.plugin.clashes.verdict import of_draft
from street_works.plugin.drafts.verdicts import VerdictStore
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.trade.vocabulary.permits import PermitStatus
from street_works.tests.made.judged import CASE, NOON, OTHER, OURS, judged
from street_works.tests.rounds import rounds
from street_works.tests.unit.clashes.test_news import look
from street_works.tests.unit.drafts.test_killed import run_and_kill


@pytest.fixture
def path(tmp_path):
    return tmp_path / "verdicts.sqlite"


@pytest.fixture
def store(path):
    made = VerdictStore(path)
    yield made
    made.close()


def untold(store):
    return [(one.what, one.case.reference) for one in store.news.untold()]


def take(store, *others, hours=0, ours=None, **given):
    one = look(*others, at=NOON + timedelta(hours=hours))
    store.news.take([one if ours is None else replace(one, ours=ours)], **given)


def test_what_came_since_the_first_look_comes_back_from_the_disk(store, path):
    take(store)
    take(store, OTHER, hours=1)
    (one,) = store.news.untold()
    assert (one.what, one.since) == (What.NEW, NOON)
    again = VerdictStore(path)
    assert again.news.untold() == [one]
    again.news.mark_seen([one])
    again.close()
    take(store, OTHER, hours=2)
    assert untold(store) == []
    take(store, hours=3)
    assert untold(store) == [(What.GONE, "EW002")]
    store.news.mark_seen(store.news.untold())
    take(store, OTHER, hours=4)
    assert untold(store) == [(What.NEW, "EW002")]


def test_what_is_found_while_the_planner_looks_is_still_told(store):
    take(store)
    take(store, OTHER, hours=1)
    shown = store.news.untold()
    take(store, hours=2)  # it went away meanwhile
    store.news.mark_seen(shown)
    assert untold(store) == [(What.GONE, "EW002")]


def test_what_the_planner_saw_in_a_report_is_known(store):
    take(store)
    take(store, OTHER, hours=1, by_planner=True)
    take(store, OTHER, hours=2)
    assert untold(store) == []


def test_a_judged_one_that_changes_is_told(store):
    take(store, OTHER)
    store.keep(judged())
    take(store, replace(OTHER, status=PermitStatus.SUBMITTED), hours=1)
    assert untold(store) == [(What.AGAIN, "EW002")]


def test_a_draft_that_becomes_works_is_told_nothing_twice(store):
    take(store, ours=of_draft("d1"))
    take(store, OTHER, hours=1, ours=of_draft("d1"))
    store.became("d1", "TW001")
    store.became("d1", "TW001")  # at the next start once more
    assert [one.case for one in store.news.untold()] == [CASE]
    store.news.mark_seen(store.news.untold())
    take(store, OTHER, hours=2)
    assert untold(store) == []


def test_a_draft_that_the_planner_moved_is_looked_at_as_for_the_first_time(store):
    draft = of_draft("d1")
    take(store, ours=draft)
    moved = look(OTHER, at=NOON + timedelta(hours=1))
    ours = replace(OURS, end=OURS.end + timedelta(days=1))
    report = replace(moved.report, ours=ours)
    store.news.take([replace(moved, report=report, ours=draft)])
    assert untold(store) == []
    take(store)
    store.news.take([replace(moved, report=report)])
    assert untold(store) == [(What.NEW, "EW002")], "works that the register moved are no draft"


@pytest.mark.parametrize(
    "damage",
    ["what = 'rumour'", "seen = '{}'", "seen = x'00'", "place = '[1]'", "at = 'noon'", "at = 3"],
)
def test_what_cannot_be_read_is_told_anew(store, path, damage):
    take(store)
    take(store, OTHER, hours=1)
    store.news.mark_seen(store.news.untold())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"UPDATE news SET {damage}")  # noqa: S608 - our own words
    take(store, OTHER, hours=2)
    assert untold(store) == [(What.NEW, "EW002")]


def test_a_file_of_verdicts_alone_gets_its_news(path):
    store = VerdictStore(path)
    one = judged()
    store.keep(one)
    store.close()
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in ("DROP TABLE news", "DROP TABLE looked", "PRAGMA user_version = 1"):
            connection.execute(statement)
    again = VerdictStore(path)
    assert again.standings("sandbox", "TW001")[CASE].judgement == one
    take(again, OTHER)
    assert untold(again) == []
    again.close()


def test_a_closed_file_is_told(store):
    store.close()
    for act in (store.news.untold, lambda: take(store), lambda: store.news.mark_seen([])):
        with pytest.raises(StreetWorksError, match=r"verdicts\.sqlite"):
            act()


LOOKER = """
import sys
from datetime import timedelta
from dataclasses import replace
from street_works.plugin.drafts.verdicts import VerdictStore
from street_works.tests.made.judged import NOON, OTHER
from street_works.tests.unit.clashes.test_news import look
store = VerdictStore(sys.argv[1])
met = []
store.news.take([look(at=NOON)])
while True:
    met += [replace(OTHER, reference=f"EW{len(met) + n}") for n in range(2)]
    store.news.take([look(*met, at=NOON + timedelta(minutes=len(met)))])
    print(len(met), flush=True)
"""


def test_nothing_is_lost_or_half_there_when_the_process_is_killed(tmp_path):
    for number in range(rounds(3, full=50)):
        path = tmp_path / f"verdicts-{number}.sqlite"
        lines = run_and_kill(LOOKER, path, seconds=0.004 * number)
        store = VerdictStore(path)
        found = store.news.untold()
        store.close()
        assert len(found) in (int(lines[-1]), int(lines[-1]) + 2), "two at a time, or neither"
        assert {one.case.reference for one in found} == {f"EW{n}" for n in range(len(found))}
        assert {one.what for one in found} == {What.NEW}
