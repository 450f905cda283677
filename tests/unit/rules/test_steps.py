"""What may be done next with each kind of subject, by whom, and why not, in words."""

from itertools import product
from typing import get_args

import pytest
from street_works.plugin.rules.standing import (
    ActivityStanding,
    ChangeStanding,
    CommentStanding,
    Done,
    PenaltyStanding,
    PermitStanding,
    PlanStanding,
    Section81Standing,
    SiteStanding,
    Subject,
    WorksStanding,
)
from street_works.plugin.rules.steps import Step, may, sides_of, steps, why_not
from street_works.plugin.trade.parties import Side
from street_works.plugin.trade.vocabulary.notices import PenaltyStatus, Section81Status
from street_works.plugin.trade.vocabulary.permits import PermitStatus
from street_works.plugin.trade.vocabulary.works import Category, WorksStatus

PROMOTER, AUTHORITY = frozenset({Side.PROMOTER}), frozenset({Side.AUTHORITY})
BOOLS = (False, True)
CATEGORIES = tuple(one for one in Category if one is not Category.IMMEDIATE_EMERGENCY)
STATUSES = tuple(PermitStatus)
WORKS = tuple(one for one in WorksStatus if one is not WorksStatus.HISTORICAL)
PERMITS = [
    PermitStanding(category, status, *facts)
    for category, status, facts in product(
        CATEGORIES, STATUSES, [*product(BOOLS, repeat=4), *product((True,), BOOLS, (False,), BOOLS)]
    )
] + [
    PermitStanding(
        category, status, is_left_alone=True, is_only_acknowledged=only, is_acknowledged=done,
        has_pending_change=pending, was_modification_requested=again, is_undecided=late,
    )
    for category, status, only, done, pending, again, late in product(
        CATEGORIES, STATUSES, *[BOOLS] * 5
    )
]  # fmt: skip
EVERY: dict[type, list[Subject]] = {
    PermitStanding: list(PERMITS),
    WorksStanding: [
        WorksStanding(status, latest, *facts)
        for status, latest, facts in product(
            WORKS, (None, *PERMITS[::7]), list(product(BOOLS, repeat=4))
        )
    ],
    ChangeStanding: [
        ChangeStanding(status, extension)
        for status, extension in product(("submitted", "granted", "deemed", "cancelled"), BOOLS)
    ],
    PlanStanding: [PlanStanding(one) for one in ("raised", "cancelled", "progressed")],
    SiteStanding: [
        SiteStanding(WorksStanding(status, latest, excavated), earlier, "W-01")
        for status, latest, excavated, earlier in product(
            WORKS,
            (None, *PERMITS[::7]),
            BOOLS,
            ((), (Done("interim", "W-01"),), (Done("permanent", "W-01"),)),
        )
    ],
    PenaltyStanding: [
        PenaltyStanding(one)
        for one in PenaltyStatus
    ],
    Section81Standing: [
        Section81Standing(one)
        for one in Section81Status
    ],
    CommentStanding: [CommentStanding(*facts) for facts in product(BOOLS, BOOLS)],
    ActivityStanding: [ActivityStanding(one) for one in BOOLS],
}  # fmt: skip


def test_every_step_is_taken_with_one_kind_of_subject():
    assert EVERY.keys() == set(get_args(Subject))
    offered = [offer.step for every in EVERY.values() for offer in steps(every[0], frozenset(Side))]
    assert sorted(offered, key=lambda step: step.value) == sorted(Step, key=lambda one: one.value)


@pytest.mark.parametrize("kind", EVERY, ids=lambda kind: kind.__name__)
def test_every_step_that_may_not_be_taken_has_a_reason_in_words(kind):
    reasons = {step: set() for step in Step}
    for subject in EVERY[kind]:
        for offer in steps(subject, frozenset(Side)):
            assert may(offer.step, subject, frozenset(Side)) is (offer.why is None)
            reasons[offer.step].add(offer.why)
    said = {why for found in reasons.values() for why in found if why is not None}
    assert said
    for why in said:
        assert why[0].isupper(), why
        assert why.endswith(")"), why
        assert " (business rules " in why, why
        assert "_" not in why, f"the register's own word: {why}"
        assert len(why.split()) > 5, why
    always = {step for step, found in reasons.items() if found == {None}}
    never = {step for step, found in reasons.items() if found and None not in found}
    assert not never, "nobody can ever do this"
    assert always <= {Step.COMMENT, Step.REPLY, Step.ADD_FILE, Step.INSPECT, Step.ISSUE_PENALTY}


