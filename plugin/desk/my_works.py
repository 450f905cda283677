"""My works: what needs the planner, read from the account's own lists and kept."""

import time
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from datetime import datetime, timezone
from functools import partial
from pathlib import Path
from typing import Callable, NamedTuple, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..background.jobs import Job, Jobs
from ..background.task import Progress
from ..errors import StreetWorksError
from ..files.troubles import not_writable
from ..live.mine.gathering import Gatherer
from ..live.mine.needs import Need, needs
from ..live.mine.store import RESTRICTED, ListState, MineStore, mine_path
from ..live.mine.told import csv_file, how_far, statement
from ..live.mine.wanted import Choices, Pressing, Wanted, choices, pressing
from ..live.store.store import store_path
from ..trade.calendar import uk_today
from ..trade.records.listed import Listing, WorksChanged
from ..words import tr
from .account import Account
from .live_map import LiveMap, now

_TURN_S = 3.0  # then other jobs may have the thread
_SPARED = 4  # working out what is shown takes one part in so many of a reading's time
_CLOCKS_MS = 300_000  # what the clocks stand at changes by itself
_OF_PERMITS = (Listing.PERMITS, Listing.UNREGISTERED)
_BEGINNING, _READING, _SHOWING = "my works begun", "my works", "my works shown"


class _Reading(NamedTuple):
    """What is being read: everything, or `quiet` what changed, which is shown when it is there."""

    gatherer: Gatherer
    pages: Iterator[None]
    quiet: bool


@dataclass(frozen=True)
class Shown:
    """What is known at a moment, and what of it is `wanted`: `needs`, in order."""

    wanted: Wanted
    needs: tuple[Need, ...]
    every: tuple[Need, ...]
    count: Pressing
    choices: Choices
    lists: tuple[ListState, ...]
    at: datetime

    def narrowed(self, wanted: Wanted) -> "Shown":
        """Return what of it is wanted now."""
        return replace(self, wanted=wanted, needs=wanted.of(self.every))


NOTHING = Shown(
    Wanted(), (), (), Pressing(), Choices(), (), datetime.min.replace(tzinfo=timezone.utc)
)


