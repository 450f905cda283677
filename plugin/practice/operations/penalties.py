"""Fixed penalty notice operations of the Work API."""

from dataclasses import replace
from datetime import timezone
from functools import partial
from typing import Any, Callable, Optional

from ...api.v1.models.work import FPNCreateRequest, FPNStatusUpdateRequest, HistoricFPNCreateRequest
from ...rules.steps import Step
from ...trade.vocabulary.notices import PenaltyStatus
from ...words import tr
from ..answers.penalties import fpn
from ..machines import penalties as machine
from ..people.rights import check_party, sides, taker
from ..records import Change, Event, Penalty, Works
from ..refusals import bad_field, not_found
from ..serving.exchange import Answer, Call, Handler
from .historic import create_historic
from .office import Office


class PenaltyOperations:
    """The operations of fixed penalty notices in one office."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "CreateFPN": self.create_fpn,
            "GetFPN": self.get_fpn,
            "UpdateFPNStatus": self.update_fpn_status,
            "CreateHistoricFPN": self.create_historic_fpn,
        }
        return {("work", operation): handler for operation, handler in named.items()}

    def create_fpn(self, call: Call) -> Answer:
        """Issue a notice for works on one's own streets, at any stage of theirs."""
        request = self._office.read(FPNCreateRequest, call)
        make = partial(self._issue, request)
        works = self._office.change(call, request, taker(Step.ISSUE_PENALTY), make)
        body = {"fpn_reference_number": works.penalties[-1].reference}
        return Answer(status=201, body=body)

    def create_historic_fpn(self, call: Call) -> Answer:
        """Issue a notice for works from before Street Manager (Business rules 15.1)."""
        request = self._office.read(HistoricFPNCreateRequest, call)
        works = create_historic(self._office, call, request, partial(self._issue, request))
        body = {
            "work_reference_number": works.reference,
            "fpn_reference_number": works.penalties[-1].reference,
        }
        return Answer(status=201, body=body)

    def get_fpn(self, call: Call) -> Answer:
        """Return a notice to the promoter and the authority of its works."""
        works = self._office.works(call)
        check_party(works, call.signed_in)
        return Answer(body=fpn(self._office.known, works, _find(works, call)))

    def update_fpn_status(self, call: Call) -> Answer:
        """Accept or dispute a notice as promoter, withdraw it or note its payment as authority."""
        request = self._office.read(FPNStatusUpdateRequest, call)

        def make(works: Works) -> Change:
            before = _find(works, call)
            after = machine.change(
                before,
                request.fpn_status.value,
                request.status_reason,
                sides(works, call.signed_in),
                self._office.clock.now(),
            )
            penalties = tuple(after if one is before else one for one in works.penalties)
            return Change(replace(works, penalties=penalties), (_changed(after),))

        return self._office.changed(call, request, check_party, make)

    def _issue(self, request: Any, works: Works) -> Change:
        issued = Penalty(
            reference=f"{works.reference}-FPN-{len(works.penalties) + 1:02d}",
            status=PenaltyStatus.ISSUED,
            offence_code=request.offence_code.value,
            offence_date=request.offence_date.astimezone(timezone.utc),
            offence_details=request.offence_details,
            authorised_officer=request.authorised_officer,
            officer_contact_details=request.officer_contact_details,
            issued=self._office.clock.now(),
            permit_reference=_permit(works, getattr(request, "permit_reference_number", None)),
            files=tuple(request.file_ids or ()),
        )
        told = Event(
            "fpn_submitted", "Fixed penalty notice issued",
            f"Fixed penalty notice issued: {issued.offence_code}", issued.reference, "fpn",
        )  # fmt: skip
        return Change(replace(works, penalties=(*works.penalties, issued)), (told,), issued.files)


def _find(works: Works, call: Call) -> Penalty:
    wanted = call.path["fpnReferenceNumber"].upper()
    found = next((one for one in works.penalties if one.reference == wanted), None)
    if found is None:
        raise not_found(tr("The works have no fixed penalty notice with this reference"))
    return found


def _permit(works: Works, reference: Optional[str]) -> Optional[str]:
    """Return the reference of the permit that a notice is about. Raises Refusal 400."""
    if reference is None:
        return None
    known = {permit.reference.upper(): permit.reference for permit in works.permits}
    if reference.upper() not in known:
        said = tr("The works have no permit with this reference.")
        raise bad_field("permit_reference_number", said)
    return known[reference.upper()]


def _changed(after: Penalty) -> Event:
    details = f"Fixed penalty notice {after.status}"
    if after.status_reason:
        details = f"{details}: {after.status_reason}"
    topic = "Fixed penalty notice changed"
    return Event(machine.EVENTS[after.status], topic, details, after.reference, "fpn")
