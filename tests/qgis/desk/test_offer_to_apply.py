"""Applying is offered once there is an extent that can be submitted, and until then it says why."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.errors import StreetWorksError

GRID = "EPSG:27700"
TRENCH = "LINESTRING (471065 236014, 471085 236014)"
BOW_TIE = "POLYGON ((471060 236000, 471080 236020, 471080 236000, 471060 236020, 471060 236000))"
ELSEWHERE = "LINESTRING (2.35 48.85, 2.36 48.85)"


def offered(workplace):
    dock = workplace.dock
    note = "" if dock.applyNote.isHidden() else dock.applyNote.text()
    on, tip = dock.applyButton.isEnabled(), dock.applyButton.toolTip()
    assert dock.otherButton.isEnabled() == on
    assert on or dock.otherButton.toolTip() == tip
    return on, note, tip


def test_without_an_extent_it_is_grey_and_says_why_from_the_start(workplace):
    on, note, tip = offered(workplace)
    assert not on
    assert note == tip == (
        "There is no extent yet. Draw a point, a line or a polygon on the map first."
    )  # fmt: skip


def test_it_comes_with_the_extent_and_goes_with_it(workplace):
    workplace.sheet.take(TRENCH, GRID)
    assert offered(workplace) == (True, "", "")
    workplace.sheet.clear()
    on, note, _tip = offered(workplace)
    assert not on
    assert note


def test_an_extent_with_an_error_says_which(workplace):
    workplace.sheet.take(BOW_TIE, GRID)
    on, note, tip = offered(workplace)
    assert not on
    assert workplace.sheet.examined.finding("self_crossing").message in note
    assert "Extent" in note
    assert note == tip
    with pytest.raises(StreetWorksError, match="cannot be submitted yet"):
        workplace.sheet.require_submittable()
    workplace.sheet.mend("self_crossing")
    assert offered(workplace) == (True, "", "")


def test_what_cannot_be_an_extent_is_none(workplace):
    workplace.sheet.take(ELSEWHERE, "EPSG:4326")
    assert not offered(workplace)[0]


def test_the_toolbar_opens_no_form_for_what_is_grey_in_the_panel(at_work):
    at_work.sheet.take(BOW_TIE, GRID)
    if at_work.sheet.nearby:
        at_work.sheet.choose_street(at_work.sheet.nearby[0])
    at_work.apply()
    assert at_work.form.dialog is None
    assert any("cannot be submitted yet" in text for text in at_work.messages.texts())


def test_the_note_is_read_as_a_whole_in_a_narrow_dock(workplace):
    dock = workplace.dock
    dock.setFloating(True)
    dock.resize(320, 600)
    dock.show()
    assert QTest.qWaitForWindowExposed(dock)
    note = dock.applyNote
    assert note.height() >= note.heightForWidth(note.width())
    QTest.mouseClick(dock.applyButton, Qt.MouseButton.LeftButton)
    assert workplace.messages.texts() == []
