"""What an authority may decide about a permit (Business rules 3.4.7 and 5).

Each function says why something cannot be, in words for the user, or None when it can.
"""

from datetime import date
from typing import Optional

from ..trade import calendar
from ..words import tr
from .standing import (
    CLOSED,
    GRANTED,
    MODIFICATION_REQUESTED,
    PROGRESSED,
    REFUSED,
    REVOKED,
    SUBMITTED,
    Standing,
)

GRANTED_AUTO = "granted_auto"
REFUSED_AUTO = "refused_auto"
BY_RULE = {GRANTED: GRANTED_AUTO, REFUSED: REFUSED_AUTO}
"""What the decision about a permit makes of its authorisation that nobody has assessed."""

_FROM = {
    GRANTED: frozenset({SUBMITTED, MODIFICATION_REQUESTED}),
    REFUSED: frozenset({SUBMITTED, MODIFICATION_REQUESTED}),
    MODIFICATION_REQUESTED: frozenset({SUBMITTED}),
    REVOKED: frozenset({GRANTED}),
}
_LATE = frozenset({GRANTED, REFUSED})
"""What may still be decided about a permit whose works stopped before anybody decided."""

_DISCOUNTED = frozenset({GRANTED, REVOKED, CLOSED, PROGRESSED})
_SHORTEST_REASONABLE = 2  # working days


def why_not_assessed(standing: Standing, decision: str) -> Optional[str]:
    """Say why `decision`, a status that an authority may ask for, cannot be given now."""
    if standing.status == CLOSED and decision in _LATE and standing.is_undecided:
        return None
    if standing.status not in _FROM[decision] or (decision == REVOKED and standing.is_stopped):
        if decision == REVOKED:
            return tr("Only a granted permit can be revoked, before the works stop")
        return tr("A permit with the status {s} cannot be decided so").format(s=standing.status)
    if decision == MODIFICATION_REQUESTED:
        return _why_not_modified(standing)
    if standing.status == MODIFICATION_REQUESTED and standing.has_pending_change:
        return tr("A change of this permit waits for its assessment")
    return None


def _why_not_modified(standing: Standing) -> Optional[str]:
    if standing.is_paa:
        return tr("A change of an advance authorisation cannot be asked for")
    if standing.was_modification_requested:
        return tr("A change of this permit was asked for before")
    return None


def after_stop(standing: Standing, assessment: Optional[str]) -> Optional[str]:
    """Return the assessment of a permit as its works stop: immediate ones are granted by rule."""
    unassessed = standing.status == SUBMITTED and assessment is None
    return GRANTED_AUTO if standing.is_immediate and unassessed else assessment


def before_stop(status: str, assessment: Optional[str]) -> Optional[str]:
    """Return the assessment of a permit that is back at `status` as the stop is taken back."""
    return None if status == SUBMITTED and assessment == GRANTED_AUTO else assessment


def why_not_challenged(standing: Standing) -> Optional[str]:
    """Say why the duration cannot be challenged as the permit is granted."""
    if not standing.is_immediate:
        return tr("Only the duration of immediate works can be challenged as they are granted")
    return None


def why_not_reasonable(start: date, end: date, today: Optional[date] = None) -> Optional[str]:
    """Say why works from `start` cannot be told to end on `end`: two working days are left."""
    if end < start or calendar.working_days(start, end, today) < _SHORTEST_REASONABLE:
        return tr("This must leave two working days from the start.")
    return None


def why_not_discounted(standing: Standing) -> Optional[str]:
    """Say why the discount on a permit's fee cannot be changed."""
    if standing.status not in _DISCOUNTED:
        return tr("Only a permit that was granted has a discount")
    return None
