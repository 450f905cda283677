"""Forward plans."""

from ....trade.records.forward_plans import ForwardPlan
from ..models.work import ForwardPlanResponse
from .streets import designation


def forward_plan(answer: ForwardPlanResponse) -> ForwardPlan:
    """Return a forward plan of some works."""
    traffic = answer.traffic_management_type
    return ForwardPlan(
        reference=answer.forward_plan_reference_number,
        works_reference=answer.work_reference_number,
        status=str(answer.forward_plan_status),
        why_cancelled=answer.cancelled_reason or "",
        promoter=answer.promoter_organisation,
        promoter_code=answer.promoter_swa_code,
        authority=answer.highway_authority,
        authority_code=answer.highway_authority_swa_code,
        usrn=answer.usrn,
        street=answer.street_name,
        area=answer.area_name or "",
        town=answer.town or "",
        reinstatement=answer.road_category,
        place=answer.works_location_description,
        description=answer.description_of_work,
        geometry=answer.works_coordinates,
        first_day=answer.start_date,
        last_day=answer.end_date,
        traffic="" if traffic is None else str(traffic),
        designations=tuple(designation(one) for one in answer.forward_plan_asds or ()),
        contact=answer.promoter_contact_details,
        notes=answer.additional_info or "",
        project=answer.project_reference_number or "",
    )
