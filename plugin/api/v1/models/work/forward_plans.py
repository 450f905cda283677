"""Forward plans: major works that are expected."""

from typing import Any, Optional

from pydantic import StrictBool

from ...base import Response
from ...complete import Delegated
from ...enums import (
    ForwardPlanStatus,
    ForwardPlanWorkType,
    HS2HighwayExemption,
    TrafficManagementType,
)
from ...fields import (
    CivilDate,
    Coordinates,
    Moment,
    Open,
    PaddedCode,
    RoadCategory,
    SwaCode,
    Text,
    Text100,
    Text500,
    Usrn,
    WorkReference,
    WorkstreamPrefix,
)
from .applications import PermitASD
from .permits import PermitASDResponse


class ForwardPlanCreateRequest(Delegated):
    """Announces major works that are expected."""

    promoter_swa_code: SwaCode
    highway_authority_swa_code: SwaCode
    works_coordinates: Coordinates
    street_name: Optional[Text100] = None
    town: Optional[Text100] = None
    area_name: Optional[Text100] = None
    usrn: Usrn
    road_category: Optional[RoadCategory] = None
    work_reference_number: Optional[WorkReference] = None
    start_date: CivilDate
    end_date: CivilDate
    description_of_work: Text500
    project_reference_number: Optional[Text100] = None
    traffic_management_type: Optional[TrafficManagementType] = None
    additional_info: Optional[Text500] = None
    forward_plan_asds: Optional[list[PermitASD]] = None
    works_location_description: Text500
    workstream_prefix: Optional[WorkstreamPrefix] = None
    hs2_work_type: Optional[ForwardPlanWorkType] = None
    hs2_in_act_limits: Optional[StrictBool] = None
    hs2_consultation_requested_response_date: Optional[CivilDate] = None
    hs2_highway_exemption: Optional[HS2HighwayExemption] = None


class ForwardPlanCreateResponse(Response):
    """The references of a new forward plan and its works."""

    work_reference_number: Text
    forward_plan_reference_number: Text


class ForwardPlanUpdateRequest(Delegated):
    """Changes a forward plan; street, authority and workstream stay."""

    works_coordinates: Coordinates
    start_date: CivilDate
    end_date: CivilDate
    works_location_description: Text500
    description_of_work: Text500
    project_reference_number: Optional[Text100] = None
    traffic_management_type: Optional[TrafficManagementType] = None
    additional_info: Optional[Text500] = None
    forward_plan_asds: Optional[list[PermitASD]] = None


class ForwardPlanCancelRequest(Delegated):
    """Cancels a forward plan."""

    cancelled_reason: Text500


class ForwardPlanResponse(Response):
    """A forward plan."""

    work_reference_number: Text
    forward_plan_reference_number: Text
    start_date: Moment
    end_date: Moment
    forward_plan_status: Open[ForwardPlanStatus]
    promoter_organisation: Text
    promoter_swa_code: PaddedCode
    promoter_contact_details: Text
    highway_authority: Text
    highway_authority_swa_code: PaddedCode
    workstream_prefix: Text
    works_coordinates: dict[str, Any]
    street_name: Text
    town: Optional[Text] = None
    area_name: Optional[Text] = None
    usrn: int
    road_category: int
    date_created: Moment
    works_location_description: Text
    description_of_work: Text
    project_reference_number: Optional[Text] = None
    traffic_management_type: Optional[Open[TrafficManagementType]] = None
    additional_info: Optional[Text] = None
    forward_plan_asds: Optional[list[PermitASDResponse]] = None
    cancelled_reason: Optional[Text] = None
    hs2_in_act_limits: Optional[bool] = None
    hs2_consultation_requested_response_date: Optional[Moment] = None
    hs2_highway_exemption: Optional[Open[HS2HighwayExemption]] = None
    hs2_works_type: Optional[Open[ForwardPlanWorkType]] = None
