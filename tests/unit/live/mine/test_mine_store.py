"""What was listed is kept page by page, and told with how far it goes."""

import os
import signal
import sqlite3
import stat
import subprocess
import sys
from datetime import datetime, timedelta, timezone

import pytest
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.files.database import StoreDamagedError
from street_works.plugin.live.mine.record_text import from_text, to_text
from street_works.plugin.live.mine.store import MineStore, mine_path
from street_works.plugin.live.store.store import store_path
from street_works.plugin.trade.records.listed import Listing, OwnList
from street_works.tests.made.listed_rows import MONDAY, ONE_OF_EACH, page, permit, reinstatement

NINE = datetime(2026, 6, 1, 9, 0, tzinfo=timezone.utc)
TEN = NINE + timedelta(hours=1)
PERMITS = OwnList(Listing.PERMITS)
GAS = OwnList(Listing.PERMITS, "9831")

KILLED = """
import sys
from datetime import datetime, timezone
from pathlib import Path
from street_works.plugin.live.mine.store import MineStore
from street_works.plugin.trade.records.listed import Listing, OwnList
from street_works.tests.made.listed_rows import page, permit

store = MineStore(Path(sys.argv[1]))
(reading,) = store.begin([OwnList(Listing.PERMITS)], datetime(2026, 6, 1, 10, tzinfo=timezone.utc))
number = 0
while True:
    rows = [permit(number + one) for one in range(25)]
    number += 25
    store.keep(reading, page(*rows, done=number))
    print(number, flush=True)
"""


@pytest.fixture
def store(tmp_path):
    opened = MineStore(tmp_path / "mine.sqlite")
    yield opened
    opened.close()


def read(store, own, at, *pages):
    (reading,) = store.begin([own], at)
    for one in pages:
        store.keep(reading, one)
    return reading


def references(store):
    return {row.reference for row in store.rows()}


@pytest.mark.parametrize("row", ONE_OF_EACH, ids=lambda row: type(row).__name__)
def test_a_row_comes_back_as_it_was(row):
    assert from_text(*to_text(row)) == row


def test_a_moment_may_be_lacking_or_there():
    both = (permit(box=None), permit(started=MONDAY, stopped=MONDAY))
    assert tuple(from_text(*to_text(one)) for one in both) == both


def test_an_empty_file_knows_nothing(store):
    assert store.rows() == ()
    assert store.lists() == ()


def test_each_page_is_there_at_once_and_says_how_far_the_list_is(store):
    reading = read(store, PERMITS, NINE, page(permit(1), permit(2), most=3))
    assert references(store) == {"TW00100001-01", "TW00100002-01"}
    (state,) = store.lists()
    assert (state.done, state.most, state.complete, state.as_of) == (2, 3, False, None)
    store.keep(reading, page(permit(3), done=3, most=3))
    store.finish(reading)
    (state,) = store.lists()
    assert (state.done, state.complete, state.as_of) == (3, True, NINE)
    store.begin([PERMITS], TEN)
    (state,) = store.lists()
    assert (state.done, state.before, state.expected) == (0, 3, 3)


def test_what_a_complete_reading_lacks_is_gone_and_what_a_broken_one_lacks_stays(store):
    store.finish(read(store, PERMITS, NINE, page(permit(1), permit(2))))
    broken = read(store, PERMITS, TEN, page(permit(2, status="closed")))
    store.fail(broken, "no network")
    assert {(row.reference, row.status) for row in store.rows()} == {
        ("TW00100001-01", "granted"), ("TW00100002-01", "closed"),
    }  # fmt: skip
    (state,) = store.lists()
    assert (state.complete, state.as_of, state.trouble) == (False, NINE, "no network")
    store.finish(read(store, PERMITS, TEN, page(permit(2))))
    assert references(store) == {"TW00100002-01"}
    assert store.lists()[0].trouble == ""


def test_each_promoter_has_a_list_of_its_own(store):
    store.finish(read(store, PERMITS, NINE, page(permit(1))))
    store.finish(read(store, GAS, NINE, page(permit(2))))
    store.finish(read(store, PERMITS, TEN, page()))
    assert references(store) == {"TW00100002-01"}


