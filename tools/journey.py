"""Inside QGIS: the main journey, from installing the plugin to switching it off again.

Everything is done as a planner does it, with the mouse and the keyboard; what is asserted is what
the planner would see.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import filling
import inside
import qgis.utils
import spots
from holds import aside
from inside import iface
from qgis.core import QgsProject, QgsRectangle
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QTreeWidgetItem, QWidget
from steps import Journey

OUT = Path(inside.GIVEN["out"])
WORKS: list[str] = inside.GIVEN.get("works", [])
WEB_MERCATOR = "EPSG:3857"
REFERENCES = ("reference", "work_reference")


class Walk:
    """The journey's steps, in order; what one finds out the next ones use."""

    def __init__(self) -> None:
        self.spot: Any = None
        self.asked_for = ""

    @property
    def workplace(self) -> Any:
        """The plugin's windows and desk."""
        return qgis.utils.plugins[inside.PLUGIN].workplace

    def start(self) -> str:
        """Install the plugin from its zip with QGIS's own installer, in a profile without it."""
        version = inside.install(inside.GIVEN["package"])
        return f"QGIS {qgis.utils.Qgis.QGIS_VERSION}: Street Works {version} installed from the zip"

    def sign_in(self) -> str:
        """Sign in to the practice environment: no typing but, if given, the records' files."""
        inside.trigger("sign_in")
        dialog = inside.widget_of("SignInDialog")
        dialog.environmentBox.setCurrentIndex(0)
        if WORKS:
            dialog.worksEdit.setFilePath(" ".join(f'"{path}"' for path in WORKS))
        inside.photograph(OUT / "dialog-sign-in.png")
        inside.click(dialog.buttons.button(dialog.buttons.StandardButton.Ok))
        account = self.workplace.account
        inside.wait_for(lambda: account.signed_in or dialog.troubleLabel.text(), "the sign-in")
        if not account.signed_in:
            raise RuntimeError(dialog.troubleLabel.text())
        return f"{account.environment.name}, {account.organisation.name}, no typing"

    def go_to(self, box: tuple[float, float, float, float]) -> None:
        """Let the map show a box (EPSG:27700)."""
        inside.go_to(box)

    def layers_loaded(self) -> str:
        """What is in view arrives by itself after signing in."""
        self._wait_loaded()
        live = self.workplace.live
        counts = {one.kind: one.held for one in live.stated}
        incomplete = [one.kind for one in live.stated if not one.complete]
        if incomplete or not counts["works"]:
            raise RuntimeError(f"incomplete: {incomplete}, {counts}")
        home = QgsRectangle(*self.workplace.account.home)
        if not iface.mapCanvas().extent().contains(home):
            raise RuntimeError("the map has jumped away from the town")
        with aside():
            self.spot = spots.busy_spot(self.workplace)
        return f"{counts}, complete, {live.calls} calls of at most 100 features"

    def features_on_the_map(self) -> str:
        """The features are drawn; with published records, those are looked for one by one."""
        told = [self._published()] if WORKS else []
        inside.render_finished()
        layers = spots.layers_of(self.workplace)
        drawn = sum(layer.featureCount() for layer in layers)
        if not drawn:
            raise RuntimeError("the layers are empty")
        streets = self.workplace.live_view.streets.row.statement
        inside.wait_for(lambda: "all of them" in streets.text(), "the streets of the town")
        inside.render_finished()
        return "; ".join([f"{drawn} features in {len(layers)} layers", streets.text(), *told])

    def _published(self) -> str:
        """Go where the published records are, in their days, and count them on the map."""
        readings = self.workplace.account.readings
        references = {one for reading in readings for one in reading.references}
        boxes = [reading.bounds for reading in readings if reading.bounds]
        days = [reading.period for reading in readings if reading.period]
        if not boxes:
            raise RuntimeError(f"nothing usable in {WORKS}: {readings}")
        west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
        east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
        first, last = min(one for one, _ in days), max(one for _, one in days)
        panel = self.workplace.map_panel.filter_panel
        inside.choose_data(panel.daysCombo, "own")
        inside.type_over(panel.lastEdit, f"{last:%d/%m/%Y}")
        inside.type_over(panel.firstEdit, f"{first:%d/%m/%Y}")
        self.go_to((west - 500, south - 500, east + 500, north + 500))
        self._load()
        with aside():
            shown = references & self._on_the_map()
        refused = [f"{where}: {why}" for reading in readings for where, why in reading.refused]
        unseen = [f"{one.reference}: {one.reason}" for one in self.workplace.live.unreadable]
        read = sum(reading.read for reading in readings)
        if not shown or len(shown) != len(references):
            raise RuntimeError(f"{len(shown)} of {len(references)} published records are shown")
        return (
            f"published records: {read} read, {len(shown)} works and activities shown, "
            f"{len(refused)} refused {refused or ''} {unseen or ''}"
        ).strip()

    def draw(self) -> str:
        """Draw a polygon with QGIS's digitising tool, crossing itself on purpose."""
        inside.set_project_crs(WEB_MERCATOR)
        east, north = self.spot.place
        self.go_to((east - 60, north - 45, east + 60, north + 45))
        if WORKS:
            self._load()
        inside.trigger("polygon")
        for dx, dy in ((-14, -8), (14, 8), (14, -8), (-14, 8)):
            inside.click_canvas(east + dx, north + dy)
        inside.click_canvas(east - 14, north + 8, Qt.MouseButton.RightButton)
        inside.wait_for(lambda: self.workplace.sheet.examined, "the extent")
        drawing = self.workplace.sheet.examined.drawing
        if drawing.crs != WEB_MERCATOR:
            raise RuntimeError(f"drawn in {drawing.crs}")
        return f"polygon of 4 clicks in a project in {drawing.crs}"

    def converted(self) -> str:
        """The extent is on the grid, where the mouse was, and says how accurate it is."""
        extent = inside.wait_for(lambda: self.workplace.sheet.examined.extent, "the extent")
        east, north = self.spot.place
        here = extent.geometry.envelope.centroid  # the outline crosses itself: it has no area
        away = ((here.x - east) ** 2 + (here.y - north) ** 2) ** 0.5
        if away > 5:  # a few pixels, and what QGIS's own display may be off
            raise RuntimeError(f"the extent is {away:.1f} m from where it was drawn")
        return self.workplace.extent_panel.facts.text().replace("\n", "; ")

    def findings(self) -> str:
        """The crossing is found, shown on the map, mended, taken back and mended again."""
        panel = self.workplace.extent_panel
        listed = panel.findingsList
        inside.wait_for(lambda: listed.count(), "the findings")
        rules = [finding.rule for finding in self.workplace.sheet.findings]
        row = next(r for r in range(listed.count()) if "cross" in listed.item(r).text().lower())
        place = listed.visualItemRect(listed.item(row)).center()
        QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
        inside.photograph(OUT / "dialog-finding.png")
        said = listed.item(row).text()
        inside.click(panel.mendButton)
        inside.wait_for(lambda: self.workplace.sheet.examined.submittable, "the mend")
        inside.click(panel.undoButton)
        if self.workplace.sheet.examined.submittable:
            raise RuntimeError("the mend was not taken back")
        return f"{len(rules)} findings ({', '.join(rules)}): “{said}”; mended, taken back"

    def street(self) -> str:
        """Draw again, properly, along a street; the street is looked up and taken."""
        east, north = self.spot.place
        self.go_to((east - 60, north - 45, east + 60, north + 45))
        inside.trigger("polygon")
        before = self.workplace.sheet.draft.id
        for dx, dy in ((-14, -8), (14, -8), (14, 8), (-14, 8)):
            inside.click_canvas(east + dx, north + dy)
        inside.click_canvas(east - 14, north + 8, Qt.MouseButton.RightButton)
        inside.wait_for(lambda: self.workplace.sheet.draft.id != before, "the new draft")
        box = self.workplace.extent_panel.streetBox
        street = inside.street_of_extent(self.workplace)
        found = box.count()
        if not self.workplace.sheet.examined.submittable:
            raise RuntimeError(str(self.workplace.sheet.findings))
        facts = self.workplace.extent_panel.streetFacts.text().replace("\n", "; ")
        return f"{found} offered, {street.name} ({street.usrn}): {facts}"

    def clashes(self) -> str:
        """Set days in which the works meet another, find it, and look at it on the map."""
        panel = self.workplace.clash_panel
        first = max(date.today() + timedelta(days=1), self.spot.start)
        last = first + timedelta(days=4)
        inside.type_over(panel.startEdit, f"{first:%d/%m/%Y}")
        inside.type_over(panel.endEdit, f"{last:%d/%m/%Y}")
        inside.trigger("clashes")
        clashing = self.workplace.clashing
        inside.wait_for(lambda: clashing.report and not clashing.working, "the clashes")
        report = clashing.report
        if not report.encounters:
            raise RuntimeError(panel.statement.text())
        tree = panel.clashTree
        row: QTreeWidgetItem = tree.topLevelItem(0)
        place = QPoint(50, tree.visualItemRect(row).center().y())
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        inside.render_finished()
        nearest = report.encounters[0]
        days = nearest.days.length if nearest.days else 0
        return (
            f"{len(report.encounters)} found, first {nearest.other.reference}, "
            f"{nearest.distance_m:.1f} m, {days} days: {panel.statement.text()}"
        ).replace("\n", "; ")

    def form(self) -> str:
        """Fill the form in until nothing is left to answer."""
        inside.trigger("apply")
        dialog = inside.widget_of("FormDialog")
        inside.wait_for(lambda: dialog.form_view.situation.category, "the category")
        inside.click(dialog.nextButton)
        asked = dialog.formStep.formTrouble.text()
        filling.fill(dialog)
        category = dialog.formStep.categoryLabel.text()
        return f"first “{asked}”, then none; {category}"

    def review(self) -> str:
        """The review shows the map, the environment and the exact request."""
        dialog = inside.widget_of("FormDialog")
        inside.photograph(OUT / "dialog-form.png")
        inside.click(dialog.nextButton)
        inside.wait_for(lambda: dialog.steps.currentWidget() is dialog.reviewStep, "the review")
        inside.wait_for(lambda: _painted(dialog.review), "the map of the review")
        asked = filling.reviewed(dialog)
        if asked.extent != self.workplace.sheet.examined.extent.geojson():
            raise RuntimeError("the request does not hold the extent that was drawn")
        self.asked_for = asked.works
        return (
            f"{dialog.environmentBadge.text()}: {asked.fields} fields, {asked.works}, "
            f"{asked.extent['type']} on USRN {asked.usrn}"
        )

    def submitted(self) -> str:
        """Submit, and read the references off the receipt."""
        dialog = inside.widget_of("FormDialog")
        inside.submit(dialog)
        works, permit = dialog.receiptStep.workEdit.text(), dialog.receiptStep.permitEdit.text()
        if works != self.asked_for or not permit.startswith(works):
            raise RuntimeError(f"the receipt says {works}, {permit}")
        return f"works {works}, permit {permit}"

    def works_on_the_map(self) -> str:
        """The new works are in the layer."""
        inside.click(inside.widget_of("FormDialog").closeButton)
        reference = self.asked_for
        inside.wait_for(lambda: reference in self._on_the_map(), "the new works on the map")
        inside.render_finished()
        return f"{reference} is drawn with the other works"

    def plugin_off(self) -> str:
        """Switch the plugin off as the plugin manager does."""
        if not qgis.utils.unloadPlugin(inside.PLUGIN):
            raise RuntimeError("QGIS could not switch the plugin off")
        inside.pause(0.5)
        window = iface.mainWindow()
        left = [
            widget.objectName()
            for widget in window.findChildren(QWidget)
            if widget.objectName().lower().startswith(("streetworks", "street_works"))
        ]
        groups = [group.name() for group in QgsProject.instance().layerTreeRoot().findGroups()]
        if left or "Street Works" in groups:
            raise RuntimeError(f"left behind: {left} {groups}")
        return "no toolbar, menu, dock or layer is left"

    def _on_the_map(self) -> set[str]:
        """Return the references of all features in the plugin's layers."""
        found = set()
        for layer in spots.layers_of(self.workplace):
            for feature in layer.getFeatures():
                found.update(
                    str(feature[name]) for name in REFERENCES if layer.fields().indexOf(name) >= 0
                )
        return found

    def _load(self) -> None:
        inside.click(self.workplace.map_panel.loadButton)
        self._wait_loaded()

    def _wait_loaded(self) -> None:
        inside.wait_loaded(self.workplace)
        inside.render_finished()


def _painted(review: Any) -> bool:
    pixmap = review.picture.pixmap()
    return pixmap is not None and not pixmap.isNull()


def walked(walk: Walk, journey: Journey) -> list[dict]:
    """Walk it, step by step; returns what each came to."""
    iface.mainWindow().showMaximized()
    for name, act in (
        ("start", walk.start),
        ("sign in", walk.sign_in),
        ("layers loaded", walk.layers_loaded),
        ("features on the map", walk.features_on_the_map),
        ("draw", walk.draw),
        ("converted", walk.converted),
        ("findings", walk.findings),
        ("street", walk.street),
        ("clashes", walk.clashes),
        ("form", walk.form),
        ("review", walk.review),
        ("submitted", walk.submitted),
        ("works on the map", walk.works_on_the_map),
        ("plugin off", walk.plugin_off),
    ):
        journey.step(name, act)
    return journey.steps


if __name__ == "__main__":
    inside.run_script(lambda: {"steps": walked(Walk(), Journey(OUT))})
