"""GeoJSON API: works, activities, forward plans and HS2 limits on the map (EPSG:27700, metres)."""

from typing import Any, ClassVar, Literal, Optional

from pydantic import model_validator

from ...contract.base import Response
from ...contract.collection import Collection
from ...contract.fields import Moment, Open, Text
from ...contract.geometry import received
from ..enums import (
    ActivityActivityType,
    ForwardPlanStatus,
    MapWorkCategory,
    PermitStatus,
    TrafficManagementType,
)
from ..fields import PaddedCode


class GeoJSONCentrePoint(Response):
    """A point on the shape, to put a label on."""

    type: Literal["Point"]
    coordinates: list[float]


class GeoJSONGeometry(Response):
    """A point, line or polygon; rings are closed, positions are pairs of numbers."""

    type: Literal["Point", "LineString", "Polygon"]
    coordinates: list[Any]

    @model_validator(mode="after")
    def _sound(self) -> "GeoJSONGeometry":
        self.coordinates = received(self.type, self.coordinates)
        return self


class WorkProperties(Response):
    """What the map tells about works: those of the active permit."""

    work_reference_number: Text
    permit_reference_number: Text
    promoter_organisation: Text
    promoter_swa_code: PaddedCode
    work_category: Open[MapWorkCategory]
    start_date: Moment
    end_date: Moment
    traffic_management_type: Open[TrafficManagementType]
    work_centre_point: GeoJSONCentrePoint
    permit_status: Open[PermitStatus]


class WorkFeature(Response):
    """Works on the map."""

    type: Literal["Feature"]
    geometry: GeoJSONGeometry
    properties: WorkProperties


class WorkResponse(Collection):
    """The works in a box."""

    reference_keys: ClassVar[tuple[str, ...]] = ("permit_reference_number", "work_reference_number")

    type: Literal["FeatureCollection"]
    features: list[WorkFeature]


class ActivityProperties(Response):
    """What the map tells about an activity."""

    activity_centre_point: GeoJSONCentrePoint
    activity_name: Text
    activity_location_description: Text
    activity_reference_number: Text
    activity_type: Open[ActivityActivityType]
    area_name: Text
    cancelled: bool
    end_date: Moment
    street_name: Text
    start_date: Moment


class ActivityFeature(Response):
    """An activity on the map: a skip, scaffolding, an event."""

    type: Literal["Feature"]
    geometry: GeoJSONGeometry
    properties: ActivityProperties


class ActivityResponse(Collection):
    """The activities in a box."""

    reference_keys: ClassVar[tuple[str, ...]] = ("activity_reference_number",)

    type: Literal["FeatureCollection"]
    features: list[ActivityFeature]


class ForwardPlanProperties(Response):
    """What the map tells about a forward plan."""

    forward_plan_reference_number: Text
    work_reference_number: Text
    forward_plan_status: Open[ForwardPlanStatus]
    work_centre_point: GeoJSONCentrePoint
    street: Text
    area: Optional[Text] = None
    start_date: Moment
    end_date: Moment
    description_of_work: Text
    promoter_organisation: Text
    location_description: Text


class ForwardPlanFeature(Response):
    """A forward plan on the map."""

    type: Literal["Feature"]
    geometry: GeoJSONGeometry
    properties: ForwardPlanProperties


class ForwardPlanResponse(Collection):
    """The forward plans in a box."""

    reference_keys: ClassVar[tuple[str, ...]] = (
        "forward_plan_reference_number",
        "work_reference_number",
    )

    type: Literal["FeatureCollection"]
    features: list[ForwardPlanFeature]


class Hs2ActLimitsFeature(Response):
    """A part of the limits of the HS2 act."""

    type: Literal["Feature"]
    geometry: GeoJSONGeometry


class Hs2ActLimitsResponse(Collection):
    """The limits of the HS2 act in a box."""

    type: Literal["FeatureCollection"]
    features: list[Hs2ActLimitsFeature]
