"""Party API: sessions, organisations, workstreams, users."""

from .administration import (
    AdminUpdateUserRolesRequest,
    InternalUpdateUserRolesRequest,
    InviteUserRequest,
    OnboardUserRequest,
    OrganisationContractsCreateRequest,
    OrganisationUpdateRequest,
    RemoveUserRequest,
    UserCreateRequest,
    UserWorkstreamAccess,
    UserWorkstreamAccessUpdateRequest,
)
from .organisations import (
    OrganisationResponse,
    OrganisationSummaryResponse,
    WorkstreamCreateRequest,
    WorkstreamCreateResponse,
    WorkstreamResponse,
    WorkstreamUpdateRequest,
)
from .sessions import (
    LogoutRequest,
    SetPasswordRequest,
    SetPasswordResponse,
    TokenRefreshRequest,
    TokenRefreshResponse,
    UserForgotPasswordRequest,
    UserResetPasswordRequest,
)
from .users import (
    UpdateUserDetailsRequest,
    UserResponse,
    UserWorkstreamAccessDetails,
)

__all__ = [
    "AdminUpdateUserRolesRequest",
    "InternalUpdateUserRolesRequest",
    "InviteUserRequest",
    "LogoutRequest",
    "OnboardUserRequest",
    "OrganisationContractsCreateRequest",
    "OrganisationResponse",
    "OrganisationSummaryResponse",
    "OrganisationUpdateRequest",
    "RemoveUserRequest",
    "SetPasswordRequest",
    "SetPasswordResponse",
    "TokenRefreshRequest",
    "TokenRefreshResponse",
    "UpdateUserDetailsRequest",
    "UserCreateRequest",
    "UserForgotPasswordRequest",
    "UserResetPasswordRequest",
    "UserResponse",
    "UserWorkstreamAccess",
    "UserWorkstreamAccessDetails",
    "UserWorkstreamAccessUpdateRequest",
    "WorkstreamCreateRequest",
    "WorkstreamCreateResponse",
    "WorkstreamResponse",
    "WorkstreamUpdateRequest",
]
