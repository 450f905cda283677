"""FPNs and section 81 notices: what is thought of, and whose answer a lost one is taken for."""

from typing import Any

import pytest
from street_works.plugin.drafts import State
from street_works.plugin.forms.steps.give_penalty import GivePenalty
from street_works.plugin.forms.steps.penalties import AcceptPenalty, DisputePenalty
from street_works.plugin.forms.steps.section_81 import AcceptSection81, RejectSection81
from street_works.plugin.trade.records.belonging import PenaltySummary, Section81Summary
from street_works.tests.made.filled_forms import Parties
from street_works.tests.made.parties import Case
from street_works.tests.made.step_cases.bringing import done, granted
from street_works.tests.made.step_cases.case import moment
from street_works.tests.made.step_cases.notices import fined, reported

OFFENCE = {
    "offence_code": "offence_code_09",
    "offence_date": moment(hours=-2),
    "offence_details": "Cones across the footway",
    "fpn_evidence": False,
    "authorised_officer": "Alex Warden",
    "officer_contact_details": "01632 960002",
}


def penalty(somebody: Any, case: Case) -> PenaltySummary:
    (found,) = somebody.works(case).penalties
    return found


def notice(somebody: Any, case: Case) -> Section81Summary:
    found = somebody.works(case).notice
    assert found is not None
    return found


def answer_fpn(case: Case, who: str, status: str) -> None:
    path = f"fixed-penalty-notices/{case.reference}-FPN-01/status"
    done(case.step(who, "PUT", path, {"fpn_status": status, "status_reason": "Because"}))


def answer_section_81(case: Case, who: str, status: str) -> None:
    path = f"section-81s/{case.reference}-S81/status"
    done(case.step(who, "PUT", path, {"section_81_status": status, "status_reason": "Because"}))


# ---- FPNs ----


def test_until_when_the_penalty_is_discounted_is_thought_of(parties: Parties) -> None:
    case, planner = fined(parties.trade), parties["planner"]
    form, about = AcceptPenalty(), planner.about(case, penalty(planner, case))
    discount, whole = form.thoughts(form.defaults(about), about)["status_reason"]
    assert discount.startswith("FPN: discount to ")
    assert "35 days left" in whole
    assert "check" in whole
    assert "Sch 4B" in discount


def test_a_dispute_needs_its_reason_and_an_acceptance_none(parties: Parties) -> None:
    case, planner = fined(parties.trade), parties["planner"]
    about = planner.about(case, penalty(planner, case))
    assert set(DisputePenalty().problems({}, about)) == {"status_reason"}
    assert AcceptPenalty().problems({}, about) == {}


def test_an_fpn_that_was_withdrawn_meanwhile_is_not_taken_for_accepted(parties: Parties) -> None:
    case, planner = fined(parties.trade), parties["planner"]
    form, about = AcceptPenalty(), planner.about(case, penalty(planner, case))
    planner.lose(form, about, arrived=False)
    answer_fpn(case, "authority", "withdrawn")
    found = planner.found_out(form, about)
    assert found.state is State.REFUSED
    assert "Withdrawn" in str(found.error)
    assert "cannot get" in str(planner.why_not(AcceptPenalty, case, penalty(planner, case)))


def test_an_acceptance_that_did_not_arrive_may_be_sent_after_a_dispute(parties: Parties) -> None:
    case, planner = fined(parties.trade), parties["planner"]
    form, about = AcceptPenalty(), planner.about(case, penalty(planner, case))
    planner.lose(form, about, arrived=False)
    answer_fpn(case, "contractor", "disputed")
    assert planner.found_out(form, about).state is State.NOT_THERE
    assert planner.send(form, about).state is State.ACCEPTED


@pytest.mark.parametrize("arrived", [True, False])
def test_an_fpn_for_another_offence_is_not_taken_for_the_lost_one(
    parties: Parties, arrived: bool
) -> None:
    case, authority = granted(parties.trade), parties["authority"]
    form, about = GivePenalty(), authority.about(case)
    other = {**OFFENCE, "offence_details": "No lights"}
    assert authority.send(form, about, **other).state is State.ACCEPTED
    authority.lose(form, about, arrived=arrived, **OFFENCE)
    found = authority.found_out(form, about)
    assert found.state is (State.ACCEPTED if arrived else State.NOT_THERE)
    if found.receipt is not None:
        assert found.receipt.part == f"{case.reference}-FPN-02"


def test_an_fpn_opens_with_the_active_permit_and_tells_of_one_like_it(parties: Parties) -> None:
    case, authority = fined(parties.trade), parties["authority"]
    form, about = GivePenalty(), authority.about(case)
    opened = form.defaults(about)
    assert opened["permit_reference_number"] == f"{case.reference}-01"
    (thought,) = form.thoughts({"offence_code": "offence_code_08"}, about)["offence_code"]
    assert f"{case.reference}-FPN-01, Issued" in thought
    assert form.thoughts({"offence_code": "offence_code_09"}, about)["offence_code"] == []


def test_the_review_names_the_evidence_and_says_nothing_where_there_is_nothing_to_think_about(
    parties: Parties,
) -> None:
    case, authority = granted(parties.trade), parties["authority"]
    form, about = GivePenalty(), authority.about(case)
    file = {"file_id": 7, "name": "photo.pdf", "size": 72, "digest": "b493"}
    values = {**form.defaults(about), **OFFENCE, "fpn_evidence": True, "file_ids": [file]}
    facts = form.facts(form.build(values, about), values, about)
    assert ("Evidence", "photo.pdf") in {(one.name, one.text) for one in facts}
    assert form.hints(values, about) == {}


# ---- section 81 ----


def test_accepting_says_by_what_works_and_rejecting_says_why(parties: Parties) -> None:
    case, planner = reported(parties.trade), parties["planner"]
    about = planner.about(case, notice(planner, case))
    assert set(AcceptSection81().problems({}, about)) == {"work_type"}
    assert set(RejectSection81().problems({}, about)) == {"status_reason"}


def test_an_acceptance_is_there_also_when_the_authority_has_resolved_the_notice(
    parties: Parties,
) -> None:
    case, planner = reported(parties.trade), parties["planner"]
    form, about = AcceptSection81(), planner.about(case, notice(planner, case))
    planner.lose(form, about, arrived=True, work_type="non_notifiable_works")
    answer_section_81(case, "authority", "resolved_by_ha")
    assert planner.found_out(form, about).state is State.ACCEPTED


def test_an_acceptance_of_a_notice_that_was_cancelled_meanwhile_is_refused(
    parties: Parties,
) -> None:
    case, planner = reported(parties.trade), parties["planner"]
    form, about = AcceptSection81(), planner.about(case, notice(planner, case))
    planner.lose(form, about, arrived=False, work_type="permit_works")
    answer_section_81(case, "authority", "cancelled")
    found = planner.found_out(form, about)
    assert found.state is State.REFUSED
    assert "Cancelled" in str(found.error)
