"""Section 81 notices: apparatus that needs attention."""

from typing import Annotated, Any, ClassVar, Optional

from pydantic import Field, StrictBool

from .....words import tr
from ....contract.base import Response
from ....contract.complete import Rule
from ....contract.fields import CivilDate, Instant, Moment, Open, Text, Unlike
from ....contract.rules import REASON_NEEDED, needed, today_or_earlier
from ...enums import (
    LocationType,
    Section81Severity,
    Section81Status,
    Section81Type,
    Section81WorkType,
)
from ...fields import PaddedCode, Text100, Text500
from ..delegated import Delegated
from .files import FileSummaryResponse
from .inspections import REINSPECTION_RULES
from .place import PlaceFields


class Section81CreateRequest(PlaceFields):
    """Tells a promoter of apparatus that needs attention."""

    rules: ClassVar[tuple[Rule, ...]] = (
        today_or_earlier("inspection_date"),
        *REINSPECTION_RULES,
    )

    location_description: Text500
    location_types: Annotated[list[LocationType], Unlike, Field(min_length=1)]
    inspection_date: CivilDate
    section_81_type: Section81Type
    section_81_severity: Section81Severity
    made_safe_by_ha: StrictBool
    inspector_name: Optional[Text100] = None
    inspector_contact_number: Optional[Text100] = None
    additional_details: Text500
    other_type_details: Optional[Text100] = None
    reinspection_date: Optional[CivilDate] = None
    reinspection_date_time: Optional[Instant] = None


class Section81CreateResponse(Response):
    """The references of a new section 81 notice and its works."""

    work_reference_number: Text
    section_81_reference_number: Text


class Section81StatusUpdateRequest(Delegated):
    """Answers a section 81 notice, or closes it."""

    rules: ClassVar[tuple[Rule, ...]] = (
        needed(
            "status_reason",
            "section_81_status",
            {
                Section81Status.REJECTED,
                Section81Status.ACCEPTED_FIXED,
                Section81Status.RESOLVED_BY_HA,
                Section81Status.CANCELLED,
            },
            REASON_NEEDED,
        ),
        needed(
            "work_type",
            "section_81_status",
            Section81Status.ACCEPTED,
            lambda: tr("Say whether a permit is needed for the works that follow."),
        ),
    )

    section_81_status: Section81Status
    status_reason: Optional[Text500] = None
    work_type: Optional[Section81WorkType] = None


class Section81Response(Response):
    """A section 81 notice."""

    section_81_reference_number: Text
    date_created: Moment
    location_description: Text
    section_81_severity: Open[Section81Severity]
    section_81_status: Open[Section81Status]
    work_reference_number: Text
    usrn: int
    street_name: Text
    town: Optional[Text] = None
    area: Optional[Text] = None
    road_category: int
    works_coordinates: dict[str, Any]
    highway_authority: Text
    highway_authority_swa_code: PaddedCode
    promoter_organisation: Text
    promoter_swa_code: PaddedCode
    workstream_prefix: Text
    location_types: list[Open[LocationType]]
    inspection_date: Moment
    section_81_type: Open[Section81Type]
    other_type_details: Optional[Text] = None
    made_safe_by_ha: bool
    inspector_name: Optional[Text] = None
    inspector_contact_number: Optional[Text] = None
    additional_details: Text
    status_changed_date: Moment
    promoter_response: Optional[Text] = None
    section_81_work_type: Optional[Open[Section81WorkType]] = None
    promoter_status: Optional[Open[Section81Status]] = None
    promoter_status_changed_date: Optional[Moment] = None
    files: Optional[list[FileSummaryResponse]] = None
