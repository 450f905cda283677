"""Files that belong to works."""

from ...base import Response
from ...fields import Moment, PaddedCode, Text


class FileSummaryResponse(Response):
    """A file that was sent in."""

    file_id: int
    name: Text


class FileResponse(Response):
    """A file of works, and who put it there."""

    file_id: int
    name: Text
    created_date: Moment
    user_created_by: Text
    swa_code: PaddedCode
    organisation_name: Text
