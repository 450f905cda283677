"""Forward plans: when they lie, and until when they can be changed (Business rules 3.3)."""

from datetime import date
from typing import Optional

from ..words import tr

RAISED = "raised"


def why_not_changed(status: str) -> Optional[str]:
    """Say why a forward plan cannot be edited or cancelled, or None when it can."""
    if status != RAISED:
        return tr("A forward plan with the status {s} stays as it is").format(s=status)
    return None


def troubles(start: date, end: date, today: date) -> dict[str, str]:
    """Say what is wrong with a plan's days, by the contract's names of the fields."""
    found = {}
    if start < today:
        found["start_date"] = tr("This must be today or later.")
    if end <= today:
        found["end_date"] = tr("This must be in the future.")
    return found
