"""Signing in."""

from typing import Optional

from pydantic import ConfigDict, Field

from ....contract.base import Request, Secret
from ...fields import PaddedCode


class AuthenticationRequest(Request):
    """Asks for a session; the email address is case-sensitive."""

    model_config = ConfigDict(hide_input_in_errors=True)

    email_address: str = Field(alias="emailAddress", min_length=1)
    password: str = Field(repr=False, min_length=1)


class AuthenticationResponse(Secret):
    """The tokens of a session, and whose it is."""

    id_token: Optional[str] = Field(default=None, alias="idToken", repr=False)
    organisation_reference: Optional[PaddedCode] = Field(
        default=None, alias="organisationReference"
    )
    access_token: Optional[str] = Field(default=None, alias="accessToken", repr=False)
    refresh_token: Optional[str] = Field(default=None, alias="refreshToken", repr=False)
    session_token: Optional[str] = Field(default=None, alias="sessionToken", repr=False)


class InitialAuthenticationResponse(Secret):
    """The token with which a temporary password can be replaced."""

    session_token: str = Field(alias="sessionToken", repr=False)
