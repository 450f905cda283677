"""Fixtures of the tests of windows: pages of QGIS's options, over settings of a test's own."""

import pytest
from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QSettings
from qgis.PyQt.QtTest import QTest
from street_works.plugin.settings import Settings


@pytest.fixture
def store(qgis_app, tmp_path):
    """A file of settings in QGIS's way."""
    return QgsSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def settings(store):
    """The plugin's settings in that file."""
    return Settings(store)


@pytest.fixture
def heard():
    """What a page has told."""
    return []


@pytest.fixture
def open_options(settings, heard):
    """Open a page of some class, in a window that is active."""
    opened = []

    def open_it(kind):
        page = kind(settings, lambda: heard.append("applied"))
        page.resize(600, 700)
        page.show()
        page.activateWindow()
        assert QTest.qWaitForWindowActive(page)
        opened.append(page)
        return page

    yield open_it
    for page in opened:
        page.close()
        page.deleteLater()
