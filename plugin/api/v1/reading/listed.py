"""The Reporting API's lists: which is asked how, and what its rows say."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ....trade.records.listed import (
    ChangeListed,
    CommentListed,
    InspectionListed,
    Listed,
    Listing,
    ListPage,
    NoticeListed,
    OwnList,
    PenaltyListed,
    PermitListed,
    PlanListed,
    ReinstatementListed,
)
from ..client import V1Client
from ..enums import (
    AlterationStatus,
    ForwardPlanStatus,
    FPNStatus,
    PermitStatus,
    Role,
    Section81Status,
    WorkStatus,
)
from ..models import reporting
from ..models.reporting.permits import MOST_WORKS
from ..paging import pages
from .shared import box_around

_LONG_AGO = timedelta(days=365)
"""What has been over for longer than that is not looked for any more."""

_INSPECTED = timedelta(days=92)
_ENDS_WITHIN = timedelta(days=186)
"""No interim reinstatement ends later than that: it is for six months (Business rules 8.5)."""

_UNDECIDED = (
    PermitStatus.SUBMITTED,
    PermitStatus.GRANTED,
    PermitStatus.PERMIT_MODIFICATION_REQUEST,
)

_GROWS_AT_ITS_END = {"sort_column": "date_created", "sort_direction": "asc"}
"""So that no page moves while the list is read."""


@dataclass(frozen=True)
class _List:
    """How a list is asked for: the method, how its rows are read, and its filters on a day."""

    method: str
    read: Callable[[Any], Listed]
    filters: Callable[[date], Mapping[str, Any]]


def own_lists(client: V1Client) -> tuple[OwnList, ...]:
    """Return the lists that there are of the account's own works as their promoter.

    A planner's are those of its organisation, a contractor's those of each of its promoters.
    """
    rights = client.rights
    promoters = [""] if rights.has(Role.PLANNER) or not rights.known else []
    if rights.has(Role.CONTRACTOR):
        promoters += rights.contracts
    return tuple(OwnList(listing, promoter) for listing in Listing for promoter in promoters)


def list_pages(client: V1Client, own: OwnList, today: date) -> Iterator[ListPage]:
    """Go through the pages of a list, narrowed to what can need somebody `today`."""
    one = _LISTS[own.listing]
    method = getattr(client.reporting, one.method)
    whose = {"swa_code": own.promoter_code} if own.promoter_code else {}
    for found, length in pages(method, **one.filters(today), **whose):
        yield ListPage(tuple(map(one.read, found)), length.done, length.at_least, length.at_most)


def permits_of(client: V1Client, works: Iterable[str]) -> tuple[PermitListed, ...]:
    """Return the active permits of some works, as far as they are the account's to see."""
    wanted = sorted(set(works))
    found: list[PermitListed] = []
    for first in range(0, len(wanted), MOST_WORKS):
        some = reporting.PermitSearchRequest(
            work_reference_numbers=wanted[first : first + MOST_WORKS]
        )
        found += map(_permit, client.reporting.get_permit_summaries(some))
    return tuple(one for one in found if one.active)


def _permit(answer: reporting.PermitSummaryResponse) -> PermitListed:
    """Return a permit of a list."""
    return PermitListed(
        works_reference=answer.work_reference_number,
        reference=answer.permit_reference_number,
        promoter=answer.promoter_organisation,
        authority=answer.highway_authority,
        street=answer.street,
        town=answer.town,
        place=answer.location_description,
        status=str(answer.status),
        works_status=str(answer.work_status),
        category=str(answer.work_category),
        first_day=answer.proposed_start_date,
        last_day=answer.proposed_end_date,
        started=answer.actual_start_date,
        stopped=answer.actual_end_date,
        deadline=answer.deadline_date,
        road_category=answer.road_category,
        traffic_sensitive=answer.is_traffic_sensitive,
        active=answer.is_active_permit,
        excavated=answer.excavation_carried_out,
        finally_reinstated=not answer.has_no_final_reinstatement,
        box=box_around(answer.works_coordinates),
    )


def _change(answer: reporting.AlterationSummaryResponse) -> ChangeListed:
    return ChangeListed(
        works_reference=answer.work_reference_number,
        permit=answer.permit_reference_number,
        reference=answer.alteration_reference_number,
        promoter=answer.promoter,
        authority=answer.highway_authority,
        street=answer.street,
        town=answer.town,
        kind=str(answer.alteration_type),
        status=str(answer.alteration_status),
        works_status=str(answer.work_status),
        first_day=answer.proposed_start_date,
        last_day=answer.proposed_end_date,
        deadline=answer.deadline_date,
    )


