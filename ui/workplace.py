"""Everything the planner works with: built when first used, taken down when the plugin goes."""

from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, Callable, Optional, TypeVar

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QAction

from ..plugin.background.jobs import Jobs
from ..plugin.desk.account import Account
from ..plugin.desk.applying import Applying
from ..plugin.desk.clashing import Clashing
from ..plugin.desk.copying import Copying
from ..plugin.desk.half_filled import HalfFilled
from ..plugin.desk.kept_drafts import KeptDrafts
from ..plugin.desk.reshaping import Reshaping
from ..plugin.desk.roles import why_no_application
from ..plugin.desk.several import SeveralDrafts
from ..plugin.desk.sheet import Sheet
from ..plugin.drafts import (
    DamagedRow,
    Draft,
    DraftStore,
    Journal,
    StoreDamagedError,
    drafts_damaged,
    submissions_damaged,
)
from ..plugin.errors import StreetWorksError
from ..plugin.forms.about import HABITUAL as HABITS
from ..plugin.forms.about import About, Offer, sides_of, subject_of
from ..plugin.forms.application.announcement import Announcement
from ..plugin.forms.application.form import HABITUAL, Application
from ..plugin.forms.application.new_works import NewWorks
from ..plugin.forms.application.several import ApplicationForSeveral, Several
from ..plugin.forms.fields import Need
from ..plugin.forms.form import Form
from ..plugin.map.draft_layer import DraftLayer
from ..plugin.map.group import holds_nothing
from ..plugin.map.highlight import Highlight
from ..plugin.map.memory import NATIONAL_GRID
from ..plugin.map.unchanged import unchanged
from ..plugin.settings import Settings
from ..plugin.trade.box import Box
from ..plugin.trade.calendar import uk_today
from ..plugin.trade.records.geojson import GeoJson
from ..plugin.trade.records.works import Works
from ..plugin.trade.shapes import geometry_of
from ..plugin.words import tr
from .account.sign_in_dialog import SignInDialog
from .clashes.clash_panel import ClashPanel
from .extent.lending import Lending
from .extent.shaping import Shaping
from .forms.form_dialog import FormDialog
from .forms.several_dialog import SeveralDialog
from .mine.mine_view import MineView
from .options_page import NAME as OPTIONS_PAGE
from .planner_dock import PlannerDock
from .register.copy_actions import CopyActions
from .register.first_layer import FirstLayer
from .register.listings import Listings
from .register.live_view import ENGLAND, LiveView
from .register.looking_up import Finding
from .shared.message import Messages
from .shared.taking_back import (
    ACCOUNT,
    APPLICATION,
    CLASHES,
    DRAFTS,
    FINDING,
    LIST,
    MAP,
    MINE,
    SHAPE,
    STREETS,
    TakingBack,
)
from .shared.trouble import Trouble

_AROUND_M = 150.0
_NEW_WORKS: tuple[type[NewWorks[Any]], ...] = (Application, Announcement)

_Store = TypeVar("_Store", DraftStore, Journal)


