"""Which inspections there are, and how one inspection leads to the next (Business rules 10)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Optional

from ...rules import inspections as rules
from ...rules.steps import Step
from ..records import Event, Inspection, ScheduledInspection, Works
from ..refusals import NOT_FOUND
from .pieces import check, check_field, check_step
from .standings import works_standing

_EVENTS = {
    "failed_high": "inspection_failed",
    "failed_low": "inspection_failed",
    "unable_to_complete_inspection": "inspection_unable_to_carry_out",
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
    check_field(field, rules.why_not_of_category(kind, category))


def check_outcome(
    kind: str, category: Optional[str], outcome: str, failings: Sequence[str]
) -> None:
    """Check that an inspection can end so, and the failings that are told (10.3). Refusal 400."""
    check_field("inspection_outcome", rules.why_not_ended_so(category, outcome))
    check_field("failure_reason_details", rules.why_not_failed_so(kind, outcome, failings))


def check_works(works: Works, kind: str) -> None:
    """Check that such works are inspected in such a way. Raises Refusal 412."""
    check(rules.why_not_of_works(kind, works.section_81 is not None))


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
    check_step(Step.SCHEDULE_INSPECTION, works_standing(works))
    return replace(works, scheduled_inspection=planned)


def unschedule(works: Works) -> Works:
    """Cancel the planned inspection. Raises Refusal 404 when there is none (10.4)."""
    check_step(Step.CANCEL_INSPECTION, works_standing(works), NOT_FOUND)
    return replace(works, scheduled_inspection=None)
