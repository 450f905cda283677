"""QGIS is closed and started again: docks, tabs, columns and filters are as they were left."""

import pytest
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QMainWindow, QMenu
from street_works.plugin.live.finding.days_wanted import MONTH
from street_works.plugin.settings import SEEN, Settings

LEFT, RIGHT = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
CLICK = Qt.MouseButton.LeftButton


@pytest.fixture
def start(qgis_iface, switch_on, monkeypatch):
    """Give the function that starts a QGIS whose window is as one before was closed."""
    windows = []

    def begin(state=None):
        window = QMainWindow()
        panels = QMenu(window)
        panels.setObjectName("mPanelMenu")
        window.panels = panels
        windows.append(window)
        monkeypatch.setattr(qgis_iface, "mainWindow", lambda: window)
        monkeypatch.setattr(qgis_iface, "addDockWidget", window.addDockWidget)
        monkeypatch.setattr(qgis_iface, "removeDockWidget", window.removeDockWidget)
        window.resize(1200, 800)
        window.show()
        Settings().welcome = {SEEN}
        if state is not None:
            window.restoreState(state)
        plugin = switch_on()
        plugin.window = window
        return plugin

    def close(plugin):
        state = plugin.window.saveState()
        plugin.window.close()
        plugin.unload()
        return state

    begin.close = close
    yield begin
    for window in windows:
        window.deleteLater()


def open_tab(dock, words):
    """Click on a tab."""
    bar = dock.tabs.tabBar()
    number = [bar.tabText(one) for one in range(bar.count())].index(words)
    QTest.mouseClick(bar, CLICK, pos=bar.tabRect(number).center())
    assert dock.tabs.currentIndex() == number


def open_tab_of(dock):
    return dock.tabs.tabText(dock.tabs.currentIndex())


def test_docks_tab_columns_and_filters_come_back_in_the_next_session(start, until):
    one = start()
    place = one.workplace
    place.toggle_dock(shown=True)
    assert one.window.dockWidgetArea(place.dock) == RIGHT
    assert open_tab_of(place.dock) == "Map"
    one.window.addDockWidget(LEFT, place.dock)  # as the planner drags it
    one.window.addDockWidget(LEFT, place.finding.dock)
    days = place.live_view.panel.filter_panel.daysCombo
    days.setFocus()
    while days.currentData() != MONTH:
        QTest.keyClick(days, Qt.Key.Key_Down)
    open_tab(place.dock, "My works")
    mine = place.mine.panel
    clock = mine.clockCombo
    clock.setFocus()
    QTest.keyClick(clock, Qt.Key.Key_Down)
    QTest.keyClicks(mine.textEdit, "high street")
    open_tab(place.dock, "List")
    table = place.listings.list_panel.table
    header = table.horizontalHeader()
    QTest.mouseClick(
        header.viewport(), CLICK, pos=QPoint(header.sectionViewportPosition(2) + 20, 5)
    )
    QTest.qWait(300)  # for what is typed
    state = start.close(one)

    two = start(state)
    place = two.workplace
    assert two.window.dockWidgetArea(place.dock) == LEFT
    assert two.window.dockWidgetArea(place.finding.dock) == LEFT
    assert place.dock.toggleViewAction() in two.window.panels.actions()
    assert open_tab_of(place.dock) == "List"
    assert place.live_view.filters.current.days.preset == MONTH
    header = place.listings.list_panel.table.horizontalHeader()
    assert header.sortIndicatorSection() == 2
    wanted = place.mine.my_works.wanted
    assert (wanted.clock, wanted.text) == ("now", "high street")
    assert place.mine.panel.textEdit.text() == "high street"
    until(lambda: not place.jobs.running)
    assert place.mine.panel.clockCombo.currentText() == "To be done now"
    assert Settings().panel_open
    place.toggle_dock(shown=True)
    place.dock.close()
    assert not Settings().panel_open
    state = start.close(two)

    three = start(state)
    assert not three.workplace.dock.isVisible()
    assert not Settings().panel_open
    three.workplace.toggle_dock()
    assert three.workplace.dock.isVisible()
    assert three.window.dockWidgetArea(three.workplace.dock) == LEFT


def test_the_last_view_comes_back_with_the_panel_only_where_it_was_open(start):
    shown = []
    for was_open in (True, False):
        Settings().last_store, Settings().panel_open = "live-0.gpkx", was_open
        plugin = start()
        plugin._qgis_is_up()
        for _slice in range(400):
            QTest.qWait(5)
            if plugin._opening.there is not None:
                break
        shown.append(plugin._opening.there.dock.isVisible())
        start.close(plugin)
    assert shown == [True, False]
