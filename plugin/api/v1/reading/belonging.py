"""What belongs to works, as they list it: sites, inspections, notices, a forward plan."""

from ....trade.records.belonging import (
    InspectionSummary,
    PenaltySummary,
    PlanSummary,
    Section81Summary,
    SiteSummary,
)
from ..models.work import (
    ForwardPlanSummaryResponse,
    FPNSummaryResponse,
    InspectionSummaryResponse,
    Section81SummaryResponse,
    SiteSummaryResponse,
)
from .shared import word


def site(answer: SiteSummaryResponse) -> SiteSummary:
    """Return a site as its latest reinstatement left it."""
    return SiteSummary(
        number=answer.site_number,
        place=answer.site_description,
        kind=str(answer.reinstatement_type),
        status=str(answer.site_status),
        permit=answer.permit_reference_number or "",
        done=answer.completed_date,
        ends=answer.end_date,
        depth=answer.depth,
        length=answer.length,
        width=answer.width,
        holes=answer.number_of_holes,
    )


def inspection(answer: InspectionSummaryResponse) -> InspectionSummary:
    """Return an inspection that was made, or is to come."""
    return InspectionSummary(
        reference=answer.inspection_reference_number or "",
        moment=answer.inspection_date,
        kind=str(answer.inspection_type),
        category=word(answer.inspection_category),
        outcome=word(answer.inspection_outcome),
        again=answer.reinspection_date_time,
    )


def penalty(answer: FPNSummaryResponse) -> PenaltySummary:
    """Return a fixed penalty notice."""
    return PenaltySummary(
        reference=answer.fpn_reference_number,
        offence=str(answer.fpn_offence_type),
        issued=answer.issue_date_time,
        status=str(answer.fpn_status),
    )


def notice(answer: Section81SummaryResponse) -> Section81Summary:
    """Return the section 81 notice that works came of."""
    return Section81Summary(
        reference=answer.section_81_reference_number,
        created=answer.date_created,
        place=answer.location_description,
        severity=str(answer.section_81_severity),
        status=str(answer.section_81_status),
    )


def plan(answer: ForwardPlanSummaryResponse) -> PlanSummary:
    """Return the forward plan that works came of."""
    return PlanSummary(
        reference=answer.forward_plan_reference_number,
        first_day=answer.start_date,
        last_day=answer.end_date,
        status=str(answer.forward_plan_status),
    )
