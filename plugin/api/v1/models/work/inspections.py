"""Inspections of works and reinstatements."""

from typing import Annotated, Optional

from pydantic import Field, StrictBool, StrictInt

from ...base import Response
from ...complete import Delegated, RuledRequest
from ...enums import (
    DefectFixedOnsite,
    FailureReason,
    InspectionCategory,
    InspectionOutcome,
    InspectionType,
)
from ...fields import (
    CivilDate,
    FileId,
    Instant,
    Moment,
    Open,
    SwaCode,
    Text,
    Text50,
    Text100,
    Text500,
    Unlike,
)
from .files import FileSummaryResponse


class FailureReasonDetails(RuledRequest):
    """One failing, and the sites at which it was found."""

    failure_reason: FailureReason
    site_numbers: Optional[list[StrictInt]] = None
    details: Text500


class InspectionCreateRequest(Delegated):
    """Registers an inspection with its outcome."""

    inspection_type: InspectionType
    inspection_start_date: Instant
    inspection_category: Optional[InspectionCategory] = None
    inspection_outcome: InspectionOutcome
    failure_reason_details: Optional[list[FailureReasonDetails]] = None
    inspection_outcome_details: Optional[Text500] = None
    was_call_logged: Optional[StrictBool] = None
    call_logged_to: Optional[Text100] = None
    call_logged_reference: Optional[Text100] = None
    call_logged_summary: Optional[Text500] = None
    defect_fixed_on_site: Optional[DefectFixedOnsite] = None
    additional_comments: Optional[Text500] = None
    inspection_evidence: StrictBool
    file_ids: Optional[Annotated[list[FileId], Unlike]] = None
    reinspection_date: Optional[CivilDate] = None
    reinspection_date_time: Optional[Instant] = None
    reinspection_type: Optional[InspectionType] = None
    reinspection_category: Optional[InspectionCategory] = None
    username: Text50
    inspector_name: Optional[Text100] = None
    made_safe_by_ha: Optional[StrictBool] = None


class InspectionCreateResponse(Response):
    """The reference of a new inspection."""

    inspection_reference_number: Text


class ScheduledInspectionCreateRequest(Delegated):
    """Plans the next inspection."""

    scheduled_inspection_type: InspectionType
    scheduled_inspection_category: Optional[InspectionCategory] = None
    scheduled_inspection_date: CivilDate
    scheduled_inspection_date_time: Optional[Instant] = None


class SiteDetails(Response):
    """A site that an inspection names."""

    site_number: int
    site_description: Text


class FailureReasonDetailsResponse(Response):
    """One failing that an inspection found."""

    failure_reason: Open[FailureReason]
    sites: Optional[list[SiteDetails]] = None
    details: Text
    site_name: Optional[Text] = None


class InspectionResponse(Response):
    """An inspection."""

    inspection_reference_number: Text
    inspection_type: Open[InspectionType]
    inspection_start_date: Moment
    inspection_category: Optional[Open[InspectionCategory]] = None
    inspection_outcome: Open[InspectionOutcome]
    defect_details: Optional[Text] = None
    failure_reason_details: Optional[list[FailureReasonDetailsResponse]] = None
    inspection_outcome_details: Optional[Text] = None
    was_call_logged: Optional[bool] = None
    call_logged_to: Optional[Text] = None
    call_logged_reference: Optional[Text] = None
    call_logged_summary: Optional[Text] = None
    defect_fixed_on_site: Optional[Open[DefectFixedOnsite]] = None
    additional_comments: Optional[Text] = None
    date_created: Moment
    date_modified: Moment
    files: Optional[list[FileSummaryResponse]] = None
    work_reference_number: Text
    reinspection_date: Optional[Moment] = None
    reinspection_date_time: Optional[Moment] = None
    username: Text
    promoter_organisation: Text
    highway_authority: Text
    inspector_name: Optional[Text] = None
    made_safe_by_ha: Optional[bool] = None


class SampleInspectionTargetCreateRequest(Delegated):
    """Agrees how many sample inspections there will be; no published operation takes it."""

    agreed_category_a: StrictInt
    agreed_category_b: StrictInt
    agreed_category_c: StrictInt
    cap_category_a: Optional[Annotated[StrictInt, Field(ge=0, le=100)]] = None
    cap_category_b: Optional[Annotated[StrictInt, Field(ge=0, le=100)]] = None
    cap_category_c: Optional[Annotated[StrictInt, Field(ge=0, le=100)]] = None
    promoter_org_ref: SwaCode


class SampleInspectionTargetCreateResponse(Response):
    """The reference of a sample inspection target; no published operation gives it."""

    sample_inspection_target_reference_number: Text
