"""The store keeps what was fetched, notices what changed, and stays within bounds."""

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pytest
import shapely
from street_works.plugin.drafts import StoreDamagedError
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.files.only_user import StoreInUseError
from street_works.plugin.live.store import database
from street_works.plugin.live.store.changes import What
from street_works.plugin.live.store.database import JournalGoneError, part_from_others
from street_works.plugin.live.store.geopackage import bounds_of, wkb_of
from street_works.plugin.live.store.store import Store, View, store_path
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import TIMELESS, Days
from street_works.plugin.trade.kinds import KINDS, WORKS
from street_works.plugin.trade.records.on_map import Geometry, MapRecord, Unread
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.tests.made import map_records
from street_works.tests.made.map_records import square as at

NINE = datetime(2026, 6, 1, 9, 0, tzinfo=timezone.utc)
TEN = NINE + timedelta(hours=1)
ELEVEN = NINE + timedelta(hours=2)
WEST = Box(400_000.0, 300_000.0, 401_000.0, 301_000.0)
EAST = Box(401_000.0, 300_000.0, 402_000.0, 301_000.0)
JUNE = Days(date(2026, 6, 1), date(2026, 6, 15))
JULY = Days(date(2026, 7, 1), date(2026, 7, 15))
EVERYWHERE = Box(0.0, 0.0, 700_000.0, 1_300_000.0)


def works(number, geometry, start=date(2026, 6, 3), end=date(2026, 6, 5), **changes):
    return map_records.works(number, geometry, start, end, **changes)


def limits(geometry):
    return MapRecord("hs2", geometry)


def raw(store, sql, *values):
    connection = sqlite3.connect(store.path)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def references(store, shape="polygon"):
    rows = raw(store, f"SELECT reference FROM works_{shape} ORDER BY reference")  # noqa: S608
    return [row[0] for row in rows]


def noticed(store, since=None):
    return sorted((one.difference.what.value, one.reference) for one in store.changes_since(since))


@pytest.fixture
def path(tmp_path):
    return store_path(tmp_path / "live", "practice", "planner@example.org")


@pytest.fixture
def store(path):
    one = Store(path)
    yield one
    one.close()


def test_while_another_writes_the_file_is_said_to_be_in_use(path, monkeypatch):
    monkeypatch.setattr(database, "_SECONDS_TO_WAIT", 0.05)
    store = Store(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StreetWorksError, match="in use") as caught:
        store.set_last_view(View(WEST, JUNE))
    assert caught.value.may_retry
    other.execute("ROLLBACK")
    other.close()
    store.set_last_view(View(WEST, JUNE))
    assert store.last_view() == View(WEST, JUNE)
    store.close()


def test_what_is_kept_is_there_in_the_next_session(path):
    store = Store(path)
    view = View(WEST, JUNE)
    kept = store.keep("works", WEST, JUNE, NINE, [works(1, at(400_100, 300_100))])
    store.set_last_view(view)
    store.close()
    again = Store(path)
    assert (kept.added, kept.same, kept.altered, kept.gone) == (1, 0, 0, 0)
    assert again.last_view() == view
    assert references(again) == references(again, "centre") == ["W1-01"]
    (box,) = again.boxes("works")
    assert (box.box, box.days, box.as_of, box.features) == (WEST, JUNE, NINE, 1)
    assert box.complete
    again.close()


def test_a_new_store_is_empty(store):
    assert store.last_view() is None
    assert [store.boxes(kind) for kind in KINDS] == [[]] * len(KINDS)
    assert [len(store.positions(kind, EVERYWHERE)) for kind in KINDS] == [0] * len(KINDS)
    assert store.changes_since() == []


def test_a_record_of_two_boxes_is_kept_once(store):
    across = works(1, at(400_990, 300_100))
    store.keep("works", WEST, JUNE, NINE, [across])
    kept = store.keep("works", EAST, JUNE, TEN, [across])
    assert (kept.added, kept.same) == (0, 1)
    assert references(store) == references(store, "centre") == ["W1-01"]
    assert raw(store, "SELECT first_seen, seen_at FROM works_polygon") == [
        ("2026-06-01T09:00:00.000Z", "2026-06-01T10:00:00.000Z")
    ]
    assert store.changes_since() == []


