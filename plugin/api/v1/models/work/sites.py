"""Sites: where ground was opened, and how it was made good."""

from typing import Annotated, Any, ClassVar, Optional

from pydantic import Field, StrictBool, StrictInt

from .....words import tr
from ....contract.base import Response
from ....contract.complete import Rule
from ....contract.fields import CivilDate, Coordinates, Moment, Number, Open, Text, Unlike
from ....contract.rules import Say, needed, today_or_earlier
from ...enums import LocationType, ReinstatementStatus, ReinstatementType
from ...fields import Decimals, FileId, Text500, WorkReference, WorkstreamPrefix
from ...rules import evidence, workstream_in_use
from ..delegated import Delegated
from .files import FileSummaryResponse
from .place import PlaceFields

Holes = Annotated[StrictInt, Field(ge=0, le=100)]
InspectionUnits = Annotated[StrictInt, Field(ge=0, le=999)]

REINSTATEMENT_RULES: tuple[Rule, ...] = (
    today_or_earlier("reinstatement_date"),
    evidence("reinstatement_evidence"),
)
_MEASURED: Say = lambda: tr("An excavation needs this.")  # noqa: E731 - a text said late
_NOT_DUG = frozenset(ReinstatementType) - {ReinstatementType.EXCAVATION}
SITE_RULES: tuple[Rule, ...] = (
    *REINSTATEMENT_RULES,
    *(
        needed(field, "reinstatement_type", ReinstatementType.EXCAVATION, _MEASURED)
        for field in ("depth", "length", "width", "final_reinstatement")
    ),
    needed(
        "number_of_holes",
        "reinstatement_type",
        _NOT_DUG,
        lambda: tr("Say how many holes there are."),
    ),
)


class ReinstatementFields(Delegated):
    """How a site was made good: what every reinstatement tells."""

    rules: ClassVar[tuple[Rule, ...]] = REINSTATEMENT_RULES

    reinstatement_status: ReinstatementStatus
    reinstatement_date: CivilDate
    reinstatement_coordinates: Coordinates
    secondary_reinstatement_coordinates: Optional[Coordinates] = None
    location_description: Text500
    location_types: Annotated[list[LocationType], Unlike, Field(min_length=1)]
    reinstatement_evidence: StrictBool
    file_ids: Optional[Annotated[list[FileId], Unlike]] = None
    inspection_units: Optional[InspectionUnits] = None


class ReinstatementCreateRequest(ReinstatementFields):
    """Registers a further reinstatement of a site.

    Excavations are measured, other sites say how many holes there are: the service knows which.
    """

    depth: Optional[Annotated[Decimals, Field(ge=0, le=99.99)]] = None
    length: Optional[Annotated[Decimals, Field(ge=0, le=9999.99)]] = None
    width: Optional[Annotated[Decimals, Field(ge=0, le=99.99)]] = None
    final_reinstatement: Optional[StrictBool] = None
    number_of_holes: Optional[Holes] = None


class SiteCreateRequest(ReinstatementCreateRequest):
    """Registers a site with its first reinstatement."""

    rules: ClassVar[tuple[Rule, ...]] = SITE_RULES

    reinstatement_type: ReinstatementType


class SiteCreateResponse(Response):
    """The number of a new site within its works."""

    site_number: int


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


class NonNotifiableSiteCreateRequest(PlaceFields, ReinstatementFields):
    """Registers a site of works that needed no permit, and the works with it."""

    rules: ClassVar[tuple[Rule, ...]] = (*REINSTATEMENT_RULES, workstream_in_use)

    work_reference_number: Optional[WorkReference] = None
    workstream_prefix: Optional[WorkstreamPrefix] = None
    reinstatement_type: ReinstatementType
    number_of_holes: Holes


class NonNotifiableSiteCreateResponse(Response):
    """The references of a non-notifiable site and its works."""

    work_reference_number: Text
    site_number: int


class InspectionUnitsUpdateRequest(Delegated):
    """Sets for how many units works count when inspections are sampled."""

    inspection_units: InspectionUnits


class FinalReinstatementUpdateRequest(Delegated):
    """Says whether all reinstatements of works are registered."""

    final_reinstatement: StrictBool
