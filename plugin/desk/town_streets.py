"""All streets of the practice town, asked for in the background once in a session."""

import time
from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..api.register import Register
from ..background.jobs import Job, Jobs, Progress
from ..live.store.streets import StreetShelf
from ..live.streets_known import known_cells
from ..words import tr
from .account import Account
from .live_map import now

_TURN_S = 2.0  # then other jobs may have the thread

Numbers = tuple[int, ...]


class TownStreets(QObject):
    """Looks up the streets that a store lacks one by one; what hears of look-ups keeps them.

    `all_told` says that no street of the town is left out.
    """

    all_told = pyqtSignal()
    trouble = pyqtSignal(object)

    def __init__(self, jobs: Jobs, account: Account) -> None:
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._client: object = None
        self._job: Optional[Job] = None

    def bring(self, shelf: StreetShelf) -> None:
        """Begin, unless that was done in this session; elsewhere than in practice nothing is."""
        client, register = self._account.client, self._account.register
        if client is self._client or register is None:
            return
        self.cancel()
        self._client = client
        all_there = self._account.gazetteer

        def work(progress: Progress) -> Optional[Numbers]:
            lacking = _lacking(shelf, all_there)
            return None if lacking is None else _look_up(register, lacking, progress)

        if all_there:
            self._start(register, work)

    def cancel(self) -> None:
        """Ask for no more."""
        if self._job is not None:
            self._job.cancel()

    def _start(self, register: Register, work: Callable[[Progress], Optional[Numbers]]) -> None:
        self._job = self._jobs.start(
            tr("Street Works: bringing the streets of the practice town"),
            work,
            done=lambda rest: self._go_on(register, rest),
            failed=self.trouble.emit,
            topic="town",
        )

    def _go_on(self, register: Register, rest: Optional[Numbers]) -> None:
        """Take another turn where streets are left; None: all was known before."""
        if rest:
            self._start(register, lambda progress: _look_up(register, rest, progress))
        elif rest is not None:
            self.all_told.emit()


def _lacking(shelf: StreetShelf, all_there: Numbers) -> Optional[Numbers]:
    """Return the streets that a store lacks, None where it has all as of lately."""
    if known_cells(shelf, now()) is None:
        return None
    known = shelf.numbers() if shelf.all_as_of is None else frozenset()
    return tuple(usrn for usrn in all_there if usrn not in known)


def _look_up(register: Register, wanted: Numbers, progress: Progress) -> Numbers:
    """Look up as many streets as there is time for in a turn; return the others."""
    until = time.monotonic() + _TURN_S
    for number, usrn in enumerate(wanted):
        progress.raise_if_cancelled()
        if time.monotonic() > until:
            return wanted[number:]
        register.street(usrn)
    return ()
