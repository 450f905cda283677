"""Forward plans: raised, edited, cancelled; permits make them progress (Business rules 3.3)."""

from dataclasses import replace
from datetime import datetime

from shapely.geometry.base import BaseGeometry

from ...rules import forward_plans as rules
from ...rules.standing import PlanStanding
from ...rules.steps import Step
from ...trade.calendar import uk_today
from ...words import tr
from ..records import Change, Event, ForwardPlan, Works
from ..refusals import bad_request, not_found
from .pieces import about_works, check_step


def first(works: Works) -> Change:
    """Tell of new works that have a forward plan."""
    plan = works.forward_plan
    if plan is None:
        raise ValueError(f"{works.reference} has no forward plan")
    made = about_works("planned_works_record_created", "Works record created", works)
    return Change(works, (made, _event("forward_plan_submitted", "Forward plan submitted", plan)))


def find(works: Works, reference: str) -> ForwardPlan:
    """Return the forward plan of the works. Raises Refusal 404 when it is not this one."""
    plan = works.forward_plan
    if plan is None or plan.reference.upper() != reference.upper():
        raise not_found(tr("The works have no forward plan with this reference"))
    return plan


def update(works: Works, plan: ForwardPlan, geometry: BaseGeometry) -> Change:
    """Put `plan` in the place of the one with its reference. Raises Refusal: 404, 412."""
    before = find(works, plan.reference)
    check_step(Step.EDIT_PLAN, PlanStanding(before.status))
    told = _event("forward_plan_edited", "Forward plan edited", plan)
    return Change(replace(works, forward_plan=plan, geometry=geometry), (told,))


def cancel(works: Works, reference: str, reason: str, now: datetime) -> Change:
    """Cancel a raised forward plan and its works. Raises Refusal: 404, 412."""
    plan = find(works, reference)
    check_step(Step.CANCEL_PLAN, PlanStanding(plan.status))
    ended = replace(plan, status="cancelled", cancelled_reason=reason, status_changed=now)
    told = replace(_event("forward_plan_cancelled", "Forward plan cancelled", plan), details=reason)
    return Change(replace(works, forward_plan=ended, status="cancelled"), (told,))


def check_dates(plan: ForwardPlan, now: datetime) -> None:
    """Raise Refusal 400 unless the plan starts today or later and ends in the future."""
    found = rules.troubles(plan.start.date(), plan.end.date(), uk_today(now))
    if found:
        raise bad_request({field: [why] for field, why in found.items()})


def _event(what: str, topic: str, plan: ForwardPlan) -> Event:
    return Event(what, topic, f"{topic}: {plan.reference}", plan.reference, "forward_plan")
