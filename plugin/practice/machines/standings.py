"""How what the register holds stands, for the rules."""

from ...rules.standing import (
    ChangeStanding,
    CommentStanding,
    Done,
    PermitStanding,
    SiteStanding,
    WorksStanding,
)
from ...trade.parties import Side
from ...trade.vocabulary.permits import ChangeKind, PermitStatus
from ...trade.vocabulary.reinstatements import ReinstatementType
from ..made_up.unrecorded import given
from ..records import Alteration, Comment, Permit, Site, Works
from .pieces import is_left_alone, is_only_acknowledged


def works_standing(works: Works) -> WorksStanding:
    """Return how works stand."""
    latest = works.active
    return WorksStanding(
        status=works.status,
        latest=permit_standing(works, latest) if latest else None,
        has_excavation=latest is not None and bool(given(latest.details, "excavation")),
        has_site=bool(works.sites),
        has_excavated_site=any(site.kind == ReinstatementType.EXCAVATION for site in works.sites),
        is_inspection_scheduled=works.scheduled_inspection is not None,
    )


def permit_standing(works: Works, permit: Permit) -> PermitStanding:
    """Return how a permit of the works stands."""
    return PermitStanding(
        category=permit.category,
        status=permit.status,
        is_latest=works.active is permit,
        is_started=permit.actual_start is not None,
        is_stopped=permit.actual_stop is not None,
        is_reinstated=any(
            done.permit_reference == permit.reference
            for site in works.sites
            for done in site.reinstatements
        ),
        has_pending_change=permit.pending is not None,
        was_modification_requested=permit.ever_modification_requested,
        is_undecided=permit.status_before_stop == PermitStatus.SUBMITTED
        and not permit.assessment_status,
        is_left_alone=is_left_alone(works, permit),
        is_only_acknowledged=is_only_acknowledged(works, permit),
        is_acknowledged=permit.hs2_acknowledged is not None,
    )


def change_standing(change: Alteration) -> ChangeStanding:
    """Return how a change of a permit stands."""
    return ChangeStanding(change.status, is_extension=change.kind == ChangeKind.WORK_EXTENSION)


def comment_standing(works: Works, comment: Comment) -> CommentStanding:
    """Return how a comment on the works stands."""
    by_authority = comment.organisation == works.place.authority_swa_code
    return CommentStanding(
        was_read=comment.read_on is not None,
        only_own_side=comment.is_internal,
        author=Side.AUTHORITY if by_authority else Side.PROMOTER,
    )


def site_standing(works: Works, site: Site) -> SiteStanding:
    """Return how a site of the works stands."""
    return SiteStanding(
        works_standing(works),
        earlier=tuple(Done(one.status, one.permit_reference) for one in site.reinstatements),
        permit=works.active.reference if works.active else None,
    )
