"""Signing in and out, and passwords."""

from pydantic import ConfigDict, Field

from ....contract.base import Request, Secret
from ....contract.complete import RuledRequest
from ....contract.fields import Words
from ...fields import EmailAddress, PaddedCode


class TokenRefreshRequest(Request):
    """Asks for new tokens."""

    model_config = ConfigDict(hide_input_in_errors=True)

    refresh_token: Words = Field(repr=False)


class TokenRefreshResponse(Secret):
    """The new tokens."""

    id_token: str = Field(repr=False)
    access_token: str = Field(repr=False)


class LogoutRequest(Request):
    """Ends all sessions of the user, on other machines too."""

    model_config = ConfigDict(hide_input_in_errors=True)

    access_token: Words = Field(repr=False)


class SetPasswordRequest(Request):
    """Replaces a temporary password."""

    model_config = ConfigDict(hide_input_in_errors=True)

    email: EmailAddress
    password: Words = Field(repr=False)
    token: Words = Field(repr=False)


class SetPasswordResponse(Secret):
    """The tokens of a session, once the password is set."""

    id_token: str = Field(alias="idToken", repr=False)
    organisation_reference: PaddedCode = Field(alias="organisationReference")
    access_token: str = Field(alias="accessToken", repr=False)
    refresh_token: str = Field(alias="refreshToken", repr=False)


class UserForgotPasswordRequest(RuledRequest):
    """Asks for a code with which to set another password."""

    email: EmailAddress


class UserResetPasswordRequest(Request):
    """Sets another password with the code that was sent."""

    model_config = ConfigDict(hide_input_in_errors=True)

    email: EmailAddress
    verification_code: Words = Field(repr=False)
    password: Words = Field(repr=False)