def test_two_that_read_at_the_same_time_take_nothing_from_each_other(store):
    first = read(store, PERMITS, NINE, page(permit(1)))
    second = read(store, PERMITS, TEN, page(permit(1)))
    store.keep(first, page(permit(2)))
    store.finish(first)
    assert references(store) == {"TW00100001-01", "TW00100002-01"}
    assert not store.lists()[0].complete
    store.keep(second, page(permit(2)))
    store.finish(second)
    assert references(store) == {"TW00100001-01", "TW00100002-01"}
    assert store.lists()[0].complete


def test_permits_read_anew_take_the_place_of_those_of_their_works(store):
    unregistered = OwnList(Listing.UNREGISTERED)
    store.finish(read(store, PERMITS, NINE, page(permit(1), permit(2), permit(3))))
    store.finish(read(store, unregistered, NINE, page(permit(4))))
    works = [permit(one).works_reference for one in (2, 3, 4)]
    store.renew(works, [permit(2, status="revoked"), permit(4, status="closed")])
    assert {(row.reference, row.status) for row in store.rows()} == {
        ("TW00100001-01", "granted"), ("TW00100002-01", "revoked"), ("TW00100004-01", "closed"),
    }  # fmt: skip
    store.finish(read(store, PERMITS, TEN, page(permit(1))))
    assert references(store) == {"TW00100001-01"}


def test_a_row_in_two_lists_is_told_once(store):
    store.finish(read(store, PERMITS, NINE, page(permit(1))))
    store.finish(read(store, OwnList(Listing.UNREGISTERED), NINE, page(permit(1))))
    assert len(store.rows()) == 1


def test_works_are_those_of_all_rows(store):
    store.finish(read(store, PERMITS, NINE, page(permit(1))))
    store.finish(read(store, OwnList(Listing.REINSTATEMENTS), NINE, page(reinstatement("TW2"))))
    assert store.works() == {"TW00100001", "TW2"}


def test_a_row_that_cannot_be_read_is_left_out_and_its_list_counts_as_never_read(store, tmp_path):
    store.finish(read(store, PERMITS, NINE, page(permit(1), permit(2))))
    with sqlite3.connect(tmp_path / "mine.sqlite") as connection:
        connection.execute("UPDATE record SET told = '{}' WHERE identity = 'TW00100002-01'")
    connection.close()
    assert references(store) == {"TW00100001-01"}
    (state,) = store.lists()
    assert (state.as_of, state.complete) == (None, False)


def test_each_environment_and_account_has_a_private_file_beside_its_map(tmp_path):
    path = mine_path(store_path(tmp_path, "sandbox", "planner@water.example"))
    assert path != mine_path(store_path(tmp_path, "production", "planner@water.example"))
    assert path.parent == tmp_path
    assert "water" not in path.name
    store = MineStore(path)
    assert store.rows() == ()
    store.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_damaged_file_is_put_aside(tmp_path):
    path = tmp_path / "mine.sqlite"
    path.write_bytes(b"no database at all" * 1000)
    store = MineStore(path)
    with pytest.raises(StoreDamagedError):
        store.rows()
    assert store.rows() == ()
    store.close()


def test_a_store_that_was_closed_makes_no_file(tmp_path):
    path = tmp_path / "mine.sqlite"
    store = MineStore(path)
    store.close()
    with pytest.raises(StreetWorksError):
        store.rows()
    assert not path.exists()


def test_lists_that_are_whole_may_be_found_right_later(store):
    store.finish(read(store, PERMITS, NINE, page(permit(1))))
    read(store, GAS, NINE, page(permit(2)))
    store.confirm(TEN)
    store.confirm(NINE)
    assert {one.own: (one.as_of, one.complete) for one in store.lists()} == {
        PERMITS: (TEN, True), GAS: (None, False),
    }  # fmt: skip


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
@pytest.mark.parametrize("pages", [1, 2, 5, 9])
def test_a_killed_process_leaves_every_page_that_it_said_was_kept(tmp_path, pages):
    path = tmp_path / "mine.sqlite"
    before = MineStore(path)
    before.finish(read(before, PERMITS, NINE, page(permit(99_999))))
    before.close()
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True
    ) as process:
        said = [int(process.stdout.readline()) for _ in range(pages)]
        os.kill(process.pid, signal.SIGKILL)
        said += [int(line) for line in process.stdout if line.endswith("\n")]
    store = MineStore(path)
    rows, (state,) = store.rows(), store.lists()
    store.close()
    assert {permit(one) for one in (*range(said[-1]), 99_999)} <= set(rows)
    assert state.done >= said[-1]
    assert len(rows) == state.done + 1
    assert (state.complete, state.as_of) == (False, NINE)
