"""Every form of new works: from a drawing to the receipt, by real keys, at the practice service."""

from functools import partial
from typing import Any

import pytest
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.drafts import State  # noqa: E402
from street_works.plugin.forms.all_forms import NEW_WORKS  # noqa: E402
from street_works.plugin.settings import CUSTOM  # noqa: E402
from street_works.tests.made.judging import (  # noqa: E402
    close,
    judge,
    refused_at_its_question,
    told_by,
)
from street_works.tests.made.operations_asked import operations_asked  # noqa: E402
from street_works.tests.made.step_cases.new_works import NEW, NewCase  # noqa: E402
from street_works.tests.made.stepping import fill_in, press, review, submit  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402
from street_works.tests.rounds import some  # noqa: E402


@pytest.mark.parametrize("case", some(NEW, usual=2), ids=lambda case: case.name)
def test_it_is_offered_filled_in_by_keys_refused_kept_and_received(
    case: NewCase, at_desk: Any
) -> None:
    dialog = at_desk.begin(case.form)
    fill_in(dialog, case.typed(), at_desk.folder)
    until(lambda: dialog.nextButton.isEnabled())  # the category has been asked for
    fill_in(dialog, {}, at_desk.folder, partial(judge, dialog))
    answers = dialog.values()
    refused_at_its_question(at_desk, dialog, answers)
    reference = dialog.values()[case.form.reference]
    close(at_desk, dialog)
    dialog = at_desk.open_new(case.form)
    assert dialog.values() == {**answers, case.form.reference: reference}
    review(dialog)
    at_desk.network.asked.clear()
    submit(dialog, dialog.receiptStep)
    assert dialog.receiptStep.workEdit.text() == reference
    operation = case.form.operation
    assert operation.name in {name for _api, name in operations_asked(at_desk.network.asked)}
    entry = at_desk.place.journal.latest(CUSTOM, operation.name, reference)
    assert entry.state is State.ACCEPTED
    assert told_by(at_desk.trade, case, entry).works_reference == reference
    close(at_desk, dialog)
    until(lambda: not at_desk.place.jobs.running)
    assert at_desk.place.sheet.examined is None
    assert at_desk.place.heard == []


@pytest.mark.parametrize("arrived", [True, False], ids=["arrived", "not arrived"])
@pytest.mark.parametrize("case", NEW, ids=lambda case: case.name)
def test_a_lost_answer_is_settled_by_reading_the_works(
    case: NewCase, arrived: bool, at_desk: Any
) -> None:
    dialog = at_desk.begin(case.form)
    fill_in(dialog, case.typed(), at_desk.folder)
    review(dialog)
    at_desk.network.spoil = partial(lose, arrived)
    submit(dialog, dialog.failureStep)
    at_desk.network.spoil = None
    (open_one,) = at_desk.place.applying.unknown_outcomes()
    assert open_one.operation == case.form.operation.name
    press(dialog.nextButton)  # Check now
    page = dialog.receiptStep if arrived else dialog.failureStep
    until(lambda: dialog.steps.currentWidget() is page and not at_desk.place.jobs.running)
    expected = State.ACCEPTED if arrived else State.NOT_THERE
    kept = at_desk.place.journal.latest(CUSTOM, open_one.operation, open_one.subject)
    assert kept.state is expected
    assert (at_desk.place.sheet.examined is None) is arrived
    close(at_desk, dialog)


def lose(arrived: bool, asked: Any, body: bytes) -> None:
    """Lose the answer to what changes something, and unless it `arrived` the request with it."""
    if asked.command == "GET":
        asked.answer(*asked.hand_on(body), asked.kind)
        return
    if arrived:
        asked.hand_on(body)
    asked.close_connection = True


def test_every_form_of_new_works_has_a_case() -> None:
    assert tuple(case.form for case in NEW) == NEW_WORKS


@pytest.mark.parametrize("form", NEW_WORKS)
def test_every_field_of_the_request_is_asked_or_known(form: Any) -> None:
    assert {*form().fields, *form.filled} == set(form.model.model_fields)
