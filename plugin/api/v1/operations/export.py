"""The operations of the Data Export API."""

from ...contract.operation import CSV, OPEN
from ...contract.parameters import Parameter, When
from ..models import export
from ..roles import DATA_EXPORT, READERS
from .shared import STATUS_PATH, api

_api = api("export")


_LISTS = (
    ("GenerateSection81CSV", "/section-81s/csv", export.Section81CSVExportRequest),
    ("GenerateReinstatementsCSV", "/reinstatements/csv", export.ReinstatementCSVExportRequest),
    ("GenerateFPNsCSV", "/fixed-penalty-notices/csv", export.FPNCSVExportRequest),
    ("GenerateFeesCSV", "/fees/csv", export.FeesCSVExportRequest),
    ("GeneratePermitsCSV", "/permits/csv", export.PermitCSVExportRequest),
    ("GenerateInspectionCSV", "/inspections/csv", export.InspectionCSVExportRequest),
    ("GenerateForwardPlansCSV", "/forward-plans/csv", export.ForwardPlanCSVExportRequest),
    ("GeneratePermitAlterationsCSV", "/alterations/csv", export.PermitAlterationCSVExportRequest),
    ("GenerateCommentsCSV", "/comments/csv", export.CommentCSVExportRequest),
)

EXPORT = (
    *(
        _api.post(
            operation_id,
            path,
            READERS,
            request=request,
            response=export.CSVExportResponse,
            success=200,
        )
        for operation_id, path, request in _LISTS
    ),
    _api.get(
        "GetWorkDataCSV", "/work-data", DATA_EXPORT, Parameter("csvExportDate", When), accept=CSV
    ),
    _api.get(
        "GetActivityDataCSV",
        "/activity-data",
        DATA_EXPORT,
        Parameter("csvExportDate", When),
        accept=CSV,
    ),
    _api.get("GetCsv", "/csv/{csvId}", READERS, accept=CSV),
    _api.get("Status", STATUS_PATH, OPEN),
)
