"""The questions that only High Speed Two is asked (Business rules 17)."""

from ...trade.vocabulary.works import WorkType
from ...words import tr
from ..fields import Field
from ..values import Values
from . import shown as when
from .situation import Situation


def questions() -> tuple[Field[Situation], ...]:
    """Return them in order."""
    return (
        Field("hs2_in_act_limits", tr("Are the works within the act limits?"), shown=when.hs2),
        Field(
            "hs2_highway_exemption",
            tr("Protective provisions (exemptions)"),
            shown=_exempt,
        ),
        Field(
            "hs2_consultation_requested_response_date",
            tr("Answer to the consultation wanted by"),
            shown=when.hs2,
        ),
        Field(
            "hs2_highway_emails",
            tr("E-mail addresses to notify"),
            tr("At most two, one a line."),
            shown=when.hs2,
        ),
        Field(
            "hs2_additional_usrns",
            tr("Further USRNs"),
            tr("At most ten, one a line."),
            shown=when.hs2,
        ),
    )


def _exempt(values: Values, situation: Situation) -> bool:
    """For highway works within the act's limits."""
    return (
        when.hs2(values, situation)
        and values.get("work_type") == WorkType.HS2_HIGHWAY_WORKS
        and values.get("hs2_in_act_limits") is True
    )
