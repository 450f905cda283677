"""Inside QGIS: read QGIS's own runtime profiler of its start."""

from typing import Any

import inside
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QModelIndex, Qt


def rows(model: Any, parent: QModelIndex) -> list[tuple[str, float]]:
    """Return every (name, seconds) below `parent`."""
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        seconds = model.data(model.index(row, 1, parent), Qt.ItemDataRole.DisplayRole)
        found.append((str(model.data(index)), float(str(seconds).split()[0])))
        found += rows(model, index)
    return found


def script() -> dict[str, Any]:
    """Return what the profiler has on record."""
    return {"rows": rows(QgsApplication.profiler(), QModelIndex())}


inside.run_script(script)
