"""Works from before Street Manager."""

from typing import Annotated, Optional

from pydantic import StrictBool

from ...base import Response
from ...complete import Delegated, RuledRequest
from ...enums import (
    DefectFixedOnsite,
    FailureReason,
    InspectionCategory,
    InspectionOutcome,
    InspectionType,
    OffenceCode,
)
from ...fields import (
    CivilDate,
    Coordinates,
    FileId,
    Instant,
    RoadCategory,
    SwaCode,
    Text,
    Text50,
    Text100,
    Text500,
    Unlike,
    Usrn,
    WorkReference,
)


class HistoricFPNCreateRequest(Delegated):
    """Issues a fixed penalty notice for works from before Street Manager."""

    promoter_swa_code: SwaCode
    highway_authority_swa_code: SwaCode
    works_coordinates: Coordinates
    street_name: Optional[Text100] = None
    town: Optional[Text100] = None
    area_name: Optional[Text100] = None
    usrn: Usrn
    road_category: Optional[RoadCategory] = None
    historical_permit_reference: WorkReference
    works_location_description: Text500
    description_of_work: Optional[Text500] = None
    work_start_date: Optional[CivilDate] = None
    work_end_date: Optional[CivilDate] = None
    fpn_evidence: StrictBool
    file_ids: Optional[Annotated[list[FileId], Unlike]] = None
    offence_date: Instant
    offence_code: OffenceCode
    offence_details: Text500
    authorised_officer: Text100
    officer_contact_details: Text100


class HistoricFPNCreateResponse(Response):
    """The references of the notice and of the works made for it."""

    work_reference_number: Text
    fpn_reference_number: Text


class HistoricFailureReasonDetails(RuledRequest):
    """One failing found at works from before Street Manager."""

    failure_reason: FailureReason
    site_name: Optional[Text100] = None
    details: Text500


class HistoricInspectionCreateRequest(Delegated):
    """Registers an inspection of works from before Street Manager."""

    promoter_swa_code: SwaCode
    highway_authority_swa_code: SwaCode
    works_coordinates: Coordinates
    street_name: Optional[Text100] = None
    town: Optional[Text100] = None
    area_name: Optional[Text100] = None
    usrn: Usrn
    road_category: Optional[RoadCategory] = None
    historical_permit_reference: WorkReference
    works_location_description: Text500
    description_of_work: Optional[Text500] = None
    work_start_date: Optional[CivilDate] = None
    work_end_date: Optional[CivilDate] = None
    inspection_type: InspectionType
    inspection_start_date: Instant
    inspection_category: Optional[InspectionCategory] = None
    inspection_outcome: InspectionOutcome
    failure_reason_details: Optional[list[HistoricFailureReasonDetails]] = None
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


class HistoricInspectionCreateResponse(Response):
    """The references of the inspection and of the works made for it."""

    work_reference_number: Text
    inspection_reference_number: Text
