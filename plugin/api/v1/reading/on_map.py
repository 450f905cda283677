"""The features of the GeoJSON API as the trade's records on the map."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Callable, Optional

from ....trade.box import Box
from ....trade.calendar import civil_day
from ....trade.days import Days
from ....trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, WORKS
from ....trade.records.on_map import Geometry, MapAnswer, MapRecord, Unread
from ....trade.records.works import Permit
from ...contract.collection import Collection
from ..calls.geojson import GeoJsonApi
from ..models.geojson import (
    ActivityFeature,
    ForwardPlanFeature,
    GeoJSONCentrePoint,
    GeoJSONGeometry,
    Hs2ActLimitsFeature,
    WorkFeature,
)
from .shared import box_around


def map_records(api: GeoJsonApi, kind: str, box: Box, days: Days) -> MapAnswer:
    """Ask for the records of a kind, as `Register.map_records` does."""
    return _ASK[kind](api, box, days)


def permit_of_works(api: GeoJsonApi, permit: Permit) -> str:
    """Tell by which permit the works of a permit are there, as `Register.permit_on_map` does."""
    box = box_around(permit.geometry)
    if box is None:
        return ""
    works = permit.works_reference
    found = api.get_works_intersect_bounding_box(*box, work_reference_number=works)
    told = (one.properties for one in found.features)
    shown = (one.permit_reference_number for one in told if one.work_reference_number == works)
    return next(shown, "")


def works(feature: WorkFeature) -> MapRecord:
    """Read works."""
    told = feature.properties
    return MapRecord(
        kind=WORKS,
        geometry=_shape(feature.geometry),
        reference=told.permit_reference_number or told.work_reference_number,
        works_reference=told.work_reference_number,
        promoter=told.promoter_organisation,
        promoter_code=told.promoter_swa_code,
        category=str(told.work_category),
        traffic=str(told.traffic_management_type),
        status=str(told.permit_status),
        first_day=_day(told.start_date),
        last_day=_day(told.end_date),
        label_place=_place(told.work_centre_point),
    )


def activity(feature: ActivityFeature) -> MapRecord:
    """Read an activity."""
    told = feature.properties
    return MapRecord(
        kind=ACTIVITY,
        geometry=_shape(feature.geometry),
        reference=told.activity_reference_number,
        activity_kind=str(told.activity_type),
        name=told.activity_name,
        location=told.activity_location_description,
        street=told.street_name,
        area=told.area_name,
        cancelled=told.cancelled,
        first_day=_day(told.start_date),
        last_day=_day(told.end_date),
        label_place=_place(told.activity_centre_point),
    )


def forward_plan(feature: ForwardPlanFeature) -> MapRecord:
    """Read a forward plan."""
    told = feature.properties
    return MapRecord(
        kind=FORWARD_PLAN,
        geometry=_shape(feature.geometry),
        reference=told.forward_plan_reference_number,
        works_reference=told.work_reference_number,
        promoter=told.promoter_organisation,
        status=str(told.forward_plan_status),
        description=told.description_of_work,
        location=told.location_description,
        street=told.street,
        area=told.area,
        first_day=_day(told.start_date),
        last_day=_day(told.end_date),
        label_place=_place(told.work_centre_point),
    )


def hs2_limit(feature: Hs2ActLimitsFeature) -> MapRecord:
    """Read a part of the limits of the HS2 act."""
    return MapRecord(kind=HS2, geometry=_shape(feature.geometry))


def _ask_works(api: GeoJsonApi, box: Box, days: Days) -> MapAnswer:
    found = api.get_works_intersect_bounding_box(*box, start_date=days.start, end_date=days.end)
    return _answer(map(works, found.features), found)


def _ask_activities(api: GeoJsonApi, box: Box, days: Days) -> MapAnswer:
    found = api.get_activities_intersecting_bounds(*box, start_date=days.start, end_date=days.end)
    return _answer(map(activity, found.features), found)


def _ask_forward_plans(api: GeoJsonApi, box: Box, days: Days) -> MapAnswer:
    found = api.get_forward_plans_intersect_bounding_box(
        *box, start_date=days.start, end_date=days.end
    )
    return _answer(map(forward_plan, found.features), found)


def _ask_hs2_limits(api: GeoJsonApi, box: Box, _days: Days) -> MapAnswer:
    found = api.get_hs2_act_limits_intersecting_bounds(*box)
    return _answer(map(hs2_limit, found.features), found)


_ASK: Mapping[str, Callable[[GeoJsonApi, Box, Days], MapAnswer]] = {
    WORKS: _ask_works,
    ACTIVITY: _ask_activities,
    FORWARD_PLAN: _ask_forward_plans,
    HS2: _ask_hs2_limits,
}


def _answer(records: Iterable[MapRecord], found: Collection) -> MapAnswer:
    unread = tuple(Unread(one.reference, one.reason) for one in found.refused)
    return MapAnswer(tuple(records), unread)


def _shape(geometry: GeoJSONGeometry) -> Geometry:
    return Geometry(geometry.type, geometry.coordinates)


def _place(point: GeoJSONCentrePoint) -> Optional[tuple[float, float]]:
    """Return easting and northing; None where the register gave less than two numbers."""
    place = point.coordinates[:2]
    return (place[0], place[1]) if len(place) > 1 else None


@lru_cache(maxsize=1024)  # most records begin and end on the same few days
def _day(moment: datetime) -> date:
    return civil_day(moment)
