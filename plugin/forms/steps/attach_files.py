"""Attaching files to works: drawings, photographs, letters (Business rules 1.5)."""

from typing import TYPE_CHECKING, Optional

from ...api.v1.models.work import AddFileToWorkRequest
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...rules.files import why_not_deleted
from ...rules.steps import Step
from ...trade.records.receipts import Receipt
from ...trade.records.works import Works
from ...words import tr
from ..about import About, StepForm
from ..fields import Field, Section
from ..told import Told
from ..values import Values

if TYPE_CHECKING:
    from ...api import StreetManager

_FILES = "file_ids"


def _send(client: "StreetManager", works: str, request: AddFileToWorkRequest) -> Receipt:
    client.work.add_file_to_work(works, request)
    return Receipt(works)


def _settle(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Read the works: they have the files, each of which can be attached once only, or not."""
    there = {one.file_id for one in client.work.get_work(entry.subject).files or ()}
    sent = set(entry.body.get(_FILES) or ())
    return Receipt(entry.subject) if sent and sent <= there else None


class AttachFiles(StepForm[Works, AddFileToWorkRequest]):
    """Attaches files to works."""

    operation = Operation("AddFileToWork", _send, _settle)
    model = AddFileToWorkRequest
    step = Step.ADD_FILE
    takes = Works

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=tr("Attach files"),
            checked=tr("I have checked these files. I know that both sides of the works see them."),
            accepted=tr("The files are attached to the works."),
            refused=tr("The files were not attached."),
            not_sent=tr("Attaching the files was not sent."),
            unknown=tr("It is not known whether the files are attached to the works."),
            not_there=tr("The works do not have the files."),
            unanswered=tr("It was sent, and no answer came before the form was closed."),
        )

    def table(self) -> tuple[Section[About[Works]], ...]:
        """Return its one section."""
        help_text = tr("At most 10 MB each, and 100 MB for all files of the works.")
        return (Section(tr("Files"), (Field(_FILES, tr("Files to attach"), help_text),)),)

    def thoughts(self, values: Values, situation: About[Works]) -> dict[str, list[str]]:
        """Say that what is attached stays."""
        why = why_not_deleted(used=True, own=True)
        return {_FILES: [why]} if why else {}

    def afterwards(self, receipt: Receipt, situation: About[Works]) -> tuple[str, ...]:
        """Say where they are, and when."""
        return (
            tr("They are among the files of the works."),
            tr("Street Manager checks new files for viruses before it hands them out."),
        )
