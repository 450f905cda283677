"""Why each listed row needs a planner, until when, and what its next step is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum
from typing import Any, Callable, NamedTuple, Optional

from ...rules.clocks import penalties, permits, reasons, reinstating
from ...rules.clocks.due import Due
from ...rules.clocks.works import overrun
from ...rules.standing import (
    ChangeStanding,
    PenaltyStanding,
    PermitStanding,
    PlanStanding,
    Section81Standing,
    Subject,
    WorksStanding,
)
from ...rules.steps import Step, may
from ...trade.calendar import civil_day, uk_today
from ...trade.parties import Side
from ...trade.records.listed import (
    ChangeListed,
    CommentListed,
    InspectionListed,
    Listed,
    NoticeListed,
    PenaltyListed,
    PermitListed,
    PlanListed,
    ReinstatementListed,
)
from ...trade.vocabulary.clocks import Reason
from ...trade.vocabulary.permits import ChangeKind
from ...trade.vocabulary.reinstatements import ReinstatementStatus
from ...trade.vocabulary.works import Category, WorksStatus
from ...trade.workstreams import workstream_in

_PROMOTER = frozenset({Side.PROMOTER})
_STEPS: Mapping[Reason, tuple[Step, ...]] = {
    Reason.MODIFICATION_TO_ANSWER: (Step.CHANGE,),
    Reason.PAA_TO_PROGRESS: (Step.APPLY,),
    Reason.TO_START: (Step.START,),
    Reason.TO_STOP: (Step.STOP,),
    Reason.OVERRUNS: (Step.STOP,),
    Reason.TO_REGISTER: (Step.ADD_SITE, Step.SET_FINAL),
    Reason.INTERIM_TO_REPLACE: (Step.APPLY,),  # a permanent one needs a permit (8.4)
    Reason.INSPECTION_FAILED: (Step.COMMENT,),
    Reason.PENALTY_TO_ANSWER: (Step.ACCEPT_PENALTY,),
    Reason.COMMENT_UNREAD: (Step.COMMENT,),
    Reason.SECTION_81_TO_ANSWER: (Step.ACKNOWLEDGE_SECTION_81, Step.ACCEPT_SECTION_81),
    Reason.PLAN_TO_FIRM_UP: (Step.APPLY,),
}
"""What is done about each: the first that may be taken as things stand."""

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

    `step` is None where there is nothing to do but wait. `permit` is that of the row's works, where
    it is known.
    """

    row: Listed
    reason: Reason
    due: Optional[Due]
    step: Optional[Step]
    urgency: Urgency
    permit: Optional[PermitListed]

    @property
    def identity(self) -> tuple[str, str]:
        """What tells it from all others, also after the lists were read anew."""
        return self.reason, self.row.identity

    @property
    def promoter(self) -> str:
        """Whose works they are, "" where that is not told."""
        return self._told("promoter")

    @property
    def authority(self) -> str:
        """The highway authority of the street, "" where that is not told."""
        return self._told("authority")

    @property
    def street(self) -> str:
        """The street, "" where that is not told."""
        return self._told("street")

    @property
    def town(self) -> str:
        """The town, "" where that is not told."""
        return self._told("town")

    @property
    def workstream(self) -> str:
        """The three digits of the workstream, "" where the works' reference names none."""
        return workstream_in(self.row.works_reference)

    @property
    def status(self) -> str:
        """How what needs a planner stands: a word of the trade, "" where it has none."""
        return getattr(self.row, "status", "") or getattr(self.row, "outcome", "")

    def _told(self, name: str) -> str:
        """Return what the row tells, or else the permit of its works."""
        return getattr(self.row, name, "") or getattr(self.permit, name, "")


class _Found(NamedTuple):
    """Why, until when, and how what the next step is taken with stands."""

    reason: Reason
    due: Optional[Due]
    subject: Subject


@dataclass(frozen=True)
class _Known:
    """What the other rows say of the works of a row, the moment, and the account's own address."""

    now: datetime
    today: date
    user: str
    permits: Mapping[str, PermitListed]
    changing: frozenset[str]  # permits with a change request that is pending
    sited: frozenset[str]  # works with a reinstatement
    inspected: Mapping[str, InspectionListed]  # the latest of each works

    def latest(self, permit: PermitListed) -> PermitStanding:
        """Return how the latest permit of works stands."""
        return PermitStanding(
            category=permit.category,
            status=permit.status,
            is_started=permit.started is not None,
            is_stopped=permit.stopped is not None,
            has_pending_change=permit.reference in self.changing,
        )

    def works(self, permit: PermitListed) -> WorksStanding:
        """Return how works stand, by their latest permit."""
        return WorksStanding(
            permit.works_status,
            self.latest(permit),
            has_excavation=permit.excavated,
            has_site=permit.works_reference in self.sited,
            has_excavated_site=permit.works_reference in self.sited,
        )

    def works_of(self, row: Listed) -> WorksStanding:
        """Return how the works of a row stand, as far as their permit is in a list, too."""
        permit = self.permits.get(row.works_reference)
        return WorksStanding(WorksStatus.PLANNED) if permit is None else self.works(permit)


def needs(rows: Iterable[Listed], now: datetime, user: str = "") -> tuple[Need, ...]:
    """Return what needs a planner at a moment, the most urgent first.

    What has no clock stands where today is. `user` is the account's own e-mail address: a comment
    that it wrote itself is nothing to read.
    """
    every = tuple(rows)
    known = _known(every, now, user)
    found = [_need(row, one, known) for row in every for one in _OF[type(row)](row, known)]
    return tuple(sorted(found, key=lambda need: _order(need, now)))


