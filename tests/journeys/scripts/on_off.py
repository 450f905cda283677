"""Inside QGIS: switch the plugin on, use it, and off again, many times; count what stays."""

import gc
import threading
import time
from collections import Counter
from pathlib import Path
from typing import Any, Optional

import inside
import qgis.utils
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QToolBar, QWidget

TIMES: int = inside.GIVEN["times"]
NAME = "street_works"
STILL_S, LONGEST_S = 1.0, 15.0


def open_ports() -> list[str]:
    """Return the listening TCP sockets of this process, by inode."""
    mine = set()
    for link in Path("/proc/self/fd").iterdir():
        try:
            target = str(link.readlink())
        except OSError:
            continue
        if target.startswith("socket:["):
            mine.add(target[8:-1])
    ports = []
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/self/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in mine:
                ports.append(fields[1])
    return sorted(ports)


def is_of_the_log(widget: Optional[QWidget]) -> bool:
    """Say whether a widget is in QGIS's log, which has a tab more for everybody's first message."""
    while widget is not None and widget.metaObject().className() != "QgsMessageLogViewer":
        widget = widget.parentWidget()
    return widget is not None


def told(widget: QWidget) -> str:
    """Return what a widget is, where it is."""
    names = (type(widget).__name__, widget.objectName(), type(widget.parentWidget()).__name__)
    return "{} {} in {}".format(*names)


def census() -> dict[str, Any]:
    """Count what a plugin could leave behind."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
        gc.collect()
    window = inside.iface.mainWindow()
    project = QgsProject.instance()
    return {
        "widgets": Counter(
            told(widget) for widget in QApplication.allWidgets() if not is_of_the_log(widget)
        ),
        "actions": len(window.findChildren(QAction)),
        "toolbars": len(window.findChildren(QToolBar)),
        "docks": len(window.findChildren(QDockWidget)),
        "menu": len(inside.iface.pluginMenu().actions()),
        "layers": len(project.mapLayers()),
        "tree": len(project.layerTreeRoot().children()),
        "canvas_items": len(inside.iface.mapCanvas().scene().items()),
        "project_receivers": [
            project.receivers(signal)
            for signal in (project.layersAdded, project.layersRemoved, project.crsChanged)
        ],
        "python_threads": sorted(
            thread.name for thread in threading.enumerate() if "Dummy" not in thread.name
        ),
        "tasks": len(QgsApplication.taskManager().tasks()),
        "ports": open_ports(),
    }


def at_rest() -> dict[str, Any]:
    """Count once nothing goes any more: what was used last may take a while to end."""
    until, before = time.monotonic() + LONGEST_S, {}
    while (now := census()) != before and time.monotonic() < until:
        before = now
        inside.pause(STILL_S)
    return now


def use(plugin: Any) -> None:
    """Sign in to the practice service and load what is in view."""
    workplace = plugin.workplace
    inside.sign_in_to_practice(workplace)
    workplace.shaping.draw("polygon")


def script() -> dict[str, Any]:
    """Warm up once, then count before and after TIMES rounds; every tenth round uses the plugin."""
    qgis.utils.unloadPlugin(NAME)
    for number in range(-2, 0):
        round_of(number, used=True)
    logged: list[str] = []
    QgsApplication.messageLog().messageReceived.connect(
        lambda text, tag, _level: logged.append(f"{tag}: {text}")
    )
    before = at_rest()
    for number in range(TIMES):
        round_of(number, used=number % 10 == 0)
    return {"times": TIMES, "before": before, "after": at_rest(), "logged": logged}


def round_of(number: int, *, used: bool) -> None:
    if not (qgis.utils.loadPlugin(NAME) and qgis.utils.startPlugin(NAME)):
        raise RuntimeError(f"round {number}: the plugin did not start")
    plugin = qgis.utils.plugins[NAME]
    if used:
        use(plugin)
    else:
        plugin.workplace.toggle_dock()
    if not qgis.utils.unloadPlugin(NAME):
        raise RuntimeError(f"round {number}: the plugin did not stop")


inside.run_script(script)
