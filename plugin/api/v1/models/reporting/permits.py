"""Permits, changes to them and forward plans, in lists."""

from typing import Annotated, Any, Optional

from pydantic import Field

from ....contract.base import Response
from ....contract.complete import RuledRequest
from ....contract.fields import Moment, Open, Text, Unlike
from ...enums import (
    AlterationStatus,
    AlterationType,
    AssessmentStatus,
    ForwardPlanStatus,
    LaneRentalAssessmentOutcome,
    PermitConditionType,
    PermitStatus,
    TrafficManagementType,
    WorkCategory,
    WorkStatus,
)
from ...fields import PaddedCode, WorkReference
from .page import Page

MOST_WORKS = 1_000


class AlterationSummaryResponse(Response):
    """A change to a permit, in a list."""

    work_reference_number: Text
    permit_reference_number: Text
    alteration_reference_number: Text
    street: Text
    town: Text
    area: Text
    location_description: Text
    highway_authority: Text
    promoter: Text
    work_status: Open[WorkStatus]
    proposed_start_date: Moment
    proposed_end_date: Moment
    proposed_start_time: Optional[Moment] = None
    proposed_end_time: Optional[Moment] = None
    work_category: Open[WorkCategory]
    alteration_status: Open[AlterationStatus]
    alteration_type: Open[AlterationType]
    date_created: Moment
    deadline_date: Moment
    status_changed_date: Moment
    lane_rental_assessment_outcome: Optional[Open[LaneRentalAssessmentOutcome]] = None
    lane_rental_charges_not_agreed: bool
    lane_rental_charges_potentially_apply: bool


class AlterationReportingResponse(Page):
    """A page of changes to permits."""

    rows: list[AlterationSummaryResponse]


class PermitCondition(Response):
    """A condition that a permit carries."""

    condition: Open[PermitConditionType]
    comment: Optional[Text] = None


class PermitSummaryResponse(Response):
    """A permit, in a list."""

    work_reference_number: Text
    permit_reference_number: Text
    promoter_swa_code: PaddedCode
    promoter_organisation: Text
    highway_authority: Text
    works_coordinates: dict[str, Any]
    location_description: Text
    street: Text
    town: Text
    area: Text
    work_category: Open[WorkCategory]
    description_of_work: Text
    traffic_management_type: Open[TrafficManagementType]
    assessment_status: Optional[Open[AssessmentStatus]] = None
    proposed_start_date: Moment
    proposed_end_date: Moment
    proposed_start_time: Optional[Moment] = None
    proposed_end_time: Optional[Moment] = None
    actual_start_date: Optional[Moment] = None
    actual_end_date: Optional[Moment] = None
    status: Open[PermitStatus]
    work_status: Open[WorkStatus]
    deadline_date: Moment
    date_created: Moment
    status_changed_date: Moment
    usrn: int
    is_active_permit: bool
    permit_conditions: Optional[list[PermitCondition]] = None
    road_category: int
    is_traffic_sensitive: bool
    has_no_final_reinstatement: bool
    is_deemed: bool
    excavation_carried_out: bool
    is_early_start: bool
    is_high_impact_traffic_management: bool
    is_lane_rental: bool
    lane_rental_assessment_outcome: Optional[Open[LaneRentalAssessmentOutcome]] = None
    lane_rental_charges_not_agreed: bool
    lane_rental_charges_potentially_apply: bool


class PermitReportingResponse(Page):
    """A page of permits."""

    rows: list[PermitSummaryResponse]


class PermitSearchRequest(RuledRequest):
    """Asks for the permits of some works, a thousand at most."""

    work_reference_numbers: Optional[
        Annotated[list[WorkReference], Unlike, Field(max_length=MOST_WORKS)]
    ] = None


class ForwardPlanSummaryResponse(Response):
    """A forward plan, in a list."""

    work_reference_number: Text
    forward_plan_reference_number: Text
    promoter_organisation: Text
    highway_authority: Text
    location_description: Text
    street: Text
    town: Text
    area: Text
    proposed_start_date: Moment
    proposed_end_date: Moment
    forward_plan_status: Open[ForwardPlanStatus]
    date_created: Moment


class ForwardPlanReportingResponse(Page):
    """A page of forward plans."""

    rows: list[ForwardPlanSummaryResponse]
