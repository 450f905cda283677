"""CSV exports: asked for, waited for, fetched, saved."""

from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Optional, TypeVar

from ...words import tr
from ..errors import ApiError, Conflict, PreconditionFailed, ServerFailed, TimedOut
from ..polling import Pauses, until_ready
from .enums import CSVExportStatus
from .models.export import CSVExportResponse
from .paging import rows

if TYPE_CHECKING:
    from ..contract.base import Request
    from .client import V1Client

Asked = TypeVar("Asked", bound="Request")

_UNDER_WAY = (CSVExportStatus.QUEUED, CSVExportStatus.IN_PROGRESS)


def save_csv(
    client: "V1Client",
    generate: Callable[[Asked], CSVExportResponse],
    request: Asked,
    path: Path,
    *,
    pauses: Pauses = Pauses(),  # noqa: B008 - a frozen value
    waiting: Optional[Callable[[str], None]] = None,
) -> Path:
    """Have a list made as CSV and save it as `path`, whole or not at all; return the path.

    `generate` is one of `client.export`'s methods. A user can have one export under way at a time.
    Raises what `ask` and `fetch` raise.
    """
    csv_id = ask(client, generate, request)
    swa_code = getattr(request, "swa_code", None)
    return fetch(client, csv_id, path, swa_code=swa_code, pauses=pauses, waiting=waiting)


def ask(client: "V1Client", generate: Callable[[Asked], CSVExportResponse], request: Asked) -> int:
    """Ask for a list as CSV; return the export's number.

    Raises PreconditionFailed when another export of the user is still under way, OutcomeUnknown
    when the answer was lost: the list of exports then shows whether it was begun.
    """
    try:
        return generate(request).csv_id
    except (Conflict, PreconditionFailed) as error:
        if not _one_is_under_way(client):
            raise
        raise PreconditionFailed(
            tr("Another export of yours is still being made."),
            advice=tr("Wait until it is ready, then ask again."),
            detail=error.detail,
            status=error.status,
        ) from error


def fetch(
    client: "V1Client",
    csv_id: int,
    path: Path,
    *,
    swa_code: Optional[str] = None,
    pauses: Pauses = Pauses(),  # noqa: B008 - a frozen value
    waiting: Optional[Callable[[str], None]] = None,
) -> Path:
    """Wait for an export that was asked for, and save it as `path`; return the path.

    `waiting` is told the export's status each time it is looked up; `progress.watching` follows the
    file; `client.cancelling` stops both. Raises TimedOut when the pauses are over, ServerFailed
    when the service could not make the export, StreetWorksError when it cannot be written.
    """
    filters = {"swa_code": swa_code} if swa_code else {}

    def look() -> Optional[bool]:
        status = _status(client, csv_id, filters)
        if waiting is not None:
            waiting(str(getattr(status, "value", status)))
        if status == CSVExportStatus.FAILED:
            raise ServerFailed(
                tr("Street Manager could not make the export."),
                advice=tr("Ask for it again, perhaps for fewer records."),
                detail=f"CSV export {csv_id}",
            )
        return True if status == CSVExportStatus.READY else None

    if until_ready(client, look, pauses) is None:
        raise TimedOut(
            tr("The export {number} was not ready in time.").format(number=csv_id),
            advice=tr("It is still being made: fetch it later."),
            may_retry=True,
        )
    return client.export.save_csv(csv_id, path)


def _status(client: "V1Client", csv_id: int, filters: dict[str, Any]) -> object:
    """Look an export up; one that is not listed yet counts as queued."""
    for row in rows(client.reporting.get_csv_exports, **filters):
        if row.csv_export_id == csv_id:
            return row.csv_export_status
    return CSVExportStatus.QUEUED


def _one_is_under_way(client: "V1Client") -> bool:
    try:
        listed = rows(client.reporting.get_csv_exports)
        return any(row.csv_export_status in _UNDER_WAY for row in listed)
    except ApiError:  # then the service's own words have to do
        return False
