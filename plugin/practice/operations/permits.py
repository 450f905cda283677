"""Permits: applying for another one, reading, cancelling and assessing them."""

from dataclasses import replace
from datetime import date, datetime
from typing import Callable, Optional

import shapely.geometry

from ...api.v1.models import work
from ...rules.steps import Step
from ...trade.workstreams import DEFAULT_WORKSTREAM
from ...words import tr
from .. import answers
from ..machines import assessments, permits
from ..machines.pieces import find_permit
from ..made_up.scene import midnight
from ..people.organisations import HS2
from ..people.rights import taker
from ..records import Change, LaneRental, Works
from ..refusals import bad_field
from ..serving.exchange import Answer, Call, Handler
from .applications import category as category_asked
from .applications import check_reserved, new_permit
from .office import Office


class PermitOperations:
    """The operations of the Work API on permits."""

    def __init__(self, office: Office) -> None:
        self._office = office

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "CreatePermit": self.create_permit,
            "GetPermit": self.get_permit,
            "UpdatePermitStatus": self.update_permit_status,
            "UpdateAssessmentStatus": self.update_assessment_status,
            "UpdatePermitDiscount": self.update_permit_discount,
            "UpdatePermitLaneRentalAssessment": self.update_permit_lane_rental_assessment,
            "AcknowledgeHS2Permit": self.acknowledge_hs2_permit,
        }
        return {("work", operation): handler for operation, handler in named.items()}

    def create_permit(self, call: Call) -> Answer:
        """Take an application for another permit on works (Business rules 3.4.5, 3.4.11)."""
        request: work.PermitCreateRequest = self._office.read(work.PermitCreateRequest, call)

        def make(works: Works) -> Change:
            _check_workstream(works, request.workstream_prefix)
            category = self._category(works, request)
            works = self._in_workstream(works, request.workstream_prefix)
            self._check_application(works, request)
            return self._another(works, request, category)

        works = self._office.change(call, request, taker(Step.APPLY), make)
        return Answer(status=201, body={"permit_reference_number": works.permits[-1].reference})

    def _in_workstream(self, works: Works, wanted: Optional[str]) -> Works:
        """Return the works in a workstream that takes permits: historic ones have none (15.2)."""
        if works.workstream != DEFAULT_WORKSTREAM:
            return works
        if wanted is None:
            message = tr("These works have no workstream yet: give one.")
            raise bad_field("workstream_prefix", message)
        workstream = self._office.workstream(works.promoter_swa_code, wanted)
        return replace(works, workstream=workstream)

    def _check_application(self, works: Works, request: work.PermitCreateRequest) -> None:
        check_reserved(request, works.promoter_swa_code)
        if works.promoter_swa_code == HS2.swa_code and request.hs2_in_act_limits is None:
            message = tr("HS2 works: say whether they lie within the act limits.")
            raise bad_field("hs2_in_act_limits", message)

    def _category(self, works: Works, request: work.PermitCreateRequest) -> str:
        """Return the category of an application. Raises Refusal: 400, 409 no room for it."""
        today = self._office.clock.today()
        category = category_asked(request, permits.earlier_permits(works), today)
        permits.check_follows(works, category)
        return category

    def _another(self, works: Works, request: work.PermitCreateRequest, category: str) -> Change:
        now, today = self._office.clock.now(), self._office.clock.today()
        reference = f"{works.reference}-{len(works.permits) + 1:02d}"
        permit = new_permit(reference, request, category, now, today)
        place = request.works_coordinates
        if place is not None:
            permit = replace(permit, geometry=shapely.geometry.shape(place))
        return permits.add(works, permit, now)

    def get_permit(self, call: Call) -> Answer:
        """Return a permit, to anybody who is signed in."""
        works = self._office.works(call)
        permit = find_permit(works, call.path["permitReferenceNumber"])
        return Answer(body=answers.permit(self._office.known, works, permit))

    def update_permit_status(self, call: Call) -> Answer:
        """Cancel a permit (Business rules 3.4.9)."""
        request = self._office.read(work.PermitStatusUpdateRequest, call)
        reference, now = call.path["permitReferenceNumber"], self._office.clock.now()
        return self._office.changed(
            call,
            request,
            taker(Step.CANCEL),
            lambda works: permits.cancel(works, reference, request.additional_comments, now),
        )

    def update_assessment_status(self, call: Call) -> Answer:
        """Grant, refuse or revoke a permit, or ask for a change (Business rules 3.4.7, 5)."""
        request = self._office.read(work.PermitAssessmentUpdateRequest, call)
        said = assessments.Assessment(
            status=request.assessment_status.value,
            comments=request.additional_comments,
            reasons_for_refusal=[one.value for one in request.reasons_for_refusal or ()],
            discount=request.assessment_discount,
            revoke_reason=request.revoke_reason,
            pending_change_details=request.pending_change_details,
            is_duration_challenged=request.is_duration_challenged,
            reasonable_end=day_or_none(request.reasonable_period_end_date),
        )
        reference, now = call.path["permitReferenceNumber"], self._office.clock.now()
        return self._office.changed(
            call,
            request,
            taker(assessments.STEPS[said.status]),
            lambda works: assessments.assess(works, reference, said, now),
        )

    def update_permit_discount(self, call: Call) -> Answer:
        """Set the discount on a permit's fee."""
        request = self._office.read(work.PermitDiscountUpdateRequest, call)
        reference, now = call.path["permitReferenceNumber"], self._office.clock.now()
        reason, per_cent = request.assessment_discount_reason, request.assessment_discount
        return self._office.changed(
            call,
            request,
            taker(Step.SET_DISCOUNT),
            lambda works: assessments.discount(works, reference, per_cent, reason, now),
        )

    def update_permit_lane_rental_assessment(self, call: Call) -> Answer:
        """Say whether and how lane rental is charged (Business rules 12.2)."""
        request = self._office.read(work.PermitLaneRentalAssessmentUpdateRequest, call)
        found = LaneRental(
            outcome=request.outcome.value,
            additional_details=request.additional_details,
            charge_band=request.charge_band and request.charge_band.value,
            chargeable_days=request.chargeable_days,
            charges_agreed=request.charges_agreed,
        )
        reference, now = call.path["permitReferenceNumber"], self._office.clock.now()
        return self._office.changed(
            call,
            request,
            taker(Step.ASSESS_LANE_RENTAL),
            lambda works: assessments.assess_lane_rental(works, reference, found, now),
        )

    def acknowledge_hs2_permit(self, call: Call) -> Answer:
        """Acknowledge a permit for HS2 works (Business rules 17)."""
        request = self._office.read(work.HS2AcknowledgementRequest, call)
        reference, now = call.path["permitReferenceNumber"], self._office.clock.now()
        return self._office.changed(
            call,
            request,
            taker(Step.ACKNOWLEDGE),
            lambda works: assessments.acknowledge(works, reference, now),
        )


def _check_workstream(works: Works, wanted: Optional[str]) -> None:
    if wanted not in (None, works.workstream) and works.workstream != DEFAULT_WORKSTREAM:
        message = tr("The workstream of works cannot be changed.")
        raise bad_field("workstream_prefix", message)


def day_or_none(day: Optional[date]) -> Optional[datetime]:
    """Return a day as the register keeps it."""
    return midnight(day) if day else None
