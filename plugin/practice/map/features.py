"""Records as map features, each proved against the contract's model and written once."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Optional

from pydantic import BaseModel
from shapely.geometry.base import BaseGeometry

from ...api.v1.models.geojson import (
    ActivityFeature,
    ForwardPlanFeature,
    Hs2ActLimitsFeature,
    WorkFeature,
)
from ...trade.calendar import civil_day
from ..made_up.scene import centre
from ..published.shapes import indexable
from ..records import Activity, Works, geojson

TOO_MANY = 100


@dataclass(frozen=True)
class MapFeature:
    """One feature: its shape for look-ups, its days (both included), and its JSON."""

    reference: str
    geometry: BaseGeometry
    start: Optional[date]
    end: Optional[date]
    json: bytes


def stamp(moment: datetime) -> str:
    """Write a moment as the contract does, to the millisecond and in UTC."""
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def of_works(works: Works) -> MapFeature:
    """Return works as they are on the map: by their active permit, at their actual dates if any."""
    permit = works.permits[-1]
    start, end = permit.actual_start or permit.start, permit.actual_stop or permit.end
    end = max(start, end)
    properties = {
        "work_reference_number": works.reference,
        "permit_reference_number": permit.reference,
        "promoter_organisation": works.promoter,
        "promoter_swa_code": works.promoter_swa_code,
        "work_category": permit.category,
        "start_date": stamp(start),
        "end_date": stamp(end),
        "traffic_management_type": permit.traffic_management,
        "work_centre_point": centre(works.geometry),
        "permit_status": permit.status,
    }
    return _feature(WorkFeature, works.reference, works.geometry, properties, (start, end))


def of_activity(activity: Activity) -> MapFeature:
    """Return an activity as it is on the map."""
    properties = {
        "activity_reference_number": activity.reference,
        "activity_name": activity.name,
        "activity_type": activity.kind,
        "activity_location_description": activity.where,
        "street_name": activity.place.street,
        "area_name": activity.place.area,
        "start_date": stamp(activity.start),
        "end_date": stamp(activity.end),
        "cancelled": activity.cancelled,
        "activity_centre_point": centre(activity.geometry),
    }
    days = (activity.start, activity.end)
    return _feature(ActivityFeature, activity.reference, activity.geometry, properties, days)


def of_forward_plan(works: Works) -> MapFeature:
    """Return the forward plan of works as it is on the map."""
    plan = works.forward_plan
    if plan is None:
        raise ValueError(f"{works.reference} has no forward plan")
    properties = {
        "forward_plan_reference_number": plan.reference,
        "work_reference_number": works.reference,
        "forward_plan_status": plan.status,
        "work_centre_point": centre(works.geometry),
        "street": works.place.street,
        "area": works.place.area,
        "start_date": stamp(plan.start),
        "end_date": stamp(plan.end),
        "description_of_work": plan.description,
        "promoter_organisation": works.promoter,
        "location_description": plan.where,
    }
    days = (plan.start, plan.end)
    return _feature(ForwardPlanFeature, plan.reference, works.geometry, properties, days)


def of_limits(geometry: BaseGeometry) -> MapFeature:
    """Return a part of the HS2 act's limits as it is on the map."""
    return _feature(Hs2ActLimitsFeature, "", geometry, None, None)


def _feature(
    model: type[BaseModel],
    reference: str,
    geometry: BaseGeometry,
    properties: Optional[dict[str, Any]],
    days: Optional[tuple[datetime, datetime]],
) -> MapFeature:
    feature: dict[str, Any] = {"type": "Feature", "geometry": geojson(geometry)}
    if properties is not None:
        feature["properties"] = properties
    model.model_validate(feature)
    return MapFeature(
        reference=reference,
        geometry=indexable(geometry),
        start=civil_day(days[0]) if days else None,
        end=civil_day(days[1]) if days else None,
        json=json.dumps(feature, ensure_ascii=False, separators=(",", ":")).encode(),
    )


def collection(features: list[MapFeature]) -> bytes:
    """Write the features as one GeoJSON feature collection."""
    joined = b",".join(feature.json for feature in features)
    return b'{"type":"FeatureCollection","features":[' + joined + b"]}"
