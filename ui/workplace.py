"""Everything the planner works with: built when first used, taken down when the plugin goes."""

from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, Callable, Optional

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QAction

from ..plugin.background.jobs import Jobs
from ..plugin.desk.account import Account
from ..plugin.desk.applying import Applying
from ..plugin.desk.clashes_on_map import ClashesOnMap
from ..plugin.desk.clashing import Clashing
from ..plugin.desk.copying import Copying
from ..plugin.desk.evidence import Evidence
from ..plugin.desk.habits import Habits
from ..plugin.desk.half_filled import HalfFilled
from ..plugin.desk.kept_drafts import KeptDrafts
from ..plugin.desk.other_days import OtherDays
from ..plugin.desk.reshaping import Reshaping
from ..plugin.desk.rules_set import rules_set
from ..plugin.desk.sent_drafts import forget_accepted
from ..plugin.desk.several import SeveralDrafts
from ..plugin.desk.sheet import Sheet
from ..plugin.desk.verdicts import Place, Verdicts
from ..plugin.desk.watch import Watch
from ..plugin.desk.watched import OwnWorks
from ..plugin.drafts import DraftStore, Journal
from ..plugin.drafts.habits import FILE as HABITS
from ..plugin.drafts.habits import HabitStore
from ..plugin.drafts.verdicts import VerdictStore
from ..plugin.map.clash_layer import ClashLayers
from ..plugin.map.draft_layer import DraftLayer
from ..plugin.map.highlight import Highlight
from ..plugin.map.pick import Record
from ..plugin.settings import Settings
from ..plugin.trade.kinds import WORKS
from ..plugin.trade.records.geojson import GeoJson
from ..plugin.trade.shapes import geometry_of
from ..plugin.words import tr
from .account.account_row import AccountRow
from .account.signing_in import SigningIn
from .clashes.clash_panel import ClashPanel
from .clashes.clash_walk import ClashWalk
from .clashes.other_days_view import OtherDaysView
from .clashes.proving import Proving
from .clashes.rules_page import NAME as RULES_PAGE
from .clashes.watch_view import WatchView
from .extent.shaping import Shaping
from .forms.one_form import OneForm
from .kept_files import Store, opened, tell_damage
from .map_place import MapPlace
from .mine.mine_view import MineView
from .new_works_forms import NewWorksForms, form_of_new_works
from .offering import Offering
from .options_page import NAME as OPTIONS_PAGE
from .planner_dock import PlannerDock
from .register.basemap_view import BasemapView
from .register.copy_actions import CopyActions
from .register.first_layer import FirstLayer
from .register.listings import Listings
from .register.live_view import LiveView
from .register.looking_up import Finding
from .shared.focus_frame import FocusFrame
from .shared.message import Messages
from .shared.status_line import say
from .shared.taking_back import (
    APPLICATION,
    CLASHES,
    DRAFTS,
    EVIDENCE,
    FINDING,
    LIST,
    MAP,
    MINE,
    SHAPE,
    STREETS,
    VERDICTS,
    WATCH,
    TakingBack,
)
from .shared.trouble import Trouble
from .step_forms import StepForms
from .welcoming import Welcoming

_TOOLS = ("point", "line", "polygon", "along")


