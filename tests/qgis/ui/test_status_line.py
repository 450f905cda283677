"""A line in the status bar is seen, and goes by itself."""

from types import SimpleNamespace

from qgis.gui import QgsStatusBar
from street_works.tests.made.waiting import until
from street_works.ui.shared import status_line


def test_a_line_goes_after_a_while(qgis_app, monkeypatch):
    monkeypatch.setattr(status_line, "SAID_MS", 100)
    bar = QgsStatusBar()
    status_line.say(SimpleNamespace(statusBarIface=lambda: bar), "1 of 4: works of another")
    assert bar.currentMessage() == "1 of 4: works of another"
    until(lambda: bar.currentMessage() == "")
