"""Own works are started from their details: form, review, receipt, and what became of lost answers.

With real key presses, through the whole workplace, against the practice service.
"""

import json
from datetime import datetime, timedelta, timezone

import pytest
from qgis.core import QgsRectangle
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.api.errors import PreconditionFailed
from street_works.plugin.api.v1.models.work import WorkCreateRequest, WorkStartUpdateRequest
from street_works.plugin.drafts import State
from street_works.plugin.forms.about import About
from street_works.plugin.forms.steps.start_works import StartWorks
from street_works.plugin.live.details.section import Part
from street_works.plugin.map.pick import Record
from street_works.plugin.practice import PracticeService
from street_works.plugin.trade.calendar import uk_time, uk_today
from street_works.plugin.trade.parties import Side
from street_works.tests.made.applications import application_for

STARTED = "UpdateActualStartDate"
Key = Qt.Key


def in_a_job(place, until, call):
    """Return what `call` returns, asked on another thread."""
    answers = []
    place.jobs.start("test", lambda _step: call(), done=answers.append, failed=answers.append)
    until(lambda: answers)
    return answers[0]


@pytest.fixture
def planned(signed_in, until):
    """The reference of works that have just been applied for."""
    given = application_for(PracticeService(), uk_today())
    request = WorkCreateRequest.model_validate(given, context={"today": uk_today()})
    made = in_a_job(signed_in, until, lambda: signed_in.account.client.work.create_work(request))
    return made.work_reference_number


def read(place, until, works):
    return in_a_job(place, until, lambda: place.account.register.works(works))


def opened(place, until, works):
    """Open the details of works and return the action that starts them."""
    place.finding.open(Record("works", works, works))
    until(lambda: place.finding.details.works is not None and not place.finding.details.loading)
    place.finding.dock.show()
    return offered(place)


def offered(place):
    every = place.finding.dock.stepsButton.every_step
    return next(action for action in every if action.objectName() == STARTED)


def choose(place, action):
    """Choose an action of the menu of the next steps, by keyboard."""
    button = place.finding.dock.stepsButton
    QTest.keyClick(button, Key.Key_Space)
    button.menu_of_steps.setActiveAction(action)
    QTest.keyClick(button.menu_of_steps, Key.Key_Return)
    button.menu_of_steps.close()


def facts(place):
    section = place.finding.details.details.section(Part.WORKS)
    return dict(line.cells for line in section.lines)


def wanted(place, until, works):
    """Open the form of the start, by keyboard."""
    choose(place, opened(place, until, works))
    dialog = place.form.dialog
    QCoreApplication.processEvents()
    return dialog


def sent(dialog, until, page):
    """Take the form to its review and send it, by keyboard, until a page is there."""
    for step in (dialog.formStep, dialog.reviewStep):
        assert dialog.steps.currentWidget() is step
        QTest.keyClick(dialog.nextButton, Key.Key_Space)
    until(lambda: dialog.steps.currentWidget() is page)


@pytest.mark.one_workplace
def test_closed_by_the_window_s_own_button_the_form_can_be_opened_again(signed_in, planned, until):
    dialog = wanted(signed_in, until, planned)
    dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert signed_in.form.dialog is None
    assert wanted(signed_in, until, planned).isVisible()


@pytest.mark.one_workplace
def test_works_are_started_from_their_details_which_show_it(signed_in, planned, until):
    dialog = wanted(signed_in, until, planned)
    assert dialog.windowTitle() == "Start works"
    assert planned in dialog.streetLabel.text()
    editor = dialog.form_view.rows["actual_start_date"].editor
    assert editor.day.edit.day() == uk_today(datetime.now(timezone.utc))
    typed = f"{uk_time(datetime.now(timezone.utc) - timedelta(minutes=5)):%H:%M}"
    editor.time.edit.selectAll()
    QTest.keyClicks(editor.time.edit, typed)
    QTest.keyClick(dialog.nextButton, Key.Key_Space)
    assert dialog.steps.currentWidget() is dialog.reviewStep, dialog.formStep.formTrouble.text()
    body = json.loads(dialog.review.body.toPlainText())
    assert f"T{typed}:00.000" in body["actual_start_date"]
    QTest.keyClick(dialog.nextButton, Key.Key_Space)
    until(lambda: dialog.steps.currentWidget() is dialog.receiptStep)
    assert dialog.receiptStep.workEdit.text() == planned
    until(lambda: not signed_in.jobs.running)
    assert facts(signed_in)["Status"] == "In progress"
    assert not offered(signed_in).isEnabled()
    assert "started already" in offered(signed_in).toolTip()
    assert read(signed_in, until, planned).status == "in_progress"
    QTest.keyClick(dialog.closeButton, Key.Key_Space)
    assert signed_in.heard == []


