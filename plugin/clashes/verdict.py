"""What somebody says of two that meet, when and why, and what counts where several have."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import NamedTuple, Optional

from ..trade.calendar import uk_time
from ..trade.telling import whole_day
from ..words import tr
from .seen import Seen

_OF_A_DRAFT = "draft:"


class Verdict(Enum):
    """What is said of two that meet."""

    NOT_JUDGED = "not_judged"
    NO_CONFLICT = "no_conflict"
    RESOLVED = "resolved"
    TO_BE_RESOLVED = "to_be_resolved"
    COLLABORATE = "collaborate"


def title(verdict: Verdict) -> str:
    """Name a verdict in the planner's words."""
    return {
        Verdict.NOT_JUDGED: tr("Not judged"),
        Verdict.NO_CONFLICT: tr("No conflict"),
        Verdict.RESOLVED: tr("Resolved"),
        Verdict.TO_BE_RESOLVED: tr("To be resolved"),
        Verdict.COLLABORATE: tr("Collaborate"),
    }[verdict]


class Case(NamedTuple):
    """What is judged: works of ours (or a draft, see `of_draft`) and another's kind and reference.

    References are those of one environment.
    """

    environment: str
    ours: str
    kind: str
    reference: str


def of_draft(draft_id: str) -> str:
    """Return how a case calls ours while they are a draft."""
    return _OF_A_DRAFT + draft_id


def is_of_draft(ours: str) -> bool:
    """Say whether ours of a case are a draft, which nobody else has."""
    return ours.startswith(_OF_A_DRAFT)


@dataclass(frozen=True)
class Judgement:
    """A verdict on a case: why, by whom, when (with its zone), and with which files.

    `seen` is what was seen of the other then, `seen_ours` what of ours. `after` are the ids of the
    judgements that whoever judged knew of and that this one takes the place of.
    """

    id: str
    case: Case
    verdict: Verdict
    reason: str
    by: str
    at: datetime
    attachments: tuple[str, ...]
    seen: Seen
    seen_ours: Seen
    after: tuple[str, ...] = ()


class Standing(NamedTuple):
    """What counts of a case, and what others said meanwhile, without the one knowing the other."""

    judgement: Optional[Judgement] = None
    meanwhile: tuple[Judgement, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """The verdict that counts."""
        return Verdict.NOT_JUDGED if self.judgement is None else self.judgement.verdict

    @property
    def known(self) -> tuple[str, ...]:
        """The ids that a further judgement takes the place of."""
        counts = () if self.judgement is None else (self.judgement,)
        return tuple(one.id for one in (*self.meanwhile, *counts))


def standing(history: Iterable[Judgement]) -> Standing:
    """Return what counts of a case that was judged several times: the latest.

    One that takes the place of another counts before it, whatever their clocks said.
    """
    judged = list(history)
    replaced = {before for one in judged for before in one.after}
    heads = sorted(
        (one for one in judged if one.id not in replaced), key=lambda one: (one.at, one.id)
    )
    return Standing(heads[-1], tuple(heads[:-1])) if heads else Standing()


def said(one: Judgement) -> str:
    """Say who judged how and when, such as "Ann judged this “No conflict” on 3 Dec at 14:02"."""
    at = uk_time(one.at)
    return tr("{who} judged this “{verdict}” on {day} at {time}").format(
        who=one.by, verdict=title(one.verdict), day=whole_day(at), time=f"{at:%H:%M}"
    )
