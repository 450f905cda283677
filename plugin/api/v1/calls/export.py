"""The Data Export API."""

from datetime import datetime
from pathlib import Path
from typing import Any, Optional

from ...contract.calls import Calls
from ...http.messages import Answer
from ..models import export as models


class ExportApi(Calls):
    """Lists as CSV files, of one's own organisation or a promoter that one works for.

    A list is asked for, made ready in a while, then fetched: `plugin.api.v1.exports` does all
    three. One at a time may wait for a user. For planners, contractors and highway authorities.
    """

    api = "export"

    def generate_section81_csv(
        self, request: models.Section81CSVExportRequest
    ) -> models.CSVExportResponse:
        """Ask for section 81 notices."""
        return self._call("GenerateSection81CSV", request=request)

    def generate_reinstatements_csv(
        self, request: models.ReinstatementCSVExportRequest
    ) -> models.CSVExportResponse:
        """Ask for reinstatements."""
        return self._call("GenerateReinstatementsCSV", request=request)

    def generate_fpns_csv(self, request: models.FPNCSVExportRequest) -> models.CSVExportResponse:
        """Ask for fixed penalty notices."""
        return self._call("GenerateFPNsCSV", request=request)

    def generate_fees_csv(self, request: models.FeesCSVExportRequest) -> models.CSVExportResponse:
        """Ask for the fees of up to 31 days."""
        return self._call("GenerateFeesCSV", request=request)

    def generate_permits_csv(
        self, request: models.PermitCSVExportRequest
    ) -> models.CSVExportResponse:
        """Ask for permits."""
        return self._call("GeneratePermitsCSV", request=request)

    def generate_inspection_csv(
        self, request: models.InspectionCSVExportRequest
    ) -> models.CSVExportResponse:
        """Ask for inspections."""
        return self._call("GenerateInspectionCSV", request=request)

    def generate_forward_plans_csv(
        self, request: models.ForwardPlanCSVExportRequest
    ) -> models.CSVExportResponse:
        """Ask for forward plans."""
        return self._call("GenerateForwardPlansCSV", request=request)

    def generate_permit_alterations_csv(
        self, request: models.PermitAlterationCSVExportRequest
    ) -> models.CSVExportResponse:
        """Ask for changes to permits."""
        return self._call("GeneratePermitAlterationsCSV", request=request)

    def generate_comments_csv(
        self, request: models.CommentCSVExportRequest
    ) -> models.CSVExportResponse:
        """Ask for comments."""
        return self._call("GenerateCommentsCSV", request=request)

    def get_csv(self, csv_id: int) -> bytes:
        """Return a CSV file that is ready. Raises NotFound."""
        return self._csv("GetCsv", csvId=csv_id)

    def save_csv(self, csv_id: int, path: Path) -> Path:
        """Save a CSV file that is ready, whole or not at all; return its path.

        Raises NotFound, and StreetWorksError when it cannot be written.
        """
        self._call("GetCsv", into=path, csvId=csv_id)
        return path

    def get_work_data_csv(self, csv_export_date: Optional[datetime] = None) -> bytes:
        """Return all organisations' works of an hour within the last two weeks, or the latest.

        For data exporters.
        """
        return self._csv("GetWorkDataCSV", csvExportDate=csv_export_date)

    def get_activity_data_csv(self, csv_export_date: Optional[datetime] = None) -> bytes:
        """Return all activities of an hour within the last two weeks, or the latest.

        For data exporters.
        """
        return self._csv("GetActivityDataCSV", csvExportDate=csv_export_date)

    def _csv(self, operation_id: str, **values: Any) -> bytes:
        answer: Answer = self._call(operation_id, **values)
        return answer.content
