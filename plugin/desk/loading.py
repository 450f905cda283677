"""Fetching what is in view and putting it on the map."""

from datetime import date, timedelta
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..api import StreetManager
from ..background.jobs import Job, Jobs, Progress
from ..map.boxes import Box, Fetched, fetch_all
from ..map.features import Built, build
from ..map.layers import WorksLayers
from ..rules.calendar import uk_today
from ..words import tr
from .account import Account

Fetch = Callable[[StreetManager, Box, date, date], Any]

FETCHES: dict[str, Fetch] = {
    "works": lambda client, box, start, end: client.geojson.get_works_intersect_bounding_box(
        *box, start_date=start, end_date=end
    ),
    "activity": lambda client, box, start, end: client.geojson.get_activities_intersecting_bounds(
        *box, start_date=start, end_date=end
    ),
    "forward_plan": lambda client, box, start, end: (
        client.geojson.get_forward_plans_intersect_bounding_box(
            *box, start_date=start, end_date=end
        )
    ),
    "hs2": lambda client, box, start, end: client.geojson.get_hs2_act_limits_intersecting_bounds(
        *box
    ),
}


def fetch_kinds(
    client: StreetManager, box: Box, start: date, end: date, progress: Progress
) -> dict[str, Fetched]:
    """Fetch all four kinds of record that meet `box` (EPSG:27700) between `start` and `end`.

    Runs on a worker thread. Raises Cancelled when the planner stops it; what a box could not give
    is listed in each `Fetched`.
    """
    results = {}
    for number, (kind, fetch) in enumerate(FETCHES.items()):

        def report(fraction: float, text: str = "", number: int = number) -> None:
            progress.report((number + fraction) / len(FETCHES), text)

        def one(part: Box, fetch: Fetch = fetch) -> Any:
            return fetch(client, part, start, end)

        results[kind] = fetch_all(
            box, one, kind=kind, report=report, cancelled=lambda: progress.cancelled
        )
        progress.raise_if_cancelled()
    return results


class MapLoader(QObject):
    """Loads the records in a box into the layers; one load at a time, a newer one wins."""

    started = pyqtSignal()
    progress = pyqtSignal(float, str)
    loaded = pyqtSignal(object)  # {kind: Fetched}
    stopped = pyqtSignal()
    trouble = pyqtSignal(object)

    def __init__(self, jobs: Jobs, account: Account, layers: WorksLayers) -> None:
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._layers = layers
        self._job: Optional[Job] = None
        self.start = uk_today()
        self.end = self.start + timedelta(days=14)
        self.fetched: dict[str, Fetched] = {}
        self.refused: dict[str, tuple[Any, ...]] = {}

    @property
    def loading(self) -> bool:
        """Whether a load is under way."""
        return self._job is not None

    def load(self, box: Box) -> None:
        """Fetch what is in `box` (EPSG:27700) for the dates set; ends in one of the signals."""
        client = self._account.require_client()
        start, end = self.start, self.end

        def work(progress: Progress) -> dict[str, tuple[Fetched, Built]]:
            fetched = fetch_kinds(client, box, start, end, progress)
            return {kind: (got, build(kind, got.features)) for kind, got in fetched.items()}

        self._job = self._jobs.start(
            tr("Street Works: loading the map"),
            work,
            done=self._show,
            failed=self._failed,
            cancelled=self._stopped,
            topic="load",
            reported=self.progress.emit,
        )
        self.started.emit()

    def cancel(self) -> None:
        """Stop the load that is under way; the map keeps what it showed before."""
        if self._job is not None:
            self._job.cancel()

    def _show(self, results: dict[str, tuple[Fetched, Built]]) -> None:
        self._job = None
        for kind, (fetched, built) in results.items():
            self._layers.show(kind, built, fetched)
            self.fetched[kind] = fetched
            self.refused[kind] = (*fetched.refused, *built.refused)
        self.loaded.emit(self.fetched)

    def _failed(self, error: Exception) -> None:
        self._job = None
        self.trouble.emit(error)

    def _stopped(self) -> None:
        self._job = None
        self.stopped.emit()
