"""The Work API."""

import mimetypes
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Optional, Union

from ....errors import StreetWorksError
from ....words import tr
from ...connection import Connection
from ...errors import NotFound
from ...exchange import File
from ...transport import Answer
from ..enums import WorkType
from ..models.work import (
    DurationCalculationResponse,
    FileSummaryResponse,
    PermitResponse,
    WorkCategoryResponse,
    WorkCreateRequest,
    WorkCreateResponse,
    WorkResponse,
)

LARGEST_FILE = 10_000_000


@dataclass(frozen=True)
class Download:
    """A file's content and its media type."""

    content: bytes
    content_type: str


class WorkApi:
    """Works, permits and files."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def create_work(self, request: WorkCreateRequest) -> WorkCreateResponse:
        """Apply for new works; return the references of the works and of their first permit.

        Sent once, never repeated. Raises BadRequest, Conflict (the reference exists already),
        OutcomeUnknown. For planners and contractors.
        """
        answer: WorkCreateResponse = self._connection.call("work", "CreateWork", request=request)
        return answer

    def get_work(self, work_reference_number: str) -> WorkResponse:
        """Return works with their permits and history. Raises NotFound.

        For planners, contractors and highway authorities.
        """
        answer: WorkResponse = self._connection.call(
            "work", "GetWork", workReferenceNumber=work_reference_number
        )
        return answer

    def get_permit(
        self, work_reference_number: str, permit_reference_number: str
    ) -> PermitResponse:
        """Return a permit. Raises NotFound. For planners, contractors and highway authorities."""
        answer: PermitResponse = self._connection.call(
            "work",
            "GetPermit",
            workReferenceNumber=work_reference_number,
            permitReferenceNumber=permit_reference_number,
        )
        return answer

    def get_work_category(
        self,
        work_type: WorkType,
        proposed_start_date: Optional[date] = None,
        proposed_end_date: Optional[date] = None,
        is_ttro_required: Optional[bool] = None,
        immediate_risk: Optional[bool] = None,
        work_reference_number: Optional[str] = None,
    ) -> WorkCategoryResponse:
        """Ask what works would count as, how long they last and whether their notice is short.

        Nothing is recorded. Give all that is known: without dates the answer means little. Raises
        BadRequest. For planners, contractors and highway authorities.
        """
        answer: WorkCategoryResponse = self._connection.call(
            "work",
            "GetWorkCategory",
            work_type=work_type,
            proposed_start_date=proposed_start_date,
            proposed_end_date=proposed_end_date,
            is_ttro_required=is_ttro_required,
            immediate_risk=immediate_risk,
            work_reference_number=work_reference_number,
        )
        return answer

    def calculate_duration(
        self, start_date: Optional[date] = None, end_date: Optional[date] = None
    ) -> DurationCalculationResponse:
        """Count the calendar and working days from one day to another, both included.

        Raises BadRequest. For planners, contractors and highway authorities.
        """
        answer: DurationCalculationResponse = self._connection.call(
            "work", "CalculateDuration", startDate=start_date, endDate=end_date
        )
        return answer

    def upload_file(
        self, file: Union[str, Path, File], swa_code: Optional[str] = None
    ) -> FileSummaryResponse:
        """Send a file of at most 10 MB, given by its path or as (name, content, media type).

        The id that comes back can be used in one application only. `swa_code` is the promoter that
        a contractor works for. Raises StreetWorksError when the file cannot be read or is too
        large, BadRequest, OutcomeUnknown. For every role.
        """
        whole = file if isinstance(file, tuple) else _read(Path(file))
        if len(whole[1]) > LARGEST_FILE:
            raise StreetWorksError(
                tr("The file {name} is larger than 10 MB.").format(name=whole[0]),
                advice=tr("Send a smaller one."),
            )
        answer: FileSummaryResponse = self._connection.call(
            "work", "UploadFile", file=whole, swaCode=swa_code
        )
        return answer

    def get_file(self, file_id: int) -> Download:
        """Return a file. Raises NotFound while it is checked for viruses, or when it failed that.

        For every role.
        """
        answer: Answer = self._connection.call("work", "GetFile", fileId=file_id)
        if answer.status == 204:
            raise NotFound(
                tr("The file is not there, or still checked for viruses."),
                advice=tr("Try again in a minute."),
                status=answer.status,
            )
        return Download(answer.content, answer.headers.get("Content-Type", ""))

    def delete_file(self, file_id: int) -> None:
        """Delete a file of one's own. Raises PreconditionFailed when it belongs to works already.

        For every role.
        """
        self._connection.call("work", "DeleteFile", fileId=file_id)

    def status(self) -> bool:
        """Tell whether the Work API is well. Needs no session."""
        return self._connection.is_well("work")


def _read(path: Path) -> File:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise StreetWorksError(
            tr("The file {name} cannot be read.").format(name=path.name),
            advice=tr("Check that it is still there and that you may open it."),
            detail=str(error),
        ) from error
    return path.name, content, mimetypes.guess_type(path.name)[0] or "application/octet-stream"
