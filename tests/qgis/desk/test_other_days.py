"""Other days for the works on the desk, taken from a list or the time line by keys and mouse."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication
from street_works.plugin.clashes.grade import Grade
from street_works.plugin.clashes.occupation import SINCE_EVER, WITHOUT_END, Occupation
from street_works.plugin.clashes.timeline import Mark
from street_works.plugin.forms.application.hints import earliest_day
from street_works.plugin.rules.usual_days import last_day
from street_works.plugin.settings import FREE_OF_CLASHES, FREE_OF_EVERYTHING
from street_works.plugin.trade.calendar import uk_today, working_days
from street_works.ui.clashes.other_days_view import OtherDaysView

pytestmark = pytest.mark.one_workplace

KEY = Qt.Key


@pytest.fixture(scope="module")
def found():
    """Where it clashes on the usual days and not on some others, once that was looked for."""
    return []


@pytest.fixture
def checked(at_work, found, until):
    """The workplace with an extent that has clashes on its days, and none on some others."""
    at_work.other_days.choose(FREE_OF_CLASHES)
    at_work.dock.show()
    if found:
        at_work.sheet.edit(*found)
    at_work.clash_panel.distanceBox.setValue(300 if found else 1000)
    at_work.find_clashes()
    until(lambda: at_work.clashing.report is not None and not at_work.jobs.running)
    at_work.clash_panel.distanceBox.setValue(30)
    for number in range(0 if found else 100):
        east, north = 470900 + number % 10 * 30, 235850 + number // 10 * 30
        here = (f"LINESTRING ({east} {north}, {east + 20} {north})", "EPSG:27700")
        at_work.sheet.edit(*here)
        if at_work.clashing.report.of_grade(Grade.CLASH):
            settle(at_work, until)
            if len(at_work.other_days.free) > 1:
                found.extend(here)
                break
    settle(at_work, until)
    assert at_work.clashing.report.of_grade(Grade.CLASH), "the town has such a place"
    assert len(at_work.other_days.free) > 1
    return at_work


@pytest.fixture
def view(checked):
    return checked.clash_panel.findChild(OtherDaysView)


def settle(workplace, until):
    """Let the other days follow the report."""
    QCoreApplication.processEvents()
    until(lambda: not workplace.jobs.running)


def click(view, number):
    item = view.windowsList.item(number)
    place = view.windowsList.visualItemRect(item).center()
    QTest.mouseClick(view.windowsList.viewport(), Qt.MouseButton.LeftButton, pos=place)
    return item.data(Qt.ItemDataRole.UserRole)


def press(table, *keys):
    table.setFocus()
    for key in keys:
        QTest.keyClick(table, key)


def test_nothing_is_offered_before_anything_is_known(at_work):
    view = at_work.clash_panel.findChild(OtherDaysView)
    assert view.isHidden()


def test_the_time_line_begins_at_my_works_wherever_they_move(checked, view):
    parts, table = checked.clash_panel.parts, view.time_line
    parts.setCurrentIndex(1)
    for days in (checked.other_days.free[0], checked.other_days.free[-1]):
        checked.other_days.take(days)
        QApplication.processEvents()
        line = table.days.line
        first, last = table.columnAt(0), table.columnAt(table.viewport().width() - 1)
        assert first <= line.column(days.start) <= last
        assert line.rows[0].marks[line.column(days.start)] == Mark.THERE


def test_days_are_offered_on_which_nothing_clashes_and_one_click_takes_them(
    checked, view, register, until
):
    asked = len(register.asked)
    assert Grade.CLASH in {one.grade for one in checked.clashing.report.encounters}
    first = checked.other_days.free[0]
    days = click(view, 0)
    assert days == first
    assert checked.sheet.dates == tuple(days)
    assert checked.clash_panel.startEdit.day() == days.start
    report = checked.clashing.report
    assert (report.ours.start, report.ours.end) == tuple(days)
    assert report.of_grade(Grade.CLASH) == ()
    settle(checked, until)
    line = checked.other_days.line
    assert line.rows[0].marks.find(Mark.THERE) == line.column(days.start)
    assert view.time_line.days.line is line
    assert len(register.asked) == asked


def test_each_day_that_is_offered_is_free_and_each_that_is_not_says_why(checked, register):
    asked, other_days = len(register.asked), checked.other_days
    free = {one.start for one in other_days.free}
    tries = other_days.windows.tries
    assert 0 < len(free) < len(tries)
    for days in tries[::5]:
        other_days.take(days)
        clashes = checked.clashing.report.of_grade(Grade.CLASH)
        assert (days.start in free) == (not clashes)
        why = other_days.why_not(days.start)
        assert (why == "") == (not clashes)
        assert not clashes or any(one.other.reference in why for one in clashes)
    assert len(register.asked) == asked


def test_other_days_begin_after_the_notice_and_longer_works_get_longer_days(checked, until):
    for length in (2, 6):
        start = checked.sheet.dates[0]
        checked.sheet.set_dates(start, last_day(start, length, uk_today()))
        settle(checked, until)
        first = checked.other_days.windows.tries[0]
        assert first.start == earliest_day(checked.sheet.form_values, datetime.now(timezone.utc))
        assert working_days(*first) == length


def test_what_stands_in_the_way_on_all_days_is_named(checked, view, until):
    known, (first, last) = checked.clashing.known, checked.sheet.dates
    ours = checked.clashing.report.ours
    limits = Occupation("hs2", "HS2", "limits of the act", ours.shape, SINCE_EVER, WITHOUT_END)
    checked.clashing.known = replace(known, given=(limits,), street=None)
    checked.sheet.set_dates(first, last + timedelta(days=1))
    settle(checked, until)
    assert checked.other_days.free == ()
    assert view.windowsList.isHidden()
    assert "on each of them there is HS2, limits of the act" in view.statement.text()


def test_what_was_not_given_makes_the_other_days_unsure(checked, view, until):
    known, days = checked.clashing.known, checked.other_days.free[1]
    assert "not everything" not in view.statement.text()
    broken = Occupation("works", "TW1", "gas main", None, *days)
    checked.clashing.known = replace(known, given=(*known.given, broken))
    checked.other_days.take(days)
    settle(checked, until)
    assert checked.clashing.report.unusable
    assert "not everything" in view.statement.text()


def test_what_the_days_are_to_be_free_of_is_chosen_and_kept(checked, view):
    before = len(checked.other_days.free)
    box = view.freeBox
    box.setFocus()
    QTest.keyClick(box, KEY.Key_End)
    assert box.currentData() == FREE_OF_EVERYTHING == checked.settings.free_of
    assert len(checked.other_days.free) < before
    assert view.windowsList.count() == len(checked.other_days.free)
    QTest.keyClick(box, KEY.Key_Home)
    assert checked.settings.free_of == FREE_OF_CLASHES
    assert len(checked.other_days.free) == before == view.windowsList.count()


def test_the_list_is_gone_through_by_keys(checked, view):
    view.windowsList.setFocus()
    view.windowsList.setCurrentRow(0)
    before = checked.sheet.dates
    press(view.windowsList, KEY.Key_Down)
    assert checked.sheet.dates == before
    press(view.windowsList, KEY.Key_Return)
    assert checked.sheet.dates == tuple(checked.other_days.free[1])


def test_the_time_line_is_gone_through_by_keys_and_read_out(checked, view, qgis_canvas, until):
    table, line = view.time_line, checked.other_days.line
    said = Qt.ItemDataRole.AccessibleTextRole
    table.setCurrentIndex(table.days.index(1, line.column(checked.other_days.free[1].start)))
    assert table.currentIndex().data(said).endswith("my works could start.")
    press(table, KEY.Key_Return)
    assert checked.sheet.dates == tuple(checked.other_days.free[1])
    day = line.day(table.currentIndex().column())
    settle(checked, until)
    line = checked.other_days.line
    assert line.day(table.currentIndex().column()) == day
    assert table.currentIndex().row() == 1
    clash = next(row for row in line.rows if row.encounter is not None)
    press(table, KEY.Key_Down, KEY.Key_Right, KEY.Key_Left)
    assert table.currentIndex().row() == 2
    assert clash.name in table.currentIndex().data(said)
    press(table, KEY.Key_Enter)
    assert checked.highlight.shown
    assert checked.highlight.meeting_shown
    QTest.keyClick(table, KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == line.told()


def test_marks_differ_without_colour(checked, view):
    table, line = view.time_line, checked.other_days.line
    looks = {}
    for row, one in enumerate(line.rows):
        for column in range(len(line.kinds)):
            index = table.days.index(row, column)
            ground = index.data(Qt.ItemDataRole.BackgroundRole)
            look = (index.data(), ground.style())
            looks.setdefault(look, set()).add((line.mark(row, column), one.grade))
    for told in looks.values():
        assert len({mark for mark, _grade in told} - {Mark.NOTHING}) <= 1
