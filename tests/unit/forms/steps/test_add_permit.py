"""Another permit on works: it begins as the last one, is offered when that is over, is found."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from street_works.plugin.drafts import State
from street_works.plugin.forms.application.again import answers_of
from street_works.plugin.forms.application.another import (
    answers_for_another,
    for_another_street,
    planned,
)
from street_works.plugin.forms.application.days import on_days
from street_works.plugin.forms.application.form import category_question
from street_works.plugin.forms.application.hints import counted
from street_works.plugin.forms.application.situation import copied
from street_works.plugin.forms.steps.add_permit import AddPermit
from street_works.plugin.rules.usual_days import usual_days
from street_works.plugin.trade.calendar import uk_today
from street_works.tests.made.filled_forms import Parties
from street_works.tests.made.parties import Case, day
from street_works.tests.made.step_cases.bringing import applied, authorised, done, stopped

EVERYTHING = {
    "secondary_contact_email": "ann@water.example",
    "additional_contact": "Bob Hill",
    "additional_contact_number": "01632 960124",
    "additional_contact_email": "bob@water.example",
    "project_reference_number": "P-12",
    "additional_info": "Mind the school",
    "traffic_management_plan": True,
    "is_ttro_required": True,
    "collaborative_working": True,
    "collaboration_type": "trench_sharing_primary_promoter",
    "collaboration_details": "With gas, in one trench",
    "collaborative_works": "PG0010000001",
    "permit_conditions": [{"condition": "NCT02a", "comment": "From 9 to 15"}],
}
"""What an application may say beside what it must."""


def test_the_answers_of_a_permit_make_the_application_again(parties: Parties) -> None:
    trade, planner = parties.trade, parties["planner"]
    start = uk_today() + timedelta(days=120)
    street = next(one for one in trade.service.town.streets if one.designations)
    ticked = [planner.client.register.street(street.usrn).designations[0]]
    case = trade.apply(
        start,
        start + timedelta(days=20),
        street,
        permit_asds=[_as_sent(one) for one in ticked],
        **EVERYTHING,
    )
    about, form = planner.applying(case), AddPermit()
    assert about.works.permit is not None
    again = form.build(answers_for_another(about.works.permit, about.today), about).body()
    expected = {name: case.body[name] for name in case.body if name in form.model.model_fields}
    for name in ("works_coordinates", "workstream_prefix"):  # as they are with the works
        expected.pop(name)
    assert {name: again.get(name) for name in expected if name not in _SAID_OF_A_START} == {
        name: expected[name] for name in expected if name not in _SAID_OF_A_START
    }
    assert set(again) <= set(expected)


def test_another_permit_begins_as_the_last_one_on_its_days_while_they_are_ahead(
    parties: Parties,
) -> None:
    planner, form = parties["planner"], AddPermit()
    about = planner.applying(authorised(parties.trade))
    permit = about.works.permit
    assert permit is not None
    begun = form.defaults(about)
    assert begun["proposed_start_date"] == permit.first_day.date().isoformat()
    assert begun["description_of_work"] == permit.description
    assert begun["works_coordinates"] == permit.geometry
    assert form.problems(begun, about) == {}
    assert "works_coordinates" not in form.build(begun, about).body()

    late = permit.first_day.date() + timedelta(days=1)
    over = answers_for_another(permit, late)
    assert not [name for name in over if name.startswith("proposed_")]


def test_the_permit_after_an_authorisation_counts_as_major_and_needs_notice_as_such(
    parties: Parties,
) -> None:
    planner, form = parties["planner"], AddPermit()
    about = planner.applying(authorised(parties.trade))
    near = (about.today + timedelta(days=30), about.today + timedelta(days=50))
    values = {**form.defaults(about), **on_days(*near)}
    question = category_question(values)
    assert question is not None
    told = planner.client.register.category(question)
    assert (told.category, told.starts_early) == ("paa", True)  # of works that are new
    here = counted(told, values, about)
    assert here is not None
    assert (here.category, here.starts_early) == ("major", False)
    assert form.problems(values, replace(about, category=here)) == {}
    sent = planner.send(form, replace(about, category=here), **on_days(*near))
    assert sent.state is State.ACCEPTED, sent.error
    assert sent.receipt is not None
    works = sent.receipt.works_reference
    permit = planner.client.register.works(works).permit
    assert permit is not None
    assert (permit.category, permit.starts_early) == ("major", False)


def test_what_is_kept_of_the_form_goes_before_what_the_last_permit_says(parties: Parties) -> None:
    about = parties["planner"].applying(authorised(parties.trade))
    begun = AddPermit().defaults(about, {"description_of_work": "As typed"})
    assert begun["description_of_work"] == "As typed"


def test_works_that_are_over_begin_on_the_usual_days(parties: Parties) -> None:
    start = uk_today() - timedelta(days=20)
    with parties.trade.clock.days_ago(30):
        case = parties.trade.apply(start, start + timedelta(days=1))
        done(case.cancel())
    about = parties["planner"].applying(case)
    begun = AddPermit().defaults(about)
    first, last = usual_days(about.today, about.now)
    days = (begun["proposed_start_date"], begun["proposed_end_date"])
    assert days == (first.isoformat(), last.isoformat())


def test_a_forward_plan_becomes_an_application_on_its_days(parties: Parties) -> None:
    trade, planner, form = parties.trade, parties["planner"], AddPermit()
    start, today = uk_today() + timedelta(days=100), uk_today()
    body = trade.application(start, start)
    names = ("promoter_swa_code", "highway_authority_swa_code", "usrn", "works_coordinates")
    plan = {
        **{name: body[name] for name in names},
        "workstream_prefix": "001",
        "description_of_work": "A new main",
        "works_location_description": "Along the school",
        "start_date": day(start),
        "end_date": day(start + timedelta(days=30)),
    }
    made = trade.ask("planner", "POST", "work/forward-plans", plan)
    case = Case(trade, made.json()["work_reference_number"], body)
    assert planner.why_not(form.__class__, case) is None
    about = planner.applying(case)
    begun = form.defaults(about)
    assert begun["description_of_work"] == "A new main"
    assert begun["works_location_description"] == "Along the school"
    assert begun["proposed_start_date"] == start.isoformat()
    left = planned(about.works, today + timedelta(days=365))
    assert "proposed_start_date" not in left

    rest = {name: body[name] for name in _NOT_PLANNED}
    sent = planner.send(form, about, **rest, is_ttro_required=True)
    assert sent.state is State.ACCEPTED, sent.error
    works = planner.works(case)
    assert works.permit is not None
    assert (works.permit.description, works.status) == ("A new main", "planned")


def test_it_waits_until_the_last_permit_is_over(parties: Parties) -> None:
    planner = parties["planner"]
    assert "not over yet" in str(planner.why_not(AddPermit, applied(parties.trade)))
    assert planner.why_not(AddPermit, stopped(parties.trade)) is None
    assert "Only the promoter" in str(
        parties["authority"].why_not(AddPermit, stopped(parties.trade))
    )


def test_a_lost_answer_is_found_among_the_permits_or_not(parties: Parties) -> None:
    planner, form = parties["planner"], AddPermit()
    case = stopped(parties.trade)
    about = planner.applying(case)
    entry = planner.lose(form, about, arrived=False, description_of_work="The second phase")
    assert planner.found_out(form, about).state is State.NOT_THERE, entry

    _another(case, "Somebody else's phase")
    planner.lose(form, about, arrived=False, description_of_work="The second phase")
    assert planner.found_out(form, about).state is State.NOT_THERE

    done(case.cancel(2))
    planner.lose(form, about, arrived=True, description_of_work="The second phase")
    done(case.cancel(3))
    _another(case, "A fourth")
    found = planner.found_out(form, about)
    assert found.state is State.ACCEPTED
    assert found.receipt is not None
    assert found.receipt.permit_reference == f"{case.reference}-03"


def test_another_street_gets_the_answers_but_not_what_is_said_of_the_street(
    parties: Parties,
) -> None:
    permit = parties["planner"].applying(authorised(parties.trade)).works.permit
    assert permit is not None
    kept = for_another_street(answers_of(permit, uk_today()))
    assert "works_location_description" not in kept
    assert kept["description_of_work"] == permit.description


_NOT_PLANNED = (
    "activity_type",
    "excavation",
    "location_types",
    "close_footway",
    "traffic_management_type",
    "traffic_management_plan",
    "lane_rental_applicable",
    "environmental_health_notifiable",
    "collaborative_working",
    "secondary_contact",
    "secondary_contact_number",
)
_SAID_OF_A_START = frozenset({"early_start_pre_approval", "early_start_reason"})


def _another(case: Case, what: str) -> None:
    start: date = uk_today() + timedelta(days=20)
    done(case.another(start, start + timedelta(days=1), description_of_work=what))


def _as_sent(designation: Any) -> dict[str, Any]:
    told = copied(designation)
    days = ("special_desig_start_date", "special_desig_end_date")
    return {name: day(one.date()) if name in days else one for name, one in told.items()}
