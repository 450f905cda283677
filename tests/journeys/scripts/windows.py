"""Inside QGIS: every dock and dialog opened, alone and together; what of it is off the screen?"""

import re
import time
from pathlib import Path
from typing import Any, Callable, Iterator

import inside
import qgis.utils
from inside import GIVEN, iface
from on_the_screen import cut_off, frame_of, named, off_screen, said
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QDockWidget,
    QPushButton,
    QTextBrowser,
    QWidget,
)

OUT = Path(GIVEN["out"])
SCALE = float(GIVEN.get("scale", 1))
NARROW = 350  # pixels: as wide as planners have a dock on a small screen
OFF_CENTRE = 60  # pixels: title bar and frame
STILL_S, LONGEST_S = 0.15, 3.0
SHAPE = "LINESTRING ({0} {1}, {2} {1})"


class Look:
    """Takes a look at each state; `wrong` holds a line for everything amiss."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.seen: list[str] = []

    def at(self, state: str) -> None:
        """Judge what is on the screen once nothing moves any more."""
        at_rest()
        window = iface.mainWindow()
        self._note(state, [*off_screen(window), *_all_of(window)])

    def dialog(self, state: str, dialog: QWidget) -> None:
        """Judge a dialog: on the screen, with all that is in it, in the middle of QGIS's window."""
        at_rest()
        window = iface.mainWindow()
        amiss = [*off_screen(window), *_all_of(window), *off_screen(dialog), *cut_off(dialog)]
        middle, ours = frame_of(window).center(), frame_of(dialog).center()
        away = max(abs(middle.x() - ours.x()), abs(middle.y() - ours.y()))
        if away > OFF_CENTRE:
            amiss.append(f"{named(dialog)} is {away} px from the middle of QGIS's window")
        self._note(state, amiss)

    def _note(self, state: str, amiss: list[str]) -> None:
        """Note what is amiss, and photograph it."""
        self.seen.append(state)
        self.wrong += [f"{state}: {one}" for one in amiss]
        if amiss:
            inside.photograph(OUT / f"{len(self.seen):02d}-{state.replace(' ', '-')}.png")


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


def _all_of(window: QWidget) -> Iterator[str]:
    for dock in window.findChildren(QDockWidget):
        if dock.objectName().startswith("StreetWorks") and not dock.visibleRegion().isEmpty():
            yield from cut_off(dock)


def larger_fonts() -> None:
    """Make all text larger, as planners set it for a small or a far screen."""
    font = QApplication.font()
    font.setPointSizeF(font.pointSizeF() * SCALE)
    QApplication.setFont(font)
    for widget in (QApplication.instance(), iface.mainWindow()):
        sheet = re.sub(
            r"(font-size:\s*|font:\s*)([0-9.]+)pt",
            lambda found: f"{found[1]}{float(found[2]) * SCALE:.1f}pt",
            widget.styleSheet(),
        )
        widget.setStyleSheet(sheet)
    inside.pause(1)


def on_the_desk(workplace: Any) -> None:
    """Put a trench on the first street of the practice town on the desk."""
    register, found = workplace.account.register, []
    workplace.jobs.start(
        "a street",
        lambda _progress: register.street(register.streets_named("road")[0].usrn),
        done=found.append,
        failed=found.append,
    )
    street = inside.wait_for(lambda: found and found[0], "the street")
    from shapely.geometry import shape  # by now the plugin has loaded it, in its own way

    middle = shape(street.line).interpolate(0.5, normalized=True)
    east, north = round(middle.x, 2), round(middle.y, 2)
    workplace.sheet.take(SHAPE.format(east - 6, north, east + 6), "EPSG:27700")
    inside.wait_for(lambda: not workplace.jobs.running, "the street of the extent")
    workplace.sheet.choose_street(street)


def dialogs(workplace: Any, look: Look) -> None:
    """Open each dialog in turn."""
    workplace.sign_in()
    dialog = inside.widget_of("SignInDialog")
    for row in range(dialog.environmentBox.count()):
        dialog.environmentBox.setCurrentIndex(row)
        look.dialog(f"sign in {row}", dialog)
    dialog.reject()
    inside.pause(0.2)
    inside.sign_in_to_practice(workplace)
    on_the_desk(workplace)
    _open(look, "positions", "PositionsDialog", lambda: workplace.shaping.take("positions"))
    table = OUT / "shapes.csv"
    table.write_text("easting,northing\n530000,180000\n530010,180000\n530010,180010\n")
    _open(look, "take", "TakeDialog", lambda: workplace.shaping.sources.offer_file(str(table)))
    _open(look, "drafts", "DraftsDialog", workplace.extent_panel.draftsButton.click)
    workplace.apply()
    dialog = inside.widget_of("FormDialog")
    for row in range(dialog.form_view.section_list.count()):
        dialog.form_view.section_list.setCurrentRow(row)
        look.dialog(f"apply {row}", dialog)
    for name in ("review", "receipt", "failure"):
        dialog.steps.setCurrentWidget(getattr(dialog, f"{name}Step"))
        look.dialog(f"apply {name}", dialog)
    dialog.reject()


