"""The records in view as rows, from a real store."""

from datetime import date, datetime, timedelta, timezone

import pytest
from street_works.plugin.live.finding.days_wanted import OWN, DaysWanted
from street_works.plugin.live.finding.filter import Filter
from street_works.plugin.live.store.rows import how_many
from street_works.plugin.live.store.store import Store, store_path
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import TIMELESS, Days
from street_works.plugin.trade.records.on_map import MapRecord
from street_works.tests.made import map_records
from street_works.tests.made.map_records import square

NINE = datetime(2026, 6, 1, 9, 0, tzinfo=timezone.utc)
TEN = NINE + timedelta(hours=1)
BOX = Box(400_000.0, 300_000.0, 401_000.0, 301_000.0)
JUNE = Days(date(2026, 6, 1), date(2026, 6, 15))


def works(number, easting=400_100, start=date(2026, 6, 3), end=date(2026, 6, 5), **changes):
    return map_records.works(number, square(easting, 300_100), start, end, **changes)


def other(kind, **told):
    return MapRecord(kind, square(400_300, 300_300), **told)


@pytest.fixture
def store(tmp_path):
    one = Store(store_path(tmp_path, "practice", "planner"))
    yield one
    one.close()


def rows(store, kind="works", box=BOX, days=None, where="", most=100):
    return store.rows(kind, box, days, where, most)


def references(found):
    return [row.reference for row in found.rows]


def test_a_row_of_works_has_the_planners_words(store):
    store.keep("works", BOX, JUNE, NINE, [works(1)])
    (row,) = rows(store).rows
    assert row.identity == ("works", "W1-01")
    assert (row.reference, row.work_reference, row.promoter) == ("W1-01", "W1", "Anytown Water")
    assert (row.category, row.traffic_management) == ("Minor", "Road closure")
    assert (row.status, row.about) == ("Granted", "")
    assert (row.start, row.end) == (date(2026, 6, 3), date(2026, 6, 5))
    assert (row.easting, row.northing) == (400_110.0, 300_110.0)
    assert row.bounds == Box(400_100.0, 300_100.0, 400_120.0, 300_120.0)
    assert row.seen


def test_the_other_kinds_have_rows_too(store):
    fair = other(
        "activity",
        reference="A1",
        name="Fair",
        activity_kind="event",
        street="High Street",
        cancelled=True,
        first_day=NINE.date(),
    )
    plan = other(
        "forward_plan",
        reference="F1",
        works_reference="W9",
        promoter="Gas",
        description="New main",
        status="raised",
        first_day=NINE.date(),
        last_day=TEN.date(),
    )
    store.keep("activity", BOX, JUNE, NINE, [fair])
    store.keep("forward_plan", BOX, JUNE, NINE, [plan])
    store.keep("hs2", BOX, TIMELESS, NINE, [other("hs2")])
    (activity,) = rows(store, "activity", days=JUNE).rows
    assert (activity.category, activity.status) == ("Event", "Cancelled")
    assert (activity.about, activity.end) == ("Fair, High Street", None)
    (planned,) = rows(store, "forward_plan", days=JUNE).rows
    assert (planned.work_reference, planned.promoter) == ("W9", "Gas")
    assert (planned.status, planned.about) == ("Raised", "New main")
    (limit,) = rows(store, "hs2", days=JUNE).rows
    assert (limit.reference, limit.about, limit.start) == ("", "HS2 act limits", None)
    assert limit.identity == ("hs2", limit.name)
    assert limit.name


def test_only_some_come_those_that_begin_first_and_all_are_counted(store):
    features = [works(n, start=date(2026, 6, 9 - n), end=date(2026, 6, 12)) for n in range(1, 8)]
    store.keep("works", BOX, JUNE, NINE, features)
    found = rows(store, most=3)
    assert references(found) == ["W7-01", "W6-01", "W5-01"]
    assert found.total == 7
    assert rows(store, box=Box(0.0, 0.0, 10.0, 10.0)).total == 0


def test_box_days_and_filter_narrow(store):
    features = [
        works(1),
        works(2, easting=400_900),
        works(3, start=date(2026, 6, 10), end=date(2026, 6, 12)),
        works(4, start=None, end=None),
        works(5, promoter="O'Gas | {Co}:x"),
    ]
    store.keep("works", BOX, JUNE, NINE, features)
    west = BOX._replace(max_easting=400_500.0)
    assert "W2-01" not in references(rows(store, box=west))
    tenth = Days(date(2026, 6, 10), date(2026, 6, 10))
    assert sorted(references(rows(store, days=tenth))) == ["W3-01", "W4-01"]
    wanted = Filter(DaysWanted(OWN, *tenth)).to_sql("works")
    assert sorted(references(rows(store, where=wanted))) == ["W3-01", "W4-01"]
    gas = Filter(DaysWanted("all"), promoters=("O'Gas | {Co}:x",)).to_sql("works")
    assert references(rows(store, where=gas)) == ["W5-01"]
    either = "reference = 'W1-01' OR reference = 'W2-01'"
    assert references(rows(store, box=west, where=either)) == ["W1-01"]


def test_what_only_reaches_into_the_box_is_in_view_and_counted_as_on_the_map(store):
    store.keep("works", BOX, JUNE, NINE, [works(1)])
    corner = Box(400_000.0, 300_000.0, 400_105.0, 300_105.0)  # its middle is outside
    assert references(rows(store, box=corner)) == ["W1-01"]
    assert rows(store, box=corner).total == store.counts("works", corner, JUNE)


def test_a_row_is_unseen_until_its_changes_are_marked(store):
    store.keep("works", BOX, JUNE, NINE, [works(1), works(2)])
    store.keep("works", BOX, JUNE, TEN, [works(1), works(2, status="refused")])
    assert [row.seen for row in rows(store).rows] == [True, False]
    store.mark_seen(store.changes_since())
    assert [row.seen for row in rows(store).rows] == [True, True]


def test_known_records_are_found_by_reference_however_many(store):
    store.keep("works", BOX, JUNE, NINE, [works(n) for n in range(600)])
    known = store.known("works", [f"W{n}-01" for n in range(2_000)] + [""])
    assert len(known) == 600
    assert known["W599-01"].work_reference == "W599"
    assert store.known("activity", ["W1-01"]) == {}


def test_rows_are_read_while_the_store_is_being_written(store):
    store.keep("works", BOX, JUNE, NINE, [works(1)])
    with store._database.changing() as connection:
        connection.execute("DELETE FROM works_centre")
        assert references(rows(store)) == ["W1-01"]


def test_the_line_says_how_many_of_how_many():
    assert how_many(0, 0) == "Nothing that is loaded here passes the filter."
    assert how_many(12, 12) == "Showing all 12."
    assert how_many(2_000, 8_410).startswith("Showing 2,000 of 8,410, those that begin first.")
