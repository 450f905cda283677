"""A permit is copied as the beginning of a new application, there or on another street.

With real key presses, from the details, through the whole workplace.
"""

from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.api.v1.models.work import WorkCreateRequest
from street_works.plugin.map.pick import Record
from street_works.plugin.practice import PracticeService
from street_works.plugin.trade.calendar import uk_today
from street_works.tests.made.applications import application_for
from street_works.ui.register import copy_actions

pytestmark = pytest.mark.one_workplace

Key = Qt.Key
GRID = "EPSG:27700"
POINT = "POINT (471110 236010)"


def in_a_job(place, until, call):
    """Return what `call` returns, asked on another thread."""
    answers = []
    place.jobs.start("test", lambda _step: call(), done=answers.append, failed=answers.append)
    until(lambda: answers)
    return answers[0]


def offered(place):
    menu = place.finding.dock.stepsButton.menu_of_steps
    return {action.objectName() for action in menu.actions() if action.isVisible()}


@pytest.fixture
def permit(signed_in, until):
    """The permit of works that were applied for, whose details are shown."""
    given = application_for(PracticeService(), uk_today())
    request = WorkCreateRequest.model_validate(given, context={"today": uk_today()})
    made = in_a_job(signed_in, until, lambda: signed_in.account.client.work.create_work(request))
    works, details = made.work_reference_number, signed_in.finding.details
    signed_in.finding.open(Record("works", works, works))
    until(lambda: details.works is not None and not details.loading)
    signed_in.finding.dock.show()
    return details.details.permit


@pytest.fixture
def choose(signed_in, until):
    """Give the function that chooses an entry of the menu of the next steps, by keyboard."""
    button = signed_in.finding.dock.stepsButton

    def press(name):
        action = next(one for one in button.menu_of_steps.actions() if one.objectName() == name)
        QTest.keyClick(button, Key.Key_Space)
        button.menu_of_steps.setActiveAction(action)
        QTest.keyClick(button.menu_of_steps, Key.Key_Return)
        button.menu_of_steps.close()
        until(lambda: not signed_in.jobs.running)

    return press


@pytest.fixture
def form_of(signed_in):
    """Give the function that opens the form for the extent on the desk."""

    def make():
        signed_in.dock.applyButton.click()
        return signed_in.form.dialog

    yield make
    if signed_in.form.dialog is not None:
        signed_in.form.dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_copy_has_the_extent_the_street_and_the_answers(
    signed_in, permit, choose, form_of
) -> None:
    choose("copy")
    assert signed_in.heard == []
    sheet = signed_in.sheet
    assert sheet.draft.name == f"Copy of {permit.reference}"
    assert sheet.street.usrn == permit.usrn
    assert sheet.examined.extent.geojson() == permit.geometry
    answers = form_of().values()
    assert answers["description_of_work"] == permit.description
    assert answers["secondary_contact"] == permit.second_contact
    assert answers["proposed_start_date"] == permit.first_day.date().isoformat()
    assert not answers.get("work_reference_number")
    assert signed_in.form.dialog.form_view.problems() == {}


def test_a_copy_is_applied_for_as_works_of_their_own(
    signed_in, permit, choose, form_of, until
) -> None:
    choose("copy")
    dialog = form_of()
    for _ in range(2):
        until(lambda: dialog.nextButton.isEnabled())
        QTest.keyClick(dialog.nextButton, Key.Key_Space)
    until(lambda: dialog.steps.currentWidget() is dialog.receiptStep)
    made = dialog.receiptStep.workEdit.text()
    assert made != permit.works_reference
    again = in_a_job(signed_in, until, lambda: signed_in.account.register.works(made))
    assert again.permit.description == permit.description
    assert again.geometry == permit.geometry


def test_a_copy_to_another_street_waits_to_be_drawn(
    signed_in, permit, choose, form_of, until
) -> None:
    signed_in.sheet.take("POINT (471110 236010)", GRID)
    until(lambda: not signed_in.jobs.running)
    before = signed_in.sheet.draft
    choose("copy_elsewhere")
    sheet = signed_in.sheet
    assert sheet.examined is None
    assert not signed_in.dock.applyButton.isEnabled()
    assert before.id in [one.id for one in signed_in.drafts.all()]

    sheet.take("LINESTRING (471065 236014, 471085 236014)", GRID)
    until(lambda: not signed_in.jobs.running)
    assert sheet.draft.name == f"Copy of {permit.reference}"
    sheet.choose_street(sheet.nearby[0])
    answers = form_of().values()
    assert answers["description_of_work"] == permit.description
    assert answers["works_location_description"] == ""
    assert signed_in.heard == []


def test_a_copy_that_waits_to_be_drawn_is_among_the_drafts_and_comes_back_from_there(
    signed_in, permit, choose, form_of, until
) -> None:
    choose("copy_elsewhere")
    copied = signed_in.sheet.draft
    other = replace(copied, id="other", name="", drawing_wkt=POINT, drawing_crs=GRID, values={})
    signed_in.sheet.bring_back(other)
    until(lambda: not signed_in.jobs.running)
    (waiting,) = [one for one in signed_in.kept_drafts.all() if one.id == copied.id]
    signed_in.kept_drafts.open(waiting)
    assert signed_in.heard == []
    assert signed_in.sheet.examined is None
    assert signed_in.sheet.draft.name == f"Copy of {permit.reference}"
    signed_in.sheet.take(POINT, GRID)
    until(lambda: not signed_in.jobs.running)
    assert signed_in.sheet.draft.id == copied.id
    assert signed_in.sheet.draft.values["description_of_work"] == permit.description


def test_who_cannot_apply_is_not_offered_a_copy(signed_in, permit, monkeypatch) -> None:
    monkeypatch.setattr(copy_actions, "why_no_application", lambda _register: "Not for you")
    details = signed_in.finding.details
    assert {"copy", "copy_elsewhere"} <= offered(signed_in)
    details.shown.emit(details.details)
    assert not offered(signed_in) & {"copy", "copy_elsewhere"}
