"""Fixed penalty notices."""

from ....contract.calls import Calls
from ...models.work import (
    FPNCreateRequest,
    FPNCreateResponse,
    FPNResponse,
    FPNStatusUpdateRequest,
    HistoricFPNCreateRequest,
    HistoricFPNCreateResponse,
)


class PenaltyCalls(Calls):
    """Fixed penalty notices."""

    def get_fpn(self, work_reference_number: str, fpn_reference_number: str) -> FPNResponse:
        """Return a fixed penalty notice.

        Raises NotFound. For planners, contractors and highway authorities.
        """
        return self._call(
            "GetFPN",
            workReferenceNumber=work_reference_number,
            fpnReferenceNumber=fpn_reference_number,
        )

    def create_fpn(
        self, work_reference_number: str, request: FPNCreateRequest
    ) -> FPNCreateResponse:
        """Issue a fixed penalty notice; return its reference.

        Raises NotFound, PreconditionFailed. For highway authorities.
        """
        return self._call("CreateFPN", request=request, workReferenceNumber=work_reference_number)

    def update_fpn_status(
        self, work_reference_number: str, fpn_reference_number: str, request: FPNStatusUpdateRequest
    ) -> None:
        """Accept, dispute, pay or withdraw a fixed penalty notice, each by whose turn it is.

        Raises NotFound, PreconditionFailed. For planners, contractors and highway authorities.
        """
        self._call(
            "UpdateFPNStatus",
            request=request,
            workReferenceNumber=work_reference_number,
            fpnReferenceNumber=fpn_reference_number,
        )

    def create_historic_fpn(self, request: HistoricFPNCreateRequest) -> HistoricFPNCreateResponse:
        """Issue a fixed penalty notice for works from before Street Manager.

        Raises BadRequest. For highway authorities.
        """
        return self._call("CreateHistoricFPN", request=request)
