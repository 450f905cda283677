"""Section 81 operations of the Work API."""

from dataclasses import replace
from datetime import timezone
from typing import Any, Callable, Optional

import shapely.geometry

from ...api.v1.models.work import Section81CreateRequest, Section81StatusUpdateRequest
from ...trade.vocabulary.inspections import InspectionType
from ...trade.vocabulary.notices import Section81Status
from ...trade.workstreams import DEFAULT_WORKSTREAM
from ...words import tr
from ..answers.section81 import DETAILS, section81
from ..machines import inspections
from ..machines import section81 as machine
from ..machines.pieces import about_works
from ..made_up.scene import midnight
from ..people.rights import check_party, sides
from ..records import Change, Event, ScheduledInspection, Section81, Works
from ..refusals import not_found, restricted
from ..serving.exchange import Answer, Call, Handler
from .historic import a_promoter
from .office import Office


class Section81Operations:
    """The operations of section 81 notices in one office."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "CreateSection81": self.create_section81,
            "GetSection81": self.get_section81,
            "UpdateSection81Status": self.update_section81_status,
        }
        return {("work", operation): handler for operation, handler in named.items()}

    def create_section81(self, call: Call) -> Answer:
        """Tell a promoter of its apparatus on one's own streets (Business rules 14.1 to 14.3)."""
        user = call.signed_in
        request = self._office.read(Section81CreateRequest, call)
        if request.highway_authority_swa_code != user.organisation.swa_code:
            raise restricted()
        place = self._office.place(request, user.organisation.swa_code)
        promoter = a_promoter(request.promoter_swa_code)
        now = self._office.clock.now()

        def make(reference: str) -> Change:
            notice = Section81(
                reference=f"{reference}-S81",
                kind=request.section_81_type.value,
                severity=request.section_81_severity.value,
                status=Section81Status.ISSUED,
                created=now,
                where=request.location_description,
                status_changed=now,
                details={n: v for n, v in request.body().items() if n in DETAILS},
            )
            works = Works(
                reference=reference,
                workstream=DEFAULT_WORKSTREAM,
                promoter_swa_code=promoter.swa_code,
                promoter=promoter.name,
                place=place,
                geometry=shapely.geometry.shape(request.works_coordinates),
                status="section_81",
                created=now,
                section_81=notice,
                where=request.location_description,
                scheduled_inspection=self._reinspection(request),
            )
            return Change(works, _issued(works, notice))

        prefix = f"{user.organisation.prefix}S81"
        works = self._office.register.create(None, prefix, user, make, request)
        body = {
            "work_reference_number": works.reference,
            "section_81_reference_number": f"{works.reference}-S81",
        }
        return Answer(status=201, body=body)

    def get_section81(self, call: Call) -> Answer:
        """Return a notice to its promoter and its authority."""
        works = self._office.works(call)
        check_party(works, call.signed_in)
        return Answer(body=section81(self._office.known, works, _find(works, call)))

    def update_section81_status(self, call: Call) -> Answer:
        """Answer a notice as its promoter, close it as its authority (Business rules 14.5)."""
        request = self._office.read(Section81StatusUpdateRequest, call)

        def make(works: Works) -> Change:
            after = machine.change(
                _find(works, call),
                request.section_81_status.value,
                request.status_reason,
                request.work_type.value if request.work_type else None,
                sides(works, call.signed_in),
                self._office.clock.now(),
            )
            told = _changed(after, request.status_reason)
            return Change(replace(works, section_81=after), (told,))

        return self._office.changed(call, request, check_party, make)

    def _reinspection(self, request: Any) -> Optional[ScheduledInspection]:
        if request.reinspection_date is None:
            return None
        moment = request.reinspection_date_time
        return ScheduledInspection(
            kind=InspectionType.SECTION_81,
            category=None,
            day=midnight(request.reinspection_date),
            created=self._office.clock.now(),
            moment=moment.astimezone(timezone.utc) if moment else None,
        )


def _find(works: Works, call: Call) -> Section81:
    notice = works.section_81
    if notice is None or notice.reference != call.path["section81ReferenceNumber"].upper():
        raise not_found(tr("The works have no section 81 notice with this reference"))
    return notice


def _issued(works: Works, notice: Section81) -> tuple[Event, ...]:
    made = about_works("section_81_works_record_created", "Section 81 works record created", works)
    details = f"Section 81 notice issued: {notice.kind}"
    topic = "Section 81 notice issued"
    told = Event("section_81_submitted", topic, details, notice.reference, "section_81")
    planned = works.scheduled_inspection
    return (made, told, inspections.scheduled(planned)) if planned else (made, told)


def _changed(after: Section81, reason: Optional[str]) -> Event:
    details = f"Section 81 notice {after.status}"
    if reason:
        details = f"{details}: {reason}"
    topic = "Section 81 notice changed"
    return Event(machine.event(after.status), topic, details, after.reference, "section_81")
