"""Assessing permits: by the highway authority."""

from typing import Annotated, ClassVar, Optional

from pydantic import Field, StrictBool, StrictInt

from .....words import tr
from ....contract.complete import Rule
from ....contract.fields import CivilDate, Unlike
from ....contract.rules import REASON_NEEDED, needed, only
from ...enums import (
    AssessmentStatus,
    LaneRentalAssessmentChargeBand,
    LaneRentalAssessmentOutcome,
    PermitStatus,
    ReasonForRefusal,
)
from ...fields import Text500
from ..delegated import Delegated


class PermitStatusUpdateRequest(Delegated):
    """Cancels a permit: `cancelled` is the only status that may be asked for."""

    rules: ClassVar[tuple[Rule, ...]] = (
        only(
            "permit_status",
            frozenset({PermitStatus.CANCELLED}),
            lambda: tr("A permit can only be cancelled this way."),
        ),
    )

    permit_status: PermitStatus
    additional_comments: Optional[Text500] = None


class PermitAssessmentUpdateRequest(Delegated):
    """Grants, refuses or revokes a permit, or asks for it to be modified.

    A discount is needed when a permit is granted, unless for HS2 highway works: the service knows.
    """

    rules: ClassVar[tuple[Rule, ...]] = (
        only(
            "assessment_status",
            frozenset(
                {
                    AssessmentStatus.GRANTED,
                    AssessmentStatus.REFUSED,
                    AssessmentStatus.PERMIT_MODIFICATION_REQUEST,
                    AssessmentStatus.REVOKED,
                }
            ),
            lambda: tr("Grant, refuse or revoke it, or ask for it to be modified."),
        ),
        needed("additional_comments", "assessment_status", AssessmentStatus.REFUSED, REASON_NEEDED),
        needed(
            "additional_comments",
            "is_duration_challenged",
            True,
            lambda: tr("A challenge to the duration needs a comment."),
        ),
        needed(
            "reasons_for_refusal",
            "assessment_status",
            AssessmentStatus.REFUSED,
            lambda: tr("Choose why it is refused."),
        ),
        needed("revoke_reason", "assessment_status", AssessmentStatus.REVOKED, REASON_NEEDED),
        needed(
            "pending_change_details",
            "assessment_status",
            AssessmentStatus.PERMIT_MODIFICATION_REQUEST,
            lambda: tr("Say what is to be modified."),
        ),
        needed(
            "reasonable_period_end_date",
            "is_duration_challenged",
            True,
            lambda: tr("A challenge to the duration needs the day by which works should end."),
        ),
    )

    assessment_status: AssessmentStatus
    additional_comments: Optional[Text500] = None
    reasons_for_refusal: Optional[
        Annotated[list[ReasonForRefusal], Unlike, Field(min_length=1, max_length=5)]
    ] = None
    assessment_discount: Optional[Annotated[StrictInt, Field(ge=0, le=100)]] = None
    revoke_reason: Optional[Text500] = None
    pending_change_details: Optional[Text500] = None
    reasonable_period_end_date: Optional[CivilDate] = None
    is_duration_challenged: Optional[StrictBool] = None


class PermitDiscountUpdateRequest(Delegated):
    """Sets the discount on a permit's fee, in per cent."""

    assessment_discount: Annotated[StrictInt, Field(ge=0, le=100)]
    assessment_discount_reason: Optional[Text500] = None


class PermitLaneRentalAssessmentUpdateRequest(Delegated):
    """Says whether and how lane rental is charged."""

    rules: ClassVar[tuple[Rule, ...]] = (
        needed(
            "charges_agreed",
            "outcome",
            LaneRentalAssessmentOutcome.CHARGEABLE,
            lambda: tr("Say whether the charges are agreed."),
        ),
    )

    outcome: LaneRentalAssessmentOutcome
    additional_details: Optional[Text500] = None
    charge_band: Optional[LaneRentalAssessmentChargeBand] = None
    chargeable_days: Optional[Annotated[StrictInt, Field(ge=1, le=10000)]] = None
    charges_agreed: Optional[StrictBool] = None


class HS2AcknowledgementRequest(Delegated):
    """Acknowledges a permit for HS2 works."""

    rules: ClassVar[tuple[Rule, ...]] = (
        only("hs2_acknowledged", frozenset({True}), lambda: tr("Only a yes can be sent.")),
    )

    hs2_acknowledged: StrictBool
