"""What a script needs that runs inside the QGIS application: waiting, clicking, photographing."""

import faulthandler
import json
import os
import sys
import time
import traceback
from pathlib import Path
from typing import Any, Callable, Optional

import pyplugin_installer
import qgis.utils
from holds import aside
from on_the_screen import frame_of
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEvent, QEventLoop, QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QColor, QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QComboBox,
    QLineEdit,
    QToolBar,
    QToolButton,
    QWidget,
)
from qgis.utils import iface

PLUGIN = "street_works"
GIVEN: dict[str, Any] = json.loads(os.environ.get("STREET_WORKS_SCRIPT", "{}"))


def pause(seconds: float) -> None:
    """Let QGIS live on for `seconds`."""
    QTest.qWait(int(seconds * 1000))


def wait_for(condition: Callable[[], Any], what: str, seconds: float = 60) -> Any:
    """Return the first true value of `condition`; raises TimeoutError naming `what`."""
    until = time.monotonic() + seconds
    while True:
        with aside():
            value = condition()
        if value:
            return value
        if time.monotonic() > until:
            faulthandler.dump_traceback()  # into QGIS's log: where every thread is
            raise TimeoutError(f"waited {seconds:.0f} s for {what}")
        pause(0.05)


def on_canvas(easting: float, northing: float) -> QPoint:
    """Return where a place (EPSG:27700) is on the canvas, in its pixels."""
    canvas = iface.mapCanvas()
    grid = QgsCoordinateReferenceSystem("EPSG:27700")
    there = QgsCoordinateTransform(
        grid, canvas.mapSettings().destinationCrs(), QgsProject.instance()
    )
    place = there.transform(QgsPointXY(easting, northing))
    pixel = canvas.getCoordinateTransform().transform(place)
    return QPoint(round(pixel.x()), round(pixel.y()))


def go_to(box: tuple[float, float, float, float]) -> None:
    """Let the canvas show a box (EPSG:27700), and wait until it is drawn."""
    grid = QgsCoordinateReferenceSystem("EPSG:27700")
    iface.mapCanvas().setReferencedExtent(QgsReferencedRectangle(QgsRectangle(*box), grid))
    render_finished()


def hover(place: QPoint) -> None:
    """Move the mouse to a pixel of the canvas."""
    viewport = iface.mapCanvas().viewport()
    QTest.mouseMove(viewport, place)
    move = QMouseEvent(
        QEvent.Type.MouseMove,
        place,
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, move)
    pause(0.1)


