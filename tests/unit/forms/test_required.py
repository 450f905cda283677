"""What must be answered is the request model's to say: no rule of it stands in the form again."""

import time
from datetime import date, timedelta
from itertools import product
from typing import ClassVar

import pytest
from pydantic import ValidationError
from street_works.plugin.api.contract.complete import Rule
from street_works.plugin.api.contract.rules import needed
from street_works.plugin.api.v1.enums import WorkType
from street_works.plugin.api.v1.models.work import WorkCreateRequest
from street_works.plugin.forms.application.form import Application
from street_works.tests.unit.forms.test_application import early, filled, situation

BEYOND_THE_MODEL = {"workstream_prefix", "early_start_pre_approval", "road_category"}


def required_with(rules, values, given):
    class Changed(WorkCreateRequest):
        pass

    class Form(Application):
        model = Changed

    Changed.rules = tuple(rules)
    return Form().required(values, given)


def test_a_rule_that_is_added_to_the_model_is_followed_by_the_form():
    given = situation()
    added = needed("project_reference_number", "work_type", WorkType.PLANNED, lambda: "Say which.")
    rules = (*WorkCreateRequest.rules, added)
    before = Application().required(filled(given), given)
    assert "project_reference_number" not in before
    assert required_with(rules, filled(given), given) == before | {"project_reference_number"}
    immediate = filled(given, work_type="immediate")
    assert "project_reference_number" not in required_with(rules, immediate, given)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("is_ttro_required", {}),
        ("immediate_risk", {"work_type": "immediate"}),
        ("proposed_start_time", {"work_type": "immediate"}),
        ("collaboration_type", {"collaborative_working": True}),
        ("collaboration_details", {"collaborative_working": True}),
    ],
)
def test_a_rule_that_is_taken_from_the_model_is_asked_for_no_more(name, values):
    given = situation()
    answers = filled(given, **values)
    today = situation().today
    others = [
        rule for rule in WorkCreateRequest.rules if name not in told_by(rule, answers, given, today)
    ]
    assert len(others) == len(WorkCreateRequest.rules) - 1
    before = Application().required(answers, given)
    assert name in before
    assert required_with(others, answers, given) == before - {name}


def told_by(rule: Rule, values, given, today):
    """Return the fields that one rule of the model minds when they are left out."""

    class Alone(WorkCreateRequest):
        rules: ClassVar[tuple[Rule, ...]] = (rule,)

    asked = Application().request_values(values, given)
    plain = {name for name, field in Alone.model_fields.items() if field.is_required()}
    return Alone.needed(asked, today) - plain


def test_a_kind_a_length_and_a_choice_that_change_in_the_model_change_on_the_form():
    class Changed(WorkCreateRequest):
        secondary_contact: bool
        description_of_work: WorkType

    class Form(Application):
        model = Changed

    before, after = Application().answers, Form().answers
    assert before["description_of_work"].longest == 500
    assert after["description_of_work"].choices == tuple(one.value for one in WorkType)
    assert after["description_of_work"].kind is before["work_type"].kind
    assert after["secondary_contact"].kind is before["excavation"].kind


def test_every_required_if_comes_from_the_model():
    """Leaves every field out of every kind of application, and compares what the model minds."""
    compared = 0
    form = Application()
    assert {name for name, field in form.fields.items() if field.must} == BEYOND_THE_MODEL
    days = ("2026-05-20", "2026-06-15")
    for code, kind, day, together, agreed, within in product(
        ("7349", "7374"),
        ("planned", "immediate", "hs2_highway_works"),
        days,
        (True, False),
        (True, False, None),
        (True, False, None),
    ):
        given = situation(code=code, category=early())
        values = filled(
            given,
            work_type=kind,
            proposed_start_date=day,
            proposed_end_date=day,
            collaborative_working=together,
            early_start_pre_approval=agreed,
            hs2_in_act_limits=within,
        )
        minded = {
            name
            for name in form.shown(values, given)
            if name in faults({**form.request_values(values, given), name: None})
        }
        assert form.required(values, given) == minded | (
            BEYOND_THE_MODEL & form.shown(values, given)
        )
        compared += 1
    assert compared == 216


def faults(given):
    try:
        WorkCreateRequest.model_validate(given, context={"today": date(2026, 6, 1)})
    except ValidationError as error:
        return {detail["loc"][0] for detail in error.errors()}
    return set()


def test_what_the_model_says_is_beyond_it_has_no_rule_there():
    today = situation().today
    given = situation(category=early())
    asked = Application().request_values(filled(given), given)
    assert not BEYOND_THE_MODEL & WorkCreateRequest.needed(asked, today)
    assert not BEYOND_THE_MODEL & WorkCreateRequest.needed(asked, today + timedelta(days=400))


def test_a_key_press_is_judged_in_a_small_part_of_what_a_planner_notices():
    given, form = situation(), Application()
    values = filled(given)
    form.judge(values, given)
    rounds = 20
    begun = time.process_time()
    for _ in range(rounds):
        form.judge(values, given)
    assert (time.process_time() - begun) / rounds < 0.05  # seconds; it is some 3 ms
