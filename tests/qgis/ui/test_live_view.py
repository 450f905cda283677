"""The live map follows a real canvas, the filter and the clock, and says what is known of it."""

import time
from datetime import timedelta

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMarkerSymbol,
    QgsProject,
    QgsRectangle,
    QgsSettings,
    QgsSingleSymbolRenderer,
)
from qgis.PyQt.QtCore import QCoreApplication, QSettings
from street_works.plugin.api.errors import NoNetwork, ServerFailed
from street_works.plugin.background.jobs import Jobs
from street_works.plugin.live.finding.days_wanted import FORTNIGHT, MONTH, OWN, DaysWanted
from street_works.plugin.live.finding.filter import Filter
from street_works.plugin.map.styles import Style, style_of
from street_works.plugin.settings import Settings
from street_works.plugin.trade.calendar import uk_today
from street_works.tests.made.shown_register import Account, Register, works_at
from street_works.tests.made.waiting import until
from street_works.ui.register import live_view
from street_works.ui.register.live_view import LiveView

HOME = QgsRectangle(400_000, 300_000, 401_000, 301_000)
BESIDE = QgsRectangle(410_000, 300_000, 411_000, 301_000)
TODAY = uk_today()


class Client(Register):
    """A register with two works at home, one beside it, and one of another day."""

    def __init__(self):
        super().__init__(
            [
                works_at(1, (400_500, 300_500), TODAY),
                works_at(2, (400_600, 300_500), TODAY, category="major"),
                works_at(3, (410_500, 300_500), TODAY),
                works_at(4, (400_700, 300_500), TODAY + timedelta(days=20)),
            ]
        )


