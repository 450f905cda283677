"""Section 81 notices."""

from ....contract.calls import Calls
from ...models.work import (
    Section81CreateRequest,
    Section81CreateResponse,
    Section81Response,
    Section81StatusUpdateRequest,
)


class Section81Calls(Calls):
    """Section 81 notices."""

    def create_section81(self, request: Section81CreateRequest) -> Section81CreateResponse:
        """Tell a promoter of apparatus that needs attention; return the references.

        For highway authorities.
        """
        return self._call("CreateSection81", request=request)

    def get_section81(
        self, work_reference_number: str, section81_reference_number: str
    ) -> Section81Response:
        """Return a section 81 notice.

        Raises NotFound. For planners, contractors and highway authorities.
        """
        return self._call(
            "GetSection81",
            workReferenceNumber=work_reference_number,
            section81ReferenceNumber=section81_reference_number,
        )

    def update_section81_status(
        self,
        work_reference_number: str,
        section81_reference_number: str,
        request: Section81StatusUpdateRequest,
    ) -> None:
        """Answer or close a section 81 notice, each by whose turn it is.

        Raises NotFound, PreconditionFailed. For planners, contractors and highway authorities.
        """
        self._call(
            "UpdateSection81Status",
            request=request,
            workReferenceNumber=work_reference_number,
            section81ReferenceNumber=section81_reference_number,
        )
