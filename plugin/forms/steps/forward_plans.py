"""Forward plans: changing and cancelling one that is still raised (Business rules 3.3)."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Optional

from ...api.v1.models.work import (
    ForwardPlanCancelRequest,
    ForwardPlanUpdateRequest,
    PermitASD,
)
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...rules.forward_plans import troubles
from ...rules.steps import Step
from ...trade.calendar import civil_day
from ...trade.records.forward_plans import ForwardPlan
from ...trade.records.receipts import Receipt
from ...trade.shapes import is_same
from ...trade.vocabulary.forward_plans import ForwardPlanStatus
from ...words import tr
from ..about import About, FormAbout, StepForm, parts_of
from ..application.of_plans import (
    DESIGNATIONS,
    END,
    START,
    asked,
    followed,
    thoughts_of_a_plan,
)
from ..application.on_works import AboutOnStreet
from ..application.situation import copied, key_of
from ..fields import Field, Need, Section
from ..shapes import Standing
from ..told import Told, told_plainly
from ..values import Values, day_in
from .decisions import decided_otherwise

if TYPE_CHECKING:
    from ...api import StreetManager

_PLACE, _REASON = "works_coordinates", "cancelled_reason"
_OnStreet = AboutOnStreet[ForwardPlan]


def _change(client: "StreetManager", subject: str, request: ForwardPlanUpdateRequest) -> Receipt:
    works, plan = parts_of(subject)
    client.work.update_forward_plan(works, plan, request)
    return Receipt(works)


def _settle_change(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Read the plan: it is as it was sent, or not, or cannot be changed any more."""
    works, reference = parts_of(entry.subject)
    plan = client.register.forward_plan(works, reference)
    if _is_as_sent(plan, entry.body):
        return Receipt(works)
    if plan.status != ForwardPlanStatus.RAISED:
        raise decided_otherwise(reference, plan.status)
    return None


def _is_as_sent(plan: ForwardPlan, sent: dict[str, Any]) -> bool:
    told = {
        "description_of_work": plan.description,
        "works_location_description": plan.place,
        "traffic_management_type": plan.traffic,
        "project_reference_number": plan.project,
        "additional_info": plan.notes,
    }
    days = {START: plan.first_day, END: plan.last_day}
    repeated = [PermitASD.model_validate(copied(one)).body() for one in plan.designations]
    return (
        all(text == (sent.get(name) or "") for name, text in told.items())
        and all(str(civil_day(day)) == str(sent.get(name))[:10] for name, day in days.items())
        and repeated == (sent.get(DESIGNATIONS) or [])
        and _PLACE in sent
        and is_same(plan.geometry, sent[_PLACE])
    )


def _cancel(client: "StreetManager", subject: str, request: ForwardPlanCancelRequest) -> Receipt:
    works, plan = parts_of(subject)
    client.work.cancel_forward_plan(works, plan, request)
    return Receipt(works)


def _settle_cancel(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
    """Read the plan: it is cancelled for the reason that was sent, or may still be cancelled."""
    works, reference = parts_of(entry.subject)
    plan = client.register.forward_plan(works, reference)
    if plan.status == ForwardPlanStatus.RAISED:
        return None
    if plan.why_cancelled and plan.why_cancelled == entry.body.get(_REASON):
        return Receipt(works)
    raise decided_otherwise(reference, plan.status)


class ChangePlan(FormAbout[_OnStreet, ForwardPlanUpdateRequest]):
    """Changes a forward plan; its street and its promoter stay."""

    operation = Operation("UpdateForwardPlan", _change, _settle_change)
    model = ForwardPlanUpdateRequest
    step = Step.EDIT_PLAN
    takes = ForwardPlan
    needs = frozenset({Need.STREET})

    def told(self) -> Told:
        """Return its sentences."""
        return told_plainly(tr("Change the forward plan"))

    def table(self) -> tuple[Section[Any], ...]:
        """Return its sections."""
        shared = asked()
        return (
            Section(
                tr("Works"),
                (
                    Field(START, tr("Start date")),
                    shared[END],
                    Field("description_of_work", tr("Description of the works")),
                    Field("works_location_description", tr("Works location description")),
                    Field("traffic_management_type", tr("Traffic management")),
                    shared[DESIGNATIONS],
                    Field("project_reference_number", tr("Project reference"), tr("Your own.")),
                    Field("additional_info", tr("Additional information")),
                ),
            ),
            Section(
                tr("Extent"),
                (
                    Field(
                        _PLACE,
                        tr("Extent"),
                        tr("Redraw it on the map, where the works have become larger or smaller."),
                        standing=_as_planned,
                    ),
                ),
            ),
        )

    def begin(self, situation: _OnStreet, kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else the plan as it is.

        Of its designations those stay that the street still has.
        """
        plan, there = situation.record, situation.designations
        return {
            START: str(civil_day(plan.first_day)),
            END: str(civil_day(plan.last_day)),
            DESIGNATIONS: [key for key in map(key_of, plan.designations) if key in there],
            "description_of_work": plan.description,
            "works_location_description": plan.place,
            "traffic_management_type": plan.traffic,
            "project_reference_number": plan.project,
            "additional_info": plan.notes,
            _PLACE: dict(plan.geometry),
            **(kept or {}),
        }

    def follow(
        self, before: Values, after: Values, situation: _OnStreet, now: datetime
    ) -> dict[str, Any]:
        """Return the answers that follow from other days: the end, and designations of the days."""
        return followed(before, after, situation, now)

    def thoughts(self, values: Values, situation: _OnStreet) -> dict[str, list[str]]:
        """Return what to think about the street's designations."""
        return thoughts_of_a_plan(values, situation)

    def also_wrong(self, values: Values, situation: _OnStreet) -> dict[str, str]:
        """Say what is wrong with the days."""
        start, end = day_in(values, START), day_in(values, END)
        if start is None or end is None:
            return {}
        return troubles(start, end, situation.today)


def _as_planned(situation: _OnStreet) -> Standing:
    return Standing(
        situation.record.geometry,
        tr("as in the forward plan"),
        tr("&Take the forward plan's extent"),
    )


class CancelPlan(StepForm[ForwardPlan, ForwardPlanCancelRequest]):
    """Cancels a forward plan, and its works with it."""

    operation = Operation("CancelForwardPlan", _cancel, _settle_cancel)
    model = ForwardPlanCancelRequest
    step = Step.CANCEL_PLAN
    takes = ForwardPlan

    def told(self) -> Told:
        """Return its sentences."""
        return told_plainly(tr("Cancel the forward plan"))

    def table(self) -> tuple[Section[About[ForwardPlan]], ...]:
        """Return its one section."""
        why = Field[About[ForwardPlan]](_REASON, tr("Why is it cancelled?"))
        return (Section(tr("Reason"), (why,)),)
