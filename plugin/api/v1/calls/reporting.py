"""The Reporting API."""

from typing_extensions import Unpack

from ...contract.calls import Calls
from ..filters import (
    AlterationFilters,
    CommentFilters,
    ForwardPlanFilters,
    FPNFilters,
    InspectionFilters,
    Lists,
    PermitFilters,
    ReinstatementFilters,
    Section81Filters,
    UpdateFilters,
    WorkstreamFilters,
)
from ..models.reporting import (
    AlterationReportingResponse,
    CommentReportingResponse,
    CSVExportReportingResponse,
    ForwardPlanReportingResponse,
    FPNReportingResponse,
    GeographicalAreaResponse,
    InspectionReportingResponse,
    PermitReportingResponse,
    PermitSearchRequest,
    PermitSummaryResponse,
    ReinstatementReportingResponse,
    Section81ReportingResponse,
    WorkstreamReportingResponse,
    WorkUpdateResponse,
)


class ReportingApi(Calls):
    """Lists of what belongs to one's own organisation, or to a promoter that one works for.

    A list comes in pages of 25 rows; `plugin.api.v1.paging.rows` goes through all of them. What a
    list may be narrowed down by stands in `plugin.api.v1.filters`.
    """

    api = "reporting"

    def get_permits(self, **filters: Unpack[PermitFilters]) -> PermitReportingResponse:
        """Return a page of permits. For planners and highway authorities."""
        return self._call("GetPermits", **filters)

    def get_permit_summaries(self, request: PermitSearchRequest) -> list[PermitSummaryResponse]:
        """Return the permits of up to a thousand works.

        For planners, contractors and highway authorities.
        """
        return self._call("GetPermitSummaries", request=request)

    def get_alterations(self, **filters: Unpack[AlterationFilters]) -> AlterationReportingResponse:
        """Return a page of changes to permits. For planners and highway authorities."""
        return self._call("GetAlterations", **filters)

    def get_forward_plans(
        self, **filters: Unpack[ForwardPlanFilters]
    ) -> ForwardPlanReportingResponse:
        """Return a page of forward plans. For planners and highway authorities."""
        return self._call("GetForwardPlans", **filters)

    def get_fpns(self, **filters: Unpack[FPNFilters]) -> FPNReportingResponse:
        """Return a page of fixed penalty notices. For planners and highway authorities."""
        return self._call("GetFPNs", **filters)

    def get_section81s(self, **filters: Unpack[Section81Filters]) -> Section81ReportingResponse:
        """Return a page of section 81 notices.

        For planners, contractors and highway authorities.
        """
        return self._call("GetSection81s", **filters)

    def get_inspections(self, **filters: Unpack[InspectionFilters]) -> InspectionReportingResponse:
        """Return a page of inspections. For planners, contractors and highway authorities."""
        return self._call("GetInspections", **filters)

    def get_reinstatements(
        self, **filters: Unpack[ReinstatementFilters]
    ) -> ReinstatementReportingResponse:
        """Return a page of reinstatements. For planners, contractors and highway authorities."""
        return self._call("GetReinstatements", **filters)

    def get_comments(self, **filters: Unpack[CommentFilters]) -> CommentReportingResponse:
        """Return a page of comments. For planners, contractors and highway authorities."""
        return self._call("GetComments", **filters)

    def get_updates(self, **filters: Unpack[UpdateFilters]) -> list[WorkUpdateResponse]:
        """Return what changed at works in some time; `plugin.api.v1.updates` follows the changes.

        For planners, contractors and highway authorities.
        """
        return self._call("GetUpdates", **filters)

    def get_workstreams(self, **filters: Unpack[WorkstreamFilters]) -> WorkstreamReportingResponse:
        """Return a page of workstreams. For planners and highway authorities."""
        return self._call("GetWorkstreams", **filters)

    def get_csv_exports(self, **filters: Unpack[Lists]) -> CSVExportReportingResponse:
        """Return a page of one's own CSV exports. For every role."""
        return self._call("GetCsvExports", **filters)

    def get_geographical_areas(self) -> list[GeographicalAreaResponse]:
        """Return the geographical areas of one's own authority.

        For highway authorities and administrators.
        """
        return self._call("GetGeographicalAreas")
