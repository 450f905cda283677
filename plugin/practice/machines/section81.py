"""What becomes of a section 81 notice, and through whom (Business rules 14.4, 14.5).

The promoter acknowledges it, then accepts it, has repaired the apparatus already, or rejects it as
not its own; each step may be left out, none taken back. The authority resolves or cancels it
whatever the promoter said, and is the only one to close a rejected notice.
"""

from dataclasses import replace
from datetime import datetime
from typing import Optional

from ...words import tr
from ..exchange import bad_field, restricted
from ..records import Section81
from .pieces import forbidden

ISSUED = "issued"
_CLOSED = frozenset({"resolved_by_ha", "cancelled"})
_ANSWERS = {
    "acknowledged": frozenset({ISSUED}),
    "accepted": frozenset({ISSUED, "acknowledged"}),
    "accepted_fixed": frozenset({ISSUED, "acknowledged", "accepted"}),
    "rejected": frozenset({ISSUED, "acknowledged"}),
}
"""What the promoter may answer, and to a notice in which status."""


def event(status: str) -> str:
    """Return the AuditEvent of a new status."""
    return f"section_81_{status}"


def change(
    notice: Section81,
    status: str,
    reason: Optional[str],
    work_type: Optional[str],
    by_authority: bool,
    now: datetime,
) -> Section81:
    """Return the notice with its new status.

    Raises Refusal: 400 for a status that is never set, 401 when it is the other side's to set,
    412 when it does not follow from the one the notice has.
    """
    if status == ISSUED:
        raise bad_field("section_81_status", tr("A notice has this status from the start."))
    if by_authority != (status in _CLOSED):
        raise restricted()
    follows = notice.status not in _CLOSED if by_authority else notice.status in _ANSWERS[status]
    if not follows:
        said = tr("The section 81 notice is {status} already")
        raise forbidden(said.format(status=notice.status))
    changed = replace(notice, status=status, status_changed=now)
    if by_authority:
        return changed
    return replace(
        changed,
        promoter_status=status,
        promoter_status_changed=now,
        promoter_response=reason or notice.promoter_response,
        work_type=work_type if status == "accepted" else notice.work_type,
    )
