"""Somebody else is quicker while a form is filled in: the planner is told, and loses nothing."""

from typing import Any, Callable, NamedTuple

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.drafts import State  # noqa: E402
from street_works.plugin.forms.about import subject_of  # noqa: E402
from street_works.plugin.forms.steps.assess_permit import GrantPermit  # noqa: E402
from street_works.plugin.forms.steps.penalties import DisputePenalty  # noqa: E402
from street_works.plugin.forms.steps.stop_works import StopWorks  # noqa: E402
from street_works.plugin.settings import CUSTOM  # noqa: E402
from street_works.tests.made.parties import Case  # noqa: E402
from street_works.tests.made.step_cases.all_cases import CASES  # noqa: E402
from street_works.tests.made.step_cases.notices import answer_fine  # noqa: E402
from street_works.tests.made.stepping import (  # noqa: E402
    choose,
    fill_in,
    offered,
    press,
    review,
    submit,
)
from street_works.tests.made.waiting import until  # noqa: E402


class Meanwhile(NamedTuple):
    """A form, what somebody else does while it is filled in, and what is told of that then."""

    form: type
    done: Callable[[Case], int]
    told: str


QUICKER = (
    Meanwhile(GrantPermit, lambda works: works.assess("refused"), "Status: Submitted → Refused"),
    Meanwhile(StopWorks, Case.stop, "Status: In progress → Completed"),
    Meanwhile(
        DisputePenalty, lambda works: answer_fine(works, "authority", "withdrawn"), "Withdrawn"
    ),
)


@pytest.mark.parametrize("quicker", QUICKER, ids=lambda one: one.form.__name__)
def test_what_has_changed_is_told_and_what_was_typed_is_kept(quicker: Meanwhile, desk: Any) -> None:
    case = next(one for one in CASES if one.form is quicker.form)
    works = case.before(desk.trade)
    desk.sign_in(case.who)
    dock = desk.open(works.reference)
    line, name = case.line(desk.details), case.form.operation.name
    subject = subject_of(desk.details.works, case.record(desk.details))
    choose(dock, offered(dock, case, line))
    dialog = desk.place.form.dialog
    dialog.activateWindow()
    fill_in(dialog, case.typed(works), desk.folder)
    answers = dialog.values()
    review(dialog)
    assert quicker.done(works) in (200, 201, 204)
    submit(dialog, dialog.failureStep)
    why = dialog.failureStep.failureLabel.text()
    assert desk.place.journal.latest(CUSTOM, name, subject).state is State.REFUSED
    read_before = desk.details
    press(dialog.nextButton)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert desk.place.form.dialog is None
    until(lambda: desk.details is not read_before and not desk.place.jobs.running)
    assert quicker.told in dock.statement.text()
    action = offered(dock, case, case.line(desk.details))
    assert not action.isEnabled()
    assert action.toolTip().partition(" (")[0] in why
    kept = desk.place.half_filled.values(name, subject)
    assert {name: kept[name] for name in answers} == answers
    assert desk.place.heard == []
