"""Large shapes are examined and mended while QGIS goes on; small ones at once, as ever."""

import time

import numpy as np
import pytest
import shapely
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtTest import QTest
from street_works.plugin.desk.examining import LIGHT
from street_works.plugin.errors import StreetWorksError

pytestmark = pytest.mark.one_workplace

GRID = "EPSG:27700"
SMALL = "POLYGON ((471065 236014, 471085 236014, 471085 236024, 471065 236014))"
LONGEST_S = 0.5  # that the main thread is held up at a time, on a busy machine


def large(points):
    """A circle with a hole outside it."""
    turns = np.linspace(0, 2 * np.pi, points, endpoint=False)
    outline = np.column_stack([471075 + 40 * np.cos(turns), 236014 + 40 * np.sin(turns)])
    hole = shapely.box(471200, 236000, 471210, 236010).exterior
    return shapely.Polygon(outline, [hole]).wkt


LARGE = large(5 * LIGHT)
LARGEST = large(54_588)


@pytest.fixture
def sheet(workplace):
    return workplace.sheet


def test_a_small_drawing_is_examined_at_once(sheet):
    sheet.take(SMALL, GRID)
    assert sheet.examined.submittable
    assert not sheet.examining


def test_qgis_goes_on_while_a_large_shape_is_examined_and_mended(sheet, workplace, until):
    gaps, last = [], [time.perf_counter()]

    def beat():
        now = time.perf_counter()
        gaps.append(now - last[0])
        last[0] = now

    timer = QTimer()
    timer.timeout.connect(beat)
    timer.start(5)
    began = time.perf_counter()
    sheet.take(LARGEST, GRID)
    assert time.perf_counter() - began < LONGEST_S
    assert sheet.examining
    assert sheet.examined is None
    until(lambda: not sheet.examining, 60)
    assert sheet.examined.finding("bad_holes") is not None
    sheet.mend("bad_holes")
    assert sheet.examining
    until(lambda: not sheet.examining, 60)
    timer.stop()
    assert sheet.examined.submittable
    assert len(gaps) > 10
    assert sorted(gaps)[-4] < LONGEST_S
    assert workplace.heard == []


def test_nothing_is_submitted_while_a_shape_is_examined(sheet, until):
    sheet.take(LARGE, GRID)
    with pytest.raises(StreetWorksError, match="still being examined"):
        sheet.require_submittable()
    until(lambda: not sheet.examining, 60)
    sheet.mend("bad_holes")
    assert "still being examined" in sheet.hindrance
    until(lambda: not sheet.examining, 60)
    assert sheet.hindrance == ""


def test_a_newer_drawing_overtakes_a_large_one(sheet):
    sheet.take(LARGEST, GRID)
    sheet.take(SMALL, GRID)
    assert sheet.examined.submittable
    held = sheet.examined
    QTest.qWait(3_000)  # in which the large one would have come
    assert sheet.examined is held
    assert sheet.draft.drawing_wkt == SMALL


def test_a_mend_that_is_stopped_leaves_the_extent_as_it_was(sheet, until):
    sheet.take(LARGE, GRID)
    until(lambda: not sheet.examining, 60)
    before = sheet.examined
    sheet.mend("bad_holes")
    sheet.stop_examining()
    assert not sheet.examining
    assert sheet.examined is before
    assert not sheet.can_undo


def test_a_step_with_a_large_shape_is_taken_back_and_brought_back(sheet, until):
    sheet.take(LARGE, GRID)
    until(lambda: not sheet.examining, 60)
    before = sheet.examined
    sheet.mend("bad_holes")
    assert not sheet.can_undo
    until(lambda: not sheet.examining, 60)
    after = sheet.examined
    sheet.undo()
    assert sheet.examined is before
    sheet.redo()
    assert sheet.examined is after
    assert sheet.draft.extent_wkt == after.extent.geometry.wkt


def test_a_large_drawing_is_saved_before_it_is_examined_and_comes_back(sheet, workplace, until):
    sheet.take(LARGE, GRID)
    sheet.stop_examining()
    assert sheet.examined is None
    saved = workplace.drafts.latest()
    assert saved.drawing_wkt == LARGE
    sheet.bring_back(saved)
    until(lambda: not sheet.examining, 60)
    assert sheet.examined.finding("bad_holes") is not None


def test_throwing_away_stops_what_is_under_way(sheet, until):
    sheet.take(LARGE, GRID)
    sheet.throw_away()
    assert not sheet.examining
    assert sheet.examined is None


def test_the_panel_shows_that_a_shape_is_examined_and_lets_it_be_stopped(sheet, workplace, until):
    panel = workplace.shaping.panel
    sheet.take(LARGE, GRID)
    assert not panel.stopButton.isHidden()
    assert "being examined" in panel.facts.text()
    panel.stopButton.click()
    assert panel.stopButton.isHidden()
    assert not sheet.examining


def test_what_is_large_begins_above_what_is_drawn_by_hand(sheet):
    turns = np.linspace(0, 2 * np.pi, LIGHT - 2, endpoint=False)
    outline = np.column_stack([471075 + 40 * np.cos(turns), 236014 + 40 * np.sin(turns)])
    sheet.take(shapely.Polygon(outline).wkt, GRID)
    assert sheet.examined is not None
