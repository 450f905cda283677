"""Every transition of permits and advance authorisations, allowed and refused."""

from datetime import timedelta

import pytest
from street_works.plugin.practice.machines import assessments, permits
from street_works.plugin.practice.machines.assessments import Assessment
from street_works.plugin.practice.records import SYSTEM, LaneRental, Reinstatement, Site
from street_works.plugin.practice.refusals import Refusal

STATUSES = (
    "submitted", "granted", "permit_modification_request", "refused", "closed", "cancelled",
    "revoked", "progressed",
)  # fmt: skip
SAID = {
    "granted": Assessment("granted", discount=0),
    "refused": Assessment("refused", comments="No", reasons_for_refusal=["RC10"]),
    "permit_modification_request": Assessment(
        "permit_modification_request", pending_change_details="Shorter"
    ),
    "revoked": Assessment("revoked", revoke_reason="A parade"),
}
ASSESSED = {
    ("submitted", "granted"), ("submitted", "refused"), ("granted", "revoked"),
    ("submitted", "permit_modification_request"), ("permit_modification_request", "granted"),
    ("permit_modification_request", "refused"),
}  # fmt: skip


def told(change):
    return [event.event for event in change.events]


@pytest.mark.parametrize("said", SAID)
@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("category", ["minor", "paa"])
def test_assessing(works, permit, now, category, status, said):
    one = works(permit(status, category=category))
    reference = one.permits[0].reference
    allowed = (status, said) in ASSESSED
    if category == "paa" and said == "permit_modification_request":
        allowed = False
    if not allowed:
        with pytest.raises(Refusal) as refusal:
            assessments.assess(one, reference, SAID[said], now)
        assert refusal.value.status == 412
        return
    change = assessments.assess(one, reference, SAID[said], now)
    after = change.works.active
    assert (after.status, after.assessment_status, after.status_changed) == (said, said, now)
    kind = "paa" if category == "paa" else "permit"
    names = [said if said == "permit_modification_request" else f"{kind}_{said}"]
    assert told(change) == names
    assert change.works.status == "planned"


def test_what_an_assessment_said_is_kept(works, permit, now):
    one = works(permit())
    refused = assessments.assess(
        one, one.active.reference.lower(), SAID["refused"], now
    ).works.active
    assert (refused.reasons_for_refusal, refused.assessment_comments) == (("RC10",), "No")
    asked = assessments.assess(
        one, one.active.reference, SAID["permit_modification_request"], now
    ).works.active
    assert asked.ever_modification_requested
    assert asked.pending_change_details == "Shorter"


def test_a_modification_is_asked_for_once(works, permit, now):
    one = works(permit(ever_modification_requested=True))
    with pytest.raises(Refusal) as refusal:
        assessments.assess(one, one.active.reference, SAID["permit_modification_request"], now)
    assert refusal.value.status == 412


def test_a_grant_names_its_discount_but_for_hs2_highway_works(works, permit, now):
    one = works(permit())
    with pytest.raises(Refusal) as refusal:
        assessments.assess(one, one.active.reference, Assessment("granted"), now)
    assert refusal.value.fields.keys() == {"assessment_discount"}
    highway = works(permit(category="hs2_highway"))
    change = assessments.assess(highway, highway.active.reference, Assessment("granted"), now)
    assert change.works.active.status == "granted"


@pytest.mark.parametrize(("days", "allowed"), [(-1, False), (0, False), (1, True)])
def test_a_challenged_duration_leaves_two_working_days(works, permit, now, days, allowed):
    one = works(permit(category="immediate_urgent"))
    end = one.active.start + timedelta(days=days)
    said = Assessment("granted", "Too long", discount=0, is_duration_challenged=True,
                      reasonable_end=end)  # fmt: skip
    if allowed:
        granted = assessments.assess(one, one.active.reference, said, now).works.active
        assert (granted.is_duration_challenged, granted.reasonable_end) == (True, end)
        return
    with pytest.raises(Refusal) as refusal:
        assessments.assess(one, one.active.reference, said, now)
    assert refusal.value.fields.keys() == {"reasonable_period_end_date"}


def test_works_that_stopped_are_not_revoked_and_running_ones_stay_in_progress(works, permit, now):
    running = works(permit("granted", started=True), status="in_progress")
    change = assessments.assess(running, running.active.reference, SAID["revoked"], now)
    assert change.works.status == "in_progress"
    stopped = works(permit("granted", started=True, stopped=True), status="completed")
    with pytest.raises(Refusal):
        assessments.assess(stopped, stopped.active.reference, SAID["revoked"], now)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("category", ["standard", "paa"])
def test_cancelling_before_the_start(works, permit, now, category, status):
    one = works(permit(status, category=category))
    if status in ("submitted", "granted", "refused", "permit_modification_request"):
        change = permits.cancel(one, one.active.reference, None, now)
        assert change.works.active.status == "cancelled"
        assert change.works.status == "cancelled"
        assert told(change) == ["paa_cancelled" if category == "paa" else "permit_cancelled"]
        return
    with pytest.raises(Refusal) as refusal:
        permits.cancel(one, one.active.reference, None, now)
    assert refusal.value.status == 412


