"""Changing the status of section 81 notices (Business rules 14.4, 14.5)."""

from dataclasses import replace
from datetime import datetime
from typing import Optional

from ...rules.standing import Section81Standing
from ...rules.steps import Step
from ...trade.parties import Side
from ...trade.vocabulary.notices import Section81Status
from ..records import Section81
from .pieces import check_notice

_STEPS: dict[str, Step] = {
    Section81Status.ACKNOWLEDGED: Step.ACKNOWLEDGE_SECTION_81,
    Section81Status.ACCEPTED: Step.ACCEPT_SECTION_81,
    Section81Status.ACCEPTED_FIXED: Step.REPORT_REPAIR,
    Section81Status.REJECTED: Step.REJECT_SECTION_81,
    Section81Status.RESOLVED_BY_HA: Step.RESOLVE_SECTION_81,
    Section81Status.CANCELLED: Step.CANCEL_SECTION_81,
}


def event(status: str) -> str:
    """Return the AuditEvent of a new status."""
    return f"section_81_{status}"


def change(
    notice: Section81,
    status: str,
    reason: Optional[str],
    work_type: Optional[str],
    sides: frozenset[Side],
    now: datetime,
) -> Section81:
    """Return the notice with the status that somebody on `sides` of the works wants it to have.

    Raises Refusal: 400 for a status that is never set, 401 when it is the other side's to set,
    412 when it does not follow from the one the notice has.
    """
    step = _STEPS.get(status)
    check_notice(step, Section81Standing(notice.status), sides, "section_81_status")
    changed = replace(notice, status=status, status_changed=now)
    if Side.AUTHORITY in sides:
        return changed
    return replace(
        changed,
        promoter_status=status,
        promoter_status_changed=now,
        promoter_response=reason or notice.promoter_response,
        work_type=work_type if status == Section81Status.ACCEPTED else notice.work_type,
    )
