"""Reporting API: lists of one's own organisation's records."""

from typing import Annotated, Any, Optional

from pydantic import Field

from ..base import Response
from ..complete import RuledRequest
from ..enums import (
    AlterationStatus,
    AlterationType,
    AssessmentStatus,
    AuditEvent,
    AuditObjectType,
    CommentTopic,
    CSVExportStatus,
    ForwardPlanStatus,
    FPNStatus,
    InspectionCategory,
    InspectionOutcome,
    InspectionResponseType,
    InspectionType,
    LaneRentalAssessmentOutcome,
    OffenceCode,
    PermitConditionType,
    PermitStatus,
    ReinstatementStatus,
    ReinstatementType,
    Role,
    Section81Severity,
    Section81Status,
    TrafficManagementType,
    WorkCategory,
    WorkStatus,
    WorkstreamAccessLevel,
    WorkstreamStatus,
)
from ..fields import Moment, Open, PaddedCode, Text, Unlike, WorkReference

MOST_WORKS = 1_000


class PaginationResponse(Response):
    """How long a list is; go by `has_next_page`, since the count ends at 501."""

    total_rows: int
    has_next_page: bool


class Page(Response):
    """Some rows of a list."""

    pagination: PaginationResponse


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


class FPNSummaryResponse(Response):
    """A fixed penalty notice, in a list."""

    fpn_reference_number: Text
    work_reference_number: Text
    promoter: Text
    highway_authority: Text
    offence_code: Open[OffenceCode]
    street_name: Text
    issue_date: Moment
    status: Open[FPNStatus]


class FPNReportingResponse(Page):
    """A page of fixed penalty notices."""

    rows: list[FPNSummaryResponse]


class CommentSummaryResponse(Response):
    """A comment, in a list."""

    work_reference_number: Text
    topic: Open[CommentTopic]
    author_email_address: Text
    detail: Text
    date_created: Moment
    comment_reference_number: Text
    is_read: bool
    read_on: Optional[Moment] = None
    read_by: Optional[Text] = None
    is_internal: bool


class CommentReportingResponse(Page):
    """A page of comments."""

    rows: list[CommentSummaryResponse]


class InspectionSummaryResponse(Response):
    """An inspection, in a list."""

    inspection_date: Moment
    inspection_response_type: Open[InspectionResponseType]
    work_reference_number: Text
    location_description: Text
    street: Text
    town: Text
    area: Text
    inspection_reference_number: Optional[Text] = None
    inspection_type: Open[InspectionType]
    inspection_category: Optional[Open[InspectionCategory]] = None
    inspection_outcome: Optional[Open[InspectionOutcome]] = None
    reinspection_date_time: Optional[Moment] = None
    highway_authority: Text
    promoter_organisation: Text
    made_safe_by_ha: Optional[bool] = None
    date_created: Moment


class InspectionReportingResponse(Page):
    """A page of inspections."""

    rows: list[InspectionSummaryResponse]


class WorkUpdateResponse(Response):
    """Something that changed at some works."""

    work_reference_number: Text
    update_date_time: Moment
    update_id: int
    event_type: Open[AuditEvent]
    object_type: Open[AuditObjectType]


class WorkstreamSummaryResponse(Response):
    """A workstream, in a list."""

    prefix: Text
    name: Text
    description: Optional[Text] = None
    status: Open[WorkstreamStatus]
    swa_code: PaddedCode


class WorkstreamReportingResponse(Page):
    """A page of workstreams."""

    rows: list[WorkstreamSummaryResponse]


class ReinstatementSummaryResponse(Response):
    """A reinstatement, in a list."""

    site_number: int
    work_reference_number: Text
    promoter_organisation: Text
    highway_authority: Text
    street_name: Text
    town: Optional[Text] = None
    area_name: Optional[Text] = None
    location_description: Text
    registration_date: Moment
    reinstatement_date: Moment
    reinstatement_type: Open[ReinstatementType]
    reinstatement_status: Open[ReinstatementStatus]
    end_date: Moment


class ReinstatementReportingResponse(Page):
    """A page of reinstatements."""

    rows: list[ReinstatementSummaryResponse]


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


class Section81SummaryResponse(Response):
    """A section 81 notice, in a list."""

    issue_date: Moment
    work_reference_number: Text
    section_81_reference_number: Text
    promoter_organisation: Text
    highway_authority: Text
    location_description: Text
    street: Text
    town: Optional[Text] = None
    area: Optional[Text] = None
    section_81_severity: Open[Section81Severity]
    made_safe_by_ha: bool
    section_81_status: Open[Section81Status]
    status_changed_date: Moment


class Section81ReportingResponse(Page):
    """A page of section 81 notices."""

    rows: list[Section81SummaryResponse]


class UserWorkstreamAccess(Response):
    """What a user may do in a workstream."""

    workstream_prefix: Text
    access_level: Open[WorkstreamAccessLevel]


class UsersSummaryResponse(Response):
    """A user, in a list; no published operation gives it."""

    first_name: Optional[Text] = None
    last_name: Optional[Text] = None
    email: Text
    roles: Optional[list[Open[Role]]] = None
    workstreams: Optional[list[UserWorkstreamAccess]] = None


class UsersReportingResponse(Page):
    """A page of users; no published operation gives it."""

    rows: list[UsersSummaryResponse]


class CSVExportSummaryResponse(Response):
    """A CSV export, in a list."""

    csv_export_id: int
    filename: Text
    date_created: Moment
    csv_export_status: Open[CSVExportStatus]
    username: Text


class CSVExportReportingResponse(Page):
    """A page of CSV exports."""

    rows: list[CSVExportSummaryResponse]


class GeographicalAreaResponse(Response):
    """A geographical area, in a list."""

    geographical_area_reference_number: Text
    area_name: Text
    file_id: int
    number_of_usrns: int
    date_modified: Moment
