"""Days and times typed with real keys into every field that takes one."""

from datetime import date, datetime, timedelta, timezone

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QCalendarWidget
from street_works.plugin.background.jobs import Jobs
from street_works.plugin.desk.account import Account
from street_works.plugin.desk.clashing import Clashing
from street_works.plugin.desk.filters import SavedFilters
from street_works.plugin.desk.rules_set import rules_set
from street_works.plugin.desk.sheet import Sheet
from street_works.plugin.desk.verdicts import Place, Verdicts
from street_works.plugin.drafts import DraftStore
from street_works.plugin.drafts.verdicts import VerdictStore
from street_works.plugin.forms.application.form import Application
from street_works.plugin.forms.kinds import Kind
from street_works.plugin.live.finding.days_wanted import OWN, TODAY, DaysWanted
from street_works.plugin.live.finding.filter import Filter
from street_works.plugin.map.highlight import Highlight
from street_works.plugin.rules.typed import day_of, day_problem, written_in_full
from street_works.plugin.settings import Settings
from street_works.plugin.trade.calendar import uk_today
from street_works.tests.made.typed_texts import CLOCKS
from street_works.tests.made.typed_texts import DAYS as ALL_DAYS
from street_works.tests.qgis.ui.test_form_dialog import (
    FILLED,
    Services,
    dialog_of,
    make_situation,
    put_away,
)
from street_works.tests.rounds import some
from street_works.ui.clashes.clash_panel import ClashPanel
from street_works.ui.forms.editors import DateEditor, MomentEditor, TimeEditor
from street_works.ui.register.filter_panel import FilterPanel
from street_works.ui.shared.day_edit import DayEdit, DayTrouble

DAYS = [one for one in ALL_DAYS if one[0].isascii()]  # QTest has no keys for the others
form = Application()
DAY_FIELDS = [name for name, one in form.answers.items() if one.kind is Kind.DATE]
TIME_FIELDS = [name for name, one in form.answers.items() if one.kind is Kind.TIME]


def type_over(edit, text):
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def last_readable(text, before):
    """Return the day that was there last while `text` was typed, such as that of "1/1/2027 x"."""
    beginnings = [text[:length] for length in range(1, len(text)) if not day_problem(text[:length])]
    return day_of(beginnings[-1]) if beginnings else before


@pytest.fixture(scope="module")
def hs2_form(qgis_app):
    dialog = dialog_of(Services(), dict(FILLED), make_situation("7374"))
    dialog.show()
    yield dialog
    put_away(dialog)


def row(dialog, name):
    found = dialog.form_view.rows[name]
    dialog.form_view.go_to(found)
    return found


def test_every_field_for_a_day_or_a_time_is_one_of_the_two_editors(hs2_form):
    assert len(DAY_FIELDS) == 3
    assert len(TIME_FIELDS) == 2
    for names, kind in ((DAY_FIELDS, DateEditor), (TIME_FIELDS, TimeEditor)):
        assert {type(hs2_form.form_view.rows[name].editor) for name in names} == {kind}


@pytest.mark.parametrize("name", some(DAY_FIELDS, usual=1))
def test_a_day_typed_into_the_form_is_what_was_meant_or_refused_beside_it(hs2_form, name):
    found = row(hs2_form, name)
    for text, meant in DAYS:
        type_over(found.editor.edit, text)
        if meant is None:
            assert found.error.isVisible(), text
            assert found.error.text() == found.editor.edit.problem() != ""
            assert name in hs2_form.form_view.problems()
        else:
            assert found.editor.value() == meant.isoformat(), text
            assert found.error.text() in {"", "The works cannot end before they start."}
            asked = form.request_values(hs2_form.form_view.values(), hs2_form.form_view.situation)
            assert asked[name] == meant


