"""The panel says what is known of the view, and starts, follows and stops a load."""

from datetime import date, datetime, timedelta, timezone

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import QObject, QSettings, Qt, pyqtSignal
from street_works.plugin.desk.filters import SavedFilters
from street_works.plugin.live.standing import Standing
from street_works.plugin.map.styles import Style
from street_works.plugin.settings import Settings
from street_works.plugin.trade.days import Days
from street_works.plugin.trade.kinds import ACTIVITY, WORKS
from street_works.plugin.trade.records.on_map import Unread
from street_works.ui.register.map_panel import MapPanel

LONG_AGO = datetime(2026, 3, 2, 9, 5, tzinfo=timezone.utc)
HTML = Unread("<b>W9</b>", "Its date cannot be read.")


class Live(QObject):
    started = pyqtSignal()
    progress = pyqtSignal(float)
    ended = pyqtSignal()
    standing = pyqtSignal(object)

    def __init__(self):
        super().__init__()
        self.days = Days(date(2026, 3, 2), date(2026, 3, 16))
        self.unreadable = []
        self.stopped = 0

    def stop(self):
        self.stopped += 1


@pytest.fixture
def settings(qgis_app, tmp_path):
    """Settings in a file of their own; the filter in use is in QGIS's."""
    QgsSettings().remove("street_works/filter")
    yield Settings(QgsSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    QgsSettings().remove("street_works/filter")


@pytest.fixture
def make_panel(qgis_new_project, settings):
    made = []

    def make():
        panel = MapPanel(
            Live(), SavedFilters(QgsProject.instance()), settings, lambda: panel.loads.append(1)
        )
        panel.loads = []
        panel.live = panel._live
        made.append(panel)
        return panel

    yield make
    for panel in made:
        panel.close_down()
        panel.deleteLater()


@pytest.fixture
def panel(make_panel):
    return make_panel()


def lines(panel):
    return panel.statement.text().splitlines()


def seen(panel, name):
    return getattr(panel, name).isVisibleTo(panel)


def test_it_says_what_is_known_of_each_kind_in_the_days_shown(panel):
    assert lines(panel) == ["Nothing is loaded yet."]
    panel.live.standing.emit(
        (
            Standing(WORKS, 120, 7, 0.0, LONG_AGO, 0),
            Standing(ACTIVITY, 1, 1, 0.5, LONG_AGO, 0),
        )
    )
    when = f"{LONG_AGO.astimezone():%d/%m/%Y %H:%M}"
    assert lines(panel) == [
        "02/03/2026 to 16/03/2026",
        f"7 of 120 works in view, complete, as of {when}",
        f"1 activity in view, not complete, as of {when}; 50 % of the view is not loaded",
    ]
    panel.say("Elsewhere.")
    assert lines(panel) == ["Elsewhere."]


def test_nothing_that_a_server_says_becomes_html(panel):
    assert panel.statement.textFormat() == Qt.TextFormat.PlainText
    panel.live.unreadable = [HTML, Unread("", "odd")]
    panel.live.standing.emit((Standing(WORKS, 0, 0, 0.0, LONG_AGO, 0, (HTML,)),))
    assert seen(panel, "refusedList")
    assert seen(panel, "refusedLabel")
    listed = [panel.refusedList.item(row).text() for row in range(panel.refusedList.count())]
    assert listed == ["<b>W9</b>: Its date cannot be read.", "no reference: odd"]
    panel.live.unreadable = []
    panel.live.standing.emit(())
    assert not seen(panel, "refusedList")
    assert not seen(panel, "refusedLabel")


def test_a_load_can_be_followed_and_stopped(panel):
    assert not seen(panel, "progressBar")
    assert not seen(panel, "cancelButton")
    panel.loadButton.click()
    assert panel.loads == [1]
    panel.live.started.emit()
    assert seen(panel, "progressBar")
    panel.live.progress.emit(0.256)
    assert panel.progressBar.value() == 26
    panel.cancelButton.click()
    assert panel.live.stopped == 1
    panel.live.ended.emit()
    assert not seen(panel, "progressBar")
    assert not seen(panel, "cancelButton")
    panel.live.started.emit()
    assert panel.progressBar.value() == 0


def test_style_and_following_are_those_that_were_set(make_panel, settings):
    assert make_panel().style is Style.IMPACT
    settings.style, settings.follow_map = Style.STATUS.value, False
    panel = make_panel()
    assert panel.style is Style.STATUS
    assert not panel.followCheck.isChecked()
    panel.followCheck.click()
    assert settings.follow_map
    settings.style = "of another version"
    assert make_panel().style is Style.IMPACT


def test_every_control_can_be_used_by_keyboard_and_read_out(panel):
    for name in ("styleCombo", "followCheck", "loadButton", "cancelButton", "refusedList"):
        assert getattr(panel, name).focusPolicy() & Qt.FocusPolicy.TabFocus
    assert panel.statement.accessibleName()
    assert panel.progressBar.accessibleName()


def test_the_days_may_change(panel):
    panel.live.days = Days(date(2026, 3, 2), date(2026, 3, 2) + timedelta(days=365))
    panel.live.standing.emit(())
    assert lines(panel) == ["02/03/2026 to 02/03/2027"]
