"""Inspections, in full."""

from ....trade.records.inspections import Failing, Inspection
from ..models.work import FailureReasonDetailsResponse, InspectionResponse
from .shared import files, word


def inspection(answer: InspectionResponse) -> Inspection:
    """Return an inspection that was made."""
    call = (answer.call_logged_to, answer.call_logged_reference, answer.call_logged_summary)
    return Inspection(
        reference=answer.inspection_reference_number,
        kind=str(answer.inspection_type),
        category=word(answer.inspection_category),
        moment=answer.inspection_start_date,
        outcome=str(answer.inspection_outcome),
        outcome_details=answer.inspection_outcome_details or answer.defect_details or "",
        failings=tuple(map(_failing, answer.failure_reason_details or ())),
        called=answer.was_call_logged,
        call=tuple(one for one in call if one),
        mended=word(answer.defect_fixed_on_site),
        made_safe=answer.made_safe_by_ha,
        again=answer.reinspection_date_time,
        again_day=answer.reinspection_date,
        inspector=answer.inspector_name or answer.username,
        remarks=answer.additional_comments or "",
        files=files(answer.files),
    )


def _failing(told: FailureReasonDetailsResponse) -> Failing:
    named = [f"{one.site_number} {one.site_description}" for one in told.sites or ()]
    sites = (*named, *([told.site_name] if told.site_name else ()))
    return Failing(str(told.failure_reason), told.details, sites)
