"""The filter panel, by keyboard."""

from datetime import date

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLabel, QLineEdit
from street_works.plugin.desk.filters import PROFILE, PROJECT, SavedFilters
from street_works.plugin.live.finding.days_wanted import ALL, MONTH, OWN, TODAY, DaysWanted
from street_works.plugin.live.finding.filter import Filter
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.ui.register.filter_panel import FilterPanel
from street_works.ui.shared.alt_keys import key_of
from street_works.ui.shared.day_edit import DayTrouble

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def saved(qgis_new_project):
    for name in ("filter", "filters"):
        QgsSettings().remove(f"street_works/{name}")
    kept = SavedFilters(QgsProject.instance())
    yield kept
    kept.close_down()
    for name in ("filter", "filters"):
        QgsSettings().remove(f"street_works/{name}")


@pytest.fixture
def panel(saved):
    made = FilterPanel(saved)
    made.heard, made.told = [], []
    made.changed.connect(made.heard.append)
    made.saved_row.trouble.connect(lambda error: made.told.append(str(error)))
    made.show()
    made.activateWindow()
    assert QTest.qWaitForWindowActive(made)
    yield made
    made.close_down()
    made.close()
    made.deleteLater()


def press(widget, *keys, modifier=Qt.KeyboardModifier.NoModifier):
    for key in keys:
        QTest.keyClick(widget, key, modifier)
        QCoreApplication.processEvents()


def type_over(edit, text):
    edit.selectAll()
    QTest.keyClicks(edit, text)


def check(combo, *rows):
    """Open the list, go to each row with the arrow keys and check it with the space bar."""
    combo.setFocus()
    press(combo, Key.Key_Down, modifier=ALT)
    popup = QApplication.focusWidget()
    assert popup is combo.view()
    press(popup, Key.Key_Home)
    for row in rows:
        press(popup, *[Key.Key_Down] * (row - popup.currentIndex().row()), Key.Key_Space)
    press(popup, Key.Key_Escape)


def test_it_begins_with_the_filter_in_use(saved):
    saved.use(Filter(DaysWanted(ALL), categories=("major",), promoters=("A PROMOTER",), text="gas"))
    panel = FilterPanel(saved)
    assert panel.daysCombo.currentData() == ALL
    assert panel.categoryCombo.checkedItems() == ["Major"]
    assert panel.promoterCombo.checkedItems() == ["A PROMOTER"]
    assert panel.textEdit.text() == "gas"
    assert panel.statement.text() == "Major, A PROMOTER, with “gas”, all days"
    panel.close_down()
    panel.deleteLater()


def test_lists_are_checked_by_keyboard(panel, saved):
    check(panel.categoryCombo, 1, 2)
    assert panel.heard == [Filter(categories=("standard",)),
                           Filter(categories=("standard", "major"))]  # fmt: skip
    check(panel.statusCombo, 1)
    check(panel.trafficCombo, 0)
    check(panel.impactCombo, 0)
    wanted = Filter(
        categories=("standard", "major"),
        statuses=("granted",),
        traffic_managements=(TrafficManagement.ROAD_CLOSURE.value,),
        impacts=("high",),
    )
    assert panel.heard[-1] == wanted
    assert saved.current == wanted
    assert panel.statement.text().startswith("Standard and major, permit granted, road closure")
    check(panel.categoryCombo, 1)
    assert panel.heard[-1].categories == ("major",)


def test_promoters_are_those_that_are_offered_and_checked_ones_stay(panel):
    panel.offer_promoters(["MIDVALE WATER", "HEARTLAND GAS", "MIDVALE WATER"])
    assert panel.heard == []
    check(panel.promoterCombo, 1)
    assert panel.heard[-1] == Filter(promoters=("MIDVALE WATER",))
    panel.offer_promoters(["ANOTHER"])
    assert len(panel.heard) == 1
    assert [panel.promoterCombo.itemText(row) for row in range(2)] == ["ANOTHER", "MIDVALE WATER"]
    assert panel.promoterCombo.checkedItems() == ["MIDVALE WATER"]


def test_typing_is_told_once_after_the_last_key(panel):
    panel.textEdit.setFocus()
    QTest.keyClicks(panel.textEdit, "high street")
    assert panel.heard == []
    QTest.qWait(450)
    assert panel.heard == [Filter(text="high street")]
    QTest.keyClicks(panel.textEdit, "s")
    press(panel.textEdit, Key.Key_Return)
    assert panel.heard[1:] == [Filter(text="high streets")]
    QTest.qWait(450)
    assert len(panel.heard) == 2


def test_days_are_chosen_and_own_ones_may_be_open(panel):
    panel.daysCombo.setFocus()
    assert not panel.firstEdit.isVisible()
    press(panel.daysCombo, Key.Key_Home)
    assert panel.heard[-1] == Filter(DaysWanted(TODAY))
    press(panel.daysCombo, Key.Key_Down, Key.Key_Down)
    assert panel.heard[-1] == Filter(DaysWanted(MONTH))
    press(panel.daysCombo, Key.Key_Down, Key.Key_Down)
    assert panel.firstEdit.isVisible()
    assert panel.lastEdit.isVisible()
    panel.firstEdit.selectAll()
    press(panel.firstEdit, Key.Key_Delete)
    type_over(panel.lastEdit, "9/12/2026")
    until = Filter(DaysWanted(OWN, None, date(2026, 12, 9)))
    assert panel.heard[-1] == until
    assert panel.statement.text() == until.describe()


