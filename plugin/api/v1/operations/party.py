"""The operations of the Party API."""

from ...contract.operation import OPEN
from ...contract.parameters import Parameter
from ..enums import OrganisationType
from ..fields import SwaCode
from ..models import party
from ..roles import EVERYONE, WORKSTREAM_KEEPERS, WORKSTREAM_READERS
from .shared import STATUS_PATH, api

_api = api("party")


PARTY = (
    _api.get(
        "GetWorkstream",
        "/organisations/{organisationReference}/workstreams/{workstreamPrefix}",
        EVERYONE,
        response=party.WorkstreamResponse,
    ),
    _api.put(
        "UpdateWorkstream",
        "/organisations/{organisationReference}/workstreams/{workstreamPrefix}",
        WORKSTREAM_KEEPERS,
        request=party.WorkstreamUpdateRequest,
    ),
    _api.get(
        "GetWorkstreams",
        "/organisations/{organisationReference}/workstreams",
        WORKSTREAM_READERS,
        response=list[party.WorkstreamResponse],
    ),
    _api.post(
        "CreateWorkstream",
        "/organisations/{organisationReference}/workstreams",
        WORKSTREAM_KEEPERS,
        request=party.WorkstreamCreateRequest,
        response=party.WorkstreamCreateResponse,
    ),
    _api.get(
        "GetOrganisation",
        "/organisations/{organisationReference}",
        EVERYONE,
        response=party.OrganisationResponse,
    ),
    _api.get(
        "GetOrganisations",
        "/organisations",
        EVERYONE,
        Parameter("type", OrganisationType),
        Parameter("query"),
        response=list[party.OrganisationSummaryResponse],
    ),
    _api.get(
        "GetUser",
        "/users/{email}",
        EVERYONE,
        Parameter("swaCode", SwaCode),
        response=party.UserResponse,
    ),
    _api.put(
        "UpdateUserDetails", "/users/{email}", EVERYONE, request=party.UpdateUserDetailsRequest
    ),
    _api.post(
        "ForgotPassword",
        "/forgot-password",
        OPEN,
        request=party.UserForgotPasswordRequest,
        success=204,
        changes=False,
    ),
    _api.post(
        "ResetPassword",
        "/reset-password",
        OPEN,
        request=party.UserResetPasswordRequest,
        success=204,
    ),
    _api.post(
        "Refresh",
        "/refresh",
        OPEN,
        request=party.TokenRefreshRequest,
        response=party.TokenRefreshResponse,
        success=200,
        changes=False,
    ),
    _api.post("Logout", "/logout", OPEN, request=party.LogoutRequest, success=204, changes=False),
    # Only the written guide has this one: it replaces a temporary password.
    _api.post(
        "SetPassword",
        "/set-password",
        OPEN,
        request=party.SetPasswordRequest,
        response=party.SetPasswordResponse,
        success=200,
    ),
    _api.get("Status", STATUS_PATH, OPEN),
)
