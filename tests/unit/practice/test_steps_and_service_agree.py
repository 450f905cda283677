"""What is offered is what the practice service does: every step, in every state, for every role.

Works, notices, plans and activities are put into the register of a running service in every state
that they can have, with the rest drawn at random. The service is asked over HTTP to take each step,
as each of the accounts; what the rules offer that account is worked out from the state that was
put, and has to be the answer: done, or refused for that very reason.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from typing import Callable, Optional, get_args

import pytest
from street_works.plugin.rules import progress
from street_works.plugin.rules.standing import (
    CommentStanding,
    PermitStanding,
    SiteStanding,
    Subject,
    WorksStanding,
)
from street_works.plugin.rules.steps import Step, may, sides_of, sides_with, steps, why_not
from street_works.plugin.trade.parties import Side
from street_works.tests.made.parties import trade_at
from street_works.tests.made.situations import PARTIES, Situation, World
from street_works.tests.made.step_requests import (
    NOW,
    Requests,
)

SHARE = 0.15
"""Of the states, as many are tried by accounts that are not to take the step, or by a second one
that is."""


@pytest.fixture(scope="module")
def world() -> Iterator[World]:
    with trade_at(NOW) as trade:
        yield World(trade)


KINDS: dict[str, tuple[Callable[[World], Iterator[Situation]], int]] = {
    "works": (World.every_works, 2_000),
    "permit": (World.permits, 1_200),
    "change request": (World.changes, 350),
    "forward plan": (World.plans, 36),
    "site": (World.sites, 600),
    "fixed penalty notice": (World.penalties, 180),
    "section 81 notice": (World.section_81s, 250),
    "comment": (World.comments, 80),
    "activity": (World.activities, 24),
}
"""The situations of each kind of subject, and how many questions there are at least."""

ALWAYS = {Step.COMMENT, Step.REPLY, Step.ADD_FILE, Step.INSPECT, Step.ISSUE_PENALTY}
"""Steps that nothing but the side is against."""


def is_internal_of_others(subject: Subject, sides: frozenset[Side]) -> bool:
    is_comment = isinstance(subject, CommentStanding)
    return is_comment and subject.only_own_side and subject.author not in sides and bool(sides)


def is_asked(world: World, step: Step, who: str, situation: Situation) -> bool:
    sides = world.sides(who, situation)
    if step is Step.CHANGE and Side.AUTHORITY in sides:
        return False  # of an authority the same request is to impose a change
    if step is Step.IMPOSE_CHANGE and Side.PROMOTER in sides:
        return False
    if is_internal_of_others(situation.subject, sides):
        return False  # for them it is not there
    first = who in ("contractor", "authority") and bool(sides & sides_of(step))
    few = not isinstance(situation.subject, (WorksStanding, PermitStanding, SiteStanding))
    return first or few or world.rng.random() < SHARE


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_offered_is_done_and_what_is_not_is_refused_for_that_reason(
    kind: str, world: World
) -> None:
    seen: Counter[tuple[Step, Optional[bool]]] = Counter()
    requests = Requests(world.case, world.activity.reference)
    situations, least = KINDS[kind]
    for situation in situations(world):
        requests.about(situation.record.reference)
        for step, who in product(dict(steps(situation.subject, frozenset(Side))), PARTIES):
            if not is_asked(world, step, who, situation):
                continue
            sides = world.sides(who, situation)
            why = dict(steps(situation.subject, sides))[step]
            world.put(situation)
            status = requests.take(step, who, situation.permit, situation.application)
            told = (step, who, situation.subject, why, status, requests.said)
            if why is None:
                assert status in (201, 204), told
            elif sides & sides_with(step, situation.subject):
                assert status in (404, 409, 412), told
                assert requests.said["message"] == why, told
            else:
                assert (status, requests.said["message"]) == (401, "Access restricted"), told
            takes = sides & sides_with(step, situation.subject)
            seen[step, why is None if takes else None] += 1
    print(f"{kind}: {sum(seen.values())} questions, no difference")
    assert sum(seen.values()) >= least
    for step in {step for step, _ in seen}:
        assert seen[step, True], f"{step} was never done"
        assert seen[step, False] or step in ALWAYS, f"{step} was never refused"
        assert seen[step, None], f"{step} was never asked for by others"


def test_every_step_and_more_than_a_thousand_questions_are_asked() -> None:
    assert sum(least for _, least in KINDS.values()) > 1_000
    assert len(get_args(Subject)) == len(KINDS)


def test_a_rule_that_changes_changes_what_is_offered_and_what_is_done(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    permit = world.base.permits[0]
    stands = WorksStanding("planned", PermitStanding("minor", "granted"))
    record = replace(world.base, permits=(replace(permit, status="granted", deadline=None),))
    situation = Situation(stands, record, permit.reference, world.case.body)
    requests, promoter = Requests(world.case, ""), frozenset({Side.PROMOTER})

    world.put(situation)
    assert may(Step.START, stands, promoter)
    assert requests.take(Step.START, "contractor", situation.permit, situation.application) == 204

    monkeypatch.setattr(progress, "_ALIVE", frozenset({"submitted"}))
    world.put(situation)
    why = why_not(Step.START, stands, promoter)
    assert why is not None
    assert "a permit with the status Granted" in why
    assert requests.take(Step.START, "contractor", situation.permit, situation.application) == 412
    assert requests.said["message"] == why
