"""Changing the status of section 81 notices (Business rules 14.4, 14.5)."""

from dataclasses import replace
from datetime import datetime
from typing import Optional

from ...rules import section81
from ...words import tr
from ..records import Section81
from ..serving.exchange import bad_field, restricted
from .pieces import forbidden


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
    if status == section81.ISSUED:
        raise bad_field("section_81_status", tr("A notice has this status from the start."))
    if by_authority != (status in section81.BY_AUTHORITY):
        raise restricted()
    if not section81.may_become(notice.status, status):
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
