"""Every window of the plugin, in every state in which it shows other controls."""

from collections.abc import Iterator
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QMenu, QWidget
from street_works.plugin.api.errors import BadRequest
from street_works.plugin.map.pick import Record
from street_works.plugin.map.take import Offered
from street_works.plugin.settings import FREE_OF_CLASHES
from street_works.plugin.trade.records.receipts import Receipt
from street_works.plugin.transforms.converting import Converting
from street_works.tests.made.by_keyboard import shown
from street_works.tests.made.waiting import until
from street_works.ui.account.sign_in_dialog import SignInDialog
from street_works.ui.clashes.layer_dialog import LayerDialog
from street_works.ui.clashes.rules_page import RulesPage
from street_works.ui.extent.drafts_dialog import DraftsDialog
from street_works.ui.extent.positions_dialog import PositionsDialog
from street_works.ui.extent.positions_table import PositionsTable
from street_works.ui.extent.take_dialog import TakeDialog
from street_works.ui.options_page import OptionsPage
from street_works.ui.register.os_key_dialog import OsKeyDialog
from street_works.ui.register.street_layer_dialog import StreetLayerDialog
from street_works.ui.remembered_box import RememberedBox
from street_works.ui.transforms.ostn15_box import Ostn15Box

CROSSED = "POLYGON ((471065 236014, 471085 236014, 471065 236024, 471085 236024, 471065 236014))"
WIDTH, HEIGHT = 620, 1400
SHAPES = (Offered("kerb 1", "line", "12.0 m", "LINESTRING (0 0, 12 0)", "EPSG:27700"),)
LAYER = "Point?crs=EPSG:27700&field=begun:date&field=done:string"


