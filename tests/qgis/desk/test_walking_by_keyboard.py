"""Each panel and dialog walked through with real Tab keys, and its keys with Alt."""

import pytest
from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.settings import Settings
from street_works.tests.made.by_keyboard import judge, shown, walk
from street_works.tools.by_ear_and_key import against_reading, missing
from street_works.ui.account.sign_in_dialog import SignInDialog
from street_works.ui.extent.positions_dialog import PositionsDialog
from street_works.ui.options_page import OptionsPage

PANELS = ("Map", "List", "Changes", "Extent", "Clashes")


@pytest.mark.parametrize("number", range(len(PANELS)), ids=PANELS)
def test_tab_goes_through_a_panel_as_it_is_read(at_work, number):
    dock = shown(at_work.dock)
    dock.tabs.setCurrentIndex(number)
    QCoreApplication.processEvents()
    bar, first = dock.tabs.tabBar(), at_work.account_row.detailsButton
    stops = judge(dock, first)
    assert stops[:2] == [first, bar]
    assert dock.applyButton in stops or not dock.applyButton.isEnabled()


@pytest.mark.one_workplace
def test_tab_goes_through_the_details_as_they_are_read(at_work, until):
    at_work.load()
    until(lambda: not at_work.live_view.busy and not at_work.jobs.running)
    at_work.listings.in_view.come_into_sight(True)
    until(lambda: at_work.listings.in_view.rows)
    rows = at_work.listings.in_view.rows
    works = next(row for row in rows if row.kind == "works")
    from street_works.plugin.map.pick import Record

    at_work.finding.open(Record(works.kind, works.reference, works.work_reference))
    until(lambda: not at_work.jobs.running)
    dock = shown(at_work.finding.dock)
    first = dock.stepsButton if dock.stepsButton.isVisible() else dock.refreshButton
    judge(dock, first)


@pytest.mark.parametrize("row", range(4))
def test_tab_goes_through_the_sign_in_as_it_is_read(workplace, row):
    dialog = shown(SignInDialog(workplace.account, Settings()))
    dialog.environmentBox.setCurrentIndex(row)
    QCoreApplication.processEvents()
    judge(dialog, dialog.environmentBox)
    dialog.reject()
    dialog.deleteLater()


def test_tab_goes_through_the_positions_as_they_are_read(qgis_app):
    dialog = shown(PositionsDialog(text="471065 236014\n471085 236014"))
    stops = walk(dialog, dialog.kindBox)
    assert missing(dialog) == []
    assert against_reading([one for one in stops if one.parent() is dialog]) == []
    dialog.reject()
    dialog.deleteLater()


def test_tab_goes_through_the_options_as_they_are_read(qgis_app):
    page = shown(OptionsPage(Settings(), lambda: None))
    judge(page, page.shortestBox)
    page.deleteLater()


@pytest.mark.one_workplace
def test_tab_goes_through_each_page_of_the_form_as_it_is_read(at_work):
    at_work.sheet.choose_street(at_work.sheet.nearby[0])
    at_work.apply()
    dialog = shown(at_work.form.dialog)
    dialog.resize(900, 1400)
    for number in range(dialog.form_view.section_list.count()):
        dialog.form_view.section_list.setCurrentRow(number)
        QCoreApplication.processEvents()
        stops = walk(dialog, dialog.form_view.section_list)
        on_page = [one for one in stops if dialog.form_view.pages.isAncestorOf(one)]
        assert against_reading(on_page) == [], number
        assert missing(dialog) == []
    dialog.reject()


@pytest.mark.one_workplace
def test_space_in_the_list_marks_the_works_and_keeps_the_rows(at_work, until):
    at_work.load()
    until(lambda: not at_work.live_view.busy and not at_work.jobs.running)
    dock = shown(at_work.dock)
    assert at_work.listings.in_view.rows == ()
    dock.show_panel(at_work.listings.list_panel)
    until(lambda: at_work.listings.in_view.rows)
    table, canvas = at_work.listings.list_panel.table, at_work._canvas
    rows, before = at_work.listings.in_view.rows, canvas.extent()
    inside = [
        number
        for number in range(len(rows))
        if canvas.extent().contains(QgsRectangle(*rows[number].bounds))
    ]
    assert len(rows) > 1
    assert inside
    table.setFocus()
    table.setCurrentIndex(table.model().index(inside[0], 0))
    QTest.keyClick(table, Qt.Key.Key_Space)
    until(lambda: not at_work.live_view.busy and not at_work.jobs.running)
    assert at_work.highlight.shown
    assert canvas.extent() == before
    assert at_work.listings.in_view.rows == rows
