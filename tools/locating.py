"""Uses QGIS's locator bar as a planner does, inside the QGIS application."""

from typing import Any, Optional

import inside
from inside import iface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit, QTreeView


def locate(text: str, named: str) -> str:
    """Type into the locator bar, take the first result that names `named`; return it."""
    window = iface.mainWindow()
    bar = next(
        w
        for w in window.findChildren(QLineEdit)
        if "Locator" in str(w.placeholderText()) or "locate" in str(w.placeholderText())
    )
    bar.setFocus()
    bar.clear()
    QTest.keyClicks(bar, text)
    row, said = inside.wait_for(lambda: _result(window, named), f"results for {text}", 20)
    inside.pause(0.3)  # as the eye does; QGIS has chosen the first of them by then
    for _down in range(row - 1):  # QGIS 3.40 sorts them by name and not by their scores
        QTest.keyClick(bar, Qt.Key.Key_Down)
    QTest.keyClick(bar, Qt.Key.Key_Return)
    return str(said)


def _result(window: Any, named: str) -> Optional[tuple[int, str]]:
    """Return the first result that names `named`, with its row below the heading; or None."""
    for view in window.findChildren(QTreeView):
        if view.metaObject().className() == "QgsLocatorResultsView" and view.isVisible():
            for row in range(1, view.model().rowCount()):
                said = str(view.model().index(row, 0).data() or "")
                if named in said:
                    return row, said
    return None
