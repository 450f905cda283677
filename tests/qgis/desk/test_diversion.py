"""The way that traffic is to take meanwhile, drawn with the extent."""

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.drafts import DraftStore

pytestmark = pytest.mark.one_workplace

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
GRID = "EPSG:27700"
WAY = "LINESTRING (471060 236010, 471060 236080, 471100 236080)"
OTHER = "LINESTRING (471060 236010, 471060 235980)"


def draw_diversion(workplace, *places):
    """Press the button for a diversion and click along it on the canvas, as a planner does."""
    canvas = workplace._canvas
    canvas.show()
    workplace.map_place.go_around(workplace.sheet.examined.extent.geometry)
    workplace.dock.show_panel(workplace.extent_panel)
    QTest.mouseClick(workplace.extent_panel.diversionButton, LEFT)
    assert workplace.extent_panel.diversionButton.isChecked()
    for place in places:
        QTest.mouseMove(canvas.viewport(), QPoint(*place))
        QTest.mouseClick(canvas.viewport(), LEFT, pos=QPoint(*place))
    QTest.mouseClick(canvas.viewport(), RIGHT, pos=QPoint(*places[-1]))
    QCoreApplication.processEvents()


def shown(workplace):
    """Return what the map shows of the diversion, as text, or None."""
    layer = workplace.draft_layer.diversion
    return None if layer is None else [one.geometry().asWkt(0) for one in layer.getFeatures()]


def test_a_diversion_is_drawn_beside_the_extent_which_stays(at_work, kept):
    extent, draft = at_work.sheet.examined, at_work.sheet.draft.id
    draw_diversion(at_work, (100, 100), (200, 100), (200, 200))
    assert at_work.heard == []
    assert at_work.sheet.examined is extent
    assert at_work.sheet.draft.id == draft
    line = at_work.sheet.diversion
    assert line.geom_type == "LineString"
    assert len(line.coords) == 3
    panel = at_work.extent_panel
    assert not panel.diversionButton.isChecked()
    assert panel.diversionLabel.text() == f"{line.length:.0f} m long"
    assert panel.changeLabel.text() == "The diversion was drawn."
    kept(at_work)
    assert at_work.drafts.latest().diversion_wkt == line.wkt


def test_a_line_after_a_diversion_is_an_extent_again(at_work, until):
    draw_diversion(at_work, (100, 100), (200, 100))
    first = at_work.sheet.draft.id
    at_work.shaping.draw("line")
    at_work.shaping.draw_tool.drawn.emit(OTHER, GRID)
    until(lambda: not at_work.jobs.running)
    assert at_work.sheet.draft.id != first
    assert at_work.sheet.diversion is None


def test_it_is_dashed_below_the_extent_and_goes_with_it(at_work):
    QgsProject.instance().setDirty(False)
    at_work.sheet.divert(WAY, GRID)
    assert shown(at_work) == ["MultiLineString ((471060 236010, 471060 236080, 471100 236080))"]
    stroke = at_work.draft_layer.diversion.renderer().symbol().symbolLayers()[-1]
    assert stroke.useCustomDashPattern()
    names = [one.name() for one in QgsProject.instance().layerTreeRoot().findLayers()]
    assert names[:2] == ["My extent", "My diversion"], "and below them what the map has loaded"
    assert not QgsProject.instance().isDirty()
    at_work.sheet.clear()
    assert shown(at_work) is None
    assert at_work.draft_layer.layer is None


def test_it_can_be_taken_away_and_the_steps_go_back_and_forth(at_work):
    panel = at_work.extent_panel
    assert panel.noDiversionButton.isHidden()
    at_work.sheet.divert(WAY, GRID)
    at_work.sheet.divert(OTHER, GRID)
    panel.noDiversionButton.click()
    assert at_work.sheet.diversion is None
    assert shown(at_work) is None
    said = []
    for button in (panel.undoButton, panel.undoButton, panel.undoButton, panel.redoButton):
        button.click()
        said.append(at_work.sheet.draft.diversion_wkt)
        assert at_work.drafts.latest().diversion_wkt == said[-1]
    assert said == [OTHER, WAY, "", WAY]
    assert at_work.sheet.examined.extent is not None


