"""Answers to notices: what promoter and authority say of an FPN or of a section 81 notice.

An answer gives a notice another status. The forms of one kind of notice share an operation of the
contract, and differ in the status, in who may give it and in their words.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Callable, ClassVar, Optional

from ...api.errors import Conflict
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...rules.diagram import Diagram, why_not_reached
from ...rules.steps import Step
from ...trade.labels import label
from ...trade.records.receipts import Receipt
from ...words import tr
from ..about import About, Rec, StepForm, parts_of
from ..fields import Field, Section
from ..form import R
from ..told import Told
from ..values import Values


@dataclass(frozen=True)
class Notices:
    """How notices of a kind are answered, by the contract's `operation`.

    `send(client, works, notice, request)` makes the request. `read(client, works, notice)` returns
    the status that the notice has, and after it those that it is known to have had.
    """

    operation: str
    send: Callable[[Any, str, str, Any], None]
    read: Callable[[Any, str, str], Collection[str]]
    diagram: Diagram

    def answered(self, step: Step, status: str) -> Operation:
        """Return the operation of the step that gives a notice a status."""

        def send(client: Any, subject: str, request: Any) -> Receipt:
            works, notice = parts_of(subject)
            self.send(client, works, notice, request)
            return Receipt(works)

        return Operation(
            f"{self.operation}.{step.value}",
            send,
            lambda client, entry: self._settle(client, entry, status),
        )

    def _settle(self, client: Any, entry: Entry, status: str) -> Optional[Receipt]:
        """Read the notice: it has the status, or may still get it, or has got another.

        What was said with it is not compared: the contract tells it of no FPN.
        """
        works, notice = parts_of(entry.subject)
        now, *had = self.read(client, works, notice)
        if status in (now, *had):
            return Receipt(works)
        if why_not_reached(self.diagram, now, status) is None:
            return None
        raise Conflict(
            tr("{reference} has the status “{status}” by now.").format(
                reference=notice, status=label(now)
            ),
            advice=tr("Look at its details."),
        )


class Answer(StepForm[Rec, R]):
    """Gives a notice the `status`, which stands in the request's field `field`."""

    field: ClassVar[str]
    status: ClassVar[str]

    def title(self) -> str:
        """Return its name."""
        raise NotImplementedError

    def reason(self) -> str:
        """Return what is asked for beside it."""
        return tr("Remark")

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=self.title(),
            checked=tr("I have checked this. I know that it is live and cannot always be undone."),
            accepted=tr("Street Manager has noted it."),
            refused=tr("Street Manager did not take it."),
            not_sent=tr("It was not sent."),
            unknown=tr("It is not known whether Street Manager has it."),
            not_there=tr("Street Manager does not have it."),
            unanswered=tr("It was sent, and no answer came before the form was closed."),
        )

    def table(self) -> tuple[Section[About[Rec]], ...]:
        """Return its one section."""
        return (Section(self.title(), self.questions()),)

    def questions(self) -> tuple[Field[About[Rec]], ...]:
        """Return what is asked."""
        return (Field("status_reason", self.reason()),)

    def known(self, values: Values, situation: About[Rec]) -> dict[str, Any]:
        """Return the status."""
        return {self.field: self.status}
