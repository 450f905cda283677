"""Inside QGIS: every tab, dock and dialog opened and photographed; what of it cannot be seen?

Given: the folder `out` for the pictures; with `parts` only those of PARTS are walked through, and
without `pictures` only what is amiss is photographed.
"""

import time
import traceback
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Callable, Iterator

import inside
import qgis.utils
from inside import GIVEN, iface
from on_the_screen import cut_off, frame_of, named, off_screen
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QModelIndex, QSize, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QDockWidget,
    QPushButton,
    QTextBrowser,
    QWidget,
)

OUT = Path(GIVEN["out"])
NARROW = 380  # pixels: as wide as planners have a dock on a small screen, in any theme
LOW = 300  # pixels: as high as one of three docks above one another may be there
OFF_CENTRE = 60  # pixels: title bar and frame
FRAME = QSize(20, 60)  # pixels: what a window manager may put around a window
STILL_S, LONGEST_S = 0.15, 3.0
TRENCH = "LINESTRING ({0} {1}, {2} {1})"
LONG = "The register minds this for a reason that takes more than one line to be told. "


class Look:
    """Takes a look at each state; `wrong` holds a line for everything amiss."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.seen: list[str] = []
        self._told: set[str] = set()
        self._size = frame_of(iface.mainWindow()).size()

    def at(self, state: str) -> None:
        """Judge what is on the screen once nothing moves any more."""
        at_rest()
        self._note(state, self._around())

    def dialog(self, state: str, dialog: QWidget, *, grown: bool = False) -> None:
        """Judge a dialog: on the screen, with all that is in it, in the middle of QGIS's window.

        One that has `grown` since it opened may be somewhat below that.
        """
        at_rest()
        amiss = [*self._around(), *off_screen(dialog), *cut_off(dialog)]
        if not grown:
            amiss += self._off_centre(dialog)
        self._note(state, amiss)

    @staticmethod
    def _off_centre(dialog: QWidget) -> Iterator[str]:
        middle, ours = frame_of(iface.mainWindow()).center(), frame_of(dialog).center()
        away = max(abs(middle.x() - ours.x()), abs(middle.y() - ours.y()))
        if away > OFF_CENTRE:
            yield f"{named(dialog)} is {away} px from the middle of QGIS's window"

    def window(self, state: str, window: QWidget, part: QWidget) -> None:
        """Judge our `part` of a window that is not ours, or a menu."""
        at_rest()
        self._note(state, [*off_screen(part), *cut_off(window, part=part)])

    def say(self, what: str) -> None:
        """Note something else that is amiss."""
        self.wrong.append(what)

    def _around(self) -> Iterator[str]:
        """Judge QGIS's window with our docks and our layers."""
        window = iface.mainWindow()
        yield from off_screen(window)
        size = frame_of(window).size()
        if size != self._size:
            yield f"QGIS's window is {size.width()} x {size.height()} now"
        for dock in window.findChildren(QDockWidget):
            if dock.objectName().startswith("StreetWorks") and not dock.visibleRegion().isEmpty():
                yield from cut_off(dock)
        yield from legend_too_long()

    def _note(self, state: str, amiss: Any) -> None:
        """Note what is amiss, where it is seen first, and photograph it."""
        self.seen.append(state)
        lines = [one for one in dict.fromkeys(amiss) if one not in self._told]
        self._told.update(lines)
        self.wrong += [f"{state}: {one}" for one in lines]
        if lines or GIVEN.get("pictures"):
            inside.photograph(OUT / f"{len(self.seen):02d}-{state.replace(' ', '-')}.png")


def legend_too_long() -> Iterator[str]:
    """Say which of our lines in the Layers panel cannot be read, as wide as that is now."""
    view = iface.layerTreeView()
    model = view.model()

    def walk(parent: QModelIndex) -> Iterator[QModelIndex]:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            yield index
            if view.isExpanded(index):
                yield from walk(index)

    group = next((one for one in walk(QModelIndex()) if one.data() == "Street Works"), None)
    for index in [] if group is None else walk(group):
        place = view.visualRect(index)
        needed = place.left() + view.sizeHintForIndex(index).width()
        if needed > view.width():  # the scroll bar comes and goes
            yield f"“{index.data()}” needs {needed} of {view.width()} px in the legend"


def at_rest() -> None:
    """Wait until no widget has moved for a while."""

    def places() -> list[Any]:
        shown = [one for one in QApplication.allWidgets() if one.isVisible()]
        return [(one, one.geometry()) for one in shown]

    before: list[Any] = []
    until = time.monotonic() + LONGEST_S
    while (now := places()) != before and time.monotonic() < until:
        before = now
        inside.pause(STILL_S)


