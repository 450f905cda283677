"""Assessing permits: by the highway authority."""

from typing import Annotated, Optional

from pydantic import Field, StrictBool, StrictInt

from ...complete import Delegated
from ...enums import (
    AssessmentStatus,
    LaneRentalAssessmentChargeBand,
    LaneRentalAssessmentOutcome,
    PermitStatus,
    ReasonForRefusal,
)
from ...fields import CivilDate, Text500, Unlike


class PermitStatusUpdateRequest(Delegated):
    """Cancels a permit: `cancelled` is the only status that may be asked for."""

    permit_status: PermitStatus
    additional_comments: Optional[Text500] = None


class PermitAssessmentUpdateRequest(Delegated):
    """Grants, refuses or revokes a permit, or asks for it to be modified."""

    assessment_status: AssessmentStatus
    additional_comments: Optional[Text500] = None
    reasons_for_refusal: Optional[Annotated[list[ReasonForRefusal], Unlike]] = None
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

    outcome: LaneRentalAssessmentOutcome
    additional_details: Optional[Text500] = None
    charge_band: Optional[LaneRentalAssessmentChargeBand] = None
    chargeable_days: Optional[Annotated[StrictInt, Field(ge=1, le=10000)]] = None
    charges_agreed: Optional[StrictBool] = None


class HS2AcknowledgementRequest(Delegated):
    """Acknowledges a permit for HS2 works."""

    hs2_acknowledged: StrictBool
