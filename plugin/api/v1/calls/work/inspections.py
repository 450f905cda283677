"""Inspections."""

from ....contract.calls import Calls
from ...models.work import (
    HistoricInspectionCreateRequest,
    HistoricInspectionCreateResponse,
    InspectionCreateRequest,
    InspectionCreateResponse,
    InspectionResponse,
    ScheduledInspectionCreateRequest,
)


class InspectionCalls(Calls):
    """Inspections."""

    def get_inspection(
        self, work_reference_number: str, inspection_reference_number: str
    ) -> InspectionResponse:
        """Return an inspection.

        Raises NotFound. For planners, contractors and highway authorities.
        """
        return self._call(
            "GetInspection",
            workReferenceNumber=work_reference_number,
            inspectionReferenceNumber=inspection_reference_number,
        )

    def create_inspection(
        self, work_reference_number: str, request: InspectionCreateRequest
    ) -> InspectionCreateResponse:
        """Register an inspection with its outcome; return its reference.

        Raises NotFound, PreconditionFailed. For highway authorities.
        """
        return self._call(
            "CreateInspection", request=request, workReferenceNumber=work_reference_number
        )

    def create_scheduled_inspection(
        self, work_reference_number: str, request: ScheduledInspectionCreateRequest
    ) -> None:
        """Plan the next inspection.

        Raises NotFound, PreconditionFailed. For highway authorities.
        """
        self._call(
            "CreateScheduledInspection", request=request, workReferenceNumber=work_reference_number
        )

    def delete_scheduled_inspection(self, work_reference_number: str) -> None:
        """Give up the planned inspection. Raises NotFound. For highway authorities."""
        self._call("DeleteScheduledInspection", workReferenceNumber=work_reference_number)

    def create_historic_inspection(
        self, request: HistoricInspectionCreateRequest
    ) -> HistoricInspectionCreateResponse:
        """Register an inspection of works from before Street Manager.

        Raises BadRequest. For highway authorities.
        """
        return self._call("CreateHistoricInspection", request=request)
