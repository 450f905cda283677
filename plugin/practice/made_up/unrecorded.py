"""What stands for the fields that the records of made-up and published permits leave out."""

from collections.abc import Mapping
from typing import Any

DEFAULTS: Mapping[str, Any] = {
    "secondary_contact": "Control room",
    "secondary_contact_number": "01632 960000",
    "description_of_work": "Not recorded",
    "works_location_description": "Not recorded",
    "excavation": True,
    "traffic_management_plan": False,
    "lane_rental_applicable": False,
    "environmental_health_notifiable": False,
    "collaborative_working": False,
    "activity_type": "utility_repair_and_maintenance_works",
    "application_type": "permit",
    "location_types": ["carriageway"],
    "work_type": "planned",
    "close_footway": "no",
}


def given(details: Mapping[str, Any], name: str) -> Any:
    """Return what an application said, or what stands for it where nothing is recorded."""
    value = details.get(name)
    return DEFAULTS.get(name) if value is None else value
