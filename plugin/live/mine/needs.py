"""Why each listed row needs a planner, until when, and what its next step is."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Optional

from ...rules.clocks.due import Due
from ...rules.clocks.reasons import STEPS
from ...rules.steps import Step, possible
from ...trade.parties import Side
from ...trade.records.listed import Listed, PermitListed, RowListed
from ...trade.vocabulary.clocks import Reason
from ...trade.workstreams import workstream_in
from .reasons import REASONS, Found, Known, known_of

_PROMOTER = frozenset({Side.PROMOTER})
_ONLY_WATCHED = frozenset(
    {Reason.WAITS_FOR_ASSESSMENT, Reason.CHANGE_WAITS, Reason.GUARANTEE_RUNS_OUT}
)


class Urgency(IntEnum):
    """How soon something is to be done."""

    OVER = 0
    PRESSES = 1
    LATER = 2


@dataclass(frozen=True)
class Need:
    """A row that needs a planner: why, until when (None: no clock runs), and what is next.

    `steps` are those that may be taken about it, what its clock asks for first; none where there is
    nothing to do but wait. `permit` is that of the row's works, where it is known.
    """

    row: Listed
    reason: Reason
    due: Optional[Due]
    steps: tuple[Step, ...]
    urgency: Urgency
    permit: Optional[PermitListed]

    @property
    def step(self) -> Optional[Step]:
        """The next step, None where there is nothing to do but wait."""
        return next(iter(self.steps), None)

    @property
    def identity(self) -> tuple[str, str]:
        """What tells it from all others, also after the lists were read anew."""
        return self.reason, self.row.identity

    @property
    def promoter(self) -> str:
        """Whose works they are, "" where that is not told."""
        return self._of_works.promoter

    @property
    def authority(self) -> str:
        """The highway authority of the street, "" where that is not told."""
        return self._of_works.authority

    @property
    def street(self) -> str:
        """The street, "" where that is not told."""
        return self._of_works.street

    @property
    def town(self) -> str:
        """The town, "" where that is not told."""
        return self.row.town or self._of_works.town

    @property
    def workstream(self) -> str:
        """The three digits of the workstream, "" where the works' reference names none."""
        return workstream_in(self.row.works_reference)

    @property
    def status(self) -> str:
        """How what needs a planner stands: a word of the trade, "" where it has none."""
        return getattr(self.row, "status", "") or getattr(self.row, "outcome", "")

    @property
    def _of_works(self) -> RowListed:
        """What tells of the works: the row, or else their permit."""
        return self.row if self.row.promoter or self.permit is None else self.permit


def needs(rows: Iterable[Listed], now: datetime, user: str = "") -> tuple[Need, ...]:
    """Return what needs a planner at a moment, the most urgent first.

    What has no clock stands where today is. `user` is the account's own e-mail address: a comment
    that it wrote itself is nothing to read.
    """
    every = tuple(rows)
    known = known_of(every, now, user)
    found = [_need(row, one, known) for row in every for one in REASONS[type(row)](row, known)]
    return tuple(sorted(found, key=lambda need: _order(need, now)))


def _order(need: Need, now: datetime) -> tuple[datetime, str, str]:
    return need.due.end if need.due else now, need.reason, need.row.identity


def _need(row: Listed, found: Found, known: Known) -> Need:
    reason, due, subjects = found
    return Need(
        row,
        reason,
        due,
        possible(STEPS.get(reason, ()), subjects, _PROMOTER),
        _urgency(reason, due, known.now),
        known.permits.get(row.works_reference),
    )


def _urgency(reason: Reason, due: Optional[Due], now: datetime) -> Urgency:
    if reason in _ONLY_WATCHED or (due is not None and not due.presses(now)):
        return Urgency.LATER
    return Urgency.OVER if due is not None and due.is_over(now) else Urgency.PRESSES
