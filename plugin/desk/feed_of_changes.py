"""Follows the register's feed of changes, so that works in view are as they are there."""

from collections.abc import Sequence, Set
from typing import Callable, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..api.errors import AccessRestricted
from ..api.register import Register
from ..background.jobs import Job, Jobs
from ..background.task import Progress
from ..live.catching_up import boxes_of, fetch_again
from ..trade.box import Box
from ..trade.records.listed import WorksChanged
from ..words import tr
from .account import Account
from .live_map import LiveMap, now

_EVERY_MS = 120_000  # one question in two minutes is what Street Manager asks of its users
_TOPIC = "following"


class Following(QObject):
    """Asks now and then what changed, and lets the live map fetch those works in view again.

    `changed` tells what it was, also of works that are not in view. An account that may not read
    the feed is left alone until the next sign-in: its map is kept by the interval only. New works
    are found by the interval, too, as the feed does not say where they are. `beyond` gives ground
    (EPSG:27700) out of view, once it was loaded, that is to be kept as well.
    """

    changed = pyqtSignal(object)  # a set of WorksChanged, which may be empty
    trouble = pyqtSignal(object)

    def __init__(self, jobs: Jobs, account: Account, live: LiveMap) -> None:
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._live = live
        self.beyond: Callable[[], Sequence[Box]] = tuple
        self._job: Optional[Job] = None
        self._register: Optional[Register] = None
        self._feed: Optional[Callable[[], Set[WorksChanged]]] = None
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self.ask)
        account.changed.connect(self._account_changed)
        live.closing.connect(self._stop)

    def ask(self) -> None:
        """Ask what changed since the last time, unless a load is under way."""
        register = self._register
        if register is None or self._live.loading:
            return
        if self._feed is None:
            self._feed = register.changed_works(_EVERY_MS / 60_000)
        feed = self._feed
        self._job = self._jobs.start(
            tr("Street Works: asking what changed"),
            lambda _progress: feed(),
            done=self._hear,
            failed=self._failed,
            topic=_TOPIC,
        )

    def _hear(self, found: Set[WorksChanged]) -> None:
        self.changed.emit(found)
        if found:
            self._fetch({one.works_reference for one in found})

    def _fetch(self, works: Set[str]) -> None:
        """Fetch those of the works that are in view, or on the ground beyond, again."""
        looked, store, register = self._live.looked_at, self._live.store, self._register
        if looked is None or store is None or register is None:
            return
        fetch, grounds = register.map_records, (looked.view, *self.beyond())

        def work(progress: Progress) -> None:
            found = [box for ground in grounds for box in boxes_of(store, ground, works)]
            boxes = list(dict.fromkeys(found))
            fetch_again(
                store, fetch, boxes, looked.days, now(), lambda: progress.cancelled,
                lambda kind, kept: self._live.note(store, kind, kept),
            )  # fmt: skip

        self._job = self._jobs.start(
            tr("Street Works: loading what changed"),
            work,
            done=lambda _nothing: self._live.caught_up(),
            failed=self._failed,
            topic=_TOPIC,
        )

    def close_down(self) -> None:
        """Follow no more."""
        self._clock.stop()
        self._account.changed.disconnect(self._account_changed)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _account_changed(self) -> None:
        self._register, self._feed = self._account.register, None
        if self._register is None or not self._register.tells_changes:
            self._clock.stop()
        else:
            self._clock.start()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, AccessRestricted):
            self._clock.stop()
        else:
            self.trouble.emit(error)
