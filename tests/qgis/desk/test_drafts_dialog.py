"""The list of drafts, by mouse and keyboard: opening, renaming, duplicating, throwing away."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QLineEdit, QMessageBox
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.forms.all_forms import NEW_WORKS
from street_works.ui.extent.words import age_of

pytestmark = pytest.mark.one_workplace

GRID = "EPSG:27700"
LEFT = Qt.MouseButton.LeftButton
NOON = datetime(2026, 6, 3, 12, tzinfo=timezone.utc)


@pytest.fixture
def three(at_work, until):
    """The workplace with a line, then a point, then an area, which is on the desk."""
    for shape in (
        "POINT (471110 236010)",
        "POLYGON ((471110 236010, 471120 236010, 471120 236020, 471110 236010))",
    ):
        at_work.sheet.take(shape, GRID)
        until(lambda: not at_work.jobs.running)
    return at_work


@pytest.fixture
def opened(until):
    """Give the function that opens the list as a planner does."""

    def open_list(workplace):
        panel = workplace.extent_panel
        workplace.dock.show_panel(panel)
        QTest.mouseClick(panel.draftsButton, LEFT)
        dialog = panel.drafts_dialog.dialog
        dialog.activateWindow()
        until(dialog.isActiveWindow)
        return dialog

    yield open_list
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def names(dialog):
    tree = dialog.draftsTree
    return [tree.topLevelItem(row).text(0) for row in range(tree.topLevelItemCount())]


def column(dialog, number):
    tree = dialog.draftsTree
    return [tree.topLevelItem(row).text(number) for row in range(tree.topLevelItemCount())]


def press(dialog, *keys):
    for key in keys:
        QTest.keyClick(dialog.draftsTree, key)


def type_name(dialog, name):
    """Type a name into the list, where a name is being edited."""
    editor = dialog.draftsTree.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, name)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QCoreApplication.processEvents()  # Qt takes what was typed a moment later
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def answer(dialog, words):
    """Press the button of the question that says `words`."""
    (box,) = dialog.findChildren(QMessageBox)
    button = next(one for one in box.buttons() if one.text().replace("&", "") == words)
    QTest.mouseClick(button, LEFT)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_drafts_are_listed_with_street_days_and_age(three, opened):
    three.sheet.set_dates(date(2027, 1, 11), date(2027, 1, 12))
    point = three.drafts.all()[1]
    three.drafts.save(replace(point, street={"name": "High Street"}, values={}))
    dialog = opened(three)
    assert names(dialog) == ["Polygon", "Point", "Line"]
    assert column(dialog, 1)[:2] == ["no street yet", "High Street"]
    assert column(dialog, 2)[:2] == ["11 Jan 2027 – 12 Jan 2027", ""]
    assert column(dialog, 3)[0] == "just now, on the map now"
    assert all(age in ("just now", "1 minute ago") for age in column(dialog, 3)[1:])
    assert dialog.draftsTree.hasFocus()
    assert dialog.emptyLabel.isHidden()


def test_another_is_opened_by_keyboard_and_the_one_before_is_put_away_whole(
    three, opened, kept, until
):
    area = three.drafts.get(three.sheet.draft.id)
    dialog = opened(three)
    press(dialog, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    until(lambda: not three.jobs.running)
    kept(three)  # the line, its form, and what the next session begins with
    assert three.drafts.get(area.id) == area
    assert three.draft_layer.layer is not None


def test_opening_the_one_on_the_map_changes_nothing(three, opened):
    before = three.sheet.draft
    press(opened(three), Qt.Key.Key_Return)
    assert three.sheet.draft == before == three.drafts.latest()


@pytest.mark.parametrize("row", [0, 2])
def test_a_draft_is_renamed_by_keyboard_and_keeps_its_place(three, opened, row):
    dialog = opened(three)
    before = three.drafts.all()[row]
    press(dialog, *[Qt.Key.Key_Down] * row, Qt.Key.Key_F2)
    type_name(dialog, "Valve & main <3>")
    assert names(dialog)[row] == "Valve & main <3>"
    after = three.drafts.all()[row]
    assert (after.id, after.name) == (before.id, "Valve & main <3>")
    assert (after.values, after.drawing_wkt) == (before.values, before.drawing_wkt)
    assert (three.sheet.draft.name == "Valve & main <3>") == (row == 0)
    QTest.mouseClick(dialog.renameButton, LEFT)
    type_name(dialog, " ")
    assert three.drafts.all()[row].name == ""
    assert names(dialog) == ["Polygon", "Point", "Line"]


def test_a_name_survives_further_work_on_the_draft(three, opened, until):
    dialog = opened(three)
    press(dialog, Qt.Key.Key_F2)
    type_name(dialog, "Valve")
    three.sheet.keep_values({"description_of_work": "Renew it"})
    three.sheet.take("POINT (471130 236010)", GRID)
    until(lambda: not three.jobs.running)
    assert [one.name for one in three.drafts.all()] == ["", "Valve", "", ""]
    assert "Valve, " in three.extent_panel.replacedLabel.text()


def test_a_copy_is_for_other_works_and_the_draft_stays_on_the_map(three, opened):
    desk = three.sheet
    own = {form.reference: "ZW001OWN" for form in NEW_WORKS}
    own["file_ids"] = [{"file_id": 7, "name": "a.pdf"}]
    desk.keep_values({**desk.form_values, "description_of_work": "Renew it", **own})
    dialog = opened(three)
    QTest.mouseClick(dialog.duplicateButton, LEFT)
    assert names(dialog) == ["Polygon", "Copy of Polygon", "Point", "Line"]
    assert dialog.draftsTree.currentItem().text(0) == "Copy of Polygon"
    original, copy = three.drafts.all()[:2]
    assert original.id == desk.draft.id != copy.id
    assert {**copy.values, **own} == original.values
    assert not own.keys() & copy.values.keys()
    assert (copy.drawing_wkt, copy.extent_wkt, copy.street, copy.usrn) == (
        original.drawing_wkt, original.extent_wkt, original.street, original.usrn
    )  # fmt: skip


def test_throwing_away_asks_first(three, opened):
    dialog, before = opened(three), three.drafts.all()
    press(dialog, Qt.Key.Key_Down, Qt.Key.Key_Delete)
    (box,) = dialog.findChildren(QMessageBox)
    assert "Throw the draft “Point” away?" in box.text()
    QTest.keyClick(box, Qt.Key.Key_Return)  # the usual answer keeps it
    assert three.drafts.all() == before
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    press(dialog, Qt.Key.Key_Delete)
    answer(dialog, "Throw away")
    assert names(dialog) == ["Polygon", "Line"]
    assert three.drafts.all() == [before[0], before[2]]
    assert dialog.saidLabel.text() == "The draft “Point” was thrown away."


@pytest.mark.parametrize("row", [0, 1])
def test_what_was_thrown_away_by_a_slip_comes_back_whole(three, opened, until, row):
    before = three.drafts.all()[row]
    dialog = opened(three)
    assert dialog.undoButton.isHidden()
    press(dialog, *[Qt.Key.Key_Down] * row)
    QTest.mouseClick(dialog.throwButton, LEFT)
    answer(dialog, "Throw away")
    assert before.id not in {one.id for one in three.drafts.all()}
    assert (three.draft_layer.layer is None) == (row == 0)
    QTest.mouseClick(dialog.undoButton, LEFT)
    until(lambda: not three.jobs.running)
    after = three.drafts.get(before.id)
    assert replace(after, updated=before.updated) == before
    assert names(dialog) == ["Polygon", "Point", "Line"]
    assert three.draft_layer.layer is not None
    assert dialog.undoButton.isHidden()


def test_no_drafts_are_told_in_words(workplace, opened):
    dialog = opened(workplace)
    assert not dialog.draftsTree.isVisible()
    assert "There are no drafts." in dialog.emptyLabel.text()
    assert dialog.emptyLabel.isVisible()
    for button in (
        dialog.openButton, dialog.renameButton, dialog.duplicateButton, dialog.throwButton
    ):  # fmt: skip
        assert not button.isEnabled()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_cannot_be_done_is_told_in_the_list(three, opened, monkeypatch):
    def full(*_args):
        raise StreetWorksError("The disk is full.", advice="Make room.")

    dialog, before = opened(three), three.drafts.all()
    for name in ("save", "remove"):
        monkeypatch.setattr(three.drafts, name, full)
    press(dialog, Qt.Key.Key_Down, Qt.Key.Key_F2)
    type_name(dialog, "Valve")
    assert "The disk is full." in dialog.saidLabel.text()
    QTest.mouseClick(dialog.duplicateButton, LEFT)
    assert "The disk is full." in dialog.saidLabel.text()
    press(dialog, Qt.Key.Key_Delete)
    answer(dialog, "Throw away")
    assert "The disk is full." in dialog.saidLabel.text()
    assert dialog.undoButton.isHidden()
    assert names(dialog) == ["Polygon", "Point", "Line"]
    assert three.drafts.all() == before


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=-5), "just now"),
        (timedelta(seconds=59), "just now"),
        (timedelta(minutes=1), "1 minute ago"),
        (timedelta(minutes=59), "59 minutes ago"),
        (timedelta(hours=1), "1 hour ago"),
        (timedelta(hours=23), "23 hours ago"),
        (timedelta(hours=24), "1 day ago"),
        (timedelta(days=400), "400 days ago"),
    ],
)
def test_the_age_of_a_draft_in_words(ago, words):
    assert age_of(NOON - ago, NOON) == words