class EveryWindow:
    """The windows of a workplace that is signed in, with an extent on the desk.

    They stay open until `close`: each is built once, however often it is looked at.
    """

    def __init__(self, place: Any) -> None:
        self.place = place
        self._built: dict[str, Any] = {}
        self._converting = Converting()
        self._fill()

    def each(self, *, typing: bool = True) -> Iterator[tuple[str, QWidget]]:
        """Give every window in every state, with what it is called.

        Without `typing` none where a row of a table is being typed in.
        """
        for states in (self._panels, self._details, self._sign_in, self._dialogs, self._form):
            for name, window in states():
                QCoreApplication.processEvents()
                yield name, window
        if typing:
            window = self._built["positions"]
            table = window.findChild(PositionsTable)
            table.edit(table.model().index(0, 0))
            yield "positions, typing", self._front(window)

    def menus(self) -> Iterator[QMenu]:
        """Give every menu."""
        seen = set()
        roots = [self.place._iface.mainWindow(), *(one for _name, one in self.each())]
        for menu in [menu for root in roots for menu in root.findChildren(QMenu)]:
            ours = not type(menu.parent()).__name__.startswith("Qgs")
            if menu not in seen and menu.actions() and ours:
                seen.add(menu)
                yield menu

    def close(self) -> None:
        """Close all of them."""
        for window in self._built.values():
            window.hide()
            window.deleteLater()
        self._converting.close()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    # ---- what is in them ----

    def _fill(self) -> None:
        place = self.place
        layer = QgsVectorLayer(LAYER, "Programme", "memory")
        QgsProject.instance().addMapLayer(layer)
        place.load()
        self._at_rest()
        place.sheet.choose_street(place.sheet.nearby[0])
        place.clash_panel.distanceBox.setValue(700)
        place.other_days.choose(FREE_OF_CLASHES)
        place.find_clashes()
        until(lambda: place.clashing.report is not None)
        self._at_rest()

    def _at_rest(self) -> None:
        place = self.place
        until(lambda: not place.live_view.busy and not place.jobs.running)

    def _once(self, name: str, build: Any) -> Any:
        """Return a window, built and shown when it is first asked for."""
        if name not in self._built:
            self._built[name] = build()
        return self._front(self._built[name])

    @staticmethod
    def _front(window: Any) -> Any:
        shown(window)
        window.resize(WIDTH, HEIGHT)
        return window

    # ---- states ----

    def _panels(self) -> Iterator[tuple[str, QWidget]]:
        place = self.place
        dock = self._front(place.dock)
        for number in range(dock.tabs.count()):
            dock.tabs.setCurrentIndex(number)
            self._at_rest()
            if dock.tabs.widget(number).widget() is not place.clash_panel:
                yield f"panel, {dock.tabs.tabText(number)}", dock
                continue
            place.clash_panel.clashTree.step(1)
            for part in range(place.clash_panel.parts.count()):
                place.clash_panel.parts.setCurrentIndex(part)
                yield f"panel, clashes, {place.clash_panel.parts.tabText(part)}", dock
        dock.show_panel(place.extent_panel)
        dock.offer_return("Change the permit", "")
        yield "panel, drawing for a form", dock
        dock.offer_application("", "")

    def _details(self) -> Iterator[tuple[str, QWidget]]:
        details = self.place.finding.details
        if details.details is None:
            rows = self.place.listings.in_view.rows
            works = next(one for one in rows if one.kind == "works")
            self.place.finding.open(Record(works.kind, works.reference, works.work_reference))
            self._at_rest()
        dock = self._front(self.place.finding.dock)
        for number in range(dock.tabs.count()):
            dock.tabs.setCurrentIndex(number)
            yield f"details, {dock.tabs.tabText(number)}", dock

    def _sign_in(self) -> Iterator[tuple[str, QWidget]]:
        place = self.place
        dialog = self._once("sign in", lambda: SignInDialog(place.account, place.settings))
        for row in range(dialog.environmentBox.count()):
            dialog.environmentBox.setCurrentIndex(row)
            yield f"sign in, {dialog.environmentBox.currentText()}", dialog
        dialog._ask_for_a_new_password(with_code=True)
        dialog._say("Please type the code that was sent to you by e-mail.")
        yield "sign in, new password", dialog

    def _dialogs(self) -> Iterator[tuple[str, QWidget]]:
        place = self.place
        layer, project = place.clashing.own_layers()[0], QgsProject.instance()
        for name, build in {
            "positions": lambda: PositionsDialog(text="471065 236014\n471085 236014\nnowhere"),
            "take": lambda: TakeDialog(SHAPES),
            "fields of a layer": lambda: LayerDialog(layer),
            "drafts": lambda: DraftsDialog(place.kept_drafts),
            "options": self._options,
            "street layer": lambda: StreetLayerDialog(place.live_view.streets.own, project),
            "key to maps": lambda: OsKeyDialog(place.basemap_view.choice),
            "rules": lambda: RulesPage(place.settings, lambda: None),
        }.items():
            yield name, self._once(name, build)

    def _options(self) -> QWidget:
        page = OptionsPage(self.place.settings, lambda: None)
        page.add(Ostn15Box(self._converting))
        page.add(RememberedBox(self.place._folder))
        return page

    def _form(self) -> Iterator[tuple[str, QWidget]]:
        place = self.place
        if place.form.dialog is None:
            place.apply()
            self._at_rest()
        dialog = self._front(place.form.dialog)
        dialog.resize(900, 1000)
        dialog.steps.setCurrentWidget(dialog.formStep)
        dialog.form_view.speak_of_all()
        pages = dialog.form_view.section_list
        for number in range(pages.count()):
            pages.setCurrentRow(number)
            yield f"application, {pages.item(number).text()}", dialog
        refused = BadRequest("No.", fields={"secondary_contact": ["Please change this."]})
        dialog.failureStep.show_refusal(refused, dialog.form_view.rows)
        receipt = Receipt("TSR0010001AB12CD34", "TSR0010001AB12CD34-01")
        dialog.receiptStep.show_receipt("Accepted", receipt, ["Well done."])
        for step in (dialog.reviewStep, dialog.failureStep, dialog.receiptStep):
            dialog.steps.setCurrentWidget(step)
            yield f"application, {step.objectName()}", dialog
