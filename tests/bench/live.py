"""What a live map costs a real service: the real client, plan and store over HTTP, and no less."""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Optional

import numpy as np
from shapely.affinity import translate
from street_works.plugin.api import StreetManager
from street_works.plugin.live.gathering import Gathering
from street_works.plugin.live.store.store import Store
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.kinds import WORKS
from street_works.tests.bench import london
from street_works.tests.bench.london import LondonWorks
from street_works.tests.bench.london_service import LondonService
from street_works.tests.bench.measures import Measure, measure
from street_works.tests.bench.pans import VIEWS
from street_works.tests.made.live_register import LIMIT

AREA = Box(*london.AREA)
FORTNIGHT = Days(*london.FORTNIGHT)
CHANGED = 0.02
_MORNING = datetime(2026, 3, 23, 9, 0, tzinfo=timezone.utc)
_LATER = timedelta(hours=1)
_MOVED_M = 300.0
_SECONDS_A_VIEW = 20
_EDGE_M = 0.02  # what only touches a box may be in an answer or not, as both sides round
_REACH_M = 400.0  # the longest works: the store counts what has its bounds in the view


def measures() -> list[Measure]:
    """Calls for Greater London beside the fewest there could be, and bytes for fifty views."""
    works = london.works()
    service = LondonService(works)
    client = StreetManager(service.start())
    try:
        client.sign_in(*service.credentials())
        with tempfile.TemporaryDirectory() as folder:
            areas = list(_areas(service, client, Path(folder) / "city.gpkx", works))
            service.hold(works)
            return [*areas, _views(service, client, Path(folder))]
    finally:
        client.close()
        service.stop()


def _areas(
    service: LondonService, client: StreetManager, path: Path, works: Sequence[LondonWorks]
) -> Iterator[Measure]:
    """Give the calls for all of London, first with an empty store, then when 2 % has changed."""
    city = _Map(service, client, path)
    yield _area(city, "nothing known", _MORNING, None)
    service.hold(_changed(works))
    yield _area(city, "2% changed", _MORNING + _LATER, _MORNING + _LATER)
    city.close()


def _area(city: "_Map", said: str, now: datetime, since: Optional[datetime]) -> Measure:
    asked = city.service.asked
    calls, refused = asked.calls, asked.refused
    city.look(AREA, now, since)
    calls, refused = asked.calls - calls, asked.refused - refused
    full = -(-len(city.service.held(AREA, FORTNIGHT)) // LIMIT)
    name = f"live: London over HTTP, a fortnight, {said} (refused: {refused})"
    return measure(name, "calls", calls, full, "answers if each were full")


def _views(service: LondonService, client: StreetManager, folder: Path) -> Measure:
    """Give the kilobytes that fifty views take with one store, and with a new one for each."""
    before = service.asked.bytes
    trace = _Map(service, client, folder / "trace.gpkx")
    for number, view in enumerate(VIEWS):
        trace.look(Box(*view), _MORNING + timedelta(seconds=number * _SECONDS_A_VIEW))
    trace.close()
    remembering, before = service.asked.bytes - before, service.asked.bytes
    for number, view in enumerate(VIEWS):
        fresh = _Map(service, client, folder / f"view-{number}.gpkx")
        fresh.look(Box(*view), _MORNING)
        fresh.close()
    anew = service.asked.bytes - before
    name = "live: 50 pans and zooms over HTTP"
    return measure(name, "kB", remembering / 1000, anew / 1000, "each view fetched anew")


class _Map:
    """A store that is filled from a service by the plugin's own means."""

    def __init__(self, service: LondonService, client: StreetManager, path: Path) -> None:
        self.service = service
        self._client = client
        self._store = Store(path)

    def look(self, view: Box, now: datetime, since: Optional[datetime] = None) -> None:
        """Fetch what is missing, or older than `since`; see that nothing is missing or double."""
        fetch = self._client.register.map_records
        gathering = Gathering(
            self._store, fetch, view, FORTNIGHT, kinds=(WORKS,), since=since, now=lambda: now
        )
        gathering.work(lambda: False, lambda _kind, _kept: None)
        if gathering.error is not None:
            raise gathering.error
        self._check(view)

    def close(self) -> None:
        """Let go of the store's file."""
        self._store.close()

    def _check(self, view: Box) -> None:
        """Compare what the store has with the service's own list. Raises RuntimeError."""
        kept = [
            row.work_reference for row in self._store.rows(WORKS, view, FORTNIGHT, "", 10**6).rows
        ]
        surely, around = (
            {one.reference for one in self.service.held(view.grown(metres), FORTNIGHT)}
            for metres in (-_EDGE_M, _REACH_M)
        )
        lost, gone, double = surely - set(kept), set(kept) - around, len(kept) - len(set(kept))
        if lost or gone or double:
            raise RuntimeError(
                f"in {view} {len(lost)} works are missing, {len(gone)} are gone, {double} double"
            )


def _changed(works: Sequence[LondonWorks]) -> list[LondonWorks]:
    """Return the works of a little later: of a hundred, one has gone or moved, and one is new."""
    rng = np.random.default_rng(1)
    fates, shifts = rng.random(len(works)), np.round(rng.normal(0, _MOVED_M, (len(works), 2)), 2)
    later = []
    for one, fate, shift in zip(works, fates, shifts):
        elsewhere = translate(one.geometry, *shift)
        if fate >= CHANGED / 4:
            stays = fate >= CHANGED / 2
            later.append(one if stays else replace(one, geometry=elsewhere))
        if CHANGED / 2 <= fate < CHANGED:
            later.append(replace(one, reference=f"{one.reference}N", geometry=elsewhere))
    return later
