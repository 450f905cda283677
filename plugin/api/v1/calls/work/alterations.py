"""Changes to permits."""

from ....contract.calls import Calls
from ...models.work import (
    PermitAlterationCreateRequest,
    PermitAlterationCreateResponse,
    PermitAlterationResponse,
    PermitAlterationStatusUpdateRequest,
)


class AlterationCalls(Calls):
    """Changes to permits."""

    def create_permit_alteration(
        self,
        work_reference_number: str,
        permit_reference_number: str,
        request: PermitAlterationCreateRequest,
    ) -> PermitAlterationCreateResponse:
        """Ask for a change to a permit; return its reference.

        Its kind follows from the permit's state. Raises NotFound, Conflict. For planners,
        contractors and highway authorities.
        """
        return self._call(
            "CreatePermitAlteration",
            request=request,
            workReferenceNumber=work_reference_number,
            permitReferenceNumber=permit_reference_number,
        )

    def update_permit_alteration_status(
        self,
        work_reference_number: str,
        permit_reference_number: str,
        permit_alteration_reference_number: str,
        request: PermitAlterationStatusUpdateRequest,
    ) -> None:
        """Grant or refuse a change to a permit.

        Raises NotFound, PreconditionFailed. For highway authorities.
        """
        self._call(
            "UpdatePermitAlterationStatus",
            request=request,
            workReferenceNumber=work_reference_number,
            permitReferenceNumber=permit_reference_number,
            permitAlterationReferenceNumber=permit_alteration_reference_number,
        )

    def get_permit_alteration(
        self,
        work_reference_number: str,
        permit_reference_number: str,
        permit_alteration_reference_number: str,
    ) -> PermitAlterationResponse:
        """Return a change to a permit, with the permit as it was and as it would be.

        Raises NotFound. For planners, contractors and highway authorities.
        """
        return self._call(
            "GetPermitAlteration",
            workReferenceNumber=work_reference_number,
            permitReferenceNumber=permit_reference_number,
            permitAlterationReferenceNumber=permit_alteration_reference_number,
        )
