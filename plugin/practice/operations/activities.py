"""Activity operations of the Work API."""

from dataclasses import replace
from typing import Any, Callable

import shapely.geometry

from ...api.v1.models.work import (
    ActivityCancelRequest,
    ActivityCreateRequest,
    ActivityUpdateRequest,
)
from ...rules.standing import ActivityStanding
from ...rules.steps import Step, sides_of
from ...words import tr
from ..answers.activities import DETAILS, activity
from ..machines.pieces import check_step
from ..made_up.scene import midnight
from ..records import Activity
from ..refusals import bad_field, restricted
from ..serving.exchange import Answer, Call, Handler
from .office import Office


class ActivityOperations:
    """The operations of activities in one office."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._activities = office.register.shelf("activities")

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[str, Callable[[Call], Answer]] = {
            "CreateActivity": self.create_activity,
            "GetActivity": self.get_activity,
            "UpdateActivity": self.update_activity,
            "CancelActivity": self.cancel_activity,
        }
        return {("work", operation): handler for operation, handler in named.items()}

    def create_activity(self, call: Call) -> Answer:
        """Put an activity on the map, on one of one's own streets (Business rules 9.1, 9.3)."""
        swa_code = call.signed_in.organisation.swa_code
        request = self._office.read(ActivityCreateRequest, call)
        if swa_code not in dict(self._office.street(request.usrn).authorities):
            raise bad_field("usrn", tr("Your authority does not keep this street."))
        place = self._office.place(request, swa_code)

        def make(reference: str) -> Activity:
            return Activity(
                reference=reference,
                place=place,
                geometry=shapely.geometry.shape(request.activity_coordinates),
                **_told(request),
            )

        made = self._activities.add(f"ARN-{swa_code}-", make)
        return Answer(status=201, body={"activity_reference_number": made.reference})

    def get_activity(self, call: Call) -> Answer:
        """Return an activity, to anybody who is signed in."""
        return Answer(body=activity(self._activities.get(_key(call))))

    def update_activity(self, call: Call) -> Answer:
        """Change an activity of one's own; its place stays (Business rules 9.3)."""
        _check_taker(Step.EDIT_ACTIVITY, self._activities.get(_key(call)), call)
        request = self._office.read(ActivityUpdateRequest, call)
        told = _told(request)

        def make(one: Activity) -> Activity:
            check_step(Step.EDIT_ACTIVITY, ActivityStanding(one.cancelled))
            return replace(one, **told)

        self._activities.change(_key(call), make)
        return Answer(status=204)

    def cancel_activity(self, call: Call) -> Answer:
        """Cancel an activity of one's own; it stays on the map as cancelled."""
        _check_taker(Step.CANCEL_ACTIVITY, self._activities.get(_key(call)), call)
        request = self._office.read(ActivityCancelRequest, call)
        reason = request.cancellation_reason

        def make(one: Activity) -> Activity:
            check_step(Step.CANCEL_ACTIVITY, ActivityStanding(one.cancelled))
            return replace(one, cancelled=True, cancelled_reason=reason)

        self._activities.change(_key(call), make)
        return Answer(status=204)


def _key(call: Call) -> str:
    return call.path["activityReferenceNumber"].upper()


def _check_taker(step: Step, one: Activity, call: Call) -> None:
    if not call.signed_in.rights.sides("", one.place.authority_swa_code) & sides_of(step):
        raise restricted()


def _told(request: Any) -> dict[str, Any]:
    """Return what a request tells of an activity, as the record has it."""
    return {
        "name": request.activity_name,
        "kind": request.activity_activity_type.value,
        "where": request.activity_location_description,
        "start": midnight(request.start_date),
        "end": midnight(request.end_date),
        "details": {n: v for n, v in request.body().items() if n in DETAILS},
    }