@pytest.mark.parametrize("step", Step)
def test_a_step_is_for_its_own_side_and_others_are_told_whose_it_is(step):
    kind = next(every for every in EVERY.values() if step in dict(steps(every[0], frozenset(Side))))
    subject = next(one for one in kind if may(step, one, frozenset(Side)))
    for side in Side:
        why = why_not(step, subject, frozenset({side}))
        assert (why is None) is (side in sides_of(step))
        if why is not None:
            assert why.startswith("Only the ")
    assert why_not(step, subject, frozenset()).startswith("Only the ")


def test_what_is_no_step_with_a_subject_cannot_be_asked():
    with pytest.raises(KeyError):
        why_not(Step.START, PlanStanding("raised"))


ALIVE = ("submitted", "granted", PermitStatus.PERMIT_MODIFICATION_REQUEST)


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("works", WORKS)
@pytest.mark.parametrize("category", CATEGORIES)
def test_planned_works_start_under_a_permit_that_is_alive(works, status, category):
    stands = WorksStanding(works, PermitStanding(category, status))
    expected = works == "planned" and status in ALIVE and category != "paa"
    assert may(Step.START, stands, PROMOTER) is expected
    assert not may(Step.START, stands, AUTHORITY)


@pytest.mark.parametrize(
    ("works", "permit", "why"),
    [
        ("planned", None, "These works have no permit (business rules 6.1)"),
        (
            "planned",
            PermitStanding("paa", "granted"),
            (
                "These works have an advance authorisation only: apply for their permit first "
                "(business rules 6.1)"
            ),
        ),
        (
            WorksStatus.IN_PROGRESS,
            PermitStanding("minor", "granted", is_started=True),
            "The works have started already (business rules 6.1)",
        ),
        (
            "completed",
            PermitStanding("minor", "closed", is_started=True, is_stopped=True),
            "Works with the status Completed cannot start (business rules 6.1)",
        ),
        (
            "planned",
            PermitStanding("minor", "refused"),
            "Works cannot start under a permit with the status Refused (business rules 6.1)",
        ),
    ],
)
def test_why_works_do_not_start(works, permit, why):
    assert why_not(Step.START, WorksStanding(works, permit), PROMOTER) == why


@pytest.mark.parametrize(
    ("works", "permit", "why"),
    [
        ("planned", PermitStanding("minor", "granted"), "have not started yet"),
        ("completed", PermitStanding("minor", "closed"), "status Completed cannot stop"),
        (WorksStatus.IN_PROGRESS, PermitStanding("minor", "granted", is_started=True), None),
        (WorksStatus.IN_PROGRESS, PermitStanding("minor", "revoked", is_started=True), None),
        (
            WorksStatus.IN_PROGRESS,
            PermitStanding("minor", "refused"),
            "a permit with the status Refused",
        ),
        (WorksStatus.IN_PROGRESS, None, "no permit"),
    ],
)
def test_why_works_do_not_stop(works, permit, why):
    said = why_not(Step.STOP, WorksStanding(works, permit), PROMOTER)
    assert said is None if why is None else why in said


def test_an_authority_has_no_say_in_works_of_high_speed_two_that_it_leaves_alone():
    left = PermitStanding(Category.HS2_HIGHWAY, "granted", is_left_alone=True)
    for step in (Step.IMPOSE_CHANGE, Step.SET_DISCOUNT, Step.ASSESS_LANE_RENTAL):
        assert "no say" in why_not(step, left, AUTHORITY)
        assert may(step, left._replace(is_left_alone=False), AUTHORITY)
    only = left._replace(is_only_acknowledged=True, status="submitted")
    assert "acknowledged, not assessed" in why_not(Step.GRANT, only, AUTHORITY)
    assert may(Step.ACKNOWLEDGE, only, AUTHORITY)
    assert not may(Step.ACKNOWLEDGE, only._replace(is_acknowledged=True), AUTHORITY)
