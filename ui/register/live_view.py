"""The live map as the planner sees it: it follows the canvas, the filter and the clock."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Callable, Optional

from qgis.core import QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...plugin.background.jobs import Jobs
from ...plugin.desk.account import Account
from ...plugin.desk.feed_of_changes import Following
from ...plugin.desk.filters import SavedFilters
from ...plugin.desk.live_map import LiveMap, Looked, now
from ...plugin.desk.promoters import Promoters
from ...plugin.desk.sensitive_works import SensitiveWorks
from ...plugin.errors import StreetWorksError
from ...plugin.live.finding.days_wanted import OWN, DaysWanted
from ...plugin.live.finding.filter import Filter
from ...plugin.live.store.store import store_path
from ...plugin.map.group import has_planners, holds_nothing
from ...plugin.map.on_map import on_map
from ...plugin.map.place import box_in_view
from ...plugin.map.untouched import Untouched
from ...plugin.settings import Settings
from ...plugin.words import tr
from ..shared.trouble import attempt
from .map_panel import MapPanel
from .streets_view import StreetsView

ENGLAND = QgsRectangle(80_000, 5_000, 656_000, 658_000)
_REST_MS = 80  # how long the map has to rest before what is in view is asked for
_WIDEST_M = 30_000.0  # wider views are loaded only when the planner says so
_SAME_PART = 0.7  # of the ground: a view that is no smaller is the same in another window
_TICK_PART = 0.25  # of the time after which what is in view is loaded again


class LiveView(QObject):
    """Holds the live map and its panel.

    `go_to` asks for the canvas to show a box (EPSG:27700), `told` for the planner to be told.
    """

    trouble = pyqtSignal(object)
    told = pyqtSignal(str)
    go_to = pyqtSignal(QgsRectangle)

    def __init__(
        self, canvas: Any, jobs: Jobs, account: Account, settings: Settings, folder: Path
    ) -> None:
        super().__init__()
        self._canvas = canvas
        self._account = account
        self._settings = settings
        self._folder = folder
        self.filters = SavedFilters(QgsProject.instance())
        self.live = LiveMap(jobs, account, QgsProject.instance())
        self.live.layers.removed = settings.removed_layers
        self.following = Following(jobs, account, self.live)
        self.sensitive = SensitiveWorks(jobs, account, self.live)
        self.promoters = Promoters(jobs, account, self.live)
        self.panel = MapPanel(self.live, self.filters, settings, self.load)
        self.streets = StreetsView(canvas, jobs, account, self.live, self.panel, settings)
        self.panel.offer_removed(bool(settings.removed_layers))
        self.seen: Optional[QgsRectangle] = None  # what was on the screen last, in EPSG:27700
        self._told: Optional[type[StreetWorksError]] = None
        # Nothing older than this is shown: when the planner last asked for everything anew.
        self._anew = datetime.min.replace(tzinfo=timezone.utc)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._again = QTimer(self)  # what is on the map is another part of what is known
        self._again.setSingleShot(True)
        self._again.setInterval(_REST_MS)
        self._clock = QTimer(self)
        self._untouched = Untouched(canvas)
        self.live.on_map = lambda: on_map(self.live.layers, canvas)
        self._connect()
        self.live.showing.drawing = canvas.isDrawing
        self.live.use(self.filters.current)
        self._dress(chosen=False)

    @property
    def busy(self) -> bool:
        """Whether something is being loaded, or is about to be."""
        return self._rest.isActive() or self._again.isActive() or self.live.loading

    def show_last(self) -> bool:
        """Show what was loaded in the last session; returns whether there was something.

        A project with layers of the planner's, and none of ours, is left as it is.
        """
        if has_planners(QgsProject.instance()) and not self.live.layers.there():
            return False
        path = self._folder / self._settings.last_store
        if not self._settings.last_store or not path.exists():
            return False
        return attempt(lambda: self._show_store(path), self._tell)

    def go_back(self) -> bool:
        """Go where the map was looked at last and show what was loaded there; False for nowhere."""
        path = self._folder / self._settings.last_store
        if self.live.store is None and self._settings.last_store and path.exists():
            attempt(lambda: self.live.open(path), self._tell)
        view = None if self.live.store is None else self.live.last_view()
        if view is not None:
            self.go_to.emit(QgsRectangle(*view.box))
        return view is not None

    def _show_store(self, path: Path) -> None:
        """Open a store; a canvas that shows nothing goes where the store was looked at last.

        One that is open already is not gone to again: the map is where it is to be by now.
        """
        self._follow_store(lambda: self.live.open(path))

    def _follow_store(self, show: Callable[[], Any]) -> None:
        before = self.live.store
        nothing_shown = holds_nothing(QgsProject.instance()) or self._canvas.extent().isEmpty()
        show()
        view = self.live.last_view()
        if not nothing_shown or (before is not None and before is self.live.store):
            self._rest.start()
        elif view is not None:
            self.go_to.emit(QgsRectangle(*view.box))
            self.live.look(view.box, fetch=False)
        else:
            self.go_to_england()

    def go_to_england(self) -> None:
        """Ask for the canvas to show England, unless it shows some of it."""
        try:
            box_in_view(self._canvas)
        except StreetWorksError:
            self.go_to.emit(ENGLAND)

    def signed_in(self) -> None:
        """Open the account's store, go where it was looked at last, and load what is in view."""
        environment = self._account.environment
        if environment is None:
            return
        path = store_path(self._folder, environment.key, self._account.user)
        self._settings.last_store = path.name
        self._told = None
        self._dress(chosen=False)
        attempt(lambda: self._show_store(path), self._tell)
        self._anew = now()
        attempt(lambda: self._look(since=self._anew), self._tell)
        self._clock.start(self._tick_ms())

    def load(self) -> None:
        """Ask the register anew for all that is in view, however large."""
        self._rest.stop()
        self._told = None
        self._anew = now()
        attempt(self._load, self._tell)

    def _load(self) -> None:
        if self.live.store is None:
            self._account.require_register()
            self._follow_store(self.live.reopen)
        seen = box_in_view(self._canvas, grown_by=0)
        self.live.look(box_in_view(self._canvas), seen=seen, since=self._anew)

    def look(self) -> None:
        """State what is known of the view, and load what is missing if the planner wants that."""
        self._rest.stop()
        if self.live.store is None:
            return
        old = now() - timedelta(minutes=self._minutes)
        attempt(lambda: self._look(since=max(old, self._anew)), self._tell)

    def include(self, start: date, end: date) -> None:
        """Widen the days shown so that `start` to `end` are among them, and say so."""
        shown = self.live.days
        if start < shown.start or end > shown.end:
            before = self.filters.current.days
            wanted = DaysWanted(OWN, min(start, shown.start), max(end, shown.end))
            self.filters.use(replace(self.filters.current, days=wanted))
            self.told.emit(
                tr(
                    "The map now shows {days}, so that your works are on it; before it showed"
                    " {before}. Change it on the “Map” panel."
                ).format(days=wanted.describe(), before=before.describe())
            )

    def close_down(self) -> None:
        """Take everything away again: timers, layers, the store."""
        self._rest.stop()
        self._clock.stop()
        self.following.close_down()
        self._again.stop()
        self._untouched.remove()
        self._canvas.extentsChanged.disconnect(self._moved)
        self._canvas.temporalRangeChanged.disconnect(self._again.start)
        QgsProject.instance().cleared.disconnect(self._left)
        QgsProject.instance().readProject.disconnect(self._adopt)
        self._account.changed.disconnect(self._account_changed)
        self.streets.close_down()
        self.live.close_down()
        self.panel.close_down()
        self.filters.close_down()

    @property
    def _minutes(self) -> float:
        return self._settings.refresh_minutes

    def _connect(self) -> None:
        self._canvas.extentsChanged.connect(self._moved)
        self._canvas.temporalRangeChanged.connect(self._again.start)
        self._again.timeout.connect(self._see)
        self.live.looked.connect(self._remember)
        self.live.layers.altered.connect(self._altered)
        QgsProject.instance().cleared.connect(self._left)
        QgsProject.instance().readProject.connect(self._adopt)
        self._account.changed.connect(self._account_changed)
        self._rest.timeout.connect(self.look)
        self._clock.timeout.connect(self._refresh)
        self.filters.current_changed.connect(self._filter)
        self.live.trouble.connect(self._tell)
        self.live.ended.connect(self._ended)
        self.sensitive.told.connect(self.panel.filter_panel.say)
        self.sensitive.trouble.connect(self._tell)
        self.following.trouble.connect(self._tell)
        self.promoters.known.connect(self.panel.filter_panel.offer_promoters)
        self.promoters.trouble.connect(self._tell)
        self.panel.bring_back.clicked.connect(self._bring_back)
        self.panel.styleCombo.activated.connect(lambda _row: self._dress(chosen=True))

    def _moved(self) -> None:
        if self.live.store is None:
            return
        if self._same_view():
            self._again.start()
        else:
            self.live.stop()  # the view has moved on: what came is kept
            self._rest.start()

    def _see(self) -> None:
        """State anew what is known of what is on the map now."""
        if self.live.store is not None and not self._rest.isActive():  # else in a moment
            attempt(self._see_now, self._tell)

    def _see_now(self) -> None:
        looked, seen = self.live.looked_at, box_in_view(self._canvas, grown_by=0)
        if looked is not None:
            self.live.see(seen if looked.view.contains(seen) else looked.seen)

    def _remember(self, looked: Looked) -> None:
        self.seen = QgsRectangle(*looked.seen)

    def _altered(self) -> None:
        """Take note that the layers show something else now."""
        removed = self.live.layers.removed
        if removed != self._settings.removed_layers:
            self._settings.removed_layers = removed
        self.panel.offer_removed(bool(removed))
        self._again.start()

    def _bring_back(self) -> None:
        self.live.layers.bring_back()
        self.live.make_layers()

    def _left(self) -> None:
        """Say that another project does not show the live map until it is asked for."""
        if self._settings.last_store:
            self.panel.say(
                tr("This project does not show the live map. “Load what is in view” brings it in.")
            )

    def _adopt(self) -> None:
        """Let a project that came with our layers show what was loaded last."""
        if self.live.store is not None:
            self._rest.start()
        elif self.live.layers.there():
            self.show_last()

    def _same_view(self) -> bool:
        """Whether what was looked at last is what is in view: only the window's shape changed."""
        looked = self.live.looked_at
        if looked is None or self._rest.isActive():
            return False
        try:
            view = box_in_view(self._canvas, grown_by=0)
        except StreetWorksError:
            return False
        return looked.view.contains(view) and view.area >= _SAME_PART * looked.view.area

    def _look(self, since: datetime) -> None:
        view = box_in_view(self._canvas)
        wide = max(view.width, view.height) > _WIDEST_M
        wanted = self._settings.follow_map and self._account.signed_in and not wide
        seen = box_in_view(self._canvas, grown_by=0)
        self.live.look(view, seen=seen, since=since, fetch=wanted)

    def _refresh(self) -> None:
        """Ask again for what is in view and old by now, unless a load is under way."""
        self._clock.setInterval(self._tick_ms())
        if self._account.signed_in and not self.live.loading and not self._rest.isActive():
            old = (1 - _TICK_PART) * self._minutes  # at the next tick it would be too old
            attempt(lambda: self._look(since=now() - timedelta(minutes=old)), self._tell)

    def _filter(self, wanted: Filter) -> None:
        self.live.use(wanted)
        if self.live.store is not None:
            self._rest.start()

    def _dress(self, *, chosen: bool) -> None:
        if chosen:
            self._settings.style = self.panel.style.value
        organisation = self._account.organisation
        self.live.layers.dress(
            self.panel.style,
            organisation.code if organisation is not None else "",
            organisation.name if organisation is not None else "",
            chosen=chosen,
        )

    def _tick_ms(self) -> int:
        return int(60_000 * _TICK_PART * self._minutes)

    def _account_changed(self) -> None:
        if not self._account.signed_in:
            self._clock.stop()
            self.live.stop()

    def _ended(self) -> None:
        if self.live.error is None and not self.live.loading:
            self._told = None

    def _tell(self, error: StreetWorksError) -> None:
        """Tell what went wrong, but not again and again while the map asks by itself."""
        if self._told is not type(error):
            self._told = type(error)
            self.trouble.emit(error)
