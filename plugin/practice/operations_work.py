"""Work operations: applying, reading works and permits, category and duration."""

from datetime import date, datetime, timedelta, timezone
from functools import partial
from typing import Any, Callable, Optional

import shapely.geometry

from ..api.v1.models.work import WorkCreateRequest
from ..errors import StreetWorksError
from ..rules import notice
from ..rules.category import EarlierPermit, category_of
from ..words import tr
from . import answers
from .accounts import AUTHORITY, User
from .clock import Clock
from .exchange import Answer, Call, bad_field, not_found, read_body, restricted
from .map_features import stamp
from .operations_map import Handler, day
from .organisations import BY_CODE
from .records import Permit, Place, Works
from .register import Register
from .scene import midnight
from .town.gazetteer import Street, Town
from .town.names import TOWN

_AUTOMATIC_CONDITIONS = ("NCT01a", "NCT01b")
_OF_THE_WORKS = frozenset(
    {
        "work_reference_number", "promoter_swa_code", "highway_authority_swa_code",
        "works_coordinates", "street_name", "town", "area_name", "usrn", "road_category",
        "workstream_prefix", "proposed_start_date", "proposed_end_date", "file_ids",
        "traffic_management_type",
    }
)  # fmt: skip


class WorkOperations:
    """The operations of the Work API on one register and town."""

    def __init__(self, register: Register, town: Town, clock: Clock) -> None:
        self._register = register
        self._town = town
        self._clock = clock

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "CreateWork": self.create_work,
            "GetWork": self.get_work,
            "GetPermit": self.get_permit,
            "GetWorkCategory": self.get_work_category,
            "CalculateDuration": self.calculate_duration,
        }
        return {("work", operation): handler for operation, handler in named.items()}

    # -- applying ---------------------------------------------------------------------------

    def create_work(self, call: Call) -> Answer:
        """Take an application for new works (V1.25.12, CreateWork; Business rules 2, 3.1, 3.4)."""
        user = call.signed_in
        today = self._clock.today()
        request: WorkCreateRequest = read_body(WorkCreateRequest, call.body, today=today)
        if request.promoter_swa_code not in user.promoters:
            raise restricted()
        workstream = _workstream(request)
        street = self._street(request)
        category = _category(request, today)
        early = _early_start(request, category, today)
        works = self._register.create(
            request.work_reference_number,
            BY_CODE[request.promoter_swa_code].prefix + workstream,
            user,
            partial(self._works, request, workstream, street, category, early, user),
        )
        answer = {
            "work_reference_number": works.reference,
            "permit_reference_number": works.active.reference,
        }
        return Answer(status=201, body=answer)

    def _street(self, request: WorkCreateRequest) -> Street:
        street = self._town.by_usrn.get(request.usrn)
        if street is None:
            raise bad_field("usrn", tr("The gazetteer has no street with this USRN."))
        codes = [code for code, _ in street.authorities]
        if request.highway_authority_swa_code not in codes:
            raise bad_field(
                "highway_authority_swa_code",
                tr("This must be a primary notice authority of the street: {codes}.").format(
                    codes=", ".join(codes)
                ),
            )
        return street

    def _works(
        self,
        request: WorkCreateRequest,
        workstream: str,
        street: Street,
        category: str,
        early: bool,
        user: User,
        reference: str,
    ) -> Works:
        now = self._clock.now()
        running = request.work_type.value == "immediate"
        permit = Permit(
            reference=f"{reference}-01",
            category=category,
            status="submitted",
            start=midnight(request.proposed_start_date),
            end=midnight(request.proposed_end_date),
            traffic_management=request.traffic_management_type.value,
            created=now,
            actual_start=_began(request, now) if running else None,
            is_early_start=early,
            details=_details(request),
        )
        authority = BY_CODE[request.highway_authority_swa_code]
        return Works(
            reference=reference,
            workstream=workstream,
            promoter_swa_code=request.promoter_swa_code,
            promoter=BY_CODE[request.promoter_swa_code].name,
            place=Place(
                usrn=street.usrn,
                street=request.street_name or street.name,
                area=request.area_name or street.area,
                town=request.town or TOWN.upper(),
                road_category=street.road_category
                if request.road_category is None
                else request.road_category,
                authority_swa_code=authority.swa_code,
                authority=authority.name,
            ),
            geometry=shapely.geometry.shape(request.works_coordinates),
            status="in_progress" if running else "planned",
            permits=(permit,),
            created_by=user.email,
            files=tuple(request.file_ids or ()),
        )

    # -- reading ----------------------------------------------------------------------------

    def get_work(self, call: Call) -> Answer:
        """Return works to their promoter, its contractors and their highway authority."""
        works = self._register.works(call.path["workReferenceNumber"])
        user = call.signed_in
        own = works.place.authority_swa_code == user.organisation.swa_code
        if not (own if user.role == AUTHORITY else works.promoter_swa_code in user.promoters):
            raise restricted()
        files = self._register.summaries(works.files)
        street = self._town.by_usrn.get(works.place.usrn)
        return Answer(body=answers.works_record(works, files, street, self._clock.today()))

    def get_permit(self, call: Call) -> Answer:
        """Return a permit, to anybody who is signed in."""
        works = self._register.works(call.path["workReferenceNumber"])
        wanted = call.path["permitReferenceNumber"].upper()
        found = next((one for one in works.permits if one.reference.upper() == wanted), None)
        if found is None:
            raise not_found(tr("The works have no permit with this reference"))
        files = self._register.summaries(works.files)
        street = self._town.by_usrn.get(works.place.usrn)
        return Answer(body=answers.permit(works, found, files, street, self._clock.today()))

    def get_work_category(self, call: Call) -> Answer:
        """Say which category, duration and notice some dates would have (Business rules 3.4.3)."""
        today = self._clock.today()
        work_type = call.one("work_type") or ""
        if work_type not in ("planned", "immediate", "hs2_highway_works"):
            raise bad_field(
                "work_type", tr("Choose one of: planned, immediate, hs2_highway_works.")
            )
        start, end = self._both_days(call, "proposed_start_date", "proposed_end_date")
        category = category_of(
            work_type,
            start,
            end,
            _flag(call, "is_ttro_required"),
            _flag(call, "immediate_risk"),
            earlier=self._earlier(call.one("work_reference_number")),
            today=today,
        )
        body = {
            "work_category": category,
            "duration": answers.duration(start, end, today),
            "validity_period_end_date": stamp(answers.validity(category, start, end, today)),
            "is_early_start": notice.is_early_start(category, start, today, today),
        }
        return Answer(body=body)

    def _earlier(self, reference: Optional[str]) -> list[EarlierPermit]:
        if reference is None:
            return []
        permits = self._register.works(reference).permits
        return [EarlierPermit(one.category, one.status) for one in permits]

    def calculate_duration(self, call: Call) -> Answer:
        """Count calendar and working days, both ends included (Business rules 1.2)."""
        start, end = self._both_days(call, "startDate", "endDate")
        return Answer(body=answers.duration(start, end, self._clock.today()))

    def _both_days(self, call: Call, first: str, last: str) -> tuple[date, date]:
        start, end = day(call, first), day(call, last)
        if start is None or end is None:
            raise bad_field(first if start is None else last, tr("This must be filled in."))
        if end < start:
            raise bad_field(last, tr("The works cannot end before they start."))
        if end - start > timedelta(days=366 * 20):
            raise bad_field(last, tr("This is too far ahead."))
        return start, end


