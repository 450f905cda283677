"""Changing and cancelling a forward plan: what it begins with, what is refused, what is settled."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from street_works.plugin.drafts import State
from street_works.plugin.forms.application.on_works import AboutOnStreet, read_about
from street_works.plugin.forms.application.situation import copied, key_of
from street_works.plugin.forms.steps.forward_plans import CancelPlan, ChangePlan
from street_works.plugin.trade.calendar import uk_today
from street_works.plugin.trade.records.streets import Designation
from street_works.tests.made.filled_forms import Parties
from street_works.tests.made.parties import Case
from street_works.tests.made.step_cases.bringing import done
from street_works.tests.made.step_cases.case import day
from street_works.tests.made.step_cases.notices import announced


def about_plan(somebody: Any, case: Case) -> AboutOnStreet[Any]:
    register = somebody.client.register
    plan = register.forward_plan(case.reference, f"{case.reference}-FP-01")
    return read_about(register, somebody.works(case), plan)


def on_a_street_with(about: AboutOnStreet[Any], *designations: Designation) -> AboutOnStreet[Any]:
    """Return the situation on a street that has these designations and no others."""
    return replace(about, street=replace(about.street, designations=designations))


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


LONG_AGO = datetime(2020, 1, 1, tzinfo=timezone.utc)
AHEAD = uk_today() + timedelta(days=250)
SENSITIVE = Designation(2, place="All of it", first_day=LONG_AGO)
LATER = Designation(
    2, place="Beyond the bridge", first_day=datetime.combine(AHEAD, time(0), timezone.utc)
)
DRAINED = Designation(10, place="By the brook", first_day=LONG_AGO)
STALE = Designation(2, place="As it was called once", first_day=LONG_AGO)


def asds(form: ChangePlan, values: Any, about: Any) -> Any:
    """Return the designations that are sent."""
    return [one.body() for one in form.build(values, about).forward_plan_asds or ()]


def test_it_keeps_the_plan_s_designations_as_the_street_has_them_now(parties: Parties) -> None:
    case, planner = announced(parties.trade), parties["planner"]
    about = about_plan(planner, case)
    about = on_a_street_with(about, SENSITIVE, DRAINED)
    about = replace(about, record=replace(about.record, designations=(DRAINED, STALE)))
    form = ChangePlan()
    values = form.defaults(about)
    assert values["forward_plan_asds"] == [key_of(DRAINED)]
    assert [one["special_desig_location_text"] for one in asds(form, values, about)] == [
        "By the brook"
    ]
    both = {**values, "forward_plan_asds": [key_of(SENSITIVE), key_of(DRAINED)]}
    assert len(asds(form, both, about)) == 2


def test_other_days_tick_what_is_in_force_on_them_and_move_the_end(parties: Parties) -> None:
    case, planner = announced(parties.trade), parties["planner"]
    about = on_a_street_with(about_plan(planner, case), SENSITIVE, LATER, DRAINED)
    about = replace(about, record=replace(about.record, designations=(SENSITIVE,)))
    form, now = ChangePlan(), datetime.now(timezone.utc)
    before = form.defaults(about)
    moved = {**before, "start_date": day(240), "end_date": day(270)}
    assert form.follow(before, moved, about, now) == {
        "forward_plan_asds": [key_of(SENSITIVE), key_of(LATER)]
    }
    began_later = {**before, "start_date": day(240)}
    assert date.fromisoformat(form.follow(before, began_later, about, now)["end_date"]) > AHEAD
    chosen = {**before, "forward_plan_asds": [key_of(DRAINED)]}
    moved = {**chosen, "end_date": day(270)}
    assert form.follow(chosen, moved, about, now) == {}, "what was ticked by hand stays"


def test_what_applies_and_is_not_ticked_is_thought_of(parties: Parties) -> None:
    case, planner = announced(parties.trade), parties["planner"]
    about = on_a_street_with(about_plan(planner, case), SENSITIVE)
    form = ChangePlan()
    values = {**form.defaults(about), "forward_plan_asds": []}
    assert "forward_plan_asds" in form.thoughts(values, about)
    ticked = {**values, "forward_plan_asds": [key_of(SENSITIVE)]}
    assert "forward_plan_asds" not in form.thoughts(ticked, about)


def test_what_is_ticked_reaches_the_service_as_the_street_has_it(parties: Parties) -> None:
    case, planner = announced(parties.trade), parties["planner"]
    about = on_a_street_with(about_plan(planner, case), DRAINED)
    sent = planner.send(ChangePlan(), about, forward_plan_asds=[key_of(DRAINED)])
    assert sent.state is State.ACCEPTED, sent.error
    after = about_plan(planner, case).record
    assert [copied(one) for one in after.designations] == [copied(DRAINED)]


@pytest.mark.parametrize("arrived", [True, False])
def test_a_lost_change_of_designations_is_found_out(parties: Parties, arrived: bool) -> None:
    case, planner = announced(parties.trade), parties["planner"]
    about = on_a_street_with(about_plan(planner, case), DRAINED)
    form = ChangePlan()
    planner.lose(form, about, arrived=arrived, forward_plan_asds=[key_of(DRAINED)])
    found = planner.found_out(form, about)
    assert found.state is (State.ACCEPTED if arrived else State.NOT_THERE)


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
