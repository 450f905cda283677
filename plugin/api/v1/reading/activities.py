"""Activities."""

from ....trade.records.activities import Activity
from ..models.work import ActivityResponse


def activity(answer: ActivityResponse) -> Activity:
    """Return an activity in a street."""
    return Activity(
        reference=answer.activity_reference_number,
        name=answer.activity_name,
        kind=str(answer.activity_activity_type),
        details=answer.activity_type_details or "",
        cancelled=answer.cancelled,
        why_cancelled=answer.cancelled_reason or "",
        usrn=answer.usrn,
        street=answer.street_name or "",
        area=answer.area_name or "",
        town=answer.town or "",
        place=answer.activity_location_description,
        geometry=answer.activity_coordinates,
        first_day=answer.start_date,
        last_day=answer.end_date,
        first_time=answer.start_time,
        last_time=answer.end_time,
        traffic=str(answer.traffic_management_type),
        positions=tuple(map(str, answer.location_types)),
        shared=answer.collaborative_working,
        contact=answer.contact_name or "",
        how_to_reach=answer.contact_details or "",
        notes=answer.additional_info or "",
    )
