"""How one walks through a window with real Tab keys, and what is amiss on the way."""

import re
from collections import Counter

from qgis.PyQt.QtCore import QCoreApplication, QPoint, QRect, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDockWidget,
    QGroupBox,
    QLabel,
    QRadioButton,
    QTabBar,
    QWidget,
)

STEPS = 80
KEY = re.compile(r"(?<!&)&(\w)")


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
    return [one for one in seen if window.isAncestorOf(one) and not is_qts(one)]


def is_qts(widget):
    """Say whether it is a part that Qt makes for itself, such as the arrows of a row of tabs."""
    if isinstance(widget, QTabBar):
        return False
    return isinstance(widget.parentWidget(), QTabBar) or widget.objectName().startswith("qt_")


def place(widget):
    return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


def against_reading(stops):
    """Return the steps that lead up, or left in a line."""
    wrong = []
    for one, following in zip(stops, stops[1:]):
        before, after = place(one), place(following)
        up = after.bottom() < before.top()
        same_line = before.top() <= after.center().y() <= before.bottom()
        if up or (same_line and after.left() < before.left()):
            wrong.append(f"{named(one)} to {named(following)}")
    return wrong


def named(widget):
    return f"{type(widget).__name__} {widget.objectName()}"


def unreached(window, stops):
    """Return what can be worked with, is to be seen, and no Tab key leads to."""
    return [
        named(one)
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and one not in stops
        and not is_qts(one)
        and not by_arrow(one, stops)
    ]


def by_arrow(widget, stops):
    """Say whether an arrow key leads to it, as to the other answers beside a stop."""
    group = widget.group() if isinstance(widget, QRadioButton) else None
    return group is not None and any(one in stops for one in group.buttons())


def keys(window):
    """Return the keys that Alt is held with, of all that is to be seen."""
    texts = []
    for one in window.findChildren(QWidget):
        if not one.isVisible():
            continue
        if isinstance(one, QAbstractButton) or (isinstance(one, QLabel) and one.buddy()):
            texts.append(one.text())
        elif isinstance(one, QGroupBox):
            texts.append(one.title())
        elif isinstance(one, QTabBar):
            texts += [one.tabText(number) for number in range(one.count())]
    return Counter(found[1].lower() for text in texts for found in KEY.finditer(text))


def judge(window, first):
    stops = walk(window, first)
    assert len(stops) > 1
    assert against_reading(stops) == []
    assert unreached(window, stops) == []
    assert [key for key, times in keys(window).items() if times > 1] == []
    return stops