def test_the_columns_are_those_of_the_layers_and_when_it_was_seen(store):
    store.keep("works", WEST, JUNE, NINE, [works(1, at(400_100, 300_100))])
    connection = sqlite3.connect(store.path)
    connection.row_factory = sqlite3.Row
    row = dict(connection.execute("SELECT * FROM works_polygon").fetchone())
    connection.close()
    assert row.pop("fid") == row.pop("record") == 1
    assert bounds_of(row.pop("geom")) == (400_100, 300_100, 400_120, 300_120)
    assert row == {
        "reference": "W1-01",
        "work_reference": "W1",
        "promoter": "Anytown Water",
        "promoter_swa_code": "0999",
        "category": "minor",
        "category_label": "Minor",
        "traffic_management": TrafficManagement.ROAD_CLOSURE,
        "traffic_management_label": "Road closure",
        "impact": "high",
        "status": "granted",
        "status_label": "Granted",
        "start_date": "2026-06-03",
        "end_date": "2026-06-05",
        "starts": "2026-06-03T00:00:00.000Z",
        "ends": "2026-06-05T23:59:59.000Z",
        "first_seen": "2026-06-01T09:00:00.000Z",
        "seen_at": "2026-06-01T09:00:00.000Z",
    }


def test_what_the_register_holds_no_more_is_gone(store):
    inside, beside, later, across = (
        works(1, at(400_100, 300_100)),
        works(2, at(401_500, 300_100)),
        works(3, at(400_100, 300_100), date(2026, 7, 2), date(2026, 7, 3)),
        works(4, at(400_990, 300_100)),
    )
    store.keep("works", WEST, JUNE, NINE, [inside, across])
    store.keep("works", EAST, JUNE, NINE, [beside, across])
    store.keep("works", WEST, JULY, NINE, [later])
    kept = store.keep("works", WEST, JUNE, TEN, [])
    assert kept.gone == 2
    assert references(store) == references(store, "centre") == ["W2-01", "W3-01"]
    assert noticed(store) == [("gone", "W1-01"), ("gone", "W4-01")]
    (one,) = [one for one in store.changes_since() if one.reference == "W1-01"]
    assert one.difference.before["start_date"] == "2026-06-03"
    assert one.difference.after == {}
    assert (one.easting, one.northing, one.noticed) == (400_110, 300_110, TEN)


def test_what_only_touches_the_box_or_goes_round_it_is_not_gone(store):
    touching = works(1, at(401_000, 300_100))
    corner = Geometry("LineString", [[399_000, 300_900], [400_900, 302_800]])
    round_it = works(2, corner)
    store.keep("works", Box(398_000, 299_000, 402_000, 303_000), JUNE, NINE, [touching, round_it])
    assert store.keep("works", WEST, JUNE, TEN, []).gone == 0
    assert references(store) == ["W1-01"]
    assert references(store, "line") == ["W2-01"]


def test_what_could_not_be_read_is_not_gone(store):
    one, two = works(1, at(400_100, 300_100)), works(2, at(400_200, 300_100))
    broken = works(2, Geometry("Polygon", [[["a", 0]]]))
    named, nameless = Unread("W1-01", "odd"), Unread("", "odd")
    store.keep("works", WEST, JUNE, NINE, [one, two])
    kept = store.keep("works", WEST, JUNE, TEN, [broken], [named])
    assert kept.gone == 0
    assert [bad.reference for bad in kept.undrawable] == ["W2-01"]
    assert "coordinates" in kept.undrawable[0].reason
    assert store.keep("works", WEST, JUNE, TEN, [], [nameless]).gone == 0
    assert references(store) == ["W1-01", "W2-01"]
    assert store.keep("works", WEST, JUNE, TEN, [], [named]).gone == 1


