"""Judging a clash on the panel, by keys and by mouse."""

from dataclasses import replace
from datetime import timedelta

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QFileDialog
from street_works.plugin.clashes.verdict import Verdict
from street_works.ui.clashes.columns import VERDICT

pytestmark = pytest.mark.one_workplace

Key = Qt.Key


@pytest.fixture
def panel(at_work, check):
    """The panel with what the extent clashes with, the first of it chosen."""
    at_work.dock.setFloating(True)  # the main window of these tests is not shown
    check(60)
    QApplication.setActiveWindow(at_work.dock)  # again, after it was hidden
    assert QTest.qWaitForWindowActive(at_work.dock)
    at_work.clash_panel.clashTree.step(1)
    at_work.clash_panel.place = at_work
    return at_work.clash_panel


def words(panel, row=0):
    return panel.clashTree.topLevelItem(row).text(VERDICT)


def press(panel, letter):
    QTest.keyClick(panel, letter, Qt.KeyboardModifier.AltModifier)


def judge_by_keys(panel, downs, reason=""):
    """Judge by Tab, arrows and Space, from the list on."""
    form = panel.verdictForm
    form.verdictBox.setFocus()
    for _time in range(downs):
        QTest.keyClick(form.verdictBox, Key.Key_Down)
    QTest.keyClick(form.verdictBox, Key.Key_Tab)
    assert QApplication.focusWidget() is form.reasonEdit
    QTest.keyClicks(form.reasonEdit, reason)
    while QApplication.focusWidget() is not form.judgeButton:
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    QTest.keyClick(form.judgeButton, Key.Key_Space)


def test_nothing_is_judged_and_nothing_can_be_before_something_is_said(panel):
    form = panel.verdictForm
    assert form.isVisible()
    assert words(panel) == "Not judged"
    assert form.verdictBox.currentText() == "Not judged"
    assert not form.judgeButton.isEnabled()
    assert [form.verdictBox.itemText(row) for row in range(form.verdictBox.count())] == [
        "Not judged", "No conflict", "Resolved", "To be resolved", "Collaborate",
    ]  # fmt: skip


def test_the_symbols_are_drawn_anew_in_another_theme(panel):
    form = panel.verdictForm
    box, shown = form.verdictBox, []
    dark = QPalette(QColor("#2b2b2b"))
    for palette in (dark, form.palette()):
        form.setPalette(palette)
        QApplication.processEvents()
        shown.append([box.itemIcon(row).pixmap(16).toImage() for row in range(1, box.count())])
    assert all(one != light for one, light in zip(*shown))


def test_it_is_judged_by_keys_and_told_by_word_and_shape(panel, practice):
    judge_by_keys(panel, 3, "They work at night.")
    form, row = panel.verdictForm, panel.clashTree.topLevelItem(0)
    assert words(panel) == "To be resolved"
    assert not row.icon(VERDICT).isNull()
    assert form.whoLabel.text().startswith(f"{practice.email} judged this “To be resolved” on ")
    assert not form.judgeButton.isEnabled()
    judgement = panel.place.verdicts.of(panel.clashTree.current.other).judgement
    assert judgement.verdict is Verdict.TO_BE_RESOLVED
    assert judgement.reason == "They work at night."
    shapes = set()
    for verdict in list(Verdict)[1:]:
        form.verdictBox.setCurrentIndex(form.verdictBox.findData(verdict))
        form.judgeButton.click()
        shapes.add(row.icon(VERDICT).pixmap(16).toImage().convertToFormat(1).bits().asstring(32))
    assert len(shapes) == 4  # without colour


def test_what_is_typed_is_there_again_when_one_comes_back_to_it(panel):
    form, tree = panel.verdictForm, panel.clashTree
    QTest.keyClicks(form.reasonEdit, "Ask Ben")
    tree.step(1)
    assert form.reasonEdit.toPlainText() == ""
    QTest.keyClicks(form.reasonEdit, "Ask Ann")
    tree.step(-1)
    assert form.reasonEdit.toPlainText() == "Ask Ben"
    judge_by_keys(panel, 1)
    tree.step(1)
    assert form.reasonEdit.toPlainText() == "Ask Ann"
    tree.step(-1)
    assert form.reasonEdit.toPlainText() == "Ask Ben"
    assert words(panel, 0) == "No conflict"
    assert words(panel, 1) == "Not judged"


def test_files_are_added_and_taken_off(panel, monkeypatch):
    form = panel.verdictForm
    monkeypatch.setattr(
        QFileDialog, "getOpenFileNames", lambda *_given: (["/a/plan.pdf", "/b/mail.eml"], "")
    )
    form.addButton.click()
    form.addButton.click()
    assert [form.filesList.item(row).text() for row in range(form.filesList.count())] == [
        "plan.pdf", "mail.eml",
    ]  # fmt: skip
    form.filesList.setCurrentRow(0)
    QTest.mouseClick(form.removeButton, Qt.MouseButton.LeftButton)
    assert not form.removeButton.isEnabled() or form.filesList.selectedItems()
    QTest.mouseClick(form.judgeButton, Qt.MouseButton.LeftButton)
    other = panel.clashTree.current.other
    assert panel.place.verdicts.of(other).judgement.attachments == ("/b/mail.eml",)


def test_one_that_has_changed_asks_to_be_judged_again_and_says_why(panel):
    judge_by_keys(panel, 1)
    clashing, tree, form = panel.place.clashing, panel.clashTree, panel.verdictForm
    before = tree.current.other
    known = clashing.known
    moved = replace(before, end=before.end + timedelta(days=3))
    told = [moved if one == before else one for one in known.given]
    clashing._came(replace(known, given=tuple(told)))
    row = next(row for row in tree._rows() if row.text(1) == before.reference)
    assert row.text(VERDICT) == "No conflict, judge again"
    tree.setCurrentItem(row)
    assert form.againLabel.isVisible()
    assert form.againLabel.text().startswith("Judge again. Since then: days from “")
    assert form.judgeButton.isEnabled()
    QTest.mouseClick(form.judgeButton, Qt.MouseButton.LeftButton)
    assert row.text(VERDICT) == "No conflict"
    assert not form.againLabel.isVisible()


def test_it_goes_with_the_report(panel):
    panel.place.sheet.set_dates(*(day + timedelta(weeks=60) for day in panel.place.sheet.dates))
    assert panel.clashTree.current is None
    assert not panel.verdictForm.isVisible()


def test_it_is_sorted_by_verdict(panel):
    judge_by_keys(panel, 2)
    header = panel.clashTree.header()
    before = (header.sortIndicatorSection(), header.sortIndicatorOrder())
    panel.clashTree.sortByColumn(VERDICT, Qt.SortOrder.DescendingOrder)
    assert words(panel) == "Resolved"
    panel.clashTree.sortByColumn(*before)
