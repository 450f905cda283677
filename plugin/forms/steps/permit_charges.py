"""What a permit costs, and permits of HS2 that are only acknowledged: by the highway authority.

Business rules 3.4.7, 12.2, 17.3. The permit tells what was set, by which a lost answer is settled.
"""

from typing import TYPE_CHECKING, Any, Callable, Optional

from ...api.v1.models.work import (
    HS2AcknowledgementRequest,
    PermitDiscountUpdateRequest,
    PermitLaneRentalAssessmentUpdateRequest,
)
from ...drafts.entry import Entry
from ...drafts.sending import Operation
from ...rules.steps import Step
from ...trade.records.receipts import Receipt
from ...trade.records.works import Permit
from ...trade.vocabulary.permits import LaneRental
from ...words import tr
from ..about import About, StepForm, parts_of
from ..fields import Field, Section
from ..told import Told, told_plainly
from ..values import Values

if TYPE_CHECKING:
    from ...api import StreetManager


def _setting(
    name: str, send: Callable[["StreetManager", str, str, Any], None], told_as: dict[str, str]
) -> Operation:
    """Return an operation that sets something of a permit.

    `told_as` gives for each field of the request the one by which the permit tells it.
    """

    def sent(client: "StreetManager", subject: str, request: Any) -> Receipt:
        works, permit = parts_of(subject)
        send(client, works, permit, request)
        return Receipt(works)

    def settle(client: "StreetManager", entry: Entry) -> Optional[Receipt]:
        works, permit = parts_of(entry.subject)
        told = client.work.get_permit(works, permit)
        is_there = all(
            entry.body.get(field) == getattr(told, name) for field, name in told_as.items()
        )
        return Receipt(works) if is_there else None

    return Operation(name, sent, settle)


class SetDiscount(StepForm[Permit, PermitDiscountUpdateRequest]):
    """Sets the discount on a permit's fee."""

    operation = _setting(
        "UpdatePermitDiscount",
        lambda client, works, permit, request: client.work.update_permit_discount(
            works, permit, request
        ),
        {name: name for name in ("assessment_discount", "assessment_discount_reason")},
    )
    model = PermitDiscountUpdateRequest
    step = Step.SET_DISCOUNT
    takes = Permit

    def told(self) -> Told:
        """Return its sentences."""
        return told_plainly(tr("Change the discount"))

    def table(self) -> tuple[Section[About[Permit]], ...]:
        """Return its one section."""
        return (
            Section(
                tr("Discount"),
                (
                    Field(
                        "assessment_discount",
                        tr("Discount on the fee, in per cent"),
                        tr("0 for none."),
                    ),
                    Field("assessment_discount_reason", tr("Why?")),
                ),
            ),
        )


class AssessLaneRental(StepForm[Permit, PermitLaneRentalAssessmentUpdateRequest]):
    """Says whether, how and for how long lane rental is charged."""

    operation = _setting(
        "UpdatePermitLaneRentalAssessment",
        lambda client, works, permit, request: client.work.update_permit_lane_rental_assessment(
            works, permit, request
        ),
        {
            "outcome": "lane_rental_assessment_outcome",
            "additional_details": "lane_rental_assessment_additional_details",
            "charge_band": "lane_rental_assessment_charge_band",
            "chargeable_days": "lane_rental_assessment_chargeable_days",
            "charges_agreed": "lane_rental_assessment_charges_agreed",
        },
    )
    model = PermitLaneRentalAssessmentUpdateRequest
    step = Step.ASSESS_LANE_RENTAL
    takes = Permit

    def told(self) -> Told:
        """Return its sentences."""
        return told_plainly(tr("Assess lane rental"))

    def table(self) -> tuple[Section[About[Permit]], ...]:
        """Return its one section."""
        return (
            Section(
                tr("Lane rental"),
                (
                    Field("outcome", tr("Is lane rental charged?")),
                    Field("charge_band", tr("Charge band"), shown=_is_charged),
                    Field("chargeable_days", tr("Chargeable days"), shown=_is_charged),
                    Field("charges_agreed", tr("Are the charges agreed?"), shown=_is_charged),
                    Field("additional_details", tr("Details")),
                ),
            ),
        )


class AcknowledgePermit(StepForm[Permit, HS2AcknowledgementRequest]):
    """Acknowledges a permit of HS2 that needs no consent."""

    operation = _setting(
        "AcknowledgeHS2Permit",
        lambda client, works, permit, request: client.work.acknowledge_hs2_permit(
            works, permit, request
        ),
        {"hs2_acknowledged": "hs2_acknowledged"},
    )
    model = HS2AcknowledgementRequest
    step = Step.ACKNOWLEDGE
    takes = Permit
    filled = frozenset({"hs2_acknowledged"})

    def told(self) -> Told:
        """Return its sentences."""
        return told_plainly(tr("Acknowledge the permit (HS2)"))

    def table(self) -> tuple[Section[About[Permit]], ...]:
        """Return no section of its own: there is nothing to ask."""
        return ()

    def known(self, values: Values, situation: About[Permit]) -> dict[str, Any]:
        """Return that it is acknowledged."""
        return {"hs2_acknowledged": True}


def _is_charged(values: Values, situation: About[Permit]) -> bool:
    return values.get("outcome") in {LaneRental.CHARGEABLE, LaneRental.POTENTIALLY_CHARGEABLE}
