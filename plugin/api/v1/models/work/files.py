"""Files that belong to works."""

from typing import Annotated

from ....contract.base import Response
from ....contract.fields import Moment, Text, Unlike
from ...fields import FileId, PaddedCode
from ..delegated import Delegated


class AddFileToWorkRequest(Delegated):
    """Links files to works."""

    file_ids: Annotated[list[FileId], Unlike]


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
