"""Alterations of permits: asking for them, reading them, settling them."""

from typing import Callable

from ...api.v1.models import work
from ...rules.steps import Step
from .. import answers
from ..machines import alterations
from ..machines.pieces import find_permit
from ..people.accounts import User
from ..people.rights import check_party, check_taker, is_authority, taker
from ..records import Change, Works
from ..serving.exchange import Answer, Call, Handler
from .applications import altered, answer_due, check_early_start, check_reserved
from .office import Office
from .permits import day_or_none


class AlterationOperations:
    """The operations of the Work API on alterations (Business rules 4)."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "CreatePermitAlteration": self.create_permit_alteration,
            "GetPermitAlteration": self.get_permit_alteration,
            "UpdatePermitAlterationStatus": self.update_permit_alteration_status,
        }
        return {("work", operation): handler for operation, handler in named.items()}

    def create_permit_alteration(self, call: Call) -> Answer:
        """Ask for a change of a permit, or impose one; which it is depends on the permit."""
        request = self._office.read(work.PermitAlterationCreateRequest, call)
        reference = call.path["permitReferenceNumber"]
        now, today = self._office.clock.now(), self._office.clock.today()

        def make(works: Works) -> Change:
            permit = find_permit(works, reference)
            by_authority = is_authority(works, call.signed_in)
            alterations.check_alterable(works, permit, by_authority=by_authority)
            check_reserved(request, works.promoter_swa_code)
            proposed = altered(works, permit, request, now, today)
            change = alterations.propose(
                works,
                permit,
                proposed,
                request.permit_alteration_reason,
                by_authority=by_authority,
                now=now,
                deadline=answer_due(now, today),
            )
            if proposed.start != permit.start:
                check_early_start(proposed.is_early_start, request)
            return Change(change.works, change.events, tuple(request.file_ids or ()))

        works = self._office.change(call, request, _check_changer, make)
        made = find_permit(works, reference).alterations[-1]
        body = {"permit_alteration_reference_number": made.reference}
        return Answer(status=201, body=body)

    def get_permit_alteration(self, call: Call) -> Answer:
        """Return an alteration with the permit as it was and as it shall be."""
        works = self._office.works(call)
        check_party(works, call.signed_in)
        permit = find_permit(works, call.path["permitReferenceNumber"])
        reference = call.path["permitAlterationReferenceNumber"]
        change = alterations.find_alteration(permit, reference)
        return Answer(body=answers.alteration(self._office.known, works, permit, change))

    def update_permit_alteration_status(self, call: Call) -> Answer:
        """Grant an alteration, with or without a challenge to the duration, or refuse it."""
        request = self._office.read(work.PermitAlterationStatusUpdateRequest, call)
        decision = alterations.Decision(
            status=request.alteration_status.value,
            comments=request.assessment_comments,
            discount=request.assessment_discount,
            reasonable_end=day_or_none(request.reasonable_period_end_date),
        )
        now = self._office.clock.now()

        def make(works: Works) -> Change:
            permit = find_permit(works, call.path["permitReferenceNumber"])
            reference = call.path["permitAlterationReferenceNumber"]
            return alterations.decide(works, permit, reference, decision, now)

        check = taker(alterations.STEPS[decision.status])
        return self._office.changed(call, request, check, make)


def _check_changer(works: Works, user: User) -> None:
    step = Step.IMPOSE_CHANGE if is_authority(works, user) else Step.CHANGE
    check_taker(step, works, user)