@pytest.mark.parametrize(
    ("category", "stopped", "reinstated", "allowed"),
    [
        ("immediate_urgent", False, False, True),
        ("immediate_emergency", False, False, True),
        ("immediate_urgent", True, False, False),
        ("immediate_urgent", False, True, False),
        ("minor", False, False, False),
    ],
)
def test_cancelling_after_the_start(works, permit, now, category, stopped, reinstated, allowed):
    running = permit("granted", started=True, stopped=stopped, category=category)
    one = works(running, status="in_progress")
    if reinstated:
        done = Reinstatement(
            "interim", now, now, now, running.reference, one.geometry, "Here", ("footway",), False
        )
        one = works(running, status="in_progress", sites=(Site(1, "bar_holes", (done,)),))
    if allowed:
        assert permits.cancel(one, running.reference, None, now).works.status == "cancelled"
        return
    with pytest.raises(Refusal) as refusal:
        permits.cancel(one, running.reference, None, now)
    assert refusal.value.status == 412


def test_only_the_latest_permit_is_cancelled_and_an_unknown_one_is_not_found(works, permit, now):
    one = works(permit("refused"), permit(number=2))
    for reference, status in ((one.permits[0].reference, 412), ("ELSE-01", 404)):
        with pytest.raises(Refusal) as refusal:
            permits.cancel(one, reference, None, now)
        assert refusal.value.status == status


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("latest", ["minor", "paa"])
@pytest.mark.parametrize("category", ["minor", "major", "paa"])
def test_room_for_another_permit(works, permit, now, latest, status, category):
    one = works(permit(status, category=latest), status="cancelled")
    over = status in ("closed", "cancelled", "refused", "revoked")
    follows = latest == "paa" and status in ("submitted", "granted") and category != "paa"
    another = permit(number=2, category=category)
    if not (over or follows):
        with pytest.raises(Refusal) as refusal:
            permits.add(one, another, now)
        assert refusal.value.status == 409
        return
    change = permits.add(one, another, now)
    assert [p.status for p in change.works.permits] == [
        "progressed" if follows else status, "submitted"
    ]  # fmt: skip
    assert change.works.status == "planned"
    assert told(change) == ["paa_submitted" if category == "paa" else "permit_submitted"]


@pytest.mark.parametrize("status", ["completed", "cancelled", "historical", "non_notifiable"])
def test_finished_works_are_planned_again(works, permit, now, status):
    assert permits.add(works(status=status), permit(), now).works.status == "planned"


@pytest.mark.parametrize("status", ["section_81", "unattributable"])
def test_isolated_works_take_no_permit(works, permit, now, status):
    with pytest.raises(Refusal) as refusal:
        permits.add(works(status=status), permit(), now)
    assert refusal.value.status == 409


def test_immediate_works_run_from_the_start(works, permit, now):
    change = permits.first(works(), permit(category="immediate_urgent", started=True), now)
    assert change.works.status == "in_progress"
    assert told(change) == [
        "in_progress_works_record_created", "permit_submitted", "work_start_logged"
    ]  # fmt: skip


def test_hs2_works_within_the_limits_are_granted_by_rule(works, permit, now):
    within = permit(details={"hs2_in_act_limits": True})
    change = permits.add(works(promoter_swa_code="7374"), within, now)
    assert change.works.active.status == "granted"
    assert change.works.active.assessment_status == "granted_auto"
    assert change.events[-1].username == SYSTEM
    assert permits.add(works(), within, now).works.active.status == "submitted"
    outside = permit(details={"hs2_in_act_limits": False})
    change = permits.add(works(promoter_swa_code="7374"), outside, now)
    assert change.works.active.status == "submitted"


def test_a_forward_plan_progresses_with_its_first_permit(works, permit, plan, now):
    change = permits.add(works(forward_plan=plan), permit(category="paa"), now)
    assert change.works.forward_plan.status == "progressed"
    assert change.works.forward_plan.status_changed == now


def test_discount_and_lane_rental(works, permit, now):
    one = works(permit("granted"))
    after = assessments.discount(one, one.active.reference, 30, "Shared", now)
    assert (after.works.active.discount, after.works.active.discount_reason) == (30, "Shared")
    assert told(after) == ["permit_discount_updated"]
    with pytest.raises(Refusal) as refusal:
        assessments.discount(works(permit()), one.active.reference, 30, None, now)
    assert refusal.value.status == 412
    found = LaneRental("chargeable", charges_agreed=True)
    rented = assessments.assess_lane_rental(one, one.active.reference, found, now)
    assert rented.works.active.lane_rental == found
    assert told(rented) == ["lane_rental_assessed"]
    with pytest.raises(Refusal):
        assessments.assess_lane_rental(
            works(permit(category="paa")), one.active.reference, found, now
        )


def test_hs2_permits_are_acknowledged_once(works, permit, now):
    within = permit(details={"hs2_in_act_limits": True})
    one = works(within, promoter_swa_code="7374")
    change = assessments.acknowledge(one, one.active.reference, now)
    assert change.works.active.hs2_acknowledged == now
    assert told(change) == ["permit_hs2_acknowledged"]
    for refused in (change.works, works(permit())):
        with pytest.raises(Refusal) as refusal:
            assessments.acknowledge(refused, one.active.reference, now + timedelta(hours=1))
        assert refusal.value.status == 412
