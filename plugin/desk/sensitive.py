"""Finding out in the background which works are on traffic-sensitive streets."""

from collections.abc import Iterable
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.jobs import Job, Jobs
from ..background.task import Progress
from ..errors import StreetWorksError
from ..live.finding.sensitive import Known, Reference, Streets
from ..words import tr
from .account import Account


class SensitiveStreets(QObject):
    """Asks about works, each once in a session. Ends in `known`, `stopped` or `trouble`.

    What was learnt before it was stopped is not asked again.
    """

    progress = pyqtSignal(float, str)
    known = pyqtSignal(object)  # Known
    stopped = pyqtSignal()
    trouble = pyqtSignal(object)  # StreetWorksError

    def __init__(self, jobs: Jobs, account: Account) -> None:
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._job: Optional[Job] = None
        self._client: object = None
        self._streets = Streets()

    def look_up(self, references: Iterable[Reference]) -> None:
        """Ask about (works reference, permit reference) pairs; the latest question counts."""
        asked = tuple(dict.fromkeys(references))
        try:
            register = self._account.require_register()
        except StreetWorksError as error:
            self.trouble.emit(error)
            return
        client = self._account.client
        if client is not self._client:
            self._client, self._streets = client, Streets()
        streets = self._streets

        def work(progress: Progress) -> Known:
            def report(done: int) -> None:
                progress.raise_if_cancelled()
                progress.report(
                    done / len(asked),
                    tr("{done} of {all} streets").format(done=done, all=len(asked)),
                )

            return streets.look_up(register, asked, report)

        self._job = self._jobs.start(
            tr("Street Works: reading which streets are traffic-sensitive"),
            work,
            done=self.known.emit,
            failed=self.trouble.emit,
            cancelled=self.stopped.emit,
            topic="sensitive",
            reported=self.progress.emit,
        )

    def cancel(self) -> None:
        """Stop asking."""
        if self._job is not None:
            self._job.cancel()
