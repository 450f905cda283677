"""Dialogs come up as large as the planner left them, in the middle of QGIS's window."""

from types import SimpleNamespace

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QPoint, QRect, QSize
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDockWidget,
    QLabel,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from street_works.ui.shared import windows
from street_works.ui.shared.docking import put_dock
from street_works.ui.shared.windows import outermost, size_window

KEY = "street_works/windows/FormDialog"


@pytest.fixture
def qgis_window(qgis_app):
    """A window as large as QGIS's, with a dock."""
    QgsSettings().remove(KEY)
    window = QMainWindow()
    window.setGeometry(100, 50, 700, 500)
    dock = QDockWidget(window)
    dock.setWidget(QWidget())
    window.addDockWidget(windows.Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.dock = dock
    window.show()
    assert QTest.qWaitForWindowExposed(window)
    yield window
    window.close()
    window.deleteLater()
    QgsSettings().remove(KEY)


def opened(parent):
    dialog = QDialog(parent)
    dialog.setObjectName("FormDialog")
    size_window(dialog, 30, 10)
    dialog.open()
    assert QTest.qWaitForWindowExposed(dialog)
    return dialog


def drag(dialog, width, height):
    """Make a dialog larger as a window manager does, when the planner pulls at its edge."""
    dialog.windowHandle().resize(width, height)
    QCoreApplication.processEvents()


def test_a_dialog_comes_up_as_large_as_it_was_left_and_in_the_middle(qgis_window):
    dialog = opened(qgis_window)
    usual = dialog.size()
    drag(dialog, usual.width() + 60, usual.height() + 40)
    dialog.reject()
    qgis_window.move(40, 20)
    again = opened(qgis_window)
    assert again.size() == usual + QSize(60, 40)
    away = again.geometry().center() - qgis_window.geometry().center()
    assert away.manhattanLength() < 60
    again.reject()


def test_it_is_high_enough_for_a_text_that_is_wrapped_and_what_stands_below(qgis_window):
    dialog = QDialog(qgis_window)
    dialog.setObjectName("FormDialog")
    text, below = QLabel("A text that is wrapped again and again. " * 8), QPushButton("Below")
    text.setWordWrap(True)
    page = QVBoxLayout(dialog)
    for part in (text, below):
        page.addWidget(part)
    size_window(dialog, 30, 2)
    dialog.open()
    assert QTest.qWaitForWindowExposed(dialog)
    assert text.height() >= text.heightForWidth(text.width()) > 100
    assert below.height() >= below.minimumSizeHint().height()
    dialog.reject()


def test_what_the_planner_did_not_make_larger_is_not_kept(qgis_window):
    dialog = opened(qgis_window)
    dialog.resize(dialog.width() + 60, dialog.height())  # as one does that asks for more
    dialog.reject()
    assert not QgsSettings().contains(KEY)


def test_a_size_of_a_larger_screen_is_fitted_to_the_one_that_is_there(qgis_window, monkeypatch):
    QgsSettings().setValue(KEY, "2000 x 1400")
    monkeypatch.setattr(windows, "_screen_of", lambda _window: QRect(0, 0, 800, 600))
    dialog = opened(qgis_window)
    assert dialog.size() == QSize(720, 540)
    dialog.reject()


@pytest.mark.parametrize("kept", ["", "x", "0 x 0", "99999999 x 1", b"\x00"])
def test_a_damaged_size_counts_as_none(qgis_window, kept):
    usual = opened(qgis_window)
    QgsSettings().setValue(KEY, kept)
    again = opened(qgis_window)
    assert again.size() == usual.size()
    again.reject()
    usual.reject()


def test_from_a_dock_that_floats_it_still_opens_over_qgis(qgis_window):
    qgis_window.dock.setFloating(True)
    qgis_window.dock.move(QPoint(0, 0))
    assert outermost(qgis_window.dock.widget()) is qgis_window


def dock_of(window):
    dock = QDockWidget(window)
    dock.setObjectName("StreetWorksDock")
    dock.setWidget(QWidget())
    return dock


def test_a_dock_that_floated_on_a_screen_that_is_gone_comes_back_on_one_that_is_there(qgis_window):
    before = dock_of(qgis_window)
    iface = SimpleNamespace(mainWindow=lambda: qgis_window, addDockWidget=qgis_window.addDockWidget)
    assert not put_dock(iface, before)
    before.setFloating(True)
    before.setGeometry(QRect(5000, 300, 340, 400))
    state = qgis_window.saveState()
    qgis_window.removeDockWidget(before)
    before.setParent(None)
    qgis_window.restoreState(state)  # as QGIS does before the plugin makes its docks
    dock = dock_of(qgis_window)
    assert put_dock(iface, dock)
    assert dock.isFloating()
    assert QGuiApplication.primaryScreen().geometry().contains(dock.geometry())
    assert dock.size() == QSize(340, 400)