def click_at(place: QPoint, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
    """Move the mouse to a pixel of the canvas and click there."""
    hover(place)
    viewport = iface.mapCanvas().viewport()
    QTest.mouseClick(viewport, button, Qt.KeyboardModifier.NoModifier, place)
    pause(0.1)


def click_canvas(
    easting: float, northing: float, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    """Click where QGIS displays a place (EPSG:27700)."""
    click_at(on_canvas(easting, northing), button)


def click(widget: QWidget) -> None:
    """Click the middle of a widget."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    pause(0.05)


def press(widget: QWidget, key: Qt.Key) -> None:
    """Press a key in a widget."""
    QTest.keyClick(widget, key)
    pause(0.05)


def type_over(edit: QLineEdit, text: str) -> None:
    """Click into `edit`, and type `text` over all that is in it."""
    click(edit)
    QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(edit, text, delay=1)  # each key is an event of its own
    pause(0.1)


def choose_data(box: QComboBox, data: Any) -> None:
    """Choose what has `data` in a box that the keyboard is brought to, by the arrow keys."""
    box.setFocus()
    away = box.findData(data) - box.currentIndex()
    for _ in range(abs(away)):
        press(box, Qt.Key.Key_Down if away > 0 else Qt.Key.Key_Up)


def trigger(name: str) -> None:
    """Choose one of the plugin's actions: by its button, or in the menu of the one to draw."""
    action = iface.mainWindow().findChild(QAction, f"street_works_{name}")
    bar = iface.mainWindow().findChild(QToolBar, "StreetWorksToolbar")
    draw = bar.findChild(QToolButton, "street_works_draw")
    if action in draw.menu().actions() and action is not draw.defaultAction():
        choose(draw, action)
        return
    buttons = (w for w in QApplication.allWidgets() if isinstance(w, QToolButton))
    click(next(one for one in buttons if one.isVisible() and one.defaultAction() is action))


def choose(button: QToolButton, action: QAction) -> None:
    """Open the menu beside a button and choose an action of it."""
    menu = button.menu()

    def pick() -> None:
        menu.setActiveAction(action)
        QTest.keyClick(menu, Qt.Key.Key_Return)

    QTimer.singleShot(200, pick)  # QGIS waits in the menu until something is chosen
    QTest.mouseClick(
        button,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QPoint(button.width() - 4, button.height() // 2),
    )
    wait_for(lambda: not menu.isVisible(), "the menu")


def install(package: str) -> str:
    """Install the plugin from its zip with QGIS's own installer, in a profile without it.

    Returns its version. Raises RuntimeError where QGIS does not run it from there.
    """
    if PLUGIN in qgis.utils.plugins:
        raise RuntimeError("the profile is not fresh: the plugin is there already")
    # What opening the plugin manager does first, less fetching repositories over the network.
    pyplugin_installer.installer.plugins.rebuild()
    pyplugin_installer.instance().installFromZipFile(package)
    if not qgis.utils.isPluginLoaded(PLUGIN):
        raise RuntimeError("QGIS did not start the plugin after installing it")
    path = Path(sys.modules[PLUGIN].__file__).parent
    if path.is_symlink() or not (path / "metadata.txt").exists():
        raise RuntimeError(f"the plugin does not run from {path}")
    return str(qgis.utils.pluginMetadata(PLUGIN, "version"))


def street_of_extent(workplace: Any) -> Any:
    """Return the street of the extent, by keyboard the first on offer unless one was taken."""
    box = workplace.extent_panel.streetBox
    wait_for(lambda: box.count(), "the streets")
    if workplace.sheet.street is None:
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Down)
        box.activated.emit(box.currentIndex())
    return wait_for(lambda: workplace.sheet.street, "the street")


def next_step(workplace: Any, operation: str, part: str = "") -> QAction:
    """Return the action of the menu of the next steps that is about `part` of the works shown."""
    button = workplace.finding.dock.stepsButton
    name = f"{operation} {part}".rstrip()
    return wait_for(
        lambda: next((one for one in button.every_step if one.objectName() == name), None), name
    )


def take_step(
    workplace: Any, operation: str, part: str = "", picture: Optional[Path] = None
) -> None:
    """Choose an action of the menu of the next steps, which opens its form.

    A `picture` is taken of the menu before.
    """
    action = next_step(workplace, operation, part)
    if not action.isEnabled():
        raise RuntimeError(action.text())
    button = workplace.finding.dock.stepsButton
    click(button)
    if picture is not None:
        photograph(picture)
    button.menu_of_steps.setActiveAction(action)
    QTest.keyClick(button.menu_of_steps, Qt.Key.Key_Return)


def submit(dialog: Any) -> None:
    """Submit a form from its review, until the receipt is there; RuntimeError says why not."""
    click(dialog.nextButton)
    ends = (dialog.receiptStep, dialog.failureStep)
    wait_for(lambda: dialog.steps.currentWidget() in ends, "the receipt")
    if dialog.steps.currentWidget() is dialog.failureStep:
        said = dialog.failureStep
        raise RuntimeError(f"{said.failureLabel.text()} {said.failureFields.text()}")


def sign_in_to_practice(workplace: Any, role: int = 0) -> None:
    """Sign in to the practice service by the dialog, and wait for the map's first load.

    `role` is the row of the account in the dialog: planner, contractor, highway authority.
    """
    workplace.sign_in()
    dialog = widget_of("SignInDialog")
    dialog.environmentBox.setCurrentIndex(0)
    dialog.practiceBox.setFocus()
    QTest.keyClick(dialog.practiceBox, Qt.Key.Key_Home)
    for _row in range(role):
        QTest.keyClick(dialog.practiceBox, Qt.Key.Key_Down)
    email = dialog.practiceBox.currentData()
    click(dialog.buttons.button(dialog.buttons.StandardButton.Ok))
    wait_for(lambda: workplace.account.user == email, "the sign-in")
    wait_loaded(workplace)
    render_finished()  # by then QGIS has given the project the first layer's coordinate system


def wait_loaded(workplace: Any) -> None:
    """Wait until what is in view is loaded and what is known of it is said."""

    def settled() -> bool:
        live = workplace.live
        if workplace.live_view.busy or workplace.jobs.running or not live.stated:
            return False
        return all(live.layers.layer(*table) is not None for table in live.store.filled())

    try:
        wait_for(settled, "the map", 40)
    except TimeoutError as error:
        running = [job.description for job in workplace.jobs.running]
        loading = workplace.live_view.busy
        raise TimeoutError(f"{error}; loading: {loading}, running: {running}") from error


def photograph(path: Path, window: Optional[QWidget] = None) -> None:
    """Write what the screen shows, QGIS's windows and all, as a PNG; or one `window` of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with aside():
        iface.mapCanvas().waitWhileRendering()
    pause(0.3)
    with aside():
        shown = QApplication.primaryScreen().grabWindow(0)
        part = shown if window is None else shown.copy(frame_of(window))
        if not part.save(str(path)):
            raise OSError(f"the screenshot {path} could not be written")


def render_finished(seconds: float = 60) -> None:
    """Wait until the canvas has drawn what it was last asked to."""
    canvas = iface.mapCanvas()
    loop = QEventLoop()
    canvas.mapCanvasRefreshed.connect(loop.quit)
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    canvas.refresh()
    loop.exec()
    canvas.mapCanvasRefreshed.disconnect(loop.quit)


def widget_of(kind: str, seconds: float = 20) -> QWidget:
    """Return the visible window or dock whose class is called `kind`."""

    def look() -> Optional[QWidget]:
        for widget in QApplication.allWidgets():
            if type(widget).__name__ == kind and widget.isVisible():
                return widget
        return None

    found: QWidget = wait_for(look, kind, seconds)
    return found


def set_project_crs(authid: str) -> None:
    """Set the project's CRS, and take what QGIS proposes if it asks for a transformation."""
    timer = QTimer()

    def accept() -> None:
        asked = QApplication.activeModalWidget()
        if asked is not None and "DatumTransform" in asked.metaObject().className():
            asked.accept()

    timer.timeout.connect(accept)
    timer.start(200)
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem(authid))
    timer.stop()


def dark_grey() -> QColor:
    """Return the colour of a dark base map."""
    return QColor(38, 40, 44)


def put_base_map(box: tuple[float, float, float, float]) -> None:
    """Put a layer as large as a box (EPSG:27700) into the project, as most projects have one.

    QGIS zooms to the first layer of a project, whoever adds it.
    """
    layer = QgsVectorLayer("Polygon?crs=EPSG:27700", "base map", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*box)))
    layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    layer.setOpacity(0.05)
    QgsProject.instance().addMapLayer(layer)
    pause(0.3)


def finish(result: dict[str, Any]) -> None:
    """Write the result and close QGIS without asking."""
    Path(GIVEN["result"]).write_text(json.dumps(result, indent=1), encoding="utf-8")
    QgsProject.instance().clear()  # QGIS 3.40 crashes at its end if layers are left
    QTimer.singleShot(0, lambda: QApplication.exit(0))


def run_script(script: Callable[[], dict[str, Any]]) -> None:
    """Run `script` once QGIS is up, and hand in its result, or the traceback that ended it."""

    def begin() -> None:
        try:
            result = script()
        except Exception:
            result = {"error": traceback.format_exc()}
        finish(result)

    QTimer.singleShot(500, begin)


__all__ = ["GIVEN", "QgsApplication", "iface", "run_script"]
