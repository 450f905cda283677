"""Files: evidence that belongs to works."""

from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ....contract.calls import Calls
from ....http.messages import Answer
from ....http.upload import Sendable
from ...models.work import AddFileToWorkRequest, FileSummaryResponse


@dataclass(frozen=True)
class Download:
    """A file's content and its media type."""

    content: bytes
    content_type: str


class FileCalls(Calls):
    """Files: evidence that belongs to works."""

    def upload_file(self, file: Sendable, swa_code: Optional[str] = None) -> FileSummaryResponse:
        """Send a file of at most 10 MB, given by its path or as (name, content, media type).

        The id that comes back can be used in one application only. `swa_code` is the promoter that
        a contractor works for. Raises StreetWorksError when the file cannot be read, BadRequest
        when it is too large. For every role.
        """
        return self._call("UploadFile", file=file, swaCode=swa_code)

    def get_file(self, file_id: int) -> Download:
        """Return a file. Raises NotFound while it is checked for viruses, or when it failed that.

        For every role.
        """
        answer: Answer = self._call("GetFile", fileId=file_id)
        return Download(answer.content, answer.headers.get("Content-Type", ""))

    def save_file(self, file_id: int, path: Path) -> Path:
        """Save a file, whole or not at all; return its path.

        Raises NotFound as `get_file` does, StreetWorksError when it cannot be written. For every
        role.
        """
        self._call("GetFile", into=path, fileId=file_id)
        return path

    def delete_file(self, file_id: int) -> None:
        """Delete a file of one's own. Raises PreconditionFailed when it belongs to works already.

        For every role.
        """
        self._call("DeleteFile", fileId=file_id)

    def add_file_to_work(self, work_reference_number: str, request: AddFileToWorkRequest) -> None:
        """Link files to works.

        Raises NotFound. For planners, contractors and highway authorities.
        """
        self._call("AddFileToWork", request=request, workReferenceNumber=work_reference_number)
