"""What is decided, by either side: forms that differ in the decision and in what goes with it.

The forms about one kind of record share an operation of the contract. A lost answer is settled by
reading the record: the decision is there, or it may still be taken, or something else was decided.
"""

from collections.abc import Collection
from typing import Any, Callable, ClassVar, Optional

from ...api.errors import Conflict
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...rules.standing import Subject
from ...rules.steps import Step, why_not
from ...trade.labels import label
from ...trade.records.receipts import Receipt
from ...words import tr
from ..about import About, Rec, StepForm, parts_of
from ..fields import Field, Section
from ..form import R
from ..told import Told, told_plainly
from ..values import Values

Sent = Callable[[Any, str, str, Any], None]
Read = Callable[[Any, str, str], tuple[Collection[str], Subject]]


def decided(name: str, step: Step, decision: str, send: Sent, read: Read) -> Operation:
    """Return the operation by which a decision is sent: the contract's `name`, and the step.

    `send(client, works, part, request)` makes the request. `read(client, works, part)` returns the
    statuses that the record is known to have, and how it stands.
    """

    def sent(client: Any, subject: str, request: Any) -> Receipt:
        works, part = parts_of(subject)
        send(client, works, part, request)
        return Receipt(works)

    def settle(client: Any, entry: Entry) -> Optional[Receipt]:
        works, part = parts_of(entry.subject)
        statuses, standing = read(client, works, part)
        if decision in statuses:
            return Receipt(works)
        if why_not(step, standing) is None:
            return None
        raise decided_otherwise(part, *statuses)

    return Operation(f"{name}.{step.value}", sent, settle)


def decided_otherwise(part: str, *statuses: str) -> Conflict:
    """Return the error that somebody else was first: a record has got other statuses."""
    return Conflict(
        tr("{reference} was decided otherwise meanwhile: {status}.").format(
            reference=part, status=", ".join(label(one) for one in statuses)
        ),
        advice=tr("Look at its details."),
    )


class Decision(StepForm[Rec, R]):
    """Decides: `field` of the request gets the `decision`; the form asks what goes with it."""

    field: ClassVar[str]
    decision: ClassVar[str]

    def title(self) -> str:
        """Return its name."""
        raise NotImplementedError

    def questions(self) -> tuple[Field[About[Rec]], ...]:
        """Return what is asked with it."""
        raise NotImplementedError

    def told(self) -> Told:
        """Return its sentences."""
        return told_plainly(self.title())

    def table(self) -> tuple[Section[About[Rec]], ...]:
        """Return its one section."""
        return (Section(tr("Details"), self.questions()),)

    def known(self, values: Values, situation: About[Rec]) -> dict[str, Any]:
        """Return the decision."""
        return {self.field: self.decision}
