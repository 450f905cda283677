"""Activities as answers of the Work API."""

from typing import Any

from ..map.features import stamp
from ..records import Activity, geojson
from .shared import present

_TAKEN_OVER = (
    "activity_type_details", "contact_name", "contact_details", "start_time", "end_time",
    "additional_info",
)  # fmt: skip
_DEFAULTS: dict[str, Any] = {
    "location_types": ["carriageway"],
    "traffic_management_type": "some_carriageway_incursion",
    "collaborative_working": False,
}
"""For activities that were there before the service, of which less is known."""

DETAILS = frozenset({*_TAKEN_OVER, *_DEFAULTS})
"""Fields of the request that are told as they came."""


def activity(one: Activity) -> dict[str, Any]:
    """Return an ActivityResponse."""
    where = one.place
    return present(
        {
            "activity_reference_number": one.reference,
            "usrn": where.usrn,
            "street_name": where.street,
            "town": where.town,
            "area_name": where.area,
            "road_category": where.road_category,
            "activity_coordinates": geojson(one.geometry),
            "activity_name": one.name,
            "activity_activity_type": one.kind,
            "start_date": stamp(one.start),
            "end_date": stamp(one.end),
            "activity_location_description": one.where,
            "cancelled": one.cancelled,
            "cancelled_reason": one.cancelled_reason,
            "highway_authority_swa_code": where.authority_swa_code,
            **{name: one.details.get(name) for name in _TAKEN_OVER},
            **{name: one.details.get(name, value) for name, value in _DEFAULTS.items()},
        }
    )
