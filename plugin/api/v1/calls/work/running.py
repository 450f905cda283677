"""Works under way: starting and stopping."""

from ....contract.calls import Calls
from ...models.work import (
    WorkStartRevertRequest,
    WorkStartUpdateRequest,
    WorkStopRevertRequest,
    WorkStopUpdateRequest,
)


class RunningCalls(Calls):
    """Works under way: starting and stopping."""

    def update_actual_start_date(
        self, work_reference_number: str, request: WorkStartUpdateRequest
    ) -> None:
        """Say when works started.

        Raises NotFound, PreconditionFailed. For planners and contractors.
        """
        self._call(
            "UpdateActualStartDate", request=request, workReferenceNumber=work_reference_number
        )

    def revert_actual_start_date(
        self, work_reference_number: str, request: WorkStartRevertRequest
    ) -> None:
        """Take the start of planned works back.

        Raises NotFound, PreconditionFailed. For planners and contractors.
        """
        self._call(
            "RevertActualStartDate", request=request, workReferenceNumber=work_reference_number
        )

    def update_actual_stop_date(
        self, work_reference_number: str, request: WorkStopUpdateRequest
    ) -> None:
        """Say when works stopped.

        Raises NotFound, PreconditionFailed. For planners and contractors.
        """
        self._call(
            "UpdateActualStopDate", request=request, workReferenceNumber=work_reference_number
        )

    def revert_actual_stop_date(
        self, work_reference_number: str, request: WorkStopRevertRequest
    ) -> None:
        """Take the stop of works back.

        Raises NotFound, PreconditionFailed. For planners and contractors.
        """
        self._call(
            "RevertActualStopDate", request=request, workReferenceNumber=work_reference_number
        )
