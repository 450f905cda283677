"""What the planner set counts for the extent on the desk: limits, and positions without OSTN15."""

from contextlib import contextmanager

import pytest
from qgis.PyQt.QtWidgets import QDialog
from street_works.plugin.extents import GridUnavailable, Limits, Severity, grid, ostn15
from street_works.plugin.settings import Settings
from street_works.ui.extent.shape_sources import POSITIONS

GRID, DEGREES = "EPSG:27700", "EPSG:4326"
LONG = "LINESTRING (471065 236014, 471665 236014)"
IN_DEGREES = "LINESTRING (-0.12 51.49, -0.1197 51.49)"
BOW_TIE = "POLYGON ((-0.12 51.49, -0.119 51.491, -0.119 51.49, -0.12 51.491, -0.12 51.49))"


@pytest.fixture
def settings(qgis_app):
    return Settings()


@contextmanager
def without_grid():
    """Take OSTN15 away, as an update of Python packages may."""
    with pytest.MonkeyPatch.context() as patch:
        ostn15.forget()
        patch.setattr(ostn15.importlib.util, "find_spec", lambda name: None)
        yield
    ostn15.forget()


@pytest.fixture
def no_grid():
    with without_grid():
        yield


@pytest.fixture
def set_options(switch_on, qgis_iface, monkeypatch):
    """Give a plugin, and the function that changes its page in QGIS's options and presses OK."""
    factories = []
    monkeypatch.setattr(qgis_iface, "registerOptionsWidgetFactory", factories.append, raising=False)
    plugin = switch_on()

    def change(act):
        dialog = QDialog()
        page = factories[0].createWidget(dialog)
        act(page)
        page.apply()
        dialog.deleteLater()

    return plugin, change


def rules(workplace):
    return [finding.rule for finding in workplace.sheet.findings]


def tick(on):
    return lambda page: page.approximationBox.setChecked(on)


def assert_said(sheet):
    """The extent is an approximation, and says so."""
    extent = sheet.examined.extent
    assert extent.approximate
    assert extent.accuracy_m == 4.0
    assert "approximation" in extent.operation
    finding = sheet.examined.finding("uncertain_position")
    assert finding.severity is Severity.WARNING
    assert "4.0 m" in finding.message


def test_a_warning_goes_when_its_limit_is_changed(set_options):
    plugin, change = set_options
    workplace = plugin.workplace
    workplace.sheet.take(LONG, GRID)
    assert rules(workplace) == ["huge"]
    change(lambda page: page.longestBox.setValue(700))
    assert rules(workplace) == []
    assert workplace.extent_panel.findingsList.item(0).text().startswith("Nothing to mend")
    change(lambda page: page.restoreButton.click())
    assert rules(workplace) == ["huge"]


def test_steps_that_are_taken_back_go_by_the_limits_of_now(workplace, settings):
    sheet = workplace.sheet
    sheet.take(LONG, GRID)
    sheet.make_area(2)
    change = sheet.change
    settings.limits = Limits(largest_m=700)
    sheet.look_again()
    assert rules(workplace) == []
    assert sheet.change is change
    sheet.undo()
    assert rules(workplace) == []
    settings.limits = Limits()
    sheet.redo()
    assert rules(workplace) == ["huge"]


def test_what_was_said_of_the_place_holds_for_an_area_around_it(workplace):
    workplace.sheet.take(f"SRID=4326;{IN_DEGREES}", "EPSG:3857")
    workplace.sheet.make_area(2)
    workplace.sheet.look_again()
    assert rules(workplace) == ["srid_differs"]


def test_with_nothing_on_the_desk_there_is_nothing_to_judge(workplace):
    workplace.sheet.look_again()
    assert workplace.heard == []
    assert workplace.sheet.examined is None


