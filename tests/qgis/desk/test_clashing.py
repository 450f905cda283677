"""What the check for clashes fetched is kept: the draft moves, and the report follows it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.clashes.near_by import NearBy
from street_works.plugin.clashes.occupation import street_keys
from street_works.plugin.clashes.rules.protected_street import ProtectedStreet
from street_works.plugin.forms.application.new_works import TRAFFIC
from street_works.plugin.trade.records.streets import Designation
from street_works.plugin.trade.vocabulary.traffic_management import TrafficManagement
from street_works.tests.qgis.desk.conftest import TRENCH

pytestmark = pytest.mark.one_workplace

WEEK = timedelta(weeks=1)


@pytest.fixture
def checked(at_work, until):
    """The workplace once the extent on its desk was checked for clashes within 520 m."""
    at_work.clash_panel.distanceBox.setValue(520)
    at_work.dock.show()
    at_work.find_clashes()
    until(lambda: at_work.clashing.report is not None and not at_work.jobs.running)
    return at_work


def type_over(edit, text):
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, text)


def listed(place):
    tree = place.clash_panel.clashTree
    return [tree.topLevelItem(row).text(1) for row in range(tree.topLevelItemCount())]


def references(report):
    return [one.other.reference for one in report.encounters]


def test_other_days_are_reported_on_at_once_without_asking_the_register(checked, register):
    panel, before = checked.clash_panel, checked.clashing.report
    asked = len(register.asked)
    reports = {references(before).__repr__()}
    for weeks in range(1, 26):
        day = checked.sheet.dates[0] + WEEK
        type_over(panel.startEdit, f"{day:%d/%m/%Y}")
        report = checked.clashing.report
        assert report.ours.start == checked.sheet.dates[0] == day, weeks
        assert listed(checked) == references(report)
        assert str(before.looked_at) in panel.statement.text()
        reports.add(references(report).__repr__())
    assert len(reports) > 1  # the town has works that end, and others that begin
    assert len(register.asked) == asked
    assert not checked.clashing.working


def test_what_is_known_is_told_of_the_same_days_as_if_it_were_asked_anew(checked, until):
    for weeks in (3, 9, 20):
        first, last = checked.sheet.dates
        checked.sheet.set_dates(first + weeks * WEEK / 3, last + weeks * WEEK / 3)
        kept = checked.clashing.report
        checked.find_clashes()
        until(lambda: checked.clashing.report is not None and not checked.jobs.running)
        assert references(checked.clashing.report) == references(kept)


def test_nearer_is_known_and_further_has_to_be_asked_for(checked, register, until):
    asked, panel = len(register.asked), checked.clash_panel
    panel.distanceBox.setValue(30)
    near = [one for one in checked.clashing.report.rules if isinstance(one, NearBy)]
    assert {one.within_m for one in near} == {30}
    assert listed(checked) == references(checked.clashing.report)
    panel.distanceBox.setValue(530)
    assert checked.clashing.report is None
    assert checked.clashing.must_ask
    assert listed(checked) == []
    assert "beyond what was asked for" in panel.statement.text()
    assert len(register.asked) == asked
    QTest.mouseClick(panel.findButton, Qt.MouseButton.LeftButton)
    until(lambda: checked.clashing.report is not None and not checked.jobs.running)
    assert len(register.asked) > asked
    assert not checked.clashing.must_ask


def test_days_beyond_what_is_known_have_to_be_asked_for_and_back_they_need_not(checked, register):
    asked, days = len(register.asked), checked.sheet.dates
    known = checked.clashing.known.around.days
    checked.sheet.set_dates(known.end, known.end + timedelta(days=1))
    assert checked.clashing.report is None
    assert "beyond what was asked for" in checked.clash_panel.statement.text()
    checked.sheet.set_dates(*days)
    assert checked.clashing.report.ours.start == days[0]
    assert len(register.asked) == asked


def test_an_extent_that_moves_away_has_to_be_asked_for_again(checked):
    checked.clash_panel.distanceBox.setValue(100)
    checked.sheet.edit("LINESTRING (471065 236014, 471100 236014)", "EPSG:27700")
    assert checked.clashing.report.ours.shape.length == 35
    checked.sheet.edit("LINESTRING (471065 236014, 471565 236014)", "EPSG:27700")
    assert checked.clashing.report is None
    assert checked.clashing.must_ask
    checked.sheet.undo()
    assert checked.clashing.report.ours.shape.length == 35


def test_a_draft_that_moves_away_while_the_register_is_asked_gets_no_report_of_elsewhere(
    at_work, until
):
    at_work.find_clashes()
    at_work.sheet.edit("LINESTRING (471065 236014, 471965 236014)", "EPSG:27700")
    until(lambda: not at_work.clashing.working)
    assert at_work.clashing.report is None
    assert at_work.clashing.must_ask
    assert "beyond what was asked for" in at_work.clash_panel.statement.text()
    assert at_work.clash_panel.findButton.isEnabled()


def test_stopped_in_the_list_of_tasks_it_can_be_asked_again(at_work, until):
    at_work.find_clashes()
    (job,) = [one for one in at_work.jobs.running if one.topic == "clashes"]
    job.cancel()
    assert at_work.clash_panel.findButton.isEnabled()
    assert at_work.clash_panel.statement.text() == (
        "Not checked yet with this extent and these dates."
    )


def test_ours_are_made_of_the_draft(checked):
    ours, street = checked.clashing.report.ours, checked.sheet.street
    assert street is not None
    assert ours.streets == street_keys(street.usrn, street.name, street.area)
    assert ours.street == street.name
    assert ours.street_line is not None
    assert (ours.start, ours.end) == checked.sheet.dates
    assert ours.shape.wkt == TRENCH
    (promoter,) = checked.account.promoters
    assert (ours.promoter, ours.promoter_code) == (promoter.name, promoter.code)
    assert (ours.reference, ours.works_reference) == (checked.sheet.draft.id, "")
    assert ours.traffic == ""
    values = {**checked.sheet.draft.values, TRAFFIC: TrafficManagement.ROAD_CLOSURE.value}
    checked.sheet.keep_values(values)
    checked.sheet.set_dates(*checked.sheet.dates)
    assert checked.clashing.report.ours.traffic == TrafficManagement.ROAD_CLOSURE


def test_what_the_street_is_designated_for_is_known_with_the_street(checked, register):
    asked, street = len(register.asked), checked.sheet.street
    protected = replace(street, designations=(Designation(1, whole_street=True),))
    checked.sheet.choose_street(protected)
    report = checked.clashing.report
    (found,) = [one for one in report.encounters if one.found_by(ProtectedStreet.name)]
    assert found.other.reference == f"{street.usrn}-1"
    assert street.authority in found.findings[0].said[-1]
    checked.sheet.choose_street(street)
    assert not any(one.found_by("protected_street") for one in checked.clashing.report.encounters)
    assert len(register.asked) == asked


def test_what_the_register_did_not_give_is_told_with_the_report(checked):
    assert checked.clashing.report.gaps == ()
    known = checked.clashing.known
    works = replace(known.fetched["works"], unasked=(known.around.box,))
    checked.clashing.known = replace(known, fetched={**known.fetched, "works": works})
    checked.sheet.set_dates(*(day + WEEK for day in checked.sheet.dates))
    report = checked.clashing.report
    assert [gap.what for gap in report.gaps] == ["Works"]
    assert not report.is_sure
    assert "1 area was not reached" in checked.clash_panel.statement.text()
