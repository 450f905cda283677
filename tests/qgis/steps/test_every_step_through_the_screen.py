"""Every form of a step: from the details to the receipt, by real keys, at the practice service."""

import json
from functools import partial
from typing import Any

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.drafts import State  # noqa: E402
from street_works.plugin.forms.about import subject_of  # noqa: E402
from street_works.plugin.settings import CUSTOM  # noqa: E402
from street_works.tests.made.by_keyboard import against_reading, keys, unreached  # noqa: E402
from street_works.tests.made.operations_asked import operations_asked  # noqa: E402
from street_works.tests.made.parties import client_of  # noqa: E402
from street_works.tests.made.step_cases.all_cases import CASES  # noqa: E402
from street_works.tests.made.step_cases.case import StepCase  # noqa: E402
from street_works.tests.made.stepping import (  # noqa: E402
    choose,
    fill_in,
    offered,
    press,
    review,
    submit,
    unnamed,
)
from street_works.tests.made.waiting import until  # noqa: E402

PLEASE_CHANGE = "Please change this"
TOO_LATE = "The works have moved on (1.2)"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_is_offered_filled_in_by_keys_refused_mended_received_and_seen(
    case: StepCase, desk: Any
) -> None:
    works, operation = case.before(desk.trade), case.form.operation
    desk.sign_in(case.who)
    dock = desk.open(works.reference)
    assert case.shows not in desk.details.as_text()
    subject = subject_of(desk.details.works, case.record(desk.details))
    dialog, typed = open_form(desk, dock, case), case.typed(works)
    fill_in(dialog, typed, desk.folder, partial(judge, dialog))
    answers = dialog.values()
    refused_at_its_question(desk, dialog, answers)
    impossible_meanwhile(desk, dialog)
    assert case.shows not in desk.details.as_text()
    dialog = open_form(desk, dock, case)
    assert dialog.values() == answers
    review(dialog)
    desk.network.asked.clear()
    submit(dialog, dialog.receiptStep)
    until(lambda: not desk.place.jobs.running and case.shows in desk.details.as_text())
    asked = {name for _api, name in operations_asked(desk.network.asked)}
    assert operation.name.partition(".")[0] in asked
    entry = desk.place.journal.latest(CUSTOM, operation.name, subject)
    assert entry.state is State.ACCEPTED
    assert told_by(desk.trade, case, entry) is not None
    close(desk, dialog)
    assert desk.place.heard == []


def open_form(desk: Any, dock: Any, case: StepCase) -> Any:
    """Go from the details to the form by keys."""
    action = offered(dock, case, case.line(desk.details))
    assert action.isEnabled(), action.text()
    choose(dock, action)
    until(lambda: desk.place.form.dialog is not None)
    dialog = desk.place.form.dialog
    assert type(dialog.form) is case.form
    dialog.activateWindow()
    until(lambda: dialog.nextButton.isEnabled())  # the category has been asked for
    return dialog


def judge(dialog: Any, stops: list[Any]) -> None:
    """Look at the way of the Tab key over one page, and at what a screen reader says on it."""
    assert unnamed(stops) == []
    assert unreached(dialog, stops) == []
    assert dialog.nextButton in stops
    on_page = [one for one in stops if dialog.form_view.pages.isAncestorOf(one)]
    assert against_reading(on_page) == []
    assert [key for key, times in keys(dialog).items() if times > 1] == []


def refused_at_its_question(desk: Any, dialog: Any, answers: dict[str, Any]) -> None:
    """Submit what the service minds in each field: its words stand there, beside the answers."""
    shown = [name for name, row in dialog.form_view.rows.items() if not row.isHidden()]
    minded = {name: [f"{PLEASE_CHANGE}: {name}"] for name in shown}
    review(dialog)
    desk.network.spoil = refusing(400, "Bad Request", minded)
    submit(dialog, dialog.failureStep)
    desk.network.spoil = None
    press(dialog.backButton)
    rows = dialog.form_view.rows
    assert {name: rows[name].error.text() for name in shown} == {
        name: f"{PLEASE_CHANGE}: {name}" for name in shown
    }
    assert dialog.values() == answers


def impossible_meanwhile(desk: Any, dialog: Any) -> None:
    """Submit what cannot be done any more: the details are read anew, the form goes."""
    review(dialog)
    desk.network.spoil = refusing(412, TOO_LATE, {})
    submit(dialog, dialog.failureStep)
    desk.network.spoil = None
    assert TOO_LATE in dialog.failureStep.failureLabel.text()
    assert dialog.nextButton.text() == "Reload the details"
    read_before = desk.details
    press(dialog.nextButton)
    gone(desk)
    until(lambda: desk.details is not read_before and not desk.place.jobs.running)


def refusing(status: int, message: str, fields: dict[str, Any]) -> Any:
    """Return what refuses all that changes something, and lets through what reads."""

    def spoil(asked: Any, body: bytes) -> None:
        if asked.command == "GET":
            asked.answer(*asked.hand_on(body), asked.kind)
            return
        told = {"message": message, "error": {"status": status}, "fields": fields}
        asked.answer(status, json.dumps(told).encode())

    return spoil


def close(desk: Any, dialog: Any) -> None:
    """Leave the receipt."""
    press(dialog.closeButton)
    gone(desk)


def gone(desk: Any) -> None:
    """See that the form is gone."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert desk.place.form.dialog is None


def told_by(trade: Any, case: StepCase, entry: Any) -> Any:
    """Return the receipt by the register's own word, read anew over HTTP."""
    client = client_of(trade.base, case.who)
    try:
        return case.form.operation.settle(client, entry)
    finally:
        client.close()
