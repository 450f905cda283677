"""Choosing one shape of a file, with the keyboard."""

import pytest
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.map.take import MOST_OFFERED, Offered  # noqa: E402 - after it
from street_works.ui.extent.take_dialog import TakeDialog  # noqa: E402

SHAPES = (
    Offered("kerb 1", "line", "12.0 m", "LINESTRING (0 0, 12 0)", "EPSG:27700"),
    Offered("trench 1", "polygon", "50.0 m²", "POLYGON ((0 0, 10 0, 10 10, 0 0))", ""),
    Offered("trench 2", "", "", "POLYGON ((0 0", "", problem="The shape cannot be read."),
)
Key = Qt.Key


@pytest.fixture
def open_dialog(qgis_app, qgis_new_project):
    opened = []

    def open_it(offered=SHAPES):
        dialog = TakeDialog(offered)
        dialog.show()
        dialog.activateWindow()
        assert QTest.qWaitForWindowActive(dialog)
        opened.append(dialog)
        return dialog

    yield open_it
    for dialog in opened:
        dialog.close()
        dialog.deleteLater()


def press(*keys):
    for key in keys:
        QTest.keyClick(QApplication.focusWidget(), key)
        QCoreApplication.processEvents()


def test_arrow_keys_choose_and_enter_takes(open_dialog):
    dialog = open_dialog()
    assert dialog.chosen is SHAPES[0]
    item = dialog.shapesTree.topLevelItem(1)
    assert [item.text(column) for column in range(3)] == ["trench 1", "area", "50.0 m²"]
    press(Key.Key_Down)
    assert dialog.chosen is SHAPES[1]
    press(Key.Key_Return)
    assert dialog.result() == dialog.DialogCode.Accepted
    assert not dialog.isVisible()


def test_what_cannot_be_read_says_why_and_cannot_be_taken(open_dialog):
    dialog = open_dialog()
    press(Key.Key_End)
    assert dialog.shapesTree.currentItem().text(2) == "The shape cannot be read."
    assert dialog.chosen is None
    assert not dialog._accept.isEnabled()
    press(Key.Key_Return)
    assert dialog.isVisible()


def test_finding_lists_what_has_all_the_words(open_dialog):
    dialog = open_dialog()
    dialog.findEdit.setFocus()
    for letter in "AREA tren":
        QTest.keyClicks(QApplication.focusWidget(), letter)
    assert dialog.chosen is SHAPES[1]
    assert dialog.statement.text() == "1 of 3 shapes are listed."
    QTest.keyClicks(QApplication.focusWidget(), "xyz")
    assert dialog.chosen is None
    assert not dialog._accept.isEnabled()


def test_a_long_list_says_that_there_may_be_more(open_dialog):
    dialog = open_dialog(SHAPES[:1] * MOST_OFFERED)
    assert "only the first 1000" in dialog.statement.text()
    assert "only" not in open_dialog().statement.text()
