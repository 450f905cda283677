"""Which inspections there are, and how each can end (Business rules 10.2, 10.3).

Each function says why something cannot be, in words for the user, or None when it can.
"""

from collections.abc import Sequence
from typing import Optional

from ..trade.labels import label
from ..trade.vocabulary.inspections import InspectionCategory, InspectionOutcome, InspectionType
from ..trade.vocabulary.works import WorksStatus
from ..words import tr
from .standing import WorksStanding

_CATEGORIES: dict[str, tuple[str, ...]] = {
    InspectionType.LIVE_SITE: (
        InspectionCategory.A,
        InspectionCategory.SITE_OCCUPANCY,
        InspectionCategory.CONDITIONS,
        InspectionCategory.THIRD_PARTY,
        InspectionCategory.ROUTINE,
    ),
    InspectionType.REINSTATEMENT: (
        InspectionCategory.B,
        InspectionCategory.C,
        InspectionCategory.THIRD_PARTY,
        InspectionCategory.ROUTINE,
    ),
    InspectionType.NON_COMPLIANCE_FOLLOW_UP: (
        InspectionCategory.JOINT_SITE_VISIT,
        InspectionCategory.FOLLOW_UP,
        InspectionCategory.FOLLOW_UP_COMPLETION,
    ),
    InspectionType.SECTION_81: (),
}
_UNABLE = InspectionOutcome.UNABLE_TO_COMPLETE_INSPECTION
_FAILED = (InspectionOutcome.FAILED_HIGH, InspectionOutcome.FAILED_LOW)
_USUAL = (InspectionOutcome.PASSED, *_FAILED, _UNABLE)
_OUTCOMES: dict[str, tuple[str, ...]] = {
    InspectionCategory.SITE_OCCUPANCY: (
        InspectionOutcome.WORKS_STOPPED_APPARATUS_REMAINING,
        InspectionOutcome.WORKS_IN_PROGRESS_NO_CARRIAGEWAY_INCURSION,
        InspectionOutcome.WORKS_IN_PROGRESS,
        InspectionOutcome.WORKS_STOPPED,
        _UNABLE,
    ),
    InspectionCategory.CONDITIONS: (
        InspectionOutcome.PASSED,
        InspectionOutcome.NON_COMPLIANT_WITH_CONDITIONS,
        _UNABLE,
    ),
    InspectionCategory.JOINT_SITE_VISIT: (
        InspectionOutcome.FURTHER_INSPECTIONS_REQUIRED,
        InspectionOutcome.AGREED_SITE_COMPLIANCE,
        _UNABLE,
    ),
}
"""The outcomes of the categories that have their own."""

_OWN_FAILINGS = (InspectionType.LIVE_SITE, InspectionType.REINSTATEMENT)
"""The types that have their own failings, which are named after them; a follow-up has both."""


def why_not_scheduled(works: WorksStanding) -> Optional[str]:
    """Say why no inspection can be planned (10.4)."""
    if works.is_inspection_scheduled:
        return tr("An inspection is scheduled already: cancel it first")
    return None


def why_none_scheduled(works: WorksStanding) -> Optional[str]:
    """Say why no planned inspection can be cancelled (10.4)."""
    if not works.is_inspection_scheduled:
        return tr("No inspection of these works is scheduled")
    return None


def why_not_of_works(kind: str, is_section_81: bool) -> Optional[str]:
    """Say why works are not inspected so; `is_section_81` tells that such a notice made them.

    Those have no site, only their apparatus: they get inspections of that type, and no others do.
    """
    if (kind == InspectionType.SECTION_81) != is_section_81:
        return tr("This type of inspection is not for these works")
    return None


def usual_type(works: WorksStanding, is_section_81: bool) -> str:
    """Return what would be inspected of works as they stand: the site, or what is left of it."""
    if is_section_81:
        return str(InspectionType.SECTION_81)
    done = works.status == WorksStatus.COMPLETED
    return str(InspectionType.REINSTATEMENT if done else InspectionType.LIVE_SITE)


def has_category(kind: str) -> bool:
    """Say whether inspections of a type have a category; "" is none that is known."""
    return bool(_CATEGORIES.get(kind))


def why_not_of_category(kind: str, category: Optional[str]) -> Optional[str]:
    """Say why an inspection of a type cannot have a category; None stands for no category."""
    allowed = _CATEGORIES[kind]
    if category in allowed or (category is None and not allowed):
        return None
    if not allowed:
        return tr("Inspections of this type have no category.")
    said = tr("The category goes with the type: choose one of {names}.")
    return said.format(names=", ".join(label(one) for one in allowed))


def why_not_ended_so(category: Optional[str], outcome: str) -> Optional[str]:
    """Say why an inspection of a category cannot have an outcome."""
    allowed = _OUTCOMES.get(category or "", _USUAL)
    if outcome in allowed:
        return None
    said = tr("The outcome goes with type and category: choose one of {names}.")
    return said.format(names=", ".join(label(one) for one in allowed))


def is_failing_of(failing: str, kind: str) -> bool:
    """Say whether inspections of a type can find such a failing."""
    return kind not in _OWN_FAILINGS or failing.startswith(kind)


def why_not_failed_so(kind: str, outcome: str, failings: Sequence[str]) -> Optional[str]:
    """Say what is wrong with the failings that an inspection found, by their contract's names."""
    if outcome in _FAILED and kind != InspectionType.SECTION_81 and not failings:
        return tr("Say what is not compliant.")
    if not all(is_failing_of(one, kind) for one in failings):
        return tr("These failings are not those of this type of inspection.")
    return None
