"""The toolbar has what is used all the time, with texts until the planner takes them away."""

from types import SimpleNamespace

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QSettings, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDockWidget, QMenu, QToolButton
from street_works.plugin.settings import Settings
from street_works.plugin.toolbar import Toolbar

BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
ALONE = Qt.ToolButtonStyle.ToolButtonIconOnly


@pytest.fixture
def on(qgis_iface, tmp_path, monkeypatch):
    """Give the function that makes the toolbar as a new start of QGIS does."""
    file = str(tmp_path / "settings.ini")
    menu = QMenu(qgis_iface.mainWindow())
    monkeypatch.setattr(qgis_iface, "pluginMenu", lambda: menu, raising=False)
    made, drawn = [], []
    shaping = SimpleNamespace(draw=drawn.append)
    place = SimpleNamespace(shaping=shaping, along=lambda: drawn.append("along"))

    def make():
        settings = Settings(QgsSettings(file, QSettings.Format.IniFormat))
        toolbar = Toolbar(qgis_iface, settings, lambda _name, act: act(place))
        toolbar.drawn = drawn
        made.append(toolbar)
        toolbar._bar.show()
        return toolbar

    yield make
    for toolbar in made:
        toolbar.remove()
    menu.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def buttons(toolbar):
    """Return the toolbar's buttons by their texts, in their order."""
    bar = toolbar._bar
    shown = [bar.widgetForAction(action) for action in bar.actions()]
    return {one.text(): one for one in shown if isinstance(one, QToolButton)}


def test_five_actions_have_their_texts_beside_them_and_all_are_in_the_menu(on):
    toolbar = on()
    found = buttons(toolbar)
    assert list(found) == ["Sign in …", "Draw a polygon", "Find clashes", "Apply …", "My works"]
    assert {one.toolButtonStyle() for one in found.values()} == {BESIDE}
    names = [one.objectName() for one in toolbar._menu.actions() if one.objectName()]
    assert set(names) == {f"street_works_{name}" for name in (*toolbar.actions, "texts")}
    assert len(names) == len(toolbar.actions) + 1 == 13


def test_texts_taken_away_stay_away_but_for_what_there_is_to_do(on):
    toolbar = on()
    toolbar._texts.trigger()
    assert {one.toolButtonStyle() for one in buttons(toolbar).values()} == {ALONE}
    again = on()
    assert {one.toolButtonStyle() for one in buttons(again).values()} == {ALONE}
    again.actions["clashes"].setText("Find clashes (2 new)")
    told = {text: one.toolButtonStyle() for text, one in buttons(again).items()}
    assert told.pop("Find clashes (2 new)") == BESIDE
    assert set(told.values()) == {ALONE}
    again.actions["clashes"].setText("Find clashes")
    again._texts.trigger()
    assert {one.toolButtonStyle() for one in buttons(again).values()} == {BESIDE}


def test_the_way_drawn_last_is_the_next_one_offered_also_after_a_restart(on):
    toolbar = on()
    toolbar.draw.menu().actions()[3].trigger()
    assert toolbar.drawn == ["along"]
    assert toolbar.draw.text() == "Draw along a street"
    toolbar.actions["line"].setChecked(True)  # as the button on the panel does
    again = on()
    QTest.mouseClick(again.draw, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert again.drawn == ["along", "line"]


def test_a_right_click_offers_the_texts_beside_what_qgis_offers(on, qgis_iface):
    window, toolbar = qgis_iface.mainWindow(), on()
    dock = QDockWidget("Layers", window)
    window.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, dock)
    toolbar._bar.customContextMenuRequested.emit(QPoint(2, 2))
    menu = toolbar._popup
    assert menu.isVisible()
    assert menu.actions()[0] is toolbar._texts
    assert "Layers" in [one.text() for one in menu.actions()]
    menu.close()
    window.removeDockWidget(dock)
    dock.deleteLater()
