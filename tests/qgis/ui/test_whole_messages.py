"""A message in QGIS's bar is read as a whole, however narrow the map is."""

import pytest
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QTextBrowser, QVBoxLayout, QWidget
from street_works.plugin.errors import StreetWorksError
from street_works.ui.shared.message import Messages
from street_works.ui.shared.trouble import Trouble

LONG = StreetWorksError(
    "Street Manager could not be reached: the name of the host was not found.",
    advice="Check the connection to the internet, a proxy in QGIS's options, and the address.",
    detail="more",
)


@pytest.fixture
def window(qgis_app):
    made = QWidget()
    layout = QVBoxLayout(made)
    made.bar = QgsMessageBar(made)
    layout.addWidget(made.bar)
    layout.addStretch(1)
    made.resize(1000, 500)
    made.show()
    assert QTest.qWaitForWindowExposed(made)
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("width", [1000, 600, 400])
def test_all_of_a_long_message_is_seen(window, width):
    window.resize(width, 500)
    messages = Messages(window.bar, window)
    Trouble(messages).tell(LONG)
    QTest.qWait(300)
    (browser,) = window.bar.findChildren(QTextBrowser)
    assert browser.document().size().height() <= browser.viewport().height() + 1
    assert browser.height() <= window.bar.height()
    assert browser.verticalScrollBar().maximum() == 0
    messages.clear()


def test_it_grows_when_the_map_becomes_narrower_and_shrinks_again(window):
    messages = Messages(window.bar, window)
    Trouble(messages).tell(LONG)
    QTest.qWait(300)
    (browser,) = window.bar.findChildren(QTextBrowser)
    wide = browser.height()
    window.resize(450, 500)
    QTest.qWait(300)
    assert browser.height() > wide
    assert browser.verticalScrollBar().maximum() == 0
    window.resize(1000, 500)
    QTest.qWait(300)
    assert browser.height() == wide
    messages.clear()
