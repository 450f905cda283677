"""Every kind of alteration, what it changes, and how it is settled."""

from dataclasses import replace
from datetime import timedelta

import pytest
from shapely.geometry import Point
from street_works.plugin.practice.machines import alterations, assessments, deeming, permits
from street_works.plugin.practice.machines.alterations import Decision
from street_works.plugin.practice.records import SYSTEM
from street_works.plugin.practice.refusals import Refusal

DAY = timedelta(days=1)
GRANT = Decision("granted", discount=0)
CHALLENGE = "granted_with_duration_challenge"


def ask(works, proposed, now, *, by_authority=False):
    return alterations.propose(
        works, works.active, proposed, "Because", by_authority=by_authority, now=now,
        deadline=now + 2 * DAY,
    )  # fmt: skip


def longer(permit, days=1):
    return replace(permit, end=permit.end + days * DAY)


@pytest.mark.parametrize(
    ("status", "started", "extended", "kind", "becomes"),
    [
        ("submitted", False, True, "PROMOTER_IMPOSED_CHANGE", "auto_applied"),
        ("permit_modification_request", False, True, "MODIFIED_PERMIT", "auto_applied"),
        ("granted", False, True, "PROMOTER_CHANGE_REQUEST", "submitted"),
        ("granted", True, True, "WORK_EXTENSION", "submitted"),
        ("granted", True, False, "PROMOTER_CHANGE_REQUEST", "submitted"),
        ("revoked", True, True, "WORK_EXTENSION", "submitted"),
    ],
)
def test_the_kind_follows_from_the_permit(
    works, permit, now, status, started, extended, kind, becomes
):
    before = permit(status, started=started)
    one = works(before, status="in_progress" if started else "planned")
    proposed = longer(before) if extended else replace(before, traffic_management="lane_closure")
    change = ask(one, proposed, now)
    made = change.works.active.alterations[-1]
    assert (made.kind, made.status) == (kind, becomes)
    assert made.reference == f"{before.reference}-CR-01"
    assert (made.original.end, made.proposed.end) == (before.end, proposed.end)
    applied = change.works.active.end == proposed.end and extended
    assert applied == (becomes == "auto_applied")
    names = {"auto_applied": "alteration_applied_auto", "submitted": "alteration_submitted"}
    assert [event.event for event in change.events] == [names[becomes]]


def test_a_change_before_the_assessment_leaves_the_clock_and_a_modified_permit_gets_a_new_one(
    works, permit, now
):
    submitted = permit()
    after = ask(works(submitted), longer(submitted), now).works.active
    assert (after.status, after.deadline) == ("submitted", submitted.deadline)
    asked = permit("permit_modification_request", deadline=now - DAY)
    after = ask(works(asked), longer(asked), now).works.active
    assert (after.status, after.deadline) == ("submitted", now + 2 * DAY)


@pytest.mark.parametrize(
    ("status", "started", "category"),
    [
        ("refused", False, "minor"), ("closed", True, "minor"), ("cancelled", False, "minor"),
        ("progressed", False, "minor"), ("revoked", False, "minor"), ("submitted", False, "paa"),
        ("granted", False, "paa"),
    ],
)  # fmt: skip
def test_what_cannot_be_altered(works, permit, now, status, started, category):
    before = permit(status, started=started, category=category)
    with pytest.raises(Refusal) as refusal:
        ask(works(before), longer(before), now)
    assert refusal.value.status == 409


def test_one_waits_at_a_time_and_they_are_numbered(works, permit, now):
    before = permit("granted")
    asked = ask(works(before), longer(before), now).works
    with pytest.raises(Refusal) as refusal:
        ask(asked, longer(before, 2), now)
    assert refusal.value.status == 409
    first = asked.active.alterations[0].reference
    settled = alterations.decide(asked, asked.active, first, Decision("refused", "No"), now).works
    again = ask(settled, longer(before, 2), now).works
    assert again.active.alterations[-1].reference.endswith("-CR-02")


def test_an_authority_imposes_conditions_and_nothing_else(works, permit, now):
    before = permit("granted")
    conditions = {"permit_conditions": [{"condition": "NCT02a"}]}
    change = ask(works(before), replace(before, details=conditions), now, by_authority=True)
    made = change.works.active.alterations[-1]
    assert (made.kind, made.status) == ("HA_IMPOSED_CHANGE", "auto_applied")
    held = change.works.active.details["permit_conditions"]
    assert [one["condition"] for one in held] == ["NCT01b", "NCT02a"]
    for other in (
        longer(before),
        replace(before, traffic_management="road_closure"),
        replace(before, geometry=Point(1, 2)),
        replace(before, details={"description_of_work": "Other"}),
    ):
        with pytest.raises(Refusal) as refusal:
            ask(works(before), other, now, by_authority=True)
        assert refusal.value.status == 412
    with pytest.raises(Refusal) as refusal:
        ask(works(permit()), permit(), now, by_authority=True)
    assert refusal.value.status == 409


