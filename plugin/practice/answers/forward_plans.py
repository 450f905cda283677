"""Forward plans as answers of the Work API."""

from typing import Any

from ..map.features import stamp
from ..records import ForwardPlan, Works
from .shared import contact, place, present


def forward_plan(works: Works, plan: ForwardPlan) -> dict[str, Any]:
    """Return a ForwardPlanResponse."""
    details = dict(plan.details)
    details["hs2_works_type"] = details.pop("hs2_work_type", None)  # its name in answers
    return present(
        {
            **details,
            **place(works),
            **forward_plan_summary(works, plan),
            "promoter_contact_details": contact(works),
            "workstream_prefix": works.workstream,
            "date_created": stamp(plan.created),
            "works_location_description": plan.where,
            "description_of_work": plan.description,
            "cancelled_reason": plan.cancelled_reason,
        }
    )


def forward_plan_summary(works: Works, plan: ForwardPlan) -> dict[str, Any]:
    """Return a ForwardPlanSummaryResponse of the Work API."""
    return {
        "work_reference_number": works.reference,
        "forward_plan_reference_number": plan.reference,
        "start_date": stamp(plan.start),
        "end_date": stamp(plan.end),
        "forward_plan_status": plan.status,
    }
