"""The streets on the map: those that were looked up are kept, those in view are asked for."""

import time
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..api.register import Register
from ..background.jobs import Job, Jobs
from ..background.task import Progress
from ..errors import StreetWorksError
from ..live.plan.cells import Cell
from ..live.plan.street_places import StreetPlaces
from ..live.store.store import Store
from ..live.streets_known import StreetsKnown, known_cells, streets_known
from ..map.street_layer import StreetLayer
from ..trade.box import Box
from ..trade.kinds import WORKS
from ..trade.records.streets import Street
from ..words import tr
from .account import Account
from .live_map import LiveMap, now
from .own_streets import OwnStreets
from .streets import line_of
from .town_streets import TownStreets

MOST_ASKED = 2000  # places at a time: at the pace that Street Works keeps, eleven minutes
_LARGEST_M2 = 25e6
_FEWEST_FOR_A_PACE = 30  # the first may go out at once
_GATHER_MS = 250  # what comes meanwhile is kept together


class _Kept(NamedTuple):
    """What a store has by now: how far its streets reach, None for none, and what of a view.

    `fresh` says that some of its streets are new.
    """

    extent: Optional[Box]
    known: Optional[StreetsKnown]
    fresh: bool


class _Pace:
    """Says how many of the places are asked, and how long the rest will take."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._begun = time.monotonic()

    def said(self, asked: int) -> str:
        """Say it; how long it takes only where that is more than a minute, as far as one knows."""
        said = tr("Streets: {n} of {all} places asked").format(n=asked, all=self._places)
        if asked < _FEWEST_FOR_A_PACE:
            return said
        seconds = (time.monotonic() - self._begun) / asked * (self._places - asked)
        minutes = round(seconds / 60)
        if not minutes:
            return said
        left = tr("about 1 minute left") if minutes == 1 else tr("about {n} minutes left")
        return f"{said}, {left.format(n=minutes)}"


class StreetMap(QObject):
    """Keeps what the look-up tells of streets in the store that is shown, and shows that.

    `started` and `ended` frame a search for the streets in view, `progress` says how far it is.
    `known` tells what is known of the view each time that it changes.
    """

    started = pyqtSignal()
    progress = pyqtSignal(float, str)
    ended = pyqtSignal()
    known = pyqtSignal(object)  # StreetsKnown
    trouble = pyqtSignal(object)
    _asked = pyqtSignal(object)  # Cell: brought to the main thread, behind what was told there

    def __init__(
        self, jobs: Jobs, account: Account, live: LiveMap, layer: StreetLayer, own: OwnStreets
    ) -> None:
        """`own` is the planner's own layer: where there is one, `layer` shows nothing."""
        super().__init__()
        self._jobs = jobs
        self._account = account
        self._live = live
        self._layer = layer
        self._own = own
        self._streets: dict[int, Street] = {}  # told, and not kept yet
        self._cells: set[Cell] = set()
        self._whole = False  # every street that there is was told
        self._client: object = None
        self._town = TownStreets(jobs, account)
        self._town.told.connect(self._take_all)
        self._town.trouble.connect(self.trouble)
        self._keeping = self._once_more = False
        self._has_some = self._to_bring = False
        self._job: Optional[Job] = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_GATHER_MS)
        self._soon.timeout.connect(self._go_on)
        self._asked.connect(self._take_cell)
        account.streets_told.connect(self._take)
        account.changed.connect(self._follow_account)
        live.opened.connect(self._opened)
        own.changed.connect(self._own_changed)
        live.closing.connect(self._close)
        live.looked.connect(lambda _looked: self._look())
        live.layers.altered.connect(self._look)

    @property
    def searching(self) -> bool:
        """Whether the streets in view are being asked for."""
        return self._job is not None

    def close_down(self) -> None:
        """Keep and show nothing more."""
        self._soon.stop()
        self.cancel()
        self._town.cancel()

    def find(self, view: Box) -> None:
        """Ask for the streets of a view (EPSG:27700), as far as they are not known; it takes long.

        Raises StreetWorksError when nobody is signed in, where the project does not show what is
        loaded, and for a view that is too large.
        """
        register, store = self._account.require_register(), self._live.store
        if store is None:
            raise StreetWorksError(
                tr("This project does not show the live map."),
                advice=tr("“Load what is in view” brings it in."),
            )
        if view.area > _LARGEST_M2:
            raise StreetWorksError(
                tr("The view is too large to ask for its streets."),
                advice=tr("Zoom in: Street Manager tells the streets within 25 m of a place."),
            )
        self._job = self._jobs.start(
            tr("Street Works: looking for the streets in view"),
            lambda progress: self._search(store, register, view, progress),
            done=lambda _nothing: self._over(),
            failed=self._failed,
            cancelled=self._over,
            topic="streets in view",
            reported=self.progress.emit,
        )
        self.started.emit()

    def cancel(self) -> None:
        """Ask for no more streets; those that came are kept."""
        if self._job is not None:
            self._job.cancel()

    def _search(self, store: Store, register: Register, view: Box, progress: Progress) -> None:
        """Ask place by place. What the register tells of streets, the account hears by itself."""
        known = known_cells(store.streets, now())
        if known is None:
            return
        places = StreetPlaces(view, known, store.positions(WORKS, view))
        places.learn(store.streets.lines(view))
        met: set[int] = set()
        most = min(places.left, MOST_ASKED)
        pace = _Pace(most)
        for number in range(most):
            progress.raise_if_cancelled()
            progress.report(number / most, pace.said(number))
            cell = places.next()
            if cell is None:
                return
            found = [one for one in register.streets_near(*cell.middle) if one.usrn not in met]
            met.update(one.usrn for one in found)
            self._asked.emit(cell)
            places.learn(line for line in map(line_of, found) if line is not None)

    def _over(self) -> None:
        self._job = None
        self._soon.start()
        self.ended.emit()

    def _failed(self, error: StreetWorksError) -> None:
        self._over()
        self.trouble.emit(error)

    def _follow_account(self) -> None:
        """Forget what another session told and was not kept."""
        if self._account.client is not self._client:
            self._client = self._account.client
            self.cancel()
            self._town.cancel()
            self._streets, self._cells, self._whole = {}, set(), False
        self._soon.start()

    def _take(self, streets: Iterable[Street]) -> None:
        self._streets.update((one.usrn, one) for one in streets)
        self._begin_soon()

    def _take_all(self, streets: Iterable[Street]) -> None:
        self._whole = True
        self._take(streets)

    def _take_cell(self, cell: Cell) -> None:
        self._cells.add(cell)
        self._begin_soon()

    def _begin_soon(self) -> None:
        if not self._soon.isActive():  # else what comes without a pause would wait for ever
            self._soon.start()

    def _look(self) -> None:
        if self._has_some:
            self._begin_soon()

    def _opened(self) -> None:
        self._to_bring = True
        self._soon.start()

    def _own_changed(self) -> None:
        if self._own.layer is not None:
            self._layer.close()
        self._look()

    def _close(self) -> None:
        """Let go of a store that goes."""
        self._has_some = False
        self.cancel()
        self._layer.close()

    def _go_on(self) -> None:
        """Keep what came, and show what there is."""
        store, looked = self._live.store, self._live.looked_at
        self._once_more = self._keeping
        if store is None or self._keeping:
            return
        if self._to_bring:
            self._to_bring = False
            self._own.bring()
        self._town.bring(store.streets)
        streets, cells, whole = self._streets, self._cells, self._whole
        self._streets, self._cells, self._whole = {}, set(), False
        view = None if looked is None else looked.seen
        told_by = self._client

        def work(_progress: Progress) -> _Kept:
            shelf, moment = store.streets, now()
            if streets or cells:
                shelf.keep(streets.values(), cells, moment)
            if whole:
                shelf.note_all(moment)
            known = None if view is None else streets_known(shelf, view, moment)
            return _Kept(shelf.extent, known, bool(streets))

        def put_back(error: StreetWorksError) -> None:
            """Keep what came with what comes next: all there is must not be less than that."""
            if told_by is self._client:
                self._streets = {**streets, **self._streets}
                self._cells |= cells
                self._whole = self._whole or whole
            self._keeping = False
            self.trouble.emit(error)

        self._keeping = True
        self._jobs.start(
            tr("Street Works: keeping streets"),
            work,
            done=lambda kept: self._show(store, kept),
            failed=put_back,
            cancelled=self._settled,
        )

    def _settled(self) -> None:
        self._keeping = False
        if self._once_more or self._streets or self._cells or self._whole:
            self._begin_soon()

    def _show(self, store: Store, kept: _Kept) -> None:
        self._settled()
        if store is not self._live.store:
            return
        self._has_some = kept.extent is not None
        note = "" if kept.known is None else kept.known.statement(date.today())
        if self._own.layer is not None:
            self._layer.close()
        elif kept.extent is not None:
            source = store.streets.layer_source
            self._layer.show(source, kept.extent, note, fresh=kept.fresh)
        if kept.known is not None:
            self.known.emit(kept.known)
