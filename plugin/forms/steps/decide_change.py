"""Deciding about a change request, by the highway authority (Business rules 4.4)."""

from typing import TYPE_CHECKING, Any, Optional

from ...api.v1.models.work import PermitAlterationStatusUpdateRequest
from ...rules.standing import ChangeStanding, Subject
from ...rules.steps import Step
from ...trade.records.works import ChangeSummary
from ...trade.vocabulary.permits import ChangeKind, ChangeStatus
from ...words import tr
from ..about import About
from ..fields import Field
from ..values import Values
from .decisions import Decision, decided

if TYPE_CHECKING:
    from ...api import StreetManager

_COMMENTS, _DISCOUNT = "assessment_comments", "assessment_discount"
_ENDS = "reasonable_period_end_date"


def _send(
    client: "StreetManager", works: str, part: str, request: PermitAlterationStatusUpdateRequest
) -> None:
    change, _of, permit = part.partition(" of ")
    client.work.update_permit_alteration_status(works, permit, change, request)


def _read(client: "StreetManager", works: str, part: str) -> tuple[set[str], Subject]:
    change, _of, permit = part.partition(" of ")
    told = client.work.get_permit_alteration(works, permit, change)
    status = str(told.alteration_status)
    return {status}, ChangeStanding(status, told.alteration_type == ChangeKind.WORK_EXTENSION)


class _DecideChange(Decision[ChangeSummary, PermitAlterationStatusUpdateRequest]):
    """Decides about a change request."""

    model = PermitAlterationStatusUpdateRequest
    takes = ChangeSummary
    field = "alteration_status"


class GrantChange(_DecideChange):
    """Grants it."""

    step, decision = Step.GRANT_CHANGE, ChangeStatus.GRANTED.value
    operation = decided("UpdatePermitAlterationStatus", step, decision, _send, _read)
    filled = frozenset({_DecideChange.field, _ENDS})

    def title(self) -> str:
        """Return its name."""
        return tr("Grant the change request")

    def questions(self) -> tuple[Field[About[ChangeSummary]], ...]:
        """Return the discount and the comments."""
        return (
            Field(_DISCOUNT, tr("Discount on the fee, in per cent"), tr("0 for none.")),
            Field(_COMMENTS, tr("Comments for the promoter")),
        )

    def begin(self, situation: About[ChangeSummary], kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else that there is no discount."""
        return {_DISCOUNT: "0", **(kept or {})}


class ChallengeChange(_DecideChange):
    """Grants an extension, and challenges how long it is."""

    step = Step.CHALLENGE_CHANGE
    decision = ChangeStatus.GRANTED_WITH_DURATION_CHALLENGE.value
    operation = decided("UpdatePermitAlterationStatus", step, decision, _send, _read)
    filled = frozenset({_DecideChange.field})

    def title(self) -> str:
        """Return its name."""
        return tr("Grant the extension and challenge its duration")

    def questions(self) -> tuple[Field[About[ChangeSummary]], ...]:
        """Return the day by which the works should end, the comments and the discount."""
        return (
            Field(_ENDS, tr("When should the works end?")),
            Field(_COMMENTS, tr("Comments for the promoter")),
            Field(_DISCOUNT, tr("Discount on the fee, in per cent"), tr("0 for none.")),
        )


class RefuseChange(_DecideChange):
    """Refuses it."""

    step, decision = Step.REFUSE_CHANGE, ChangeStatus.REFUSED.value
    operation = decided("UpdatePermitAlterationStatus", step, decision, _send, _read)
    filled = frozenset({_DecideChange.field, _DISCOUNT, _ENDS})

    def title(self) -> str:
        """Return its name."""
        return tr("Refuse the change request")

    def questions(self) -> tuple[Field[About[ChangeSummary]], ...]:
        """Return the comments."""
        return (Field(_COMMENTS, tr("Comments for the promoter")),)