def test_nothing_is_new_on_ground_or_days_never_fetched_before(store):
    store.keep("works", WEST, JUNE, NINE, [works(1, at(400_100, 300_100))])
    store.keep("works", EAST, JUNE, TEN, [works(2, at(401_100, 300_100))])
    july = works(3, at(400_100, 300_100), date(2026, 7, 2), date(2026, 7, 3))
    store.keep("works", WEST, JULY, TEN, [july])
    store.note_overflow("activity", WEST, JUNE, NINE)
    assert store.changes_since() == []
    wider = Box(400_000.0, 300_000.0, 403_000.0, 301_000.0)
    known = [works(1, at(400_100, 300_100)), works(2, at(401_100, 300_100))]
    beyond = works(5, at(402_500, 300_100))
    store.keep("works", wider, JUNE, ELEVEN, [*known, works(4, at(400_300, 300_300)), beyond])
    assert noticed(store) == [("new", "W4-01")]
    (change,) = store.changes_since()
    assert change.difference.before == {}
    assert change.difference.after["promoter"] == "Anytown Water"


def test_ground_that_held_too_much_makes_nothing_new(store):
    store.note_overflow("works", WEST, JUNE, NINE)
    store.keep("works", WEST, JUNE, TEN, [works(1, at(400_100, 300_100))])
    assert store.changes_since() == []


def test_moves_new_dates_and_other_changes_are_told_apart(store):
    before = [works(number, at(400_100, 300_100 + 50 * number)) for number in range(1, 6)]
    store.keep("works", WEST, JUNE, NINE, before)
    after = [
        works(1, at(400_300, 300_150)),
        works(2, at(400_100, 300_200), end=date(2026, 6, 9)),
        works(3, at(400_100, 300_250), status="closed", category="major"),
        works(4, at(400_100, 300_300)),
        works(5, at(400_105, 300_350), start=date(2026, 6, 4)),
    ]
    kept = store.keep("works", WEST, JUNE, TEN, after)
    assert (kept.added, kept.same, kept.altered, kept.gone) == (0, 1, 4, 0)
    found = {
        (one.difference.what, one.reference): (one.difference.before, one.difference.after)
        for one in store.changes_since()
    }
    assert found == {
        (What.MOVED, "W1-01"): (
            {"easting": 400_110, "northing": 300_160},
            {"easting": 400_310, "northing": 300_160},
        ),
        (What.REDATED, "W2-01"): ({"end_date": "2026-06-05"}, {"end_date": "2026-06-09"}),
        (What.CHANGED, "W3-01"): (
            {"category": "minor", "status": "granted"},
            {"category": "major", "status": "closed"},
        ),
        (What.MOVED, "W5-01"): (
            {"easting": 400_110, "northing": 300_360},
            {"easting": 400_115, "northing": 300_360},
        ),
        (What.REDATED, "W5-01"): ({"start_date": "2026-06-03"}, {"start_date": "2026-06-04"}),
    }
    rows = raw(store, "SELECT first_seen, seen_at, end_date FROM works_polygon WHERE record < 3")
    nine, ten = "2026-06-01T09:00:00.000Z", "2026-06-01T10:00:00.000Z"
    assert sorted(rows) == [(nine, ten, "2026-06-05"), (nine, ten, "2026-06-09")]
    assert len(references(store)) == len(references(store, "centre")) == 5


def test_rows_keep_their_numbers_while_the_shape_is_the_same(store):
    numbers = "SELECT reference, fid, end_date, seen_at FROM works_polygon ORDER BY reference"
    here, there = at(400_100, 300_100), at(400_200, 300_100)
    store.keep("works", WEST, JUNE, NINE, [works(1, here), works(2, here), works(3, here)])
    later = works(1, here, end=date(2026, 6, 9))
    store.keep("works", WEST, JUNE, TEN, [later, works(2, there), works(3, here)])
    ten = "2026-06-01T10:00:00.000Z"
    assert raw(store, numbers) == [
        ("W1-01", 1, "2026-06-09", ten),
        ("W2-01", 4, "2026-06-05", ten),
        ("W3-01", 3, "2026-06-05", ten),
    ]


