"""Data Export API: lists as CSV files."""

from typing import ClassVar, Optional

from pydantic import StrictBool

from ....words import tr
from ...contract.base import Response
from ...contract.complete import Rule, RuledRequest
from ...contract.fields import CivilDate, Instant, Words
from ...contract.rules import END_BEFORE_START, at_most_days, not_before
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
from ..fields import SwaCode


class CSVExportResponse(Response):
    """The number of a CSV export that has been queued."""

    csv_id: int


class ListFields(RuledRequest):
    """What most lists may be narrowed down by; a contractor names the promoter by `swa_code`."""

    swa_code: Optional[SwaCode] = None
    query: Optional[Words] = None
    geographical_area_reference_number: Optional[list[Words]] = None


class Section81CSVExportRequest(ListFields):
    """Asks for section 81 notices as CSV."""

    status: Optional[list[Section81Status]] = None
    severity: Optional[list[Section81Severity]] = None


class ReinstatementCSVExportRequest(ListFields):
    """Asks for reinstatements as CSV."""

    rules: ClassVar[tuple[Rule, ...]] = (
        not_before("registration_date_to", "registration_date_from", END_BEFORE_START),
        not_before("end_date_to", "end_date_from", END_BEFORE_START),
    )

    status: Optional[list[ReinstatementStatus]] = None
    latest_reinstatements_only: Optional[StrictBool] = None
    registration_date_from: Optional[CivilDate] = None
    registration_date_to: Optional[CivilDate] = None
    end_date_from: Optional[CivilDate] = None
    end_date_to: Optional[CivilDate] = None


class FPNCSVExportRequest(ListFields):
    """Asks for fixed penalty notices as CSV."""

    rules: ClassVar[tuple[Rule, ...]] = (not_before("end_date", "start_date", END_BEFORE_START),)

    status: Optional[list[FPNStatus]] = None
    start_date: Optional[CivilDate] = None
    end_date: Optional[CivilDate] = None


class FeesCSVExportRequest(RuledRequest):
    """Asks for the fees of up to 31 days as CSV."""

    rules: ClassVar[tuple[Rule, ...]] = (
        not_before("end_date", "start_date", END_BEFORE_START),
        at_most_days(
            "end_date", "start_date", 31, lambda: tr("Fees are listed for 31 days at most.")
        ),
    )

    start_date: CivilDate
    end_date: CivilDate
    swa_code: Optional[SwaCode] = None


class PermitCSVExportRequest(ListFields):
    """Asks for permits as CSV."""

    rules: ClassVar[tuple[Rule, ...]] = (
        not_before("end_date", "start_date", END_BEFORE_START),
        not_before("work_start_date_to", "work_start_date_from", END_BEFORE_START),
        not_before("work_end_date_to", "work_end_date_from", END_BEFORE_START),
        not_before("end_date_created", "start_date_created", END_BEFORE_START),
    )

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


class InspectionCSVExportRequest(ListFields):
    """Asks for inspections as CSV."""

    rules: ClassVar[tuple[Rule, ...]] = (not_before("end_date", "start_date", END_BEFORE_START),)

    inspection_response_type: Optional[list[InspectionResponseType]] = None
    start_date: Optional[CivilDate] = None
    end_date: Optional[CivilDate] = None


class ForwardPlanCSVExportRequest(ListFields):
    """Asks for forward plans as CSV."""

    rules: ClassVar[tuple[Rule, ...]] = (
        not_before("proposed_end_date", "proposed_start_date", END_BEFORE_START),
        not_before("work_start_date_to", "work_start_date_from", END_BEFORE_START),
        not_before("work_end_date_to", "work_end_date_from", END_BEFORE_START),
    )

    forward_plan_status: Optional[list[ForwardPlanStatus]] = None
    proposed_start_date: Optional[CivilDate] = None
    proposed_end_date: Optional[CivilDate] = None
    work_start_date_from: Optional[CivilDate] = None
    work_start_date_to: Optional[CivilDate] = None
    work_end_date_from: Optional[CivilDate] = None
    work_end_date_to: Optional[CivilDate] = None


class PermitAlterationCSVExportRequest(ListFields):
    """Asks for changes to permits as CSV."""

    rules: ClassVar[tuple[Rule, ...]] = (
        not_before("end_date_created", "start_date_created", END_BEFORE_START),
    )

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

    rules: ClassVar[tuple[Rule, ...]] = (
        not_before("end_date", "start_date", END_BEFORE_START),
        not_before("end_date_time", "start_date_time", END_BEFORE_START),
    )

    start_date: CivilDate
    start_date_time: Optional[Instant] = None
    end_date: CivilDate
    end_date_time: Optional[Instant] = None


class CommentCSVExportRequest(ListFields):
    """Asks for comments as CSV."""

    rules: ClassVar[tuple[Rule, ...]] = (
        not_before("date_created_to", "date_created_from", END_BEFORE_START),
    )

    date_created_from: Optional[CivilDate] = None
    date_created_to: Optional[CivilDate] = None
    topic: Optional[list[CommentTopic]] = None
    is_internal: Optional[StrictBool] = None
    is_read: Optional[StrictBool] = None
    is_not_read: Optional[StrictBool] = None
