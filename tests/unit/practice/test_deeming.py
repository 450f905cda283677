"""What happens when an authority says nothing in time."""

from datetime import date, datetime, timedelta, timezone

import pytest
from street_works.plugin.practice.clock import Clock


class Moving:
    """A clock that stands still until it is moved on."""

    def __init__(self) -> None:
        self.moment = datetime(2026, 6, 1, 9, tzinfo=timezone.utc)

    def now(self) -> datetime:
        return self.moment

    def today(self) -> date:
        return self.moment.date()

    def seconds(self) -> float:
        return Clock().seconds()


@pytest.fixture
def clock():
    return Moving()


@pytest.fixture
def late(make_service, call, application, clock, tmp_path):
    """A service on a clock of its own, with works that were applied for; gives both."""
    service, base = make_service(clock=clock, state=tmp_path / "state.db", token_seconds=9e9)
    planner = call(base)
    made = planner.post("work/works", application()).json()
    return service, planner, made["work_reference_number"]


def test_permits_are_deemed_when_their_deadline_has_passed(late, clock):
    service, planner, reference = late
    permit = planner.get(f"work/works/{reference}").json()["active_permit"]
    assert permit["deadline_date"] == "2026-06-03T15:30:00.000Z", "half past four in summer"
    clock.moment = datetime(2026, 6, 3, 15, 29, tzinfo=timezone.utc)
    works = planner.get(f"work/works/{reference}").json()
    assert works["active_permit"]["permit_status"] == "submitted"
    clock.moment += timedelta(minutes=5)
    works = planner.get(f"work/works/{reference}").json()
    assert works["active_permit"]["permit_status"] == "granted"
    assert works["active_permit"]["is_deemed"] is True
    told = works["history"][-1]
    assert (told["event"], told["username"]) == ("permit_deemed", "System")
    assert told["action_date"] == "2026-06-03T15:30:00.000Z"
    place = works["works_coordinates"]["coordinates"]
    box = dict(zip(("minEasting", "minNorthing", "maxEasting", "maxNorthing"), place * 2))
    shown = planner.get("geojson/works", **box).json()["features"]
    statuses = {f["properties"]["work_reference_number"]: f["properties"] for f in shown}
    assert statuses[reference]["permit_status"] == "granted"
    assert service.register.works(reference).active.is_deemed


def test_a_map_alone_notices_and_it_happens_once(late, clock):
    service, _, reference = late
    clock.moment += timedelta(days=10)
    assert service.register.count("works") == 2001
    first = {one.reference: one for one in service.register.every_works()}[reference]
    again = service.register.works(reference)
    assert [e.event for e in again.history].count("permit_deemed") == 1
    assert first == again


def test_a_deemed_permit_stays_deemed_after_a_restart(late, clock, call):
    service, planner, reference = late
    clock.moment += timedelta(days=10)
    before = planner.get(f"work/works/{reference}").json()["history"]
    service.stop()
    again = call(service.start())
    assert again.get(f"work/works/{reference}").json()["history"] == before


def test_published_permits_are_not_deemed(make_service, tmp_path, clock):
    path = tmp_path / "published.json"
    path.write_text(
        '[{"permit_reference_number": "AB1-01", "works_coordinates": "POINT(400000 300000)",'
        ' "permit_status": "submitted", "proposed_start_date": "2026-06-01"}]'
    )
    service, _ = make_service(clock=clock, works=[path])
    clock.moment += timedelta(days=100)
    assert service.register.works("AB1").active.status == "submitted"


def test_what_nobody_touched_is_deemed_but_not_kept(late, clock):
    service, _, reference = late
    clock.moment += timedelta(days=10)
    deemed = [
        one.reference
        for one in service.register.every_works()
        if any(e.event == "permit_deemed" and e.update_id > 1_000_000 for e in one.history)
    ]
    assert reference in deemed
    assert len(deemed) > 10
    assert list(service.register._journal.records("works")) == [reference]
