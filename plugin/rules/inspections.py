"""Which inspections there are, and how each can end (Business rules 10.2, 10.3).

Each function says why something cannot be, in words for the user, or None when it can.
"""

from collections.abc import Sequence
from typing import Optional

from ..words import tr
from .standing import WorksStanding

SECTION_81 = "section_81"
_CATEGORIES = {
    "live_site": ("a", "site_occupancy", "conditions", "third_party", "routine"),
    "reinstatement": ("b", "c", "third_party", "routine"),
    "non_compliance_follow_up": ("joint_site_visit", "follow_up", "follow_up_completion"),
    SECTION_81: (),
}
_UNABLE = "unable_to_complete_inspection"
_FAILED = ("failed_high", "failed_low")
_USUAL = ("passed", *_FAILED, _UNABLE)
_OUTCOMES = {
    "site_occupancy": (
        "works_stopped_apparatus_remaining",
        "works_in_progress_no_carriageway_incursion",
        "works_in_progress",
        "works_stopped",
        _UNABLE,
    ),
    "conditions": ("passed", "non_compliant_with_conditions", _UNABLE),
    "joint_site_visit": ("further_inspections_required", "agreed_site_compliance", _UNABLE),
}
"""The outcomes of the categories that have their own."""

_OWN_FAILINGS = ("live_site", "reinstatement")
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


def why_not_of_category(kind: str, category: Optional[str]) -> Optional[str]:
    """Say why an inspection of a type cannot have a category; None stands for no category."""
    allowed = _CATEGORIES[kind]
    if category in allowed or (category is None and not allowed):
        return None
    if not allowed:
        return tr("Inspections of this type have no category.")
    said = tr("The category goes with the type: choose one of {names}.")
    return said.format(names=", ".join(allowed))


def why_not_ended_so(category: Optional[str], outcome: str) -> Optional[str]:
    """Say why an inspection of a category cannot have an outcome."""
    allowed = _OUTCOMES.get(category or "", _USUAL)
    if outcome in allowed:
        return None
    said = tr("The outcome goes with type and category: choose one of {names}.")
    return said.format(names=", ".join(allowed))


def why_not_failed_so(kind: str, outcome: str, failings: Sequence[str]) -> Optional[str]:
    """Say what is wrong with the failings that an inspection found, by their contract's names."""
    if outcome in _FAILED and kind != SECTION_81 and not failings:
        return tr("Say what is not compliant.")
    if kind in _OWN_FAILINGS and not all(one.startswith(kind) for one in failings):
        return tr("These failings are not those of this type of inspection.")
    return None
