"""Workstreams, users, areas and CSV exports, in lists."""

from typing import Optional

from ....contract.base import Response
from ....contract.fields import Moment, Open, Text
from ...enums import CSVExportStatus, Role, WorkstreamAccessLevel, WorkstreamStatus
from ...fields import PaddedCode
from .page import Page


class WorkstreamSummaryResponse(Response):
    """A workstream, in a list."""

    prefix: Text
    name: Text
    description: Optional[Text] = None
    status: Open[WorkstreamStatus]
    swa_code: PaddedCode


class WorkstreamReportingResponse(Page):
    """A page of workstreams."""

    rows: list[WorkstreamSummaryResponse]


class UserWorkstreamAccess(Response):
    """What a user may do in a workstream."""

    workstream_prefix: Text
    access_level: Open[WorkstreamAccessLevel]


class UsersSummaryResponse(Response):
    """A user, in a list; no published operation gives it."""

    first_name: Optional[Text] = None
    last_name: Optional[Text] = None
    email: Text
    roles: Optional[list[Open[Role]]] = None
    workstreams: Optional[list[UserWorkstreamAccess]] = None


class UsersReportingResponse(Page):
    """A page of users; no published operation gives it."""

    rows: list[UsersSummaryResponse]


class GeographicalAreaResponse(Response):
    """A geographical area, in a list."""

    geographical_area_reference_number: Text
    area_name: Text
    file_id: int
    number_of_usrns: int
    date_modified: Moment


class CSVExportSummaryResponse(Response):
    """A CSV export, in a list."""

    csv_export_id: int
    filename: Text
    date_created: Moment
    csv_export_status: Open[CSVExportStatus]
    username: Text


class CSVExportReportingResponse(Page):
    """A page of CSV exports."""

    rows: list[CSVExportSummaryResponse]
