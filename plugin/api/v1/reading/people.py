"""Organisations, their workstreams, and whose an account is."""

from collections.abc import Iterable

from ....trade.records.people import Holder, Organisation, Promoter, Workstream
from ....trade.workstreams import DEFAULT_WORKSTREAM
from ..enums import WorkstreamStatus
from ..models.party import (
    OrganisationResponse,
    OrganisationSummaryResponse,
    UserResponse,
    WorkstreamResponse,
)


def holder(answer: UserResponse, applies_for: Iterable[str]) -> Holder:
    """Return whose account a user's is; `applies_for` are the SWA codes of promoters."""
    own = Organisation(answer.organisation_name, answer.organisation_reference)
    known = (own, *(organisation(one) for one in answer.contracts or ()))
    named = {one.code: one for one in known}
    return Holder(own, tuple(named[code] for code in applies_for))


def organisation(answer: OrganisationSummaryResponse) -> Organisation:
    """Return an organisation of a list."""
    return Organisation(answer.name, answer.organisation_reference)


def promoter(answer: OrganisationResponse, workstreams: Iterable[WorkstreamResponse]) -> Promoter:
    """Return a promoter with those of its workstreams that works can be applied for in."""
    return Promoter(
        name=answer.name,
        code=answer.organisation_reference,
        prefix=answer.prefix,
        kind=str(answer.organisation_type),
        workstreams=tuple(
            Workstream(one.prefix, one.name)
            for one in workstreams
            if one.prefix != DEFAULT_WORKSTREAM and one.status != WorkstreamStatus.DEACTIVATED
        ),
    )