class Workplace:
    """Wires the desk to the dock, the dialogs and the map; every trouble ends in a message."""

    _home: Optional[tuple[float, float, float, float]] = None  # the town that was shown last

    def __init__(self, iface: Any, toggles: dict[str, QAction]) -> None:
        """`toggles` are the toolbar's actions that are checked or switched off here, by name."""
        self._iface = iface
        self._parts = ExitStack()  # what was opened, to be closed in reverse order
        self._canvas = iface.mapCanvas()
        self._apply_action = toggles.get("apply")
        folder = Path(QgsApplication.qgisSettingsDirPath()) / "street_works"
        self.messages = Messages(iface.messageBar(), iface.mainWindow())
        self.trouble = Trouble(self.messages, self.sign_in, self._open_settings)
        self._parts.callback(self.messages.clear)
        self.settings = Settings()
        self.jobs = Jobs()
        self.drafts = self._open(DraftStore, folder / "drafts.sqlite", DRAFTS)
        self.journal = self._open(Journal, folder / "outbox.sqlite", APPLICATION)
        self.account = Account(self.jobs, folder)
        self._parts.callback(self.account.close)
        self.draft_layer = DraftLayer(QgsProject.instance())
        self._parts.callback(self.draft_layer.close_down)
        self.live_view = LiveView(self._canvas, self.jobs, self.account, self.settings, folder)
        self._parts.callback(self.live_view.close_down)
        self._parts.callback(self.jobs.cancel_all)  # before what they work on is closed
        self.live = self.live_view.live
        self._parts.callback(self.live.stop)
        for layers in (self.draft_layer, self.live.layers.hand):
            layers.settle = iface.layerTreeCanvasBridge().setCanvasLayers
        self.sheet = Sheet(
            self.jobs,
            self.account,
            self.drafts,
            limits=lambda: self.settings.limits,
            accept_approximation=lambda: self.settings.accept_approximation,
        )
        self._parts.callback(self.sheet.close)
        self.clashing = Clashing(self.jobs, self.account, self.sheet)
        self.applying = Applying(
            self.jobs, self.account, self.sheet, self.clashing, self.journal, self._canvas
        )
        self._parts.callback(self.applying.close_down)
        self.first_layer = FirstLayer(iface)
        self._parts.callback(self.first_layer.release)
        self.highlight = Highlight(self._canvas)
        self._parts.callback(self.highlight.remove)
        self._lay_out_drafts()
        self.shaping = Shaping(
            iface,
            self.sheet,
            self.kept_drafts,
            self.highlight,
            self.settings,
            {name: toggles[name] for name in toggles if name not in {"apply", "details", "mine"}},
        )
        self._parts.callback(self.shaping.close_down)
        self.lending = Lending(
            self.reshaping,
            self.shaping,
            self.half_filled,
            self.trouble,
            show=self._show_lent,
            open_form=self._open_step,
        )
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
        self.sign_in_dialog: Optional[SignInDialog] = None
        self.form_dialog: Optional[FormDialog] = None
        self._build_dock()
        self._connect()
        self._parts.callback(self._close_dialogs)
        self._restore()

    def _lay_out_drafts(self) -> None:
        """Set up what is done with the drafts in the file, on the desk or not."""
        self.kept_drafts = KeptDrafts(self.sheet, self.drafts)
        self.several = SeveralDrafts(self.jobs, self.applying, self.kept_drafts, self.settings)
        self._parts.callback(self.several.close)
        self.half_filled = HalfFilled(self.account, self.drafts)
        self.reshaping = Reshaping(self.jobs, self.account, self.sheet, self.drafts)

    def _open(self, store: Callable[[Path], _Store], path: Path, source: str) -> _Store:
        """Open a store. A damaged file was put aside: the planner is told, a new one begun."""
        try:
            opened = store(path)
        except StoreDamagedError as error:
            self.trouble.tell(error, source)
            opened = store(path)
        self._parts.callback(opened.close)
        return opened

    def sign_in(self) -> None:
        """Open the sign-in dialog."""
        dialog = SignInDialog(self.account, self.settings, self._iface.mainWindow())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sign_in_dialog = dialog
        dialog.destroyed.connect(self._forget_sign_in)
        dialog.told.connect(self.messages.tell)
        dialog.open()

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

    def draw(self, shape: str) -> None:
        """Start drawing a "point", "line" or "polygon"; "" stops it."""
        self.shaping.draw(shape)

    def along(self) -> None:
        """Start choosing two places along a street, or stop it when it is under way."""
        self.shaping.along(not self.shaping.along_tool.active)

    def take(self, source: str) -> None:
        """Take a shape that is there: from "selection", "clipboard", "file" or "positions"."""
        self.shaping.take(source)

    def pick(self) -> None:
        """Let the planner click records on the map to read their details, or stop that."""
        self.finding.pick(self._canvas.mapTool() != self.finding.tool)

    def find_clashes(self) -> None:
        """Check the extent with the rules that the panel shows."""
        self.dock.show_panel(self.clash_panel)
        self.clash_panel.find()

    def apply(self) -> None:
        """Open the form for the extent on the desk: an application, or the one it was drawn for."""
        lent = self.reshaping.lent is not None
        begin = partial(self._open_new, Application())
        self.trouble.attempt(self.lending.go_back if lent else begin, APPLICATION)

    def plan(self) -> None:
        """Open the form of a forward plan on the extent on the desk."""
        self.trouble.attempt(partial(self._open_new, Announcement()), APPLICATION)

    def close_down(self) -> None:
        """Take everything away again, in the reverse of the order in which it was opened."""
        self._parts.close()

    def _close_dialogs(self) -> None:
        for dialog in (self.form_dialog, self.sign_in_dialog):
            if dialog is not None:
                dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
                dialog.hide()
                dialog.deleteLater()
        self.form_dialog = self.sign_in_dialog = None

    def _remove_dock(self) -> None:
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()

    def _leave_project(self) -> None:
        self._iface.newProjectCreated.disconnect(self._new)
        QgsProject.instance().readProject.disconnect(self._read)

    def _build_dock(self) -> None:
        self.map_panel = self.live_view.panel
        self.extent_panel = self.shaping.panel
        self.clash_panel = ClashPanel(self.sheet, self.clashing, self.highlight, self.settings)
        self._parts.callback(self.clash_panel.close_down)
        self.dock = PlannerDock(
            self.account,
            [
                (tr("Map"), self.map_panel),
                (self.mine.panel.heading, self.mine.panel),
                (tr("List"), self.listings.list_panel),
                (tr("Changes"), self.listings.changes_panel),
                (tr("Extent"), self.extent_panel),
                (tr("Clashes"), self.clash_panel),
            ],
            apply=self.apply,
            plan=self.plan,
            settle=self._settle_all,
            parent=self._iface.mainWindow(),
        )
        self.listings.put_heading(self.dock.set_heading)
        self.mine.put_heading(self.dock.set_heading)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self._parts.callback(self._remove_dock)
        # One behind the other: above one another they would need more than a small screen has.
        window = self._iface.mainWindow()
        window.tabifyDockWidget(self.dock, self.finding.dock)
        window.resizeDocks([self.dock], [self.dock.width_of_tabs()], Qt.Orientation.Horizontal)

    def _connect(self) -> None:
        self.account.changed.connect(self._account_changed)
        hear, live = self.trouble.hear, self.live_view
        shaping, lists = self.shaping, self.listings
        hear(live, source=MAP, again=live.load)
        hear(live.filters, live.panel.filter_panel.saved_row, source=MAP)
        hear(self.sheet, source=STREETS, again=self.sheet.ask_again)
        hear(self.clashing, source=CLASHES, again=self.clash_panel.find)
        hear(self.applying, source=APPLICATION, again=self._settle_all)
        hear(shaping, shaping.along_tool, shaping.sources, source=SHAPE)
        hear(self.finding, source=FINDING)
        hear(self.copy_actions, source=DRAFTS)
        hear(lists.in_view, lists.seen, source=LIST, again=lists.refresh)
        hear(self.mine, source=MINE)
        self._taking_back = TakingBack(self.messages, self)
        self.account.trouble.connect(self._account_trouble)
        self.account.told.connect(self.messages.tell)
        self.sheet.changed.connect(self._show_extent)
        self.clashing.found.connect(lambda _report: self.dock.show_panel(self.clash_panel))
        self.applying.settled.connect(self._show_pending)
        self.applying.accepted.connect(self._accepted)
        self.live_view.go_to.connect(self._go_to)
        self.live_view.told.connect(self.messages.tell)
        self._iface.newProjectCreated.connect(self._new)
        QgsProject.instance().readProject.connect(self._read)
        self._parts.callback(self._leave_project)
        self.live.opened.connect(self.first_layer.hold)
        self.shaping.begun.connect(lambda: self.dock.show_panel(self.extent_panel))
        self.shaping.told.connect(self.messages.tell)
        self.extent_panel.given_up.connect(self.lending.give_up)
        self.extent_panel.several.connect(self._apply_for_several)
        self.finding.wanted.connect(self._open_wanted)
        self.copy_actions.copied.connect(self._show_copied)
        for one in (self.finding, self.mine):
            one.told.connect(self._iface.statusBarIface().showMessage)
        live.following.changed.connect(self.mine.my_works.hear)

    def _restore(self) -> None:
        """Bring back the draft and the open submissions of the last session."""
        self._show_pending()
        self._show_apply()
        self.live_view.show_last()
        self.mine.show_last(self.settings.last_store)
        self._put_grid()
        self.trouble.attempt(self._restore_draft, DRAFTS)
        self._tell_damage(self.drafts.damaged, drafts_damaged, DRAFTS)
        self._tell_damage(self.journal.damaged, submissions_damaged, APPLICATION)

    def _tell_damage(
        self,
        damaged: Callable[[], list[DamagedRow]],
        error: Callable[[list[DamagedRow]], StreetWorksError],
        source: str,
    ) -> None:
        def tell() -> None:
            rows = damaged()
            if rows:
                raise error(rows)

        self.trouble.attempt(tell, source)

    def _restore_draft(self) -> None:
        if self.sheet.restore():
            self.messages.tell(tr("Your last draft is back on the “Extent” panel."))

    def _account_changed(self) -> None:
        self._show_apply()
        self._show_pending()
        if not self.account.signed_in:
            return
        self._go_home()
        self.live_view.signed_in()
        self.dock.show_panel(self.map_panel)
        self._tell_readings()
        self.sheet.find_streets()

    def _go_home(self) -> None:
        """Show the practice town; another account of the same town leaves the map as it is."""
        home, empty = self.account.home, holds_nothing(QgsProject.instance())
        if home is not None and (home != self._home or empty):
            self._go_to(QgsRectangle(*home))
        elif home is None and self.live.store is None and empty:
            self._go_to(ENGLAND)
        self._home = home

    def _tell_readings(self) -> None:
        """Say what the practice service made of the published records it was given."""
        for reading in self.account.readings:
            refused = [
                tr("{where}: {why}").format(where=where, why=why) for where, why in reading.refused
            ]
            self.messages.tell(
                tr("{file}: {read} records read, {added} added, {refused} refused.").format(
                    file=reading.path.name,
                    read=reading.read,
                    added=reading.added,
                    refused=len(reading.refused),
                ),
                "\n".join([*reading.notes, *refused]),
                ACCOUNT,
            )

    def _account_trouble(self, error: Exception) -> None:
        # While the dialog is open it says what went wrong itself.
        if self.sign_in_dialog is None:
            self.trouble.tell(error, ACCOUNT)

    def _go_to(self, box: QgsRectangle) -> None:
        self._put_grid()
        place = QgsReferencedRectangle(box, QgsCoordinateReferenceSystem(NATIONAL_GRID))
        with unchanged(QgsProject.instance()):
            self._canvas.setReferencedExtent(place)
        self._canvas.refresh()

    def _put_grid(self) -> None:
        """Let a project that holds nothing yet be in British National Grid; others stay."""
        project = QgsProject.instance()
        if holds_nothing(project):
            with unchanged(project):
                project.setCrs(QgsCoordinateReferenceSystem(NATIONAL_GRID))

    def _new(self) -> None:
        QTimer.singleShot(0, self._begin_project)  # QGIS is not done yet

    def _read(self) -> None:
        QTimer.singleShot(0, self._show_extent)

    def _begin_project(self) -> None:
        """Let a new project show the same place and extent; the live map has to be asked for."""
        if self.live_view.seen is not None:
            self._go_to(self.live_view.seen)
        elif self.sheet.examined is not None:
            self._put_grid()
        self._show_extent()

    def _show_extent(self) -> None:
        examined = self.sheet.examined
        self.highlight.clear()
        if examined is not None and examined.extent is not None:
            self.draft_layer.show(examined.extent.geometry)
        elif self.draft_layer.layer is not None:
            self.draft_layer.clear()
            # While the map is loaded QGIS leaves the shape on the screen, for seconds.
            QTimer.singleShot(0, self._canvas.refresh)
        self._show_apply()

    def _show_apply(self) -> None:
        """Offer to apply as far as the account may, and once the extent can be submitted."""
        register = self.account.register
        why = "" if register is None else why_no_application(register)
        lent = self.reshaping.lent
        if lent is None:
            self.dock.offer_application(self.sheet.hindrance, why)
        else:
            self.dock.offer_return(lent.name, self.reshaping.hindrance)
        if self._apply_action is not None:
            self._apply_action.setEnabled(not why or lent is not None)

    def _open_new(self, form: NewWorks[Any]) -> None:
        """Open a form of new works; what it does not ask stays in the draft for the other one."""
        if self.form_dialog is not None:
            self.form_dialog.raise_()
            return
        situation = self.applying.situation()
        kept, own = self.sheet.draft.values, {*form.fields, *form.named}
        others = {name: value for name, value in kept.items() if name not in own}
        values = {**self.settings.habits(HABITUAL), **self.sheet.form_values}
        dialog = self._open_form(
            form, situation, values, lambda now: self.sheet.keep_values({**others, **now})
        )
        habits = [name for name in HABITUAL if name in form.fields]
        dialog.submitted.connect(lambda _receipt: self.settings.remember(habits, dialog.values()))

    def _apply_for_several(self, drafts: list[Draft]) -> None:
        """Open one form for several drafts, once they have been examined again."""

        def show(situation: Several) -> None:
            if self.form_dialog is not None:
                self.form_dialog.raise_()
                return
            form = ApplicationForSeveral()
            values = {**self.settings.habits(HABITUAL), **situation.streets[0].own}
            keep = partial(self.several.keep, form, situation)
            self._open_form(form, situation, values, keep, kind=SeveralDialog)

        self.shaping.put_down()
        failed = partial(self.trouble.tell, source=APPLICATION)
        act = partial(self.several.situation, drafts, show, failed)
        self.trouble.attempt(act, APPLICATION)

    def _open_wanted(self, offer: Offer, works: Works) -> None:
        self.trouble.attempt(lambda: self._open_step(offer, works), APPLICATION)

    def _open_step(self, offer: Offer, works: Works, question: str = "") -> None:
        """Open a form about works, at a `question`, once all is read that it starts from."""
        form = offer.form()

        def show(about: About[Any]) -> None:
            self.trouble.attempt(lambda: self._show_step(form, about, question), APPLICATION)

        if Need.STREET in form.needs:
            failed = partial(self.trouble.tell, source=APPLICATION)
            self.applying.read_about(works, offer.record, show, failed)
        else:
            sides = sides_of(self.account.require_register().party, works)
            show(About(works, offer.record, uk_today(), sides))

    def _show_step(self, form: Form[Any, Any], about: About[Any], question: str) -> None:
        """Show a form about works; its extent comes back from the desk."""
        if self.form_dialog is not None:
            self.form_dialog.raise_()
            return
        kind, subject = form.operation.name, subject_of(about.works, about.record)
        self.lending.take_back(kind, subject)
        values = {**self.settings.habits(HABITS), **self.half_filled.values(kind, subject)}
        keep = partial(self.half_filled.keep, kind, subject)
        reload = self.finding.details.refresh
        dialog = self._open_form(form, about, values, keep, reload)
        dialog.to_map.connect(partial(self.lending.lend, form, about))
        dialog.form_view.go_to_first({question})

    def _show_lent(self, shape: GeoJson) -> None:
        """Show the extent that is lent to the tools, and where it is."""
        self.dock.show_panel(self.extent_panel)
        place = geometry_of(shape)
        if not place.is_empty:
            self._go_to(QgsRectangle(*Box(*place.bounds).grown(_AROUND_M)))

    def _show_copied(self, said: str) -> None:
        """Show the extent that was copied, or the tools to draw it, and say what to do with it."""
        self.shaping.put_down()
        self.dock.show_panel(self.extent_panel)
        self.messages.tell(said)
        examined = self.sheet.examined
        if examined is not None and examined.extent is not None:
            box = Box(*examined.extent.geometry.bounds).grown(_AROUND_M)
            self._go_to(QgsRectangle(*box))

    def _open_form(
        self,
        form: Form[Any, Any],
        situation: Any,
        values: dict[str, Any],
        keep: Callable[[dict[str, Any]], None],
        reload: Optional[Callable[[], None]] = None,
        kind: type[FormDialog] = FormDialog,
    ) -> FormDialog:
        """Open the dialog of a form, of which there is one at a time; `keep` saves its answers.

        `reload` shows anew what it is about.
        """
        window, services = self._iface.mainWindow(), self.applying
        dialog = kind(form, situation, services, values, window, keep=keep, reload=reload)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(self._forget_form)
        self.form_dialog = dialog
        dialog.open()
        return dialog

    def _accepted(self, operation: str, subject: str, reference: str) -> None:
        """Show what has changed; put new works on the map, and their draft away."""
        self.mine.my_works.heard_of(reference)
        form = next((one() for one in _NEW_WORKS if one.operation.name == operation), None)
        if form is None:
            lent = self.reshaping.is_lent(operation, subject)
            self.half_filled.forget(operation, subject)
            if lent:
                self.sheet.leave()
            self.finding.details.heard_of(reference)
            self.live_view.load()
            return
        place = self.applying.place_of(form.operation, reference)
        draft = self.kept_drafts.of_works(form.reference, reference)
        days = None if draft is None else form.period(draft.values)
        if draft is not None:
            self.kept_drafts.put_away(draft)
        if place is not None:
            self.live_view.include(*(days or self.sheet.dates))
            self._go_to(QgsRectangle(*place.grown(_AROUND_M)))
            self.load()

    def _settle_all(self) -> None:
        self.trouble.attempt(self.applying.settle_all, APPLICATION)

    def _show_pending(self) -> None:
        self.dock.show_pending(self.applying.unknown_outcomes())

    def _open_settings(self) -> None:
        self._iface.showOptionsDialog(self._iface.mainWindow(), OPTIONS_PAGE)

    def _forget_sign_in(self) -> None:
        self.sign_in_dialog = None

    def _forget_form(self) -> None:
        self.form_dialog = None
