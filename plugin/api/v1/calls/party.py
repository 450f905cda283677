"""The Party API."""

from typing import Optional

from ...connection import Connection
from ..enums import OrganisationType
from ..models.party import (
    OrganisationResponse,
    OrganisationSummaryResponse,
    UserResponse,
    WorkstreamResponse,
)


class PartyApi:
    """Organisations, workstreams and users."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get_organisation(self, organisation_reference: str) -> OrganisationResponse:
        """Return an organisation. Raises NotFound. For every role."""
        answer: OrganisationResponse = self._connection.call(
            "party", "GetOrganisation", organisationReference=organisation_reference
        )
        return answer

    def get_organisations(
        self, kind: Optional[OrganisationType] = None, query: Optional[str] = None
    ) -> list[OrganisationSummaryResponse]:
        """Return the organisations of a kind whose name matches `query`. For every role."""
        answer: list[OrganisationSummaryResponse] = self._connection.call(
            "party", "GetOrganisations", type=kind, query=query
        )
        return answer

    def get_workstreams(self, organisation_reference: str) -> list[WorkstreamResponse]:
        """Return the workstreams of an organisation. For planners, contractors, administrators."""
        answer: list[WorkstreamResponse] = self._connection.call(
            "party", "GetWorkstreams", organisationReference=organisation_reference
        )
        return answer

    def get_user(self, email: str, swa_code: Optional[str] = None) -> UserResponse:
        """Return a user with roles, contracts and workstreams. Raises NotFound. For every role.

        `swa_code` is the promoter that a contractor works for.
        """
        answer: UserResponse = self._connection.call(
            "party", "GetUser", email=email, swaCode=swa_code
        )
        return answer

    def status(self) -> bool:
        """Tell whether the Party API is well. Needs no session."""
        return self._connection.is_well("party")
