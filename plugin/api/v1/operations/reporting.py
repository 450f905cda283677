"""The operations of the Reporting API."""

from ...contract.operation import OPEN, in_query
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
from ..models import reporting
from ..roles import AREA_KEEPERS, EVERYONE, OWNERS, READERS
from .shared import STATUS_PATH, api

_api = api("reporting")


REPORTING = (
    _api.get(
        "GetAlterations",
        "/alterations",
        OWNERS,
        *in_query(AlterationFilters),
        response=reporting.AlterationReportingResponse,
    ),
    _api.get(
        "GetPermits",
        "/permits",
        OWNERS,
        *in_query(PermitFilters),
        response=reporting.PermitReportingResponse,
    ),
    _api.post(
        "GetPermitSummaries",
        "/permits/search",
        READERS,
        request=reporting.PermitSearchRequest,
        response=list[reporting.PermitSummaryResponse],
        success=200,
        changes=False,
    ),
    _api.get(
        "GetFPNs",
        "/fixed-penalty-notices",
        OWNERS,
        *in_query(FPNFilters),
        response=reporting.FPNReportingResponse,
    ),
    _api.get(
        "GetComments",
        "/comments",
        READERS,
        *in_query(CommentFilters),
        response=reporting.CommentReportingResponse,
    ),
    _api.get(
        "GetInspections",
        "/inspections",
        READERS,
        *in_query(InspectionFilters),
        response=reporting.InspectionReportingResponse,
    ),
    _api.get(
        "GetUpdates",
        "/works/updates",
        READERS,
        *in_query(UpdateFilters),
        response=list[reporting.WorkUpdateResponse],
    ),
    _api.get(
        "GetWorkstreams",
        "/workstreams",
        OWNERS,
        *in_query(WorkstreamFilters),
        response=reporting.WorkstreamReportingResponse,
    ),
    _api.get(
        "GetReinstatements",
        "/reinstatements",
        READERS,
        *in_query(ReinstatementFilters),
        response=reporting.ReinstatementReportingResponse,
    ),
    _api.get(
        "GetForwardPlans",
        "/forward-plans",
        OWNERS,
        *in_query(ForwardPlanFilters),
        response=reporting.ForwardPlanReportingResponse,
    ),
    _api.get(
        "GetSection81s",
        "/section-81s",
        READERS,
        *in_query(Section81Filters),
        response=reporting.Section81ReportingResponse,
    ),
    _api.get(
        "GetCsvExports",
        "/csv-exports",
        EVERYONE,
        *in_query(Lists),
        response=reporting.CSVExportReportingResponse,
    ),
    _api.get(
        "GetGeographicalAreas",
        "/geographical-areas",
        AREA_KEEPERS,
        response=list[reporting.GeographicalAreaResponse],
    ),
    _api.get("Status", STATUS_PATH, OPEN),
)
