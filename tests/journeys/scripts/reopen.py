"""Inside QGIS: a project saved with live layers is opened again when their store has gone."""

import tempfile
from pathlib import Path
from typing import Any

import inside
import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication

asked: list[str] = []


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
    workplace = qgis.utils.plugins["street_works"].workplace
    inside.sign_in_to_practice(workplace)
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
        "changed": moved != text,
        "before": before,
        "without_store": without,
        "after": state(),
        "asked": asked,
        "messages": workplace.messages.texts(),
    }


inside.run_script(script)
