"""Forward plans: major works that are expected."""

from typing import Any, ClassVar, Optional

from pydantic import StrictBool

from .....words import tr
from ....contract.base import Response
from ....contract.complete import Given, Rule
from ....contract.fields import CivilDate, Coordinates, Moment, Open, Text
from ....contract.rules import END_BEFORE_START, Say, needed, needed_if, not_before, today_or_later
from ...application_rules import HS2
from ...enums import (
    ForwardPlanStatus,
    ForwardPlanWorkType,
    HS2HighwayExemption,
    TrafficManagementType,
)
from ...fields import PaddedCode, Text100, Text500, WorkReference, WorkstreamPrefix
from ...rules import workstream_in_use
from ..delegated import Delegated
from .applications import PermitASD
from .permits import PermitASDResponse
from .place import PlaceFields

PLAN_RULES: tuple[Rule, ...] = (not_before("end_date", "start_date", END_BEFORE_START),)
_FOR_HS2: Say = lambda: tr("HS2 works need an answer here.")  # noqa: E731 - a text said late


def _is_hs2_highway_within_limits(given: Given) -> bool:
    is_highway = given["hs2_work_type"] is ForwardPlanWorkType.HS2_HIGHWAY_WORKS
    return is_highway and given["hs2_in_act_limits"] is True


class ForwardPlanFields(Delegated):
    """What a forward plan tells."""

    rules: ClassVar[tuple[Rule, ...]] = PLAN_RULES

    start_date: CivilDate
    end_date: CivilDate
    description_of_work: Text500
    works_location_description: Text500
    project_reference_number: Optional[Text100] = None
    traffic_management_type: Optional[TrafficManagementType] = None
    additional_info: Optional[Text500] = None
    forward_plan_asds: Optional[list[PermitASD]] = None


class ForwardPlanCreateRequest(PlaceFields, ForwardPlanFields):
    """Announces major works that are expected."""

    rules: ClassVar[tuple[Rule, ...]] = (
        *PLAN_RULES,
        workstream_in_use,
        today_or_later("hs2_consultation_requested_response_date"),
        needed("hs2_work_type", "promoter_swa_code", HS2, _FOR_HS2),
        needed("hs2_in_act_limits", "promoter_swa_code", HS2, _FOR_HS2),
        needed_if("hs2_highway_exemption", _is_hs2_highway_within_limits, _FOR_HS2),
    )

    work_reference_number: Optional[WorkReference] = None
    workstream_prefix: Optional[WorkstreamPrefix] = None
    hs2_work_type: Optional[ForwardPlanWorkType] = None
    hs2_in_act_limits: Optional[StrictBool] = None
    hs2_consultation_requested_response_date: Optional[CivilDate] = None
    hs2_highway_exemption: Optional[HS2HighwayExemption] = None


class ForwardPlanCreateResponse(Response):
    """The references of a new forward plan and its works."""

    work_reference_number: Text
    forward_plan_reference_number: Text


class ForwardPlanUpdateRequest(ForwardPlanFields):
    """Changes a forward plan; street, authority and workstream stay."""

    works_coordinates: Coordinates


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
