"""Which steps works and what belongs to them ask for first."""

from dataclasses import replace

import pytest
from street_works.plugin.rules.clocks.asked import asked
from street_works.plugin.rules.steps import Step
from street_works.plugin.trade.records.belonging import PenaltySummary
from street_works.tests.made.told_works import MINOR, PAA, RUNNING, SITE, STOPPED, works
from street_works.tests.made.uk_days import moment

NOW = moment("Tue 15 Dec 2026 09:00")
FPN = PenaltySummary("W-FPN-01", "an offence", NOW, "issued")
TO_START = (Step.START, Step.CHANGE, Step.CANCEL)
ANSWERED = (Step.ACCEPT_PENALTY, Step.DISPUTE_PENALTY)


@pytest.mark.parametrize(
    ("permit", "steps"),
    [
        (MINOR, TO_START),
        (replace(MINOR, status="submitted"), (Step.GRANT, Step.REFUSE, Step.REQUEST_MODIFICATION)),
        (PAA, (Step.APPLY, Step.CANCEL)),
        (RUNNING, (Step.STOP, Step.ADD_SITE)),
        (STOPPED, (Step.ADD_SITE, Step.SET_FINAL)),
        (replace(MINOR, status="cancelled"), ()),
    ],
)
def test_works_ask_for_what_their_clocks_ask(permit, steps):
    assert asked([works(permit)], works(permit), NOW) == steps


def test_the_first_record_asks_first_and_a_step_is_asked_for_once():
    these = works(MINOR)
    assert asked([FPN, these], these, NOW) == (*ANSWERED, *TO_START)
    assert asked([these, FPN, these], these, NOW) == (*TO_START, *ANSWERED)


def test_what_is_done_with_asks_for_nothing():
    these = works(STOPPED)
    assert asked([replace(FPN, status="paid"), None], these, NOW) == ()
    assert asked([replace(SITE, status="permanent")], these, NOW) == ()
    assert asked([replace(SITE, status="interim")], these, NOW) == (Step.APPLY,)
