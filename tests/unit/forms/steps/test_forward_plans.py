"""Changing and cancelling a forward plan: what it begins with, what is refused, what is settled."""

from typing import Any

import pytest
from street_works.plugin.drafts import State
from street_works.plugin.forms.about import About
from street_works.plugin.forms.steps.forward_plans import CancelPlan, ChangePlan
from street_works.tests.made.filled_forms import Parties
from street_works.tests.made.parties import Case
from street_works.tests.made.step_cases.bringing import done
from street_works.tests.made.step_cases.case import day
from street_works.tests.made.step_cases.notices import announced


def about_plan(somebody: Any, case: Case) -> About[Any]:
    plan = somebody.client.register.forward_plan(case.reference, f"{case.reference}-FP-01")
    return somebody.about(case, plan)


def test_it_begins_with_the_plan_as_it_is_and_changes_nothing_else(parties: Parties) -> None:
    case, planner = announced(parties.trade), parties["planner"]
    about = about_plan(planner, case)
    opened = ChangePlan().defaults(about)
    assert opened["description_of_work"] == "A bigger main"
    assert opened["project_reference_number"] == "P-77"
    assert (opened["start_date"], opened["end_date"]) == (day(200), day(230))
    sent = planner.send(ChangePlan(), about, description_of_work="A bigger main, and valves")
    assert sent.state is State.ACCEPTED, sent.error
    before, after = about.record, about_plan(planner, case).record
    assert after.description == "A bigger main, and valves"
    for name in ("first_day", "last_day", "place", "geometry", "traffic", "project", "status"):
        assert getattr(after, name) == getattr(before, name)


def test_a_plan_may_not_begin_in_the_past_nor_end_today(parties: Parties) -> None:
    case, planner = announced(parties.trade), parties["planner"]
    form, about = ChangePlan(), about_plan(planner, case)
    values = {**form.defaults(about), "start_date": day(-1), "end_date": day(0)}
    said = form.problems(values, about)
    assert said == {
        "start_date": "This must be today or later.",
        "end_date": "This must be in the future.",
    }
    refused = planner.send(form, about, start_date=day(-1), end_date=day(0))
    assert refused.state is State.REFUSED
    assert {name: refused.error.fields[name] for name in said} == {
        name: [text] for name, text in said.items()
    }


@pytest.mark.parametrize("arrived", [True, False])
def test_a_lost_change_is_found_out(parties: Parties, arrived: bool) -> None:
    case, planner = announced(parties.trade), parties["planner"]
    form, about = ChangePlan(), about_plan(planner, case)
    extent = {"type": "Point", "coordinates": [471075.25, 236014.5]}
    planner.lose(form, about, arrived=arrived, end_date=day(240), works_coordinates=extent)
    found = planner.found_out(form, about)
    assert found.state is (State.ACCEPTED if arrived else State.NOT_THERE)


def test_what_was_cancelled_meanwhile_is_neither_changed_nor_cancelled_again(
    parties: Parties,
) -> None:
    case, planner = announced(parties.trade), parties["planner"]
    about = about_plan(planner, case)
    planner.lose(ChangePlan(), about, arrived=False, end_date=day(240))
    planner.lose(CancelPlan(), about, arrived=False, cancelled_reason="No need")
    path = f"forward-plans/{case.reference}-FP-01/cancel"
    done(case.step("contractor", "PUT", path, {"cancelled_reason": "No money"}))
    for form in (ChangePlan(), CancelPlan()):
        found = planner.found_out(form, about)
        assert found.state is State.REFUSED
        assert "Cancelled" in str(found.error)
        left = planner.why_not(type(form), case, about_plan(planner, case).record)
        assert "stays as it is" in str(left)
