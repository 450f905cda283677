"""Drawing a second extent: the first stays, and is found again."""

from datetime import date

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsProject
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

ELSEWHERE = "POINT (471100 236010)"
GRID = "EPSG:27700"
LEFT = Qt.MouseButton.LeftButton


def others(workplace):
    """Return the drafts that are not on the desk."""
    drafts = workplace.kept_drafts
    return [one for one in drafts.all() if not drafts.on_desk(one)]


def draw_point(workplace, x, y):
    """Press the button for a point and click on the canvas, as a planner does."""
    canvas = workplace._canvas
    canvas.show()
    QTest.mouseClick(workplace.extent_panel.pointButton, LEFT)
    QTest.mouseMove(canvas.viewport(), QPoint(x, y))
    QTest.mouseClick(canvas.viewport(), LEFT, pos=QPoint(x, y))


@pytest.mark.one_workplace
def test_a_second_drawing_says_that_the_first_is_kept_and_leads_back_to_it(at_work, kept, until):
    panel, first = at_work.extent_panel, at_work.sheet.draft
    at_work.dock.show_panel(panel)
    assert panel.replacedButton.isHidden()
    draw_point(at_work, 300, 300)
    until(lambda: at_work.sheet.draft.id != first.id and not at_work.jobs.running)
    assert at_work.sheet.draft.drawing_wkt.upper().startswith("POINT")
    assert not panel.replacedLabel.isHidden()
    assert "The one before is kept: Line, " in panel.replacedLabel.text()
    QTest.mouseClick(panel.replacedButton, LEFT)
    assert at_work.sheet.draft.id == first.id
    assert panel.replacedButton.isHidden()
    kept(at_work)  # also what the next session begins with
    assert [one.drawing_wkt[:5].upper() for one in others(at_work)] == ["POINT"]


@pytest.mark.one_workplace
def test_after_throwing_away_the_others_are_still_there(at_work):
    first = at_work.sheet.draft
    at_work.sheet.take(ELSEWHERE, GRID)
    at_work.sheet.clear()
    assert [one.id for one in others(at_work)] == [first.id]
    assert at_work.extent_panel.replacedButton.isHidden()


@pytest.mark.one_workplace
def test_days_set_before_anything_is_drawn_stay_with_the_drawing(signed_in):
    signed_in.sheet.set_dates(date(2027, 1, 11), date(2027, 1, 12))
    signed_in.sheet.take(ELSEWHERE, GRID)
    assert signed_in.sheet.dates == (date(2027, 1, 11), date(2027, 1, 12))
    assert signed_in.sheet.replaced is None
    assert len(signed_in.drafts.all()) == 1


@pytest.mark.one_workplace
def test_a_draft_without_a_drawing_hides_no_other(at_work):
    first = at_work.sheet.draft
    at_work.sheet.take(ELSEWHERE, GRID)
    at_work.sheet.clear()
    at_work.sheet.set_dates(date(2027, 1, 11), date(2027, 1, 12))
    assert at_work.sheet.restore()
    assert at_work.sheet.draft.id == first.id


@pytest.mark.one_workplace
def test_what_was_thrown_away_can_be_brought_back_until_the_next_drawing(at_work, kept, until):
    panel, first = at_work.extent_panel, at_work.sheet.draft
    at_work.dock.show_panel(panel)
    QTest.mouseClick(panel.clearButton, LEFT)
    assert at_work.draft_layer.layer is None
    assert at_work.drafts.latest() is None
    assert "Thrown away: Line, " in panel.replacedLabel.text()
    QTest.mouseClick(panel.replacedButton, LEFT)
    assert at_work.sheet.draft.id == first.id
    assert at_work.draft_layer.layer is not None
    until(lambda: not at_work.jobs.running)
    kept(at_work)
    QTest.mouseClick(panel.clearButton, LEFT)
    at_work.sheet.take(ELSEWHERE, GRID)
    assert at_work.sheet.replaced is None
    assert others(at_work) == []


def shown(workplace):
    """Return what is on the map of the extent, as text, or None."""
    layer = workplace.draft_layer.layer
    if layer is None:
        return None
    return [feature.geometry().asWkt(0) for feature in layer.getFeatures()]


def new_project(iface):
    """Begin a new project as QGIS does on Ctrl+N."""
    project = QgsProject.instance()
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    project.setDirty(False)
    iface.newProjectCreated.emit()
    QApplication.processEvents()


def test_a_new_project_shows_the_extent_on_the_desk_and_stays_unchanged(at_work, qgis_iface):
    before = shown(at_work)
    new_project(qgis_iface)
    assert shown(at_work) == before != []
    assert QgsProject.instance().crs().authid() == GRID
    assert not QgsProject.instance().isDirty()


def test_a_new_project_of_a_planner_who_has_seen_no_live_map_shows_the_draft(workplace, qgis_iface):
    workplace.sheet.take(ELSEWHERE, GRID)
    assert workplace.live_view.seen is None
    new_project(qgis_iface)
    assert shown(workplace) == ["MultiPoint ((471100 236010))"]
    assert QgsProject.instance().crs().authid() == GRID


def test_a_new_project_of_a_planner_without_a_draft_is_left_alone(workplace, qgis_iface):
    new_project(qgis_iface)
    assert QgsProject.instance().mapLayers() == {}
    assert QgsProject.instance().crs().authid() == "EPSG:4326"


def test_a_project_that_is_opened_shows_the_extent_on_the_desk(at_work, tmp_path):
    project, name = QgsProject.instance(), str(tmp_path / "with a draft.qgz")
    before = shown(at_work)
    project.write(name)
    project.clear()
    project.read(name)
    QApplication.processEvents()
    assert shown(at_work) == before != []
    assert not project.isDirty()
    at_work.sheet.clear()
    project.read(name)
    QApplication.processEvents()
    assert shown(at_work) is None, "a draft of another day is not this one"
    assert not project.isDirty()


@pytest.mark.parametrize("first", ["drawn", "another system"])
def test_qgis_has_nothing_to_ask_about_the_conversion_of_the_extent(workplace, first):
    project, web = QgsProject.instance(), QgsCoordinateReferenceSystem("EPSG:3857")
    grid = QgsCoordinateReferenceSystem(GRID)
    project.setTransformContext(QgsCoordinateTransformContext())
    steps = [lambda: workplace.sheet.take(ELSEWHERE, GRID), lambda: project.setCrs(web)]
    for step in steps if first == "drawn" else reversed(steps):
        step()
    assert project.transformContext().hasTransform(grid, web)
