"""The workplace opens a little at a time; what is clicked before it is there is done then, once."""

import time

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QApplication, QProgressBar
from street_works.plugin import loading, opening
from street_works.plugin.errors import StreetWorksError
from street_works.tests.made.switched_on import switched_on
from street_works.tests.made.waiting import until

SAID = "Starting. What you clicked is done in a moment."


@pytest.fixture
def switch_on(qgis_iface, qgis_canvas, qgis_new_project, tmp_path):
    (tmp_path / "street_works").mkdir()
    with switched_on(qgis_iface, qgis_canvas, tmp_path / "street_works") as on:
        yield on


@pytest.fixture
def plugin(switch_on):
    return switch_on()


@pytest.fixture
def click(plugin, qgis_iface):
    """Give the function that triggers one of the plugin's actions, by its name."""

    def trigger(name):
        qgis_iface.mainWindow().findChildren(QAction, f"street_works_{name}")[-1].trigger()

    return trigger


@pytest.fixture
def slowly(monkeypatch):
    """Let loading wait for a condition, which is set by the function that is given."""
    go_on = []

    def waiting():
        while not go_on:
            time.sleep(0.001)
            yield

    monkeypatch.setattr(opening, "loading", waiting)
    return lambda: go_on.append(True)


def busy():
    cursor = QApplication.overrideCursor()
    return cursor is not None and cursor.shape() == Qt.CursorShape.BusyCursor


def said(iface):
    return [item.text() for item in iface.messageBar().items()]


def test_clicks_are_done_once_when_the_workplace_is_there(plugin, click, slowly, qgis_iface):
    click("details")
    click("clashes")
    click("details")
    assert plugin._opening.there is None
    assert busy()
    until(lambda: said(qgis_iface) == [SAID])
    assert qgis_iface.messageBar().items()[0].findChild(QProgressBar).maximum() == 0
    slowly()
    until(lambda: not plugin._opening._timer.isActive())
    assert qgis_iface.mapCanvas().mapTool() is plugin.workplace.finding.tool
    assert not busy()
    assert SAID not in said(qgis_iface)
    assert plugin.workplace.dock.tabs.currentIndex() > 0  # the one for clashes
    click("details")
    assert qgis_iface.mapCanvas().mapTool() is not plugin.workplace.finding.tool


def test_it_is_all_loaded_before_it_is_wanted_and_then_rests(plugin):
    plugin._opening.begin()
    until(lambda: not plugin._opening._timer.isActive())
    assert next(plugin._opening._steps, None) is None
    assert plugin._opening.there is None


def test_whoever_needs_it_at_once_does_not_wait_and_the_click_is_done_all_the_same(
    plugin, click, slowly, qgis_iface
):
    click("details")
    place = plugin.workplace
    assert qgis_iface.mapCanvas().mapTool() is not place.finding.tool
    until(lambda: qgis_iface.mapCanvas().mapTool() is place.finding.tool)
    assert not busy()


def test_switched_off_meanwhile_it_does_not_open_and_leaves_no_sign(
    switch_on, plugin, click, slowly, qgis_iface
):
    click("panel")
    until(lambda: said(qgis_iface))
    plugin.unload()
    assert not busy()
    slowly()
    plugin.initGui()
    until(lambda: not said(qgis_iface))
    assert plugin._opening.there is None


def test_what_fails_is_told_to_whoever_clicked_and_tried_anew(
    plugin, click, monkeypatch, qgis_iface
):
    def mixed():
        raise StreetWorksError("Two versions of GEOS are mixed.")

    with monkeypatch.context() as broken:
        broken.setattr(loading, "loading_libraries", mixed)
        broken.setattr(opening, "load_libraries", mixed)
        plugin._opening.begin()
        until(lambda: not plugin._opening._timer.isActive())
        assert said(qgis_iface) == []
        click("panel")
        until(lambda: not plugin._opening._timer.isActive())
        assert said(qgis_iface) == ["Two versions of GEOS are mixed."]
        assert not busy()
    click("panel")
    until(lambda: plugin._opening.there is not None and not plugin._opening._timer.isActive())
    assert not plugin.workplace.dock.isHidden()
    assert said(qgis_iface) == []