def _workstream(request: WorkCreateRequest) -> str:
    known = [prefix for prefix, _ in BY_CODE[request.promoter_swa_code].workstreams]
    wanted = request.workstream_prefix or next((p for p in known if p != "000"), "")
    if wanted not in known:
        raise bad_field("workstream_prefix", tr("The promoter has no workstream with this prefix."))
    return wanted


def _category(request: WorkCreateRequest, today: date) -> str:
    try:
        return category_of(
            request.work_type.value,
            request.proposed_start_date,
            request.proposed_end_date,
            request.is_ttro_required,
            request.immediate_risk,
            today=today,
        )
    except StreetWorksError as error:
        raise bad_field("proposed_end_date", error.message) from error


def _early_start(request: WorkCreateRequest, category: str, today: date) -> bool:
    early = notice.is_early_start(category, request.proposed_start_date, today, today)
    if early and request.early_start_pre_approval is None:
        raise bad_field(
            "early_start_pre_approval",
            tr("The start is earlier than the notice allows: say whether that was agreed."),
        )
    return early


def _began(request: WorkCreateRequest, now: datetime) -> datetime:
    told = request.proposed_start_time
    return min(told.astimezone(timezone.utc), now) if told else now


def _details(request: WorkCreateRequest) -> dict[str, Any]:
    details = {n: v for n, v in request.body().items() if n not in _OF_THE_WORKS}
    if not request.collaborative_working:
        details.pop("collaborative_works", None)
    asked = [
        one
        for one in details.get("permit_conditions", ())
        if one["condition"] not in _AUTOMATIC_CONDITIONS
    ]
    details["permit_conditions"] = [{"condition": one} for one in _AUTOMATIC_CONDITIONS] + asked
    return details


def _flag(call: Call, name: str) -> Optional[bool]:
    text = call.one(name)
    if text is None:
        return None
    if text.lower() not in ("true", "false"):
        raise bad_field(name, tr("Answer yes or no."))
    return text.lower() == "true"
