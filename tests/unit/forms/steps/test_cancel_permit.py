"""Cancelling a permit: what is thought of, what stands against it, what became of a lost answer."""

import pytest
from street_works.plugin.drafts import State
from street_works.plugin.forms.about import About
from street_works.plugin.forms.steps.cancel_permit import CancelPermit
from street_works.tests.made.filled_forms import Parties, Somebody
from street_works.tests.made.parties import Case
from street_works.tests.made.step_cases.bringing import applied, changing, granted, started


def permit_of(somebody: Somebody, case: Case) -> About[object]:
    return somebody.about(case, somebody.works(case).permit)


def test_the_permit_is_cancelled_once_and_the_works_with_it(parties: Parties) -> None:
    case, planner = granted(parties.trade), parties["planner"]
    about = permit_of(planner, case)
    assert planner.why_not(CancelPermit, case, about.record) is None
    sent = planner.send(CancelPermit(), about, additional_comments="Not wanted")
    assert sent.state is State.ACCEPTED, sent.error
    assert sent.receipt.permit_reference == f"{case.reference}-01"
    works = planner.works(case)
    assert works.status == "cancelled"
    assert "cannot be cancelled" in str(planner.why_not(CancelPermit, case, works.permit))
    again = planner.send(CancelPermit(), about)
    assert again.state is State.REFUSED
    assert "cannot be cancelled" in str(again.error)


def test_no_reason_need_be_given(parties: Parties) -> None:
    about = permit_of(parties["planner"], applied(parties.trade))
    assert CancelPermit().required({}, about) == set()
    assert CancelPermit().build({}, about).body() == {"permit_status": "cancelled"}


def test_a_permit_of_started_works_stays(parties: Parties) -> None:
    case, planner = started(parties.trade), parties["planner"]
    about = permit_of(planner, case)
    assert "have started" in str(planner.why_not(CancelPermit, case, about.record))
    refused = planner.send(CancelPermit(), about)
    assert refused.state is State.REFUSED
    assert "have started" in str(refused.error)


def test_it_is_said_what_else_is_cancelled(parties: Parties) -> None:
    planner = parties["planner"]
    about = permit_of(planner, granted(parties.trade))
    assert CancelPermit().thoughts({}, about) == {"additional_comments": []}
    about = permit_of(planner, changing(parties.trade))
    (thought,) = CancelPermit().thoughts({}, about)["additional_comments"]
    assert "change request" in thought


@pytest.mark.parametrize("arrived", [True, False])
def test_a_lost_cancellation_is_settled(parties: Parties, arrived: bool) -> None:
    case, planner = applied(parties.trade), parties["planner"]
    about = permit_of(planner, case)
    planner.lose(CancelPermit(), about, arrived=arrived)
    expected = State.ACCEPTED if arrived else State.NOT_THERE
    assert planner.found_out(CancelPermit(), about).state is expected