def test_steps_of_the_extent_leave_it_and_steps_of_it_leave_the_extent(at_work):
    at_work.sheet.divert(WAY, GRID)
    at_work.sheet.make_area(2.0)
    assert at_work.sheet.draft.diversion_wkt == WAY
    at_work.sheet.divert_no_more()
    at_work.sheet.undo()
    assert at_work.sheet.examined.extent.geometry.geom_type == "Polygon"
    assert at_work.sheet.draft.diversion_wkt == WAY
    at_work.sheet.undo()
    assert at_work.sheet.examined.extent.geometry.geom_type == "LineString"
    assert at_work.sheet.draft.diversion_wkt == WAY


@pytest.mark.parametrize(
    "line", ["LINESTRING (471060 236010, 471060 236010)", "LINESTRING (1 1, nan 2)", "nonsense"]
)
def test_a_line_that_the_checks_refuse_is_told_and_the_one_before_stays(
    at_work, line, in_plain_words
):
    at_work.sheet.divert(WAY, GRID)
    told = []
    at_work.shaping.trouble.connect(told.append)
    at_work.shaping.draw("diversion")
    at_work.shaping.draw_tool.drawn.emit(line, GRID)
    (told,) = told
    in_plain_words(told, detail=False)
    assert "diversion cannot be used" in told.message
    assert at_work.sheet.draft.diversion_wkt == WAY


def test_it_is_converted_as_an_extent_is(at_work):
    at_work.sheet.divert("LINESTRING (-0.9644 52.0192, -0.9630 52.0192)", "EPSG:4326")
    line = at_work.sheet.diversion
    assert 471100 < line.bounds[0] < line.bounds[2] < 471300
    assert all(value == round(value, 2) for value in line.bounds)


def test_a_duplicate_of_the_draft_has_it(at_work):
    at_work.sheet.divert(WAY, GRID)
    copy = at_work.kept_drafts.duplicate(at_work.sheet.draft, "another")
    assert copy.diversion_wkt == WAY


def test_esc_leaves_the_diversion_as_it_was(at_work):
    at_work.sheet.divert(WAY, GRID)
    at_work.shaping.draw("diversion")
    QTest.keyClick(at_work._canvas, Qt.Key.Key_Escape)
    assert not at_work.extent_panel.diversionButton.isChecked()
    assert at_work.sheet.draft.diversion_wkt == WAY


def test_a_diversion_may_be_much_longer_than_an_extent(at_work):
    at_work.sheet.divert("LINESTRING (471060 236010, 475060 236010)", GRID)
    assert at_work.extent_panel.diversionLabel.text() == "4000 m long"
    assert at_work.sheet.hindrance == ""


def test_it_goes_along_to_the_check_for_clashes_which_asks_again_where_it_reaches_further(
    at_work, until
):
    at_work.find_clashes()
    until(lambda: at_work.clashing.report is not None and not at_work.jobs.running)
    at_work.sheet.divert("LINESTRING (471066 236014, 471084 236014)", GRID)
    assert at_work.clashing.report.ours.diversion.equals(at_work.sheet.diversion)
    at_work.sheet.divert("LINESTRING (471065 236014, 472085 236020)", GRID)
    assert at_work.clashing.must_ask
    at_work.find_clashes()
    until(lambda: at_work.clashing.report is not None and not at_work.jobs.running)
    assert at_work.clashing.known.around.box.max_easting > 472085


def test_there_is_none_without_an_extent(workplace):
    assert not workplace.extent_panel.diversionButton.isEnabled()


def test_the_next_session_has_it(at_work, folder):
    at_work.sheet.divert(WAY, GRID)
    other = DraftStore(folder / "drafts.sqlite")  # as after a crash: nothing was closed
    assert other.latest().diversion_wkt == WAY
    other.close()
    at_work.sheet.begin("another", {})
    assert at_work.sheet.restore()
    assert at_work.sheet.draft.diversion_wkt == WAY
    assert shown(at_work)


def test_one_that_cannot_be_read_is_told_and_the_rest_is_there(at_work):
    from dataclasses import replace

    damaged = replace(at_work.sheet.draft, diversion_wkt="LINESTRING (471060")
    at_work.sheet.bring_back(damaged)
    assert [one.message for one in at_work.heard] == ["The diversion of your draft cannot be read."]
    assert at_work.sheet.diversion is None
    assert at_work.sheet.examined.extent is not None
