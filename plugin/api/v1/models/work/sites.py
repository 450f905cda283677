"""Sites: where ground was opened, and how it was made good."""

from typing import Annotated, Any, Optional

from pydantic import Field, StrictBool, StrictInt

from ...base import Response
from ...complete import Delegated
from ...enums import LocationType, ReinstatementStatus, ReinstatementType
from ...fields import (
    CivilDate,
    Coordinates,
    Decimals,
    FileId,
    Moment,
    Number,
    Open,
    RoadCategory,
    SwaCode,
    Text,
    Text100,
    Text500,
    Unlike,
    Usrn,
    WorkReference,
    WorkstreamPrefix,
)
from .files import FileSummaryResponse


class SiteCreateRequest(Delegated):
    """Registers a site with its first reinstatement."""

    reinstatement_status: ReinstatementStatus
    reinstatement_date: CivilDate
    depth: Optional[Annotated[Decimals, Field(ge=0, le=99.99)]] = None
    length: Optional[Annotated[Decimals, Field(ge=0, le=9999.99)]] = None
    width: Optional[Annotated[Decimals, Field(ge=0, le=99.99)]] = None
    reinstatement_coordinates: Coordinates
    secondary_reinstatement_coordinates: Optional[Coordinates] = None
    location_description: Text500
    location_types: Annotated[list[LocationType], Unlike]
    reinstatement_evidence: StrictBool
    file_ids: Optional[Annotated[list[FileId], Unlike]] = None
    inspection_units: Optional[Annotated[StrictInt, Field(ge=0, le=999)]] = None
    final_reinstatement: Optional[StrictBool] = None
    number_of_holes: Optional[Annotated[StrictInt, Field(ge=0, le=100)]] = None
    reinstatement_type: ReinstatementType


class SiteCreateResponse(Response):
    """The number of a new site within its works."""

    site_number: int


class ReinstatementCreateRequest(Delegated):
    """Registers a further reinstatement of a site."""

    reinstatement_status: ReinstatementStatus
    reinstatement_date: CivilDate
    depth: Optional[Annotated[Decimals, Field(ge=0, le=99.99)]] = None
    length: Optional[Annotated[Decimals, Field(ge=0, le=9999.99)]] = None
    width: Optional[Annotated[Decimals, Field(ge=0, le=99.99)]] = None
    reinstatement_coordinates: Coordinates
    secondary_reinstatement_coordinates: Optional[Coordinates] = None
    location_description: Text500
    location_types: Annotated[list[LocationType], Unlike]
    reinstatement_evidence: StrictBool
    file_ids: Optional[Annotated[list[FileId], Unlike]] = None
    inspection_units: Optional[Annotated[StrictInt, Field(ge=0, le=999)]] = None
    final_reinstatement: Optional[StrictBool] = None
    number_of_holes: Optional[Annotated[StrictInt, Field(ge=0, le=100)]] = None


class ReinstatementResponse(Response):
    """How a site was made good, once."""

    permit_reference_number: Optional[Text] = None
    reinstatement_status: Open[ReinstatementStatus]
    reinstatement_date: Moment
    depth: Optional[Number] = None
    length: Optional[Number] = None
    width: Optional[Number] = None
    reinstatement_coordinates: dict[str, Any]
    secondary_reinstatement_coordinates: Optional[dict[str, Any]] = None
    location_description: Text
    end_date: Moment
    date_created: Moment
    date_modified: Moment
    location_types: list[Open[LocationType]]
    reinstatement_evidence: bool
    files: Optional[list[FileSummaryResponse]] = None
    number_of_holes: Optional[int] = None


class SiteResponse(Response):
    """A site with all its reinstatements."""

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
    location_types: list[Open[LocationType]]
    site_coordinates: dict[str, Any]
    reinstatements: list[ReinstatementResponse]


class NonNotifiableSiteCreateRequest(Delegated):
    """Registers a site of works that needed no permit, and the works with it."""

    promoter_swa_code: SwaCode
    highway_authority_swa_code: SwaCode
    works_coordinates: Coordinates
    street_name: Optional[Text100] = None
    town: Optional[Text100] = None
    area_name: Optional[Text100] = None
    usrn: Usrn
    road_category: Optional[RoadCategory] = None
    work_reference_number: Optional[WorkReference] = None
    workstream_prefix: Optional[WorkstreamPrefix] = None
    reinstatement_type: ReinstatementType
    reinstatement_status: ReinstatementStatus
    reinstatement_date: CivilDate
    reinstatement_coordinates: Coordinates
    secondary_reinstatement_coordinates: Optional[Coordinates] = None
    location_description: Text500
    location_types: Annotated[list[LocationType], Unlike]
    reinstatement_evidence: StrictBool
    file_ids: Optional[Annotated[list[FileId], Unlike]] = None
    inspection_units: Optional[Annotated[StrictInt, Field(ge=0, le=999)]] = None
    number_of_holes: Annotated[StrictInt, Field(ge=0, le=100)]


class NonNotifiableSiteCreateResponse(Response):
    """The references of a non-notifiable site and its works."""

    work_reference_number: Text
    site_number: int


class InspectionUnitsUpdateRequest(Delegated):
    """Sets for how many units works count when inspections are sampled."""

    inspection_units: Annotated[StrictInt, Field(ge=0, le=999)]


class FinalReinstatementUpdateRequest(Delegated):
    """Says whether all reinstatements of works are registered."""

    final_reinstatement: StrictBool
