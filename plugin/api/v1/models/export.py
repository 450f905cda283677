"""Data Export API: lists as CSV files."""

from typing import Optional

from pydantic import StrictBool

from ..base import Response
from ..complete import RuledRequest
from ..enums import (
    AlterationStatus,
    AlterationType,
    CommentTopic,
    ForwardPlanStatus,
    FPNStatus,
    InspectionResponseType,
    LaneRentalAssessmentOutcome,
    PermitCsvExportPrefix,
    PermitStatus,
    ReinstatementStatus,
    Section81Severity,
    Section81Status,
    WorkCategory,
    WorkStatus,
)
from ..fields import CivilDate, Instant, SwaCode, Words


class CSVExportResponse(Response):
    """The number of a CSV export that has been queued."""

    csv_id: int


class Section81CSVExportRequest(RuledRequest):
    """Asks for section 81 notices as CSV."""

    swa_code: Optional[SwaCode] = None
    query: Optional[Words] = None
    geographical_area_reference_number: Optional[list[Words]] = None
    status: Optional[list[Section81Status]] = None
    severity: Optional[list[Section81Severity]] = None


class ReinstatementCSVExportRequest(RuledRequest):
    """Asks for reinstatements as CSV."""

    swa_code: Optional[SwaCode] = None
    query: Optional[Words] = None
    geographical_area_reference_number: Optional[list[Words]] = None
    status: Optional[list[ReinstatementStatus]] = None
    latest_reinstatements_only: Optional[StrictBool] = None
    registration_date_from: Optional[CivilDate] = None
    registration_date_to: Optional[CivilDate] = None
    end_date_from: Optional[CivilDate] = None
    end_date_to: Optional[CivilDate] = None


class FPNCSVExportRequest(RuledRequest):
    """Asks for fixed penalty notices as CSV."""

    swa_code: Optional[SwaCode] = None
    query: Optional[Words] = None
    geographical_area_reference_number: Optional[list[Words]] = None
    status: Optional[list[FPNStatus]] = None
    start_date: Optional[CivilDate] = None
    end_date: Optional[CivilDate] = None


class FeesCSVExportRequest(RuledRequest):
    """Asks for the fees of up to 31 days as CSV."""

    start_date: CivilDate
    end_date: CivilDate
    swa_code: Optional[SwaCode] = None


class PermitCSVExportRequest(RuledRequest):
    """Asks for permits as CSV."""

    swa_code: Optional[SwaCode] = None
    query: Optional[Words] = None
    geographical_area_reference_number: Optional[list[Words]] = None
    status: Optional[list[PermitStatus]] = None
    work_status: Optional[list[WorkStatus]] = None
    work_category: Optional[list[WorkCategory]] = None
    lane_rental_assessment_outcome: Optional[list[LaneRentalAssessmentOutcome]] = None
    start_date: Optional[CivilDate] = None
    end_date: Optional[CivilDate] = None
    work_start_date_from: Optional[CivilDate] = None
    work_start_date_to: Optional[CivilDate] = None
    work_end_date_from: Optional[CivilDate] = None
    work_end_date_to: Optional[CivilDate] = None
    start_date_created: Optional[CivilDate] = None
    end_date_created: Optional[CivilDate] = None
    active_permit_only: Optional[StrictBool] = None
    csv_export_prefix: Optional[PermitCsvExportPrefix] = None
    is_traffic_sensitive: Optional[StrictBool] = None
    is_high_impact_traffic_management: Optional[StrictBool] = None
    has_no_final_registration: Optional[StrictBool] = None
    has_excavation: Optional[StrictBool] = None
    is_early_start: Optional[StrictBool] = None
    is_deemed: Optional[StrictBool] = None
    lane_rental_charges_not_agreed: Optional[StrictBool] = None
    lane_rental_charges_potentially_apply: Optional[StrictBool] = None
    ever_modification_requested: Optional[StrictBool] = None
    hs2_works_only: Optional[StrictBool] = None
    consultation_works_only: Optional[StrictBool] = None
    consent_works_only: Optional[StrictBool] = None
    unacknowledged_by_ha_only: Optional[StrictBool] = None
    is_duration_challenged: Optional[StrictBool] = None


class InspectionCSVExportRequest(RuledRequest):
    """Asks for inspections as CSV."""

    swa_code: Optional[SwaCode] = None
    query: Optional[Words] = None
    geographical_area_reference_number: Optional[list[Words]] = None
    inspection_response_type: Optional[list[InspectionResponseType]] = None
    start_date: Optional[CivilDate] = None
    end_date: Optional[CivilDate] = None


class ForwardPlanCSVExportRequest(RuledRequest):
    """Asks for forward plans as CSV."""

    swa_code: Optional[SwaCode] = None
    query: Optional[Words] = None
    geographical_area_reference_number: Optional[list[Words]] = None
    forward_plan_status: Optional[list[ForwardPlanStatus]] = None
    proposed_start_date: Optional[CivilDate] = None
    proposed_end_date: Optional[CivilDate] = None
    work_start_date_from: Optional[CivilDate] = None
    work_start_date_to: Optional[CivilDate] = None
    work_end_date_from: Optional[CivilDate] = None
    work_end_date_to: Optional[CivilDate] = None


class PermitAlterationCSVExportRequest(RuledRequest):
    """Asks for changes to permits as CSV."""

    swa_code: Optional[SwaCode] = None
    query: Optional[Words] = None
    geographical_area_reference_number: Optional[list[Words]] = None
    alteration_status: Optional[list[AlterationStatus]] = None
    alteration_type: Optional[list[AlterationType]] = None
    work_status: Optional[list[WorkStatus]] = None
    work_category: Optional[list[WorkCategory]] = None
    lane_rental_assessment_outcome: Optional[list[LaneRentalAssessmentOutcome]] = None
    start_date_created: Optional[CivilDate] = None
    end_date_created: Optional[CivilDate] = None
    is_traffic_sensitive: Optional[StrictBool] = None
    is_high_impact_traffic_management: Optional[StrictBool] = None
    is_duration_extension: Optional[StrictBool] = None
    is_early_start: Optional[StrictBool] = None
    is_deemed: Optional[StrictBool] = None
    lane_rental_charges_not_agreed: Optional[StrictBool] = None
    lane_rental_charges_potentially_apply: Optional[StrictBool] = None


class OrganisationDataCSVExportRequest(RuledRequest):
    """Asks for an organisation's data as CSV; no published operation takes it."""

    start_date: CivilDate
    start_date_time: Optional[Instant] = None
    end_date: CivilDate
    end_date_time: Optional[Instant] = None


class CommentCSVExportRequest(RuledRequest):
    """Asks for comments as CSV."""

    swa_code: Optional[SwaCode] = None
    query: Optional[Words] = None
    geographical_area_reference_number: Optional[list[Words]] = None
    date_created_from: Optional[CivilDate] = None
    date_created_to: Optional[CivilDate] = None
    topic: Optional[list[CommentTopic]] = None
    is_internal: Optional[StrictBool] = None
    is_read: Optional[StrictBool] = None
    is_not_read: Optional[StrictBool] = None
