"""Works: applying for new ones, reading them, category and duration."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Callable, Optional

from ...api.v1.models.work import WorkCreateRequest
from ...rules import notice
from ...rules.category import category_of
from ...trade import calendar
from ...words import tr
from .. import answers
from ..machines import permits
from ..machines.pieces import is_hs2
from ..map.features import stamp
from ..people.rights import check_party
from ..records import Change, Works
from ..refusals import bad_field
from ..serving.exchange import Answer, Call, Handler
from .applications import category as category_asked
from .applications import check_reserved, new_permit
from .map import day
from .office import Office

_WORK_TYPES = ("planned", "immediate", "hs2_highway_works")
_FURTHEST = timedelta(days=366 * 20)


class WorkOperations:
    """The operations of the Work API on works as a whole."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "CreateWork": self.create_work,
            "GetWork": self.get_work,
            "GetWorkHistory": self.get_work_history,
            "GetWorkCategory": self.get_work_category,
            "CalculateDuration": self.calculate_duration,
        }
        return {("work", operation): handler for operation, handler in named.items()}

    def create_work(self, call: Call) -> Answer:
        """Take an application for new works (V1.25.12, CreateWork; Business rules 2, 3.1, 3.4)."""
        request: WorkCreateRequest = self._office.read(WorkCreateRequest, call)
        self._office.promoter(request.promoter_swa_code, call.signed_in)
        check_reserved(request, request.promoter_swa_code)
        made = self._office.create(call, request, "planned", self._first)
        body = {
            "work_reference_number": made.reference,
            "permit_reference_number": made.permits[0].reference,
        }
        return Answer(status=201, body=body)

    def _first(self, request: WorkCreateRequest, works: Works, reference: str) -> Change:
        today = self._office.clock.today()
        category = category_asked(request, (), today)
        permit = new_permit(f"{reference}-01", request, category, works.created, today)
        return permits.first(replace(works, reference=reference), permit, works.created)

    def get_work(self, call: Call) -> Answer:
        """Return works to their promoter, its contractors and their highway authority."""
        works = self._office.works(call)
        check_party(works, call.signed_in)
        return Answer(body=answers.works_record(self._office.known, works))

    def get_work_history(self, call: Call) -> Answer:
        """Return what happened to works, to the same people (Business rules 7.2)."""
        works = self._office.works(call)
        check_party(works, call.signed_in)
        return Answer(body=answers.history(works))

    def get_work_category(self, call: Call) -> Answer:
        """Say which category, duration and notice some dates would have (Business rules 3.4.3)."""
        today = self._office.clock.today()
        work_type = call.one("work_type") or ""
        if work_type not in _WORK_TYPES:
            message = tr("Choose one of: planned, immediate, hs2_highway_works.")
            raise bad_field("work_type", message)
        start, end = _both_days(call, "proposed_start_date", "proposed_end_date")
        reference = call.one("work_reference_number")
        works = self._office.register.works(reference) if reference else None
        category = category_of(
            work_type,
            start,
            end,
            _flag(call, "is_ttro_required"),
            _flag(call, "immediate_risk"),
            earlier=permits.earlier_permits(works) if works else (),
            today=today,
        )
        counted = calendar.counted_day(self._office.clock.now(), today)
        until = _validity_end(works, category, start, today)
        body = {
            "work_category": category,
            "duration": answers.duration(start, end, today),
            "validity_period_end_date": stamp(answers.validity(until, end)),
            "is_early_start": notice.is_early_start(category, start, counted, today),
        }
        return Answer(body=body)

    def calculate_duration(self, call: Call) -> Answer:
        """Count calendar and working days, both ends included (Business rules 1.2)."""
        start, end = _both_days(call, "startDate", "endDate")
        return Answer(body=answers.duration(start, end, self._office.clock.today()))


def _validity_end(
    works: Optional[Works], category: str, start: date, today: date
) -> Optional[date]:
    """Return the end of the validity period as far as it is known: new works have no street yet."""
    if works is None:
        return notice.validity_end(category, start, today=today)
    return notice.validity_end(
        category,
        start,
        road_category=works.place.road_category,
        traffic_sensitive=works.active is not None and works.active.is_traffic_sensitive,
        hs2=is_hs2(works),
        today=today,
    )


def _both_days(call: Call, first: str, last: str) -> tuple[date, date]:
    start, end = day(call, first), day(call, last)
    if start is None or end is None:
        raise bad_field(first if start is None else last, tr("This must be filled in."))
    if end < start:
        raise bad_field(last, tr("The works cannot end before they start."))
    if end - start > _FURTHEST:
        raise bad_field(last, tr("This is too far ahead."))
    return start, end


def _flag(call: Call, name: str) -> Optional[bool]:
    text = call.one(name)
    if text is None:
        return None
    if text.lower() not in ("true", "false"):
        raise bad_field(name, tr("Answer yes or no."))
    return text.lower() == "true"
