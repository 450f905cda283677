"""What belongs to works, in lists: inspections, notices, reinstatements, comments, changes."""

from typing import Optional

from ....contract.base import Response
from ....contract.fields import Moment, Open, Text
from ...enums import (
    AuditEvent,
    AuditObjectType,
    CommentTopic,
    FPNStatus,
    InspectionCategory,
    InspectionOutcome,
    InspectionResponseType,
    InspectionType,
    OffenceCode,
    ReinstatementStatus,
    ReinstatementType,
    Section81Severity,
    Section81Status,
)
from .page import Page


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


class WorkUpdateResponse(Response):
    """Something that changed at some works."""

    work_reference_number: Text
    update_date_time: Moment
    update_id: int
    event_type: Open[AuditEvent]
    object_type: Open[AuditObjectType]
