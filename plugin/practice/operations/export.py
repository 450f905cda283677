"""The Data Export API: lists as CSV files, asked for, made ready after a while, fetched."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from enum import Enum
from functools import partial
from typing import Any, Callable

from pydantic import BaseModel

from ...api.v1.models import export, reporting
from ...api.v1.operations import OPERATIONS
from ...trade.calendar import uk_time
from ...words import tr
from ..lists import KINDS, Query, fees
from ..lists.csv_exports import QUEUED, status_of, written
from ..lists.query import moment
from ..machines.pieces import forbidden
from ..map.features import stamp
from ..records import CsvExport, Works
from ..refusals import bad_field, not_found
from ..serving.exchange import Answer, Call, Handler, read_body
from .office import Office
from .reporting import ReportingOperations

TEXT_CSV = "text/csv"
OLDEST_DATA = timedelta(days=14)

_LISTS: Mapping[str, tuple[str, type[BaseModel]]] = {
    "GeneratePermitsCSV": ("permits", reporting.PermitSummaryResponse),
    "GeneratePermitAlterationsCSV": ("alterations", reporting.AlterationSummaryResponse),
    "GenerateForwardPlansCSV": ("forward_plans", reporting.ForwardPlanSummaryResponse),
    "GenerateFPNsCSV": ("fpns", reporting.FPNSummaryResponse),
    "GenerateCommentsCSV": ("comments", reporting.CommentSummaryResponse),
    "GenerateInspectionCSV": ("inspections", reporting.InspectionSummaryResponse),
    "GenerateReinstatementsCSV": ("reinstatements", reporting.ReinstatementSummaryResponse),
    "GenerateSection81CSV": ("section_81s", reporting.Section81SummaryResponse),
}
_OTHER_NAMES = {"section_81s": {"status": "section_81_status", "severity": "section_81_severity"}}


class ExportOperations:
    """The operations of the Data Export API in one office; `seconds` is how long a file takes."""

    def __init__(self, office: Office, lists: ReportingOperations, seconds: float) -> None:
        self._office = office
        self._lists = lists
        self._shelf = office.register.shelf("csv_exports")
        self._takes = timedelta(seconds=seconds)

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            **{name: partial(self._generate, name) for name in _LISTS},
            "GenerateFeesCSV": self.generate_fees,
            "GetCsv": self.get_csv,
            "GetWorkDataCSV": partial(self._data, self._work_data),
            "GetActivityDataCSV": partial(self._data, self._activity_data),
        }
        return {("export", operation): handler for operation, handler in named.items()}

    def _generate(self, operation_id: str, call: Call) -> Answer:
        kind, row_model = _LISTS[operation_id]
        request = self._read(operation_id, call)
        names = _OTHER_NAMES.get(kind, {})
        given = {
            names.get(name, name): _plain(value)
            for name, value in request
            if value is not None and name != "csv_export_prefix"
        }
        rows = self._lists.rows(kind, call.signed_in, Query(given))
        return self._keep(kind, list(row_model.model_fields), rows, call)

    def _read(self, operation_id: str, call: Call) -> Any:
        model = OPERATIONS["export", operation_id].request
        return read_body(model or BaseModel, call.body, today=self._office.clock.today())

    def generate_fees(self, call: Call) -> Answer:
        """List what was chargeable in some days of the UK, oldest first; no amounts."""
        request: export.FeesCSVExportRequest = self._read("GenerateFeesCSV", call)
        lines = [
            line
            for works in self._lists.works(call.signed_in, request.swa_code)
            for line in fees.rows(works, street_is_sensitive=self._is_sensitive(works))
            if request.start_date <= uk_time(line[0]).date() <= request.end_date
        ]
        rows = [row for _, row in sorted(lines, key=lambda line: line[0])]
        return self._keep("fees", fees.COLUMNS, rows, call)

    def _is_sensitive(self, works: Works) -> bool:
        street = self._office.known.street(works)
        return street is not None and street.traffic_sensitive

    def _keep(
        self, kind: str, columns: Sequence[str], rows: Sequence[Mapping[str, Any]], call: Call
    ) -> Answer:
        """Queue a file; one at a time in the queue for a user (Business rules 7.6)."""
        user, now = call.signed_in, self._office.clock.now()
        own = (one for one in self._shelf.all() if one.user == user.email)
        if any(status_of(one, now) == QUEUED for one in own):
            raise forbidden(tr("Another export of yours is not ready yet"))

        def make(key: str) -> CsvExport:
            return CsvExport(
                number=int(key),
                kind=kind,
                filename=f"{kind}_{now:%Y%m%d_%H%M%S}.csv",
                created=now,
                ready=now + self._takes,
                user=user.email,
                organisation=user.organisation.swa_code,
                content=written(columns, rows),
            )

        number = self._shelf.next_number()
        self._shelf.put(str(number), make(str(number)))
        return Answer(body={"csv_id": number})

    def get_csv(self, call: Call) -> Answer:
        """Return one's own file once it is ready."""
        text = call.path["csvId"]
        key = text[:-2] if text.endswith(".0") else text
        one: CsvExport = self._shelf.get(key)
        is_ready = status_of(one, self._office.clock.now()) == "ready"
        if one.user != call.signed_in.email or not is_ready:
            raise not_found(tr("There is no such file, or it is not ready yet"))
        return _file(one.content, one.filename)

    def _data(self, rows: Callable[[datetime], list[dict[str, Any]]], call: Call) -> Answer:
        now = self._office.clock.now()
        wanted = moment("csvExportDate", call.one("csvExportDate")) or now
        if not now - OLDEST_DATA <= wanted <= now:
            raise bad_field("csvExportDate", tr("This must be within the last two weeks."))
        hour = wanted.replace(minute=0, second=0, microsecond=0)
        found = rows(hour)
        columns = list(found[0]) if found else ["reference"]
        return _file(written(columns, found), f"data_{hour:%Y%m%d_%H}.csv")

    def _work_data(self, hour: datetime) -> list[dict[str, Any]]:
        """Return the permits of all organisations that were there at an hour."""
        known = self._office.known
        return [
            {name: entry.row.get(name) for name in reporting.PermitSummaryResponse.model_fields}
            for works in self._office.register.every_works()
            for entry in KINDS["permits"].entries(works, _NOBODY, known)
            if _was_there(works, hour) and entry.row["date_created"] <= stamp(hour)
        ]

    def _activity_data(self, hour: datetime) -> list[dict[str, Any]]:
        return [
            {
                "activity_reference_number": one.reference,
                "activity_name": one.name,
                "activity_type": one.kind,
                "usrn": one.place.usrn,
                "street_name": one.place.street,
                "highway_authority": one.place.authority,
                "start_date": stamp(one.start),
                "end_date": stamp(one.end),
                "cancelled": one.cancelled,
            }
            for one in self._office.register.shelf("activities").all()
        ]


_NOBODY: Any = None
"""Permits look the same to everybody: their rows do not ask who looks."""


def _was_there(works: Works, hour: datetime) -> bool:
    return works.created <= hour


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value.value if isinstance(value, Enum) else value


def _file(content: str, name: str) -> Answer:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Answer(body=content.encode(), content_type=TEXT_CSV, headers=headers)
