"""How things stand by what a register tells of them to those whose works they are.

It does not tell everything: whether a change was asked for before, which side wrote a comment, a
site's earlier reinstatements. Nothing of that is held against a step here; the register refuses it
then, and says why.
"""

from typing import Any, Callable, Optional

from ..trade.records.belonging import (
    PenaltySummary,
    Section81Summary,
    SiteSummary,
)
from ..trade.records.forward_plans import ForwardPlan
from ..trade.records.works import ChangeSummary, Comment, Permit, Works
from ..trade.vocabulary.permits import ChangeKind, ChangeStatus, PermitStatus
from ..trade.vocabulary.reinstatements import ReinstatementType
from . import hs2
from .standing import (
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


def standing_of(record: object, works: Works) -> Optional[Subject]:
    """Return how a record of `works` stands, or None where no step is taken with such a one."""
    read = _READ.get(type(record))
    return None if read is None else read(record, works)


def works_standing(works: Works) -> WorksStanding:
    """Return how works stand."""
    latest = works.permit
    kinds = {one.kind for one in works.sites}
    return WorksStanding(
        status=works.status,
        latest=permit_standing(latest, works) if latest else None,
        has_excavation=latest is not None and latest.excavates,
        has_site=bool(works.sites),
        has_excavated_site=ReinstatementType.EXCAVATION in kinds,
        is_inspection_scheduled=any(one.is_scheduled for one in works.inspections),
    )


def permit_standing(permit: Permit, works: Works) -> PermitStanding:
    """Return how a permit of works stands."""
    decided = permit.assessment or permit.deemed
    limits, exemption = permit.in_act_limits, permit.exemption or None
    is_hs2 = limits is not None
    return PermitStanding(
        category=permit.category,
        status=permit.status,
        is_latest=works.permit is None or works.permit.reference == permit.reference,
        is_started=permit.started is not None,
        is_stopped=permit.stopped is not None,
        is_reinstated=any(one.permit == permit.reference for one in works.sites),
        has_pending_change=any(one.status == ChangeStatus.SUBMITTED for one in permit.changes),
        is_left_alone=is_hs2 and hs2.is_left_alone(permit.kind, limits),
        is_only_acknowledged=is_hs2 and not hs2.needs_consent(permit.kind, limits, exemption),
        is_acknowledged=permit.acknowledged is not None,
        is_undecided=permit.status == PermitStatus.CLOSED and not decided,
    )


def _site_standing(site: SiteSummary, works: Works) -> SiteStanding:
    permit = None if works.permit is None else works.permit.reference
    return SiteStanding(works_standing(works), (Done(site.status, site.permit or None),), permit)


def _change_standing(change: ChangeSummary, _works: Works) -> ChangeStanding:
    return ChangeStanding(change.status, change.kind == ChangeKind.WORK_EXTENSION)


_READ: dict[type, Callable[[Any, Works], Subject]] = {
    Works: lambda works, _works: works_standing(works),
    Permit: permit_standing,
    ChangeSummary: _change_standing,
    SiteSummary: _site_standing,
    ForwardPlan: lambda plan, _works: PlanStanding(plan.status),
    PenaltySummary: lambda penalty, _works: PenaltyStanding(penalty.status),
    Comment: lambda comment, _works: CommentStanding(comment.read, comment.internal),
    Section81Summary: lambda notice, _works: Section81Standing(notice.status),
}
