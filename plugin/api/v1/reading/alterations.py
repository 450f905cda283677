"""Changes of permits."""

from ....trade.records.changes import Change
from ..models.work import PermitAlterationResponse
from .works import permit


def change(answer: PermitAlterationResponse) -> Change:
    """Return a change with the permit as it was, and as it shall be."""
    return Change(
        reference=answer.permit_alteration_reference_number,
        kind=str(answer.alteration_type),
        status=str(answer.alteration_status),
        created=answer.date_created,
        deadline=answer.deadline_date,
        reason=answer.permit_alteration_reason,
        before=permit(answer.original),
        proposed=permit(answer.proposed),
        remarks=answer.assessment_comments or "",
        discount=answer.assessment_discount,
    )
