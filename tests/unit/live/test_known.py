"""What the store has comes back as it was told, with what is missing of it."""

from datetime import date, datetime, timedelta, timezone

import pytest
import shapely
from street_works.plugin.clashes.occupations import from_record
from street_works.plugin.live.known import known_in
from street_works.plugin.live.store.store import Store
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import TIMELESS, Days
from street_works.plugin.trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, KINDS, WORKS
from street_works.plugin.trade.records.on_map import Geometry, MapRecord, Unread
from street_works.tests.made import map_records
from street_works.tests.made.map_records import point, square

NINE = datetime(2026, 6, 1, 9, 0, tzinfo=timezone.utc)
HERE = Box(400_000.0, 300_000.0, 401_000.0, 301_000.0)
JUNE = Days(date(2026, 6, 1), date(2026, 6, 30))
LINE = Geometry("LineString", ((400_100.0, 300_100.0), (400_200.0, 300_150.0)))
MIXED = Geometry("GeometryCollection", geometries=(point(400_100.0, 300_100.0), LINE))
TOLD = {
    WORKS: map_records.works(1, square(400_100.0, 300_100.0)),
    ACTIVITY: MapRecord(
        ACTIVITY,
        MIXED,
        reference="A1",
        activity_kind="event",
        name="Fair",
        location="Square",
        street="High Street",
        area="Anytown",
        cancelled=True,
        first_day=date(2026, 6, 3),
    ),
    FORWARD_PLAN: MapRecord(
        FORWARD_PLAN,
        LINE,
        reference="FP1",
        works_reference="W9",
        promoter="Anytown Water",
        description="Mains",
        location="Kerb",
        status="raised",
        street="High Street",
        area="Anytown",
        last_day=date(2026, 6, 9),
    ),
    HS2: MapRecord(HS2, square(400_000.0, 300_000.0, 500.0)),
}


@pytest.fixture
def store(tmp_path):
    one = Store(tmp_path / "live.gpkx")
    yield one
    one.close()


def days_of(kind):
    return TIMELESS if kind == HS2 else JUNE


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_comes_back_as_what_is_compared(store, kind):
    store.keep(kind, HERE, days_of(kind), NINE, [TOLD[kind]])
    known = known_in(store, kind, HERE, JUNE)
    (record,) = known.records
    was, now = from_record(TOLD[kind]), from_record(record)
    assert shapely.equals(now.shape, was.shape) or shapely.distance(now.shape, was.shape) == 0
    assert now.shape.bounds == was.shape.bounds
    for name in was.__dataclass_fields__:
        if name != "shape":
            assert getattr(now, name) == getattr(was, name), name
    assert known.complete
    assert known.as_of == NINE
    assert known.calls == 0


def test_only_what_meets_the_box_and_the_days_comes(store):
    far = map_records.works(2, square(400_900.0, 300_900.0))
    later = map_records.works(3, square(400_100.0, 300_100.0), date(2026, 6, 20), date(2026, 6, 21))
    store.keep(WORKS, HERE, JUNE, NINE, [TOLD[WORKS], far, later])
    box = Box(400_050.0, 300_050.0, 400_150.0, 300_150.0)
    days = Days(date(2026, 6, 1), date(2026, 6, 10))
    assert [one.reference for one in known_in(store, WORKS, box, days).records] == ["W1-01"]


def test_what_was_never_asked_for_is_not_known(store):
    assert known_in(store, WORKS, HERE, JUNE) is None
    store.keep(WORKS, HERE, JUNE, NINE, [])
    assert known_in(store, ACTIVITY, HERE, JUNE) is None
    assert known_in(store, WORKS, HERE, JUNE).records == ()


def test_ground_days_and_records_that_are_missing_are_told(store):
    store.keep(WORKS, HERE, JUNE, NINE, [TOLD[WORKS]], [Unread("W7-01", "It has no shape.")])
    wider = known_in(store, WORKS, HERE.grown(100), JUNE)
    assert len(wider.records) == 1
    assert not wider.complete
    assert wider.unasked
    longer = known_in(store, WORKS, HERE, Days(JUNE.start, JUNE.end + timedelta(days=9)))
    assert longer.unasked == (HERE,)
    assert "not complete" in longer.statement()
    assert [one.reference for one in known_in(store, WORKS, HERE, JUNE).unread] == ["W7-01"]
