"""Sites, reinstatements and forward plans."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from shapely.geometry import Point
from street_works.plugin.practice.machines import forward_plans, sites
from street_works.plugin.practice.records import Reinstatement
from street_works.plugin.practice.refusals import Refusal


@pytest.fixture
def done(now):
    day = now.replace(hour=0)
    return Reinstatement(
        status="interim", done=day, created=now, end=day, permit_reference=None,
        geometry=Point(1, 2), location="Outside number 3", location_types=("footway",),
        evidence=False, depth=1.0, length=2.0, width=0.6, holes=3, files=(7,),
    )  # fmt: skip


@pytest.fixture
def running(works, permit):
    return works(permit("granted", started=True), status="in_progress")


def refused(status, function, *values, **named):
    with pytest.raises(Refusal) as refusal:
        function(*values, **named)
    assert refusal.value.status == status
    return refusal.value.fields.keys()


def test_sites_are_numbered_and_remember_their_permit(running, done):
    change = sites.add_site(running, "excavation", done, None, False)
    assert change.files == (7,)
    assert change.works.inspection_units == 1
    assert change.works.sites[0].latest.permit_reference == running.active.reference
    assert [event.event for event in change.events] == ["reinstatement_submitted"]
    more = sites.add_site(change.works, "bar_holes", done, 4, True).works
    assert [site.number for site in more.sites] == [1, 2]
    assert more.inspection_units == 4
    assert more.active.final_reinstatement
    kept = sites.add_site(more, "bar_holes", done, None, None).works
    assert kept.inspection_units == 4, "what was given before stays"


@pytest.mark.parametrize(
    ("status", "allowed"),
    [("in_progress", True), ("completed", True), ("planned", False), ("section_81", False)],
)
def test_sites_need_works_that_started(works, permit, done, status, allowed):
    one = works(permit("granted", started=True), status=status)
    if allowed:
        assert sites.add_site(one, "excavation", done, None, False).works.sites
    else:
        refused(412, sites.add_site, one, "excavation", done, None, False)


def test_sites_need_a_permit_with_an_excavation(works, permit, done):
    refused(412, sites.add_site, works(), "bar_holes", done, None, None)
    holes = works(
        permit("granted", started=True, details={"excavation": False}), status="in_progress"
    )
    refused(412, sites.add_site, holes, "excavation", done, None, False)
    refused(412, sites.add_site, holes, "core_holes", done, None, None)


def test_reinstatements_lie_between_start_and_stop(works, permit, done, now):
    one = works(permit("closed", started=True, stopped=True), status="completed")
    for days in (-1, 1):
        elsewhen = replace(done, done=done.done + timedelta(days=days))
        fields = refused(400, sites.add_site, one, "excavation", elsewhen, None, False)
        assert fields == {"reinstatement_date"}


def test_long_sites_have_second_coordinates(running, done):
    long = replace(done, length=10.01)
    fields = refused(400, sites.add_site, running, "excavation", long, None, False)
    assert fields == {"secondary_reinstatement_coordinates"}
    both = replace(long, second_geometry=Point(5, 6))
    assert sites.add_site(running, "excavation", both, None, False).works.sites


@pytest.mark.parametrize(
    ("kind", "missing", "field"),
    [
        ("excavation", {"depth": None}, "depth"),
        ("excavation", {"length": None}, "length"),
        ("excavation", {"width": None}, "width"),
        ("bar_holes", {"holes": None}, "number_of_holes"),
    ],
)
def test_a_further_reinstatement_is_measured_as_its_site_needs(running, done, kind, missing, field):
    one = sites.add_site(running, kind, done, None, False).works
    fields = refused(400, sites.reinstate, one, 1, replace(done, **missing), None, False)
    assert fields == {field}
    again = sites.reinstate(one, 1, done, None, False).works
    assert [d.status for d in again.sites[0].reinstatements] == ["interim", "interim"]
    refused(404, sites.reinstate, one, 2, done, None, False)


def test_units_need_a_site_and_the_final_one_an_excavation(running, done):
    refused(412, sites.set_units, running, 3)
    holes = sites.add_site(running, "bar_holes", done, None, None).works
    assert sites.set_units(holes, 3).works.inspection_units == 3
    refused(412, sites.set_final, holes, final=True)
    dug = sites.add_site(holes, "excavation", done, None, False).works
    assert sites.set_final(dug, final=True).works.active.final_reinstatement


def test_non_notifiable_sites_are_no_excavations(works, done):
    one = works(status="non_notifiable")
    fields = refused(400, sites.non_notifiable, one, "excavation", done, None)
    assert fields == {"reinstatement_type"}
    change = sites.non_notifiable(one, "bar_holes", done, None)
    assert change.works.status == "non_notifiable"
    assert [event.event for event in change.events] == [
        "non_notifiable_works_record_created", "reinstatement_submitted"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "depth", "day", "end"),
    [
        ("interim", 1.0, (2026, 8, 31), (2027, 2, 27)),
        ("permanent", 1.5, (2026, 6, 3), (2028, 6, 2)),
        ("permanent", 1.51, (2026, 6, 3), (2029, 6, 2)),
    ],
)
def test_how_long_a_reinstatement_must_last(status, depth, day, end):
    done = datetime(*day, tzinfo=timezone.utc)
    assert sites.guaranteed_until(status, done, depth) == datetime(*end, tzinfo=timezone.utc)


@pytest.mark.parametrize("status", ["raised", "cancelled", "progressed"])
def test_only_raised_forward_plans_change(works, plan, now, status):
    one = works(forward_plan=replace(plan, status=status))
    edited = replace(one.forward_plan, description="Other")
    if status != "raised":
        refused(412, forward_plans.update, one, edited, one.geometry)
        refused(412, forward_plans.cancel, one, plan.reference, "No need", now)
        return
    change = forward_plans.update(one, edited, Point(9, 9))
    assert change.works.forward_plan.description == "Other"
    assert change.works.geometry == Point(9, 9)
    assert [event.event for event in change.events] == ["forward_plan_edited"]
    change = forward_plans.cancel(one, plan.reference.lower(), "No need", now)
    assert change.works.forward_plan.cancelled_reason == "No need"
    assert (change.works.status, change.works.forward_plan.status) == ("cancelled", "cancelled")
    assert [event.event for event in change.events] == ["forward_plan_cancelled"]


def test_forward_plans_lie_ahead_and_are_found_by_reference(works, plan, now):
    fields = refused(
        400, forward_plans.check_dates, replace(plan, start=now - timedelta(days=1)), now
    )
    assert fields == {"start_date"}
    today = replace(plan, start=now, end=now)
    assert refused(400, forward_plans.check_dates, today, now) == {"end_date"}
    forward_plans.check_dates(plan, now)
    refused(404, forward_plans.find, works(), plan.reference)
    refused(404, forward_plans.find, works(forward_plan=plan), "OTHER-FP-01")