@pytest.mark.one_workplace
def test_the_map_shows_that_they_started(signed_in, planned, until):
    permit = read(signed_in, until, planned).permit
    place = permit.geometry["coordinates"]
    box = (place[0] - 50, place[1] - 50, place[0] + 50, place[1] + 50)
    signed_in.listings.in_view.come_into_sight(True)
    signed_in.live_view.include(permit.first_day.date(), permit.last_day.date())
    signed_in.map_place.go_to(QgsRectangle(*box))
    signed_in.load()
    until(lambda: first_day(signed_in, planned) == permit.first_day.date())
    dialog = wanted(signed_in, until, planned)
    sent(dialog, until, dialog.receiptStep)
    until(lambda: first_day(signed_in, planned) == uk_today(datetime.now(timezone.utc)))
    dialog.reject()


def first_day(place, works):
    """Return the first day of works as the list of what is on the map has it."""
    rows = place.listings.in_view.rows
    return next((row.start for row in rows if row.work_reference == works), None)


@pytest.mark.one_workplace
def test_a_start_under_a_permit_that_is_not_granted_is_warned_of(signed_in, planned, until):
    dialog = wanted(signed_in, until, planned)
    row = dialog.form_view.rows["actual_start_date"]
    assert "not granted yet" in row.hint.text()
    assert row.hint.isVisible()
    dialog.reject()


@pytest.mark.one_workplace
def test_a_start_that_lies_ahead_is_refused_before_it_is_sent(signed_in, planned, until):
    dialog = wanted(signed_in, until, planned)
    editor = dialog.form_view.rows["actual_start_date"].editor
    tomorrow = uk_today(datetime.now(timezone.utc)) + timedelta(days=1)
    editor.day.target().selectAll()
    QTest.keyClicks(editor.day.target(), tomorrow.isoformat())
    QTest.keyClick(dialog.nextButton, Key.Key_Space)
    assert dialog.steps.currentWidget() is dialog.formStep
    assert "past" in dialog.form_view.rows["actual_start_date"].error.text()
    assert read(signed_in, until, planned).status == "planned"
    dialog.reject()


@pytest.mark.one_workplace
@pytest.mark.parametrize("arrived", [True, False])
def test_an_answer_that_is_lost_is_settled_by_reading_the_works(
    signed_in, planned, register, until, arrived
):
    def lose(asked, body):
        if asked.command == "PUT":
            if arrived:
                asked.hand_on(body)
            asked.close_connection = True
        else:
            asked.answer(*asked.hand_on(body))

    dialog = wanted(signed_in, until, planned)
    register.spoil = lose
    sent(dialog, until, dialog.failureStep)
    assert "may or may not" in dialog.failureStep.failureLabel.text()
    assert [entry.subject for entry in signed_in.applying.unknown_outcomes()] == [planned]
    register.spoil = None
    QTest.keyClick(dialog.nextButton, Key.Key_Space)  # Check now
    page = dialog.receiptStep if arrived else dialog.failureStep
    until(lambda: dialog.steps.currentWidget() is page and not signed_in.jobs.running)
    assert signed_in.applying.unknown_outcomes() == []
    expected = State.ACCEPTED if arrived else State.NOT_THERE
    assert signed_in.journal.latest(None, STARTED, planned).state is expected
    if not arrived:
        QTest.keyClick(dialog.backButton, Key.Key_Space)
        sent(dialog, until, dialog.receiptStep)
    assert read(signed_in, until, planned).status == "in_progress"
    dialog.reject()