@pytest.fixture
def settings(qgis_app, tmp_path):
    """Settings in a file of their own; the filter in use is in QGIS's."""
    QgsSettings().remove("street_works/filter")
    yield Settings(QgsSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    QgsSettings().remove("street_works/filter")


@pytest.fixture
def client():
    return Client()


@pytest.fixture
def make_view(qgis_app, qgis_canvas, qgis_new_project, settings, tmp_path):
    """Give the function that makes a view; `heard` lists its troubles, `went` where it went."""
    grid = QgsCoordinateReferenceSystem("EPSG:27700")
    QgsProject.instance().setCrs(grid)
    qgis_canvas.resize(600, 600)
    qgis_canvas.setDestinationCrs(grid)
    qgis_canvas.setExtent(HOME)
    made = []

    def make():
        view = LiveView(qgis_canvas, Jobs(), Account(), settings, tmp_path)
        view.heard, view.went = [], []
        view.trouble.connect(view.heard.append)
        view.go_to.connect(view.went.append)
        made.append(view)
        return view

    yield make
    for view in made:
        assert view.live._jobs.cancel_all()
        view.close_down()
        view.panel.deleteLater()


@pytest.fixture
def view(make_view):
    return make_view()


def rest(view, seconds=20):
    """Serve events until nothing is under way or about to begin."""
    until(lambda: not view.busy and not view.live._jobs.running, seconds)
    QCoreApplication.processEvents()


@pytest.fixture
def signed_in(view, client):
    """The view, signed in, with what is in view loaded."""
    view._account.client = client
    view.signed_in()
    rest(view)
    assert view.heard == []
    return view


def statement(view):
    return view.panel.statement.text().splitlines()


def middles(view):
    layer = view.live.layers.layer("works", "centre")
    return sorted(feature["work_reference"] for feature in layer.getFeatures())


def test_signing_in_loads_what_is_in_view_and_says_so(signed_in, client):
    assert len(client.asked) == 1
    assert middles(signed_in) == ["W1", "W2"]
    lines = statement(signed_in)
    end = TODAY + timedelta(days=14)
    assert lines[0] == f"{TODAY:%d/%m/%Y} to {end:%d/%m/%Y}"
    assert lines[1].startswith("2 works in view, complete, as of ")
    assert lines[2].startswith("0 activities in view, complete")
    assert len(lines) == 5
    layer = signed_in.live.layers.layer("works", "centre")
    assert layer.metadata().abstract() == lines[1]
    assert signed_in._settings.last_store == signed_in.live.store.path.name
    assert not signed_in.panel.progressBar.isVisibleTo(signed_in.panel)


def test_the_map_is_asked_for_once_when_it_has_come_to_rest(signed_in, client, qgis_canvas):
    client.asked.clear()
    started = []
    signed_in.live.started.connect(lambda: started.append(1))
    for step in range(10):
        qgis_canvas.setExtent(
            QgsRectangle(404_000 + 500 * step, 300_000, 405_000 + 500 * step, 301_000)
        )
        QCoreApplication.processEvents()
        time.sleep(0.02)
    qgis_canvas.setExtent(BESIDE)
    QCoreApplication.processEvents()
    assert (client.asked, started) == ([], [])
    rest(signed_in)
    assert (len(client.asked), len(started)) == (1, 1)
    (box, _days) = client.asked[0]
    assert box[0] >= 405_000
    assert middles(signed_in) == ["W1", "W2", "W3"]
    assert statement(signed_in)[1].startswith("1 works in view, complete")
    qgis_canvas.setExtent(HOME)
    rest(signed_in)
    assert len(client.asked) == 1, "what is known and fresh is not asked for again"
    assert statement(signed_in)[1].startswith("2 works in view, complete")


def test_a_filter_hides_at_once_and_missing_days_are_loaded(signed_in, client):
    client.asked.clear()
    fortnight = DaysWanted(FORTNIGHT)
    signed_in.filters.use(Filter(fortnight, categories=("major",)))
    assert middles(signed_in) == ["W2"], "before anything is asked"
    rest(signed_in)
    assert client.asked == []
    assert statement(signed_in)[1].startswith("1 of 2 works in view, complete")
    signed_in.filters.use(Filter(DaysWanted(MONTH)))
    rest(signed_in)
    assert middles(signed_in) == ["W1", "W2", "W4"]
    ((_box, (start, end)),) = client.asked
    assert start == TODAY + timedelta(days=15), "only the days that are missing"
    assert end == signed_in.live.days.end
    assert statement(signed_in)[1].startswith("3 works in view, complete")


def test_days_are_widened_to_show_what_was_submitted(signed_in):
    later = TODAY + timedelta(days=30)
    signed_in.include(TODAY, TODAY)
    assert signed_in.filters.current.days == DaysWanted(FORTNIGHT)
    signed_in.include(later, later)
    assert signed_in.filters.current.days == DaysWanted(OWN, TODAY, later)
    rest(signed_in)


def test_a_chosen_style_is_put_on_and_remembered(signed_in, settings):
    layer = signed_in.live.layers.layer("works", "point")
    combo = signed_in.panel.styleCombo
    row = combo.findData(Style.STATUS.value)
    combo.setCurrentIndex(row)
    combo.activated.emit(row)
    assert style_of(layer) is Style.STATUS
    assert settings.style == Style.STATUS.value


def test_the_last_style_is_worn_from_the_start(make_view, settings, client):
    settings.style = Style.CATEGORY.value
    view = make_view()
    view._account.client = client
    view.signed_in()
    rest(view)
    assert style_of(view.live.layers.layer("works", "point")) is Style.CATEGORY


def test_signing_in_leaves_the_planners_symbols(signed_in):
    layer = signed_in.live.layers.layer("works", "point")
    red = QgsMarkerSymbol.createSimple({"color": "255,0,0"})
    layer.setRenderer(QgsSingleSymbolRenderer(red))
    signed_in.signed_in()
    rest(signed_in)
    assert layer.renderer().type() == "singleSymbol"


def test_without_following_only_what_is_known_is_said(signed_in, client, qgis_canvas):
    client.asked.clear()
    signed_in.panel.followCheck.setChecked(False)
    assert signed_in._settings.follow_map is False
    qgis_canvas.setExtent(BESIDE)
    rest(signed_in)
    assert client.asked == []
    assert "not loaded" in statement(signed_in)[1]
    signed_in.panel.loadButton.click()
    rest(signed_in)
    assert len(client.asked) == 1
    assert statement(signed_in)[1].startswith("1 works in view, complete")


def test_a_very_wide_view_is_loaded_only_on_demand(signed_in, client, qgis_canvas):
    client.asked.clear()
    qgis_canvas.setExtent(QgsRectangle(380_000, 280_000, 420_000, 320_000))
    rest(signed_in)
    assert client.asked == []
    assert re_part(statement(signed_in)[1]) >= 99
    signed_in.load()
    rest(signed_in)
    assert client.asked
    assert statement(signed_in)[1].startswith("3 works in view, complete")


def re_part(line):
    """Return the part that is not loaded, in per cent."""
    return float(line.split("; ")[1].split(" %")[0])


def test_what_has_become_old_is_asked_for_again_by_the_clock(signed_in, client, monkeypatch):
    client.asked.clear()
    client.records.append(works_at(5, (400_800, 300_500), TODAY))
    signed_in._refresh()
    rest(signed_in)
    assert client.asked == []
    later = live_view.now() + timedelta(minutes=signed_in._minutes)
    monkeypatch.setattr(live_view, "now", lambda: later)
    signed_in._clock.timeout.emit()
    rest(signed_in)
    assert len(client.asked) == 1
    assert middles(signed_in) == ["W1", "W2", "W5"]
    ticks = signed_in._clock.interval() / 60_000
    assert ticks <= 0.5 * signed_in._settings.refresh_minutes


def test_the_same_trouble_is_told_once_until_something_works_again(signed_in, client, qgis_canvas):
    client.fails = NoNetwork("No network.")
    for move in range(3):
        qgis_canvas.setExtent(
            QgsRectangle(412_000 + 9_000 * move, 300_000, 413_000 + 9_000 * move, 301_000)
        )
        rest(signed_in)
    assert len(signed_in.heard) == 1
    client.fails = ServerFailed("500", status=500)
    qgis_canvas.setExtent(QgsRectangle(450_000, 300_000, 451_000, 301_000))
    rest(signed_in)
    assert len(signed_in.heard) == 2
    signed_in.load()
    rest(signed_in)
    assert len(signed_in.heard) == 3, "who asks is answered"
    client.fails = None
    signed_in.look()
    rest(signed_in)
    assert len(signed_in.heard) == 3
    client.fails = NoNetwork("No network.")
    qgis_canvas.setExtent(QgsRectangle(460_000, 300_000, 461_000, 301_000))
    rest(signed_in)
    assert len(signed_in.heard) == 4


def test_the_last_session_is_shown_without_signing_in(make_view, signed_in, client, qgis_canvas):
    last = signed_in.live.looked_at.seen
    signed_in.live.close()
    qgis_canvas.setExtent(BESIDE)
    client.asked.clear()
    again = make_view()
    again.go_to.connect(qgis_canvas.setExtent)
    assert again.show_last()
    rest(again)
    assert again.went == [QgsRectangle(*last)]
    assert client.asked == []
    assert middles(again) == ["W1", "W2"]
    assert again.live.layers.layer("works", "centre").opacity() < 0.5
    assert statement(again)[1].startswith("2 works in view, complete, as of ")
    qgis_canvas.setExtent(HOME)
    rest(again)
    assert again.heard == []
    again.load()
    assert [str(one) for one in again.heard] == ["You are not signed in."]


def test_signed_out_nobody_knows_which_streets_are_sensitive_and_that_is_said(
    make_view, signed_in, qgis_canvas
):
    signed_in.live.close()
    signed_in.filters.use(Filter(traffic_sensitive=True))
    again = make_view()
    again.go_to.connect(qgis_canvas.setExtent)
    assert again.show_last()
    rest(again)
    line = statement(again)[1]
    assert line.startswith("2 works in view, none of them shown yet, ")
    assert "of 2 it is not known whether they are on traffic-sensitive streets" in line
    assert "Sign in" in again.panel.filter_panel.statement.text()
    assert again.heard == []
    again.filters.use(Filter())
    rest(again)
    assert statement(again)[1].startswith("2 works in view, complete")


def test_what_is_switched_off_or_filtered_by_hand_is_not_counted_and_said(signed_in):
    layer = signed_in.live.layers.layer("works", "centre")  # the canvas is small, so it is far
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    node.setItemVisibilityChecked(False)
    rest(signed_in)
    assert statement(signed_in)[1].startswith("0 of 2 works in view, complete")
    assert "“Works: afar” is switched off" in statement(signed_in)[1]
    node.setItemVisibilityChecked(True)
    layer.setSubsetString("category = 'major'")
    rest(signed_in)
    assert statement(signed_in)[1].startswith("1 of 2 works in view, complete")
    assert "“Works: afar” has a filter of its own" in statement(signed_in)[1]


def test_layers_taken_off_the_map_stay_off_and_are_brought_back_when_asked_for(
    make_view, signed_in, settings
):
    button = signed_in.panel.bring_back
    assert button.isHidden()
    QgsProject.instance().removeMapLayer(signed_in.live.layers.layer("works", "centre").id())
    signed_in.load()
    rest(signed_in)
    assert signed_in.live.layers.layer("works", "centre") is None
    assert "“Works: afar” was removed" in statement(signed_in)[1]
    assert settings.removed_layers == {("works", "centre")}
    assert make_view().live.layers.removed == {("works", "centre")}, "in the next session too"
    assert not button.isHidden()
    button.click()
    rest(signed_in)
    assert signed_in.live.layers.layer("works", "centre") is not None
    assert button.isHidden()
    assert statement(signed_in)[1].startswith("2 works in view, complete")


def test_another_project_shows_the_live_map_only_when_it_is_asked_for(signed_in, qgis_canvas):
    project, heard = QgsProject.instance(), signed_in.heard
    grid = project.crs()
    project.clear()
    project.setCrs(grid)
    project.setDirty(False)
    qgis_canvas.setExtent(BESIDE)
    rest(signed_in)
    assert list(project.mapLayers()) == []
    assert not project.isDirty()
    assert statement(signed_in)[0].startswith("This project does not show the live map")
    assert heard == []
    signed_in.load()
    rest(signed_in)
    assert signed_in.live.layers.layer("works", "centre") is not None
    assert not project.isDirty()
    assert "works in view" in statement(signed_in)[1]


def test_days_that_were_widened_are_told(signed_in):
    told = []
    signed_in.told.connect(told.append)
    signed_in.include(TODAY, TODAY)
    assert told == []
    later = TODAY + timedelta(days=30)
    signed_in.include(later, later)
    (said,) = told
    assert "your works" in said
    rest(signed_in)


def test_nothing_is_shown_of_a_first_session(view):
    assert not view.show_last()
    assert statement(view) == ["Nothing is loaded yet."]
    assert view.heard == []


def test_signing_out_ends_a_load_and_the_clock(signed_in):
    assert signed_in._clock.isActive()
    signed_in.load()
    signed_in._account.client = None
    signed_in._account.changed.emit()
    assert not signed_in.live.loading
    assert not signed_in._clock.isActive()
    rest(signed_in)
    assert signed_in.heard == []
    assert middles(signed_in) == ["W1", "W2"], "what came is still shown"


def test_a_place_elsewhere_is_told_once(signed_in, qgis_canvas):
    for move in range(3):
        qgis_canvas.setExtent(QgsRectangle(-900_000 - move, -900_000, -800_000, -800_000))
        rest(signed_in)
    assert len(signed_in.heard) == 1
    assert "Great Britain" in signed_in.heard[0].message


def test_another_days_filter_is_put_on_when_the_day_has_changed(signed_in, monkeypatch):
    from street_works.plugin.desk import live_map

    layer = signed_in.live.layers.layer("works", "centre")
    before = layer.subsetString()
    tomorrow = TODAY + timedelta(days=1)
    monkeypatch.setattr(live_map, "uk_today", lambda: tomorrow)
    signed_in.look()
    rest(signed_in)
    assert layer.subsetString() != before
    assert tomorrow.isoformat() in layer.subsetString()
    assert statement(signed_in)[0].startswith(f"{tomorrow:%d/%m/%Y}")


def test_closing_down_leaves_nothing(make_view, client, qgis_canvas):
    view = make_view()
    view._account.client = client
    view.signed_in()
    before = qgis_canvas.receivers(qgis_canvas.extentsChanged)
    view.close_down()
    assert qgis_canvas.receivers(qgis_canvas.extentsChanged) == before - 1
    assert view.live.store is None
    assert list(QgsProject.instance().mapLayers()) == []
    view.close_down = lambda: None
