"""Applications: for new works, and what other applications share with that."""

from typing import Annotated, ClassVar, Optional

from pydantic import Field, StrictBool

from ....contract.base import Request
from ....contract.complete import Rule
from ....contract.fields import CivilDate, Coordinates, Instant, Unlike
from ...application_rules import APPLICATION_RULES, PERMIT_RULES, WORK_RULES
from ...enums import (
    ActivityType,
    ApplicationType,
    ASDCode,
    ASDPeriodicityCode,
    CloseFootway,
    CollaborationType,
    HS2HighwayExemption,
    LocationType,
    PermitConditionType,
    TrafficManagementType,
    WorkType,
)
from ...fields import (
    ClockNumber,
    DesignationDate,
    Email,
    FileId,
    Text100,
    Text255,
    Text300,
    Text500,
    Usrn,
    WorkReference,
    WorkstreamPrefix,
)
from ..delegated import Delegated
from .place import PlaceFields


class PermitCondition(Request):
    """A condition that the permit shall carry."""

    condition: PermitConditionType
    comment: Optional[Text500] = None


class PermitASD(Request):
    """A special designation of the street, exactly as the street look-up gave it."""

    street_special_desig_code: ASDCode
    special_desig_location_text: Optional[Text255] = None
    special_desig_description: Optional[Text300] = None
    special_desig_start_date: Optional[DesignationDate] = None
    special_desig_start_time: Optional[ClockNumber] = None
    special_desig_end_date: Optional[DesignationDate] = None
    special_desig_end_time: Optional[ClockNumber] = None
    special_desig_periodicity_code: Optional[ASDPeriodicityCode] = None


class ApplicationFields(Delegated):
    """What every application holds: for new works, for another permit, for a change."""

    secondary_contact: Text100
    secondary_contact_number: Text100
    secondary_contact_email: Optional[Text100] = None
    additional_contact: Optional[Text100] = None
    additional_contact_number: Optional[Text100] = None
    additional_contact_email: Optional[Text100] = None

    work_type: WorkType
    activity_type: ActivityType
    application_type: ApplicationType
    description_of_work: Text500
    works_location_description: Text500
    location_types: Annotated[list[LocationType], Unlike, Field(min_length=1)]
    excavation: StrictBool
    project_reference_number: Optional[Text100] = None
    additional_info: Optional[Text500] = None
    file_ids: Optional[Annotated[list[FileId], Unlike]] = None

    proposed_start_date: CivilDate
    proposed_start_time: Optional[Instant] = None
    proposed_end_date: CivilDate
    proposed_end_time: Optional[Instant] = None
    immediate_risk: Optional[StrictBool] = None
    early_start_pre_approval: Optional[StrictBool] = None
    pre_approval_details: Optional[Text500] = None
    pre_approval_authoriser: Optional[Text100] = None
    early_start_reason: Optional[Text500] = None

    traffic_management_type: TrafficManagementType
    traffic_management_plan: StrictBool
    is_ttro_required: Optional[StrictBool] = None
    close_footway: CloseFootway
    lane_rental_applicable: StrictBool
    environmental_health_notifiable: StrictBool
    permit_conditions: Optional[list[PermitCondition]] = None
    permit_asds: Optional[list[PermitASD]] = None

    collaborative_working: StrictBool
    collaboration_type: Optional[CollaborationType] = None
    collaboration_details: Optional[Text500] = None
    collaborative_works: Optional[Text500] = None

    hs2_consultation_requested_response_date: Optional[CivilDate] = None
    hs2_highway_emails: Optional[Annotated[list[Email], Field(max_length=2)]] = None


class PermitFields(ApplicationFields):
    """What every application for a permit holds beside that."""

    workstream_prefix: Optional[WorkstreamPrefix] = None
    hs2_in_act_limits: Optional[StrictBool] = None
    hs2_highway_exemption: Optional[HS2HighwayExemption] = None
    hs2_additional_usrns: Optional[Annotated[list[Usrn], Field(max_length=10)]] = None
    is_covid_19_response: Optional[StrictBool] = None


class WorkCreateRequest(PlaceFields, PermitFields):
    """An application for new works: the works record and its first permit."""

    rules: ClassVar[tuple[Rule, ...]] = WORK_RULES

    work_reference_number: Optional[WorkReference] = None


class PermitCreateRequest(PermitFields):
    """An application for another permit on works that are there already.

    Without coordinates those of the works stay.
    """

    rules: ClassVar[tuple[Rule, ...]] = PERMIT_RULES

    works_coordinates: Optional[Coordinates] = None


class PermitAlterationCreateRequest(ApplicationFields):
    """Asks for a change to a permit: all its fields again, and why."""

    rules: ClassVar[tuple[Rule, ...]] = APPLICATION_RULES

    works_coordinates: Optional[Coordinates] = None
    permit_alteration_reason: Text500
