"""Fixed penalty notices (FPNs): what becomes of one that was given (Business rules 11.2)."""

from datetime import datetime, timezone
from typing import TYPE_CHECKING

from ...api.v1.models.work import FPNStatusUpdateRequest
from ...rules.clocks.penalties import payment
from ...rules.clocks.said import say, told_by
from ...rules.standing import PenaltyStanding, Subject
from ...rules.steps import Step
from ...trade.calendar import civil_day
from ...trade.records.belonging import PenaltySummary
from ...trade.records.receipts import Receipt
from ...trade.vocabulary.notices import PenaltyStatus
from ...words import tr
from ..about import About
from ..fields import Field
from ..values import Values
from .decisions import Decision, decided

if TYPE_CHECKING:
    from ...api import StreetManager


def _send(client: "StreetManager", works: str, fpn: str, request: FPNStatusUpdateRequest) -> None:
    client.work.update_fpn_status(works, fpn, request)


def _read(client: "StreetManager", works: str, fpn: str) -> tuple[set[str], Subject]:
    """Return the status of a notice; the contract does not tell what was said with it."""
    status = str(client.work.get_fpn(works, fpn).fpn_status)
    return {status}, PenaltyStanding(status)


class _PenaltyAnswer(Decision[PenaltySummary, FPNStatusUpdateRequest]):
    """Gives a notice another status."""

    model = FPNStatusUpdateRequest
    takes = PenaltySummary
    field = "fpn_status"
    filled = frozenset({"fpn_status"})

    def reason(self) -> str:
        """Return what is asked for with it."""
        return tr("Remark")

    def questions(self) -> tuple[Field[About[PenaltySummary]], ...]:
        """Return the reason."""
        return (Field("status_reason", self.reason()),)

    def thoughts(self, values: Values, situation: About[PenaltySummary]) -> dict[str, list[str]]:
        """Say until when the penalty is discounted, and until when it is to be paid."""
        one, now = situation.record, datetime.now(timezone.utc)
        clocks = payment(one.status, civil_day(one.issued), situation.today)
        said = tr("FPN: {when}. {whose}")
        return {
            "status_reason": [said.format(when=say(due, now), whose=told_by(due)) for due in clocks]
        }


class AcceptPenalty(_PenaltyAnswer):
    """Says that the promoter accepts an FPN."""

    step, decision = Step.ACCEPT_PENALTY, PenaltyStatus.ACCEPTED.value
    operation = decided("UpdateFPNStatus", step, decision, _send, _read)

    def title(self) -> str:
        """Return its name."""
        return tr("Accept FPN")

    def afterwards(self, receipt: Receipt, situation: About[PenaltySummary]) -> tuple[str, ...]:
        """Say what comes next."""
        return (tr("Once it is paid, the highway authority notes the payment."),)


class DisputePenalty(_PenaltyAnswer):
    """Says that the promoter disputes an FPN, and why."""

    step, decision = Step.DISPUTE_PENALTY, PenaltyStatus.DISPUTED.value
    operation = decided("UpdateFPNStatus", step, decision, _send, _read)

    def title(self) -> str:
        """Return its name."""
        return tr("Dispute FPN")

    def reason(self) -> str:
        """Return what is asked for with it."""
        return tr("Why is it disputed?")

    def afterwards(self, receipt: Receipt, situation: About[PenaltySummary]) -> tuple[str, ...]:
        """Say what comes next."""
        return (tr("The highway authority may withdraw it; until then it can still be accepted."),)


class WithdrawPenalty(_PenaltyAnswer):
    """Says that the authority withdraws an FPN, and why."""

    step, decision = Step.WITHDRAW_PENALTY, PenaltyStatus.WITHDRAWN.value
    operation = decided("UpdateFPNStatus", step, decision, _send, _read)

    def title(self) -> str:
        """Return its name."""
        return tr("Withdraw FPN")

    def reason(self) -> str:
        """Return what is asked for with it."""
        return tr("Why is it withdrawn?")


class NotePayment(_PenaltyAnswer):
    """Notes that an FPN was paid in full."""

    step, decision = Step.NOTE_PAYMENT, PenaltyStatus.PAID.value
    operation = decided("UpdateFPNStatus", step, decision, _send, _read)

    def title(self) -> str:
        """Return its name."""
        return tr("Note payment of FPN")


class NoteDiscountedPayment(_PenaltyAnswer):
    """Notes that an FPN was paid with the discount."""

    step, decision = Step.NOTE_DISCOUNTED_PAYMENT, PenaltyStatus.PAID_DISCOUNTED.value
    operation = decided("UpdateFPNStatus", step, decision, _send, _read)

    def title(self) -> str:
        """Return its name."""
        return tr("Note discounted payment of FPN")
