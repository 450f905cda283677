"""Permits: applying, cancelling, assessing."""

from ....contract.calls import Calls
from ...models.work import (
    HS2AcknowledgementRequest,
    PermitAssessmentUpdateRequest,
    PermitCreateRequest,
    PermitCreateResponse,
    PermitDiscountUpdateRequest,
    PermitLaneRentalAssessmentUpdateRequest,
    PermitResponse,
    PermitStatusUpdateRequest,
)


class PermitCalls(Calls):
    """Permits: applying, cancelling, assessing."""

    def get_permit(
        self, work_reference_number: str, permit_reference_number: str
    ) -> PermitResponse:
        """Return a permit. Raises NotFound. For planners, contractors and highway authorities."""
        return self._call(
            "GetPermit",
            workReferenceNumber=work_reference_number,
            permitReferenceNumber=permit_reference_number,
        )

    def create_permit(
        self, work_reference_number: str, request: PermitCreateRequest
    ) -> PermitCreateResponse:
        """Apply for another permit on works that are there already.

        Raises NotFound, Conflict. For planners and contractors.
        """
        return self._call(
            "CreatePermit", request=request, workReferenceNumber=work_reference_number
        )

    def update_permit_status(
        self,
        work_reference_number: str,
        permit_reference_number: str,
        request: PermitStatusUpdateRequest,
    ) -> None:
        """Cancel a permit. Raises NotFound, PreconditionFailed. For planners and contractors."""
        self._call(
            "UpdatePermitStatus",
            request=request,
            workReferenceNumber=work_reference_number,
            permitReferenceNumber=permit_reference_number,
        )

    def update_assessment_status(
        self,
        work_reference_number: str,
        permit_reference_number: str,
        request: PermitAssessmentUpdateRequest,
    ) -> None:
        """Grant, refuse or revoke a permit, or ask for it to be modified.

        Raises NotFound, PreconditionFailed. For highway authorities.
        """
        self._call(
            "UpdateAssessmentStatus",
            request=request,
            workReferenceNumber=work_reference_number,
            permitReferenceNumber=permit_reference_number,
        )

    def update_permit_discount(
        self,
        work_reference_number: str,
        permit_reference_number: str,
        request: PermitDiscountUpdateRequest,
    ) -> None:
        """Set the discount on a permit's fee.

        Raises NotFound, PreconditionFailed. For highway authorities.
        """
        self._call(
            "UpdatePermitDiscount",
            request=request,
            workReferenceNumber=work_reference_number,
            permitReferenceNumber=permit_reference_number,
        )

    def update_permit_lane_rental_assessment(
        self,
        work_reference_number: str,
        permit_reference_number: str,
        request: PermitLaneRentalAssessmentUpdateRequest,
    ) -> None:
        """Say whether and how lane rental is charged.

        Raises NotFound, PreconditionFailed. For highway authorities.
        """
        self._call(
            "UpdatePermitLaneRentalAssessment",
            request=request,
            workReferenceNumber=work_reference_number,
            permitReferenceNumber=permit_reference_number,
        )

    def acknowledge_hs2_permit(
        self,
        work_reference_number: str,
        permit_reference_number: str,
        request: HS2AcknowledgementRequest,
    ) -> None:
        """Acknowledge a permit for HS2 works.

        Raises NotFound, PreconditionFailed. For highway authorities.
        """
        self._call(
            "AcknowledgeHS2Permit",
            request=request,
            workReferenceNumber=work_reference_number,
            permitReferenceNumber=permit_reference_number,
        )
