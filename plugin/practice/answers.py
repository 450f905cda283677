"""Records of the register as answers of the Work and Street Lookup APIs."""

from collections.abc import Iterator
from datetime import date, datetime, time, timezone
from typing import Any, Optional

from ..rules import calendar, notice
from .map_features import stamp
from .organisations import BY_CODE, COUNTY_HA
from .records import Permit, Works
from .scene import geojson, midnight
from .stored_files import StoredFile
from .town.gazetteer import Street
from .town.names import TOWN

_DEFAULTS: dict[str, Any] = {
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
_TAKEN_OVER = (
    "secondary_contact_email", "proposed_start_time", "proposed_end_time",
    "project_reference_number", "permit_conditions", "collaboration_details",
    "collaborative_works", "collaboration_type", "is_ttro_required", "immediate_risk",
    "early_start_pre_approval", "pre_approval_details", "pre_approval_authoriser",
    "early_start_reason", "additional_info", "hs2_in_act_limits",
    "hs2_consultation_requested_response_date", "hs2_highway_exemption", "hs2_highway_emails",
    "additional_contact", "additional_contact_number", "additional_contact_email",
    "is_covid_19_response", "hs2_additional_usrns",
)  # fmt: skip
_PERMIT_ASD_FIELDS = (
    "street_special_desig_code", "special_desig_location_text", "special_desig_description",
    "special_desig_start_date", "special_desig_start_time", "special_desig_end_date",
    "special_desig_end_time", "special_desig_periodicity_code",
)  # fmt: skip
_ASSESSED = frozenset({"granted", "refused", "permit_modification_request", "revoked"})


def street(found: Street) -> dict[str, Any]:
    """Return a StreetResponse."""
    first = BY_CODE[found.authorities[0][0]]
    middle = found.line.interpolate(0.5, normalized=True)
    types = [
        {
            "reinstatement_type_code": found.road_category,
            "reinstatement_type_location_text": "Carriageway",
        }
    ]
    if found.kind in ("high", "market"):
        types.append({"reinstatement_type_code": 7, "reinstatement_type_location_text": "Footway"})
    return {
        "usrn": found.usrn,
        "street_descriptor": found.name,
        "area": found.area,
        "town": TOWN.upper(),
        "authority": first.name,
        "authority_swa_code": first.swa_code,
        "road_category": found.road_category,
        "reinstatement_types": types,
        "traffic_sensitive": found.traffic_sensitive,
        "primary_notice_authorities": [
            {"swa_code": code, "name": BY_CODE[code].name, "location_description": where}
            for code, where in found.authorities
        ],
        "interest_authorities": [
            {"name": name, "location_description": where} for name, where in found.interests
        ],
        "additional_special_designations_response": list(found.designations),
        "street_line": {
            "type": "MultiLineString",
            "coordinates": [[[p[0], p[1]] for p in found.line.coords]],
        },
        "street_centre_point": {
            "type": "Point",
            "coordinates": [round(middle.x, 2), round(middle.y, 2)],
        },
    }


def street_summary(found: Street) -> dict[str, Any]:
    """Return a StreetSummaryResponse."""
    whole = street(found)
    names = ("street_descriptor", "area", "town", "usrn", "street_centre_point")
    return {**{name: whole[name] for name in names}, "administrative_area": COUNTY_HA.name}


def duration(start: date, end: date, today: date) -> dict[str, int]:
    """Return a DurationCalculationResponse; both days count. Raises StreetWorksError if swapped."""
    return {
        "calendar_days": calendar.calendar_days(start, end),
        "working_days": calendar.working_days(start, end, today),
    }


def validity(category: str, start: date, end: date, today: date) -> datetime:
    """Return the end of the validity period; where there is none, the proposed end."""
    return midnight(notice.validity_end(category, start, today=today) or end)


def permit(
    works: Works, one: Permit, files: list[StoredFile], street: Optional[Street], today: date
) -> dict[str, Any]:
    """Return a PermitResponse; `street` is the works' street where the gazetteer has it."""
    start, end = one.start.date(), max(one.start, one.end).date()
    days = duration(start, end, today)
    details = one.details
    chosen = list(details.get("permit_asds") or [])
    body = {name: _given(details, name) for name in _DEFAULTS}
    body.update({name: details[name] for name in _TAKEN_OVER if details.get(name) is not None})
    body.update(
        permit_reference_number=one.reference,
        proposed_start_date=stamp(one.start),
        proposed_end_date=stamp(one.end),
        actual_start_date=_stamped(one.actual_start),
        actual_stop_date=_stamped(one.actual_stop),
        permit_status=one.status,
        work_category=one.category,
        work_reference_number=works.reference,
        work_status=works.status,
        workstream_prefix=works.workstream,
        promoter_contact_details=f"{works.promoter}, 01632 960001",
        reasonable_period_end_date=stamp(one.end),
        calendar_day_duration=days["calendar_days"],
        working_day_duration=days["working_days"],
        date_created=stamp(one.created),
        date_modified=stamp(one.created),
        deadline_date=stamp(_deadline(one, today)),
        traffic_management_type=one.traffic_management,
        assessment_status=one.status if one.status in _ASSESSED else None,
        files=[{"file_id": file.file_id, "name": file.name} for file in files],
        permit_asds=chosen,
        permit_not_selected_asds=_not_chosen(street, chosen),
        is_early_start=one.is_early_start,
        is_deemed=False,
        sliding_end_date_candidate=False,
        validity_period_end_date=stamp(validity(one.category, start, end, today)),
        final_reinstatement=False,
        is_lane_rental=bool(details.get("lane_rental_applicable")),
        ever_modification_requested=one.status == "permit_modification_request",
        **_place(works),
    )
    return body


def works_record(
    works: Works, files: list[StoredFile], street: Optional[Street], today: date
) -> dict[str, Any]:
    """Return a WorkResponse with its active permit, all permits and the history."""
    active = works.active
    return {
        "work_reference_number": works.reference,
        "workstream_prefix": works.workstream,
        "work_status": works.status,
        "works_location_description": _given(active.details, "works_location_description"),
        "work_start_date": stamp(active.actual_start or active.start),
        "work_end_date": stamp(active.actual_stop or active.end),
        "description_of_work": _given(active.details, "description_of_work"),
        "active_permit": permit(works, active, files, street, today),
        "permits": [_summary(one) for one in works.permits],
        "history": list(history(works)),
        "files": [_file(file) for file in files],
        **_place(works),
    }


def history(works: Works) -> Iterator[dict[str, Any]]:
    """Yield the WorkHistoryResponses of works, oldest first."""
    events = sorted(_events(works), key=lambda event: event[0])
    for number, (moment, event, topic, reference) in enumerate(events, start=1):
        yield {
            "action_date": stamp(moment),
            "topic": topic,
            "details": f"{topic}: {reference}",
            "username": works.created_by,
            "event": event,
            "object_reference": reference,
            "update_id": number,
        }


def _events(works: Works) -> Iterator[tuple[datetime, str, str, str]]:
    first = works.permits[0]
    running = first.category.startswith("immediate")
    kind = "in_progress" if running else "planned"
    yield first.created, f"{kind}_works_record_created", "Works record created", works.reference
    for one in works.permits:
        what = "paa" if one.category == "paa" else "permit"
        yield one.created, f"{what}_submitted", "Permit submitted", one.reference
        if one.actual_start:
            yield one.actual_start, "work_start_logged", "Works started", one.reference
        if one.actual_stop:
            yield one.actual_stop, "work_stop_logged", "Works stopped", one.reference
        if one.status in ("granted", "refused", "cancelled", "revoked"):
            decided = one.created.replace(hour=23, minute=0)
            yield decided, f"{what}_{one.status}", f"Permit {one.status}", one.reference


def _place(works: Works) -> dict[str, Any]:
    place = works.place
    return {
        "promoter_swa_code": works.promoter_swa_code,
        "promoter_organisation": works.promoter,
        "highway_authority_swa_code": place.authority_swa_code,
        "highway_authority": place.authority,
        "street_name": place.street,
        "town": place.town,
        "area_name": place.area,
        "usrn": place.usrn,
        "road_category": place.road_category,
        "works_coordinates": geojson(works.geometry),
    }


def _summary(one: Permit) -> dict[str, Any]:
    return {
        "permit_reference_number": one.reference,
        "proposed_start_date": stamp(one.start),
        "proposed_end_date": stamp(one.end),
        "actual_start_date": _stamped(one.actual_start),
        "actual_stop_date": _stamped(one.actual_stop),
        "permit_status": one.status,
        "work_category": one.category,
    }


def _file(file: StoredFile) -> dict[str, Any]:
    organisation = BY_CODE[file.swa_code]
    return {
        "file_id": file.file_id,
        "name": file.name,
        "created_date": stamp(file.created),
        "user_created_by": file.user,
        "swa_code": file.swa_code,
        "organisation_name": organisation.name,
    }


def _given(details: Any, name: str) -> Any:
    value = details.get(name)
    return _DEFAULTS[name] if value is None else value


def _stamped(moment: Optional[datetime]) -> Optional[str]:
    return stamp(moment) if moment else None


def _deadline(one: Permit, today: date) -> datetime:
    try:
        local = notice.response_deadline(one.category, one.created, today)
    except KeyError:  # a published record with a category of its own
        local = datetime.combine(one.start.date(), time(16, 30), tzinfo=timezone.utc)
    return local.astimezone(timezone.utc)


def _not_chosen(street: Optional[Street], chosen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    if street is None:
        return []
    all_asds = [{name: asd[name] for name in _PERMIT_ASD_FIELDS} for asd in street.designations]
    picked = {
        (asd.get("street_special_desig_code"), asd.get("special_desig_start_time"))
        for asd in chosen
    }
    return [
        asd
        for asd in all_asds
        if (asd["street_special_desig_code"], asd["special_desig_start_time"]) not in picked
    ]
