"""QGIS is killed with a form of new works half filled in, or while several streets are sent."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any, Callable

import pytest
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.drafts import State
from street_works.plugin.settings import CUSTOM
from street_works.plugin.trade.records.receipts import Receipt
from street_works.tests.made.harmful_network import HARMLESS, HELD, Faults, proxy
from street_works.tests.made.new_works_until_killed import TYPED, open_form, sign_in
from street_works.tests.made.parties import Trade, client_of, trade_now
from street_works.tests.made.several_drafts import choose_all, send, streets
from street_works.tests.made.waiting import until
from street_works.tests.rounds import some

PROGRAM = "street_works.tests.made.new_works_until_killed"
WHAT = "description_of_work"
PATIENCE_S = 90.0
LONGEST_S = 0.5  # from when all was kept until the end


class TheSecond(Faults):
    """Holds the second application that is sent, at its first try."""

    def __init__(self, held: str) -> None:
        super().__init__(0, 0, {}, {})
        self.held, self.sent = held, list[str]()

    def _fault(self, kind: str, about: str, number: int) -> str:
        if kind == "create" and about not in self.sent:
            self.sent.append(about)
            return self.held if len(self.sent) == 2 else HARMLESS
        return HARMLESS

    @property
    def references(self) -> list[str]:
        """The works that were applied for, in the order in which they were first sent."""
        return [about.rpartition(" ")[2] for about in self.sent]

    def is_held(self) -> bool:
        """Say whether the second is on its way and nothing else will come."""
        arrived = len(self.taken) == (2 if self.held == "held_after" else 1)
        return len(self.sent) == 2 and arrived


@pytest.fixture(scope="module")
def trade(qgis_app: Any) -> Iterator[Trade]:
    with trade_now() as running:
        yield running


def killed(url: str, folder: Any, *given: str, wait: Callable[[Any], None]) -> None:
    """Let a form be filled in in a QGIS of its own, and kill that once `wait` returns."""
    with subprocess.Popen(
        [sys.executable, "-m", PROGRAM, url, str(folder), *given], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        try:
            assert line == "kept\n"
            wait(process)
        finally:
            process.send_signal(signal.SIGKILL)


def a_moment(_process: Any) -> None:
    time.sleep(random.uniform(0, LONGEST_S))  # noqa: S311 - no secret


def leave(place: Any) -> None:
    place.form.dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert place.form.dialog is None


@pytest.mark.parametrize(
    ("form", "question"),
    some(
        [
            ("CreateWork", WHAT),
            ("CreateForwardPlan", WHAT),
            ("CreateNonNotifiableSite", "location_description"),
        ],
        usual=1,
    ),
)
def test_what_was_typed_about_new_works_is_back(trade, folder, switch_on, form, question) -> None:
    killed(trade.base, folder, form, question, "fill", wait=a_moment)
    place = switch_on().workplace
    sign_in(place, trade.base)
    assert place.sheet.street.usrn == streets(1)[0].usrn
    assert place.sheet.examined.submittable
    open_form(place, form)
    values = place.form.dialog.values()
    assert values[question].startswith(TYPED)
    assert place.sheet.form_values["secondary_contact"] == "Ann Hill", "of another form"
    leave(place)


def test_half_filled_it_comes_back_with_all_streets(trade, folder, switch_on) -> None:
    killed(trade.base, folder, "several", WHAT, "fill", wait=a_moment)
    place = switch_on().workplace
    sign_in(place, trade.base)
    kept = place.drafts.all()
    assert {one.usrn for one in kept} == {one.usrn for one in streets(3)}
    for one in kept:
        assert one.values["description_of_work"].startswith(TYPED)
        assert one.values["works_location_description"] == f"{one.name}: Outside the first house"
    dialog = choose_all(place)
    assert {one.name for one in dialog.form_view.situation.streets} == {one.name for one in kept}
    values = dialog.values()
    assert values["description_of_work"].startswith(TYPED)
    assert values["works_location_description"] == "Outside the first house"
    assert values["secondary_contact"] == "Ann Hill"
    leave(place)


@pytest.mark.parametrize("held", some(HELD, usual=1))
def test_while_the_second_of_three_is_sent_none_is_lost_and_none_sent_twice(
    trade, folder, switch_on, held
) -> None:
    faults = TheSecond(held)

    def wait(process: Any) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not faults.is_held():
            assert process.poll() is None, "it ended by itself"
            assert time.monotonic() < deadline, f"the second was not sent: {dict(faults.met)}"
            time.sleep(0.01)

    with proxy(trade.base, faults) as network:
        killed(network.url, folder, "several", WHAT, "send", wait=wait)
        place = switch_on().workplace
        first, second = faults.references
        entry = place.journal.latest(CUSTOM, "CreateWork", first)
        assert entry.state is State.ACCEPTED
        assert Receipt(**entry.answer) == Receipt(first, f"{first}-01")
        assert [one.subject for one in place.journal.pending()] == [second]
        assert len(place.drafts.all()) == 2, "the first is applied for, and no draft any more"
        sign_in(place, network.url)
        assert choose_all(place) is None, "of one it is not known what became of it"
        assert second in place.dock.pendingLabel.text()
        QTest.mouseClick(place.dock.settleButton, Qt.MouseButton.LeftButton)
        until(lambda: not place.journal.pending() and not place.jobs.running)
        found = place.journal.latest(CUSTOM, "CreateWork", second).state
        assert found is (State.ACCEPTED if held == "held_after" else State.NOT_THERE)
        apply_for_the_rest(place)
        until(lambda: not place.drafts.all() and not place.jobs.running)
        leave(place)
        assert len(faults.references) == 3
        assert sorted(faults.taken.values()) == [1, 1, 1]
    with closing(client_of(trade.base, "planner")) as client:
        made = [client.register.works(one) for one in faults.references]
    assert {one.usrn for one in made} == {one.usrn for one in streets(3)}
    assert {one.description for one in made} == {TYPED}
    assert all(one.permit.place == f"{one.street}: Outside the first house" for one in made)


def apply_for_the_rest(place: Any) -> None:
    """Apply for what is still a draft: several by one form, a single one by its own."""
    left = place.drafts.all()
    if len(left) > 1:
        dialog = choose_all(place)
    else:
        place.kept_drafts.open(left[0])
        until(lambda: not place.jobs.running)
        place.apply()
        dialog = place.form.dialog
    send(dialog)
