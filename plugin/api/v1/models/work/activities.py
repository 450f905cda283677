"""Activities: what else the highway authority puts on the map."""

from typing import Annotated, Any, ClassVar, Optional

from pydantic import Field, StrictBool

from .....words import tr
from ....contract.base import Response
from ....contract.complete import Rule
from ....contract.fields import CivilDate, Coordinates, Instant, Moment, Open, Text, Unlike
from ....contract.rules import END_BEFORE_START, after, from_the_day, needed, not_before
from ...enums import ActivityActivityType, LocationType, TrafficManagementType
from ...fields import PaddedCode, Text100, Text500
from ..delegated import Delegated
from .place import StreetFields


class ActivityUpdateRequest(Delegated):
    """Changes an activity; its place stays.

    It may have begun: since V1.25.6 the service no longer asks for a start in the future.
    """

    rules: ClassVar[tuple[Rule, ...]] = (
        needed(
            "activity_type_details",
            "activity_activity_type",
            ActivityActivityType.OTHER,
            lambda: tr("Say what kind of activity it is."),
        ),
        not_before("end_date", "start_date", END_BEFORE_START),
        after("end_time", "start_time", END_BEFORE_START),
        from_the_day("end_time", "start_date", END_BEFORE_START),
    )

    activity_name: Text100
    activity_activity_type: ActivityActivityType
    activity_type_details: Optional[Text100] = None
    contact_name: Optional[Text100] = None
    contact_details: Optional[Text100] = None
    start_date: CivilDate
    start_time: Optional[Instant] = None
    end_date: CivilDate
    end_time: Optional[Instant] = None
    location_types: Annotated[list[LocationType], Unlike, Field(min_length=1)]
    activity_location_description: Text500
    traffic_management_type: TrafficManagementType
    collaborative_working: StrictBool
    additional_info: Optional[Text500] = None


class ActivityCreateRequest(StreetFields, ActivityUpdateRequest):
    """Puts an activity on the map."""

    activity_coordinates: Coordinates


class ActivityCreateResponse(Response):
    """The reference of a new activity."""

    activity_reference_number: Text


class ActivityCancelRequest(Delegated):
    """Cancels an activity."""

    cancellation_reason: Optional[Text500] = None


class ActivityResponse(Response):
    """An activity."""

    activity_reference_number: Text
    usrn: int
    street_name: Optional[Text] = None
    town: Optional[Text] = None
    area_name: Optional[Text] = None
    road_category: Optional[int] = None
    activity_coordinates: dict[str, Any]
    activity_name: Text
    activity_activity_type: Open[ActivityActivityType]
    activity_type_details: Optional[Text] = None
    contact_name: Optional[Text] = None
    contact_details: Optional[Text] = None
    start_date: Moment
    start_time: Optional[Moment] = None
    end_date: Moment
    end_time: Optional[Moment] = None
    location_types: list[Open[LocationType]]
    activity_location_description: Text
    traffic_management_type: Open[TrafficManagementType]
    collaborative_working: bool
    additional_info: Optional[Text] = None
    cancelled: bool
    cancelled_reason: Optional[Text] = None
    highway_authority_swa_code: PaddedCode
