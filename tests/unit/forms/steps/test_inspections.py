"""Logging and scheduling inspections: what goes together, what is asked when, what is settled."""

from datetime import timedelta
from typing import Any

import pytest
from street_works.plugin.drafts import State
from street_works.plugin.forms.steps.log_inspection import LogInspection
from street_works.plugin.forms.steps.scheduled_inspection import (
    CancelInspection,
    ScheduleInspection,
)
from street_works.plugin.trade.calendar import uk_today
from street_works.tests.made.filled_forms import Parties
from street_works.tests.made.step_cases.bringing import done, granted, stopped
from street_works.tests.made.step_cases.case import day, moment
from street_works.tests.made.step_cases.notices import reported, scheduled

PASSED = {
    "inspection_type": "live_site",
    "inspection_category": "a",
    "inspection_start_date": moment(hours=-1),
    "inspection_outcome": "passed",
    "username": "Alex",
    "inspection_evidence": False,
}
FAILED = {**PASSED, "inspection_outcome": "failed_low"}
PLANNED = {
    "scheduled_inspection_type": "live_site",
    "scheduled_inspection_category": "routine",
    "scheduled_inspection_date": day(7),
}


def offered(form: Any, name: str, values: dict[str, Any], about: Any) -> list[str]:
    return [one.value for one in form.fitting(name, values, about)]


# ---- logged ----


def test_what_is_inspected_goes_with_the_works(parties: Parties) -> None:
    form, authority, trade = LogInspection(), parties["authority"], parties.trade
    kinds = {}
    for works in (granted(trade), stopped(trade), reported(trade)):
        about = authority.about(works)
        opened = form.defaults(about)
        kinds[opened["inspection_type"]] = offered(form, "inspection_type", opened, about)
    of_sites = ["live_site", "reinstatement", "non_compliance_follow_up"]
    assert kinds == {
        "live_site": of_sites,
        "reinstatement": of_sites,
        "section_81": ["section_81"],
    }


def test_only_what_goes_with_type_and_category_can_be_chosen(parties: Parties) -> None:
    form, about = LogInspection(), parties["authority"].about(granted(parties.trade))
    values = {"inspection_type": "reinstatement", "inspection_category": "b"}
    assert "b" in offered(form, "inspection_category", values, about)
    assert "site_occupancy" not in offered(form, "inspection_category", values, about)
    assert "works_stopped" not in offered(form, "inspection_outcome", values, about)
    failings = offered(form, "failure_reason_details", values, about)
    assert failings
    assert all(one.startswith("reinstatement") for one in failings)
    both = offered(form, "failure_reason_details", {"inspection_type": "follow_up"}, about)
    assert len(both) > len(failings)


def test_a_failure_is_asked_about_and_a_dangerous_one_more(parties: Parties) -> None:
    form, about = LogInspection(), parties["authority"].about(granted(parties.trade))
    assert form.problems(PASSED, about) == {}
    assert set(form.problems(FAILED, about)) == {"failure_reason_details"}
    dangerous = {**FAILED, "inspection_outcome": "failed_high", "was_call_logged": True}
    assert set(form.problems(dangerous, about)) == {
        "failure_reason_details",
        "call_logged_to",
        "call_logged_reference",
        "call_logged_summary",
        "defect_fixed_on_site",
    }
    unsuited = {**PASSED, "inspection_type": "reinstatement"}
    assert set(form.problems(unsuited, about)) == {"inspection_category"}


def test_a_failing_without_details_is_named_and_its_sites_are_numbers(parties: Parties) -> None:
    case, authority = granted(parties.trade), parties["authority"]
    form, about = LogInspection(), authority.about(case)
    failing = {"condition": "live_site_signage", "comment": "", "numbers": ""}
    said = form.problems({**FAILED, "failure_reason_details": [failing]}, about)
    assert said["failure_reason_details"].startswith("live_site_signage: ")
    told = {**failing, "comment": "No sign", "numbers": "one"}
    assert form.problems({**FAILED, "failure_reason_details": [told]}, about)
    told["numbers"] = "1, 2"
    values = {**FAILED, "failure_reason_details": [told]}
    assert form.problems(values, about) == {}
    facts = {one.name: one.text for one in form.facts(form.build(values, about), values, about)}
    assert facts["What is not compliant?"] == "Live site signage: No sign: 1, 2"
    (sent,) = form.build(values, about).body()["failure_reason_details"]
    assert (sent["details"], sent["site_numbers"]) == ("No sign", [1, 2])
    refused = authority.send(form, about, **values)
    assert refused.state is State.REFUSED
    assert "no site 1" in str(refused.error.fields["failure_reason_details"])


@pytest.mark.parametrize("arrived", [True, False])
def test_another_inspection_is_not_taken_for_the_lost_one(parties: Parties, arrived: bool) -> None:
    case, authority = granted(parties.trade), parties["authority"]
    form, about = LogInspection(), authority.about(case)
    other = {**PASSED, "inspection_start_date": moment(hours=-4)}
    assert authority.send(form, about, **other).state is State.ACCEPTED
    authority.lose(form, about, arrived=arrived, **PASSED)
    found = authority.found_out(form, about)
    assert found.state is (State.ACCEPTED if arrived else State.NOT_THERE)
    if found.receipt is not None:
        assert found.receipt.part == f"{case.reference}-INSP-02"


# ---- scheduled ----


def test_the_next_working_day_is_proposed(parties: Parties) -> None:
    about = parties["authority"].about(granted(parties.trade))
    opened = ScheduleInspection().defaults(about)
    first = uk_today() + timedelta(days=1)
    assert first.isoformat() <= opened["scheduled_inspection_date"]
    assert opened["scheduled_inspection_type"] == "live_site"
    assert set(ScheduleInspection().problems(opened, about)) == {"scheduled_inspection_category"}


@pytest.mark.parametrize("time", ["", "10:30"])
def test_a_lost_schedule_is_found_by_its_day_and_time(parties: Parties, time: str) -> None:
    case, authority = granted(parties.trade), parties["authority"]
    form, about = ScheduleInspection(), authority.about(case)
    given = {**PLANNED, "scheduled_inspection_date_time": time}
    authority.lose(form, about, arrived=True, **given)
    assert authority.found_out(form, about).state is State.ACCEPTED


def test_another_schedule_is_not_taken_for_the_lost_one(parties: Parties) -> None:
    case, authority = granted(parties.trade), parties["authority"]
    form, about = ScheduleInspection(), authority.about(case)
    authority.lose(form, about, arrived=False, **PLANNED)
    assert authority.found_out(form, about).state is State.NOT_THERE
    authority.lose(form, about, arrived=False, **PLANNED)
    other = {**PLANNED, "scheduled_inspection_date": f"{uk_today() + timedelta(days=9)}T00:00:00Z"}
    done(case.step("authority", "POST", "scheduled-inspections", other))
    found = authority.found_out(form, about)
    assert found.state is State.REFUSED
    assert "Another inspection" in str(found.error)


def test_the_review_of_the_cancelling_names_the_inspection(parties: Parties) -> None:
    case, authority = scheduled(parties.trade), parties["authority"]
    form, about = CancelInspection(), authority.about(case)
    facts = {one.name: one.text for one in form.facts(form.build({}, about), {}, about)}
    assert facts["Scheduled inspection"].startswith("Live site, Third party, ")
    assert authority.why_not(CancelInspection, case) is None
    assert authority.send(form, about).state is State.ACCEPTED
    assert "No inspection" in str(authority.why_not(CancelInspection, case))
