"""Streets in the store: each kept as it was told last, and none claimed that was not asked for."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from street_works.plugin.live.plan.cells import cells_in
from street_works.plugin.live.store.store import Store
from street_works.plugin.live.store.street_columns import told
from street_works.plugin.live.streets_known import FRESH, streets_known
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.records.streets import Designation
from street_works.tests.made.streets import street

NOW = datetime(2026, 11, 30, 10, 0, tzinfo=timezone.utc)
VIEW = Box(471_000, 236_000, 471_200, 236_100)
LINE = {"type": "MultiLineString", "coordinates": [[[471_010, 236_050], [471_150, 236_050]]]}
SENSITIVE = Designation(2, opens=730, closes=930, periodicity=2)
PROTECTED = Designation(1, last_day=datetime(2099, 3, 31, tzinfo=timezone.utc))
OVER = Designation(1, last_day=datetime(2020, 3, 31, tzinfo=timezone.utc))

_TAKE_OUT = """
DROP TRIGGER rtree_streets_geom_insert; DROP TRIGGER rtree_streets_geom_delete;
DROP TRIGGER rtree_streets_geom_update1; DROP TRIGGER rtree_streets_geom_update2;
DROP TRIGGER rtree_streets_geom_update3; DROP TRIGGER rtree_streets_geom_update4;
DROP TABLE rtree_streets_geom; DROP TABLE streets; DROP TABLE street_cells;
DELETE FROM gpkg_extensions WHERE table_name = 'streets';
DELETE FROM gpkg_geometry_columns WHERE table_name = 'streets';
DELETE FROM gpkg_contents WHERE table_name = 'streets';
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "live-0.gpkx")
    yield made
    made.close()


def rows(store: Store) -> list[sqlite3.Row]:
    with store._database.reading() as connection:
        return connection.execute("SELECT * FROM streets").fetchall()


def test_a_street_told_anew_takes_the_place_of_what_was_told_before(store: Store) -> None:
    store.streets.keep([street(SENSITIVE, line=LINE)], (), NOW - timedelta(days=1))
    store.streets.keep([street(PROTECTED, line=LINE, name="Low Street")], (), NOW)
    (row,) = rows(store)
    assert (row["name"], row["told"], row["protected"]) == (
        "Low Street",
        "protected",
        "until 31 Mar 2099",
    )
    assert (row["traffic_sensitive"], row["designations"]) == ("", "Protected street")
    (line,) = store.streets.lines(VIEW)
    assert line.length == 140
    assert store.streets.extent is not None
    assert store.streets.extent.grown(0.1).contains(Box(471_010, 236_050, 471_150, 236_050))


@pytest.mark.parametrize(
    ("designations", "word"),
    [
        ((), "plain"),
        ((SENSITIVE,), "sensitive"),
        ((PROTECTED,), "protected"),
        ((SENSITIVE, PROTECTED), "both"),
        ((OVER,), "plain"),
    ],
)
def test_a_word_tells_what_is_special(designations: tuple[Designation, ...], word: str) -> None:
    assert told(street(*designations)) == word


def test_a_street_said_to_be_sensitive_is_so_though_no_times_are_told(store: Store) -> None:
    store.streets.keep([street(traffic_sensitive=True)], (), NOW)
    (row,) = rows(store)
    assert (row["told"], row["traffic_sensitive"], row["geom"]) == (
        "sensitive",
        "times not told",
        None,
    )


def test_only_what_was_asked_about_lately_is_said_to_be_all(store: Store) -> None:
    assert streets_known(store.streets, VIEW, NOW).statement(date(2026, 11, 30)) == (
        "Streets: none looked up here"
    )
    cells = cells_in(VIEW)
    store.streets.keep([street(line=LINE)], cells[: len(cells) // 4], NOW)
    some = streets_known(store.streets, VIEW, NOW)
    assert (some.held, some.missing) == (1, pytest.approx(0.75, abs=0.02))
    assert some.statement(date(2026, 11, 29)).startswith(
        "1 street in view, not all, as of 30/11/2026"
    )
    store.streets.keep((), cells[len(cells) // 4 :], NOW + timedelta(hours=1))
    whole = streets_known(store.streets, VIEW, NOW)
    assert (whole.missing, whole.as_of) == (0, NOW)
    assert ", all of them, as of" in whole.statement(date(2026, 11, 30))
    assert streets_known(store.streets, VIEW, NOW + 2 * FRESH).missing == 1


def test_where_every_street_was_told_none_is_missing(store: Store) -> None:
    store.streets.note_all(NOW)
    assert streets_known(store.streets, VIEW, NOW).missing == 0
    assert streets_known(store.streets, VIEW, NOW + 2 * FRESH).missing == 1


def test_a_store_of_before_gets_room_for_streets(tmp_path: Path) -> None:
    path = tmp_path / "live-0.gpkx"
    Store(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_TAKE_OUT)
    store = Store(path)
    store.streets.keep([street(line=LINE)], cells_in(VIEW), NOW)
    assert streets_known(store.streets, VIEW, NOW).held == 1
    store.close()
