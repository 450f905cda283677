"""Fixed penalty notices."""

from typing import Annotated, ClassVar, Optional

from pydantic import StrictBool

from ....contract.base import Response
from ....contract.complete import Rule
from ....contract.fields import Instant, Moment, Open, Text, Unlike, Words
from ....contract.rules import REASON_NEEDED, in_the_past, needed
from ...enums import FPNStatus, OffenceCode
from ...fields import FileId, Text100, Text500
from ...rules import evidence
from ..delegated import Delegated
from .files import FileSummaryResponse

FPN_RULES: tuple[Rule, ...] = (in_the_past("offence_date"), evidence("fpn_evidence"))


class FPNFields(Delegated):
    """What a fixed penalty notice is issued for, and by whom."""

    rules: ClassVar[tuple[Rule, ...]] = FPN_RULES

    fpn_evidence: StrictBool
    file_ids: Optional[Annotated[list[FileId], Unlike]] = None
    offence_date: Instant
    offence_code: OffenceCode
    offence_details: Text500
    authorised_officer: Text100
    officer_contact_details: Text100


class FPNCreateRequest(FPNFields):
    """Issues a fixed penalty notice."""

    permit_reference_number: Optional[Words] = None


class FPNCreateResponse(Response):
    """The reference of a new fixed penalty notice."""

    fpn_reference_number: Text


class FPNStatusUpdateRequest(Delegated):
    """Accepts, disputes, pays or withdraws a fixed penalty notice."""

    rules: ClassVar[tuple[Rule, ...]] = (
        needed(
            "status_reason",
            "fpn_status",
            {FPNStatus.WITHDRAWN, FPNStatus.DISPUTED},
            REASON_NEEDED,
        ),
    )

    fpn_status: FPNStatus
    status_reason: Optional[Text500] = None


class FPNResponse(Response):
    """A fixed penalty notice."""

    fpn_reference_number: Text
    fpn_offence_type: Open[OffenceCode]
    issue_date_time: Moment
    fpn_status: Open[FPNStatus]
    location: Text
    offence_date: Moment
    offence_details: Text
    authorised_officer: Text
    officer_contact_details: Text
    work_reference_number: Text
    promoter_organisation: Text
    ha_organisation: Text
    files: Optional[list[FileSummaryResponse]] = None
    permit_reference_number: Optional[Text] = None
