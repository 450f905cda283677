"""Works on traffic-sensitive streets, found out for what is in view while the filter wants them."""

from dataclasses import replace
from typing import Any

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..background.jobs import Jobs
from ..background.task import Progress
from ..live.finding.sensitive import Known, Reference
from ..live.store.rows import Rows
from ..trade.kinds import WORKS
from ..words import tr
from .account import Account
from .live_map import LiveMap
from .sensitive import SensitiveStreets

MOST = 300  # works asked about at a time: it takes a request for each of them


class SensitiveWorks(QObject):
    """Asks about the works in view, each once, and lets the live map show those it is true of.

    `told` says how many they are, and of how many it is not known.
    """

    told = pyqtSignal(str)
    trouble = pyqtSignal(object)

    def __init__(self, jobs: Jobs, account: Account, live: LiveMap) -> None:
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._live = live
        self._asked: tuple[Reference, ...] = ()
        self._more = 0
        self._streets = SensitiveStreets(jobs, account)
        self._streets.known.connect(self._know)
        self._streets.trouble.connect(self.trouble)
        self._streets.progress.connect(lambda _part, text: self.told.emit(text))
        account.changed.connect(self._look)
        live.looked.connect(lambda _looked: self._look())
        live.ended.connect(self._look)
        live.closing.connect(self._forget)

    def _look(self) -> None:
        """Read which works pass the rest of the filter in view; nothing if it does not matter."""
        looked, store = self._live.looked_at, self._live.store
        if looked is None or store is None or not self._live.filter.traffic_sensitive:
            self._forget()
            return
        if not self._account.signed_in:
            self._forget()
            self.told.emit(tr("Sign in to find out which streets are traffic-sensitive."))
            return
        rest = replace(self._live.filter, traffic_sensitive=False).to_sql(WORKS)

        def work(_progress: Progress) -> Rows:
            return store.rows(WORKS, looked.view, None, rest, MOST)

        self._jobs.start(
            tr("Street Works: listing the works in view"),
            work,
            done=self._ask,
            failed=self.trouble.emit,
            topic="sensitive works",
        )

    def _ask(self, found: Any) -> None:
        asked = tuple((row.work_reference, row.reference) for row in found.rows)
        self._more = found.total - len(asked)
        if asked and asked != self._asked:
            self._asked = asked
            self._streets.look_up(asked)

    def _know(self, known: Known) -> None:
        if not self._live.filter.traffic_sensitive:
            return
        said = tr("{n} of {all} works in view are on traffic-sensitive streets.").format(
            n=len(known.sensitive), all=len(self._asked)
        )
        unknown = len(known.not_known) + self._more
        if unknown:
            said += " " + tr("Of {n} more it is not known.").format(n=unknown)
        self.told.emit(said)
        self._live.use(self._live.filter, known)

    def _forget(self) -> None:
        self._asked = ()