def test_days_in_the_wrong_order_are_told_and_change_nothing(panel, saved):
    saved.use(Filter(DaysWanted(OWN, date(2026, 12, 1), date(2026, 12, 9))))
    before = len(panel.heard)
    type_over(panel.lastEdit, "30/11/2026")
    below = [one for one in panel.findChildren(DayTrouble) if one.isVisible()]
    assert [one.text() for one in below] == [
        "The last day is before the first. Please set the dates."
    ]
    assert len(panel.heard) == before
    assert saved.current.days.last == date(2026, 12, 9)
    QTest.keyClicks(panel.savedCombo.lineEdit(), "odd")
    panel.saved_row.in_profile.trigger()
    assert panel.told == ["The last day is before the first. Please set the dates."]
    assert saved.all() == ()
    type_over(panel.lastEdit, "1 Dec 2026")
    assert panel.heard[-1].days.last == date(2026, 12, 1)
    assert not below[0].isVisible()


def test_traffic_sensitive_is_a_check_box(panel):
    panel.sensitiveCheck.setFocus()
    press(panel.sensitiveCheck, Key.Key_Space)
    assert panel.heard == [Filter(traffic_sensitive=True)]


def test_clear_brings_the_usual_one_back(panel):
    check(panel.categoryCombo, 0)
    QTest.keyClicks(panel.textEdit, "gas")
    press(panel.clearButton, Key.Key_Space)
    assert panel.heard[-1] == Filter()
    assert panel.textEdit.text() == ""
    assert panel.categoryCombo.checkedItems() == []
    QTest.qWait(450)
    assert panel.heard[-1] == Filter()


def test_filters_are_kept_chosen_renamed_and_deleted_by_name(panel, saved):
    row = panel.saved_row
    assert not row.in_profile.isEnabled()
    assert not panel.deleteButton.isEnabled()
    check(panel.categoryCombo, 2)
    QTest.keyClicks(panel.savedCombo.lineEdit(), "majors")
    row.in_profile.trigger()
    check(panel.categoryCombo, 2, 0)
    panel.savedCombo.lineEdit().selectAll()
    QTest.keyClicks(panel.savedCombo.lineEdit(), "minors")
    row.with_project.trigger()
    assert [(one.name, one.where) for one in saved.all()] == [
        ("minors", PROJECT),
        ("majors", PROFILE),
    ]
    texts = [panel.savedCombo.itemText(n) for n in range(panel.savedCombo.count())]
    assert texts == ["minors (with the project)", "majors (in your profile)"]
    assert panel.savedCombo.currentText() == "minors"

    panel.savedCombo.setFocus()
    press(panel.savedCombo, Key.Key_Down)
    assert panel.heard[-1] == Filter(categories=("major",))
    assert panel.categoryCombo.checkedItems() == ["Major"]

    QTest.keyClicks(panel.savedCombo.lineEdit(), " only")
    row.rename.trigger()
    assert [one.name for one in saved.all()] == ["minors", "majors only"]
    press(panel.deleteButton, Key.Key_Space)
    assert [one.name for one in saved.all()] == ["minors"]
    assert panel.savedCombo.currentText() == ""
    assert not panel.deleteButton.isEnabled()
    assert panel.told == []


def test_a_changed_saved_filter_says_that_it_is_changed(panel, saved):
    row, combo = panel.saved_row, panel.savedCombo
    check(panel.categoryCombo, 2)
    QTest.keyClicks(combo.lineEdit(), "majors")
    row.in_profile.trigger()
    assert combo.currentText() == "majors"
    press(panel.sensitiveCheck, Key.Key_Space)
    assert combo.currentText() == "majors (changed)"
    panel.sensitiveCheck.toggle()
    assert combo.currentText() == "majors"
    panel.sensitiveCheck.toggle()
    row.in_profile.trigger()  # keeps the change under the name that it has
    assert [(one.name, one.filter.traffic_sensitive) for one in saved.all()] == [("majors", True)]
    assert combo.currentText() == "majors"
    combo.setEditText("others")
    panel.sensitiveCheck.toggle()
    assert combo.currentText() == "others", "what is being typed stays"


def test_another_projects_filter_is_shown(panel, saved):
    saved.use(Filter(text="from elsewhere"))
    assert panel.textEdit.text() == "from elsewhere"


def test_every_field_has_a_name_and_can_be_reached_with_the_tab_key(panel):
    panel.daysCombo.setCurrentIndex(4)
    fields = [
        one
        for kind in (QComboBox, QAbstractSpinBox, QLineEdit)
        for one in panel.findChildren(kind)
        if one.parent() is panel
    ]
    assert len(fields) == 10
    assert all(one.accessibleName() for one in fields)
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in fields)
    labels = [one for one in panel.findChildren(QLabel) if one.buddy() is not None]
    assert {one.buddy() for one in labels} == set(fields)
    buttons = (panel.saveButton, panel.deleteButton, panel.clearButton, panel.sensitiveCheck)
    assert all(key_of(one.text()) for one in buttons)
    # The tab has more fields than there are letters: two labels lead to their fields without one.
    keys = [key for one in (*labels, *buttons) if (key := key_of(one.text()))]
    assert len(set(keys)) == len(keys) == len(labels) + len(buttons) - 2
    for button in buttons:
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_enter_in_a_typed_name_adds_no_filter(panel, saved):
    QTest.keyClicks(panel.savedCombo.lineEdit(), "typed only")
    press(panel.savedCombo.lineEdit(), Key.Key_Return)
    assert panel.savedCombo.count() == 0
    assert saved.all() == ()


def test_the_check_of_sensitive_streets_is_whole_at_any_width(panel):
    panel.show()
    for width in range(panel.minimumSizeHint().width(), 500, 3):
        panel.resize(width, 600)
        QApplication.processEvents()
        check = panel.sensitiveCheck
        assert check.width() >= check.minimumSizeHint().width(), width
