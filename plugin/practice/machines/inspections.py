"""Which inspections there are, and how one inspection leads to the next (Business rules 10)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Optional

from ...words import tr
from ..exchange import bad_field
from ..records import Event, Inspection, ScheduledInspection, Works
from .pieces import forbidden

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

_EVENTS = {
    "failed_high": "inspection_failed",
    "failed_low": "inspection_failed",
    _UNABLE: "inspection_unable_to_carry_out",
    "further_inspections_required": "inspection_further_required",
}


def event(outcome: str) -> str:
    """Return the AuditEvent of an inspection with this outcome."""
    return _EVENTS.get(outcome, f"inspection_{outcome}")


def scheduled(planned: ScheduledInspection) -> Event:
    """Tell that an inspection was planned."""
    details = f"Inspection scheduled: {planned.day.date()}"
    kind = "scheduled_inspection"
    return Event("scheduled_inspection_created", "Inspection scheduled", details, None, kind)


def check_category(kind: str, category: Optional[str], field: str) -> None:
    """Check that an inspection of a type has such a category (10.2). Refusal 400 for `field`."""
    allowed = _CATEGORIES[kind]
    if category is None and not allowed:
        return
    if category not in allowed:
        said = tr("The category goes with the type: choose one of {names}.")
        none = tr("Inspections of this type have no category.")
        raise bad_field(field, said.format(names=", ".join(allowed)) if allowed else none)


def check_outcome(
    kind: str, category: Optional[str], outcome: str, failings: Sequence[str]
) -> None:
    """Check that an inspection can end so, and the failings that are told (10.3). Refusal 400."""
    allowed = _OUTCOMES.get(category or "", _USUAL)
    if outcome not in allowed:
        said = tr("The outcome goes with type and category: choose one of {names}.")
        raise bad_field("inspection_outcome", said.format(names=", ".join(allowed)))
    if outcome in _FAILED and kind != SECTION_81 and not failings:
        raise bad_field("failure_reason_details", tr("Say what is not compliant."))
    if kind in _OWN_FAILINGS and not all(one.startswith(kind) for one in failings):
        said = tr("These failings are not those of this type of inspection.")
        raise bad_field("failure_reason_details", said)


def check_works(works: Works, kind: str) -> None:
    """Check that such works are inspected in such a way.

    Works that a section 81 notice made have no site, only their apparatus: they get inspections of
    that type, and no others do. Raises Refusal 412.
    """
    if (kind == SECTION_81) != (works.section_81 is not None):
        raise forbidden(tr("This type of inspection is not for these works"))


def inspect(
    works: Works, inspection: Inspection, following: Optional[ScheduledInspection]
) -> Works:
    """Add an inspection: it takes the place of the scheduled one, `following` is next (10.4)."""
    check_works(works, inspection.kind)
    return replace(
        works,
        inspections=(*works.inspections, inspection),
        scheduled_inspection=following,
    )


def schedule(works: Works, planned: ScheduledInspection) -> Works:
    """Plan the next inspection. Raises Refusal 412 when one is planned already (10.4)."""
    check_works(works, planned.kind)
    if works.scheduled_inspection is not None:
        raise forbidden(tr("An inspection is scheduled already: cancel it first"))
    return replace(works, scheduled_inspection=planned)
