"""Every form of a step: from the details to the receipt, by real keys, at the practice service."""

from functools import partial
from typing import Any

import pytest
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.drafts import State  # noqa: E402
from street_works.plugin.forms.about import subject_of  # noqa: E402
from street_works.plugin.settings import CUSTOM  # noqa: E402
from street_works.tests.made.judging import (  # noqa: E402
    close,
    gone,
    judge,
    refused_at_its_question,
    refusing,
    told_by,
)
from street_works.tests.made.operations_asked import operations_asked  # noqa: E402
from street_works.tests.made.step_cases.all_cases import CASES  # noqa: E402
from street_works.tests.made.step_cases.case import StepCase  # noqa: E402
from street_works.tests.made.stepping import (  # noqa: E402
    choose,
    fill_in,
    offered,
    press,
    review,
    submit,
)
from street_works.tests.made.waiting import until  # noqa: E402
from street_works.tests.rounds import rounds  # noqa: E402

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
    if CASES.index(case) % rounds(3, full=1) == 0:  # the engine's own doing: some stand for all
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


def impossible_meanwhile(desk: Any, dialog: Any) -> None:
    """Submit what cannot be done any more: the details are read anew, the form goes."""
    review(dialog)
    desk.network.spoil = refusing(412, TOO_LATE, {})
    submit(dialog, dialog.failureStep)
    desk.network.spoil = None
    assert TOO_LATE in dialog.failureStep.failureLabel.text()
    assert dialog.nextButton.text() == "Re&load the details"
    read_before = desk.details
    press(dialog.nextButton)
    gone(desk)
    until(lambda: desk.details is not read_before and not desk.place.jobs.running)
