"""Says when a step is offered, by asking the rules about many states that are drawn.

The rules are functions that say why a step cannot be taken. What they let through is told in words:
the statuses in which the step may be taken, and the reasons that may still be against it there.
"""

import random
import re
from collections.abc import Iterable, Sequence
from enum import Enum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from street_works.plugin.rules.standing import (
    ChangeStanding,
    CommentStanding,
    Done,
    PenaltyStanding,
    PermitStanding,
    PlanStanding,
    Section81Standing,
    SiteStanding,
    WorksStanding,
)
from street_works.plugin.rules.steps import Step, sides_with, steps, why_not
from street_works.plugin.trade.labels import label
from street_works.plugin.trade.parties import Side
from street_works.plugin.trade.vocabulary.forward_plans import ForwardPlanStatus
from street_works.plugin.trade.vocabulary.notices import PenaltyStatus, Section81Status
from street_works.plugin.trade.vocabulary.permits import ChangeStatus, PermitStatus
from street_works.plugin.trade.vocabulary.reinstatements import ReinstatementStatus
from street_works.plugin.trade.vocabulary.word import Word
from street_works.plugin.trade.vocabulary.works import Category, WorksStatus

DRAWS = 20_000
_ALL = frozenset(Side)
_RULE = re.compile(r"(.*) \(business rules (.*)\)")
_TWO_PERMITS = ("first", "second")
_WORDS: dict[tuple[type, str], Iterable[str]] = {
    (WorksStanding, "status"): WorksStatus,
    (PermitStanding, "status"): PermitStatus,
    (PermitStanding, "category"): Category,
    (ChangeStanding, "status"): ChangeStatus,
    (PlanStanding, "status"): ForwardPlanStatus,
    (PenaltyStanding, "status"): PenaltyStatus,
    (Section81Standing, "status"): Section81Status,
    (Done, "status"): ReinstatementStatus,
    (Done, "permit"): _TWO_PERMITS,
    (SiteStanding, "permit"): _TWO_PERMITS,
}
"""What the texts of a subject may be."""
_TELLING: dict[type, tuple[tuple[str, str, type[Word]], ...]] = {
    WorksStanding: (
        ("status", "the works are", WorksStatus),
        ("latest.status", "their latest permit is", PermitStatus),
    ),
    SiteStanding: (
        ("works.status", "the works are", WorksStatus),
        ("works.latest.status", "their latest permit is", PermitStatus),
    ),
    PermitStanding: (("status", "the permit is", PermitStatus),),
    ChangeStanding: (("status", "the change request is", ChangeStatus),),
    PlanStanding: (("status", "the forward plan is", ForwardPlanStatus),),
    PenaltyStanding: (("status", "the FPN is", PenaltyStatus),),
    Section81Standing: (("status", "the notice is", Section81Status),),
    CommentStanding: (),
}
"""The statuses that are told of each kind of subject: where they are, in which words."""


def when(step: Step) -> str:
    """Return in words when a step is offered, and what may be against it even then."""
    kind = next(kind for kind in _TELLING if step in dict(steps(_states(kind)[0], _ALL)))
    asked = [(one, why_not(step, one, sides_with(step, one))) for one in _states(kind)]
    told = []
    for path, words, statuses in _TELLING[kind]:
        free = {_at(one, path) for one, why in asked if why is None}
        may = [status for status in statuses if status in free]
        if len(may) < len(statuses):
            told.append(f"{words} {_one_of(may)}")
            asked = [(one, why) for one, why in asked if _at(one, path) in (None, *may)]
    offered = f"Offered while {' and '.join(told)}." if told else "Offered at any time."
    against = sorted({_said(why) for _one, why in asked if why is not None})
    return f"{offered} In grey, with the reason: {' '.join(against)}" if against else offered


def _said(why: str) -> str:
    found = _RULE.fullmatch(why)
    return f"“{found[1] if found else why}.”"


def _one_of(statuses: Sequence[str]) -> str:
    *others, last = (f"*{label(one)}*" for one in statuses)
    return f"{', '.join(others)} or {last}" if others else last


def _at(subject: Any, path: str) -> Any:
    """Return what is at a path of attributes, or None where the way there ends."""
    for name in path.split("."):
        subject = getattr(subject, name, None)
    return subject


@cache
def _states(kind: type) -> tuple[Any, ...]:
    """Return DRAWS states of a kind of subject, always the same ones, each once."""
    rng = random.Random(kind.__name__)  # noqa: S311 - not for secrets
    return tuple(dict.fromkeys(_drawn(rng, kind) for _ in range(DRAWS)))


def _drawn(rng: random.Random, kind: type) -> Any:
    """Draw a subject, each of its facts by its type."""
    hints = get_type_hints(kind)
    return kind(**{name: _fact(rng, hint, (kind, name)) for name, hint in hints.items()})


def _fact(rng: random.Random, hint: Any, place: tuple[type, str]) -> Any:
    if get_origin(hint) is Union:  # Optional
        return rng.choice((None, _fact(rng, get_args(hint)[0], place)))
    if get_origin(hint) is tuple:
        return tuple(_fact(rng, get_args(hint)[0], place) for _ in range(rng.randrange(3)))
    if hint is bool:
        return rng.random() < 0.5
    if hint is str:
        return rng.choice(tuple(_WORDS[place]))
    return rng.choice(tuple(hint)) if issubclass(hint, Enum) else _drawn(rng, hint)