def test_another_language_is_no_change(store, monkeypatch):
    store.keep("works", WEST, JUNE, NINE, [works(1, at(400_100, 300_100))])
    monkeypatch.setattr("street_works.plugin.live.store.columns.label", lambda code: f"Y {code}")
    store.keep("works", WEST, JUNE, TEN, [works(1, at(400_100, 300_100))])
    assert store.changes_since() == []
    assert raw(store, "SELECT status_label FROM works_polygon") == [("Y granted",)]


def test_changes_are_marked_as_seen(store):
    store.keep("works", WEST, JUNE, NINE, [])
    store.keep("works", WEST, JUNE, TEN, [works(1, at(400_100, 300_100))])
    store.keep("works", WEST, JUNE, ELEVEN, [works(2, at(400_200, 300_100))])
    assert noticed(store, TEN) == [("gone", "W1-01"), ("new", "W2-01")]
    assert [one.noticed for one in store.changes_since()] == [ELEVEN, ELEVEN, TEN]
    store.mark_seen([one for one in store.changes_since() if one.reference == "W1-01"])
    assert [(one.reference, one.seen) for one in store.changes_since()] == [
        ("W1-01", True),
        ("W2-01", False),
        ("W1-01", True),
    ]


def test_limits_have_neither_reference_nor_days(store):
    here, there = limits(at(400_100, 300_100)), limits(at(400_500, 300_100))
    store.keep("hs2", WEST, TIMELESS, NINE, [here, there])
    kept = store.keep("hs2", WEST, TIMELESS, TEN, [there])
    assert (kept.same, kept.gone) == (1, 1)
    assert noticed(store) == [("gone", "")]
    assert store.counts("hs2", WEST, JULY) == 1


def test_every_shape_goes_to_its_table(store):
    cross = [[[0, 0], [10, 10], [10, 0], [0, 10], [0, 0]]]
    shapes = [
        Geometry("Point", [400_001, 300_001, 5]),
        Geometry("MultiPoint", [[400_002, 300_001], [400_003, 300_001]]),
        Geometry("LineString", [[400_001, 300_001], [400_009, 300_001]]),
        at(400_001, 300_001),
        Geometry("Polygon", [[[x + 400_500, y + 300_500] for x, y in cross[0]]]),
        Geometry(
            "GeometryCollection",
            geometries=(
                Geometry("Point", [400_004, 300_001]),
                Geometry("LineString", [[400_004, 300_001], [400_005, 1]]),
            ),
        ),
    ]
    kept = store.keep("works", WEST, JUNE, NINE, [works(n, one) for n, one in enumerate(shapes)])
    assert kept.undrawable == ()
    assert references(store, "point") == ["W0-01", "W1-01", "W1-01", "W5-01"]
    assert references(store, "line") == ["W2-01", "W5-01"]
    assert references(store, "polygon") == ["W3-01", "W4-01"]
    assert references(store, "centre") == [f"W{number}-01" for number in range(6)]
    blobs = [row[0] for row in raw(store, "SELECT geom FROM works_polygon")]
    polygons = shapely.from_wkb([wkb_of(blob) for blob in blobs])
    assert [one.geom_type for one in polygons] == ["MultiPolygon", "MultiPolygon"]
    assert shapely.is_valid(polygons).all()
    assert polygons[1].area == pytest.approx(50.0)


@pytest.mark.parametrize(
    ("geometry", "reason"),
    [
        (Geometry("Circle", [1, 2]), "Circle"),
        (Geometry("Point", [float("nan"), 2]), "not a number"),
        (Geometry("Point", [1]), "cannot be read"),
        (None, "no shape"),
        (Geometry("LineString", [[1, 2], [1, 2]]), "two different"),
        (Geometry("Polygon", [[[1, 2], [3, 4]]]), "three points"),
        (Geometry("Polygon", [[[1, 1], [2, 2], [3, 3], [1, 1]]]), "no area"),
        (Geometry("MultiPolygon", []), "no shape"),
    ],
)
def test_what_cannot_be_drawn_is_told_and_the_rest_is_kept(store, geometry, reason):
    kept = store.keep(
        "works", WEST, JUNE, NINE, [works(1, geometry), works(2, at(400_100, 300_100))]
    )
    assert reason in kept.undrawable[0].reason
    assert references(store) == ["W2-01"]


