"""Records as map features, each proved against the contract's model and written when asked."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, Callable, Optional

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

Properties = dict[str, Any]


@dataclass(frozen=True, eq=False)
class MapFeature:
    """One feature: its shape for look-ups, its days (both included), and its JSON.

    `shape` is as it is told, `properties` gives what is told of it, both as `model` has it.
    """

    model: type[BaseModel]
    reference: str
    shape: BaseGeometry
    days: Optional[tuple[date, date]] = None
    properties: Optional[Callable[[], Properties]] = None

    @cached_property
    def geometry(self) -> BaseGeometry:
        """The shape as an index can hold it."""
        return indexable(self.shape)

    @cached_property
    def json(self) -> bytes:
        """The feature as GeoJSON. Raises ValidationError when it is none of the contract's."""
        feature: dict[str, Any] = {"type": "Feature", "geometry": geojson(self.shape)}
        if self.properties is not None:
            feature["properties"] = self.properties()
        self.model.model_validate(feature)
        return json.dumps(feature, ensure_ascii=False, separators=(",", ":")).encode()


def stamp(moment: datetime) -> str:
    """Write a moment as the contract does, to the millisecond and in UTC."""
    return moment.replace(tzinfo=None).isoformat(timespec="milliseconds") + "Z"


def of_works(works: Works) -> MapFeature:
    """Return works as they are on the map: by their active permit, at their actual dates if any."""
    permit = works.permits[-1]
    start, end = permit.actual_start or permit.start, permit.actual_stop or permit.end
    end = max(start, end)
    days = civil_day(start), civil_day(end)

    def properties() -> Properties:
        return {
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

    return MapFeature(WorkFeature, works.reference, works.geometry, days, properties)


def of_activity(activity: Activity) -> MapFeature:
    """Return an activity as it is on the map."""

    def properties() -> Properties:
        return {
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

    days = civil_day(activity.start), civil_day(activity.end)
    return MapFeature(ActivityFeature, activity.reference, activity.geometry, days, properties)


def of_forward_plan(works: Works) -> MapFeature:
    """Return the forward plan of works as it is on the map."""
    plan = works.forward_plan
    if plan is None:
        raise ValueError(f"{works.reference} has no forward plan")

    def properties() -> Properties:
        return {
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

    days = civil_day(plan.start), civil_day(plan.end)
    return MapFeature(ForwardPlanFeature, plan.reference, works.geometry, days, properties)


def of_limits(geometry: BaseGeometry) -> MapFeature:
    """Return a part of the HS2 act's limits as it is on the map."""
    return MapFeature(Hs2ActLimitsFeature, "", geometry)


def collection(features: list[MapFeature]) -> bytes:
    """Write the features as one GeoJSON feature collection."""
    joined = b",".join(feature.json for feature in features)
    return b'{"type":"FeatureCollection","features":[' + joined + b"]}"