@pytest.mark.one_workplace
def test_a_lost_answer_is_settled_from_the_panel_too_and_the_details_follow(
    signed_in, planned, register, until
):
    def lose(asked, body):
        status, content = asked.hand_on(body)
        if asked.command == "PUT":
            asked.close_connection = True
        else:
            asked.answer(status, content)

    dialog = wanted(signed_in, until, planned)
    register.spoil = lose
    sent(dialog, until, dialog.failureStep)
    register.spoil = None
    QTest.keyClick(dialog.closeButton, Key.Key_Space)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert signed_in.form.dialog is None
    assert planned in signed_in.dock.pendingLabel.text()
    QTest.mouseClick(signed_in.dock.settleButton, Qt.MouseButton.LeftButton)
    until(lambda: not signed_in.jobs.running and facts(signed_in)["Status"] == "In progress")
    assert signed_in.dock.pendingLabel.isHidden()
    assert signed_in.heard == []


@pytest.mark.one_workplace
def test_a_start_of_somebody_else_is_not_taken_for_the_lost_one(
    signed_in, planned, register, until
):
    dialog = wanted(signed_in, until, planned)
    register.spoil = lambda asked, body: setattr(asked, "close_connection", True)
    sent(dialog, until, dialog.failureStep)
    register.spoil = None
    hours_ago = datetime.now(timezone.utc) - timedelta(hours=3)
    others = WorkStartUpdateRequest(actual_start_date=hours_ago)
    client = signed_in.account.client
    in_a_job(signed_in, until, lambda: client.work.update_actual_start_date(planned, others))
    QTest.keyClick(dialog.nextButton, Key.Key_Space)
    until(lambda: not signed_in.jobs.running)
    assert dialog.steps.currentWidget() is dialog.failureStep
    assert signed_in.journal.latest(None, STARTED, planned).state is State.REFUSED
    assert dialog.nextButton.text() == "Re&load the details"
    QTest.keyClick(dialog.nextButton, Key.Key_Space)
    until(lambda: facts(signed_in)["Status"] == "In progress")
    assert "Status: Planned → In progress" in signed_in.finding.dock.statement.text()
    assert "started already" in offered(signed_in).toolTip()


@pytest.mark.one_workplace
def test_works_that_may_not_start_are_greyed_with_the_reason_that_the_service_gives(
    signed_in, planned, until
):
    client = signed_in.account.client
    request = WorkStartUpdateRequest(actual_start_date=datetime.now(timezone.utc))
    in_a_job(signed_in, until, lambda: client.work.update_actual_start_date(planned, request))
    action = opened(signed_in, until, planned)
    assert not action.isEnabled()
    assert action.text().endswith(action.toolTip())
    choose(signed_in, action)
    assert signed_in.form.dialog is None
    refused = in_a_job(
        signed_in, until, lambda: client.work.update_actual_start_date(planned, request)
    )
    assert isinstance(refused, PreconditionFailed)
    assert action.toolTip().partition(" (")[0] in str(refused)


@pytest.mark.one_workplace
def test_a_start_long_before_the_permit_is_refused_by_form_and_service_alike(
    signed_in, planned, until
):
    works = read(signed_in, until, planned)
    day = works.permit.first_day.date().replace(year=works.permit.first_day.year - 6)
    values = {"actual_start_date": {"day": day.isoformat(), "time": "09:00"}}
    form, situation = StartWorks(), About(works, works, uk_today(), frozenset(Side))
    said = form.problems(values, situation)["actual_start_date"]
    client = signed_in.account.client
    refused = in_a_job(
        signed_in,
        until,
        lambda: client.work.update_actual_start_date(planned, form.build(values, situation)),
    )
    assert [said] in refused.fields.values()


def test_every_field_of_the_request_is_asked():
    form = StartWorks()
    assert set(form.fields) | form.filled == set(WorkStartUpdateRequest.model_fields)