def test_the_middle_is_the_registers_own_where_it_is_on_the_works(store):
    here = [
        works(1, at(400_100, 300_100), label_place=(400_101.5, 300_102.5)),
        works(2, at(400_200, 300_100), label_place=(0.0, 0.0)),
    ]
    store.keep("works", WEST, JUNE, NINE, here)
    found = store.positions("works", WEST)
    assert found.shape == (2, 2)
    assert np.allclose(
        sorted(found.tolist()), [[400_101.5, 300_102.5], [400_210, 300_110]], atol=0.07
    )
    assert store.positions("works", EAST).shape == (0, 2)


def test_counts(store):
    store.keep("works", WEST, JUNE, NINE, [
        works(1, at(400_100, 300_100)),
        works(2, at(400_900, 300_100), start=date(2026, 6, 10), end=date(2026, 6, 12)),
    ])  # fmt: skip
    assert store.counts("works", EVERYWHERE, JUNE) == 2
    assert store.counts("works", EVERYWHERE, JULY) == 0
    assert store.counts("works", EVERYWHERE, Days(date(2026, 6, 6), date(2026, 6, 10))) == 1
    assert store.counts("works", Box(400_000, 300_000, 400_500, 300_500), JUNE) == 1
    assert store.counts("activity", EVERYWHERE, JUNE) == 0


def test_boxes_that_are_out_of_date_go(store):
    half, later = Box(400_000, 300_000, 400_500, 301_000), NINE + timedelta(hours=5)
    store.keep("works", half, JUNE, NINE, [])
    store.keep("works", EAST, JUNE, NINE, [])
    store.note_overflow("works", WEST, JUNE, TEN)
    assert [(one.box, one.complete) for one in store.boxes("works")] == [
        (half, True),
        (EAST, True),
        (WEST, False),
    ]
    store.keep("works", WEST, JUNE, ELEVEN, [])
    assert [one.box for one in store.boxes("works")] == [EAST, WEST]
    store.keep("works", WEST, JULY, later, [])
    store.keep("activity", WEST, JUNE, later, [])
    assert [(one.box, one.days) for one in store.boxes("works")] == [
        (EAST, JUNE),
        (WEST, JUNE),
        (WEST, JULY),
    ]


def test_an_answer_that_comes_late_takes_nothing_back(store):
    half = Box(400_000.0, 300_000.0, 400_500.0, 301_000.0)
    store.keep("works", half, JUNE, TEN, [works(2, at(400_100, 300_100))])
    late = store.keep("works", WEST, JUNE, NINE, [works(1, at(400_700, 300_100))])
    assert (late.added, late.same, late.altered, late.gone) == (0, 0, 0, 0)
    assert references(store) == ["W2-01"]
    assert [(one.box, one.as_of) for one in store.boxes("works")] == [(half, TEN)]
    assert noticed(store) == []
    beside = store.keep("works", EAST, JUNE, NINE, [works(3, at(401_100, 300_100))])
    assert beside.added == 1, "neighbours are told of one after the other"
    assert store.keep("works", WEST, JULY, NINE, []).gone == 0
    assert len(store.boxes("works")) == 3


