"""The map kept live: the view is fetched into a store, which the layers read."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Callable, Optional

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, QThreadPool, QTimer, pyqtSignal

from ..background.garbage import as_usual, no_full_collections
from ..background.jobs import Job, Jobs
from ..background.task import Progress
from ..drafts import StoreDamagedError
from ..errors import StreetWorksError
from ..files.only_user import StoreInUseError
from ..live.finding.filter import Filter
from ..live.finding.sensitive import Known
from ..live.gathering import Gathering
from ..live.standing import Drawn, Standing, standing
from ..live.store.database import JournalGoneError, part_from_others
from ..live.store.keeping import Kept
from ..live.store.store import Store, View
from ..map.live_layers import LiveLayers
from ..map.live_tables import SHAPES
from ..trade.box import Box
from ..trade.calendar import uk_today
from ..trade.days import Days
from ..trade.kinds import KINDS, WORKS
from ..trade.records.on_map import Unread
from ..words import tr
from .account import Account
from .redrawing import Filled, Showing

_WORKERS = 3
_SLICE_S = 0.008  # for new layers, before QGIS may do something else
_FIRST_SEEN = {(WORKS, shape) for shape in SHAPES}  # layers wait for these records
_MOST_BYTES = 300_000_000
_MOST_STORES = 5  # one for each QGIS that is open at the same time
# Days to fetch where the filter has an open end; the register's lists reach no further.
_PAST, _AHEAD = timedelta(days=365), timedelta(days=730)


@dataclass(frozen=True)
class Looked:
    """What the planner looks at: the view (EPSG:27700), the days, and the conditions by kind.

    `seen` is what of the view is on the screen. With `fetch`, what was fetched before `since` is
    fetched again.
    """

    view: Box
    seen: Box
    days: Days
    filters: Mapping[str, str]
    since: Optional[datetime]
    fetch: bool


class LiveMap(QObject):
    """Fetches what is in view and keeps it; a newer look overtakes an older one.

    `started` and `ended` frame each fetch, `progress` gives the part that is done; a fetch that
    went wrong tells its first `error` by `trouble`, once. `standing` carries what is known of the
    view, in words that are true, each time it changes. `looked` tells each view. `kept` says that
    records have changed in the store, `opened` that it is another one, `closing` that it goes.
    """

    started = pyqtSignal()
    progress = pyqtSignal(float)
    ended = pyqtSignal()
    standing = pyqtSignal(object)  # tuple[Standing, ...]
    kept = pyqtSignal()
    opened = pyqtSignal()
    closing = pyqtSignal()
    looked = pyqtSignal(object)  # Looked
    trouble = pyqtSignal(object)

    def __init__(self, jobs: Jobs, account: Account, project: QgsProject) -> None:
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._project = project
        self.layers = LiveLayers(project)
        self.showing = Showing()
        self.showing.due.connect(self._show)
        self.store: Optional[Store] = None
        self._path: Optional[Path] = None
        self.filter = Filter()
        self.stated: tuple[Standing, ...] = ()
        self.error: Optional[StreetWorksError] = None
        self.on_map: Callable[[], Mapping[str, Drawn]] = dict
        self._known = Known()
        self._gathering: Optional[Gathering] = None
        self._workers: list[Job] = []
        self._looked: Optional[Looked] = None
        self._opened_at = now()
        self._may_reopen = True
        self._filled: Filled = frozenset()
        self._more = QTimer(self)
        self._more.setSingleShot(True)
        self._more.timeout.connect(self._make_more)
        project.cleared.connect(self.close)
        project.readProject.connect(self._adopt)

    @property
    def looked_at(self) -> Optional[Looked]:
        """What the planner looks at, or None."""
        return self._looked

    @property
    def loading(self) -> bool:
        """Whether a fetch is under way."""
        return bool(self._workers)

    @property
    def unreadable(self) -> list[Unread]:
        """The records in view that cannot be shown."""
        return [one for kind in self.stated for one in kind.unreadable]

    @property
    def calls(self) -> int:
        """How many requests the last fetch took."""
        return 0 if self._gathering is None else self._gathering.calls

    @property
    def days(self) -> Days:
        """The days that are shown and fetched."""
        today = uk_today()
        first, last = self.filter.days.range(today)
        start = first or min(today, last or today) - _PAST
        return Days(start, last or max(today, start) + _AHEAD)

    def open(self, path: Path) -> None:
        """Show a store: what was seen last, pale until it is fetched again.

        Another QGIS that uses it gets a store of its own beside it. Raises StreetWorksError when
        it cannot be opened; a damaged one was put aside, and a new one is begun then.
        """
        if self.store is not None:
            if self._path == path:
                return
            self.close()
        self._path = path
        self._opened_at = now()
        self._may_reopen = True
        self._open(path)

    def _open(self, path: Path) -> None:
        self.store = self._free(path)
        filled = self.store.filled()
        self.layers.filter(self._conditions())
        self.layers.grey({kind for kind, _shape in filled})
        self.layers.read_from(self.store.layer_source)
        try:
            self._make_layers(filled)
        except StreetWorksError:
            self.close()
            raise
        self.opened.emit()

    def _make_layers(self, filled: Filled) -> None:
        """Make layers that are lacking, and more when QGIS has had a moment in between.

        Raises StreetWorksError when QGIS cannot open the store.
        """
        self._filled = filled
        if self.layers.make(filled, ahead=_FIRST_SEEN, within_s=_SLICE_S):
            self._more.start()

    def make_layers(self) -> None:
        """Make the layers that are asked for again."""
        if self.store is not None:
            self._filled = frozenset(self.store.filled())
            self._make_more()

    def _make_more(self) -> None:
        if self.store is not None:
            try:
                self._make_layers(self._filled)
            except StreetWorksError as error:
                self.trouble.emit(error)

    def _free(self, path: Path, number: int = 1) -> Store:
        """Open the store, or the first one beside it that no other QGIS uses."""
        beside = path if number == 1 else path.with_name(f"{path.stem}.{number}{path.suffix}")
        try:
            return self._sound(beside)
        except StoreInUseError:
            if number == _MOST_STORES:
                raise
        return self._free(path, number + 1)

    def _sound(self, path: Path) -> Store:
        try:
            return Store(path)
        except StoreDamagedError as error:
            self.trouble.emit(error)
            return Store(path)

    def last_view(self) -> Optional[View]:
        """Return what was looked at last in this store. Raises StreetWorksError."""
        return None if self.store is None else self.store.last_view()

    def close(self) -> None:
        """Let go of the store and of the layers that read it; the view is remembered."""
        self._halt()
        self.closing.emit()
        self.showing.stop()
        self._more.stop()
        self.layers.close()
        store, self.store = self.store, None
        looked, self._looked = self._looked, None
        self.stated = ()
        if store is None:
            return
        try:
            if looked is not None:
                store.set_last_view(View(looked.seen, looked.days))
        except StreetWorksError as error:
            self.trouble.emit(error)
        finally:
            store.close()

    def close_down(self) -> None:
        """Close, and let go of the project."""
        self.close()
        self.layers.close_down()
        as_usual()
        self._project.cleared.disconnect(self.close)
        self._project.readProject.disconnect(self._adopt)

    def reopen(self) -> bool:
        """Show the store that was shown last; returns whether there is one.

        A project that is new, or another one, does not show it until it is asked for. Raises
        StreetWorksError as `open` does.
        """
        if self._path is not None:
            self.open(self._path)
        return self.store is not None

    def use(self, wanted: Filter, known: Optional[Known] = None) -> None:
        """Filter the layers; `known` is what is known of streets that are traffic-sensitive."""
        self.filter = wanted
        self._known = known or Known()
        conditions = self._conditions()
        self.layers.filter(conditions)
        if self._looked is not None:
            self._looked = replace(self._looked, filters=conditions)
            self.looked.emit(self._looked)
            self._state()

    def see(self, seen: Box) -> None:
        """State anew what is known of the view, of which `seen` (EPSG:27700) is on the screen."""
        if self._looked is not None:
            self._looked = replace(self._looked, seen=seen)
            self._state()

    def look(
        self,
        view: Box,
        *,
        seen: Optional[Box] = None,
        since: Optional[datetime] = None,
        fetch: bool = True,
    ) -> None:
        """Look at a view (EPSG:27700): what is there is stated, what is missing is fetched.

        `seen` is what of it is on the screen, where that is not all. Ground fetched before `since`
        is fetched again. Without `fetch` nothing is asked for.
        Raises StreetWorksError when nobody is signed in and something is to be fetched.
        """
        store = self.store
        if store is None:
            return
        self._halt()
        conditions = self._conditions()  # they may speak of today, which is another day by now
        self.layers.filter(conditions)
        self._looked = looked = Looked(view, seen or view, self.days, conditions, since, fetch)
        self.looked.emit(looked)
        self._state()
        if not fetch:
            self._tidy()
            return
        register = self._account.require_register()
        self._gathering = gathering = Gathering(
            store, register.map_records, view, looked.days, since=since
        )
        self.error = None
        room = max(1, min(_WORKERS, QThreadPool.globalInstance().maxThreadCount() - 1))
        self._workers = [self._start(store, gathering) for _number in range(room)]
        self.showing.begin()
        self.started.emit()

    def note(self, store: Store, kind: str, kept: Kept) -> None:
        """Take note of an answer that was kept; any thread may."""
        if kept.added or kept.altered or kept.gone:
            self.showing.note(kind, frozenset(store.filled()))

    def caught_up(self) -> None:
        """Draw what was noted without a load, and state it."""
        if self.store is not None and not self.loading:
            self.showing.end()
            self._state()

    def stop(self) -> None:
        """Stop the fetch that is under way; what came is kept."""
        if self._halt():
            self._state()
            self._tidy()

    def _halt(self) -> bool:
        """End the fetch that is under way; return whether there was one."""
        workers, self._workers = self._workers, []
        if not workers:
            return False
        if self._gathering is not None:
            self._gathering.stop()
        for worker in workers:
            worker.cancel()
        self.showing.end()
        self.ended.emit()
        return True

    def _start(self, store: Store, gathering: Gathering) -> Job:
        def work(progress: Progress) -> None:
            def arrived(kind: str, kept: Kept) -> None:
                self.note(store, kind, kept)
                progress.report(gathering.progress)

            with no_full_collections():
                gathering.work(lambda: progress.cancelled, arrived)

        return self._jobs.start(
            tr("Street Works: loading the map"),
            work,
            done=lambda _nothing: self._over(gathering),
            failed=lambda error: self._over(gathering, error),
            cancelled=lambda: self._cancelled(gathering),
            reported=lambda fraction, _text: self._reported(gathering, fraction),
        )

    def _reported(self, gathering: Gathering, fraction: float) -> None:
        if gathering is self._gathering and self._workers:
            self.progress.emit(fraction)
            self.showing.came()

    def _cancelled(self, gathering: Gathering) -> None:
        """Stop: the planner has cancelled a worker in QGIS's own list of tasks."""
        if gathering is self._gathering:
            self.stop()

    def _over(self, gathering: Gathering, error: Optional[StreetWorksError] = None) -> None:
        """Take note that a worker is done; with the last one the fetch is over."""
        if gathering is not self._gathering or not self._workers:
            return
        self.error = self.error or error
        if any(not one.settled for one in self._workers):
            return
        self.error = self.error or gathering.error
        self._halt()
        if self.error is None:
            self._may_reopen = True
        else:
            self._store_failed(self.error)
        self._state()
        self._tidy()

    def _store_failed(self, error: StreetWorksError) -> None:
        if isinstance(error, JournalGoneError) and self._may_reopen:
            self._reopen()
        else:
            self.trouble.emit(error)

    def _reopen(self) -> None:
        """Open the store anew, as its journal was taken away, and look again."""
        self._may_reopen = False
        self._halt()
        looked, store, path = self._looked, self.store, self._path
        if looked is None or store is None or path is None:
            return
        try:
            self.closing.emit()
            self._more.stop()
            self.layers.pause()
            self.store = None
            store.close()
            part_from_others(store.path)
            self._open(path)
            self.look(looked.view, seen=looked.seen, since=looked.since, fetch=looked.fetch)
        except StreetWorksError as error:
            self.trouble.emit(error)

    def _adopt(self) -> None:
        """Let the layers of a project that was opened read the store."""
        if self.store is None and self.layers.there():
            try:
                self.reopen()
            except StreetWorksError as error:
                self.trouble.emit(error)

    def _show(self, kinds: Collection[str], filled: Filled) -> None:
        """Draw what came since the last time."""
        if self.store is None:
            return
        try:
            self._make_layers(filled)
        except StreetWorksError as error:
            self._halt()
            self.trouble.emit(error)
        self.layers.repaint(kinds)
        QTimer.singleShot(0, self._tell_kept)  # the map comes first

    def _tell_kept(self) -> None:
        if self.store is not None:
            self.kept.emit()

    def _state(self) -> None:
        """Find out what is known of the view now; ends in `standing`."""
        looked, drawn, unsure = self._looked, self.on_map(), self._unsure()
        if looked is not None:
            self._with_store(
                tr("Street Works: counting what is in view"),
                lambda store: (
                    standing(
                        store,
                        looked.view,
                        looked.days,
                        looked.filters,
                        seen=looked.seen,
                        drawn=drawn,
                        unsure=unsure,
                    ),
                    store.extents(),
                ),
                done=self._stated,
                topic="standing",
            )

    def _stated(self, found: tuple[tuple[Standing, ...], dict[tuple[str, str], Box]]) -> None:
        self.stated, extents = found
        today = date.today()
        self._make_layers(frozenset(extents))
        self.layers.measure(extents)
        self.layers.grey({one.kind for one in self.stated if one.held and self._is_old(one)})
        self.layers.describe({one.kind: one.statement(today) for one in self.stated})
        self.standing.emit(self.stated)

    def _is_old(self, one: Standing) -> bool:
        """Whether something in view is of an earlier session."""
        return one.as_of is None or one.as_of < self._opened_at

    def _tidy(self) -> None:
        """Remember the view, and keep the store from growing without end."""
        looked = self._looked
        if looked is None:
            return

        def work(store: Store) -> None:
            store.set_last_view(View(looked.seen, looked.days))
            store.prune(_MOST_BYTES)

        self._with_store(
            tr("Street Works: keeping what was loaded"),
            work,
            done=lambda _nothing: None,
            topic="tidy",
        )

    def _with_store(
        self, text: str, work: Callable[[Store], Any], *, done: Callable[[Any], None], topic: str
    ) -> None:
        """Do something with the store in the background; when it was closed, nobody is told."""
        store = self.store
        if store is None:
            return

        def if_open(tell: Callable[[Any], None]) -> Callable[[Any], None]:
            return lambda answer: tell(answer) if store is self.store else None

        self._jobs.start(
            text,
            lambda _progress: work(store),
            done=if_open(done),
            failed=if_open(self._store_failed),
            topic=topic,
        )

    def _conditions(self) -> dict[str, str]:
        today = uk_today()
        known = self._known.sensitive
        return {kind: self.filter.to_sql(kind, sensitive=known, today=today) for kind in KINDS}

    def _unsure(self) -> dict[str, str]:
        """Return the condition of works of which it is not known whether they pass the filter."""
        if not self.filter.traffic_sensitive:
            return {}
        known = self._known.sensitive | self._known.others
        return {WORKS: self.filter.unsure_sql(known, today=uk_today())}


def now() -> datetime:
    """Return this moment, with its time zone."""
    return datetime.now(timezone.utc)
