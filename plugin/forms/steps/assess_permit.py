"""Assessing a permit, by the highway authority: granted, refused, to be modified, revoked.

Business rules 3.4.7, 5.
"""

from typing import TYPE_CHECKING, Any, Optional

from ...api.v1.enums import ReasonForRefusal
from ...api.v1.models.work import PermitAssessmentUpdateRequest
from ...rules.assessing import why_not_challenged, why_not_reasonable
from ...rules.standing import Subject
from ...rules.steps import Step
from ...rules.told import permit_standing
from ...trade.calendar import civil_day
from ...trade.records.works import Permit
from ...trade.vocabulary.permits import Assessment
from ...trade.vocabulary.works import Category
from ...words import tr
from ..about import About
from ..fields import Field, Option
from ..values import Values, day_in
from .decisions import Decision, decided

if TYPE_CHECKING:
    from ...api import StreetManager

_CHALLENGED, _ENDS = "is_duration_challenged", "reasonable_period_end_date"
_COMMENTS, _REASONS = "additional_comments", "reasons_for_refusal"
_DISCOUNT, _REVOKED, _MODIFIED = "assessment_discount", "revoke_reason", "pending_change_details"
_ALL = frozenset({_CHALLENGED, _ENDS, _COMMENTS, _REASONS, _DISCOUNT, _REVOKED, _MODIFIED})


def _send(
    client: "StreetManager", works: str, permit: str, request: PermitAssessmentUpdateRequest
) -> None:
    client.work.update_assessment_status(works, permit, request)


def _read(client: "StreetManager", works: str, reference: str) -> tuple[set[str], Subject]:
    register = client.register
    permit = register.permit(works, reference)
    statuses = {one for one in (permit.status, permit.assessment) if one}
    return statuses, permit_standing(permit, register.works(works))


class _Assess(Decision[Permit, PermitAssessmentUpdateRequest]):
    """Assesses a permit."""

    model = PermitAssessmentUpdateRequest
    takes = Permit
    field = "assessment_status"


class GrantPermit(_Assess):
    """Grants it; the duration of immediate works may be challenged with that."""

    step, decision = Step.GRANT, Assessment.GRANTED.value
    operation = decided("UpdateAssessmentStatus", step, decision, _send, _read)
    filled = frozenset({_Assess.field, _REASONS, _REVOKED, _MODIFIED})

    def title(self) -> str:
        """Return its name."""
        return tr("Grant the permit")

    def questions(self) -> tuple[Field[About[Permit]], ...]:
        """Return the discount, whether the duration is challenged, and the comments."""
        return (
            Field(
                _DISCOUNT,
                tr("Discount on the fee, in per cent"),
                tr("0 for none."),
                shown=_is_charged,
                must=True,
            ),
            Field(_CHALLENGED, tr("Do you challenge the duration?"), shown=_may_be_challenged),
            Field(_ENDS, tr("When should the works end?"), shown=_is_challenged),
            Field(_COMMENTS, tr("Comments for the promoter")),
        )

    def begin(self, situation: About[Permit], kept: Optional[Values]) -> dict[str, Any]:
        """Return what was `kept`, and else that there is no discount."""
        return {_DISCOUNT: "0", **(kept or {})}

    def also_wrong(self, values: Values, situation: About[Permit]) -> dict[str, str]:
        """Say what the permit has against the day by which the works should end."""
        end, start = day_in(values, _ENDS), civil_day(situation.record.first_day)
        if end is None or not _is_challenged(values, situation):
            return {}
        why = why_not_reasonable(start, end, situation.today)
        return {_ENDS: why} if why else {}


class RefusePermit(_Assess):
    """Refuses it, for one to five of the national reasons."""

    step, decision = Step.REFUSE, Assessment.REFUSED.value
    operation = decided("UpdateAssessmentStatus", step, decision, _send, _read)
    filled = frozenset({_Assess.field}) | _ALL - {_REASONS, _COMMENTS}

    def title(self) -> str:
        """Return its name."""
        return tr("Refuse the permit")

    def questions(self) -> tuple[Field[About[Permit]], ...]:
        """Return the reasons, of which only the codes are public, and the comments."""
        codes = [Option(one.value, one.value) for one in ReasonForRefusal]
        asked = tr("One to five of the national codes. Say below what is wrong.")
        return (
            Field(_REASONS, tr("Why is it refused?"), asked, options=lambda _situation: codes),
            Field(_COMMENTS, tr("Comments for the promoter")),
        )


class RequestModification(_Assess):
    """Asks the promoter to modify what was applied for."""

    step, decision = Step.REQUEST_MODIFICATION, Assessment.PERMIT_MODIFICATION_REQUEST.value
    operation = decided("UpdateAssessmentStatus", step, decision, _send, _read)
    filled = frozenset({_Assess.field}) | _ALL - {_MODIFIED, _COMMENTS}

    def title(self) -> str:
        """Return its name."""
        return tr("Request a modification")

    def questions(self) -> tuple[Field[About[Permit]], ...]:
        """Return what is to be modified, and the comments."""
        return (
            Field(_MODIFIED, tr("What is to be modified?")),
            Field(_COMMENTS, tr("Comments for the promoter")),
        )


class RevokePermit(_Assess):
    """Revokes a permit that was granted."""

    step, decision = Step.REVOKE, Assessment.REVOKED.value
    operation = decided("UpdateAssessmentStatus", step, decision, _send, _read)
    filled = frozenset({_Assess.field}) | _ALL - {_REVOKED, _COMMENTS}

    def title(self) -> str:
        """Return its name."""
        return tr("Revoke the permit")

    def questions(self) -> tuple[Field[About[Permit]], ...]:
        """Return the reason and the comments."""
        return (
            Field(_REVOKED, tr("Why is it revoked?")),
            Field(_COMMENTS, tr("Comments for the promoter")),
        )


def _standing(situation: About[Permit]) -> Any:
    return permit_standing(situation.record, situation.works)


def _is_charged(values: Values, situation: About[Permit]) -> bool:
    return situation.record.category != Category.HS2_HIGHWAY


def _may_be_challenged(values: Values, situation: About[Permit]) -> bool:
    return why_not_challenged(_standing(situation)) is None


def _is_challenged(values: Values, situation: About[Permit]) -> bool:
    return _may_be_challenged(values, situation) and values.get(_CHALLENGED) is True