@pytest.mark.parametrize(
    ("before", "after", "allowed"),
    [
        ("minor", "standard", True), ("standard", "minor", True), ("minor", "major", False),
        ("standard", "paa", False), ("major", "major", True),
    ],
)  # fmt: skip
def test_the_category_of_planned_works_does_not_rise(works, permit, now, before, after, allowed):
    one = permit("granted", category=before)
    if allowed:
        ask(works(one), replace(one, category=after), now)
        return
    with pytest.raises(Refusal) as refusal:
        ask(works(one), replace(one, category=after), now)
    assert refusal.value.status == 412


def test_the_start_is_frozen_once_started_and_the_type_of_works_always(works, permit, now):
    running = permit("granted", started=True)
    later = replace(running, start=running.start + DAY)
    with pytest.raises(Refusal) as refusal:
        ask(works(running, status="in_progress"), later, now)
    assert refusal.value.status == 412
    waiting = permit("granted")
    ask(works(waiting), replace(waiting, start=waiting.start + DAY), now)
    with pytest.raises(Refusal):
        ask(works(waiting), replace(waiting, details={"work_type": "immediate"}), now)


@pytest.mark.parametrize("status", ["granted", "refused", CHALLENGE])
def test_settling_an_extension(works, permit, now, status):
    running = permit("granted", started=True)
    asked = ask(works(running, status="in_progress"), longer(running, 3), now).works
    reference = asked.active.alterations[0].reference
    decision = Decision(status, "Said", 0, running.end + DAY)
    change = alterations.decide(asked, asked.active, reference.lower(), decision, now)
    after = change.works.active
    assert after.alterations[0].status == status
    assert after.end == (running.end + 3 * DAY if status == "granted" else running.end)
    assert after.reasonable_end == (running.end + DAY if status == CHALLENGE else None)
    assert bool(after.is_duration_challenged) == (status == CHALLENGE)
    assert [event.event for event in change.events] == [f"alteration_{status}"]
    with pytest.raises(Refusal) as refusal:
        alterations.decide(change.works, after, reference, decision, now)
    assert refusal.value.status == 412


def test_a_challenge_is_for_extensions_and_within_the_dates(works, permit, now):
    granted = permit("granted")
    asked = ask(works(granted), longer(granted, 3), now).works
    reference = asked.active.alterations[0].reference
    with pytest.raises(Refusal) as refusal:
        alterations.decide(asked, asked.active, reference, Decision(CHALLENGE), now)
    assert refusal.value.status == 412
    running = permit("granted", started=True)
    asked = ask(works(running, status="in_progress"), longer(running, 3), now).works
    for end in (running.end - DAY, running.end + 3 * DAY):
        decision = Decision(CHALLENGE, reasonable_end=end)
        with pytest.raises(Refusal) as refusal:
            alterations.decide(asked, asked.active, reference, decision, now)
        assert refusal.value.fields.keys() == {"reasonable_period_end_date"}


@pytest.mark.parametrize("how", ["cancelled", "revoked"])
def test_a_pending_alteration_ends_with_its_permit(works, permit, now, how):
    granted = permit("granted")
    asked = ask(works(granted), longer(granted), now).works
    if how == "cancelled":
        change = permits.cancel(asked, granted.reference, None, now)
    else:
        said = assessments.Assessment("revoked", revoke_reason="A parade")
        change = assessments.assess(asked, granted.reference, said, now)
    assert change.works.active.status == how
    assert change.works.active.alterations[0].status == how
    assert change.works.active.end == granted.end


def test_an_alteration_can_move_the_works(works, permit, now):
    before = permit()
    moved = replace(before, geometry=Point(400010, 300000))
    assert ask(works(before), moved, now).works.geometry == moved.geometry


def test_an_unknown_alteration_is_not_found(permit):
    with pytest.raises(Refusal) as refusal:
        alterations.find_alteration(permit(), "NONE-CR-01")
    assert refusal.value.status == 404


def test_silence_grants_permits_and_alterations_but_no_modification_request(works, permit, now):
    waiting = works(permit())
    assert deeming.due(waiting) == waiting.active.deadline
    change = deeming.deem(waiting, waiting.active.deadline)
    assert (change.works.active.status, change.works.active.is_deemed) == ("granted", True)
    assert [(e.event, e.username) for e in change.events] == [("permit_deemed", SYSTEM)]
    assert deeming.due(change.works) is None
    assert deeming.due(works(permit("permit_modification_request"))) is None
    assert deeming.due(works(permit(deadline=None))) is None, "published permits have none"
    granted = permit("granted")
    asked = ask(works(granted), longer(granted), now).works
    assert deeming.due(asked) == now + 2 * DAY
    change = deeming.deem(asked, now + 2 * DAY)
    assert change.works.active.alterations[0].status == "deemed"
    assert change.works.active.end == granted.end + DAY
    assert [event.event for event in change.events] == ["alteration_deemed"]
    paa = works(permit(category="paa"))
    assert deeming.deem(paa, paa.active.deadline).events[0].event == "paa_deemed"
