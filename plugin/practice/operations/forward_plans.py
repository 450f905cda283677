"""Forward plans: raising, reading, editing and cancelling them."""

from dataclasses import replace
from typing import Any, Callable

import shapely.geometry

from ...api.v1.models import work
from ...rules.steps import Step
from .. import answers
from ..machines import forward_plans
from ..made_up.scene import midnight
from ..people.rights import taker
from ..records import Change, ForwardPlan, Works
from ..serving.exchange import Answer, Call, Handler
from .office import Office

_DETAILS = (
    "project_reference_number", "traffic_management_type", "additional_info", "forward_plan_asds",
    "hs2_work_type", "hs2_in_act_limits", "hs2_consultation_requested_response_date",
    "hs2_highway_exemption",
)  # fmt: skip
_FOR_GOOD = _DETAILS[4:]


class ForwardPlanOperations:
    """The operations of the Work API on forward plans (Business rules 3.3)."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "CreateForwardPlan": self.create_forward_plan,
            "GetForwardPlan": self.get_forward_plan,
            "UpdateForwardPlan": self.update_forward_plan,
            "CancelForwardPlan": self.cancel_forward_plan,
        }
        return {("work", operation): handler for operation, handler in named.items()}

    def create_forward_plan(self, call: Call) -> Answer:
        """Raise a forward plan, and the works it is for."""
        request = self._office.read(work.ForwardPlanCreateRequest, call)
        self._office.promoter(request.promoter_swa_code, call.signed_in)
        made = self._office.create(call, request, "planned", self._first)
        body = {
            "work_reference_number": made.reference,
            "forward_plan_reference_number": made.forward_plan and made.forward_plan.reference,
        }
        return Answer(status=201, body=body)

    def _first(self, request: Any, works: Works, reference: str) -> Change:
        plan = ForwardPlan(
            reference=f"{reference}-FP-01", status="raised", created=works.created,
            **_values(request),
        )  # fmt: skip
        forward_plans.check_dates(plan, works.created)
        return forward_plans.first(replace(works, reference=reference, forward_plan=plan))

    def get_forward_plan(self, call: Call) -> Answer:
        """Return a forward plan, to anybody who is signed in."""
        works = self._office.works(call)
        plan = forward_plans.find(works, call.path["forwardPlanReferenceNumber"])
        return Answer(body=answers.forward_plan(works, plan))

    def update_forward_plan(self, call: Call) -> Answer:
        """Change a raised forward plan; street, authority and workstream stay."""
        request = self._office.read(work.ForwardPlanUpdateRequest, call)
        geometry = shapely.geometry.shape(request.works_coordinates)

        def make(works: Works) -> Change:
            plan = forward_plans.find(works, call.path["forwardPlanReferenceNumber"])
            kept = {name: plan.details[name] for name in _FOR_GOOD if name in plan.details}
            values = _values(request)
            edited = replace(plan, **{**values, "details": {**values["details"], **kept}})
            forward_plans.check_dates(edited, self._office.clock.now())
            return forward_plans.update(works, edited, geometry)

        return self._office.changed(call, request, taker(Step.EDIT_PLAN), make)

    def cancel_forward_plan(self, call: Call) -> Answer:
        """Cancel a raised forward plan."""
        request = self._office.read(work.ForwardPlanCancelRequest, call)
        reference = call.path["forwardPlanReferenceNumber"]
        reason, now = request.cancelled_reason, self._office.clock.now()
        return self._office.changed(
            call,
            request,
            taker(Step.CANCEL_PLAN),
            lambda works: forward_plans.cancel(works, reference, reason, now),
        )


def _values(request: Any) -> dict[str, Any]:
    body = request.body()
    return {
        "start": midnight(request.start_date),
        "end": midnight(request.end_date),
        "description": request.description_of_work,
        "where": request.works_location_description,
        "details": {name: body[name] for name in _DETAILS if name in body},
    }
