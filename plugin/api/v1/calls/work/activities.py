"""Activities."""

from ....contract.calls import Calls
from ...models.work import (
    ActivityCancelRequest,
    ActivityCreateRequest,
    ActivityCreateResponse,
    ActivityResponse,
    ActivityUpdateRequest,
)


class ActivityCalls(Calls):
    """Activities."""

    def create_activity(self, request: ActivityCreateRequest) -> ActivityCreateResponse:
        """Put an activity on the map; return its reference. For highway authorities."""
        return self._call("CreateActivity", request=request)

    def get_activity(self, activity_reference_number: str) -> ActivityResponse:
        """Return an activity.

        Raises NotFound. For planners, contractors and highway authorities.
        """
        return self._call("GetActivity", activityReferenceNumber=activity_reference_number)

    def update_activity(
        self, activity_reference_number: str, request: ActivityUpdateRequest
    ) -> None:
        """Change an activity. Raises NotFound, PreconditionFailed. For highway authorities."""
        self._call(
            "UpdateActivity", request=request, activityReferenceNumber=activity_reference_number
        )

    def cancel_activity(
        self,
        activity_reference_number: str,
        request: ActivityCancelRequest = ActivityCancelRequest(),  # noqa: B008 - a frozen value
    ) -> None:
        """Cancel an activity. Raises NotFound, PreconditionFailed. For highway authorities."""
        self._call(
            "CancelActivity", request=request, activityReferenceNumber=activity_reference_number
        )