def test_the_panel_says_how_the_extent_came_to_national_grid(workplace):
    facts = workplace.extent_panel.facts
    assert facts.toolTip() == ""
    workplace.sheet.take(IN_DEGREES, DEGREES)
    tip = facts.toolTip()
    extent = workplace.sheet.examined.extent
    assert "OSTN15" in extent.operation
    for fact in (extent.operation, "0.10 m", DEGREES, extent.software):
        assert fact in tip
    assert "pyproj" in extent.software
    workplace.sheet.take(LONG, GRID)
    assert "nothing to convert" in facts.toolTip()
    workplace.sheet.clear()
    assert facts.toolTip() == ""


def test_a_coordinate_systems_name_is_no_html(workplace):
    named = (
        'PROJCS["<img src=x>",GEOGCS["ETRS89",DATUM["European_Terrestrial_Reference_System_1989",'
        'SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],'
        'UNIT["degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],'
        'PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",-3],'
        'PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],'
        'PARAMETER["false_northing",0],UNIT["metre",1]]'
    )
    workplace.sheet.take("POINT (699000 5708000)", named)
    assert "<img" in workplace.sheet.examined.extent.source_crs
    assert "<img" not in workplace.extent_panel.facts.toolTip()
    assert "&lt;img" in workplace.extent_panel.facts.toolTip()


@pytest.mark.usefixtures("no_grid")
class TestWithoutOstn15:
    def test_it_is_refused_unless_the_planner_said_otherwise(self, workplace):
        with pytest.raises(GridUnavailable) as refused:
            workplace.sheet.take(IN_DEGREES, DEGREES)
        assert "accept positions that are 2 m to 4 m off" in refused.value.advice
        assert workplace.sheet.examined is None
        assert workplace.drafts.latest().drawing_wkt == IN_DEGREES

    def test_the_refusal_names_the_tick_as_the_page_does(self, set_options):
        _plugin, change = set_options
        told = []
        change(lambda page: told.append(page.approximationBox.text().replace("&", "")))
        assert f"“{told[0]}”" in GridUnavailable("").advice

    def test_accepted_it_says_how_far_off_it_may_be(self, workplace, settings):
        settings.accept_approximation = True
        workplace.sheet.take(IN_DEGREES, DEGREES)
        assert_said(workplace.sheet)
        assert workplace.sheet.examined.submittable
        panel = workplace.extent_panel
        assert "accuracy 4.00 m" in panel.facts.text()
        assert "approximation" in panel.facts.toolTip()
        assert panel.findingsList.item(0).text().startswith("Warning: OSTN15 was not there")

    def test_a_tick_in_the_options_brings_the_refused_drawing_onto_the_desk(self, set_options):
        plugin, change = set_options
        sheet = plugin.workplace.sheet
        with pytest.raises(GridUnavailable):
            sheet.take(IN_DEGREES, DEGREES)
        change(tick(True))
        assert_said(sheet)
        assert "accuracy 4.00 m" in plugin.workplace.extent_panel.facts.text()
        troubles = []
        sheet.trouble.connect(troubles.append)
        change(tick(False))
        assert sheet.examined is None
        assert isinstance(troubles[0], GridUnavailable)
        assert plugin.workplace.drafts.latest().drawing_wkt == IN_DEGREES
        assert "Nothing is drawn" in plugin.workplace.extent_panel.facts.text()
        change(tick(True))
        assert_said(sheet)

    def test_other_settings_leave_an_accepted_extent_with_its_mends(self, workplace, settings):
        settings.accept_approximation = True
        workplace.sheet.take(BOW_TIE, DEGREES)
        workplace.sheet.mend("self_crossing")
        shape = workplace.sheet.examined.extent.geometry
        settings.limits = Limits(largest_m=50)
        workplace.sheet.look_again()
        assert workplace.sheet.examined.extent.geometry.equals_exact(shape)
        assert rules(workplace) == ["uncertain_position", "huge"]
        assert_said(workplace.sheet)

    def test_every_step_keeps_the_warning(self, workplace, settings):
        settings.accept_approximation = True
        sheet = workplace.sheet
        sheet.take(BOW_TIE, DEGREES)
        sheet.mend("self_crossing")
        assert_said(sheet)
        sheet.make_area(1)
        assert_said(sheet)
        centre = sheet.examined.extent.geometry.centroid.buffer(3)
        sheet.edit(centre.wkt, GRID)  # as in a project in National Grid
        assert_said(sheet)
        assert sheet.examined.extent.area_m2 == pytest.approx(centre.area, rel=0.01)
        sheet.edit(BOW_TIE, DEGREES)
        assert_said(sheet)
        sheet.undo()
        assert_said(sheet)

    def test_degrees_in_a_project_in_metres_are_mended_into_it(self, workplace, settings):
        settings.accept_approximation = True
        workplace.sheet.take(IN_DEGREES, GRID)
        assert rules(workplace) == ["degrees"]
        workplace.sheet.mend("degrees")
        assert_said(workplace.sheet)

    def test_the_sketch_follows_the_setting(self, workplace, settings):
        panel = workplace.extent_panel
        panel.show_sketch(IN_DEGREES, DEGREES, settings.limits)
        assert "accept positions" in panel.liveLabel.text()
        settings.accept_approximation = True
        panel.show_sketch(IN_DEGREES, DEGREES, settings.limits)
        assert panel.liveLabel.text().startswith("Line, 20.8 m long")

    def test_typed_positions_follow_the_setting(self, workplace, settings):
        for accepted in (False, True):
            settings.accept_approximation = accepted
            workplace.shaping.take(POSITIONS)
            dialog = workplace.shaping.sources.dialog
            dialog.table.paste("51.49 -0.12\n51.49 -0.1197\n51.4903 -0.1197")
            assert dialog._accept.isEnabled() is accepted
            assert ("accept positions" in dialog.troubleLabel.text()) is not accepted

    def test_nothing_else_is_accepted_by_the_way(self, workplace, settings):
        settings.accept_approximation = True
        workplace.sheet.take(IN_DEGREES, DEGREES)
        with pytest.raises(GridUnavailable):
            grid.verify()


