"""An application for works that the practice service takes, as the JSON of a request."""

from datetime import date, timedelta
from typing import Any

from shapely import set_precision
from street_works.plugin.api.v1.models.work import WorkCreateRequest


def application_for(service: Any, today: date, metres: float = 40) -> dict[str, Any]:
    """Return the request for two days, ten days after `today`, `metres` along a high street."""
    street = next(one for one in service.town.streets if one.kind == "high")
    start = today + timedelta(days=10)
    return application_on(street, start, start + timedelta(days=1), metres)


def request_for(service: Any, today: date, reference: str) -> WorkCreateRequest:
    """Return that application for works with a reference, as the contract's request."""
    given = {**application_for(service, today), "work_reference_number": reference}
    return WorkCreateRequest.model_validate(given, context={"today": today})


def application_on(street: Any, start: date, end: date, metres: float = 40) -> dict[str, Any]:
    """Return the request for works between two days, `metres` along a street of the town."""
    place = set_precision(street.line.interpolate(metres), 0.01)
    return plain_application(
        (place.x, place.y),
        street.usrn,
        street.authorities[0][0],
        start,
        end,
        workstream_prefix="001",
    )


def plain_application(
    place: tuple[float, float], usrn: int, authority: str, start: date, end: date, **changes: Any
) -> dict[str, Any]:
    """Return the request for planned works with all that is needed and nothing else.

    `place` is in EPSG:27700, `authority` the SWA code; `changes` are fields to add or replace.
    """
    return {
        "promoter_swa_code": "0098",
        "highway_authority_swa_code": authority,
        "works_coordinates": {"type": "Point", "coordinates": list(place)},
        "usrn": usrn,
        "secondary_contact": "Ann Other",
        "secondary_contact_number": "01632 960123",
        "proposed_start_date": f"{start}T00:00:00.000Z",
        "proposed_end_date": f"{end}T00:00:00.000Z",
        "description_of_work": "Repair a leak",
        "excavation": True,
        "traffic_management_plan": False,
        "lane_rental_applicable": False,
        "environmental_health_notifiable": False,
        "collaborative_working": False,
        "activity_type": "utility_repair_and_maintenance_works",
        "traffic_management_type": "give_and_take",
        "application_type": "permit",
        "location_types": ["footway"],
        "work_type": "planned",
        "is_ttro_required": False,
        "close_footway": "no",
        "works_location_description": "Outside the bank",
        **changes,
    }


def answered(start: date) -> dict[str, Any]:
    """Return the answers on the form of an application for two days from `start` on."""
    return {
        "proposed_start_date": start.isoformat(),
        "proposed_end_date": (start + timedelta(days=1)).isoformat(),
        "activity_type": "utility_asset_works",
        "description_of_work": "Renewal of a gas main",
        "excavation": True,
        "is_ttro_required": False,
        "works_location_description": "Outside no. 12",
        "location_types": ["footway"],
        "close_footway": "no",
        "traffic_management_type": "give_and_take",
        "traffic_management_plan": False,
        "lane_rental_applicable": False,
        "environmental_health_notifiable": False,
        "collaborative_working": False,
        "workstream_prefix": "001",
        "secondary_contact": "Ann Hill",
        "secondary_contact_number": "01632 960001",
    }


def planned() -> dict[str, Any]:
    """Return the answers on the form of a forward plan, but for its days."""
    return {
        "workstream_prefix": "001",
        "description_of_work": "A bigger main",
        "works_location_description": "From the bank to the bridge",
    }


def drilled() -> dict[str, Any]:
    """Return the answers on the form of a site of non-notifiable works."""
    return {
        "workstream_prefix": "001",
        "reinstatement_type": "core_holes",
        "reinstatement_status": "interim",
        "number_of_holes": "4",
        "location_description": "In front of the chapel",
        "location_types": ["footway"],
    }
