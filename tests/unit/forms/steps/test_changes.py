"""Changing permits: what the form begins with, what it counts as, and what became of it."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from street_works.plugin.api.v1.models.work.applications import PermitASD
from street_works.plugin.drafts.entry import State
from street_works.plugin.forms.about import offers
from street_works.plugin.forms.all_forms import STEP_FORMS
from street_works.plugin.forms.application.on_works import read_about
from street_works.plugin.forms.steps.change_permit import (
    ChangePermit,
    ExtendWorks,
)
from street_works.plugin.live.details.details import fetch_details
from street_works.plugin.live.details.section import Part
from street_works.plugin.trade.calendar import civil_day, uk_time, uk_today
from street_works.tests.made.step_cases.bringing import applied, done, granted, started

REASON, END, START = "permit_alteration_reason", "proposed_end_date", "proposed_start_date"


@pytest.fixture(scope="module")
def trade(parties):
    return parties.trade


@pytest.fixture(scope="module")
def client(parties):
    return parties["planner"].client


def about(client, case):
    works = client.register.works(case.reference)
    return read_about(client.register, works, works.permit)


def modified(trade):
    case = applied(trade)
    done(case.assess("permit_modification_request"))
    return case


def answered(form, situation, **changes):
    return {**form.defaults(situation), REASON: "It has to be", **changes}


def later(situation, days):
    return (situation.record.last_day.date() + timedelta(days=days)).isoformat()


RICH = {
    "permit_conditions": [{"condition": "NCT02a", "comment": "Nights"}],
    "collaborative_working": True,
    "collaboration_type": "other",
    "collaboration_details": "With the gas works",
    "collaborative_works": "TSR1",
    "additional_contact": "Ann Hill",
    "additional_contact_number": "01632 960001",
    "additional_contact_email": "ann@works.example",
    "secondary_contact_email": "site@works.example",
    "project_reference_number": "P 1",
    "additional_info": "By the school",
    "traffic_management_plan": True,
    "environmental_health_notifiable": True,
}


def test_it_begins_with_all_that_was_applied_for_and_says_it_again(trade, client):
    start = uk_today() + timedelta(days=10)
    street = next(one for one in trade.service.town.streets if len(one.designations) > 1)
    asd = {name: street.designations[0][name] for name in PermitASD.model_fields}
    asds = [{name: value for name, value in asd.items() if value is not None}]
    case = trade.apply(start, start + timedelta(days=1), street, **RICH, permit_asds=asds)
    form, situation = ChangePermit(), about(client, case)
    (ticked,) = form.defaults(situation)["permit_asds"]
    assert ticked in situation.designations
    values = answered(form, situation)
    assert form.problems(values, situation) == {}
    sent = form.build(values, situation).body()
    given = {**case.body, REASON: "It has to be"}
    asked = {name: given[name] for name in sent}
    assert sent == asked
    left_out = {name for name in given if name not in sent and name in form.model.model_fields}
    assert left_out <= {"works_coordinates"}
    assert "Nothing is changed" in str(form.facts(form.build(values, situation), values, situation))


@pytest.mark.parametrize("bring", [applied, granted, started, modified])
def test_what_it_counts_as_is_what_the_service_makes_of_it(trade, client, bring):
    case = bring(trade)
    form, situation = ChangePermit(), about(client, case)
    values = answered(form, situation, **{END: later(situation, 1)})
    expected = form.kind(values, situation)
    assert form.problems(values, situation) == {}
    receipt = form.operation.send(
        client, form.subject(values, situation), form.build(values, situation)
    )
    change = client.register.change(case.reference, receipt.permit_reference, receipt.part)
    assert change.kind == expected
    at_once = "at once" in form.counts_as(values, situation)
    assert (change.status == "auto_applied") is at_once
    days = {one.last_day for one in (change.before, change.proposed)}
    assert len(days) == 2


def test_its_names_and_first_words_say_what_it_is(trade, client):
    form = ChangePermit()
    assert form.titled(about(client, applied(trade))) == "Change the application"
    assert form.titled(about(client, granted(trade))) == "Change the permit"
    asked = about(client, modified(trade))
    assert form.titled(asked) == "Answer the modification request"
    assert form.heading(asked).endswith("The highway authority asks: Shorter")
    names = [one.form for one in offers(STEP_FORMS, asked.works, asked.record, client.rights)]
    assert ChangePermit in names
    assert ExtendWorks not in names
    running = about(client, started(trade))
    names = [one.form for one in offers(STEP_FORMS, running.works, running.record, client.rights)]
    assert ExtendWorks in names


def test_each_change_is_shown_as_it_was_and_as_it_shall_be(trade, client):
    form, situation = ChangePermit(), about(client, granted(trade))
    point = {"type": "Point", "coordinates": [471065.0, 236014.5]}
    values = answered(
        form, situation, description_of_work="Renew two valves", works_coordinates=point
    )
    facts = {one.name: one.text for one in form.changed(values, situation)}
    assert facts["Description of the works"] == f"{situation.record.description} → Renew two valves"
    assert facts["Extent"].endswith(": as the permit has it → Point: redrawn")
    assert len(facts) == 2
    assert form.build(values, situation).body()["works_coordinates"] == point
    request = form.build(values, situation)
    said = {one.name: one.text for one in form.facts(request, values, situation)}
    assert "answers stay as they are" in said["As before"]
    assert said["It counts as"].startswith("Promoter change request: the permit stays as it is")


def test_works_in_progress_keep_their_start_and_an_extension_ends_later(trade, client):
    situation = about(client, started(trade))
    form = ChangePermit()
    moved = answered(form, situation, **{START: (uk_today() + timedelta(days=11)).isoformat()})
    assert "start date cannot be changed" in form.problems(moved, situation)[START]
    short = ExtendWorks()
    assert set(short.problems(answered(short, situation), situation)) == {END}
    longer = answered(short, situation, **{END: later(situation, 3)})
    assert short.problems(longer, situation) == {}
    body = short.build(longer, situation).body()
    assert body[END].startswith(later(situation, 3))
    assert body["description_of_work"] == situation.record.description
    assert "Works extension" in short.counts_as(longer, situation)


def test_small_works_do_not_become_major(trade, client):
    form, situation = ChangePermit(), about(client, granted(trade))
    longer = answered(form, situation, **{END: later(situation, 40)})
    said = form.problems(longer, situation)[END]
    assert "into major works" in said
    assert "Category: Major" in form.counts_as(longer, situation)


def test_an_early_start_is_asked_for_only_where_the_start_moves(trade, client):
    form, situation = ChangePermit(), about(client, granted(trade))
    early = "early_start_pre_approval"
    values = answered(form, situation)
    assert early not in form.shown(values, situation) or situation.record.starts_early
    tomorrow = (uk_today() + timedelta(days=1)).isoformat()
    assert early in form.shown({**values, START: tomorrow}, situation)


def test_works_that_overrun_are_given_more_time_from_when_they_really_started(trade, client):
    situation = about(client, started(trade))
    now, permit = datetime.now(timezone.utc), situation.record
    over = replace(
        permit,
        first_day=now - timedelta(days=20),
        last_day=now - timedelta(days=3),
        started=now - timedelta(days=19),
        first_time=None,
        last_time=None,
    )
    late = replace(situation, record=over, works=replace(situation.works, permit=over))
    form = ExtendWorks()
    values = answered(form, late, **{END: (uk_today() + timedelta(days=2)).isoformat()})
    assert form.problems(values, late) == {}
    body = form.build(values, late).body()
    assert f"T{uk_time(over.started):%H:%M}" in body["proposed_start_time"]
    assert body[START].startswith(civil_day(over.first_day).isoformat())
    ended = {**values, END: (uk_today() - timedelta(days=1)).isoformat()}
    assert set(form.problems(ended, late)) == {"proposed_end_time"}


def test_immediate_works_are_changed_by_the_questions_for_them(trade, client):
    today = uk_today()
    now = uk_time(datetime.now(timezone.utc))
    case = trade.apply(
        today,
        today + timedelta(days=1),
        work_type="immediate",
        immediate_risk=False,
        is_ttro_required=None,
        proposed_start_time=now.isoformat(timespec="milliseconds"),
    )
    form, situation = ChangePermit(), about(client, case)
    values = answered(form, situation, immediate_risk=True)
    shown = form.shown(values, situation)
    assert "immediate_risk" in shown
    assert "is_ttro_required" not in shown
    assert form.problems(values, situation) == {}
    assert "Category: Immediate – emergency" in form.counts_as(values, situation)
    receipt = form.operation.send(
        client, form.subject(values, situation), form.build(values, situation)
    )
    change = client.register.change(case.reference, receipt.permit_reference, receipt.part)
    assert change.proposed.category == "immediate_emergency"


TYPED = {REASON: "A second valve leaks", "description_of_work": "Renew two valves"}


@pytest.mark.parametrize("arrived", [True, False])
def test_a_lost_answer_is_settled_by_the_changes_of_the_permit(trade, client, parties, arrived):
    form, situation = ChangePermit(), about(client, granted(trade))
    parties["planner"].lose(form, situation, arrived=arrived, **TYPED)
    found = parties["planner"].found_out(form, situation)
    assert found.state is (State.ACCEPTED if arrived else State.NOT_THERE)
    if arrived:
        assert found.receipt.part == f"{situation.record.reference}-CR-01"


def test_a_change_of_somebody_else_or_of_before_is_not_taken_for_the_lost_one(
    trade, client, parties
):
    case = applied(trade)  # a change before the assessment is applied at once: several may follow
    form, situation = ChangePermit(), about(client, case)
    assert parties["contractor"].send(form, situation, **TYPED).state is State.ACCEPTED
    other = {**TYPED, REASON: "A third valve leaks"}
    entry = parties["planner"].lose(form, situation, arrived=False, **other)
    assert parties["planner"].found_out(form, situation).state is State.NOT_THERE
    long_after = replace(entry, begun=entry.begun + timedelta(hours=1))
    same = {**entry.body, **TYPED}
    assert form.operation.settle(client, replace(entry, body=same)) is not None
    assert form.operation.settle(client, replace(long_after, body=same)) is None


def test_the_details_tell_a_change_side_by_side(trade, client):
    case = granted(trade)
    point = {"type": "Point", "coordinates": [471065.0, 236014.5]}
    assert case.change(description_of_work="Renew two valves", works_coordinates=point) == 201
    works = client.register.works(case.reference)
    (change,) = works.permit.changes
    details = fetch_details(client.register, case.reference, part=change.part)
    section = details.section(Part.RECORD)
    lines = {line.cells[0]: line.cells[1:] for line in section.lines}
    assert section.columns == ("What", "Original", "Proposed")
    assert lines["Reason"] == ("It has to be", "")
    assert {len(line.cells) for line in section.lines} == {len(section.columns)}
    assert lines["Description"] == (case.body["description_of_work"], "Renew two valves")
    assert lines["Extent"][1] == "Point"
    assert "Proposed end" not in lines
    assert int(lines["The same in both"][0]) > 20
    assert section.about == change
