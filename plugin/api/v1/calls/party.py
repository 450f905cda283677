"""The Party API."""

from typing import Optional

from ...contract.calls import Calls
from ..enums import OrganisationType
from ..models.party import (
    OrganisationResponse,
    OrganisationSummaryResponse,
    UpdateUserDetailsRequest,
    UserForgotPasswordRequest,
    UserResetPasswordRequest,
    UserResponse,
    WorkstreamCreateRequest,
    WorkstreamCreateResponse,
    WorkstreamResponse,
    WorkstreamUpdateRequest,
)


class PartyApi(Calls):
    """Organisations, workstreams and users."""

    api = "party"

    def get_organisation(self, organisation_reference: str) -> OrganisationResponse:
        """Return an organisation. Raises NotFound. For every role."""
        return self._call("GetOrganisation", organisationReference=organisation_reference)

    def get_organisations(
        self, kind: Optional[OrganisationType] = None, query: Optional[str] = None
    ) -> list[OrganisationSummaryResponse]:
        """Return the organisations of a kind whose name matches `query`. For every role."""
        return self._call("GetOrganisations", type=kind, query=query)

    def get_workstreams(self, organisation_reference: str) -> list[WorkstreamResponse]:
        """Return the workstreams of an organisation. For planners, contractors, administrators."""
        return self._call("GetWorkstreams", organisationReference=organisation_reference)

    def get_user(self, email: str, swa_code: Optional[str] = None) -> UserResponse:
        """Return a user with roles, contracts and workstreams. Raises NotFound. For every role.

        `swa_code` is the promoter that a contractor works for.
        """
        return self._call("GetUser", email=email, swaCode=swa_code)

    def get_workstream(
        self, organisation_reference: str, workstream_prefix: str
    ) -> WorkstreamResponse:
        """Return a workstream. Raises NotFound. For every role."""
        return self._call(
            "GetWorkstream",
            organisationReference=organisation_reference,
            workstreamPrefix=workstream_prefix,
        )

    def update_workstream(
        self, organisation_reference: str, workstream_prefix: str, request: WorkstreamUpdateRequest
    ) -> None:
        """Change a workstream's name and contact.

        Raises NotFound. For planners and administrators.
        """
        self._call(
            "UpdateWorkstream",
            request=request,
            organisationReference=organisation_reference,
            workstreamPrefix=workstream_prefix,
        )

    def create_workstream(
        self, organisation_reference: str, request: WorkstreamCreateRequest
    ) -> WorkstreamCreateResponse:
        """Make a workstream; return its prefix.

        Raises BadRequest. For planners and administrators.
        """
        return self._call(
            "CreateWorkstream", request=request, organisationReference=organisation_reference
        )

    def update_user_details(self, email: str, request: UpdateUserDetailsRequest) -> None:
        """Change one's own name. Raises NotFound. For every role."""
        self._call("UpdateUserDetails", request=request, email=email)

    def forgot_password(self, request: UserForgotPasswordRequest) -> None:
        """Have a code sent by email with which to set another password. Needs no session."""
        self._call("ForgotPassword", request=request)

    def reset_password(self, request: UserResetPasswordRequest) -> None:
        """Set another password with the code that was sent. Needs no session."""
        self._call("ResetPassword", request=request)
