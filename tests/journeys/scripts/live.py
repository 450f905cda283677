"""Inside QGIS: the live map filtered, searched, looked into and kept, in two sessions."""

from datetime import date
from pathlib import Path
from typing import Any, Callable

import inside
import locating
import qgis.utils
from inside import GIVEN, iface
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from steps import Journey

OUT = Path(GIVEN["out"])
SESSION = GIVEN["session"]


class Live:
    """The steps of the first session, and of the second, in which nobody signs in."""

    def __init__(self) -> None:
        self.works: Any = None

    @property
    def workplace(self) -> Any:
        """The plugin's windows and desk."""
        return qgis.utils.plugins["street_works"].workplace

    @property
    def filters(self) -> Any:
        """The panel with the filter."""
        return self.workplace.map_panel.filter_panel

    def start(self) -> str:
        """Sign in to the practice service; what is in view arrives by itself."""
        inside.sign_in_to_practice(self.workplace)
        layer = self.workplace.live.layers.layer("works", "centre")
        self.works = next(
            feature
            for feature in layer.getFeatures()
            if feature["promoter"] == self.workplace.account.organisation.name
        )
        return self.said()

    def filter(self) -> str:
        """Category “major” by the keyboard: the map and the sentence follow."""
        before = self.held("works")
        combo = self.filters.categoryCombo
        combo.setFocus()
        row = combo.findData("major")
        combo.setItemCheckState(row, Qt.CheckState.Checked)
        self.settle()
        layer = self.workplace.live.layers.layer("works", "centre")
        shown = {feature["category"] for feature in layer.getFeatures()}
        if shown != {"major"}:
            raise RuntimeError(f"the layer shows {shown}")
        standing = self.standing("works")
        if not 0 < standing.shown < standing.held or standing.held != before:
            raise RuntimeError(str(standing))
        return self.said()

    def save_filter(self) -> str:
        """Save it by name with the profile, clear it, and choose it again."""
        edit = self.filters.savedCombo.lineEdit()
        edit.setFocus()
        edit.selectAll()
        QTest.keyClicks(edit, "Major works")
        self.filters.saved_row.in_profile.trigger()
        inside.click(self.filters.clearButton)
        self.settle()
        if self.standing("works").shown != self.held("works"):
            raise RuntimeError("the filter was not cleared")
        kept = [one.name for one in self.workplace.live_view.filters.all()]
        combo = self.filters.savedCombo
        row = next(row for row in range(combo.count()) if "Major works" in combo.itemText(row))
        combo.setFocus()
        combo.setCurrentIndex(row)
        combo.activated.emit(row)
        self.settle()
        chosen = self.workplace.live_view.filters.current
        if chosen.categories != ("major",):
            raise RuntimeError(f"{chosen} was chosen")
        inside.photograph(OUT / "filter-saved.png")
        inside.click(self.filters.clearButton)
        self.settle()
        return f"kept: {kept}; chosen again: {chosen.describe()}"

    def sensitive(self) -> str:
        """Only works on traffic-sensitive streets, asked of the register street by street."""
        west, south, east, north = self.workplace.account.home
        centre = ((west + east) / 2, (south + north) / 2)
        inside.go_to((centre[0] - 150, centre[1] - 150, centre[0] + 150, centre[1] + 150))
        self.settle()
        before = self.standing("works")
        inside.click(self.filters.sensitiveCheck)
        said = self.filters.statement
        inside.wait_for(lambda: "works in view are on" in said.text(), "the streets", 60)
        self.settle()
        after, text = self.standing("works"), said.text().replace("\n", ": ")
        if not 0 < after.shown < before.shown or after.held != before.held:
            raise RuntimeError(f"{before} before, {after} after")
        inside.click(self.filters.clearButton)
        inside.go_to(self.workplace.account.home)
        self.settle()
        return text

    def locator(self) -> str:
        """A grid reference, a street and a works reference, typed into QGIS's locator bar."""
        east, north = self.middle()
        told = []
        reference = self.works["work_reference"]
        for typed, named, wanted in (
            (f"pos {east + 150:.0f} {north + 150:.0f}", "", (east + 150, north + 150)),
            ("street high", "HIGH", None),
            (f"works {reference}", reference, None),
        ):
            result = self.locate(typed, named)
            place = self.middle()
            if wanted is not None and max(abs(a - b) for a, b in zip(place, wanted)) > 30:
                raise RuntimeError(f"the map went to {place}, not to {wanted}")
            told.append(f"“{typed}” → {result}")
        details = self.workplace.finding.details
        inside.wait_for(lambda: details.details is not None, "the details of the works found")
        return "; ".join(told)

    def details(self) -> str:
        """A click on the map opens the works: permit, history, comments, files, street."""
        place = self.works.geometry().asPoint()
        inside.go_to((place.x() - 60, place.y() - 60, place.x() + 60, place.y() + 60))
        self.settle()
        inside.trigger("details")
        self.workplace.finding.details.details = None
        inside.click_canvas(place.x(), place.y())
        if self.workplace.finding._menu is not None:
            self.workplace.finding._menu.actions()[0].trigger()
        details = self.workplace.finding.details
        inside.wait_for(lambda: details.details is not None and not details.loading, "details")
        inside.trigger("details")
        tabs = self.workplace.finding.dock.tabs
        titles = [tabs.tabText(tab) for tab in range(tabs.count())]
        if len(titles) < 4:
            raise RuntimeError(f"only {titles}")
        return ", ".join(titles)

    def list_both_ways(self) -> str:
        """The list shows what is in view; selected there is selected on the map."""
        self.settle()
        dock, listings = self.workplace.dock, self.workplace.listings
        dock.show_panel(listings.list_panel)
        inside.wait_for(lambda: listings.in_view.rows, "the rows")
        table = listings.list_panel.table
        table.setFocus()
        QTest.keyClick(table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
        table.clearSelection()
        table.selectRow(0)
        (row,) = listings.list_panel.selected_rows()
        inside.pause(0.3)
        selected = {
            feature["reference"]
            for shape in ("centre", "point", "line", "polygon")
            for layer in [self.workplace.live.layers.layer(row.kind, shape)]
            if layer is not None
            for feature in layer.selectedFeatures()
        }
        if selected != {row.reference}:
            raise RuntimeError(f"{row.reference} is selected in the list, {selected} on the map")
        inside.photograph(OUT / "list.png")
        return f"{len(listings.in_view.rows)} of {listings.in_view.total} rows; {row.reference}"

    def changes(self) -> str:
        """Works that were cancelled meanwhile are told, and then seen."""
        home = self.workplace.account.home
        inside.go_to(home)
        self.settle()
        permit = self._cancel_own_works()
        self.workplace.load()
        self.settle()
        listings = self.workplace.listings
        self.workplace.dock.show_panel(listings.changes_panel)
        seen = listings.seen
        inside.wait_for(lambda: seen.changed.unseen, "the changes", 20)
        told = [change.reference for change in seen.changed.unseen]
        if permit not in told:
            raise RuntimeError(f"{permit} was cancelled, and {told} is told")
        inside.photograph(OUT / "changes.png")
        inside.click(listings.changes_panel.allSeenButton)
        inside.wait_for(lambda: seen.changed.changes and not seen.changed.unseen, "seen", 20)
        return f"{told}, then none unseen: {listings.changes_panel.heading}"

    def _cancel_own_works(self) -> str:
        """Cancel works of the planner's own by the client, behind the map's back."""
        layer = self.workplace.live.layers.layer("works", "centre")
        own = [
            (feature["work_reference"], feature["reference"])
            for feature in layer.getFeatures()
            if feature["promoter"] == self.workplace.account.organisation.name
            and feature["status"] in ("submitted", "granted")
            and feature["start_date"].toPyDate() > date.today()
        ]
        client, done, wrong = self.workplace.account.client, [], []
        works, permit = own[0]
        from street_works.tests.made.at_the_register import cancel

        self.workplace.jobs.start(
            "cancel",
            lambda _progress: cancel(client, works, permit),
            done=lambda _nothing: done.append(works),
            failed=wrong.append,
        )
        inside.wait_for(lambda: done or wrong, "the permit to be cancelled")
        if wrong:
            raise RuntimeError(str(wrong[0]))
        return str(permit)

    def offline(self) -> str:
        """Nobody is signed in: the map shows what was loaded last, pale, and says how old it is."""
        inside.wait_for(lambda: self.workplace.live.stated, "what is known of the last view")
        inside.render_finished()
        layer = self.workplace.live.layers.layer("works", "centre")
        if self.workplace.account.signed_in or layer is None or not layer.featureCount():
            raise RuntimeError("the last view is not there")
        if not layer.opacity() < 1:
            raise RuntimeError("what is old does not look old")
        filters = [one.name for one in self.workplace.live_view.filters.all()]
        if "Major works" not in filters:
            raise RuntimeError(f"the saved filter is gone: {filters}")
        return f"{self.said()}; filters {filters}; opacity {layer.opacity():.2f}"

    def refreshed(self) -> str:
        """Signing in refreshes it, and it looks as strong as ever."""
        inside.sign_in_to_practice(self.workplace)
        layer = self.workplace.live.layers.layer("works", "centre")
        if layer.opacity() < 1:
            raise RuntimeError("what is fresh looks old")
        return self.said()

    def settle(self) -> None:
        """Wait until nothing is loaded any more and the map is drawn."""
        inside.pause(0.4)
        inside.wait_loaded(self.workplace)
        inside.render_finished()

    def said(self) -> str:
        """What the panel says of the map."""
        return str(self.workplace.map_panel.statement.text()).replace("\n", "; ")

    def standing(self, kind: str) -> Any:
        """What is known of a kind."""
        return next(one for one in self.workplace.live.stated if one.kind == kind)

    def held(self, kind: str) -> int:
        """How many of a kind are held of the view."""
        return int(self.standing(kind).held)

    def middle(self) -> tuple[float, float]:
        """Easting and northing of the middle of the map."""
        centre = iface.mapCanvas().extent().center()
        return centre.x(), centre.y()

    def locate(self, text: str, named: str) -> str:
        """Type into the locator bar, take the first result that names `named`; return it."""
        said = locating.locate(text, named)
        self.settle()
        return said


def script() -> dict[str, Any]:
    """Walk the session that was asked for."""
    live, journey = Live(), Journey(OUT)
    iface.mainWindow().showMaximized()
    sessions: dict[str, list[tuple[str, Callable[[], str]]]] = {
        "first": [
            ("start", live.start),
            ("filter", live.filter),
            ("save filter", live.save_filter),
            ("sensitive", live.sensitive),
            ("locator", live.locator),
            ("details", live.details),
            ("list", live.list_both_ways),
            ("changes", live.changes),
        ],
        "second": [("offline", live.offline), ("refreshed", live.refreshed)],
    }
    for name, act in sessions[SESSION]:
        journey.step(name, act)
    return {"steps": journey.steps, "layers": len(QgsProject.instance().mapLayers())}


inside.run_script(script)
