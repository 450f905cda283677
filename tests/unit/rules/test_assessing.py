"""What an authority may decide, and what is decided by rule (Business rules 3.4.7, 5)."""

from datetime import date

import pytest
from street_works.plugin.rules import assessing
from street_works.plugin.rules.standing import PermitStanding
from street_works.plugin.trade.vocabulary.permits import Assessment, PermitStatus
from street_works.plugin.trade.vocabulary.works import Category

MODIFICATION = PermitStatus.PERMIT_MODIFICATION_REQUEST
DECISIONS = ("granted", "refused", MODIFICATION, "revoked")


@pytest.mark.parametrize(
    ("status", "decisions"),
    [
        ("submitted", {"granted", "refused", MODIFICATION}),
        (MODIFICATION, {"granted", "refused"}),
        ("granted", {"revoked"}),
        ("refused", set()),
        ("revoked", set()),
        ("closed", set()),
        ("cancelled", set()),
        ("progressed", set()),
    ],
)
def test_a_modification_request_can_be_granted_or_refused_straight_away(status, decisions):
    possible = {
        decision
        for decision in DECISIONS
        if assessing.why_not_assessed(PermitStanding("minor", status), decision) is None
    }
    assert possible == decisions


def test_not_while_the_answer_to_a_modification_request_is_to_be_assessed():
    waiting = PermitStanding("minor", MODIFICATION, has_pending_change=True)
    assert assessing.why_not_assessed(waiting, "granted")


def test_a_modification_is_asked_for_once_and_never_of_an_authorisation():
    again = PermitStanding("minor", "submitted", was_modification_requested=True)
    assert assessing.why_not_assessed(again, MODIFICATION)
    assert assessing.why_not_assessed(again, "granted") is None
    assert assessing.why_not_assessed(PermitStanding("paa", "submitted"), MODIFICATION)


def test_granted_permits_and_authorisations_are_revoked_until_the_works_stop():
    assert assessing.why_not_assessed(PermitStanding("paa", "granted"), "revoked") is None
    running = PermitStanding("minor", "granted", is_started=True)
    assert assessing.why_not_assessed(running, "revoked") is None
    assert assessing.why_not_assessed(running._replace(is_stopped=True), "revoked")


@pytest.mark.parametrize(
    ("category", "allowed"),
    [
        (Category.IMMEDIATE_URGENT, True),
        (Category.IMMEDIATE_EMERGENCY, True),
        ("minor", False),
        ("standard", False),
        ("major", False),
        ("paa", False),
        (Category.HS2_HIGHWAY, False),
    ],
)
def test_only_the_duration_of_immediate_works_is_challenged_by_a_grant(category, allowed):
    assert (assessing.why_not_challenged(PermitStanding(category, "submitted")) is None) is allowed


@pytest.mark.parametrize(
    ("category", "status", "assessment", "after"),
    [
        (Category.IMMEDIATE_URGENT, "submitted", None, Assessment.GRANTED_AUTO),
        (Category.IMMEDIATE_EMERGENCY, "submitted", None, Assessment.GRANTED_AUTO),
        (Category.IMMEDIATE_URGENT, "granted", "granted", "granted"),
        (Category.IMMEDIATE_URGENT, "granted", None, None),  # deemed
        (Category.IMMEDIATE_URGENT, MODIFICATION, MODIFICATION, MODIFICATION),
        ("minor", "submitted", None, None),
    ],
)
def test_immediate_works_that_stop_before_their_assessment_are_granted_by_rule(
    category, status, assessment, after
):
    assert assessing.after_stop(PermitStanding(category, status), assessment) == after
    assert assessing.before_stop(status, after) == assessment


@pytest.mark.parametrize(
    ("end", "fits"),
    [
        (date(2026, 6, 11), False),
        (date(2026, 6, 12), False),  # one working day
        (date(2026, 6, 14), False),  # Sunday
        (date(2026, 6, 15), True),
    ],
)
def test_a_challenge_leaves_two_working_days(end, fits):
    assert (assessing.why_not_reasonable(date(2026, 6, 12), end) is None) is fits


def test_a_closed_permit_that_nobody_decided_about_is_granted_or_refused_late():
    closed = PermitStanding("minor", "closed", is_started=True, is_stopped=True, is_undecided=True)
    late = {one for one in DECISIONS if assessing.why_not_assessed(closed, one) is None}
    assert late == {"granted", "refused"}
    decided = closed._replace(is_undecided=False)
    assert all(assessing.why_not_assessed(decided, one) for one in DECISIONS)
