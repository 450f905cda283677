"""Everything the planner works with: built when first used, taken down when the plugin goes."""

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
from ..plugin.desk.roles import why_no_application
from ..plugin.desk.sheet import Sheet
from ..plugin.drafts import (
    DamagedRow,
    DraftStore,
    Outbox,
    StoreDamagedError,
    drafts_damaged,
    submissions_damaged,
)
from ..plugin.errors import StreetWorksError
from ..plugin.forms.application.form import HABITUAL
from ..plugin.map.draft_layer import DraftLayer
from ..plugin.map.group import holds_nothing
from ..plugin.map.highlight import Highlight
from ..plugin.map.memory import NATIONAL_GRID
from ..plugin.map.unchanged import unchanged
from ..plugin.settings import Settings
from ..plugin.words import tr
from .account.sign_in_dialog import SignInDialog
from .apply.apply_dialog import ApplyDialog
from .clashes.clash_panel import ClashPanel
from .extent.shaping import Shaping
from .planner_dock import PlannerDock
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
    SHAPE,
    STREETS,
    TakingBack,
)

_AROUND_M = 150.0

_Store = TypeVar("_Store")


class Workplace:
    """Wires the desk to the dock, the dialogs and the map; every trouble ends in a message."""

    def __init__(self, iface: Any, toggles: dict[str, QAction]) -> None:
        """`toggles` are the toolbar's actions that are checked or switched off here, by name."""
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._apply_action = toggles.get("apply")
        folder = Path(QgsApplication.qgisSettingsDirPath()) / "street_works"
        self.messages = Messages(iface.messageBar(), iface.mainWindow(), sign_in=self.sign_in)
        self.settings = Settings()
        self.jobs = Jobs()
        self.drafts = self._open(DraftStore, folder / "drafts.sqlite", DRAFTS)
        self.outbox = self._open(Outbox, folder / "outbox.sqlite", APPLICATION)
        self.account = Account(self.jobs, folder)
        self.draft_layer = DraftLayer(QgsProject.instance())
        self.live_view = LiveView(self._canvas, self.jobs, self.account, self.settings, folder)
        self.live = self.live_view.live
        for layers in (self.draft_layer, self.live.layers.hand):
            layers.settle = iface.layerTreeCanvasBridge().setCanvasLayers
        self.sheet = Sheet(
            self.jobs,
            self.account,
            self.drafts,
            limits=lambda: self.settings.limits,
            accept_approximation=lambda: self.settings.accept_approximation,
        )
        self.clashing = Clashing(self.jobs, self.account, self.sheet)
        self.applying = Applying(
            self.jobs, self.account, self.sheet, self.clashing, self.outbox, self._canvas
        )
        self.first_layer = FirstLayer(iface)
        self.highlight = Highlight(self._canvas)
        self.shaping = Shaping(
            iface,
            self.sheet,
            self.highlight,
            self.settings,
            {name: toggles[name] for name in toggles if name not in {"apply", "details"}},
        )
        self.finding = Finding(
            iface,
            self.jobs,
            self.account,
            self.highlight,
            sign_in=self.sign_in,
            action=toggles.get("details"),
        )
        self.listings = Listings(self.jobs, self.live, self.finding)
        self.sign_in_dialog: Optional[SignInDialog] = None
        self.apply_dialog: Optional[ApplyDialog] = None
        self._build_dock()
        self._connect()
        self._restore()

    def _open(self, store: Callable[[Path], _Store], path: Path, source: str) -> _Store:
        """Open a store. A damaged file was put aside: the planner is told, a new one begun."""
        try:
            return store(path)
        except StoreDamagedError as error:
            self.messages.error(error, source)
            return store(path)

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
        """Open the application form for the extent on the desk."""
        self._try(self._open_form, APPLICATION)

    def close_down(self) -> None:
        """Take everything away again: windows, layers, tools, threads, ports and files."""
        for dialog in (self.apply_dialog, self.sign_in_dialog):
            if dialog is not None:
                dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
                dialog.hide()
                dialog.deleteLater()
        self.apply_dialog = self.sign_in_dialog = None
        self._iface.newProjectCreated.disconnect(self._new)
        QgsProject.instance().readProject.disconnect(self._read)
        self.shaping.close_down()
        self.listings.close_down()
        self.finding.close_down()
        self.highlight.remove()
        self.clash_panel.close_down()
        self._iface.removeDockWidget(self.dock)
        self.dock.deleteLater()
        self.live.stop()
        self.sheet.close()
        self.jobs.cancel_all()
        self.applying.close_down()
        self.account.close()
        self.draft_layer.close_down()
        self.live_view.close_down()
        self.first_layer.release()
        self.messages.clear()
        self.drafts.close()
        self.outbox.close()

    def _build_dock(self) -> None:
        self.map_panel = self.live_view.panel
        self.extent_panel = self.shaping.panel
        self.clash_panel = ClashPanel(self.sheet, self.clashing, self.highlight, self.settings)
        self.dock = PlannerDock(
            self.account,
            [
                (tr("Map"), self.map_panel),
                (tr("List"), self.listings.list_panel),
                (tr("Changes"), self.listings.changes_panel),
                (tr("Extent"), self.extent_panel),
                (tr("Clashes"), self.clash_panel),
            ],
            apply=self.apply,
            settle=self._settle_all,
            parent=self._iface.mainWindow(),
        )
        self.listings.put_heading(self.dock.set_heading)
        self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        # One behind the other: above one another they would need more than a small screen has.
        window = self._iface.mainWindow()
        window.tabifyDockWidget(self.dock, self.finding.dock)
        window.resizeDocks([self.dock], [self.dock.width_of_tabs()], Qt.Orientation.Horizontal)

    def _connect(self) -> None:
        self.account.changed.connect(self._account_changed)
        for told_by, source, again in (
            (self.live_view, MAP, self.live_view.load),
            (self.sheet, STREETS, self.sheet.ask_again),
            (self.clashing, CLASHES, self.clash_panel.find),
            (self.applying, APPLICATION, self._settle_all),
            (self.shaping, SHAPE, None),
            (self.finding, FINDING, None),
            (self.listings, LIST, self.listings.refresh),
        ):
            told_by.trouble.connect(partial(self.messages.error, source=source, again=again))
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
        self.live.opened.connect(self.first_layer.hold)
        self.shaping.begun.connect(lambda: self.dock.show_panel(self.extent_panel))
        self.shaping.told.connect(self.messages.tell)
        self.finding.told.connect(self._iface.statusBarIface().showMessage)

    def _restore(self) -> None:
        """Bring back the draft and the open submissions of the last session."""
        self._show_pending()
        self._show_apply()
        self.live_view.show_last()
        self._put_grid()
        self._try(self._restore_draft, DRAFTS)
        self._tell_damage(self.drafts.damaged, drafts_damaged, DRAFTS)
        self._tell_damage(self.outbox.damaged, submissions_damaged, APPLICATION)

    def _tell_damage(
        self,
        damaged: Callable[[], list[DamagedRow]],
        trouble: Callable[[list[DamagedRow]], StreetWorksError],
        source: str,
    ) -> None:
        def tell() -> None:
            rows = damaged()
            if rows:
                raise trouble(rows)

        self._try(tell, source)

    def _restore_draft(self) -> None:
        if self.sheet.restore():
            self.messages.tell(tr("Your last draft is back on the “Extent” panel."))

    def _account_changed(self) -> None:
        self._show_apply()
        self._show_pending()
        if not self.account.signed_in:
            return
        home = self.account.home
        if home is not None:
            self._go_to(QgsRectangle(*home))
        elif self.live.store is None and holds_nothing(QgsProject.instance()):
            self._go_to(ENGLAND)
        self.live_view.signed_in()
        self.dock.show_panel(self.map_panel)
        self._tell_readings()
        self.sheet.find_streets()

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
            self.messages.error(error, ACCOUNT)

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
        rights = self.account.rights
        why = "" if rights is None else why_no_application(rights)
        self.dock.offer_application(self.sheet.hindrance, why)
        if self._apply_action is not None:
            self._apply_action.setEnabled(not why)

    def _open_form(self) -> None:
        if self.apply_dialog is not None:
            self.apply_dialog.raise_()
            return
        situation = self.applying.situation()
        values = {**self.settings.habits(HABITUAL), **self.sheet.form_values}
        dialog = ApplyDialog(situation, self.applying, values, self._iface.mainWindow())
        dialog.submitted.connect(lambda *_: self.settings.remember(HABITUAL, dialog.values()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.destroyed.connect(self._forget_form)
        self.apply_dialog = dialog
        dialog.open()

    def _accepted(self, reference: str) -> None:
        """Put the new works on the map, and their draft away."""
        place = self.applying.place_of(reference)
        start, end = self.sheet.dates
        if self.sheet.draft.values.get("work_reference_number") == reference:
            self.sheet.clear()
        if place is not None:
            self.live_view.include(start, end)
            self._go_to(QgsRectangle(*place.grown(_AROUND_M)))
            self.load()

    def _settle_all(self) -> None:
        self._try(self.applying.settle_all, APPLICATION)

    def _show_pending(self) -> None:
        self.dock.show_pending(self.applying.unknown_outcomes())

    def _forget_sign_in(self) -> None:
        self.sign_in_dialog = None

    def _forget_form(self) -> None:
        self.apply_dialog = None

    def _try(self, act: Callable[[], None], source: str) -> None:
        try:
            act()
        except StreetWorksError as error:
            self.messages.error(error, source)
