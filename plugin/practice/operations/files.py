"""File operations of the Work API: sending evidence, fetching, deleting, linking it."""

from typing import Callable

from ...api.v1.models.work import AddFileToWorkRequest
from ...rules.steps import Step
from ...words import tr
from ..keeping.stored_files import LARGEST
from ..people.rights import taker
from ..records import Change, Event, Works
from ..refusals import bad_field, not_found, restricted
from ..serving.exchange import Answer, Call, Handler
from .office import Office


class FileOperations:
    """The file operations in one office."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._register = office.register

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "UploadFile": self.upload_file,
            "GetFile": self.get_file,
            "DeleteFile": self.delete_file,
            "AddFileToWork": self.add_file_to_work,
        }
        return {("work", operation): handler for operation, handler in named.items()}

    def upload_file(self, call: Call) -> Answer:
        """Take a file for one's own organisation, or for a promoter one works for."""
        user = call.signed_in
        swa_code = call.one("swaCode") or user.organisation.swa_code
        if swa_code not in (user.organisation.swa_code, *user.promoters):
            raise restricted()
        if call.upload is None or not call.upload.name:
            raise bad_field("file", tr("Send one file."))
        if len(call.upload.content) > LARGEST:
            raise bad_field("file", tr("A file may have 10 MB at most."))
        file = self._register.add_file(call.upload, swa_code, user)
        return Answer(status=201, body={"file_id": file.file_id, "name": file.name})

    def get_file(self, call: Call) -> Answer:
        """Return a file's bytes, once it has been scanned."""
        file = self._register.file(_file_id(call), call.signed_in)
        headers = {"Content-Disposition": "attachment"}
        if not file.content:
            return Answer(status=204)
        return Answer(body=file.content, content_type=file.content_type, headers=headers)

    def delete_file(self, call: Call) -> Answer:
        """Forget one's own file that no works use."""
        self._register.delete_file(_file_id(call), call.signed_in)
        return Answer(status=204)

    def add_file_to_work(self, call: Call) -> Answer:
        """Link files to works as their promoter or authority; a file is linked once only."""
        request = self._office.read(AddFileToWorkRequest, call)
        files = tuple(request.file_ids)
        told = tuple(_linked(file_id) for file_id in files)

        def make(works: Works) -> Change:
            return Change(works, told, files)

        self._office.change(call, request, taker(Step.ADD_FILE), make)
        return Answer(status=201)


def _linked(file_id: int) -> Event:
    return Event("file_uploaded", "File added", f"File added: {file_id}", str(file_id), "work")


def _file_id(call: Call) -> int:
    text = call.path["fileId"]
    if not (text.isascii() and text.isdigit()) or len(text) > 15:
        raise not_found(tr("There is no such file"))
    return int(text)
