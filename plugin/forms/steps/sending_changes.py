"""The sending of a change of a permit, and what became of one whose answer was lost."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Optional

from ...api.v1.models.work import PermitAlterationCreateRequest, PermitAlterationResponse
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...trade.calendar import civil_day
from ...trade.records.receipts import Receipt
from ..about import parts_of

if TYPE_CHECKING:
    from ...api import StreetManager

REASON = "permit_alteration_reason"
_DAYS = ("proposed_start_date", "proposed_end_date")
_COMPARED = (
    "description_of_work",
    "works_location_description",
    "traffic_management_type",
    "secondary_contact",
)


def _send(client: "StreetManager", subject: str, request: PermitAlterationCreateRequest) -> Receipt:
    works, permit = parts_of(subject)
    made = client.work.create_permit_alteration(works, permit, request)
    return Receipt(works, permit, made.permit_alteration_reference_number)


def _settle(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Look for a change that says the same among those that were asked for since."""
    works, permit = parts_of(entry.subject)
    for one in client.work.get_permit(works, permit).permit_alterations or ():
        if entry.may_have_made(one.date_created):
            reference = one.permit_alteration_reference_number
            told = client.work.get_permit_alteration(works, permit, reference)
            if _is_that(entry.body, told):
                return Receipt(works, permit, reference)
    return None


def _is_that(sent: dict[str, Any], told: PermitAlterationResponse) -> bool:
    asked = told.proposed
    return (
        sent.get(REASON) == told.permit_alteration_reason
        and all(sent.get(name) == _day_sent(getattr(asked, name)) for name in _DAYS)
        and all(sent.get(name) == getattr(asked, name) for name in _COMPARED)
    )


def _day_sent(moment: datetime) -> str:
    return f"{civil_day(moment)}T00:00:00.000Z"


def altering(form: str = "") -> Operation:
    """Return the operation by which a permit is changed; each form has its own name for it."""
    return Operation(f"CreatePermitAlteration{form and '.'}{form}", _send, _settle)
