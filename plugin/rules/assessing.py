"""What an authority may decide about a permit (Business rules 3.4.7 and 5).

Each function says why something cannot be, in words for the user, or None when it can.
"""

from datetime import date
from typing import Optional

from ..trade import calendar
from ..trade.labels import label
from ..trade.vocabulary.permits import Assessment, PermitStatus
from ..words import tr
from .standing import PermitStanding

BY_RULE: dict[str, Assessment] = {
    PermitStatus.GRANTED: Assessment.GRANTED_AUTO,
    PermitStatus.REFUSED: Assessment.REFUSED_AUTO,
}
"""What the decision about a permit makes of its authorisation that nobody has assessed."""

_FROM: dict[str, frozenset[str]] = {
    PermitStatus.GRANTED: frozenset(
        {PermitStatus.SUBMITTED, PermitStatus.PERMIT_MODIFICATION_REQUEST}
    ),
    PermitStatus.REFUSED: frozenset(
        {PermitStatus.SUBMITTED, PermitStatus.PERMIT_MODIFICATION_REQUEST}
    ),
    PermitStatus.PERMIT_MODIFICATION_REQUEST: frozenset({PermitStatus.SUBMITTED}),
}
_LATE = frozenset({PermitStatus.GRANTED, PermitStatus.REFUSED})
"""What may still be decided about a permit whose works stopped before anybody decided."""

_DISCOUNTED = frozenset(
    {PermitStatus.GRANTED, PermitStatus.REVOKED, PermitStatus.CLOSED, PermitStatus.PROGRESSED}
)
_SHORTEST_REASONABLE = 2  # working days


def why_not_assessed(standing: PermitStanding, decision: str) -> Optional[str]:
    """Say why `decision`, a status that an authority may ask for, cannot be given now."""
    if standing.is_only_acknowledged:
        return tr("HS2 works that need no consent are acknowledged, not assessed")
    if decision == PermitStatus.REVOKED:
        return _why_not_revoked(standing)
    is_late = standing.status == PermitStatus.CLOSED and decision in _LATE and standing.is_undecided
    return None if is_late else _why_not_decided(standing, decision)


def _why_not_decided(standing: PermitStanding, decision: str) -> Optional[str]:
    if standing.status not in _FROM[decision]:
        said = tr("A permit with the status {s} cannot be decided so")
        return said.format(s=label(standing.status))
    if decision == PermitStatus.PERMIT_MODIFICATION_REQUEST:
        return _why_not_modified(standing)
    if standing.status == PermitStatus.PERMIT_MODIFICATION_REQUEST and standing.has_pending_change:
        return tr("A change request of this permit waits for its assessment")
    return None


def _why_not_revoked(standing: PermitStanding) -> Optional[str]:
    if standing.status != PermitStatus.GRANTED or standing.is_stopped:
        return tr("Only a granted permit can be revoked, before the works stop")
    return None


def _why_not_modified(standing: PermitStanding) -> Optional[str]:
    if standing.is_paa:
        return tr("A modification of an advance authorisation cannot be requested")
    if standing.was_modification_requested:
        return tr("A modification of this permit was requested before")
    return None


def after_stop(standing: PermitStanding, assessment: Optional[str]) -> Optional[str]:
    """Return the assessment of a permit as its works stop: immediate ones are granted by rule."""
    unassessed = standing.status == PermitStatus.SUBMITTED and assessment is None
    return Assessment.GRANTED_AUTO if standing.is_immediate and unassessed else assessment


def before_stop(status: str, assessment: Optional[str]) -> Optional[str]:
    """Return the assessment of a permit that is back at `status` as the stop is taken back."""
    return (
        None
        if status == PermitStatus.SUBMITTED and assessment == Assessment.GRANTED_AUTO
        else assessment
    )


def why_not_challenged(standing: PermitStanding) -> Optional[str]:
    """Say why the duration cannot be challenged as the permit is granted."""
    if not standing.is_immediate:
        return tr("Only the duration of immediate works can be challenged as they are granted")
    return None


def why_not_reasonable(start: date, end: date, today: Optional[date] = None) -> Optional[str]:
    """Say why works from `start` cannot be told to end on `end`: two working days are left."""
    if end < start or calendar.working_days(start, end, today) < _SHORTEST_REASONABLE:
        return tr("This must leave two working days from the start.")
    return None


def why_no_say(standing: PermitStanding) -> Optional[str]:
    """Say why an authority decides nothing but whether a permit is granted (17.2, 17.4)."""
    if standing.is_left_alone:
        return tr("An authority has no say in these works of HS2")
    return None


def why_not_discounted(standing: PermitStanding) -> Optional[str]:
    """Say why the discount on a permit's fee cannot be changed."""
    if standing.is_left_alone:
        return why_no_say(standing)
    if standing.status not in _DISCOUNTED:
        return tr("Only a permit that was granted has a discount")
    return None


def why_no_lane_rental(standing: PermitStanding) -> Optional[str]:
    """Say why lane rental charges cannot be assessed (12.2)."""
    if standing.is_paa:
        return tr("Lane rental is assessed on permits, not on advance authorisations")
    return why_no_say(standing)


def why_not_acknowledged(standing: PermitStanding) -> Optional[str]:
    """Say why a permit is not acknowledged: it is assessed, or was acknowledged before (17.3)."""
    if not standing.is_only_acknowledged:
        return tr("Only HS2 works that need no consent are acknowledged")
    if standing.is_acknowledged:
        return tr("This permit was acknowledged before")
    return None
