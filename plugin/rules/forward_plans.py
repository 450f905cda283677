"""Forward plans: when they lie, and until when they can be changed (Business rules 3.3)."""

from datetime import date
from typing import Optional

from ..trade.labels import label
from ..trade.vocabulary.forward_plans import ForwardPlanStatus
from ..words import tr
from .standing import PlanStanding


def why_not_changed(plan: PlanStanding) -> Optional[str]:
    """Say why a forward plan cannot be edited or cancelled, or None when it can."""
    if plan.status != ForwardPlanStatus.RAISED:
        said = tr("A forward plan with the status {s} stays as it is")
        return said.format(s=label(plan.status))
    return None


def troubles(start: date, end: date, today: date) -> dict[str, str]:
    """Say what is wrong with a plan's days, by the contract's names of the fields."""
    found = {}
    if start < today:
        found["start_date"] = tr("This must be today or later.")
    if end <= today:
        found["end_date"] = tr("This must be in the future.")
    return found
