"""Why a listed row needs a planner, by what it says and by what the other rows say of its works."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Callable, NamedTuple, Optional

from ...rules.clocks import penalties, permits, reasons, reinstating
from ...rules.clocks.due import Due
from ...rules.clocks.works import overrun
from ...rules.standing import (
    ChangeStanding,
    CommentStanding,
    PenaltyStanding,
    PermitStanding,
    PlanStanding,
    Section81Standing,
    Subject,
    WorksStanding,
)
from ...trade.calendar import civil_day, uk_today
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


class Found(NamedTuple):
    """Why, until when, and how what the next steps are taken with stands."""

    reason: Reason
    due: Optional[Due]
    subjects: tuple[Subject, ...]


@dataclass(frozen=True)
class Known:
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


def known_of(rows: tuple[Listed, ...], now: datetime, user: str) -> Known:
    """Return what rows say of each other's works; `user` is the account's own e-mail address."""
    outcomes = [one for one in rows if isinstance(one, InspectionListed) and one.outcome]
    return Known(
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


def _of_permit(row: PermitListed, known: Known) -> Iterator[Found]:
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
        yield Found(reason, dues.get(reason, lambda: None)(), (works, latest))


def _of_change(row: ChangeListed, known: Known) -> Iterator[Found]:
    standing = ChangeStanding(row.status, row.kind == ChangeKind.WORK_EXTENSION)
    reason = reasons.of_change(row.kind, standing)
    if reason is not None:
        yield Found(reason, permits.deems(row.status, row.deadline), (standing,))


def _of_reinstatement(row: ReinstatementListed, known: Known) -> Iterator[Found]:
    end = civil_day(row.last_day)
    due = reinstating.ends(row.status, civil_day(row.done), end=end, today=known.today)
    runs_out = due.presses(known.now) and not due.is_over(known.now)  # then it needs nobody
    if row.status == ReinstatementStatus.INTERIM or runs_out:
        yield Found(reasons.of_reinstatement(row.status), due, (known.works_of(row),))


def _of_inspection(row: InspectionListed, known: Known) -> Iterator[Found]:
    reason = reasons.of_inspection(row.outcome)
    if reason is not None and known.inspected[row.works_reference] is row:
        yield Found(reason, None, (known.works_of(row),))


def _of_penalty(row: PenaltyListed, known: Known) -> Iterator[Found]:
    standing = PenaltyStanding(row.status)
    reason = reasons.of_penalty(standing)
    if reason is not None:
        dues = penalties.payment(row.status, civil_day(row.given), known.today)
        runs = (due for due in dues if not due.is_over(known.now))
        yield Found(reason, next(runs, dues[-1]), (standing,))


def _of_notice(row: NoticeListed, known: Known) -> Iterator[Found]:
    standing = Section81Standing(row.status)
    reason = reasons.of_section_81(standing)
    if reason is not None:
        yield Found(reason, None, (standing,))


def _of_plan(row: PlanListed, known: Known) -> Iterator[Found]:
    standing = PlanStanding(row.status)
    reason = reasons.of_plan(standing)
    if reason is not None:
        due = permits.apply_by(Category.PAA, civil_day(row.first_day), known.today)
        yield Found(reason, due, (known.works_of(row), standing))


def _of_comment(row: CommentListed, known: Known) -> Iterator[Found]:
    reason = reasons.of_comment(read=row.read)
    if reason is not None and row.author.casefold() != known.user:
        yield Found(reason, None, (CommentStanding(row.read, row.internal),))


REASONS: Mapping[type, Callable[[Any, Known], Iterator[Found]]] = {
    PermitListed: _of_permit,
    ChangeListed: _of_change,
    ReinstatementListed: _of_reinstatement,
    InspectionListed: _of_inspection,
    PenaltyListed: _of_penalty,
    NoticeListed: _of_notice,
    PlanListed: _of_plan,
    CommentListed: _of_comment,
}
"""By the kind of a row, what gives the reasons why it needs somebody."""