def test_what_a_later_answer_told_is_cut_off_the_older_boxes(store):
    days = Days(date(2026, 6, 10), date(2026, 6, 20))
    middle = Box(400_200.0, 300_000.0, 400_400.0, 301_000.0)
    store.keep("works", WEST, JUNE, NINE, [], [Unread("W9", "Its date cannot be read.")])
    store.keep("works", middle, days, TEN, [])
    boxes = store.boxes("works")
    assert [(one.box, one.days, one.as_of) for one in boxes] == [
        (WEST, Days(date(2026, 6, 1), date(2026, 6, 9)), NINE),
        (Box(400_000, 300_000, 400_200, 301_000), Days(date(2026, 6, 10), JUNE.end), NINE),
        (Box(400_400, 300_000, 401_000, 301_000), Days(date(2026, 6, 10), JUNE.end), NINE),
        (middle, days, TEN),
    ]
    assert [one.unreadable for one in boxes] == [(("W9", "Its date cannot be read."),)] * 3 + [()]
    assert [one.as_of for one in store.boxes("works", middle.grown(-1))] == [NINE, TEN]
    assert [one.as_of for one in store.boxes("works", EAST.grown(-1))] == []


def test_the_index_and_the_contents_hold_the_bounds(store):
    line = Geometry("LineString", [[400_100, 300_200], [400_304, 300_608]])
    more = Geometry("LineString", [[400_096, 300_204], [400_304, 300_612]])
    store.keep("works", WEST, JUNE, NINE, [works(1, line), works(2, more)])
    rows = raw(store, "SELECT minx, maxx, miny, maxy FROM rtree_works_line_geom ORDER BY id")
    assert rows == [(400_100, 400_304, 300_200, 300_608), (400_096, 400_304, 300_204, 300_612)]
    contents = "SELECT min_x, min_y, max_x, max_y, last_change FROM gpkg_contents"
    assert raw(store, f"{contents} WHERE table_name = 'works_line'") == [
        (400_096, 300_200, 400_304, 300_612, "2026-06-01T09:00:00.000Z")
    ]
    assert raw(store, f"{contents} WHERE table_name = 'works_polygon'")[0][:4] == (None,) * 4


def test_an_error_half_way_keeps_nothing(store, monkeypatch):
    store.keep("works", WEST, JUNE, NINE, [works(1, at(400_100, 300_100))])

    def fail(*_args):
        raise RuntimeError("half way")

    monkeypatch.setattr("street_works.plugin.live.store.keeping.note_box", fail)
    with pytest.raises(RuntimeError):
        store.keep("works", WEST, JUNE, TEN, [works(2, at(400_200, 300_100))])
    monkeypatch.undo()
    assert references(store) == references(store, "centre") == ["W1-01"]
    assert [one.as_of for one in store.boxes("works")] == [NINE]
    assert store.changes_since() == []
    store.keep("works", WEST, JUNE, TEN, [works(2, at(400_200, 300_100))])