class Workplace:
    """Wires the desk to the dock, the dialogs and the map; every trouble ends in a message."""

    def __init__(self, iface: Any, toggles: dict[str, QAction]) -> None:
        """`toggles` are the plugin's actions, some of which are checked or switched off here."""
        self._iface = iface
        self._parts = ExitStack()  # what was opened, to be closed in reverse order
        self._canvas = iface.mapCanvas()
        folder = self._folder = Path(QgsApplication.qgisSettingsDirPath()) / "street_works"
        self.messages = Messages(iface.messageBar(), iface.mainWindow())
        self.trouble = Trouble(self.messages, self.sign_in, self._open_settings)
        self._parts.callback(self.messages.clear)
        self.settings = Settings()
        self.settings.drop_habits()
        self.jobs = Jobs()
        self.drafts = self._open(DraftStore, folder / "drafts.sqlite")
        self.journal = self._open(Journal, folder / "outbox.sqlite")
        self.account = Account(self.jobs, folder)
        self._parts.callback(self.account.close)
        self.signing_in = SigningIn(
            self.account, self.settings, self.messages, self.trouble, iface.mainWindow()
        )
        self.draft_layer = DraftLayer(QgsProject.instance())
        self._parts.callback(self.draft_layer.close_down)
        self.live_view = LiveView(self._canvas, self.jobs, self.account, self.settings, folder)
        self._parts.callback(self.live_view.close_down)
        self._parts.callback(self.jobs.cancel_all)  # before what they work on is closed
        self.live = self.live_view.live
        self._parts.callback(self.live.stop)
        self.sheet = Sheet(
            self.jobs,
            self.account,
            self.drafts,
            limits=lambda: self.settings.limits,
            accept_approximation=lambda: self.settings.accept_approximation,
        )
        self._parts.callback(self.sheet.close)
        self._lay_out_clashes(folder / "verdicts.sqlite")
        for layers in (self.draft_layer, self.clashes_on_map.layers, self.live.layers.hand):
            layers.settle = iface.layerTreeCanvasBridge().setCanvasLayers
        self.applying = Applying(
            self.jobs,
            self.account,
            self.sheet,
            self.clashing,
            self.verdicts,
            self.journal,
            self._canvas,
            Habits(self.account, self._open(HabitStore, folder / HABITS)),
        )
        self._parts.callback(self.applying.close_down)
        self._lay_out_map()
        self._lay_out_drafts()
        self.shaping = Shaping(
            iface,
            self.sheet,
            self.kept_drafts,
            self.highlight,
            self.settings,
            {name: toggles[name] for name in _TOOLS if name in toggles},
        )
        self._parts.callback(self.shaping.close_down)
        self.finding = Finding(
            iface,
            self.jobs,
            self.account,
            self.highlight,
            sign_in=self.sign_in,
            action=toggles.get("details"),
        )
        self._parts.callback(self.finding.close_down)
        self.copy_actions = CopyActions(
            self.finding.dock.stepsButton,
            self.finding.details,
            self.account,
            Copying(self.account, self.sheet),
        )
        self.listings = Listings(self.jobs, self.live, self.finding)
        self._parts.callback(self.listings.close_down)
        self.mine = MineView(
            self.jobs, self.account, self.live, self.finding, folder, toggles.get("mine")
        )
        self._parts.callback(self.mine.close_down)
        self.map_place = MapPlace(
            iface,
            self.account,
            self.sheet,
            self.live_view,
            self.draft_layer,
            self.clashes_on_map,
            self.highlight,
        )
        self._parts.callback(self.map_place.close_down)
        self._lay_out_forms()
        self._build_dock(toggles)
        self.offering = Offering(
            self.dock,
            self.account_row,
            self.account,
            self.sheet,
            self.reshaping,
            self.applying,
            toggles.get("apply"),
        )
        self._parts.callback(FocusFrame(iface.mainWindow()).close_down)
        self._connect()
        for dialog in (self.form, self.signing_in):
            self._parts.callback(dialog.close_down)
        self._restore()

    def _lay_out_map(self) -> None:
        """Set up what lies below and above the live map."""
        self.first_layer = FirstLayer(self._iface)
        self._parts.callback(self.first_layer.release)
        self.basemap_view = BasemapView(
            self._iface, self.settings, self.jobs, self.account, self._folder
        )
        self._parts.callback(self.basemap_view.close_down)
        self.live_view.panel.put_basemap(self.basemap_view.row)
        self.highlight = Highlight(self._canvas)
        self._parts.callback(self.highlight.remove)

    def _lay_out_clashes(self, judged: Path) -> None:
        """Set up the check for clashes, what is `judged` of them, and what the map shows."""
        self.judged = self._open(VerdictStore, judged)
        self.clashing = Clashing(
            self.jobs,
            self.account,
            self.sheet,
            rules=lambda: rules_set(self.settings),
            store=lambda: self.live.store,
        )
        self.verdicts = Verdicts(
            self.jobs,
            self.account,
            self.clashing,
            self.judged,
            team=lambda: Place(self.settings.team_connection, self.settings.team_schema),
        )
        self._parts.callback(self.verdicts.close)
        layers = ClashLayers(QgsProject.instance())
        self._parts.callback(layers.close_down)
        self.clashes_on_map = ClashesOnMap(self.jobs, self.clashing, layers)

    def _lay_out_watch(self, action: Optional[QAction]) -> None:
        """Set up the watch over the planner's works, and what it has to tell."""
        self.watch = Watch(
            self.jobs,
            self.account,
            self.live,
            self.clashing,
            OwnWorks(self.drafts, self.journal),
            self.judged,
            rules=lambda: rules_set(self.settings),
        )
        self._parts.callback(self.watch.close_down)
        self.live_view.following.beyond = lambda: self.watch.ground
        self.watch_view = WatchView(self.watch, self.clashing, action)
        self._parts.callback(self.watch_view.close_down)
        self.listings.changes_panel.page.insertWidget(0, self.watch_view.news)
        self.watch_view.details_wanted.connect(self.finding.open)
        self.watch_view.place_wanted.connect(self.finding.show_place)
        self.watch_view.draft_wanted.connect(self._check_draft)
        self.watch_view.chosen.connect(self.clash_panel.clashTree.choose)
        self.watch_view.put_heading(self.clash_panel, self.dock.set_heading)

    def _lay_out_drafts(self) -> None:
        """Set up what is done with the drafts in the file, on the desk or not."""
        self.kept_drafts = KeptDrafts(self.sheet, self.drafts, self.verdicts.became)
        self.several = SeveralDrafts(self.jobs, self.applying, self.kept_drafts, self.settings)
        self._parts.callback(self.several.close)
        self.half_filled = HalfFilled(self.account, self.drafts)
        self.reshaping = Reshaping(self.jobs, self.account, self.sheet, self.drafts)

    def _lay_out_forms(self) -> None:
        """Set up the forms, of which one at a time is filled in."""
        applying, shaping = self.applying, self.shaping
        trouble = self.trouble
        self.form = OneForm(applying, self._iface.mainWindow())
        self.evidence = Evidence(
            self.jobs, self.account, self.sheet, self.clashing, applying, self._canvas, self._folder
        )
        self.evidence.is_filled_in = lambda: self.form.dialog is not None
        self.new_works = NewWorksForms(
            self.form, applying, self.sheet, self.several, shaping, trouble
        )
        self.steps = StepForms(
            self.form,
            applying,
            self.half_filled,
            self.reshaping,
            shaping,
            trouble,
            show_lent=self._show_lent,
            reload=self.finding.details.refresh,
        )

    def _open(self, store: Callable[[Path], Store], path: Path) -> Store:
        there = opened(store, path, self.trouble)
        self._parts.callback(there.close)
        return there

    def sign_in(self) -> None:
        """Open the sign-in dialog."""
        self.signing_in.ask()

    def toggle_dock(self, *, shown: Optional[bool] = None) -> None:
        """Show the panel, or hide it when it is there; `shown` says which of the two."""
        self.dock.setVisible(not self.dock.isVisible() if shown is None else shown)

    def load(self) -> None:
        """Ask the register anew for what is in view."""
        self.live_view.load()
        self.dock.show_panel(self.map_panel)

    def show_mine(self) -> None:
        """Show what needs the planner."""
        self.dock.show_panel(self.mine.panel)

    def along(self) -> None:
        """Start choosing two places along a street, or stop it when it is under way."""
        self.shaping.along(not self.shaping.along_tool.active)

    def pick(self) -> None:
        """Let the planner click records on the map to read their details, or stop that."""
        self.finding.pick(self._canvas.mapTool() != self.finding.tool)

    def find_clashes(self) -> None:
        """Check the extent with the rules that the panel shows."""
        self.dock.show_panel(self.clash_panel)
        self.clash_panel.find()

    def apply(self) -> None:
        """Open the form for the extent on the desk: an application, or the one it was drawn for."""
        if self.reshaping.lent is None:
            self.new_works.apply()
        else:
            self.trouble.attempt(self.steps.lending.go_back, APPLICATION)

    def close_down(self) -> None:
        """Take everything away again, in the reverse of the order in which it was opened."""
        self._parts.close()

    def _build_dock(self, toggles: dict[str, QAction]) -> None:
        self.account_row = AccountRow(self.account, self.sign_in, toggles.get("details"))
        self.map_panel = self.live_view.panel
        self.extent_panel = self.shaping.panel
        self.clash_panel = ClashPanel(
            self.sheet, self.clashing, self.verdicts, self.highlight, self.settings
        )
        self._parts.callback(self.clash_panel.close_down)
        self.proving = Proving(self.clash_panel, self.evidence, self.clashing, self.messages)
        self.clash_walk = ClashWalk(
            self._canvas,
            self.clash_panel,
            self.clashing,
            self.clashes_on_map,
            tell=partial(say, self._iface),
        )
        self._parts.callback(self.clash_walk.close_down)
        self.other_days = OtherDays(self.jobs, self.sheet, self.clashing, self.settings)
        self.other_days_view = OtherDaysView(self.other_days, self.settings)
        self.other_days_view.chosen.connect(self.clash_panel.clashTree.choose)
        self.clash_panel.days.addWidget(self.other_days_view)
        self.dock = PlannerDock(
            self.account_row,
            [
                (tr("Map"), self.map_panel),
                (self.mine.panel.heading, self.mine.panel),
                (tr("List"), self.listings.list_panel),
                (tr("Changes"), self.listings.changes_panel),
                (tr("Extent"), self.extent_panel),
                (tr("Clashes"), self.clash_panel),
            ],
            apply=self.apply,
            instead=self.new_works.instead(),
            settle=self._settle_all,
            parent=self._iface.mainWindow(),
        )
        self.listings.put_heading(self.dock.set_heading)
        self.mine.put_heading(self.dock.set_heading)
        self.dock.put_up(self._iface, self.finding.dock)
        self.dock.remember(self.settings)
        self._lay_out_watch(toggles.get("clashes"))
        self._parts.callback(self.dock.take_down)

    def _connect(self) -> None:
        self.account.changed.connect(self._account_changed)
        hear, live = self.trouble.hear, self.live_view
        shaping, lists = self.shaping, self.listings
        hear(live, source=MAP, again=live.load)
        hear(self.basemap_view.row, source=MAP)
        hear(live.streets, source=STREETS, again=live.streets.find)
        hear(live.filters, live.panel.filter_panel.saved_row, source=MAP)
        hear(self.sheet, source=STREETS, again=self.sheet.ask_again)
        hear(self.clashing, self.other_days, source=CLASHES, again=self.clash_panel.find)
        hear(self.clashes_on_map, source=CLASHES, again=self.clashes_on_map.show)
        hear(self.evidence, source=EVIDENCE)
        hear(self.verdicts, source=VERDICTS)
        hear(self.watch, source=WATCH)
        self.evidence.verdicts = self.verdicts.in_words
        self.verdicts.told.connect(self.messages.tell)
        hear(self.applying, source=APPLICATION, again=self._settle_all)
        hear(self.applying.habits, source=APPLICATION)
        hear(shaping, shaping.along_tool, shaping.sources, source=SHAPE)
        hear(self.finding, source=FINDING)
        hear(self.copy_actions, source=DRAFTS)
        hear(lists.in_view, lists.seen, source=LIST, again=lists.refresh)
        hear(lists.export, source=LIST)
        lists.export.told.connect(self.messages.tell)
        hear(self.mine, source=MINE)
        self._taking_back = TakingBack(self.messages, self)
        self.welcoming = Welcoming(self)
        self.clash_panel.rules_wanted.connect(self._open_rules)
        self.clashing.started.connect(lambda: self.dock.show_panel(self.clash_panel))
        self.applying.accepted.connect(self._accepted)
        self.live_view.told.connect(self.messages.tell)
        self.live.opened.connect(self.first_layer.hold)
        self.basemap_view.choice.first.connect(self.first_layer.hold)
        self.basemap_view.choice.first.connect(self.live_view.go_to_england)
        self.shaping.begun.connect(lambda: self.dock.show_panel(self.extent_panel))
        self.shaping.told.connect(self.messages.tell)
        self.extent_panel.given_up.connect(self.steps.lending.give_up)
        self.extent_panel.several.connect(self.new_works.apply_for_several)
        self.finding.wanted.connect(self.steps.open)
        self.copy_actions.copied.connect(self._show_copied)
        for one in (self.finding, self.mine):
            one.told.connect(partial(say, self._iface))
        live.following.changed.connect(self.mine.my_works.hear)

    def _restore(self) -> None:
        """Bring back the draft and the open submissions of the last session."""
        self.trouble.attempt(
            lambda: forget_accepted(self.drafts, self.journal, self.judged), DRAFTS
        )
        self.offering.show()
        self.live_view.show_last()
        self.mine.show_last(self.settings.last_store)
        self.map_place.put_grid()
        self.basemap_view.choice.show()
        self.trouble.attempt(self._restore_draft, DRAFTS)
        tell_damage(self.drafts, self.journal, self.judged, self.trouble)

    def _restore_draft(self) -> None:
        if self.sheet.restore():
            self.messages.tell(tr("Your last draft is back on the “Extent” panel."))

    def _account_changed(self) -> None:
        if not self.account.signed_in:
            return
        self.map_place.go_home()
        self.live_view.signed_in()
        self.dock.come_forward()
        self.signing_in.tell_readings()
        self.sheet.find_streets()

    def _show_lent(self, shape: GeoJson) -> None:
        """Show the extent that is lent to the tools, and where it is."""
        self.dock.show_panel(self.extent_panel)
        self.map_place.go_around(geometry_of(shape))

    def _show_copied(self, said: str) -> None:
        """Show the extent that was copied, or the tools to draw it, and say what to do with it."""
        self.shaping.put_down()
        self.dock.show_panel(self.extent_panel)
        self.messages.tell(said)
        examined = self.sheet.examined
        if examined is not None and examined.extent is not None:
            self.map_place.go_around(examined.extent.geometry)

    def _accepted(self, operation: str, subject: str, reference: str) -> None:
        """Show what has changed; put new works on the map, and their draft away."""
        self.mine.my_works.heard_of(reference)
        form = form_of_new_works(operation)
        if form is None:
            self.half_filled.forget(operation, subject)
            self.reshaping.put_away(operation, subject)
            self.finding.details.heard_of(reference)
            self.live_view.load()
            return
        extent = self.applying.extent_of(form.operation, reference)
        days = self.kept_drafts.put_away(form, reference) or self.sheet.dates
        if extent is not None:
            self.map_place.go_around(extent)
        if not form.on_map:
            self.finding.open(Record(WORKS, reference, reference))
        elif extent is not None:
            self.live_view.include(*days)
            self.load()

    def _check_draft(self, draft_id: str) -> None:
        """Put a draft on the desk and check it."""

        def check() -> None:
            draft = self.drafts.get(draft_id)
            if draft is not None:
                self.kept_drafts.open(draft)
                self.find_clashes()

        self.trouble.attempt(check, DRAFTS)

    def _settle_all(self) -> None:
        self.trouble.attempt(self.applying.settle_all, APPLICATION)

    def _open_settings(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), OPTIONS_PAGE)

    def _open_rules(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), RULES_PAGE)
