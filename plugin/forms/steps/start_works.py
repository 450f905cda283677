"""Starting works: when works began that are the planner's own (Business rules 6.1)."""

from datetime import datetime, timezone
from typing import Any, Optional

from ...api.v1.models.work import WorkStartUpdateRequest
from ...rules.clocks.said import missed
from ...rules.clocks.works import start_notice
from ...rules.progress import thought_of_a_start, why_not_started_on
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

_STARTED = "actual_start_date"


class StartWorks(StepForm[Works, WorkStartUpdateRequest]):
    """Says when works started."""

    operation = logged(
        "UpdateActualStartDate",
        _STARTED,
        lambda client, works, request: client.work.update_actual_start_date(works, request),
        lambda: tr("The works {reference} were started already, at another time."),
    )
    model = WorkStartUpdateRequest
    step = Step.START
    takes = Works

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=tr("Start works"),
            checked=tr("I have checked this. I know that it is live and cannot always be undone."),
            accepted=tr("Street Manager has noted that the works started."),
            refused=tr("The start was not accepted."),
            not_sent=tr("The start was not sent."),
            unknown=tr("It is not known whether Street Manager has the start of the works."),
            not_there=tr("Street Manager does not have the start of the works."),
            unanswered=tr("The start was sent, and no answer came before the form was closed."),
        )

    def table(self) -> tuple[Section[About[Works]], ...]:
        """Return its one section."""
        return (
            Section(
                tr("Start"),
                (
                    Field(
                        _STARTED,
                        tr("When did the works start?"),
                        tr("UK time. It must be in the past."),
                    ),
                ),
            ),
        )

    def begin(self, situation: About[Works], kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else that the works start now."""
        return {_STARTED: this_moment(), **(kept or {})}

    def thoughts(self, values: Values, situation: About[Works]) -> dict[str, list[str]]:
        """Say that the permit is not granted yet, and that the start is logged late."""
        thought = thought_of_a_start(works_standing(situation.works))
        started, now = moment_in(values, _STARTED), datetime.now(timezone.utc)
        late = missed(start_notice(started), now) if started else []
        return {_STARTED: [*([thought] if thought else ()), *late]}

    def also_wrong(self, values: Values, situation: About[Works]) -> dict[str, str]:
        """Say what the permit has against the day."""
        day, permit = day_in(values.get(_STARTED) or {}, "day"), situation.works.permit
        if day is None or permit is None:
            return {}
        why = why_not_started_on(day, civil_day(permit.first_day))
        return {_STARTED: why} if why else {}

    def afterwards(self, receipt: Receipt, situation: About[Works]) -> tuple[str, ...]:
        """Say where the start can be seen."""
        return (tr("The works are in progress: the map and their details show it."),)
