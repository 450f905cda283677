"""What is new to the planner of what works meet: compared with what was known of it before."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Callable, Optional

from ..trade.kinds import KINDS
from ..words import tr
from .grade import Grade
from .report import Encounter, Report
from .seen import Bounds, Seen, changes, seen_of
from .verdict import Case, Judgement, Standing, Verdict


class What(Enum):
    """What is known of a case: the planner has SEEN it, or is to be told the rest."""

    SEEN = "seen"
    NEW = "new"
    AGAIN = "again"
    GONE = "gone"


COUNTED = frozenset({What.NEW, What.AGAIN})
"""What asks for something to be done; of the rest the planner is told."""


def title(what: What) -> str:
    """Name it in the planner's words."""
    return {
        What.SEEN: tr("Known"),
        What.NEW: tr("New potential clash"),
        What.AGAIN: tr("To be judged again"),
        What.GONE: tr("Went away"),
    }[what]


@dataclass(frozen=True)
class News:
    """What is known of a case: of works, and of another that they meet or were judged to meet.

    `other` says in a line what the other is, `why` what meets or what has changed. `seen` is the
    other as it was then, and `place` the bounds of what the two have in common, or of the shortest
    line from ours to the other (EPSG:27700). `at` is when it was found, and `since` when it was
    looked for before without being so, None at the first look.
    """

    case: Case
    what: What
    other: str
    why: str
    seen: Seen
    place: Optional[Bounds]
    at: datetime
    since: Optional[datetime]


@dataclass(frozen=True)
class Look:
    """A look at what works meet: by which report, and when.

    `environment` and `ours` are those of a Case. `since` is when the same works were looked at
    before, None at the first look: what is there then is taken for known.
    `answered` says of what was known whether it would be there if it still were as it was: whether
    the register has answered since for its ground and its days.
    """

    environment: str
    ours: str
    report: Report
    answered: Callable[[News], bool]
    at: datetime
    today: date
    since: Optional[datetime] = None

    def known(
        self, before: Mapping[Case, News], judged: Mapping[Case, Standing]
    ) -> dict[Case, News]:
        """Return what is known now, of which that is new which was not known `before`.

        A potential clash that was judged already is not new. What is not there any more went away,
        unless there may be more than was given; once that was seen, nothing is known of it.
        """
        met = {
            Case(self.environment, self.ours, one.other.kind, one.other.reference): one
            for one in self.report.encounters
            if one.other.kind in KINDS
        }
        now = dict(self._there(met, before, judged))
        for case, known in before.items():
            if case in now:
                continue
            if known.what is What.GONE or not self._is_sure(known, met.get(case)):
                now[case] = known
            elif self.since is not None:
                now[case] = replace(known, what=What.GONE, why="", at=self.at, since=self.since)
        return now

    def _there(
        self,
        met: Mapping[Case, Encounter],
        before: Mapping[Case, News],
        judged: Mapping[Case, Standing],
    ) -> Iterator[tuple[Case, News]]:
        for case, one in met.items():
            judgement = judged.get(case, Standing()).judgement
            if judgement is not None and judgement.verdict is not Verdict.NOT_JUDGED:
                yield case, self._judged(case, one, before.get(case), judgement)
            elif one.grade is Grade.CLASH:
                known = before.get(case)
                if known is None or known.what not in (What.SEEN, What.NEW):
                    what = What.SEEN if self.since is None else What.NEW
                    known = self._news(case, what, one, one.findings[0].in_short)
                yield case, known

    def _judged(
        self, case: Case, one: Encounter, known: Optional[News], judgement: Judgement
    ) -> News:
        """Ask for another judgement where the other has changed, once for each change."""
        changed = changes(judgement.seen, one.other, self.today)
        if not changed:
            return self._news(case, What.SEEN, one, "")
        if known is not None and known.seen == seen_of(one.other):
            return known
        return self._news(case, What.AGAIN, one, "; ".join(changed))

    def _is_sure(self, known: News, one: Optional[Encounter]) -> bool:
        """Whether what was known is not so any more."""
        return self.answered(known) if one is None else one.grade is not Grade.CANNOT_SAY

    def _news(self, case: Case, what: What, one: Encounter, why: str) -> News:
        place = one.findings[0].pair.meeting_place
        return News(
            case=case,
            what=what,
            other=tr("{what} ({reference})").format(
                what=one.other.what, reference=one.other.reference
            ),
            why=why,
            seen=seen_of(one.other),
            place=None if place is None or place.is_empty else place.bounds,
            at=self.at,
            since=self.since,
        )


def looked_at(known: Mapping[Case, News]) -> dict[Case, News]:
    """Return what is known once the planner has looked at all of it."""
    return {
        case: replace(one, what=What.SEEN)
        for case, one in known.items()
        if one.what is not What.GONE
    }
