"""Change requests: which kind one is, what it may change, how it is settled (Business rules 4).

Each function that says why something cannot be says it in words for the user, or None when it can.
"""

from datetime import date
from typing import Optional

from ..trade.labels import label
from ..trade.vocabulary.permits import ChangeKind, ChangeStatus, PermitStatus
from ..trade.vocabulary.works import Category
from ..words import tr
from .assessing import why_no_say
from .standing import ChangeStanding, PermitStanding

_AT_ONCE = frozenset(
    {ChangeKind.PROMOTER_IMPOSED_CHANGE, ChangeKind.HA_IMPOSED_CHANGE, ChangeKind.MODIFIED_PERMIT}
)
_UNCHANGEABLE = frozenset(
    {PermitStatus.REFUSED, PermitStatus.CLOSED, PermitStatus.CANCELLED, PermitStatus.PROGRESSED}
)
_SMALL = frozenset({Category.MINOR, Category.STANDARD})
_LARGE = frozenset({Category.MAJOR, Category.PAA})
_TAKEN_OVER = frozenset({ChangeStatus.GRANTED, ChangeStatus.DEEMED})


def kind_of(standing: PermitStanding, *, by_authority: bool, end_moves: bool) -> str:
    """Return the contract's AlterationType of a change; nobody chooses it (4.2)."""
    if by_authority:
        return ChangeKind.HA_IMPOSED_CHANGE
    if standing.status == PermitStatus.SUBMITTED:
        return ChangeKind.PROMOTER_IMPOSED_CHANGE
    if standing.status == PermitStatus.PERMIT_MODIFICATION_REQUEST:
        return ChangeKind.MODIFIED_PERMIT
    return (
        ChangeKind.WORK_EXTENSION
        if standing.is_running and end_moves
        else ChangeKind.PROMOTER_CHANGE_REQUEST
    )


def is_at_once(kind: str) -> bool:
    """Say whether such a change is applied without anybody's assessment (4.2)."""
    return kind in _AT_ONCE


def is_taken_over(status: str) -> bool:
    """Say whether a settled change becomes the permit's own (4.4, 4.5).

    Granted with a challenge to the duration it does not: only the reasonable end is then applied.
    """
    return status in _TAKEN_OVER


def why_not_changed(standing: PermitStanding) -> Optional[str]:
    """Say why a change of the permit cannot be asked for now (4.3)."""
    if standing.is_paa:
        return tr("An advance authorisation cannot be changed")
    stopped_short = standing.status == PermitStatus.REVOKED and not standing.is_started
    if standing.status in _UNCHANGEABLE or stopped_short:
        said = tr("A permit with the status {s} cannot be changed")
        return said.format(s=label(standing.status))
    if standing.has_pending_change:
        return tr("Another change request waits for its assessment")
    return None


def why_not_imposed(standing: PermitStanding) -> Optional[str]:
    """Say why an authority cannot impose a change of the permit (4.2)."""
    why = why_no_say(standing) or why_not_changed(standing)
    if why is None and standing.status != PermitStatus.GRANTED:
        return tr("An authority may change only a granted permit")
    return why


def why_start_is_fixed(standing: PermitStanding, start: date, wanted: date) -> Optional[str]:
    """Say why the proposed start cannot move from `start` to `wanted` (4.3)."""
    if standing.is_started and start != wanted:
        return tr("The works have started: their start date cannot be changed")
    return None


def why_category_stays(standing: PermitStanding, wanted: str) -> Optional[str]:
    """Say why the permit's category cannot become `wanted`: planned works stay small (4.3)."""
    if standing.category in _SMALL and wanted in _LARGE and not standing.is_running:
        return tr("A change cannot make minor or standard works into major works")
    return None


def why_not_decided(change: ChangeStanding) -> Optional[str]:
    """Say why a change cannot be granted or refused (4.4)."""
    if change.status != ChangeStatus.SUBMITTED:
        return tr("This change request does not wait for an assessment")
    return None


def why_duration_stands(change: ChangeStanding) -> Optional[str]:
    """Say why a change cannot be granted with a challenge to its duration (4.4)."""
    why = why_not_decided(change)
    if why is None and not change.is_extension:
        return tr("Only the duration of an extension can be challenged")
    return why


def why_not_reasonable(original: date, proposed: date, end: Optional[date]) -> Optional[str]:
    """Say why an extension from `original` to `proposed` cannot be challenged with `end`."""
    if end is None or not original <= end < proposed:
        return tr("This must be on or after the permit's end, and before the end asked for.")
    return None
