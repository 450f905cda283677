"""Starting, stopping, and taking either back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from street_works.plugin.practice.machines import progress
from street_works.plugin.practice.records import Reinstatement, Site
from street_works.plugin.practice.refusals import Refusal

PERMITS = (
    "submitted", "granted", "permit_modification_request", "refused", "closed", "cancelled",
    "revoked", "progressed",
)  # fmt: skip
WORKS = (
    "planned", "in_progress", "completed", "cancelled", "historical", "non_notifiable",
    "section_81", "unattributable",
)  # fmt: skip
ALIVE = ("submitted", "granted", "permit_modification_request")


def refused(status, function, *values):
    with pytest.raises(Refusal) as refusal:
        function(*values)
    assert refusal.value.status == status
    return refusal.value.fields.keys()


@pytest.mark.parametrize("status", WORKS)
@pytest.mark.parametrize("held", PERMITS)
def test_starting(works, permit, now, status, held):
    one = works(permit(held), status=status)
    if status != "planned" or held not in ALIVE:
        refused(412, progress.start, one, now, now)
        return
    change = progress.start(one, now, now)
    assert (change.works.status, change.works.active.actual_start) == ("in_progress", now)
    assert change.works.active.status == held, "a permit is not in progress, works are"
    assert [event.event for event in change.events] == ["work_start_logged"]


def test_a_start_is_past_and_not_years_early_and_needs_a_permit(works, permit, now):
    one = works(permit("granted"))
    later, early = now + timedelta(seconds=1), now - timedelta(days=366 * 5)
    assert refused(400, progress.start, one, later, now) == {"actual_start_date"}
    assert refused(400, progress.start, one, early, now) == {"actual_start_date"}
    refused(412, progress.start, works(permit("granted", category="paa")), now, now)
    refused(412, progress.start, works(), now, now)


@pytest.mark.parametrize("held", PERMITS)
@pytest.mark.parametrize("status", WORKS)
def test_stopping(works, permit, now, status, held):
    one = works(permit(held, started=True), status=status)
    if status != "in_progress" or held not in (*ALIVE, "revoked"):
        refused(412, progress.stop, one, now, now)
        return
    change = progress.stop(one, now, now)
    after = change.works.active
    assert (change.works.status, after.status, after.actual_stop) == ("completed", "closed", now)
    assert [event.event for event in change.events] == ["work_stop_logged"]
    back = progress.revert_stop(change.works, "A mistake", now)
    assert (back.works.status, back.works.active.status) == ("in_progress", held)
    assert back.works.active.actual_stop is None
    assert [(e.event, e.details) for e in back.events] == [("work_stop_reverted", "A mistake")]


def test_a_stop_is_past_and_after_the_start(works, permit, now):
    one = works(permit("granted", started=True), status="in_progress")
    before = one.active.actual_start - timedelta(minutes=1)
    assert refused(400, progress.stop, one, now + timedelta(1), now) == {"actual_stop_date"}
    assert refused(400, progress.stop, one, before, now) == {"actual_stop_date"}
    assert progress.stop(one, one.active.actual_start, now).works.status == "completed"


@pytest.mark.parametrize("status", WORKS)
def test_reverting_a_start(works, permit, now, status):
    one = works(permit("granted", started=True), status=status)
    if status != "in_progress":
        refused(412, progress.revert_start, one, "A mistake", now)
        return
    change = progress.revert_start(one, "A mistake", now)
    assert (change.works.status, change.works.active.actual_start) == ("planned", None)
    assert [(e.event, e.details) for e in change.events] == [("work_start_reverted", "A mistake")]


def test_a_start_stays_for_immediate_revoked_and_reinstated_works(works, permit, now):
    running = permit("granted", started=True)
    immediate = replace(running, category="immediate_urgent")
    done = Reinstatement(
        "interim", now, now, now, running.reference, works().geometry, "Here", ("verge",), False
    )
    for one in (
        works(immediate, status="in_progress"),
        works(replace(running, status="revoked"), status="in_progress"),
        works(running, status="in_progress", sites=(Site(1, "bar_holes", (done,)),)),
    ):
        refused(412, progress.revert_start, one, "A mistake", now)


def test_a_stop_stays_once_another_permit_follows(works, permit, now):
    closed = permit("closed", started=True, stopped=True)
    one = works(closed, permit(number=2), status="planned")
    refused(412, progress.revert_stop, one, "A mistake", now)
