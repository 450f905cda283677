"""Section 81 notices: what promoter and authority say of one (Business rules 14.4, 14.5)."""

from typing import TYPE_CHECKING

from ...api.v1.models.work import Section81StatusUpdateRequest
from ...rules.standing import Section81Standing, Subject
from ...rules.steps import Step
from ...trade.records.belonging import Section81Summary
from ...trade.records.receipts import Receipt
from ...trade.vocabulary.notices import Section81Status
from ...words import tr
from ..about import About
from ..fields import Field
from .decisions import Decision, decided

if TYPE_CHECKING:
    from ...api import StreetManager

_STATUS, _REASON, _WORKS = "section_81_status", "status_reason", "work_type"


def _send(
    client: "StreetManager", works: str, notice: str, request: Section81StatusUpdateRequest
) -> None:
    client.work.update_section81_status(works, notice, request)


def _read(client: "StreetManager", works: str, notice: str) -> tuple[set[str], Subject]:
    """Return the status of a notice, and which one its promoter gave it last."""
    told = client.work.get_section81(works, notice)
    statuses = (told.section_81_status, told.promoter_status)
    return {str(one) for one in statuses if one}, Section81Standing(str(told.section_81_status))


class _Section81Answer(Decision[Section81Summary, Section81StatusUpdateRequest]):
    """Gives a notice another status."""

    model = Section81StatusUpdateRequest
    takes = Section81Summary
    field = _STATUS
    filled = frozenset({_STATUS, _WORKS})

    def reason(self) -> str:
        """Return what is asked for with it."""
        return tr("Remark")

    def questions(self) -> tuple[Field[About[Section81Summary]], ...]:
        """Return the reason."""
        return (Field(_REASON, self.reason()),)


class AcknowledgeSection81(_Section81Answer):
    """Says that the promoter has read a notice."""

    step, decision = Step.ACKNOWLEDGE_SECTION_81, Section81Status.ACKNOWLEDGED.value
    operation = decided("UpdateSection81Status", step, decision, _send, _read)

    def title(self) -> str:
        """Return its name."""
        return tr("Acknowledge section 81")

    def afterwards(self, receipt: Receipt, situation: About[Section81Summary]) -> tuple[str, ...]:
        """Say what comes next."""
        return (tr("It is still to be accepted or rejected."),)


class AcceptSection81(_Section81Answer):
    """Says that the apparatus is the promoter's own, and by what works it is put right."""

    step, decision = Step.ACCEPT_SECTION_81, Section81Status.ACCEPTED.value
    operation = decided("UpdateSection81Status", step, decision, _send, _read)
    filled = frozenset({_STATUS})

    def title(self) -> str:
        """Return its name."""
        return tr("Accept section 81")

    def questions(self) -> tuple[Field[About[Section81Summary]], ...]:
        """Return the works that follow, and the remark."""
        why = tr("Works that need a permit are applied for as new works.")
        return (Field(_WORKS, tr("By what works is it put right?"), why), *super().questions())

    def afterwards(self, receipt: Receipt, situation: About[Section81Summary]) -> tuple[str, ...]:
        """Say what comes next."""
        return (tr("Report the repair once it is done."),)


class ReportRepair(_Section81Answer):
    """Says that the promoter has put the apparatus right."""

    step, decision = Step.REPORT_REPAIR, Section81Status.ACCEPTED_FIXED.value
    operation = decided("UpdateSection81Status", step, decision, _send, _read)

    def title(self) -> str:
        """Return its name."""
        return tr("Report the repair")

    def reason(self) -> str:
        """Return what is asked for with it."""
        return tr("What was done, and when?")


class RejectSection81(_Section81Answer):
    """Says that the promoter has nothing to put right, and why."""

    step, decision = Step.REJECT_SECTION_81, Section81Status.REJECTED.value
    operation = decided("UpdateSection81Status", step, decision, _send, _read)

    def title(self) -> str:
        """Return its name."""
        return tr("Reject section 81")

    def reason(self) -> str:
        """Return what is asked for with it."""
        return tr("Why is it rejected?")


class ResolveSection81(_Section81Answer):
    """Says that the authority counts a notice as settled, and why."""

    step, decision = Step.RESOLVE_SECTION_81, Section81Status.RESOLVED_BY_HA.value
    operation = decided("UpdateSection81Status", step, decision, _send, _read)

    def title(self) -> str:
        """Return its name."""
        return tr("Resolve section 81")

    def reason(self) -> str:
        """Return what is asked for with it."""
        return tr("How was it resolved?")


class CancelSection81(_Section81Answer):
    """Says that the authority takes a notice back, and why."""

    step, decision = Step.CANCEL_SECTION_81, Section81Status.CANCELLED.value
    operation = decided("UpdateSection81Status", step, decision, _send, _read)

    def title(self) -> str:
        """Return its name."""
        return tr("Cancel section 81")

    def reason(self) -> str:
        """Return what is asked for with it."""
        return tr("Why is it cancelled?")