@pytest.mark.parametrize("name", some(TIME_FIELDS, usual=1))
def test_a_time_typed_into_the_form_is_what_was_meant_or_refused_beside_it(hs2_form, name):
    type_over(row(hs2_form, name.replace("time", "date")).editor.edit, "12/01/2027")
    found = row(hs2_form, name)
    for text, meant in CLOCKS:
        type_over(found.editor.edit, text)
        if meant is None:
            assert found.error.isVisible(), text
            assert "Write hours and minutes" in found.error.text()
            assert name in hs2_form.form_view.problems()
        else:
            assert found.editor.value() == f"{meant:%H:%M}", text
            asked = form.request_values(hs2_form.form_view.values(), hs2_form.form_view.situation)
            assert asked[name].astimezone(timezone.utc) == datetime.combine(
                date(2027, 1, 12), meant, tzinfo=timezone.utc
            )
    type_over(found.editor.edit, "9.30 am")
    QTest.keyClick(found.editor.edit, Qt.Key.Key_Tab)
    assert found.editor.edit.text() == "09:30"


def test_nine_never_leaves_the_form_as_a_number_of_seconds(hs2_form):
    type_over(row(hs2_form, "proposed_start_time").editor.edit, "9")
    hs2_form.form_view.speak_of_all()
    hs2_form.nextButton.setEnabled(True)
    QTest.mouseClick(hs2_form.nextButton, Qt.MouseButton.LeftButton)
    assert hs2_form.steps.currentWidget() is hs2_form.formStep
    assert hs2_form.form_view.rows["proposed_start_time"].error.isVisible()


# ---- the filter's own days ----


@pytest.fixture
def filters(qgis_new_project):
    QgsSettings().remove("street_works/filter")
    saved = SavedFilters(QgsProject.instance())
    saved.use(Filter(DaysWanted(OWN, date(2020, 1, 1), date(2090, 1, 1))))
    panel = FilterPanel(saved)
    panel.show()
    yield panel, saved
    panel.close_down()
    panel.deleteLater()
    saved.close_down()
    QgsSettings().remove("street_works/filter")


def troubles(panel):
    return [one.text() for one in panel.findChildren(DayTrouble) if one.isVisible()]


@pytest.mark.parametrize("end", ["first", "last"])
def test_a_day_typed_into_the_filter_is_what_was_meant_or_refused_beside_it(filters, end):
    panel, saved = filters
    edit = {"first": panel.firstEdit, "last": panel.lastEdit}[end]
    for text, meant in DAYS:
        before = getattr(saved.current.days, end)
        type_over(edit, text)
        now = getattr(saved.current.days, end)
        if meant is None:
            assert troubles(panel) == [edit.problem()] != [""], text
            assert now == last_readable(text, before)
        else:
            assert now == meant, text
            assert troubles(panel) == []


def test_what_is_wrong_with_own_days_is_not_said_of_other_days(filters):
    panel, saved = filters
    type_over(panel.lastEdit, "soon")
    assert troubles(panel) == [panel.lastEdit.problem()]
    QTest.keyClick(panel.daysCombo, Qt.Key.Key_Home)
    assert saved.current.days.preset == TODAY
    assert troubles(panel) == []
    QTest.keyClick(panel.daysCombo, Qt.Key.Key_Down)
    assert troubles(panel) == []


