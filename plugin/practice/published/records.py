"""One published row made into a record, with stated defaults for what is missing."""

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Union

from ...api.v1 import enums
from ...words import tr
from ..made_up.scene import midnight
from ..records import ASSESSED, Activity, ForwardPlan, Permit, Place, Works
from .shapes import Unusable, read_shape
from .values import contract_value, flag, listed, moment, swa_code, whole_number

Record = Union[Works, Activity]
"""Works come with the one permit, or the forward plan, that their row tells of."""

_USUAL_DAYS = {"minor": 2, "standard": 8, "major": 20, "paa": 30}


def _values(enumeration: Iterable[Any]) -> frozenset[str]:
    return frozenset(str(member.value) for member in enumeration)


_CATEGORIES = _values(enums.WorkCategory)
_TRAFFIC = _values(enums.TrafficManagementType)
_PERMIT_STATUS = _values(enums.PermitStatus)
_WORK_STATUS = _values(enums.WorkStatus)
_ACTIVITIES = _values(enums.ActivityType)
_MAP_ACTIVITIES = _values(enums.ActivityActivityType)
_LOCATIONS = _values(enums.LocationType)


@dataclass(frozen=True)
class Made:
    """A record made from a row, and what had to be assumed or mended for it."""

    record: Record
    notes: tuple[str, ...]


def make(fields: dict[str, Any], today: date) -> Made:
    """Return the record of one row. Raises Unusable, saying why, when it cannot be used."""
    if fields.get("activity_reference_number"):
        return _activity(fields, today, fields["activity_reference_number"])
    if fields.get("section_58_reference_number"):
        return _activity(fields, today, fields["section_58_reference_number"])
    if fields.get("forward_plan_reference_number"):
        return _forward_plan(fields, today)
    return _permit(fields, today)


def _first(fields: dict[str, Any], *names: str) -> Any:
    return next((fields[name] for name in names if fields.get(name) not in (None, "")), None)


def _permit(fields: dict[str, Any], today: date) -> Made:
    reference = str(_first(fields, "permit_reference_number", "ref") or "").strip().upper()
    if not reference:
        raise Unusable(tr("there is no permit reference"))
    works = str(
        _first(fields, "work_reference_number") or re.sub(r"-\d{2}$", "", reference)
    ).upper()
    geometry, mended = _shape(fields)
    category = contract_value(_first(fields, "work_category_ref", "work_category"), _CATEGORIES)
    traffic = contract_value(
        _first(fields, "traffic_management_type_ref", "traffic_management_type"), _TRAFFIC
    )
    status = contract_value(_first(fields, "permit_status", "status"), _PERMIT_STATUS)
    start, end, dating = _dates(fields, today, reference, _USUAL_DAYS.get(category, 2))
    began = moment(_first(fields, "actual_start_date_time", "actual_start_date"))
    stopped = moment(_first(fields, "actual_end_date_time", "actual_end_date"))
    workstream = works[2:5] if works[2:5].isdigit() else "001"
    permit = Permit(
        reference=reference,
        category=category or "minor",
        status=status or "granted",
        start=start,
        end=end,
        traffic_management=traffic or "no_carriageway_incursion",
        created=moment(_first(fields, "date_created", "created_date_time"))
        or start - timedelta(days=10),
        actual_start=began,
        actual_stop=stopped,
        is_early_start=flag(fields.get("is_early_start")),
        details=_details(fields, category),
        assessment_status=status if status in ASSESSED else None,
        ever_modification_requested=status == "permit_modification_request",
    )
    record = Works(
        reference=works,
        workstream=workstream,
        promoter_swa_code=swa_code(fields.get("promoter_swa_code")) or "0000",
        promoter=str(fields.get("promoter_organisation") or tr("Promoter not given")),
        place=_place(fields),
        geometry=geometry,
        status=_work_status(fields, permit),
        created=permit.created,
        permits=(permit,),
    )
    return Made(record, (*mended, *dating, *_assumed(category, traffic, status)))


def _assumed(category: str, traffic: str, status: str) -> tuple[str, ...]:
    notes = []
    if not category:
        notes.append(tr("no category: taken as minor"))
    if not traffic:
        notes.append(tr("no traffic management: taken as no carriageway incursion"))
    if not status:
        notes.append(tr("no permit status: taken as granted"))
    return tuple(notes)


def _work_status(fields: dict[str, Any], permit: Permit) -> str:
    told = contract_value(_first(fields, "work_status_ref", "work_status"), _WORK_STATUS)
    if told:
        return told
    if permit.status == "closed":
        return "completed"
    return "cancelled" if permit.status in ("cancelled", "revoked") else "planned"


