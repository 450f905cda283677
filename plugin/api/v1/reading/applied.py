"""What was applied for with a permit, beside what the permit tells."""

from ....trade.records.applied import Applied
from ..models.work import PermitResponse
from .shared import word


def applied(answer: PermitResponse) -> Applied:
    """Return the rest of the application for a permit."""
    return Applied(
        application=str(answer.application_type),
        project=answer.project_reference_number or "",
        has_plan=answer.traffic_management_plan,
        lane_rental=answer.lane_rental_applicable,
        health_notifiable=answer.environmental_health_notifiable,
        shared=answer.collaborative_working,
        shared_with=answer.collaborative_works or "",
        at_risk=answer.immediate_risk,
        agreed=answer.early_start_pre_approval,
        agreed_how=answer.pre_approval_details or "",
        agreed_by=answer.pre_approval_authoriser or "",
        why_early=answer.early_start_reason or "",
        second_email=answer.secondary_contact_email or "",
        third_contact=answer.additional_contact or "",
        third_number=answer.additional_contact_number or "",
        third_email=answer.additional_contact_email or "",
        answer_by=answer.hs2_consultation_requested_response_date,
        to_notify=tuple(map(word, answer.hs2_highway_emails or ())),
    )
