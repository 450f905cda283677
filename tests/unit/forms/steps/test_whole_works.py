"""Inspection units and the final reinstatement of works."""

from typing import Any

import pytest
from street_works.plugin.drafts import State
from street_works.plugin.forms.steps.whole_works import SetFinalReinstatement, SetInspectionUnits
from street_works.tests.made.filled_forms import Parties
from street_works.tests.made.step_cases.bringing import reinstated, started

FORMS = [
    (SetInspectionUnits(), {"inspection_units": "12"}),
    (SetFinalReinstatement(), {"final_reinstatement": True}),
]


def test_the_units_open_with_those_of_the_works_and_are_set(parties: Parties) -> None:
    case, planner = reinstated(parties.trade), parties["planner"]
    form, about = SetInspectionUnits(), planner.about(case)
    assert form.defaults(about)["inspection_units"] == str(about.works.units) == "1"
    assert "inspection_units" in form.problems({"inspection_units": "a dozen"}, about)
    assert "inspection_units" in form.problems({"inspection_units": "1000"}, about)
    assert planner.send(form, about, inspection_units=" 12 ").state is State.ACCEPTED
    assert planner.works(case).units == 12


def test_the_final_reinstatement_is_set_and_taken_back(parties: Parties) -> None:
    case, planner = reinstated(parties.trade), parties["planner"]
    form, about = SetFinalReinstatement(), planner.about(case)
    assert form.required({}, about) == {"final_reinstatement"}
    for answer in (True, False):
        assert planner.send(form, about, final_reinstatement=answer).state is State.ACCEPTED
        permit = planner.works(case).permit
        assert permit is not None
        assert permit.finally_reinstated is answer


def test_interim_sites_are_thought_of(parties: Parties) -> None:
    case, planner = reinstated(parties.trade), parties["planner"]
    form, about = SetFinalReinstatement(), planner.about(case)
    (thought,) = form.thoughts({"final_reinstatement": True}, about)["final_reinstatement"]
    assert "site 1" in thought
    assert form.thoughts({"final_reinstatement": False}, about) == {}


@pytest.mark.parametrize(("form", "typed"), FORMS, ids=lambda one: type(one).__name__)
def test_without_a_site_it_is_refused_as_it_is_not_offered(
    parties: Parties, form: Any, typed: dict[str, Any]
) -> None:
    case, planner = started(parties.trade), parties["planner"]
    why = planner.why_not(type(form), case)
    assert why is not None
    refused = planner.send(form, planner.about(case), **typed)
    assert refused.state is State.REFUSED
    assert why.partition(" (")[0] in str(refused.error)


@pytest.mark.parametrize("arrived", [True, False])
@pytest.mark.parametrize(("form", "typed"), FORMS, ids=lambda one: type(one).__name__)
def test_a_lost_answer_is_settled(
    parties: Parties, form: Any, typed: dict[str, Any], arrived: bool
) -> None:
    case, planner = reinstated(parties.trade), parties["planner"]
    about = planner.about(case)
    planner.lose(form, about, arrived=arrived, **typed)
    expected = State.ACCEPTED if arrived else State.NOT_THERE
    assert planner.found_out(form, about).state is expected