@pytest.mark.parametrize("pasted", ["12/01/2027\n", "\t12 Jan 2027 ", "12\u00a0Jan\u00a02027"])
def test_a_day_is_pasted_with_what_hangs_on_it(filters, pasted):
    panel, saved = filters
    QApplication.clipboard().setText(pasted)
    panel.lastEdit.setFocus()
    panel.lastEdit.selectAll()
    QTest.keyClick(panel.lastEdit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert saved.current.days.last == date(2027, 1, 12)


# ---- the days of the clashes ----


@pytest.fixture
def clashes(qgis_canvas, qgis_new_project, tmp_path):
    jobs, store = Jobs(), DraftStore(tmp_path / "drafts.sqlite")
    account, settings = Account(jobs, tmp_path), Settings()
    sheet = Sheet(jobs, account, store)
    highlight = Highlight(qgis_canvas)
    clashing = Clashing(jobs, account, sheet, rules=lambda: rules_set(settings))
    judged = VerdictStore(tmp_path / "verdicts.sqlite")
    verdicts = Verdicts(jobs, account, clashing, judged, team=lambda: Place("", ""))
    panel = ClashPanel(sheet, clashing, verdicts, highlight, settings)
    panel.show()
    yield panel, sheet
    panel.close_down()
    panel.deleteLater()
    highlight.remove()
    account.close()
    store.close()
    judged.close()


@pytest.mark.parametrize("end", [0, 1])
def test_a_day_typed_for_the_clashes_is_what_was_meant_or_refused_beside_it(clashes, end):
    panel, sheet = clashes
    sheet.set_dates(date(2020, 1, 1), date(2090, 1, 1))
    edit = (panel.startEdit, panel.endEdit)[end]
    for text, meant in DAYS:
        before = sheet.dates[end]
        type_over(edit, text)
        if meant is None:
            assert troubles(panel) == [edit.problem()] != [""], text
            assert sheet.dates[end] == last_readable(text, before)
        else:
            assert sheet.dates[end] == meant, text
            assert troubles(panel) == []


def test_a_first_day_moved_past_the_last_takes_the_last_along(clashes):
    panel, sheet = clashes
    sheet.set_dates(date(2027, 1, 11), date(2027, 1, 13))
    type_over(panel.startEdit, "1/2/2027")
    assert sheet.dates == (date(2027, 2, 1), date(2027, 2, 3))
    assert panel.endEdit.day() == date(2027, 2, 3)
    assert troubles(panel) == []


def test_days_in_the_wrong_order_are_marked_until_they_are_put_right(clashes):
    panel, sheet = clashes
    sheet.set_dates(date(2027, 1, 11), date(2027, 1, 13))
    type_over(panel.endEdit, "8/1/2027")
    assert troubles(panel) == ["The works cannot end before they start."]
    panel.find()
    assert panel.statement.text() == "Put the days right first."
    type_over(panel.startEdit, "7/1/2027")
    assert troubles(panel) == []
    assert sheet.dates == (date(2027, 1, 7), date(2027, 1, 8))
    assert "right first" not in panel.statement.text()


def test_what_is_half_typed_stays_when_the_street_is_found_meanwhile(clashes):
    panel, sheet = clashes
    type_over(panel.startEdit, "12/0")
    sheet.changed.emit()
    QTest.keyClicks(panel.startEdit, "1/2027")
    assert sheet.dates[0] == date(2027, 1, 12)


def test_a_form_whose_first_day_is_moved_past_the_last_takes_the_last_along(hs2_form):
    type_over(row(hs2_form, "proposed_start_date").editor.edit, "11/1/2027")
    type_over(row(hs2_form, "proposed_end_date").editor.edit, "13/1/2027")
    type_over(row(hs2_form, "proposed_start_date").editor.edit, "1/2/2027")
    end = row(hs2_form, "proposed_end_date")
    assert end.editor.value() == "2027-02-03"
    assert end.error.text() == ""
    assert end.hint.text() == "Changed to fit your other answers."
    type_over(end.editor.edit, "29/1/2027")
    assert end.error.text() == "The works cannot end before they start."
    assert end.hint.text() == ""
    type_over(row(hs2_form, "proposed_start_date").editor.edit, "28/1/2027")
    assert end.error.text() == ""


# ---- the field itself ----


@pytest.fixture
def edit(qgis_app):
    made = DayEdit()
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.deleteLater()


def test_the_weekday_is_shown_but_not_in_the_way_of_typing(edit):
    edit.clearFocus()
    edit.set_day(date(2027, 1, 12))
    assert edit.text() == "Tue 12 Jan 2027"
    edit.setFocus()
    assert edit.text() == "12 Jan 2027"
    QTest.keyClick(edit, Qt.Key.Key_Home)
    QTest.keyClick(edit, Qt.Key.Key_Right)
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    QTest.keyClicks(edit, "3")
    assert edit.day() == date(2027, 1, 13)
    edit.clearFocus()
    assert edit.text() == "Wed 13 Jan 2027"


def test_a_day_is_taken_from_the_calendar_with_the_keyboard(edit):
    edit.set_day(date(2027, 1, 12))
    heard = []
    edit.changed.connect(lambda: heard.append(edit.day()))
    QTest.keyClick(edit, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = edit.findChild(QCalendarWidget)
    assert calendar.isVisible()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert heard == [date(2027, 1, 13)]
    assert not calendar.isVisible()


# ---- days that are typed for short: see rules/short_days.py ----


def in_front(panel):
    panel.activateWindow()
    assert QTest.qWaitForWindowActive(panel)


def leave(edit):
    QTest.keyClick(edit, Qt.Key.Key_Tab)


def short(days):
    day = uk_today() + timedelta(days=days)
    return day, written_in_full(day)


def test_what_is_typed_for_short_is_shown_first_and_counts_once_the_field_is_left(edit):
    heard = []
    edit.changed.connect(lambda: heard.append(edit.day()))
    meant, said = short(14)
    edit.setFocus()
    QTest.keyClicks(edit, "+1")
    assert edit.meant == f"= {short(1)[1]}"
    QTest.keyClicks(edit, "4")
    assert edit.meant == f"= {said}" == edit.accessibleDescription()
    assert edit.problem() == ""
    assert heard == [None]  # at the "+", which is no day yet
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert heard == [None, meant]
    assert edit.meant == ""
    edit.clearFocus()
    assert edit.text() == said
    assert heard == [None, meant]


def test_a_day_of_the_filter_may_be_typed_for_short(filters):
    panel, saved = filters
    before, (meant, said) = saved.current, short(1)
    in_front(panel)
    type_over(panel.lastEdit, "tomorrow")
    assert saved.current == before
    assert troubles(panel) == []
    leave(panel.lastEdit)
    assert saved.current.days.last == meant
    assert panel.lastEdit.text() == said


def test_a_day_of_the_clashes_may_be_typed_for_short(clashes):
    panel, sheet = clashes
    sheet.set_dates(date(2020, 1, 1), date(2090, 1, 1))
    in_front(panel)
    type_over(panel.startEdit, "12/1")  # on the way to December
    assert sheet.dates[0] == date(2020, 1, 1)
    QTest.keyClicks(panel.startEdit, "2/2027")
    assert sheet.dates[0] == date(2027, 12, 12)
    type_over(panel.startEdit, "+7d")
    leave(panel.startEdit)
    assert sheet.dates[0] == short(7)[0]
    assert troubles(panel) == []


def test_a_day_of_a_form_may_be_typed_for_short_and_moves_no_other_before_it_counts(hs2_form):
    start, end = (row(hs2_form, f"proposed_{one}_date") for one in ("start", "end"))
    type_over(start.editor.edit, "1/12/2026")
    type_over(end.editor.edit, "3/12/2026")
    type_over(start.editor.edit, "1/1")  # on the way to December
    assert start.error.text() == ""
    assert end.editor.value() == "2026-12-03"
    QTest.keyClicks(start.editor.edit, "2/2026")
    assert (start.editor.value(), end.editor.value()) == ("2026-12-01", "2026-12-03")
    type_over(start.editor.edit, "+14")
    leave(start.editor.edit)
    assert start.editor.value() == short(14)[0].isoformat()
    assert hs2_form.values()["proposed_start_date"] == short(14)[0].isoformat()


def test_a_day_on_which_something_happened_is_the_last_one(qgis_app):
    moment = MomentEditor()
    type_over(moment.day.edit, f"{uk_today():%d %b}")
    assert moment.value()["day"] == uk_today().isoformat()
    yesterday = uk_today() - timedelta(days=1)
    type_over(moment.day.edit, f"{yesterday.day}/{yesterday.month}")
    assert moment.value()["day"] == yesterday.isoformat()
    moment.deleteLater()