def _order(need: Need, now: datetime) -> tuple[datetime, str, str]:
    return need.due.end if need.due else now, need.reason, need.row.identity


def _need(row: Listed, found: _Found, known: _Known) -> Need:
    reason, due, subject = found
    steps = _STEPS.get(reason, ())
    return Need(
        row,
        reason,
        due,
        next((one for one in steps if may(one, subject, _PROMOTER)), None),
        _urgency(reason, due, known.now),
        known.permits.get(row.works_reference),
    )


def _urgency(reason: Reason, due: Optional[Due], now: datetime) -> Urgency:
    if reason in _ONLY_WATCHED or (due is not None and not due.presses(now)):
        return Urgency.LATER
    return Urgency.OVER if due is not None and due.is_over(now) else Urgency.PRESSES


def _known(rows: tuple[Listed, ...], now: datetime, user: str) -> _Known:
    outcomes = [one for one in rows if isinstance(one, InspectionListed) and one.outcome]
    return _Known(
        now=now,
        today=uk_today(now),
        user=user.casefold(),
        permits={one.works_reference: one for one in rows if isinstance(one, PermitListed)},
        changing=frozenset(one.permit for one in rows if isinstance(one, ChangeListed)),
        sited=frozenset(
            one.works_reference for one in rows if isinstance(one, ReinstatementListed)
        ),
        inspected={one.works_reference: one for one in sorted(outcomes, key=lambda one: one.day)},
    )


def _of_permit(row: PermitListed, known: _Known) -> Iterator[_Found]:
    works, latest, today = known.works(row), known.latest(row), known.today
    first, last = civil_day(row.first_day), civil_day(row.last_day)
    ends = overrun(row.works_status, last, today=today)
    register_by = reinstating.register_by(
        civil_day(row.stopped or row.last_day),
        excavated=row.excavated,
        registered=row.finally_reinstated or works.has_site,
        today=today,
    )
    dues: Mapping[Reason, Callable[[], Optional[Due]]] = {
        Reason.WAITS_FOR_ASSESSMENT: lambda: permits.deems(row.status, row.deadline),
        Reason.PAA_TO_PROGRESS: lambda: permits.progress_by(latest, first, today),
        Reason.TO_START: lambda: permits.start_by(
            works,
            first,
            last,
            road_category=row.road_category,
            traffic_sensitive=row.traffic_sensitive,
            today=today,
        ),
        Reason.TO_STOP: lambda: ends,
        Reason.OVERRUNS: lambda: ends,
        Reason.TO_REGISTER: lambda: register_by,
    }
    for reason in reasons.of_works(
        works,
        overruns=ends is not None and ends.is_over(known.now),
        to_register=register_by is not None,
    ):
        answers = reason is Reason.MODIFICATION_TO_ANSWER
        yield _Found(reason, dues.get(reason, lambda: None)(), latest if answers else works)


def _of_change(row: ChangeListed, known: _Known) -> Iterator[_Found]:
    standing = ChangeStanding(row.status, row.kind == ChangeKind.WORK_EXTENSION)
    reason = reasons.of_change(row.kind, standing)
    if reason is not None:
        yield _Found(reason, permits.deems(row.status, row.deadline), standing)


def _of_reinstatement(row: ReinstatementListed, known: _Known) -> Iterator[_Found]:
    end = civil_day(row.last_day)
    due = reinstating.ends(row.status, civil_day(row.done), end=end, today=known.today)
    runs_out = due.presses(known.now) and not due.is_over(known.now)  # then it needs nobody
    if row.status == ReinstatementStatus.INTERIM or runs_out:
        yield _Found(reasons.of_reinstatement(row.status), due, known.works_of(row))


def _of_inspection(row: InspectionListed, known: _Known) -> Iterator[_Found]:
    reason = reasons.of_inspection(row.outcome)
    if reason is not None and known.inspected[row.works_reference] is row:
        yield _Found(reason, None, known.works_of(row))


def _of_penalty(row: PenaltyListed, known: _Known) -> Iterator[_Found]:
    standing = PenaltyStanding(row.status)
    reason = reasons.of_penalty(standing)
    if reason is not None:
        dues = penalties.payment(row.status, civil_day(row.given), known.today)
        runs = (due for due in dues if not due.is_over(known.now))
        yield _Found(reason, next(runs, dues[-1]), standing)


def _of_notice(row: NoticeListed, known: _Known) -> Iterator[_Found]:
    standing = Section81Standing(row.status)
    reason = reasons.of_section_81(standing)
    if reason is not None:
        yield _Found(reason, None, standing)


def _of_plan(row: PlanListed, known: _Known) -> Iterator[_Found]:
    reason = reasons.of_plan(PlanStanding(row.status))
    if reason is not None:
        due = permits.apply_by(Category.PAA, civil_day(row.first_day), known.today)
        yield _Found(reason, due, known.works_of(row))


def _of_comment(row: CommentListed, known: _Known) -> Iterator[_Found]:
    reason = reasons.of_comment(read=row.read)
    if reason is not None and row.author.casefold() != known.user:
        yield _Found(reason, None, known.works_of(row))


_OF: Mapping[type, Callable[[Any, _Known], Iterator[_Found]]] = {
    PermitListed: _of_permit,
    ChangeListed: _of_change,
    ReinstatementListed: _of_reinstatement,
    InspectionListed: _of_inspection,
    PenaltyListed: _of_penalty,
    NoticeListed: _of_notice,
    PlanListed: _of_plan,
    CommentListed: _of_comment,
}
