"""Changes to permits."""

from typing import Annotated, ClassVar, Optional

from pydantic import Field, StrictInt

from .....words import tr
from ....contract.base import Response
from ....contract.complete import Rule
from ....contract.fields import CivilDate, Moment, Number, Open, Text
from ....contract.rules import REASON_NEEDED, needed, only
from ...enums import AlterationStatus, AlterationType, PermitStatus
from ...fields import Text500
from ..delegated import Delegated
from .permits import PermitResponse

_CHALLENGED = AlterationStatus.GRANTED_WITH_DURATION_CHALLENGE


class PermitAlterationCreateResponse(Response):
    """The reference of a change to a permit."""

    permit_alteration_reference_number: Text


class PermitAlterationStatusUpdateRequest(Delegated):
    """Grants or refuses a change to a permit."""

    rules: ClassVar[tuple[Rule, ...]] = (
        only(
            "alteration_status",
            frozenset({AlterationStatus.GRANTED, AlterationStatus.REFUSED, _CHALLENGED}),
            lambda: tr("Grant it, with or without a challenge to the duration, or refuse it."),
        ),
        needed(
            "assessment_comments",
            "alteration_status",
            {AlterationStatus.REFUSED, _CHALLENGED},
            REASON_NEEDED,
        ),
        needed(
            "assessment_discount",
            "alteration_status",
            AlterationStatus.GRANTED,
            lambda: tr("Give the discount, 0 for none."),
        ),
        needed(
            "reasonable_period_end_date",
            "alteration_status",
            _CHALLENGED,
            lambda: tr("A challenge to the duration needs the day by which works should end."),
        ),
    )

    alteration_status: AlterationStatus
    assessment_comments: Optional[Text500] = None
    assessment_discount: Optional[Annotated[StrictInt, Field(ge=0, le=100)]] = None
    reasonable_period_end_date: Optional[CivilDate] = None


class PermitAlterationResponse(Response):
    """A change to a permit: the permit as it was and as it would be."""

    permit_alteration_reference_number: Text
    date_created: Moment
    deadline_date: Moment
    alteration_status: Open[AlterationStatus]
    alteration_type: Open[AlterationType]
    permit_status: Optional[Open[PermitStatus]] = None
    assessment_discount: Optional[Number] = None
    assessment_comments: Optional[Text] = None
    permit_alteration_reason: Text
    original: PermitResponse
    proposed: PermitResponse