def _details(fields: dict[str, Any], category: str) -> dict[str, Any]:
    activity = contract_value(fields.get("activity_type"), _ACTIVITIES)
    locations = listed(_first(fields, "works_location_type", "location_types"), _LOCATIONS)
    immediate = category.startswith("immediate")
    return {
        "activity_type": activity or "utility_repair_and_maintenance_works",
        "location_types": locations or ["carriageway"],
        "description_of_work": str(fields.get("description_of_work") or tr("Not published")),
        "works_location_description": str(
            fields.get("location_description") or tr("Not published")
        ),
        "work_type": "immediate" if immediate else "planned",
        "immediate_risk": category == "immediate_emergency" if immediate else None,
        "is_ttro_required": None if immediate else flag(fields.get("is_ttro_required")),
        "collaborative_working": flag(fields.get("collaborative_working")),
    }


def _activity(fields: dict[str, Any], today: date, reference: Any) -> Made:
    geometry, mended = _shape(fields)
    section58 = "section_58_reference_number" in fields
    kind = contract_value(fields.get("activity_type"), _MAP_ACTIVITIES)
    start, end, dating = _dates(fields, today, str(reference), 7)
    record = Activity(
        reference=str(reference).upper(),
        name=str(fields.get("activity_name") or ("Section 58" if section58 else "Activity")),
        kind="section58" if section58 else kind or "other",
        where=str(_first(fields, "activity_location_description", "section_58_extent") or ""),
        place=_place(fields),
        geometry=geometry,
        start=start,
        end=end,
        cancelled=flag(fields.get("cancelled")) or fields.get("section_58_status") == "cancelled",
    )
    return Made(record, (*mended, *dating))


def _forward_plan(fields: dict[str, Any], today: date) -> Made:
    geometry, mended = _shape(fields)
    reference = str(fields["forward_plan_reference_number"]).upper()
    start, end, dating = _dates(fields, today, reference, 30)
    status = str(fields.get("forward_plan_status") or "raised").lower()
    created = moment(fields.get("date_created")) or start - timedelta(days=90)
    plan = ForwardPlan(
        reference=reference,
        status=status,
        start=start,
        end=end,
        description=str(fields.get("description_of_work") or tr("Not published")),
        where=str(fields.get("location_description") or ""),
        created=created,
    )
    works = str(fields.get("work_reference_number") or reference.rpartition("-FP")[0]).upper()
    record = Works(
        reference=works,
        workstream=works[2:5] if works[2:5].isdigit() else "001",
        promoter_swa_code=swa_code(fields.get("promoter_swa_code")) or "0000",
        promoter=str(fields.get("promoter_organisation") or tr("Promoter not given")),
        place=_place(fields),
        geometry=geometry,
        status="cancelled" if status == "cancelled" else "planned",
        created=created,
        forward_plan=plan,
    )
    return Made(record, (*mended, *dating))


def _shape(fields: dict[str, Any]) -> tuple[Any, tuple[str, ...]]:
    value = _first(
        fields, "works_location_coordinates", "works_coordinates", "wkt", "activity_coordinates",
        "section_58_coordinates",
    )  # fmt: skip
    geometry, note = read_shape(value)
    return geometry, ((tr("shape mended: {what}").format(what=note),) if note else ())


def _dates(
    fields: dict[str, Any], today: date, reference: str, usual_days: int
) -> tuple[datetime, datetime, tuple[str, ...]]:
    start = moment(
        _first(
            fields,
            "proposed_start_date_time",
            "proposed_start_date",
            "start_date_time",
            "start_date",
        )
    )
    end = moment(
        _first(fields, "proposed_end_date_time", "proposed_end_date", "end_date_time", "end_date")
    )
    if start is None and end is None:
        spread = zlib.crc32(reference.encode()) % 12 - 2
        start = midnight(today + timedelta(days=spread))
        end = start + timedelta(days=usual_days)
        return start, end, (tr("no dates: put around today"),)
    start = start or end
    end = end or start
    if start is None or end is None:
        raise Unusable(tr("there is no date"))
    if end < start:
        return start, start, (tr("it ended before it started: the end was put on the start"),)
    return start, end, ()


def _place(fields: dict[str, Any]) -> Place:
    return Place(
        usrn=whole_number(fields.get("usrn")),
        street=str(_first(fields, "street_name", "street") or tr("Street not given")),
        area=str(_first(fields, "area_name", "area") or ""),
        town=str(fields.get("town") or ""),
        road_category=whole_number(fields.get("road_category")) or 4,
        authority_swa_code=swa_code(fields.get("highway_authority_swa_code")) or "0000",
        authority=str(fields.get("highway_authority") or tr("Highway authority not given")),
    )
