"""The next inspection of works: scheduled and cancelled by the authority (Business rules 10.4)."""

from datetime import timedelta
from typing import TYPE_CHECKING, Any, Optional

from ...api.contract.complete import RuledRequest
from ...api.contract.fields import parsed_time
from ...api.errors import Conflict
from ...api.v1.models.work import ScheduledInspectionCreateRequest
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...rules import inspections
from ...rules.steps import Step
from ...rules.told import works_standing
from ...trade.calendar import civil_day, next_working_day
from ...trade.labels import label
from ...trade.records.belonging import InspectionSummary
from ...trade.records.receipts import Receipt
from ...trade.records.works import Works
from ...trade.telling import short_day
from ...words import tr
from ..about import About, StepForm
from ..fields import Field, Section
from ..told import Fact, Told, told_plainly
from ..values import Values

if TYPE_CHECKING:
    from ...api import StreetManager

_KIND, _CATEGORY = "scheduled_inspection_type", "scheduled_inspection_category"
_DAY, _MOMENT = "scheduled_inspection_date", "scheduled_inspection_date_time"


class NothingAsked(RuledRequest):
    """A request in which there is nothing to say."""


def _schedule(
    client: "StreetManager", works: str, request: ScheduledInspectionCreateRequest
) -> Receipt:
    client.work.create_scheduled_inspection(works, request)
    return Receipt(works)


def _settle_schedule(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Read the works: their scheduled inspection is the one that was sent, or none, or another."""
    planned = _scheduled(client.register.works(entry.subject))
    if planned is None:
        return None
    if _is_as_sent(planned, entry.body):
        return Receipt(entry.subject)
    raise Conflict(
        tr("Another inspection of {reference} is scheduled by now.").format(
            reference=entry.subject
        ),
        advice=tr("Look at their details."),
    )


def _is_as_sent(planned: InspectionSummary, sent: dict[str, Any]) -> bool:
    words = (planned.kind, planned.category) == (sent.get(_KIND), sent.get(_CATEGORY) or "")
    if sent.get(_MOMENT):
        return words and planned.moment == parsed_time(sent[_MOMENT])
    return words and str(civil_day(planned.moment)) == str(sent.get(_DAY))[:10]


def _cancel(client: "StreetManager", works: str, request: NothingAsked) -> Receipt:
    client.work.delete_scheduled_inspection(works)
    return Receipt(works)


def _settle_cancel(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Read the works: no inspection of theirs is scheduled any more, or one still is.

    One that was scheduled anew meanwhile cannot be told from the one that was to be cancelled.
    """
    left = _scheduled(client.register.works(entry.subject))
    return Receipt(entry.subject) if left is None else None


def _scheduled(works: Works) -> Optional[InspectionSummary]:
    return next((one for one in works.inspections if one.is_scheduled), None)


class ScheduleInspection(StepForm[Works, ScheduledInspectionCreateRequest]):
    """Schedules the next inspection of works."""

    operation = Operation("CreateScheduledInspection", _schedule, _settle_schedule)
    model = ScheduledInspectionCreateRequest
    step = Step.SCHEDULE_INSPECTION
    takes = Works

    def told(self) -> Told:
        """Return its sentences."""
        return told_plainly(tr("Schedule an inspection"))

    def table(self) -> tuple[Section[About[Works]], ...]:
        """Return its one section."""
        asked: tuple[Field[About[Works]], ...] = (
            *type_and_category(_KIND, _CATEGORY),
            Field(_DAY, tr("Date")),
            Field(_MOMENT, tr("Time"), tr("UK time."), day=_DAY),
        )
        return (Section(tr("Inspection"), asked),)

    def begin(self, situation: About[Works], kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else an inspection on the next working day."""
        tomorrow = situation.today + timedelta(days=1)
        return {
            _KIND: usual_type(situation),
            _DAY: next_working_day(tomorrow, situation.today).isoformat(),
            **(kept or {}),
        }


class CancelInspection(StepForm[Works, NothingAsked]):
    """Cancels the scheduled inspection of works."""

    operation = Operation("DeleteScheduledInspection", _cancel, _settle_cancel)
    model = NothingAsked
    step = Step.CANCEL_INSPECTION
    takes = Works

    def told(self) -> Told:
        """Return its sentences."""
        return told_plainly(tr("Cancel the scheduled inspection"))

    def table(self) -> tuple[Section[About[Works]], ...]:
        """Return nothing: there is nothing to ask."""
        return ()

    def facts(
        self, request: NothingAsked, values: Values, situation: About[Works]
    ) -> tuple[Fact, ...]:
        """Return which works it is about, and which inspection."""
        facts, planned = super().facts(request, values, situation), _scheduled(situation.works)
        if planned is None:
            return facts
        what = ", ".join(label(one) for one in (planned.kind, planned.category) if one)
        when = short_day(civil_day(planned.moment), situation.today)
        return (*facts, Fact(tr("Scheduled inspection"), f"{what}, {when}"))


def type_and_category(kind: str, category: str) -> tuple[Field[About[Works]], ...]:
    """Return the questions for both, by the request's names for them."""
    return (
        Field(kind, tr("Inspection type"), offered=is_for),
        Field(
            category,
            tr("Inspection category"),
            shown=lambda values, situation: inspections.has_category(values.get(kind) or ""),
            must=True,
            fits=lambda one, values: fits(one, values.get(kind)),
        ),
    )


def usual_type(situation: About[Works]) -> str:
    """Return which type of inspection works would get as they stand."""
    works = situation.works
    return inspections.usual_type(works_standing(works), works.notice is not None)


def is_for(kind: str, situation: About[Works]) -> bool:
    """Say whether inspections of a type are for these works."""
    return inspections.why_not_of_works(kind, situation.works.notice is not None) is None


def fits(category: str, kind: Optional[str]) -> bool:
    """Say whether a category goes with a type of inspection, of which there may be none yet."""
    return not kind or inspections.why_not_of_category(kind, category) is None