def test_once_the_grid_is_back_the_draft_is_exact(switch_on, settings):
    settings.accept_approximation = True
    first = switch_on()
    with without_grid():
        first.workplace.sheet.take(IN_DEGREES, DEGREES)
        first.workplace.sheet.make_area(1)
        near = first.workplace.sheet.examined.extent.geometry
        assert_said(first.workplace.sheet)
        first.unload()
    sheet = switch_on().workplace.sheet
    exact = sheet.examined.extent
    assert (exact.approximate, exact.accuracy_m, sheet.findings) == (False, 0.1, ())
    assert exact.geometry.geom_type == "LineString"  # the drawing, not what was made of it
    assert 0.5 < exact.geometry.centroid.distance(near.centroid) < 5


def test_an_exact_draft_comes_back_as_it_was(switch_on):
    first = switch_on()
    first.workplace.sheet.take(BOW_TIE, DEGREES)
    first.workplace.sheet.mend("self_crossing")
    shape = first.workplace.sheet.examined.extent.geometry
    first.unload()
    extent = switch_on().workplace.sheet.examined.extent
    assert extent.geometry.equals_exact(shape)
    assert extent.accuracy_m == 0.1
    assert extent.software


def test_an_edit_in_national_grid_is_no_more_exact_than_what_was_edited(workplace):
    sheet = workplace.sheet
    sheet.take("POLYGON ((-1.5 52.5, -1.499 52.5, -1.499 52.501, -1.5 52.5))", "EPSG:4230")
    before = sheet.examined.extent
    assert rules(workplace) == ["uncertain_position"]
    sheet.edit(before.geometry.buffer(1).wkt, GRID)
    after = sheet.examined.extent
    assert (after.accuracy_m, after.source_crs) == (before.accuracy_m, "EPSG:4230")
    assert rules(workplace) == ["uncertain_position"]


def test_an_edit_in_a_less_exact_system_is_as_exact_as_that(workplace):
    workplace.sheet.take("POINT (471065 236014)", GRID)
    workplace.sheet.edit("POINT (-0.9635 52.0176)", "EPSG:4230")
    assert workplace.sheet.examined.extent.accuracy_m > 2
    assert rules(workplace) == ["uncertain_position"]