class MyWorks(QObject):
    """Reads the account's lists, keeps them, and tells what in them needs the planner.

    `shown` tells each time what there is; `stated` how far the lists are known; `progress` how much
    of a reading has come (0 to 1), `ended` that nothing is being read any more. Offline the file of
    the last session tells what was last known.
    """

    shown = pyqtSignal(object)  # Shown
    stated = pyqtSignal(str)
    progress = pyqtSignal(float)
    ended = pyqtSignal()
    trouble = pyqtSignal(object)  # StreetWorksError
    written = pyqtSignal(str)  # the path of a file
    _found = pyqtSignal(object, object)  # MineStore, Shown: brought to the main thread

    def __init__(self, jobs: Jobs, account: Account, live: LiveMap, folder: Path) -> None:
        """`live` knows works that a contractor asks for; the lists are kept in `folder`."""
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._live = live
        self._folder = folder
        self._client: object = None
        self._path: Optional[Path] = None
        self._store: Optional[MineStore] = None
        self._job: Optional[Job] = None
        self._queue: list[_Reading] = []
        self._asked: frozenset[str] = frozenset()  # works of which a contractor saw the permits
        self._refreshing: Optional[Job] = None
        self._owed = False  # the last reading of everything went wrong
        self.wanted = Wanted()
        self.now = NOTHING
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCKS_MS)
        self._clock.timeout.connect(self.refresh)
        self._found.connect(self._show)
        account.changed.connect(self._account_changed)
        live.ended.connect(self._map_loaded)

    @property
    def reading(self) -> bool:
        """Whether all lists are being read; what is only caught up with does not count."""
        return any(not one.quiet for one in self._queue)

    @property
    def statement(self) -> str:
        """How far the lists are known, in words; "" before there is an account."""
        if self._store is None:
            return ""
        register = self._account.register
        if register is not None and not self.now.lists and not register.own_lists():
            return tr("There is nothing here for an account that carries out no works.")
        return statement(self.now.lists, now(), reading=self.reading)

    def open(self, map_store: Path) -> None:
        """Show what was last known for the account whose store of the map is there."""
        self._use(mine_path(map_store))
        self.refresh()

    def read(self) -> None:
        """Read all lists anew. Raises StreetWorksError when nobody is signed in."""
        store, register = self._store, self._account.require_register()
        if store is None or not register.own_lists():
            self._state()
            return
        self.cancel()
        gatherer = Gatherer(store, register, now(), uk_today())
        self._go_on(_Reading(gatherer, gatherer.everything(self._seen()), quiet=False))

    def hear(self, changed: Set[WorksChanged]) -> None:
        """Read anew what changed; without anything, all is right as of now.

        All is read again on a new day, when other rows need somebody, and when it went wrong the
        last time.
        """
        store, register = self._store, self._account.register
        if store is None or register is None or not register.own_lists():
            return
        stale = self._owed or any(map(_is_of_another_day, self.now.lists))
        if stale and not self.reading:
            self.read()
            return
        gatherer = Gatherer(store, register, now(), uk_today())
        self._go_on(_Reading(gatherer, gatherer.catch_up(changed), quiet=True))

    def heard_of(self, works_reference: str) -> None:
        """Read anew all there is of works with which something was done."""
        belonging = (one for one in Listing if one not in _OF_PERMITS)
        self.hear({WorksChanged(works_reference, one) for one in belonging})

    def want(self, wanted: Wanted) -> None:
        """Show other needs, or in another order."""
        self.wanted, known = wanted, self.now
        if self._refreshing is not None and not self._refreshing.settled:
            self.refresh()  # what is known is being worked out: not to be overtaken by what was
            return
        self._jobs.start(
            tr("Street Works: sorting my works"),
            lambda _progress: known.narrowed(wanted),
            done=partial(self._show, self._store),
            failed=self.trouble.emit,
            topic=_SHOWING,
        )

    def refresh(self) -> None:
        """Work out anew what is known, as of now."""
        store = self._store
        if store is None:
            return
        self._refreshing = self._jobs.start(
            tr("Street Works: looking at my works"),
            lambda _progress: self._known(store),
            done=partial(self._show, store),
            failed=partial(self._failed, store),
            topic=_SHOWING,
        )

    def write(self, path: Path) -> None:
        """Write what is shown into a CSV file; ends in `written` or `trouble`."""
        shown, moment = self.now, now()

        def work(_progress: Progress) -> Path:
            try:
                path.write_bytes(csv_file(shown.needs, moment))
            except OSError as error:
                raise not_writable(path, str(error)) from error
            return path

        self._jobs.start(
            tr("Street Works: writing a list of my works"),
            work,
            done=lambda written: self.written.emit(str(written)),
            failed=self.trouble.emit,
        )

    def cancel(self) -> None:
        """Stop reading; what came is kept."""
        self._owed = False
        self._queue.clear()
        if self._job is not None:
            self._job.cancel()

    def close_down(self) -> None:
        """Let go of the account and of what is kept."""
        self._account.changed.disconnect(self._account_changed)
        self._live.ended.disconnect(self._map_loaded)
        self._let_go()

    def _use(self, path: Path) -> None:
        if path != self._path:
            self._let_go()
            self._path, self._store = path, MineStore(path)
            self._clock.start()

    def _let_go(self) -> None:
        self.cancel()
        self._clock.stop()
        store, self._store, self._path = self._store, None, None
        if store is not None:
            store.close()
        self._show(None, NOTHING.narrowed(self.wanted))

    def _account_changed(self) -> None:
        """Read the lists of an account that has just signed in, or catch up with them."""
        client, environment = self._account.client, self._account.environment
        if client is self._client:
            return
        self._client, self._asked = client, frozenset()
        if client is None or environment is None:
            self.cancel()
            return
        self._use(mine_path(store_path(self._folder, environment.key, self._account.user)))
        self._begin()

    def _begin(self) -> None:
        """Find out what is known already, and read what is not."""
        store, register = self._store, self._account.register
        if store is None or register is None:
            return

        def begin(shown: Shown) -> None:
            if store is not self._store:
                return
            self._show(store, shown)
            minutes = _minutes_since(shown.lists)
            if minutes is None or not register.tells_changes:
                self.read()
            else:
                gatherer = Gatherer(store, register, now(), uk_today())
                self._go_on(_Reading(gatherer, gatherer.changed_since(minutes), quiet=True))

        self._jobs.start(
            tr("Street Works: looking at my works"),
            lambda _progress: self._known(store),
            done=begin,
            failed=partial(self._failed, store),
            topic=_BEGINNING,
        )

    def _map_loaded(self) -> None:
        """Let a contractor, who may not list permits, see those of works that the map knows now."""
        store, register = self._store, self._account.register
        listed = (one for one in self.now.lists if one.own.listing is Listing.PERMITS)
        if (
            store is None
            or register is None
            or not any(one.trouble == RESTRICTED for one in listed)
        ):
            return
        gatherer = Gatherer(store, register, now(), uk_today())
        self._go_on(_Reading(gatherer, gatherer.permits_of(self._seen()), quiet=True))

    def _seen(self) -> Callable[[], Set[str]]:
        """Return what finds works of the account's promoters on the map that were not asked for."""
        store, codes = self._live.store, [one.code for one in self._account.promoters]

        def seen() -> Set[str]:
            found = frozenset() if store is None else store.works_of(codes) - self._asked
            self._asked |= found
            return found

        return seen

    def _go_on(self, reading: _Reading) -> None:
        """Read on: for a turn now, if nothing else is being read, or when that is done."""
        self._queue.append(reading)
        if self._job is None:
            self._take_turn()

    def _take_turn(self) -> None:
        store, reading = self._store, self._queue[0]
        if store is None:
            return

        def work(progress: Progress) -> bool:
            due = time.monotonic()
            end = due + _TURN_S
            for _page in reading.pages:
                progress.raise_if_cancelled()
                began = time.monotonic()
                if began >= due and not reading.quiet:
                    found = self._known(store)
                    progress.report(how_far(found.lists))
                    self._found.emit(store, found)
                    due = began + _SPARED * (time.monotonic() - began)
                if time.monotonic() >= end:
                    return False
            return True

        self._job = self._jobs.start(
            tr("Street Works: reading my works"),
            work,
            done=partial(self._turn_over, reading),
            failed=partial(self._turn_failed, store),
            cancelled=self._cancelled,
            topic=_READING,
            reported=lambda fraction, _text: self.progress.emit(fraction),
        )
        self._state()

    def _turn_over(self, reading: _Reading, whole: bool) -> None:
        self._job = None
        if whole:
            del self._queue[:1]
            error = reading.gatherer.error
            self._owed = error is not None or (self._owed and reading.quiet)
            if error is not None:
                self.trouble.emit(error)
        if self._queue:
            self._take_turn()
        else:
            self._stopped()

    def _turn_failed(self, store: MineStore, error: StreetWorksError) -> None:
        self._queue.clear()
        self._owed = True
        self._stopped()
        self._failed(store, error)

    def _cancelled(self) -> None:
        """Read nothing more: the planner said so, here or in QGIS's own list of tasks."""
        self._queue.clear()
        self._stopped()

    def _stopped(self) -> None:
        self._job = None
        self.ended.emit()
        self._state()
        self.refresh()

    def _failed(self, store: MineStore, error: StreetWorksError) -> None:
        if store is self._store:  # one that was closed meanwhile is nobody's concern
            self.trouble.emit(error)

    def _known(self, store: MineStore) -> Shown:
        """Return what is known, as of now; any thread may."""
        moment, wanted = now(), self.wanted
        every = needs(store.rows(), moment, self._account.user)
        return Shown(
            wanted,
            wanted.of(every),
            every,
            pressing(every),
            choices(every),
            store.lists(),
            moment,
        )

    def _show(self, store: Optional[MineStore], shown: Shown) -> None:
        if store is not self._store:
            return
        if shown.wanted != self.wanted:
            shown = shown.narrowed(self.wanted)
        self.now = shown
        self.shown.emit(shown)
        self._state()

    def _state(self) -> None:
        self.stated.emit(self.statement)


def _minutes_since(lists: tuple[ListState, ...]) -> Optional[float]:
    """Return how long ago the lists were whole; None where they are not, or it was another day."""
    moments = [one.as_of for one in lists if one.as_of and not one.trouble]
    whole = all(one.complete or one.trouble for one in lists)
    if not moments or not whole or any(map(_is_of_another_day, lists)):
        return None
    return (now() - min(moments)).total_seconds() / 60 + 1


def _is_of_another_day(one: ListState) -> bool:
    return uk_today(one.begun) != uk_today()
