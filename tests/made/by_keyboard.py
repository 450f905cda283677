"""How one walks through a window with real Tab keys, and what is amiss on the way."""

from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QRadioButton
from street_works.tools.by_ear_and_key import against_reading, called, is_part, missing, tab_stops

STEPS = 80


def shown(window):
    if isinstance(window, QDockWidget):
        window.setFloating(True)
    window.resize(420, 1400)
    window.show()
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    return window


def walk(window, first):
    """Return the widgets that real Tab keys lead to, from `first` on until one comes again."""
    first.setFocus()
    seen = []
    while QApplication.focusWidget() not in seen and len(seen) < STEPS:
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        QCoreApplication.processEvents()
    assert len(seen) < STEPS
    return [one for one in seen if window.isAncestorOf(one) and not is_part(one, window)]


def unreached(window, stops):
    """Return what can be worked with, is to be seen, and no real Tab key led to."""
    return [
        called(one) for one in tab_stops(window) if one not in stops and not by_arrow(one, stops)
    ]


def by_arrow(widget, stops):
    """Say whether an arrow key leads to it, as to the other answers beside a stop."""
    group = widget.group() if isinstance(widget, QRadioButton) else None
    return group is not None and any(one in stops for one in group.buttons())


def judge(window, first):
    stops = walk(window, first)
    assert len(stops) > 1
    assert not missing(window), missing(window)
    assert unreached(window, stops) == []
    assert against_reading(stops) == []
    return stops
