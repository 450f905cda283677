"""Shapes, dates, layers and files that are wrong: told, and nothing that was done is lost."""

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.extents import grid
from street_works.plugin.practice import PracticeService
from street_works.plugin.settings import PRACTICE, Environment

GRID = "EPSG:27700"
BOW_TIE = "POLYGON ((471060 236000, 471080 236020, 471080 236000, 471060 236020, 471060 236000))"


def details(workplace):
    """Return the messages that stand, each with whether it has a Details button."""
    return [
        (item.text(), any(one.text() == "Details" for one in item.findChildren(QPushButton)))
        for item in workplace.messages._bar.items()
    ]


def test_an_own_layer_without_a_crs_is_told_and_the_rest_is_done(at_work, kept, until):
    layer = QgsVectorLayer("Point", "Trial holes", "memory")
    layer.setCrs(QgsCoordinateReferenceSystem())
    QgsProject.instance().addMapLayer(layer)
    rows = at_work.clash_panel.layersList
    (item,) = rows.findItems("Trial holes", Qt.MatchFlag.MatchExactly)
    item.setCheckState(Qt.CheckState.Checked)
    at_work.find_clashes()
    until(lambda: not at_work.clashing.working)
    assert at_work.heard == []
    report, said = at_work.clashing.report, at_work.clash_panel.statement.text()
    assert [(one.what, one.reason) for one in report.gaps] == [
        ("Trial holes", "the layer could not be compared")
    ]
    assert "The layer “Trial holes” has no coordinate reference system." in said
    assert "Set it in the layer's properties (Layer CRS), or untick the layer." in said
    assert "There may be more that was not given (Trial holes:" in said
    assert all(one.complete for one in at_work.clashing.known.fetched.values())
    kept(at_work)


def test_a_shape_outside_great_britain(workplace):
    shape = "LINESTRING (2.35 48.85, 2.36 48.85)"
    workplace.sheet.take(shape, "EPSG:4326")
    examined = workplace.sheet.examined
    assert not examined.submittable
    assert [one for one in examined.findings if one.message and one.advice]
    assert not workplace.dock.applyButton.isEnabled()
    assert workplace.sheet.draft.drawing_wkt == shape
    assert workplace.drafts.latest().drawing_wkt == shape


def test_a_self_crossing_polygon_is_mended_and_the_mend_taken_back(workplace):
    sheet = workplace.sheet
    sheet.take(BOW_TIE, GRID)
    drawn = sheet.examined.extent.geometry.wkt
    finding = sheet.examined.finding("self_crossing")
    assert finding.message
    assert finding.mend
    assert finding.where is not None
    assert not sheet.examined.submittable
    assert not workplace.dock.applyButton.isEnabled()
    sheet.mend("self_crossing")
    assert sheet.examined.submittable
    assert sheet.examined.finding("self_crossing") is None
    assert workplace.dock.applyButton.isEnabled()
    assert sheet.change.what
    assert workplace.drafts.latest().extent_wkt == sheet.examined.extent.geometry.wkt != drawn
    sheet.undo()
    assert sheet.examined.finding("self_crossing") is not None
    assert workplace.drafts.latest().extent_wkt == drawn
    assert workplace.drafts.latest().drawing_wkt == BOW_TIE


@pytest.mark.one_workplace
def test_dates_in_the_wrong_order(at_work, kept):
    start, end = at_work.sheet.dates
    assert start < end
    at_work.sheet.set_dates(end, start)
    at_work.find_clashes()
    assert at_work.clash_panel.statement.text() == "Put the days right first."
    assert at_work.heard == []
    assert not at_work.jobs.running
    assert at_work.sheet.dates == (end, start)
    kept(at_work)


def test_a_damaged_file_of_drafts_is_put_aside_and_the_plugin_goes_on(folder, switch_on):
    rubbish = b"SQLite format 3\x00" + b"rubbish" * 1000
    (folder / "drafts.sqlite").write_bytes(rubbish)
    workplace = switch_on().workplace
    (aside,) = folder.glob("drafts.sqlite.damaged-*")
    assert aside.read_bytes() == rubbish
    told = [(text, unfolds) for text, unfolds in details(workplace) if aside.name in text]
    assert [unfolds for _text, unfolds in told] == [True]
    workplace.sheet.take(BOW_TIE, GRID)
    assert workplace.drafts.latest().drawing_wkt == BOW_TIE


def test_practice_goes_on_without_a_state_file_that_is_in_use(folder, workplace, until):
    other = PracticeService(state=folder / "practice.sqlite")
    other.start()
    try:
        workplace.account.sign_in(Environment(PRACTICE, "Practice", ""), "", "")
        until(lambda: workplace.account.signed_in or workplace.heard)
    finally:
        other.stop()
    assert workplace.heard == []
    assert [text for text in workplace.messages.texts() if "practice.sqlite" in text]