class Screens:
    """Opens what there is, part by part, in the order of PARTS."""

    def __init__(self) -> None:
        self.look = Look()
        self.place: Any = qgis.utils.plugins[inside.PLUGIN].workplace

    def show(self, part: str) -> None:
        """Go through a part; where it breaks off, what comes after it is looked at all the same."""
        try:
            getattr(self, part)()
        except Exception:
            self.look.say(f"{part}: {traceback.format_exc()}")

    @property
    def window(self) -> Any:
        """QGIS's window."""
        return iface.mainWindow()

    # ---- signing in ----

    def signed_out(self) -> None:
        """Show every tab as it is before anybody has signed in."""
        self.place.toggle_dock(shown=True)
        self._each_tab("signed out")

    def signing_in(self) -> None:
        """Show the sign-in dialog for each environment, with a new password and with trouble."""
        from street_works.plugin.api.errors import TemporaryPassword

        self.place.sign_in()
        dialog = inside.widget_of("SignInDialog")
        for row in range(dialog.environmentBox.count()):
            dialog.environmentBox.setCurrentIndex(row)
            self.look.dialog(f"sign in {dialog.environmentBox.currentText()}", dialog)
        dialog.reject()
        inside.pause(0.2)
        self.place.sign_in()
        dialog = inside.widget_of("SignInDialog")
        dialog.environmentBox.setCurrentIndex(1)
        dialog._wait(True)
        dialog._failed(TemporaryPassword(LONG * 2))
        self.look.dialog("sign in with a new password", dialog, grown=True)
        dialog.reject()
        inside.pause(0.2)
        inside.sign_in_to_practice(self.place)
        self._on_the_desk()
        if QgsProject.instance().isDirty():
            self.look.say("QGIS would ask whether to save the project, though nobody changed it")

    def _on_the_desk(self) -> None:
        """Put a trench on the first street of the practice town on the desk."""
        place, found = self.place, []
        register = place.account.register
        place.jobs.start(
            "a street",
            lambda _progress: register.street(register.streets_named("road")[0].usrn),
            done=found.append,
            failed=found.append,
        )
        street = inside.wait_for(lambda: found and found[0], "the street")
        from shapely.geometry import shape  # by now the plugin has loaded it, in its own way

        middle = shape(street.line).interpolate(0.5, normalized=True)
        east, north = round(middle.x, 2), round(middle.y, 2)
        place.sheet.take(TRENCH.format(east - 6, north, east + 6), "EPSG:27700")
        inside.wait_for(lambda: not place.jobs.running, "the street of the extent")
        place.sheet.choose_street(street)

    # ---- dialogs ----

    def dialogs(self) -> None:
        """Open each dialog in turn, and every page of the application."""
        place = self.place
        self._open("positions", "PositionsDialog", lambda: place.shaping.take("positions"))
        table = OUT / "shapes.csv"
        table.write_text("easting,northing\n530000,180000\n530010,180000\n530010,180010\n")
        self._open("take", "TakeDialog", lambda: place.shaping.sources.offer_file(str(table)))
        menu = place.basemap_view.row.menu
        menu.aboutToShow.emit()
        self._open("key to the maps", "OsKeyDialog", menu.actions()[0].trigger)
        *_others, browser, _file = menu.actions()
        self._open("layer from the browser", "BrowseDialog", browser.trigger)
        self._open("drafts", "DraftsDialog", place.extent_panel.draftsButton.click)
        place.apply()
        self._form("apply")

    def _open(self, state: str, kind: str, act: Callable[[], None]) -> None:
        act()
        dialog = inside.widget_of(kind)
        self.look.dialog(state, dialog)
        if isinstance(dialog, QDialog):
            dialog.reject()
        inside.pause(0.2)

    def _form(self, name: str) -> None:
        """Look at every page of the form that is open, at its review and at both of its ends."""
        dialog = inside.widget_of("FormDialog")
        for row in range(dialog.form_view.section_list.count()):
            dialog.form_view.section_list.setCurrentRow(row)
            self.look.dialog(f"{name} {row}", dialog)
        for step in ("review", "receipt", "failure"):
            dialog.steps.setCurrentWidget(getattr(dialog, f"{step}Step"))
            self.look.dialog(f"{name} {step}", dialog)
        dialog.reject()
        inside.pause(0.2)

    # ---- docks ----

    def docks(self) -> None:
        """Show each panel and the details, alone and together, as wide as they come and narrow."""
        place, details = self.place, self.place.finding.dock
        place.toggle_dock(shown=True)
        place.dock.show_panel(place.listings.list_panel)
        inside.wait_for(lambda: place.listings.in_view.rows, "the list")
        for width in (0, NARROW):
            details.hide()
            place.toggle_dock(shown=True)
            self._each_tab("narrow" if width else "panel", width)
        self._details()
        self.look.at("panel and details")
        self._narrow(details, NARROW)
        self.look.at("panel and details narrow")
        self.window.removeDockWidget(details)
        area = Qt.DockWidgetArea.RightDockWidgetArea
        # As the planner may drag it:
        self.window.addDockWidget(area, details, Qt.Orientation.Vertical)
        details.show()
        self.look.at("details below the panel")
        place.dock.hide()
        self.look.at("details alone")
        self.window.tabifyDockWidget(place.dock, details)

    def _details(self) -> None:
        from street_works.plugin.map.pick import Record

        rows = self.place.listings.in_view.rows
        row = next(one for one in rows if one.kind == "works")
        self.place.finding.open(Record(row.kind, row.reference, row.work_reference))
        inside.wait_for(lambda: not self.place.jobs.running, "the details")

    def _each_tab(self, name: str, width: int = 0) -> None:
        dock = self.place.dock
        for number in range(dock.tabs.count()):
            dock.tabs.setCurrentIndex(number)
            self._narrow(dock, width)
            title = dock.tabs.tabText(number).partition(" (")[0]
            self.look.at(f"{name} {title}")

    def _narrow(self, dock: QDockWidget, width: int) -> None:
        if not width:
            return
        self.window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
        inside.pause(0.3)
        if dock.width() > width + 2:
            after = self.look.seen[-1]
            self.look.say(f"after {after}: {named(dock)} cannot be narrower than {dock.width()} px")

    def floating(self) -> None:
        """Let both docks float, as they come and as small as a planner may make them."""
        for dock, state in (
            (self.place.dock, "floating panel"),
            (self.place.finding.dock, "floating details"),
        ):
            dock.show()
            dock.setFloating(True)
            dock.move(20, 40)
            dock.resize(NARROW, LOW)
            at_rest()
            if dock.height() > LOW + 2:
                self.look.say(f"{named(dock)} cannot be lower than {dock.height()} px")
            if dock is self.place.dock:
                self._each_tab(state)
                button = self.place.extent_panel.draftsButton
                self._open("drafts beside a floating panel", "DraftsDialog", button.click)
            else:
                self.look.at(state)
            dock.setFloating(False)
            at_rest()

    def sections(self) -> None:
        """Show each section of the details, the menu of what is next, and the forms it opens."""
        dock = self.place.finding.dock
        self.place.dock.show()
        self._details()
        dock.raise_()
        for number in range(dock.tabs.count()):
            dock.tabs.setCurrentIndex(number)
            self.look.at(f"details {dock.tabs.tabText(number).partition(' (')[0]}")
        dock.tabs.setCurrentIndex(0)
        inside.click(dock.stepsButton)
        menu = dock.stepsButton.menu_of_steps
        self.look.window("next steps", menu, menu)
        menu.hide()
        offered = [one for one in dock.stepsButton.every_step if one.isEnabled()]
        own = dock.stepsButton.actions()  # done at once, without a form
        for name in [one.objectName() for one in offered if one.objectName() and one not in own]:
            operation, _space, part = name.partition(" ")
            action = inside.next_step(self.place, operation, part)
            action.trigger()
            self._form(operation)

    # ---- the extent and its clashes ----

    def extents(self) -> None:
        """Show an extent with faults, and with a diversion."""
        place = self.place
        place.dock.show_panel(place.extent_panel)
        self.look.at("extent")
        x, y = 471000, 236000
        crossed = f"POLYGON (({x} {y}, {x + 30} {y + 20}, {x + 30} {y}, {x} {y + 20}, {x} {y}))"
        place.sheet.take(crossed, "EPSG:27700")
        inside.wait_for(lambda: not place.jobs.running, "the streets around it")
        self.look.at("extent with faults")
        place.sheet.undo()
        place.extent_panel.replacedButton.click()
        inside.wait_for(lambda: not place.jobs.running, "the draft before")

    def clashes(self) -> None:
        """Show what is found, how it is judged, other days, the evidence, and own layers."""
        place, panel = self.place, self.place.clash_panel
        self._own_layers()
        place.find_clashes()
        inside.wait_for(lambda: place.clashing.report and not place.clashing.working, "clashes")
        inside.wait_for(lambda: not place.jobs.running, "the other days and the map")
        self.look.at("clashes")
        panel.clashTree.setCurrentItem(panel.clashTree.topLevelItem(0))
        for number in range(panel.parts.count()):
            panel.parts.setCurrentIndex(number)
            area = panel.parentWidget().parentWidget()
            area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
            self.look.at(f"clashes {panel.parts.tabText(number)}")
            self._narrow(place.dock, NARROW)
            self.look.at(f"clashes {panel.parts.tabText(number)} narrow")
        self._open("dates of a layer", "LayerDialog", self._open_layer)

    def _own_layers(self) -> None:
        for name in ("Water mains to be renewed in the next five years", "Bus routes"):
            layer = QgsVectorLayer("LineString?crs=EPSG:27700&field=from:date", name, "memory")
            QgsProject.instance().addMapLayer(layer)

    def _open_layer(self) -> None:
        listed = self.place.clash_panel.layersList
        listed.opened.emit(next(iter(self.place.clashing.own_layers())).id())

    # ---- what stands on the map tab, and the messages ----

    def much_to_tell(self) -> None:
        """Show the map's tab and the dock with all that may stand there at once."""
        place = self.place
        panel, dock = place.map_panel, place.dock
        dock.show_panel(panel)
        panel.offer_removed(True)
        panel.statement.setText(LONG * 3)
        panel._list_refused([LONG, LONG])
        panel._busy(True)
        dock.show_pending([SimpleNamespace(subject=f"TSR00100{n}AB12CD") for n in range(4)])
        dock.offer_application(LONG, "")
        self.look.at("much to tell")
        self._narrow(dock, NARROW)
        self.look.at("much to tell narrow")
        dock.offer_return("Change request", LONG)
        self.look.at("extent for a form")
        panel.offer_removed(False)
        panel._list_refused([])
        panel._busy(False)
        dock.show_pending([])
        place.offering.show()

    def messages(self) -> None:
        """Tell the longest kind of trouble, with its details: all of it can be read."""
        from street_works.plugin.errors import StreetWorksError

        bar = iface.messageBar()
        bar.clearWidgets()
        self.place.trouble.tell(
            StreetWorksError("What went wrong is this. " * 8, advice="Do that. " * 12, detail="raw")
        )
        self.look.at("a long message")
        for text in bar.findChildren(QTextBrowser):
            if text.isVisible() and text.verticalScrollBar().maximum():
                self.look.say(f"a long message: {text.height()} px of it are to be seen")
        self._press("Details")
        box = inside.widget_of("QMessageBox")
        self.look.dialog("details of a message", box)
        box.close()
        self.place.messages.clear()

    def _press(self, words: str) -> None:
        buttons = iface.messageBar().findChildren(QPushButton)
        next(one for one in buttons if one.text() == words).click()

    def options(self) -> None:
        """Show our pages in QGIS's options; a message's Settings opens the first of them."""
        from street_works.plugin.extents import GridUnavailable

        self.place.trouble.tell(GridUnavailable("made up"))
        self._in_options("OptionsPage", lambda: self._press("Settings …"))
        self.place.messages.clear()
        self._in_options("RulesPage", self.place.clash_panel.rulesButton.click)

    def _in_options(self, kind: str, act: Callable[[], None]) -> None:
        def judge() -> None:
            options = QApplication.activeModalWidget()
            page = None if options is None else options.findChild(QWidget, kind)
            if page is None or not page.isVisible():
                self.look.say(f"{kind} did not open in QGIS's options")
            else:
                fit(options)
                self.look.window(kind, options, page)
            if isinstance(options, QDialog):
                options.reject()

        QTimer.singleShot(1500, judge)  # QGIS waits in its dialog until that is closed
        act()


def fit(options: QWidget) -> None:
    """Make QGIS's window fit on the screen where it may be smaller, as a planner would.

    QGIS 3.40 opens its options larger than a small screen, whatever is in them.
    """
    if any(off_screen(options)):
        room = QApplication.primaryScreen().availableGeometry()
        options.resize(options.size().boundedTo(room.size() - FRAME))
        options.move(room.topLeft())


PARTS = (
    "signed_out", "signing_in", "dialogs", "docks", "floating", "sections", "extents", "clashes",
    "much_to_tell", "messages", "options",
)  # fmt: skip


def script() -> dict[str, Any]:
    """Return what is wrong, state by state."""
    iface.mainWindow().showMaximized()
    inside.pause(1)
    screens = Screens()
    for part in GIVEN.get("parts") or PARTS:
        screens.show(part)
    return {"wrong": screens.look.wrong, "seen": screens.look.seen}


inside.run_script(script)