def a_long_message(workplace: Any, look: Look) -> None:
    """Tell the longest kind of trouble, and look whether all of it can be read."""
    from street_works.plugin.errors import StreetWorksError

    bar = iface.messageBar()
    bar.clearWidgets()
    workplace.trouble.tell(
        StreetWorksError("What went wrong is this. " * 8, advice="Do that. " * 12, detail="raw")
    )
    look.at("a long message")
    for text in bar.findChildren(QTextBrowser):
        if text.isVisible() and text.verticalScrollBar().maximum():
            look.wrong.append(f"a long message: {text.height()} px of it are to be seen")
    workplace.messages.clear()


def settings_from_a_message(workplace: Any, look: Look) -> None:
    """Press a message's Settings: QGIS's options have to come up at the plugin's page."""
    from street_works.plugin.extents import GridUnavailable

    def judge() -> None:
        options = QApplication.activeModalWidget()
        page = None if options is None else options.findChild(QWidget, "OptionsPage")
        if page is None or not page.isVisible():
            look.wrong.append("Settings did not open the plugin's page in QGIS's options")
        inside.photograph(OUT / "settings.png")
        if isinstance(options, QDialog):
            options.reject()

    workplace.trouble.tell(GridUnavailable("made up"))
    button = next(
        one for one in iface.messageBar().findChildren(QPushButton) if one.text() == "Settings …"
    )
    QTimer.singleShot(1500, judge)  # QGIS waits in its dialog until that is closed
    button.click()
    workplace.messages.clear()


def _open(look: Look, state: str, kind: str, act: Callable[[], None]) -> None:
    act()
    dialog = inside.widget_of(kind)
    look.dialog(state, dialog)
    if isinstance(dialog, QDialog):
        dialog.reject()
    inside.pause(0.2)


def docks(workplace: Any, look: Look) -> None:
    """Show each panel and the details, alone and together, as wide as they come and narrow."""
    window, panel, details = iface.mainWindow(), workplace.dock, workplace.finding.dock
    workplace.toggle_dock(shown=True)
    panel.show_panel(workplace.listings.list_panel)
    inside.wait_for(lambda: workplace.listings.in_view.rows, "the list")
    found = [row for row in workplace.listings.in_view.rows if row.kind == "works"]
    from street_works.plugin.map.pick import Record

    for width in (0, NARROW):
        details.hide()
        workplace.toggle_dock(shown=True)
        for number in range(panel.tabs.count()):
            panel.tabs.setCurrentIndex(number)
            _narrow(window, panel, width, look)
            look.at(f"panel {number} {width or 'as it comes'}")
    if found:
        row = found[0]
        workplace.finding.open(Record(row.kind, row.reference, row.work_reference))
        inside.wait_for(lambda: not workplace.jobs.running, "the details")
    else:
        look.wrong.append("there are no works to show details of")
    look.at("panel and details")
    _narrow(window, details, NARROW, look)
    look.at("panel and details narrow")
    window.removeDockWidget(details)
    area = Qt.DockWidgetArea.RightDockWidgetArea
    window.addDockWidget(area, details, Qt.Orientation.Vertical)  # as the planner may drag it
    details.show()
    look.at("details below the panel")
    panel.hide()
    look.at("details alone")


def _narrow(window: Any, dock: QDockWidget, width: int, look: Look) -> None:
    if not width:
        return
    window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
    inside.pause(0.3)
    if dock.width() > width + 2:
        look.wrong.append(f"{named(dock)} cannot be narrower than {dock.width()} px")


def script() -> dict[str, Any]:
    """Return what is wrong, state by state."""
    window, look = iface.mainWindow(), Look()
    window.showMaximized()
    if SCALE != 1:
        larger_fonts()
    inside.pause(1)
    before = frame_of(window)
    workplace = qgis.utils.plugins["street_works"].workplace
    workplace.toggle_dock(shown=True)
    look.at("signed out")
    dialogs(workplace, look)
    docks(workplace, look)
    a_long_message(workplace, look)
    settings_from_a_message(workplace, look)
    after = frame_of(window)
    if (after.width(), after.height()) != (before.width(), before.height()):
        look.wrong.append(f"QGIS's window was {said(before)} and became {said(after)}")
    return {"wrong": look.wrong, "seen": look.seen}


inside.run_script(script)
