"""Inside QGIS: what `make demo` shows, and its project opened again when the store has gone.

Given: when QGIS was `begun`, in seconds since 1970, and the folder `out` for the picture.
"""

import tempfile
import time
from pathlib import Path
from typing import Any

import inside
import qgis.utils
import welcome
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QApplication, QDialog, QToolBar, QToolButton

LOOKED_AFTER_S = 20
STEP_PX = 8

asked: list[str] = []


def opened() -> dict[str, Any]:
    """Return what the planner sees once the demo is open, and how soon that was."""
    workplace = welcome.show()
    inside.render_finished()
    ready = time.time() - inside.GIVEN["begun"]
    inside.pause(max(1, LOOKED_AFTER_S - ready))
    inside.photograph(Path(inside.GIVEN["out"]) / "opened.png")
    window, canvas = inside.iface.mainWindow(), inside.iface.mapCanvas()
    bar = window.findChild(QToolBar, "StreetWorksToolbar")
    dialogs = (one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog))
    return {
        "ready_s": ready,
        "dialogs": [type(one).__name__ for one in dialogs if one.isVisible()],
        "told": [[item.text(), int(item.level())] for item in inside.iface.messageBar().items()],
        "environment": workplace.account.environment_key,
        "welcome": not workplace.welcoming.page.visibleRegion().isEmpty(),
        "buttons": [one.text() for one in bar.findChildren(QToolButton) if one.text()],
        "drawn": sorted(layer.name() for layer in canvas.layers() if layer.featureCount()),
        "coloured": coloured(canvas.grab().toImage()),
        "submittable": workplace.sheet.examined.submittable,
        "street": workplace.sheet.street.name,
        "clashes": workplace.clash_panel.clashTree.topLevelItemCount(),
    }


def coloured(picture: Any) -> float:
    """Return which part of a picture is not white."""
    white = QColor("white").rgb()
    places = [
        (x, y)
        for x in range(0, picture.width(), STEP_PX)
        for y in range(0, picture.height(), STEP_PX)
    ]
    return sum(picture.pixel(*one) != white for one in places) / len(places)


def close_dialogs() -> None:
    """Close what QGIS asks, as nobody else would."""
    window = QApplication.activeModalWidget()
    if window is not None:
        asked.append(f"{type(window).__name__} {window.objectName()} {window.windowTitle()}")
        window.close()


def state() -> dict[str, Any]:
    """Return what the project's live layers are like now."""
    layers = QgsProject.instance().mapLayers().values()
    live = [one for one in layers if one.customProperty("street_works/kind")]
    return {
        "layers": len(live),
        "valid": sum(one.isValid() for one in live),
        "records": sum(one.featureCount() for one in live if one.isValid()),
    }


def script() -> dict[str, Any]:
    """Return the states before saving, after reopening and after signing in; and what was asked."""
    seen = opened()
    workplace = qgis.utils.plugins[inside.PLUGIN].workplace
    before = state()
    folder = Path(tempfile.mkdtemp())
    saved = folder / "saved.qgs"
    # As earlier versions saved it: with the names of the store.
    layers = workplace.live.layers
    QgsProject.instance().writeMapLayer.disconnect(layers._write)
    QgsProject.instance().write(str(saved))
    QgsProject.instance().writeMapLayer.connect(layers._write)
    text = saved.read_text(encoding="utf-8")
    name = workplace.live.store.path.name
    moved = text.replace(name, "gone/live-0123456789abcdef01234567.gpkx")
    saved.write_text(moved, encoding="utf-8")
    watch = QTimer()
    watch.timeout.connect(close_dialogs)
    watch.start(200)
    workplace.live.close()
    inside.iface.addProject(str(saved))
    inside.pause(1)
    without = state()
    workplace.live_view.signed_in()
    inside.wait_loaded(workplace)
    watch.stop()
    return {
        "opened": seen,
        "changed": moved != text,
        "before": before,
        "without_store": without,
        "after": state(),
        "asked": asked,
        "messages": workplace.messages.texts(),
    }


inside.run_script(script)
