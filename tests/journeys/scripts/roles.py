"""Inside QGIS: a planner, a contractor or a highway authority signs in, looks, finds and applies.

Given: `role`, and the folder `out` for the pictures.
"""

from pathlib import Path
from typing import Any, Callable

import filling
import inside
import locating
import qgis.utils
from inside import GIVEN, iface
from qgis.core import Qgis
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction
from steps import Journey
from street_works.plugin.trade.vocabulary.works import WorksStatus

ROLES = ("planner", "contractor", "authority")
ROLE = GIVEN["role"]
OUT = Path(GIVEN["out"])
PROMOTER = {"planner": "0098", "contractor": "9831"}  # the contractor has a choice of three


class Session:
    """The steps of one role; what one finds out the next ones use."""

    def __init__(self) -> None:
        self.works: Any = None
        self.reference = ""

    @property
    def workplace(self) -> Any:
        """The plugin's windows and desk."""
        return qgis.utils.plugins["street_works"].workplace

    def start(self) -> str:
        """Sign in as the role; the map is loaded, the top of the panel says who one is."""
        inside.sign_in_to_practice(self.workplace, ROLES.index(ROLE))
        (works,) = (one for one in self.workplace.live.stated if one.kind == "works")
        if not works.held or not works.complete:
            raise RuntimeError(works.statement)
        self.quiet()
        return f"{self.workplace.account_row.badge.text()}: {works.held} works"

    def find(self) -> str:
        """Find works of one's own, and somebody else's, by their references.

        Others' works are found with the permit they began with: it has to be the one on the map.
        """
        layer = self.workplace.live.layers.layer("works", "centre")
        party = self.workplace.account.register.party
        own = {True: None, False: None}
        for feature in layer.getFeatures("reference LIKE '%-01'"):
            own[party.may_read(feature["promoter_swa_code"], "")] = feature
        told = []
        for feature in own.values():
            if feature is not None:
                self.works = feature
                reference = feature["work_reference"]
                told.append(locating.locate(f"works {reference}", reference))
                self.settle()
        self.quiet()
        return "; ".join(told)

    def details(self) -> str:
        """The details of the works found last say what is for others, and the rest is there."""
        details, reference = self.workplace.finding.details, self.works["reference"]
        inside.wait_for(
            lambda: details.details is not None and details.details.reference == reference,
            "the details",
        )
        said = {one.title: str(one.error or "") for one in details.details.sections}
        permit = said["Permit"]
        if permit:
            raise RuntimeError(permit)
        self.quiet()
        return ", ".join(f"{title}{': ' + error if error else ''}" for title, error in said.items())

    def draw(self) -> str:
        """Draw an extent and let it be checked for clashes, as every role may."""
        self.workplace.finding.dock.hide()
        place = self.works.geometry().asPoint()
        east, north = place.x(), place.y()
        inside.go_to((east - 60, north - 45, east + 60, north + 45))
        inside.trigger("line")
        for dx in (-8, 8):
            inside.click_canvas(east + dx, north)
        inside.click_canvas(east + 8, north, Qt.MouseButton.RightButton)
        inside.street_of_extent(self.workplace)
        inside.trigger("clashes")
        clashing = self.workplace.clashing
        inside.wait_for(lambda: clashing.report and not clashing.working, "the clashes")
        report = clashing.report
        self.settle()
        self.quiet()
        return f"{self.workplace.sheet.street.name}, {len(report.encounters)} clashes"

    def not_offered(self) -> str:
        """The authority is told that it cannot apply here, and why; nothing to press is left."""
        dock = self.workplace.dock
        action = iface.mainWindow().findChild(QAction, "street_works_apply")
        if action.isEnabled() or dock.applyButton.isVisible() or not dock.applyNote.isVisible():
            raise RuntimeError("an authority is offered to apply")
        return str(dock.applyNote.text())

    def form(self) -> str:
        """The form; a contractor chooses the promoter first, whose workstreams follow."""
        inside.trigger("apply")
        dialog = inside.widget_of("FormDialog")
        inside.wait_for(lambda: not dialog.formStep.category.said.waiting, "the category")
        asked = dialog.form_view.rows["promoter_swa_code"].isVisible()
        if asked is not (ROLE == "contractor"):
            raise RuntimeError(f"asked for the promoter: {asked}")
        inside.photograph(OUT / "dialog-form-empty.png")
        if asked:
            filling.give(dialog.form_view, "promoter_swa_code", PROMOTER[ROLE])
        inside.wait_for(lambda: dialog.form_view.situation.promoter.known, "the promoter")
        inside.photograph(OUT / "dialog-form-promoter.png")
        filling.fill(dialog)
        inside.click(dialog.nextButton)
        inside.wait_for(lambda: dialog.steps.currentWidget() is dialog.reviewStep, "the review")
        told = filling.reviewed(dialog)
        if told.promoter != PROMOTER[ROLE]:
            raise RuntimeError(told.promoter)
        return f"{told.works} for {told.promoter}"

    def submitted(self) -> str:
        """The application is accepted in the promoter's name."""
        dialog = inside.widget_of("FormDialog")
        inside.submit(dialog)
        self.reference = dialog.receiptStep.workEdit.text()
        return f"works {self.reference}, permit {dialog.receiptStep.permitEdit.text()}"

    def on_the_map(self) -> str:
        """The new works are on the map under the promoter's name."""
        inside.click(inside.widget_of("FormDialog").closeButton)

        def drawn() -> Any:
            store = self.workplace.live.store
            return store.known("works", [f"{self.reference}-01"]).get(f"{self.reference}-01")

        row = inside.wait_for(drawn, "the new works")
        inside.render_finished()
        self.quiet()
        return f"{row.work_reference}: {row.promoter}"

    def begun(self) -> str:
        """The new works are started from their details: form, review, receipt."""
        from street_works.plugin.map.pick import Record

        finding = self.workplace.finding
        finding.open(Record("works", f"{self.reference}-01", self.reference))
        inside.wait_for(lambda: finding.details.works is not None, "the details")
        self.settle()
        inside.next_step(self.workplace, "UpdateActualStartDate")
        inside.click(finding.dock.stepsButton)
        inside.photograph(OUT / "details-with-start.png")
        finding.dock.stepsButton.menu_of_steps.close()
        inside.take_step(self.workplace, "UpdateActualStartDate")
        dialog = inside.widget_of("FormDialog")
        inside.photograph(OUT / "dialog-start.png")
        inside.click(dialog.nextButton)
        inside.wait_for(lambda: dialog.steps.currentWidget() is dialog.reviewStep, "the review")
        inside.photograph(OUT / "dialog-start-review.png")
        inside.submit(dialog)
        inside.photograph(OUT / "dialog-start-receipt.png")
        inside.click(dialog.closeButton)
        begun = WorksStatus.IN_PROGRESS
        inside.wait_for(lambda: finding.details.works.status == begun, "the start")
        self.settle()
        self.quiet()
        action = inside.next_step(self.workplace, "UpdateActualStartDate")
        if action.isEnabled():
            raise RuntimeError("works in progress can be started again")
        return f"{self.reference} in progress; {action.toolTip()}"

    def settle(self) -> None:
        """Wait until nothing is under way any more."""
        inside.wait_loaded(self.workplace)
        inside.render_finished()

    def quiet(self) -> None:
        """Raise RuntimeError when a warning of the plugin stands: nothing has gone wrong."""
        warning = Qgis.MessageLevel.Warning
        ours = self.workplace.messages.texts()
        there = [one.text() for one in iface.messageBar().items() if one.level() == warning]
        if set(ours) & set(there):
            raise RuntimeError(f"told out of the blue: {set(ours) & set(there)}")


def script() -> dict[str, Any]:
    """Walk the role's session, step by step."""
    session, journey = Session(), Journey(OUT)
    iface.mainWindow().showMaximized()
    steps: list[tuple[str, Callable[[], str]]] = [
        ("start", session.start),
        ("find", session.find),
        ("details", session.details),
        ("draw", session.draw),
    ]
    if ROLE == "authority":
        steps.append(("not offered", session.not_offered))
    else:
        steps += [
            ("form", session.form),
            ("submitted", session.submitted),
            ("on the map", session.on_the_map),
            ("started", session.begun),
        ]
    for name, act in steps:
        journey.step(name, act)
    return {"steps": journey.steps}


inside.run_script(script)
