"""Works as the service gives them."""

from typing import Any, Optional

from ....contract.base import Response
from ....contract.fields import Moment, Number, Open, Text
from ...enums import (
    AuditEvent,
    ForwardPlanStatus,
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
    WorkCategory,
    WorkStatus,
)
from ...fields import PaddedCode
from .files import FileResponse
from .permits import PermitResponse, PermitSummaryResponse


class WorkCreateResponse(Response):
    """The references of new works and their first permit."""

    work_reference_number: Text
    permit_reference_number: Text


class DurationCalculationResponse(Response):
    """How long works last."""

    calendar_days: Number
    working_days: Number


class WorkCategoryResponse(Response):
    """What works would count as, how long they last, whether their notice is short."""

    work_category: Open[WorkCategory]
    duration: DurationCalculationResponse
    validity_period_end_date: Moment
    is_early_start: bool


class WorkHistoryResponse(Response):
    """A line of the history of works; go by `event`, the texts may change."""

    action_date: Moment
    topic: Text
    details: Text
    username: Text
    event: Open[AuditEvent]
    object_reference: Optional[Text] = None
    update_id: int
    internal_user_identifier: Optional[Text] = None
    internal_user_name: Optional[Text] = None


class SiteSummaryResponse(Response):
    """A site of works: where ground was opened and made good."""

    site_number: int
    site_description: Text
    permit_reference_number: Optional[Text] = None
    depth: Optional[Number] = None
    length: Optional[Number] = None
    width: Optional[Number] = None
    completed_date: Moment
    end_date: Moment
    site_status: Open[ReinstatementStatus]
    reinstatement_type: Open[ReinstatementType]
    number_of_holes: Optional[int] = None


class InspectionSummaryResponse(Response):
    """An inspection in the list of its works."""

    inspection_date: Moment
    inspection_response_type: Open[InspectionResponseType]
    inspection_reference_number: Optional[Text] = None
    inspection_type: Open[InspectionType]
    inspection_category: Optional[Open[InspectionCategory]] = None
    inspection_outcome: Optional[Open[InspectionOutcome]] = None
    reinspection_date_time: Optional[Moment] = None


class FPNSummaryResponse(Response):
    """A fixed penalty notice in the list of its works."""

    fpn_reference_number: Text
    fpn_offence_type: Open[OffenceCode]
    issue_date_time: Moment
    fpn_status: Open[FPNStatus]


class Section81SummaryResponse(Response):
    """The section 81 notice that works answer."""

    section_81_reference_number: Text
    date_created: Moment
    location_description: Text
    section_81_severity: Open[Section81Severity]
    section_81_status: Open[Section81Status]


class ForwardPlanSummaryResponse(Response):
    """The forward plan that works came from."""

    work_reference_number: Text
    forward_plan_reference_number: Text
    start_date: Moment
    end_date: Moment
    forward_plan_status: Open[ForwardPlanStatus]


class WorkResponse(Response):
    """Works with all that belongs to them."""

    work_reference_number: Text
    workstream_prefix: Text
    promoter_swa_code: PaddedCode
    promoter_organisation: Text
    highway_authority_swa_code: PaddedCode
    highway_authority: Text
    street_name: Text
    town: Optional[Text] = None
    area_name: Optional[Text] = None
    road_category: int
    works_coordinates: dict[str, Any]
    usrn: int
    inspection_units: Optional[int] = None
    work_status: Open[WorkStatus]
    works_location_description: Text
    work_start_date: Optional[Moment] = None
    work_end_date: Optional[Moment] = None
    work_start_time: Optional[Moment] = None
    work_end_time: Optional[Moment] = None
    description_of_work: Optional[Text] = None
    active_permit: Optional[PermitResponse] = None
    forward_plan: Optional[ForwardPlanSummaryResponse] = None
    permits: Optional[list[PermitSummaryResponse]] = None
    history: list[WorkHistoryResponse]
    sites: Optional[list[SiteSummaryResponse]] = None
    inspections: Optional[list[InspectionSummaryResponse]] = None
    fpns: Optional[list[FPNSummaryResponse]] = None
    section_81: Optional[Section81SummaryResponse] = None
    files: Optional[list[FileResponse]] = None
