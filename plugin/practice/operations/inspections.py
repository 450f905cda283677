"""Inspection operations of the Work API."""

from datetime import datetime, timezone
from functools import partial
from typing import Any, Callable, Optional, cast

from ...api.v1.models.work import (
    HistoricInspectionCreateRequest,
    InspectionCreateRequest,
    ScheduledInspectionCreateRequest,
)
from ...rules.steps import Step
from ...words import tr
from ..answers.inspections import DETAILS, inspection
from ..machines import inspections as machine
from ..made_up.scene import midnight
from ..people.rights import check_party, taker
from ..records import Change, Event, Inspection, ScheduledInspection, Works
from ..refusals import bad_field, not_found
from ..serving.exchange import Answer, Call, Handler
from .historic import create_historic
from .office import Office

_DETAILS = frozenset({*DETAILS, "failure_reason_details"})


class InspectionOperations:
    """The inspection operations in one office."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "CreateInspection": self.create_inspection,
            "GetInspection": self.get_inspection,
            "CreateScheduledInspection": self.create_scheduled_inspection,
            "DeleteScheduledInspection": self.delete_scheduled_inspection,
            "CreateHistoricInspection": self.create_historic_inspection,
        }
        return {("work", operation): handler for operation, handler in named.items()}

    def create_inspection(self, call: Call) -> Answer:
        """Register an inspection of works on one's own streets (Business rules 10.1 to 10.4)."""
        request = self._office.read(InspectionCreateRequest, call)
        _check(request)
        make = partial(self._inspect, request)
        works = self._office.change(call, request, taker(Step.INSPECT), make)
        body = {"inspection_reference_number": works.inspections[-1].reference}
        return Answer(status=201, body=body)

    def create_historic_inspection(self, call: Call) -> Answer:
        """Register an inspection of works from before Street Manager (Business rules 15.1)."""
        request = self._office.read(HistoricInspectionCreateRequest, call)
        _check(request)
        works = create_historic(self._office, call, request, partial(self._inspect, request))
        body = {
            "work_reference_number": works.reference,
            "inspection_reference_number": works.inspections[-1].reference,
        }
        return Answer(status=201, body=body)

    def get_inspection(self, call: Call) -> Answer:
        """Return an inspection to the promoter and the authority of its works."""
        works = self._office.works(call)
        check_party(works, call.signed_in)
        wanted = call.path["inspectionReferenceNumber"].upper()
        found = next((one for one in works.inspections if one.reference == wanted), None)
        if found is None:
            raise not_found(tr("The works have no inspection with this reference"))
        return Answer(body=inspection(self._office.known, works, found))

    def create_scheduled_inspection(self, call: Call) -> Answer:
        """Plan the next inspection; works have one planned at most (Business rules 10.4)."""
        request = self._office.read(ScheduledInspectionCreateRequest, call)
        category = request.scheduled_inspection_category
        planned = ScheduledInspection(
            kind=request.scheduled_inspection_type.value,
            category=category.value if category else None,
            day=midnight(request.scheduled_inspection_date),
            created=self._office.clock.now(),
            moment=_in_utc(request.scheduled_inspection_date_time),
        )
        field = "scheduled_inspection_category"
        machine.check_category(planned.kind, planned.category, field)

        def make(works: Works) -> Change:
            return Change(machine.schedule(works, planned), (machine.scheduled(planned),))

        self._office.change(call, request, taker(Step.SCHEDULE_INSPECTION), make)
        return Answer(status=201)

    def delete_scheduled_inspection(self, call: Call) -> Answer:
        """Cancel the planned inspection. Refusal 404 when there is none."""
        return self._office.changed(call, None, taker(Step.CANCEL_INSPECTION), _unscheduled)

    def _inspect(self, request: Any, works: Works) -> Change:
        """Add the inspection of a request to works, and the reinspection that it asks for."""
        _check_sites(works, request)
        now = self._office.clock.now()
        category = request.inspection_category
        made = Inspection(
            reference=f"{works.reference}-INSP-{len(works.inspections) + 1:02d}",
            kind=request.inspection_type.value,
            category=category.value if category else None,
            outcome=request.inspection_outcome.value,
            started=request.inspection_start_date.astimezone(timezone.utc),
            created=now,
            details={n: v for n, v in request.body().items() if n in _DETAILS},
            files=tuple(request.file_ids or ()),
        )
        planned = _following(request, now)
        told = Event(
            machine.event(made.outcome), "Inspection added",
            f"Inspection added: {made.kind}, {made.outcome}", made.reference, "inspection",
        )  # fmt: skip
        events = (told, machine.scheduled(planned)) if planned else (told,)
        return Change(machine.inspect(works, made, planned), events, made.files)


def _check(request: Any) -> None:
    """Check that type, category and outcome of an inspection go together. Raises Refusal 400."""
    kind, category = request.inspection_type.value, request.inspection_category
    category = category.value if category else None
    machine.check_category(kind, category, "inspection_category")
    failings = [one.failure_reason.value for one in request.failure_reason_details or ()]
    machine.check_outcome(kind, category, request.inspection_outcome.value, failings)


def _check_sites(works: Works, request: Any) -> None:
    """Check that the works have the sites at which failings were found. Raises Refusal 400."""
    known = {site.number for site in works.sites}
    for failing in request.failure_reason_details or ():
        for number in getattr(failing, "site_numbers", None) or ():
            if number not in known:
                said = tr("The works have no site {number}.").format(number=number)
                raise bad_field("failure_reason_details", said)


def _following(request: Any, now: datetime) -> Optional[ScheduledInspection]:
    """Return the reinspection that a request asks for: by default like the inspection itself."""
    if request.reinspection_date is None:
        return None
    kind, category = request.reinspection_type, request.reinspection_category
    if kind is None or category is None:
        kind, category = request.inspection_type, request.inspection_category
    planned = ScheduledInspection(
        kind=kind.value,
        category=category.value if category else None,
        day=midnight(request.reinspection_date),
        created=now,
        moment=_in_utc(request.reinspection_date_time),
    )
    machine.check_category(planned.kind, planned.category, "reinspection_category")
    return planned


def _unscheduled(works: Works) -> Change:
    after = machine.unschedule(works)
    day = cast(ScheduledInspection, works.scheduled_inspection).day.date()
    told = Event(
        "scheduled_inspection_cancelled", "Scheduled inspection cancelled",
        f"Scheduled inspection cancelled: {day}", None, "scheduled_inspection",
    )  # fmt: skip
    return Change(after, (told,))


def _in_utc(moment: Optional[datetime]) -> Optional[datetime]:
    return moment.astimezone(timezone.utc) if moment else None
