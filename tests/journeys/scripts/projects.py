"""Inside QGIS: what the live map does to the planner's project, from the start of QGIS to its end.

Each part is a function; which of them run is given by name.
"""

from collections import Counter
from pathlib import Path
from typing import Any

import inside
import qgis.utils
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QDialog

TRENCH = "LINESTRING (471065 236014, 471085 236014)"
asked: list[str] = []  # by QGIS
watch = QTimer()


def close_dialogs() -> None:
    """Note what QGIS asks, and close it, as nobody else would."""
    window = QApplication.activeModalWidget()
    if window is not None and type(window).__name__ != "SignInDialog":
        asked.append(f"{window.metaObject().className()}: {window.windowTitle()}")
        window.reject() if isinstance(window, QDialog) else window.close()


def workplace() -> Any:
    """Return the plugin's workplace."""
    return qgis.utils.plugins["street_works"].workplace


def state() -> dict[str, Any]:
    """Return what the planner sees of the project and of the map."""
    project, place = QgsProject.instance(), workplace()
    live = list(place.live.layers.all())
    return {
        "crs": project.crs().authid(),
        "changed": project.isDirty(),
        "ours": len(live),
        "all": len(project.mapLayers()),
        "records": sum(layer.featureCount() for _kind, _shape, layer in live),
        "said": place.map_panel.statement.text(),
        "messages": place.messages.texts(),
        "asked": list(asked),
        "seen": inside.iface.mapCanvas().extent().toString(0),
    }


def settle(seconds: float = 1.5) -> None:
    """Let QGIS come to rest."""
    inside.pause(seconds)
    inside.wait_for(lambda: not workplace().live_view.busy, "rest", 40)
    inside.pause(0.3)


def new_project() -> None:
    """Begin a new project as Ctrl+N does."""
    inside.iface.actionNewProject().trigger()
    settle()


def sign_in_and_go() -> dict[str, Any]:
    """Sign in with an empty project; Ctrl+N; load; save in EPSG:3857; open again."""
    place, found = workplace(), {}
    inside.sign_in_to_practice(place)
    settle()
    found["signed in"] = state()
    new_project()
    found["new"] = state()
    place.load()
    inside.wait_loaded(place)
    settle()
    found["loaded"] = state()
    folder = Path(inside.GIVEN["folder"])
    new_project()
    QgsProject.instance().addMapLayer(QgsVectorLayer("Point?crs=EPSG:3857", "mine", "memory"))
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    settle()
    place.load()
    inside.wait_loaded(place)
    settle()
    found["mine"] = state()
    QgsProject.instance().write(str(folder / "web.qgz"))
    asked.clear()
    inside.iface.addProject(str(folder / "web.qgz"))
    settle()
    found["opened"] = state()
    return found


def extent_shown() -> dict[str, Any]:
    """Return what the map shows of the extent on the desk, with the state."""
    layer = workplace().draft_layer.layer
    lines = [] if layer is None else [one.geometry().asWkt(0) for one in layer.getFeatures()]
    drawn = layer is not None and layer in inside.iface.mapCanvas().layers()
    return {**state(), "extent": lines, "drawn": drawn}


def draft_in_projects() -> dict[str, Any]:
    """Draw, signed out; Ctrl+N; sign in; Ctrl+N; save in EPSG:3857; Ctrl+N; open it."""
    place, found = workplace(), {}
    place.toggle_dock(shown=True)
    place.sheet.take(TRENCH, "EPSG:27700")
    settle()
    found["drawn"] = extent_shown()
    new_project()
    found["signed out"] = extent_shown()
    inside.sign_in_to_practice(place)
    settle()
    new_project()
    found["signed in"] = extent_shown()
    project, name = QgsProject.instance(), str(Path(inside.GIVEN["folder"]) / "draft.qgz")
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    asked.clear()  # QGIS itself asks whoever changes the system
    project.write(name)
    new_project()
    inside.iface.addProject(name)
    settle()
    found["opened"] = extent_shown()
    return found


def stay() -> dict[str, Any]:
    """Sign in, say so, and stay until told to go: the first of two windows."""
    inside.sign_in_to_practice(workplace())
    settle()
    folder = Path(inside.GIVEN["folder"])
    (folder / "here").touch()
    inside.wait_for((folder / "go").exists, "the other window", 200)
    return state()


def throw_away() -> dict[str, Any]:
    """Draw, throw away, signed in: how long is the shape on the screen?"""
    place, canvas = workplace(), inside.iface.mapCanvas()
    new_project()
    place.load()
    inside.wait_loaded(place)
    place.sheet.take("POLYGON ((471000 235950, 471200 235950, 471200 236100, 471000 236100,"
                     " 471000 235950))", "EPSG:27700")  # fmt: skip
    place.dock.show_panel(place.extent_panel)
    inside.go_to((470900.0, 235900.0, 471300.0, 236150.0))
    settle()

    def colours() -> Counter[str]:
        """Return the colours from one side of the shape to the other, and how often each is."""
        west, east = (inside.on_canvas(x, 236025) for x in (470980, 471220))
        image = canvas.grab().toImage()
        return Counter(image.pixelColor(x, west.y()).name() for x in range(west.x(), east.x()))

    def there() -> bool:
        """Whether the shape is on the screen, by the colours that only it has."""
        now = colours()
        return sum(now[colour] for colour in drawn if colour not in without) > 20

    drawn = colours()
    inside.click(place.extent_panel.clearButton)
    settle()
    without = colours()
    inside.click(place.extent_panel.replacedButton)
    settle()
    again = there()
    place.load()  # the map is drawn again and again meanwhile
    inside.pause(0.2)
    inside.click(place.extent_panel.clearButton)
    seen = []
    for _ in range(40):
        seen.append(there())
        inside.pause(0.05)
    return {"again": again, "seen": seen}


def begin() -> dict[str, Any]:
    """Start QGIS, then sign in: what comes up?"""
    inside.pause(1)
    place = workplace()
    place.toggle_dock(shown=True)
    settle()
    started = extent_shown()
    if inside.GIVEN.get("sign_in", True):
        inside.sign_in_to_practice(place)
        settle()
    return {"started": started, "signed in": state()}


def without_plugin() -> dict[str, Any]:
    """Open a project that was saved with the plugin."""
    project = Path(inside.GIVEN["folder"]) / "web.qgz"
    inside.iface.addProject(str(project))
    inside.pause(2)
    layers = QgsProject.instance().mapLayers().values()
    return {
        "plugin": "street_works" in qgis.utils.plugins,
        "asked": asked,
        "valid": [layer.isValid() for layer in layers],
        "names": sorted(layer.name() for layer in layers),
    }


def script() -> dict[str, Any]:
    """Do the parts that are asked for, one after the other."""
    watch.timeout.connect(close_dialogs)
    watch.start(200)
    result = {part: globals()[part]() for part in inside.GIVEN["parts"]}
    watch.stop()
    return result


inside.run_script(script)
