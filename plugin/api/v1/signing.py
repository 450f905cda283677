"""How sessions of V1.25.12 begin, go on and end."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Union

from ...errors import SESSION
from ...words import tr
from ..calling.writing import made
from ..contract.signing import Ask, Tokens
from ..errors import NotSignedIn, OutcomeUnknown
from .models import party, work


class V1Signing:
    """A `Signing`: an id token in a header of its own, an access token to end all sessions with."""

    lifetime = 3600.0
    methods: Mapping[tuple[str, str], str] = {
        ("work", "Authenticate"): "client.sign_in",
        ("work", "AuthenticateInitial"): "client.set_first_password",
        ("party", "SetPassword"): "client.set_first_password",
        ("party", "Refresh"): "",
        ("party", "Logout"): "client.sign_out",
    }

    def headers(self, token: str) -> Mapping[str, str]:
        """Return the header of the id token."""
        return {"token": token}

    def sign_in(self, ask: Ask, email: str, password: str) -> tuple[Tokens, Any]:
        """Begin a session. Raises NotSignedIn also for an account that must be set up first."""
        request = made(work.AuthenticationRequest, email_address=email, password=password)
        answer: work.AuthenticationResponse = ask("work", "Authenticate", request)
        if not answer.id_token:
            raise NotSignedIn(
                tr("Street Manager gave no session."),
                advice=tr("Sign in there once in a browser, then try again."),
            )
        return _tokens(answer.id_token, answer), answer

    def set_first_password(
        self, ask: Ask, email: str, temporary_password: str, new_password: str
    ) -> tuple[Tokens, Any]:
        """Replace a temporary password with the token that signing in with it gives."""
        request = made(work.AuthenticationRequest, email_address=email, password=temporary_password)
        first: work.InitialAuthenticationResponse = ask("work", "AuthenticateInitial", request)
        wish = made(
            party.SetPasswordRequest, email=email, password=new_password, token=first.session_token
        )
        try:
            answer: party.SetPasswordResponse = ask("party", "SetPassword", wish)
        except OutcomeUnknown as error:
            raise OutcomeUnknown(
                tr("It is not known whether the new password was set: the answer was lost."),
                advice=tr(
                    "Sign in with the new password, or with the temporary one if that fails."
                ),
                detail=error.detail,
                about=SESSION,
                status=error.status,
            ) from error
        return _tokens(answer.id_token, answer), answer

    def refreshed(self, ask: Ask, tokens: Tokens) -> Tokens:
        """Return the session with a new id token and a new access token."""
        request = made(party.TokenRefreshRequest, refresh_token=tokens.refresh or "")
        answer: party.TokenRefreshResponse = ask("party", "Refresh", request)
        return replace(tokens, identity=answer.id_token, access=answer.access_token)

    def sign_out(self, ask: Ask, tokens: Tokens) -> None:
        """End all sessions of the user."""
        if tokens.access:
            ask("party", "Logout", made(party.LogoutRequest, access_token=tokens.access))

    def forget_password(self, ask: Ask, email: str) -> None:
        """Have a code sent by e-mail."""
        ask("party", "ForgotPassword", made(party.UserForgotPasswordRequest, email=email))

    def reset_password(self, ask: Ask, email: str, code: str, new_password: str) -> None:
        """Set another password with the code."""
        request = made(
            party.UserResetPasswordRequest,
            email=email,
            verification_code=code,
            password=new_password,
        )
        ask("party", "ResetPassword", request)


def _tokens(
    identity: str, answer: Union[work.AuthenticationResponse, party.SetPasswordResponse]
) -> Tokens:
    return Tokens(
        identity, answer.refresh_token, answer.access_token, answer.organisation_reference
    )
