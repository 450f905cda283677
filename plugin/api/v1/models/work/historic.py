"""Works from before Street Manager."""

from typing import ClassVar, Optional

from ....contract.base import Response
from ....contract.complete import Rule, RuledRequest
from ....contract.fields import CivilDate, Text
from ....contract.rules import END_BEFORE_START, not_before, today_or_earlier
from ...enums import FailureReason
from ...fields import Text100, Text500, WorkReference
from .inspections import INSPECTION_RULES, InspectionFields
from .penalties import FPN_RULES, FPNFields
from .place import PlaceFields

HISTORIC_RULES: tuple[Rule, ...] = (
    today_or_earlier("work_start_date"),
    today_or_earlier("work_end_date"),
    not_before("work_end_date", "work_start_date", END_BEFORE_START),
)


class HistoricFields(PlaceFields):
    """What is known of works from before Street Manager; a record is made for them."""

    historical_permit_reference: WorkReference
    works_location_description: Text500
    description_of_work: Optional[Text500] = None
    work_start_date: Optional[CivilDate] = None
    work_end_date: Optional[CivilDate] = None


class HistoricFPNCreateRequest(HistoricFields, FPNFields):
    """Issues a fixed penalty notice for works from before Street Manager."""

    rules: ClassVar[tuple[Rule, ...]] = (*HISTORIC_RULES, *FPN_RULES)


class HistoricFPNCreateResponse(Response):
    """The references of the notice and of the works made for it."""

    work_reference_number: Text
    fpn_reference_number: Text


class HistoricFailureReasonDetails(RuledRequest):
    """One failing found at works from before Street Manager."""

    failure_reason: FailureReason
    site_name: Optional[Text100] = None
    details: Text500


class HistoricInspectionCreateRequest(HistoricFields, InspectionFields):
    """Registers an inspection of works from before Street Manager."""

    rules: ClassVar[tuple[Rule, ...]] = (*HISTORIC_RULES, *INSPECTION_RULES)

    failure_reason_details: Optional[list[HistoricFailureReasonDetails]] = None


class HistoricInspectionCreateResponse(Response):
    """The references of the inspection and of the works made for it."""

    work_reference_number: Text
    inspection_reference_number: Text
