"""Cancelling a permit, or an advance authorisation, that is not wanted (Business rules 3.4.9)."""

from typing import TYPE_CHECKING, Any, Optional

from ...api.v1.models.work import PermitStatusUpdateRequest
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...rules.progress import thoughts_of_a_cancellation
from ...rules.steps import Step
from ...rules.told import permit_standing
from ...trade.records.receipts import Receipt
from ...trade.records.works import Permit
from ...trade.vocabulary.permits import PermitStatus
from ...words import tr
from ..about import About, StepForm, parts_of
from ..fields import Field, Section
from ..told import Told
from ..values import Values

if TYPE_CHECKING:
    from ...api import StreetManager

_COMMENTS = "additional_comments"


def _send(client: "StreetManager", subject: str, request: PermitStatusUpdateRequest) -> Receipt:
    works, permit = parts_of(subject)
    client.work.update_permit_status(works, permit, request)
    return Receipt(works, permit)


def _settle(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Read the permit: it is cancelled, or it is not."""
    works, permit = parts_of(entry.subject)
    status = client.work.get_permit(works, permit).permit_status
    return Receipt(works, permit) if status == PermitStatus.CANCELLED else None


class CancelPermit(StepForm[Permit, PermitStatusUpdateRequest]):
    """Cancels a permit."""

    operation = Operation("UpdatePermitStatus", _send, _settle)
    model = PermitStatusUpdateRequest
    step = Step.CANCEL
    takes = Permit
    filled = frozenset({"permit_status"})

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=tr("Cancel the permit"),
            checked=tr("I have checked this. I know that it is live and cannot be undone."),
            accepted=tr("Street Manager has cancelled the permit."),
            refused=tr("The permit was not cancelled."),
            not_sent=tr("The cancellation was not sent."),
            unknown=tr("It is not known whether Street Manager has cancelled the permit."),
            not_there=tr("Street Manager has not cancelled the permit."),
            unanswered=tr("It was sent, and no answer came before the form was closed."),
        )

    def table(self) -> tuple[Section[About[Permit]], ...]:
        """Return its one section."""
        help_text = tr("It cannot be undone: works that are wanted after all need a new permit.")
        asked = tr("Why is it cancelled?")
        return (Section(tr("Cancellation"), (Field(_COMMENTS, asked, help_text),)),)

    def known(self, values: Values, situation: About[Permit]) -> dict[str, Any]:
        """Return the status that the permit is to have."""
        return {"permit_status": PermitStatus.CANCELLED}

    def thoughts(self, values: Values, situation: About[Permit]) -> dict[str, list[str]]:
        """Say what is cancelled with it, and that the works have started."""
        standing = permit_standing(situation.record, situation.works)
        return {_COMMENTS: thoughts_of_a_cancellation(standing)}

    def afterwards(self, receipt: Receipt, situation: About[Permit]) -> tuple[str, ...]:
        """Say how the works stand."""
        return (tr("The works are cancelled until another permit is applied for."),)
