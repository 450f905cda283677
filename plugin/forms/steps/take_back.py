"""Taking the start or the stop of works back, when it was a mistake (Business rules 6.2, 6.4)."""

from ...api.v1.models.work import WorkStartRevertRequest, WorkStopRevertRequest
from ...rules.steps import Step
from ...trade.records.receipts import Receipt
from ...trade.records.works import Works
from ...words import tr
from ..about import About, StepForm
from ..fields import Field, Section
from ..told import Told
from .running import taken_back


class RevertStart(StepForm[Works, WorkStartRevertRequest]):
    """Says that works have not started after all."""

    operation = taken_back(
        "RevertActualStartDate",
        "actual_start_date",
        lambda client, works, request: client.work.revert_actual_start_date(works, request),
    )
    model = WorkStartRevertRequest
    step = Step.REVERT_START
    takes = Works

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=tr("Revert the start of works"),
            checked=tr("I have checked this. I know that it is live: the works did not start."),
            accepted=tr("Street Manager has taken the start of the works back."),
            refused=tr("The start was not taken back."),
            not_sent=tr("Taking the start back was not sent."),
            unknown=tr("It is not known whether Street Manager has taken the start back."),
            not_there=tr("The works still have their start at Street Manager."),
            unanswered=tr("It was sent, and no answer came before the form was closed."),
        )

    def table(self) -> tuple[Section[About[Works]], ...]:
        """Return its one section."""
        asked = tr("Why is the start taken back?")
        help_text = tr("The works are planned again. The highway authority reads the reason.")
        return (Section(tr("Revert start"), (Field("revert_reason", asked, help_text),)),)

    def afterwards(self, receipt: Receipt, situation: About[Works]) -> tuple[str, ...]:
        """Say how the works stand."""
        return (tr("The works are planned again: log their start when they begin."),)


class RevertStop(StepForm[Works, WorkStopRevertRequest]):
    """Says that works go on after all."""

    operation = taken_back(
        "RevertActualStopDate",
        "actual_stop_date",
        lambda client, works, request: client.work.revert_actual_stop_date(works, request),
    )
    model = WorkStopRevertRequest
    step = Step.REVERT_STOP
    takes = Works

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=tr("Revert the stop of works"),
            checked=tr("I have checked this. I know that it is live: the works go on."),
            accepted=tr("Street Manager has taken the stop of the works back."),
            refused=tr("The stop was not taken back."),
            not_sent=tr("Taking the stop back was not sent."),
            unknown=tr("It is not known whether Street Manager has taken the stop back."),
            not_there=tr("The works still have their stop at Street Manager."),
            unanswered=tr("It was sent, and no answer came before the form was closed."),
        )

    def table(self) -> tuple[Section[About[Works]], ...]:
        """Return its one section."""
        asked = tr("Why is the stop taken back?")
        help_text = tr(
            "The works are in progress again under the same permit. The highway authority reads "
            "the reason."
        )
        return (Section(tr("Revert stop"), (Field("revert_reason", asked, help_text),)),)

    def afterwards(self, receipt: Receipt, situation: About[Works]) -> tuple[str, ...]:
        """Say how the works stand."""
        return (tr("The works are in progress again: log their stop when they end."),)
