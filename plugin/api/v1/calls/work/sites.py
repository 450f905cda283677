"""Sites and reinstatements."""

from ....contract.calls import Calls
from ...models.work import (
    FinalReinstatementUpdateRequest,
    InspectionUnitsUpdateRequest,
    NonNotifiableSiteCreateRequest,
    NonNotifiableSiteCreateResponse,
    ReinstatementCreateRequest,
    SiteCreateRequest,
    SiteCreateResponse,
    SiteResponse,
)


class SiteCalls(Calls):
    """Sites and reinstatements."""

    def create_site(
        self, work_reference_number: str, request: SiteCreateRequest
    ) -> SiteCreateResponse:
        """Register a site with its first reinstatement; return its number.

        Raises NotFound, PreconditionFailed. For planners and contractors.
        """
        return self._call("CreateSite", request=request, workReferenceNumber=work_reference_number)

    def get_site(self, work_reference_number: str, site_number: int) -> SiteResponse:
        """Return a site with its reinstatements.

        Raises NotFound. For planners, contractors and highway authorities.
        """
        return self._call(
            "GetSite", workReferenceNumber=work_reference_number, siteNumber=site_number
        )

    def create_reinstatement(
        self, work_reference_number: str, site_number: int, request: ReinstatementCreateRequest
    ) -> None:
        """Register a further reinstatement of a site.

        Raises NotFound, PreconditionFailed. For planners and contractors.
        """
        self._call(
            "CreateReinstatement",
            request=request,
            workReferenceNumber=work_reference_number,
            siteNumber=site_number,
        )

    def update_inspection_units(
        self, work_reference_number: str, request: InspectionUnitsUpdateRequest
    ) -> None:
        """Set for how many units works count when inspections are sampled.

        Raises NotFound, PreconditionFailed. For planners and contractors.
        """
        self._call(
            "UpdateInspectionUnits", request=request, workReferenceNumber=work_reference_number
        )

    def update_final_reinstatement(
        self, work_reference_number: str, request: FinalReinstatementUpdateRequest
    ) -> None:
        """Say whether all reinstatements of works are registered.

        Raises NotFound, PreconditionFailed. For planners and contractors.
        """
        self._call(
            "UpdateFinalReinstatement", request=request, workReferenceNumber=work_reference_number
        )

    def create_non_notifiable_site(
        self, request: NonNotifiableSiteCreateRequest
    ) -> NonNotifiableSiteCreateResponse:
        """Register a site of works that needed no permit; return its references.

        Raises BadRequest. For planners and contractors.
        """
        return self._call("CreateNonNotifiableSite", request=request)
