"""What becomes of a fixed penalty notice, and through whom (Business rules 11.2).

The promoter accepts it, which only acknowledges it, or disputes it, as often as they talk; the
authority withdraws it or notes the payment. After that nothing changes any more.
"""

from dataclasses import replace
from datetime import datetime
from typing import Optional

from ...words import tr
from ..exchange import bad_field, restricted
from ..records import Penalty
from .pieces import forbidden

ISSUED = "issued"
_BY_PROMOTER = frozenset({"accepted", "disputed"})
_BY_AUTHORITY = frozenset({"withdrawn", "paid", "paid_discounted"})

EVENTS = {
    "accepted": "fpn_accepted",
    "disputed": "fpn_disputed",
    "withdrawn": "fpn_withdrawn",
    "paid": "fpn_paid",
    "paid_discounted": "fpn_paid",
}
"""The AuditEvent of each new status."""


def change(
    penalty: Penalty, status: str, reason: Optional[str], by_authority: bool, now: datetime
) -> Penalty:
    """Return the notice with its new status.

    Raises Refusal: 400 for a status that is never set, 401 when it is the other side's to set,
    412 when the notice has it already or is settled.
    """
    if status == ISSUED:
        raise bad_field("fpn_status", tr("A notice has this status from the start."))
    if status not in (_BY_AUTHORITY if by_authority else _BY_PROMOTER):
        raise restricted()
    if penalty.status == status or penalty.status in _BY_AUTHORITY:
        said = tr("The fixed penalty notice is {status} already")
        raise forbidden(said.format(status=penalty.status))
    return replace(penalty, status=status, status_changed=now, status_reason=reason)
