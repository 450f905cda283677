"""Forward plans."""

from ....contract.calls import Calls
from ...models.work import (
    ForwardPlanCancelRequest,
    ForwardPlanCreateRequest,
    ForwardPlanCreateResponse,
    ForwardPlanResponse,
    ForwardPlanUpdateRequest,
)


class ForwardPlanCalls(Calls):
    """Forward plans."""

    def create_forward_plan(self, request: ForwardPlanCreateRequest) -> ForwardPlanCreateResponse:
        """Announce major works; return the references of the plan and its works.

        Raises Conflict. For planners and contractors.
        """
        return self._call("CreateForwardPlan", request=request)

    def get_forward_plan(
        self, work_reference_number: str, forward_plan_reference_number: str
    ) -> ForwardPlanResponse:
        """Return a forward plan.

        Raises NotFound. For planners, contractors and highway authorities.
        """
        return self._call(
            "GetForwardPlan",
            workReferenceNumber=work_reference_number,
            forwardPlanReferenceNumber=forward_plan_reference_number,
        )

    def update_forward_plan(
        self,
        work_reference_number: str,
        forward_plan_reference_number: str,
        request: ForwardPlanUpdateRequest,
    ) -> None:
        """Change a forward plan that is still raised.

        Raises NotFound, PreconditionFailed. For planners and contractors.
        """
        self._call(
            "UpdateForwardPlan",
            request=request,
            workReferenceNumber=work_reference_number,
            forwardPlanReferenceNumber=forward_plan_reference_number,
        )

    def cancel_forward_plan(
        self,
        work_reference_number: str,
        forward_plan_reference_number: str,
        request: ForwardPlanCancelRequest,
    ) -> None:
        """Cancel a forward plan that is still raised.

        Raises NotFound, PreconditionFailed. For planners and contractors.
        """
        self._call(
            "CancelForwardPlan",
            request=request,
            workReferenceNumber=work_reference_number,
            forwardPlanReferenceNumber=forward_plan_reference_number,
        )
