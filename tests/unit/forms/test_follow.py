"""Answers that follow from other answers."""

from datetime import date, datetime, timezone

import pytest
from street_works.plugin.forms.application.form import Application
from street_works.plugin.rules.usual_days import end_after_move
from street_works.tests.unit.forms.test_application import situation, street

form = Application()
TODAY = date(2026, 6, 1)  # a Monday
NOW = datetime(2026, 6, 1, 8, 5, tzinfo=timezone.utc)
TUESDAYS = {
    "street_special_desig_code": 2,
    "special_desig_location_text": "WHOLE ROAD",
    "special_desig_periodicity_code": 8,
}


def after(values, given=None, **answers):
    """Return the values once the planner has changed `answers` on a form that showed `values`."""
    given = given or situation()
    changed = {**values, **answers}
    return {**changed, **form.follow(values, changed, given, NOW)}


def days(values):
    return values["proposed_start_date"], values["proposed_end_date"]


def test_immediate_works_start_now_and_last_as_long_and_planned_ones_start_when_they_may():
    opened = form.defaults(situation())
    now = after(opened, work_type="immediate")
    assert days(now) == ("2026-06-01", "2026-06-03")
    assert now["proposed_start_time"] == "09:05"  # UK summer time
    back = after(now, work_type="planned")
    assert days(back) == days(opened)
    assert back["proposed_start_time"] == ""


def test_a_start_that_immediate_works_may_have_stays():
    begun = {**form.defaults(situation()), "proposed_start_date": "2026-05-31"}
    begun["proposed_start_time"] = "23:10"
    now = after(begun, work_type="immediate")
    assert (now["proposed_start_date"], now["proposed_start_time"]) == ("2026-05-31", "23:10")


@pytest.mark.parametrize(
    ("moved", "end"),
    [
        (date(2026, 6, 16), date(2026, 6, 17)),  # still before the end
        (date(2026, 6, 17), date(2026, 6, 17)),
        (date(2026, 6, 18), date(2026, 6, 22)),  # three working days, over a weekend
        (date(2026, 6, 20), date(2026, 6, 24)),  # a Saturday
    ],
)
def test_the_end_keeps_behind_the_start(moved, end):
    assert end_after_move(date(2026, 6, 15), date(2026, 6, 17), moved, TODAY) == end


def test_designations_are_ticked_for_the_days_that_the_form_opens_with():
    given = situation(street_changes=street(additional_special_designations_response=[TUESDAYS]))
    (key,) = given.designations
    monday = {"proposed_start_date": "2026-06-15", "proposed_end_date": "2026-06-15"}
    tuesday = {"proposed_start_date": "2026-06-16", "proposed_end_date": "2026-06-16"}
    assert form.defaults(given, monday)["permit_asds"] == []
    opened = form.defaults(given, tuesday)
    assert opened["permit_asds"] == [key]
    assert after(opened, given, **monday)["permit_asds"] == []
    assert after(after(opened, given, **monday), given, **tuesday)["permit_asds"] == [key]


def test_designations_that_the_planner_ticked_stay_as_they_are():
    given = situation(street_changes=street(additional_special_designations_response=[TUESDAYS]))
    (key,) = given.designations
    opened = form.defaults(given, {"permit_asds": [key]})
    assert opened["permit_asds"] == [key]
    monday = {"proposed_start_date": "2026-06-15", "proposed_end_date": "2026-06-15"}
    chosen = {**form.defaults(given, monday), "permit_asds": [key]}
    wednesday = {"proposed_start_date": "2026-06-17", "proposed_end_date": "2026-06-17"}
    assert after(chosen, given, **wednesday)["permit_asds"] == [key]


def test_a_day_that_is_being_typed_is_remembered_as_it_was():
    opened = form.defaults(situation())
    typing = {**opened, "proposed_start_date": "12/0"}
    assert form.settled(opened, typing)["proposed_start_date"] == opened["proposed_start_date"]
    assert form.follow(opened, typing, situation(), NOW) == {}


@pytest.mark.parametrize(
    ("offered", "kept", "chosen"),
    [
        ((("001", "Gas"),), "", "001"),
        ((("001", "Gas"),), "002", "001"),  # one of another organisation
        ((("001", "Gas"), ("002", "Water")), "002", "002"),
        ((("001", "Gas"), ("002", "Water")), "003", ""),
    ],
)
def test_a_workstream_that_is_remembered_is_taken_only_where_it_is_offered(offered, kept, chosen):
    given = situation(workstreams=offered)
    assert form.defaults(given, {"workstream_prefix": kept})["workstream_prefix"] == chosen
