"""Permits as the service gives them."""

from typing import Any, ClassVar, Optional

from ....contract.base import Response
from ....contract.fields import Moment, Number, Open, OpenCode, Text
from ...enums import (
    ActivityType,
    AlterationStatus,
    AlterationType,
    ApplicationType,
    ASDCode,
    ASDPeriodicityCode,
    AssessmentStatus,
    CloseFootway,
    CollaborationType,
    HS2HighwayExemption,
    LaneRentalAssessmentChargeBand,
    LaneRentalAssessmentOutcome,
    LocationType,
    PermitConditionType,
    PermitStatus,
    ReasonForRefusal,
    TrafficManagementType,
    WorkCategory,
    WorkStatus,
    WorkType,
)
from ...fields import PaddedCode
from .files import FileSummaryResponse


class PermitConditionResponse(Response):
    """A condition that a permit carries."""

    definition: ClassVar[str] = "PermitCondition"

    condition: Open[PermitConditionType]
    comment: Optional[Text] = None


class PermitASDResponse(Response):
    """A special designation of the street, as the application named it."""

    definition: ClassVar[str] = "PermitASD"

    street_special_desig_code: OpenCode[ASDCode]
    special_desig_location_text: Optional[Text] = None
    special_desig_description: Optional[Text] = None
    special_desig_start_date: Optional[Moment] = None
    special_desig_start_time: Optional[Number] = None
    special_desig_end_date: Optional[Moment] = None
    special_desig_end_time: Optional[Number] = None
    special_desig_periodicity_code: Optional[OpenCode[ASDPeriodicityCode]] = None


class PermitSummaryResponse(Response):
    """A permit in the list of its works."""

    permit_reference_number: Text
    proposed_start_date: Moment
    proposed_end_date: Moment
    actual_start_date: Optional[Moment] = None
    actual_stop_date: Optional[Moment] = None
    permit_status: Open[PermitStatus]
    work_category: Open[WorkCategory]


class PermitCreateResponse(Response):
    """The reference of a new permit."""

    permit_reference_number: Text


class PermitAlterationSummaryResponse(Response):
    """A change request in the list of its permit."""

    permit_alteration_reference_number: Text
    date_created: Moment
    deadline_date: Moment
    alteration_status: Open[AlterationStatus]
    alteration_type: Open[AlterationType]


class PermitResponse(Response):
    """A permit, with what was applied for and how it was assessed."""

    permit_reference_number: Text
    proposed_start_date: Moment
    proposed_end_date: Moment
    actual_start_date: Optional[Moment] = None
    actual_stop_date: Optional[Moment] = None
    permit_status: Open[PermitStatus]
    work_category: Open[WorkCategory]
    work_reference_number: Text
    promoter_organisation: Text
    promoter_swa_code: PaddedCode
    promoter_contact_details: Text
    secondary_contact: Text
    secondary_contact_number: Text
    secondary_contact_email: Optional[Text] = None
    proposed_start_time: Optional[Moment] = None
    proposed_end_time: Optional[Moment] = None
    reasonable_period_end_date: Moment
    calendar_day_duration: Number
    working_day_duration: Number
    description_of_work: Text
    excavation: bool
    project_reference_number: Optional[Text] = None
    traffic_management_plan: bool
    lane_rental_applicable: bool
    permit_conditions: Optional[list[PermitConditionResponse]] = None
    street_name: Text
    town: Optional[Text] = None
    area_name: Optional[Text] = None
    usrn: int
    highway_authority: Text
    highway_authority_swa_code: PaddedCode
    road_category: int
    works_location_description: Text
    works_coordinates: dict[str, Any]
    environmental_health_notifiable: bool
    collaborative_working: bool
    collaboration_details: Optional[Text] = None
    collaborative_works: Optional[Text] = None
    date_created: Moment
    date_modified: Moment
    deadline_date: Moment
    assessment_comments: Optional[Text] = None
    reasons_for_refusal: Optional[list[Open[ReasonForRefusal]]] = None
    activity_type: Open[ActivityType]
    traffic_management_type: Open[TrafficManagementType]
    application_type: Open[ApplicationType]
    collaboration_type: Optional[Open[CollaborationType]] = None
    location_types: list[Open[LocationType]]
    assessment_status: Optional[Open[AssessmentStatus]] = None
    files: Optional[list[FileSummaryResponse]] = None
    permit_asds: list[PermitASDResponse]
    permit_not_selected_asds: list[PermitASDResponse]
    assessment_discount: Optional[Number] = None
    assessment_discount_reason: Optional[Text] = None
    is_ttro_required: Optional[bool] = None
    immediate_risk: Optional[bool] = None
    is_early_start: bool
    is_deemed: bool
    early_start_pre_approval: Optional[bool] = None
    pre_approval_details: Optional[Text] = None
    pre_approval_authoriser: Optional[Text] = None
    early_start_reason: Optional[Text] = None
    additional_info: Optional[Text] = None
    permit_alterations: Optional[list[PermitAlterationSummaryResponse]] = None
    work_type: Open[WorkType]
    revoke_reason: Optional[Text] = None
    sliding_end_date_candidate: bool
    validity_period_end_date: Moment
    final_reinstatement: bool
    workstream_prefix: Text
    close_footway: Open[CloseFootway]
    lane_rental_assessment_outcome: Optional[Open[LaneRentalAssessmentOutcome]] = None
    lane_rental_assessment_additional_details: Optional[Text] = None
    lane_rental_assessment_charge_band: Optional[Open[LaneRentalAssessmentChargeBand]] = None
    lane_rental_assessment_chargeable_days: Optional[Number] = None
    lane_rental_assessment_charges_agreed: Optional[bool] = None
    is_lane_rental: bool
    pending_change_details: Optional[Text] = None
    work_status: Open[WorkStatus]
    hs2_in_act_limits: Optional[bool] = None
    hs2_consultation_requested_response_date: Optional[Moment] = None
    hs2_highway_exemption: Optional[Open[HS2HighwayExemption]] = None
    hs2_is_consultation: Optional[bool] = None
    hs2_is_consent: Optional[bool] = None
    hs2_highway_emails: Optional[list[Text]] = None
    hs2_acknowledged: Optional[bool] = None
    hs2_acknowledged_date_time: Optional[Moment] = None
    additional_contact: Optional[Text] = None
    additional_contact_number: Optional[Text] = None
    additional_contact_email: Optional[Text] = None
    ever_modification_requested: bool
    is_duration_challenged: Optional[bool] = None
    is_covid_19_response: Optional[bool] = None
    hs2_additional_usrns: Optional[list[int]] = None