def test_draft_and_form_are_back_after_the_plugin_was_switched_off(switch_on):
    first = switch_on()
    sheet = first.workplace.sheet
    sheet.take(BOW_TIE, GRID)
    sheet.mend("self_crossing")
    sheet.keep_values({**sheet.form_values, "description_of_work": "Renewing the gas main"})
    draft, extent = sheet.draft, sheet.examined.extent.geometry.wkt
    first.unload()
    second = switch_on().workplace
    assert second.sheet is not sheet
    assert second.sheet.draft == draft
    assert second.sheet.form_values["description_of_work"] == "Renewing the gas main"
    assert second.sheet.examined.extent.geometry.wkt == extent
    assert second.sheet.examined.submittable
    assert second.dock.applyButton.isEnabled()
    assert [text for text in second.messages.texts() if "draft" in text]


def test_there_is_a_details_button_only_when_there_is_detail(workplace):
    workplace.trouble.tell(StreetWorksError("Plain.", advice="Do this."))
    workplace.trouble.tell(StreetWorksError("Deep.", advice="Do that.", detail="400 {}"))
    assert sorted(details(workplace)) == [("Deep. Do that.", True), ("Plain. Do this.", False)]


def check_with(at_work, layer, until):
    """Find the clashes of the extent with a layer of the planner's, and hear of no trouble."""
    QgsProject.instance().addMapLayer(layer)
    (item,) = at_work.clash_panel.layersList.findItems(layer.name(), Qt.MatchFlag.MatchExactly)
    item.setCheckState(Qt.CheckState.Checked)
    at_work.find_clashes()
    until(lambda: at_work.clashing.report or at_work.heard)
    assert at_work.heard == []


def test_an_own_layer_in_another_crs_is_checked_too(at_work, until):
    here = at_work.sheet.examined.extent.geometry.centroid
    there = grid.from_national_grid(here, "EPSG:3857").geometry
    layer = QgsVectorLayer("Point?crs=EPSG:3857", "Trial holes", "memory")
    hole = QgsFeature()
    hole.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(there.x, there.y)))
    layer.dataProvider().addFeatures([hole])
    check_with(at_work, layer, until)
    (clash,) = [
        one for one in at_work.clashing.report.encounters if one.other.kind == "own:Trial holes"
    ]
    assert (
        clash.distance_m <= 0.01
    )  # the drawing is a line: a nanometre off it counts as a centimetre
    assert clash.other.shape.distance(here) < 0.01


def test_what_was_found_with_other_layers_ticked_is_put_away_and_asked_no_more(at_work, until):
    check_with(at_work, QgsVectorLayer("Point?crs=EPSG:3857", "Trial holes", "memory"), until)
    panel = at_work.clash_panel
    panel.layersList.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert at_work.clashing.report is None
    assert not at_work.clashing.asking
    assert panel.statement.text() == "Not checked yet with this extent and these dates."
    assert panel.findButton.isEnabled()


def test_what_of_an_own_layer_was_not_compared_stands_in_the_panel(at_work, until):
    layer = QgsVectorLayer("Point?crs=EPSG:27700", "Trial holes", "memory")
    here = at_work.sheet.examined.extent.geometry.centroid
    for x, y in ((here.x, here.y), (0.1, 51.5)):
        hole = QgsFeature()
        hole.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        layer.dataProvider().addFeatures([hole])
    check_with(at_work, layer, until)
    assert "Trial holes: one shape lies nowhere" in at_work.clash_panel.statement.text()


@pytest.mark.one_workplace
def test_a_usrn_of_digits_that_are_no_number_is_told(at_work):
    panel = at_work.extent_panel
    for text in ("²", "one", "1.5", ""):
        panel.usrnEdit.setText(text)
        QTest.keyClick(panel.usrnEdit, Qt.Key.Key_Return)
        assert panel.streetFacts.text() == "A USRN is a number of up to eight digits."
    assert not at_work.jobs.running


@pytest.mark.one_workplace
def test_a_draft_whose_days_cannot_be_read_opens_with_the_usual_ones(at_work):
    at_work.sheet.keep_values({"proposed_start_date": "soon", "proposed_end_date": "9"})
    at_work.sheet.changed.emit()
    first, last = at_work.sheet.dates
    assert first < last
    assert at_work.clash_panel.startEdit.day() == first
    at_work.apply()
    wrong = at_work.form.dialog.form_view.problems()
    assert {"proposed_start_date", "proposed_end_date"} <= set(wrong)