def test_the_oldest_ground_goes_first_and_the_file_gets_smaller(store):
    boxes = [Box(400_000 + 1000 * n, 300_000, 401_000 + 1000 * n, 301_000) for n in range(40)]
    for n, box in enumerate(boxes):
        some = [
            works(f"{n}x{m}", at(box.min_easting + 5 + 20 * m, 300_010 + 5 * m)) for m in range(30)
        ]
        across = works(f"{n}across", at(box.max_easting - 5, 300_500, 10.0))
        before = [works(f"{n - 1}across", at(box.min_easting - 5, 300_500, 10.0))] if n else []
        store.keep("works", box, JUNE, NINE + timedelta(minutes=n), [*some, across, *before])
    size = store.path.stat().st_size
    assert store.prune(size * 2) == 0
    dropped = store.prune(size * 6 // 10)
    assert 5 < dropped < 35
    assert store.path.stat().st_size <= size * 6 // 10
    assert [one.box for one in store.boxes("works")] == boxes[dropped:]
    left = {row[0].split("-")[0] for row in raw(store, "SELECT reference FROM works_polygon")}
    expected = {f"W{n}x{m}" for n in range(dropped, 40) for m in range(30)}
    expected |= {f"W{n}across" for n in range(dropped - 1, 40)}
    assert left == expected
    assert references(store) == references(store, "centre")
    assert raw(store, "SELECT count(*) FROM rtree_works_polygon_geom") == [(len(expected),)]
    store.prune(0)
    assert (store.boxes("works"), references(store)) == ([], [])
    assert raw(store, "PRAGMA integrity_check") == [("ok",)]


def test_old_changes_are_forgotten(store, monkeypatch):
    monkeypatch.setattr("street_works.plugin.live.store.pruning._MOST_CHANGES", 3)
    store.keep("works", WEST, JUNE, NINE, [])
    for n in range(5):
        moment = TEN + timedelta(minutes=n)
        everything = [works(m, at(400_100 + 30 * m, 300_100)) for m in range(n + 1)]
        store.keep("works", WEST, JUNE, moment, everything)
    store.prune(10**9)
    assert [one.reference for one in store.changes_since()] == ["W4-01", "W3-01", "W2-01"]


def test_threads_keep_and_read_at_once(store):
    errors = []

    def keep(lane):
        try:
            for n in range(15):
                box = Box(400_000 + 1000 * n, 310_000 + 1000 * lane, 401_000 + 1000 * n, 0.0)
                box = box._replace(max_northing=box.min_northing + 1000)
                here = at(box.min_easting + 100, box.min_northing + 100)
                store.keep("works", box, JUNE, NINE, [works(f"{lane}x{n}", here)])
                store.counts("works", EVERYWHERE, JUNE)
        except Exception as error:
            errors.append(error)

    threads = [threading.Thread(target=keep, args=(lane,)) for lane in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert store.counts("works", EVERYWHERE, JUNE) == 60
    assert len(store.boxes("works")) == 60


def test_reading_does_not_wait_for_writing(store):
    store.keep("works", WEST, JUNE, NINE, [works(1, at(400_100, 300_100))])
    answers = []
    with store._database.changing() as connection:
        connection.execute("DELETE FROM works_polygon")
        reader = threading.Thread(
            target=lambda: answers.append(store.counts("works", EVERYWHERE, JUNE))
        )
        reader.start()
        reader.join(timeout=2.0)
        assert answers == [1]


def test_one_process_alone_uses_a_store(path, store):
    with pytest.raises(StoreInUseError) as caught:
        Store(path)
    assert caught.value.may_retry
    store.close()
    Store(path).close()


@pytest.mark.skipif(os.name == "nt", reason="Windows locks a file until it is closed")
def test_a_journal_taken_away_by_another_program_is_noticed_and_nothing_is_lost(path):
    store = Store(path)
    store.keep("works", WEST, JUNE, NINE, [works(1, at(400_100, 300_100))])
    path.open("rb").close()  # as GDAL does: this process has no lock on the file any more
    other = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT * FROM boxes')"
    subprocess.run([sys.executable, "-c", other, str(path)], check=True)
    assert not Path(f"{path}-wal").exists(), "it does no harm any more: take the check out"
    with pytest.raises(JournalGoneError):
        store.keep("works", EAST, JUNE, NINE, [works(2, at(401_100, 300_100))])
    store.close()
    again = Store(path)
    again.keep("works", EAST, JUNE, TEN, [works(3, at(401_100, 300_100))])
    assert references(again) == ["W1-01", "W3-01"]
    assert [one.box for one in again.boxes("works")] == [WEST, EAST]
    again.close()


def test_connections_left_over_from_before_the_journal_was_taken_away_do_no_harm(path):
    """With plain SQLite: in a store it takes just so many bytes to go wrong."""
    path.parent.mkdir(parents=True)

    def connected():
        return sqlite3.connect(path, isolation_level=None)

    count = "SELECT count(*) FROM t"
    writer = connected()
    writer.execute("PRAGMA journal_mode = WAL")
    writer.execute("CREATE TABLE t (a)")
    left_over = connected()  # as QGIS keeps one for a minute after its layers have gone
    writer.executemany("INSERT INTO t VALUES (?)", [("x" * 500,)] * 50)
    left_over.execute(count).fetchall()
    path.read_bytes()  # this takes the process's locks away
    other = "import sqlite3, sys; sqlite3.connect(sys.argv[1]).execute('SELECT * FROM t')"
    subprocess.run([sys.executable, "-c", other, str(path)], check=True)
    writer.close()
    part_from_others(path)
    again = connected()
    again.executemany("INSERT INTO t VALUES (?)", [("y" * 500,)] * 20)
    again.close()
    left_over.close()
    last = connected()
    assert last.execute(count).fetchone() == (70,)
    assert last.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    last.close()


def test_a_closed_store_says_so(path):
    store = Store(path)
    store.close()
    with pytest.raises(StreetWorksError):
        store.boxes("works")
    with pytest.raises(StreetWorksError):
        store.keep("works", WEST, JUNE, NINE, [])


@pytest.mark.parametrize("content", [b"no database at all " * 500, None])
def test_a_damaged_file_is_put_aside(path, content):
    path.parent.mkdir(parents=True)
    if content is None:  # a sound one that is not ours
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE other (a)")
        connection.close()
        content = path.read_bytes()
    else:
        path.write_bytes(content)
    with pytest.raises(StoreDamagedError) as caught:
        Store(path)
    assert caught.value.moved_to.exists()
    assert not path.exists()
    Store(path).close()
    path.write_bytes(b"worse")
    with pytest.raises(StoreDamagedError):
        Store(path)
    aside = [one for one in path.parent.iterdir() if ".damaged" in one.name]
    assert [one.read_bytes() for one in aside] == [b"worse"], "they must not pile up"


def test_damage_that_is_noticed_later_is_put_aside_at_the_next_opening(path):
    store = Store(path)
    store.keep("works", WEST, JUNE, NINE, [works(1, at(400_100, 300_100))])
    ((page,),) = raw(store, "SELECT rootpage FROM sqlite_master WHERE name = 'boxes'")
    store.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)
    damaged = Store(path)
    with pytest.raises(StreetWorksError, match="damaged"):
        damaged.boxes("works")
    damaged.close()
    with pytest.raises(StoreDamagedError):
        Store(path)
    fresh = Store(path)
    assert fresh.boxes("works") == []
    fresh.close()
    Store(path).close()


def test_a_later_version_is_left_alone(path):
    Store(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE state SET value = '2' WHERE key = 'version'")
    connection.close()
    with pytest.raises(StreetWorksError) as caught:
        Store(path)
    assert "later version" in str(caught.value)
    assert not isinstance(caught.value, StoreDamagedError)
    assert path.exists()


def test_the_name_gives_nobody_away_and_tells_accounts_apart(tmp_path):
    names = {
        store_path(tmp_path, key, account).name
        for key in ("practice", "sandbox")
        for account in ("planner@example.org", "other@example.org")
    }
    assert len(names) == 4
    assert not [name for name in names if "planner" in name or "example" in name or "pract" in name]
    assert store_path(tmp_path, "a", "Planner@example.org ") == store_path(
        tmp_path, "a", "planner@example.org"
    )
    assert store_path(tmp_path, "a", "bc") != store_path(tmp_path, "ab", "c")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_nobody_else_may_read_it(store):
    store.keep("works", WEST, JUNE, NINE, [])
    for file in store.path.parent.iterdir():
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0, file.name


def test_the_file_is_in_wal_mode_also_when_nobody_has_it_open(path):
    Store(path).close()
    assert path.read_bytes()[18:20] == b"\x02\x02"
    assert not Path(f"{path}-wal").exists()


def test_the_works_of_promoters_are_found_by_their_codes(store):
    codes = {1: "0010", 2: "0010", 3: "0020", 4: ""}
    shape = at(400_100, 300_100)
    came = [
        map_records.works(number, shape, JUNE.start, JUNE.end, promoter_code=code)
        for number, code in codes.items()
    ]
    store.keep(WORKS, WEST, JUNE, NINE, came)
    assert store.works_of(["0010", "0020"]) == {"W1", "W2", "W3"}
    assert store.works_of([]) == frozenset()