def _reinstatement(answer: reporting.ReinstatementSummaryResponse) -> ReinstatementListed:
    return ReinstatementListed(
        works_reference=answer.work_reference_number,
        reference="",
        site=answer.site_number,
        promoter=answer.promoter_organisation,
        authority=answer.highway_authority,
        street=answer.street_name,
        town=answer.town or "",
        place=answer.location_description,
        kind=str(answer.reinstatement_type),
        status=str(answer.reinstatement_status),
        registered=answer.registration_date,
        done=answer.reinstatement_date,
        last_day=answer.end_date,
    )


def _inspection(answer: reporting.InspectionSummaryResponse) -> InspectionListed:
    return InspectionListed(
        works_reference=answer.work_reference_number,
        reference=answer.inspection_reference_number or "",
        promoter=answer.promoter_organisation,
        authority=answer.highway_authority,
        street=answer.street,
        town=answer.town,
        kind=str(answer.inspection_type),
        category=str(answer.inspection_category or ""),
        outcome=str(answer.inspection_outcome or ""),
        day=answer.inspection_date,
        again=answer.reinspection_date_time,
    )


def _penalty(answer: reporting.FPNSummaryResponse) -> PenaltyListed:
    return PenaltyListed(
        works_reference=answer.work_reference_number,
        reference=answer.fpn_reference_number,
        promoter=answer.promoter,
        authority=answer.highway_authority,
        street=answer.street_name,
        town="",
        offence=str(answer.offence_code),
        status=str(answer.status),
        given=answer.issue_date,
    )


def _notice(answer: reporting.Section81SummaryResponse) -> NoticeListed:
    return NoticeListed(
        works_reference=answer.work_reference_number,
        reference=answer.section_81_reference_number,
        promoter=answer.promoter_organisation,
        authority=answer.highway_authority,
        street=answer.street,
        town=answer.town or "",
        severity=str(answer.section_81_severity),
        status=str(answer.section_81_status),
        issued=answer.issue_date,
        changed=answer.status_changed_date,
    )


def _plan(answer: reporting.ForwardPlanSummaryResponse) -> PlanListed:
    return PlanListed(
        works_reference=answer.work_reference_number,
        reference=answer.forward_plan_reference_number,
        promoter=answer.promoter_organisation,
        authority=answer.highway_authority,
        street=answer.street,
        town=answer.town,
        status=str(answer.forward_plan_status),
        first_day=answer.proposed_start_date,
        last_day=answer.proposed_end_date,
    )


def _comment(answer: reporting.CommentSummaryResponse) -> CommentListed:
    return CommentListed(
        works_reference=answer.work_reference_number,
        promoter="",
        authority="",
        street="",
        town="",
        reference=answer.comment_reference_number,
        about=str(answer.topic),
        text=answer.detail,
        author=answer.author_email_address,
        written=answer.date_created,
        read=answer.is_read,
        internal=answer.is_internal,
    )


_LISTS: Mapping[Listing, _List] = {
    Listing.PERMITS: _List(
        "get_permits",
        _permit,
        lambda _today: {
            "status": [*_UNDECIDED, PermitStatus.REVOKED],
            "work_status": [WorkStatus.PLANNED, WorkStatus.IN_PROGRESS],
            "active_permit_only": True,
            **_GROWS_AT_ITS_END,
        },
    ),
    Listing.UNREGISTERED: _List(
        "get_permits",
        _permit,
        lambda today: {
            "work_status": [WorkStatus.COMPLETED],
            "active_permit_only": True,
            "has_excavation": True,
            "has_no_final_registration": True,
            "work_end_date_from": today - _LONG_AGO,
            **_GROWS_AT_ITS_END,
        },
    ),
    Listing.CHANGES: _List(
        "get_alterations",
        _change,
        lambda _today: {"alteration_status": [AlterationStatus.SUBMITTED], **_GROWS_AT_ITS_END},
    ),
    Listing.REINSTATEMENTS: _List(
        "get_reinstatements",
        _reinstatement,
        lambda today: {
            "latest_reinstatements_only": True,
            "end_date_from": today - _LONG_AGO,
            "end_date_to": today + _ENDS_WITHIN,
        },
    ),
    Listing.INSPECTIONS: _List(
        "get_inspections",
        _inspection,
        lambda today: {"start_date": today - _INSPECTED},
    ),
    Listing.PENALTIES: _List(
        "get_fpns",
        _penalty,
        lambda _today: {"status": [FPNStatus.ISSUED, FPNStatus.ACCEPTED, FPNStatus.DISPUTED]},
    ),
    Listing.NOTICES: _List(
        "get_section81s",
        _notice,
        lambda _today: {
            "section_81_status": [
                Section81Status.ISSUED,
                Section81Status.ACKNOWLEDGED,
                Section81Status.ACCEPTED,
            ]
        },
    ),
    Listing.PLANS: _List(
        "get_forward_plans",
        _plan,
        lambda _today: {"forward_plan_status": [ForwardPlanStatus.RAISED]},
    ),
    Listing.COMMENTS: _List("get_comments", _comment, lambda _today: {"is_not_read": True}),
}
