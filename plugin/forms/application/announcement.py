"""A new forward plan: major works that are expected on the extent of the desk (BR 3.3)."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Optional

from ...api.v1.models.work import ForwardPlanCreateRequest
from ...rules.forward_plans import troubles
from ...trade.records.receipts import Receipt
from ...words import tr
from ..fields import Field, Need, Section
from ..told import Told
from ..values import Values
from .begun import workstream
from .days import END as LAST_DAY
from .days import START as FIRST_DAY
from .new_works import PLACE, NewWorks
from .of_plans import DESIGNATIONS, END, START, asked, followed, thoughts_of_a_plan, ticked
from .sending import CREATE_PLAN
from .situation import Situation

_WORKS = "hs2_work_type"


class Announcement(NewWorks[ForwardPlanCreateRequest]):
    """Raises a forward plan.

    Its answers stand in the draft beside those of an application, with which it shares some. Its
    works have a reference of their own: what is not known of one is not to be taken for the other.
    """

    operation = CREATE_PLAN
    model = ForwardPlanCreateRequest
    needs = frozenset({Need.PICTURE, Need.PROMOTER})
    reference = "forward_plan_reference"
    named = (reference,)
    days = (START, END)
    filled = PLACE | {NewWorks.reference}

    def told(self) -> Told:
        """Return its sentences."""
        return Told(
            title=tr("Raise a forward plan"),
            checked=tr("I have checked this forward plan. I know that it is live."),
            accepted=tr("Street Manager has your forward plan."),
            refused=tr("The forward plan was not accepted."),
            not_sent=tr("The forward plan was not sent."),
            unknown=tr("It is not known whether Street Manager has your forward plan."),
            not_there=tr("Street Manager does not have your forward plan."),
            unanswered=tr("The forward plan was sent, and no answer came before QGIS was closed."),
        )

    def table(self) -> tuple[Section[Situation], ...]:
        """Return its sections: questions of an application, and those of its own."""
        shared = asked()

        def of_an_application(*names: str) -> tuple[Field[Situation], ...]:
            return tuple(shared[name] for name in names)

        return (
            Section(
                tr("Works"),
                (
                    *of_an_application("promoter_swa_code", "workstream_prefix", START, END),
                    *of_an_application("description_of_work", "additional_info"),
                ),
            ),
            Section(
                tr("Place"),
                of_an_application(
                    "highway_authority_swa_code",
                    "road_category",
                    "works_location_description",
                    "traffic_management_type",
                    DESIGNATIONS,
                ),
            ),
            Section(
                tr("References"),
                of_an_application(
                    "project_reference_number", "internal_user_identifier", "internal_user_name"
                ),
            ),
            Section(
                tr("HS2"),
                (
                    Field(_WORKS, tr("Type of works"), shown=lambda _values, here: here.is_hs2),
                    shared["hs2_in_act_limits"],
                    replace(shared["hs2_highway_exemption"], shown=_is_hs2_within_limits),
                    shared["hs2_consultation_requested_response_date"],
                ),
            ),
        )

    def begin(self, situation: Situation, kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else the days that the extent was drawn for."""
        values = dict(kept or {})
        for name, drawn in zip(self.days, (FIRST_DAY, LAST_DAY)):
            values.setdefault(name, values.get(drawn, ""))
        values.setdefault(DESIGNATIONS, ticked(values, situation))
        return {**values, "workstream_prefix": workstream(values, situation)}

    def follow(
        self, before: Values, after: Values, situation: Situation, now: datetime
    ) -> dict[str, Any]:
        """Return the answers that follow from other days: the end, and designations of the days."""
        return followed(before, after, situation, now)

    def thoughts(self, values: Values, situation: Situation) -> dict[str, list[str]]:
        """Return what to think about the street's designations."""
        return thoughts_of_a_plan(values, situation)

    def also_wrong(self, values: Values, situation: Situation) -> dict[str, str]:
        """Say what is wrong with the days, and that the promoter has not been read yet."""
        period = self.period(values)
        found = troubles(*period, situation.today) if period else {}
        return {**super().also_wrong(values, situation), **found}

    def afterwards(self, receipt: Receipt, situation: Situation) -> tuple[str, ...]:
        """Say where the forward plan is now, and what comes of it."""
        return (
            tr("The forward plan is shown on the map, in the group “Street Works”."),
            tr("Its details change or cancel it; apply for a permit once it is certain."),
        )


def _is_hs2_within_limits(values: Values, situation: Situation) -> bool:
    return situation.is_hs2 and bool(values.get("hs2_in_act_limits"))
