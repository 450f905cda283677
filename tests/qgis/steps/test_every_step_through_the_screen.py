"""Every form of a step: from the details to the receipt, by real keys, at the practice service."""

from typing import Any

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.api import StreetManager  # noqa: E402
from street_works.plugin.drafts import State  # noqa: E402
from street_works.plugin.forms.about import subject_of  # noqa: E402
from street_works.plugin.settings import CUSTOM  # noqa: E402
from street_works.tests.made.by_keyboard import against_reading, keys  # noqa: E402
from street_works.tests.made.parties import PASSWORDS, email_of  # noqa: E402
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


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_is_offered_filled_in_by_keys_reviewed_sent_received_and_seen(
    case: StepCase, desk: Any
) -> None:
    works = case.before(desk.trade)
    desk.sign_in(case.who)
    dock = desk.open(works.reference)
    assert case.shows not in desk.details.as_text()
    record = case.record(desk.details)
    subject = subject_of(desk.details.works, record)
    action = offered(dock, case, case.line(desk.details))
    assert action.isEnabled(), action.text()
    choose(dock, action)
    until(lambda: desk.place.form_dialog is not None)
    dialog = desk.place.form_dialog
    assert type(dialog.form) is case.form
    dialog.activateWindow()
    until(lambda: dialog.nextButton.isEnabled())  # the category has been asked for
    for stops in fill_in(dialog, case.typed(works), desk.folder).values():
        assert unnamed(stops) == []
        assert dialog.nextButton in stops
        on_page = [one for one in stops if dialog.form_view.pages.isAncestorOf(one)]
        assert against_reading(on_page) == []
    assert [key for key, times in keys(dialog).items() if times > 1] == []
    review(dialog)
    submit(dialog, dialog.receiptStep)
    until(lambda: not desk.place.jobs.running and case.shows in desk.details.as_text())
    entry = desk.place.journal.latest(CUSTOM, case.form.operation.name, subject)
    assert entry.state is State.ACCEPTED
    assert _told_by(desk.trade, case, entry) is not None
    press(dialog.closeButton)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert desk.place.form_dialog is None
    assert desk.place.heard == []


def _told_by(trade: Any, case: StepCase, entry: Any) -> Any:
    """Return the receipt by the register's own word, read anew over HTTP."""
    client = StreetManager(trade.base)
    client.sign_in(email_of(case.who), PASSWORDS[email_of(case.who)])
    try:
        return case.form.operation.settle(client, entry)
    finally:
        client.close()
