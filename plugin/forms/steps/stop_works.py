"""Stopping works: when works in progress ended, which closes their permit (Business rules 6.3)."""

from datetime import datetime, timezone
from typing import Any, Optional

from ...api.v1.models.work import WorkStopUpdateRequest
from ...rules.clocks.said import missed
from ...rules.clocks.works import stop_notice
from ...rules.progress import thoughts_of_a_stop, why_not_stopped_at
from ...rules.steps import Step
from ...rules.told import works_standing
from ...trade.calendar import civil_day
from ...trade.records.receipts import Receipt
from ...trade.records.works import Works
from ...words import tr
from ..about import About, StepForm
from ..fields import Field, Section
from ..told import Told
from ..values import Values, day_in, moment_in, this_moment
from .running import logged

_STOPPED = "actual_stop_date"


class StopWorks(StepForm[Works, WorkStopUpdateRequest]):
    """Says when works stopped."""

    operation = logged(
        "UpdateActualStopDate",
        _STOPPED,
        lambda client, works, request: client.work.update_actual_stop_date(works, request),
        lambda: tr("The works {reference} were stopped already, at another time."),
    )
    model = WorkStopUpdateRequest
    step = Step.STOP
    takes = Works

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=tr("Stop works"),
            checked=tr("I have checked this. I know that it is live and cannot always be undone."),
            accepted=tr("Street Manager has noted that the works stopped."),
            refused=tr("The stop was not accepted."),
            not_sent=tr("The stop was not sent."),
            unknown=tr("It is not known whether Street Manager has the stop of the works."),
            not_there=tr("Street Manager does not have the stop of the works."),
            unanswered=tr("The stop was sent, and no answer came before the form was closed."),
        )

    def table(self) -> tuple[Section[About[Works]], ...]:
        """Return its one section."""
        return (
            Section(
                tr("Stop"),
                (
                    Field(
                        _STOPPED,
                        tr("When did the works stop?"),
                        tr(
                            "UK time. It must be in the past, and after the start. The permit is "
                            "closed then."
                        ),
                    ),
                ),
            ),
        )

    def begin(self, situation: About[Works], kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else that the works stop now."""
        return {_STOPPED: this_moment(), **(kept or {})}

    def thoughts(self, values: Values, situation: About[Works]) -> dict[str, list[str]]:
        """Say that the works overran, what ends with them, and that the stop is logged late."""
        day, permit = day_in(values.get(_STOPPED) or {}, "day"), situation.works.permit
        if day is None or permit is None:
            return {}
        standing, until = works_standing(situation.works), civil_day(permit.reasonable_until)
        stopped, now = moment_in(values, _STOPPED), datetime.now(timezone.utc)
        late = missed(stop_notice(stopped), now) if stopped else []
        return {_STOPPED: [*thoughts_of_a_stop(standing, day, until), *late]}

    def also_wrong(self, values: Values, situation: About[Works]) -> dict[str, str]:
        """Say that the works had not started then."""
        moment, permit = moment_in(values, _STOPPED), situation.works.permit
        if moment is None or permit is None:
            return {}
        why = why_not_stopped_at(moment, permit.started)
        return {_STOPPED: why} if why else {}

    def afterwards(self, receipt: Receipt, situation: About[Works]) -> tuple[str, ...]:
        """Say what comes next."""
        permit = situation.works.permit
        done = tr("The works are completed and their permit is closed.")
        if permit is None or not permit.excavates:
            return (done,)
        return done, tr("Register their reinstatements if you have not yet.")
