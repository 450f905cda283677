"""Records as map features, each proved against the contract's model and written once."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Optional

import shapely
from pydantic import BaseModel
from shapely.geometry.base import BaseGeometry

from ..api.v1.models.geojson import (
    ActivityFeature,
    ForwardPlanFeature,
    Hs2ActLimitsFeature,
    WorkFeature,
)
from .published.shapes import indexable
from .records import Activity, ForwardPlan, Works
from .scene import centre, geojson

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
    return moment.strftime("%Y-%m-%dT%H:%M:%S.") + f"{moment.microsecond // 1000:03d}Z"


def of_works(works: Works) -> MapFeature:
    """Return works as they are on the map: by their active permit, at their actual dates if any."""
    permit = works.active
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


def of_forward_plan(plan: ForwardPlan) -> MapFeature:
    """Return a forward plan as it is on the map."""
    properties = {
        "forward_plan_reference_number": plan.reference,
        "work_reference_number": plan.work_reference,
        "forward_plan_status": plan.status,
        "work_centre_point": centre(plan.geometry),
        "street": plan.place.street,
        "area": plan.place.area,
        "start_date": stamp(plan.start),
        "end_date": stamp(plan.end),
        "description_of_work": plan.description,
        "promoter_organisation": plan.promoter,
        "location_description": plan.where,
    }
    return _feature(
        ForwardPlanFeature, plan.reference, plan.geometry, properties, (plan.start, plan.end)
    )


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
        start=days[0].date() if days else None,
        end=days[1].date() if days else None,
        json=json.dumps(feature, ensure_ascii=False, separators=(",", ":")).encode(),
    )


class MapLayer:
    """The features of one layer. Callers hold the register's lock."""

    _FEW = 200  # that many new ones are looked through one by one before the tree is made again

    def __init__(self, features: list[MapFeature]) -> None:
        self._features = features
        self._place = {f.reference: i for i, f in enumerate(features) if f.reference}
        self._tree = shapely.STRtree([f.geometry for f in features])
        self._in_tree = len(features)

    def __len__(self) -> int:
        return len(self._features)

    def add(self, feature: MapFeature) -> None:
        """Put in a new feature; the search tree is made again only every few hundred."""
        self._place[feature.reference] = len(self._features)
        self._features.append(feature)
        if len(self._features) - self._in_tree > self._FEW:
            self._tree = shapely.STRtree([f.geometry for f in self._features])
            self._in_tree = len(self._features)

    def within(
        self,
        box: BaseGeometry,
        start: Optional[date] = None,
        end: Optional[date] = None,
        also: Optional[str] = None,
    ) -> list[MapFeature]:
        """Return what meets `box` and the days from `start` to `end`, both included.

        `also` is the reference of one more feature that is wanted wherever and whenever it is.
        """
        found = sorted(self._tree.query(box, predicate="intersects").tolist())
        late = range(self._in_tree, len(self._features))
        found += [i for i in late if box.intersects(self._features[i].geometry)]
        hits = [self._features[i] for i in found]
        hits = [f for f in hits if _meets(f, start, end)]
        extra = self._place.get((also or "").upper())
        if extra is not None and self._features[extra] not in hits:
            hits.append(self._features[extra])
        return hits


def _meets(feature: MapFeature, start: Optional[date], end: Optional[date]) -> bool:
    if feature.start is None or feature.end is None:
        return True
    return not ((start and feature.end < start) or (end and feature.start > end))


def collection(features: list[MapFeature]) -> bytes:
    """Write the features as one GeoJSON feature collection."""
    joined = b",".join(feature.json for feature in features)
    return b'{"type":"FeatureCollection","features":[' + joined + b"]}"
