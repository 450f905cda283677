"""Changing the status of fixed penalty notices (Business rules 11.2)."""

from dataclasses import replace
from datetime import datetime
from typing import Optional

from ...rules import penalties
from ...words import tr
from ..records import Penalty
from ..serving.exchange import bad_field, restricted
from .pieces import forbidden

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
    412 when it does not follow from the one the notice has.
    """
    if status == penalties.ISSUED:
        raise bad_field("fpn_status", tr("A notice has this status from the start."))
    if status not in (penalties.BY_AUTHORITY if by_authority else penalties.BY_PROMOTER):
        raise restricted()
    if not penalties.may_become(penalty.status, status):
        said = tr("The fixed penalty notice is {status} already")
        raise forbidden(said.format(status=penalty.status))
    return replace(penalty, status=status, status_changed=now, status_reason=reason)
