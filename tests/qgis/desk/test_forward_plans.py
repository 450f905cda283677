"""A forward plan is raised from the extent on the desk, beside an application for it.

With real key presses, through the whole workplace, against the practice service.
"""

from datetime import timedelta

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.drafts import State
from street_works.plugin.forms.application.announcement import Announcement
from street_works.plugin.live.details.section import Part
from street_works.plugin.map.pick import Record
from street_works.plugin.trade.calendar import uk_today
from street_works.plugin.trade.kinds import FORWARD_PLAN
from street_works.tests.made.stepping import new_form

pytestmark = pytest.mark.one_workplace

Key = Qt.Key
RAISED = Announcement.operation.name


def wanted(place):
    """Open the form of a forward plan from the panel, by its key."""
    place.dock.show_panel(place.extent_panel)
    place.dock.setFloating(True)
    new_form(place.dock, Announcement)
    return place.form.dialog


def write(row, text):
    line = row.editor.target()
    QTest.keyClick(line, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(line, text)


def filled_in(place, until):
    """Return the form, filled in by keys and at its review."""
    dialog = wanted(place)
    until(lambda: not place.jobs.running)
    rows, today = dialog.form_view.rows, uk_today()
    write(rows["start_date"], (today + timedelta(days=200)).isoformat())
    write(rows["end_date"], (today + timedelta(days=230)).isoformat())
    write(rows["works_location_description"], "From the bank to the bridge")
    for name in ("workstream_prefix", "road_category"):
        if not rows[name].editor.value():
            QTest.keyClick(rows[name].editor.box, Key.Key_Down)
    QTest.keyClick(dialog.nextButton, Key.Key_Space)
    assert dialog.steps.currentWidget() is dialog.reviewStep, dialog.form_view.problems()
    return dialog


def close(place, dialog):
    QTest.keyClick(dialog.closeButton, Key.Key_Space)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert place.form.dialog is None


def test_a_forward_plan_is_raised_and_shown_where_it_was_drawn(at_work, until):
    dialog = filled_in(at_work, until)
    assert dialog.windowTitle() == "Raise a forward plan"
    QTest.keyClick(dialog.nextButton, Key.Key_Space)
    until(lambda: dialog.steps.currentWidget() is dialog.receiptStep)
    works = dialog.receiptStep.workEdit.text()
    plan = dialog.receiptStep.partEdit.text()
    assert plan == f"{works}-FP-01"
    assert at_work.journal.latest(None, RAISED, works).state is State.ACCEPTED
    close(at_work, dialog)
    until(lambda: not at_work.jobs.running)
    assert at_work.sheet.examined is None  # the desk is free again
    at_work.finding.open(Record(FORWARD_PLAN, plan, works))
    until(lambda: not at_work.jobs.running)
    told = at_work.finding.details.details.section(Part.FORWARD_PLAN)
    facts = dict(line.cells for line in told.lines)
    assert facts["Description"] == "Renewing the gas main"
    actions = at_work.finding.dock.stepsButton.every_step
    named = {one.objectName(): one.isEnabled() for one in actions}
    assert named[f"CancelForwardPlan {plan}"]
    assert at_work.heard == []


def test_an_application_keeps_its_answers_beside_those_of_the_plan(at_work, until):
    at_work.apply()
    write(at_work.form.dialog.form_view.rows["secondary_contact"], "Ann Hill")
    close(at_work, at_work.form.dialog)
    dialog = filled_in(at_work, until)
    close(at_work, dialog)
    at_work.apply()
    values = at_work.form.dialog.values()
    assert values["secondary_contact"] == "Ann Hill"
    assert values["works_location_description"] == "From the bank to the bridge"
    close(at_work, at_work.form.dialog)
    plan = wanted(at_work).values()
    assert plan["end_date"] == (uk_today() + timedelta(days=230)).isoformat()
    assert plan[Announcement.reference]
    close(at_work, at_work.form.dialog)


def test_days_that_are_over_are_refused_before_it_is_sent(at_work, until):
    dialog = wanted(at_work)
    until(lambda: not at_work.jobs.running)
    rows, today = dialog.form_view.rows, uk_today()
    write(rows["start_date"], (today - timedelta(days=2)).isoformat())
    write(rows["end_date"], today.isoformat())
    QTest.keyClick(dialog.nextButton, Key.Key_Space)
    assert dialog.steps.currentWidget() is dialog.formStep
    assert "today or later" in rows["start_date"].error.text()
    assert "in the future" in rows["end_date"].error.text()
    close(at_work, dialog)
