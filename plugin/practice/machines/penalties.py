"""Changing the status of fixed penalty notices (Business rules 11.2)."""

from dataclasses import replace
from datetime import datetime
from typing import Optional

from ...rules.standing import PenaltyStanding
from ...rules.steps import Step
from ...trade.parties import Side
from ...trade.vocabulary.notices import PenaltyStatus
from ..records import Penalty
from .pieces import check_notice

_STEPS: dict[str, Step] = {
    PenaltyStatus.ACCEPTED: Step.ACCEPT_PENALTY,
    PenaltyStatus.DISPUTED: Step.DISPUTE_PENALTY,
    PenaltyStatus.WITHDRAWN: Step.WITHDRAW_PENALTY,
    PenaltyStatus.PAID: Step.NOTE_PAYMENT,
    PenaltyStatus.PAID_DISCOUNTED: Step.NOTE_DISCOUNTED_PAYMENT,
}

EVENTS: dict[str, str] = {
    PenaltyStatus.ACCEPTED: "fpn_accepted",
    PenaltyStatus.DISPUTED: "fpn_disputed",
    PenaltyStatus.WITHDRAWN: "fpn_withdrawn",
    PenaltyStatus.PAID: "fpn_paid",
    PenaltyStatus.PAID_DISCOUNTED: "fpn_paid",
}
"""The AuditEvent of each new status."""


def change(
    penalty: Penalty, status: str, reason: Optional[str], sides: frozenset[Side], now: datetime
) -> Penalty:
    """Return the notice with the status that somebody on `sides` of the works wants it to have.

    Raises Refusal: 400 for a status that is never set, 401 when it is the other side's to set,
    412 when it does not follow from the one the notice has.
    """
    step = _STEPS.get(status)
    check_notice(step, PenaltyStanding(penalty.status), sides, "fpn_status")
    return replace(penalty, status=status, status_changed=now, status_reason=reason)
