"""All streets of the practice town, which its service tells at once, once in a session."""

from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.jobs import Job, Jobs
from ..background.task import Progress
from ..live.store.streets import StreetShelf
from ..live.streets_known import known_cells
from ..trade.records.streets import Street
from ..words import tr
from .account import Account
from .live_map import now


class TownStreets(QObject):
    """Brings the streets of the town where a store does not know of all; `told` carries them."""

    told = pyqtSignal(object)  # tuple[Street, ...]: no street of the town is left out
    trouble = pyqtSignal(object)

    def __init__(self, jobs: Jobs, account: Account) -> None:
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._client: object = None
        self._job: Optional[Job] = None

    def bring(self, shelf: StreetShelf) -> None:
        """Begin, unless that was done in this session; elsewhere than in practice nothing is."""
        client, all_streets = self._account.client, self._account.all_streets
        if client is self._client:
            return
        self.cancel()
        self._client = client
        if all_streets is None:
            return

        def work(_progress: Progress) -> tuple[Street, ...]:
            return () if known_cells(shelf, now()) is None else all_streets()

        self._job = self._jobs.start(
            tr("Street Works: bringing the streets of the practice town"),
            work,
            done=self._tell,
            failed=self.trouble.emit,
            topic="town",
        )

    def cancel(self) -> None:
        """Bring none any more."""
        if self._job is not None:
            self._job.cancel()

    def _tell(self, streets: tuple[Street, ...]) -> None:
        if streets:
            self.told.emit(streets)
