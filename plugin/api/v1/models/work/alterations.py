"""Changes to permits."""

from typing import Annotated, Optional

from pydantic import Field, StrictInt

from ...base import Response
from ...complete import Delegated
from ...enums import AlterationStatus, AlterationType, PermitStatus
from ...fields import CivilDate, Moment, Number, Open, Text, Text500
from .permits import PermitResponse


class PermitAlterationCreateResponse(Response):
    """The reference of a change to a permit."""

    permit_alteration_reference_number: Text


class PermitAlterationStatusUpdateRequest(Delegated):
    """Grants or refuses a change to a permit."""

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
