"""Sessions and passwords: signing in of the Work API, and what the Party API has of that."""

from typing import Callable

from ...api.v1.models.party import (
    LogoutRequest,
    SetPasswordRequest,
    TokenRefreshRequest,
    UserForgotPasswordRequest,
    UserResetPasswordRequest,
)
from ...api.v1.models.work import AuthenticationRequest
from ...rules.passwords import SHORTEST
from ...words import tr
from ..people.accounts import Sessions, SignInRefused, Tokens
from ..refusals import UNAUTHORISED, Refusal, bad_field
from ..serving.exchange import Answer, Call, Handler, read_body


class PartyOperations:
    """Signing in and out, and passwords."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions

    def handlers(self) -> dict[tuple[str, str], Handler]:
        """Return the handlers by API and operation id."""
        named: dict[tuple[str, str], Callable[[Call], Answer]] = {
            ("work", "Authenticate"): self.authenticate,
            ("work", "AuthenticateInitial"): self.authenticate_initial,
            ("party", "SetPassword"): self.set_password,
            ("party", "Refresh"): self.refresh,
            ("party", "Logout"): self.logout,
            ("party", "ForgotPassword"): self.forgot_password,
            ("party", "ResetPassword"): self.reset_password,
        }
        return named

    def authenticate(self, call: Call) -> Answer:
        """Sign in: 307 with a temporary password, 401, 412 and 423 as the guide gives them."""
        request: AuthenticationRequest = read_body(AuthenticationRequest, call.body)
        try:
            tokens = self._sessions.sign_in(request.email_address, request.password)
        except SignInRefused as refused:
            initial = {"Location": "/v1/work/authenticate/initial"} if refused.status == 307 else {}
            raise Refusal(refused.status, refused.message, headers=initial) from refused
        return Answer(body=self._session(request.email_address, tokens))

    def authenticate_initial(self, call: Call) -> Answer:
        """Sign in for the first time: gives the token with which to set a password."""
        request: AuthenticationRequest = read_body(AuthenticationRequest, call.body)
        try:
            token = self._sessions.first_sign_in(request.email_address, request.password)
        except SignInRefused as refused:
            raise Refusal(refused.status, refused.message) from refused
        return Answer(body={"sessionToken": token})

    def set_password(self, call: Call) -> Answer:
        """Replace a temporary password and sign in with the new one."""
        request: SetPasswordRequest = read_body(SetPasswordRequest, call.body)
        _check_password(request.password)
        try:
            tokens = self._sessions.set_password(request.email, request.password, request.token)
        except SignInRefused as refused:
            raise Refusal(refused.status, refused.message) from refused
        return Answer(body=self._session(request.email, tokens))

    def _session(self, email: str, tokens: Tokens) -> dict[str, str]:
        return {
            "idToken": tokens.identity,
            "accessToken": tokens.access,
            "refreshToken": tokens.refresh,
            "organisationReference": self._sessions.organisation_of(email),
        }

    def refresh(self, call: Call) -> Answer:
        """Give new tokens for a refresh token; no new refresh token."""
        request: TokenRefreshRequest = read_body(TokenRefreshRequest, call.body)
        tokens = self._sessions.refresh(request.refresh_token)
        if tokens is None:
            raise Refusal(UNAUTHORISED, "Authentication failed")
        return Answer(body={"id_token": tokens.identity, "access_token": tokens.access})

    def logout(self, call: Call) -> Answer:
        """End every session of the user."""
        request: LogoutRequest = read_body(LogoutRequest, call.body)
        if not self._sessions.sign_out(request.access_token):
            raise Refusal(UNAUTHORISED, "Authentication failed")
        return Answer(status=204)

    def forgot_password(self, call: Call) -> Answer:
        """Make a code; it says nothing about whether there is such an account."""
        request: UserForgotPasswordRequest = read_body(UserForgotPasswordRequest, call.body)
        self._sessions.forget_password(request.email)
        return Answer(status=204)

    def reset_password(self, call: Call) -> Answer:
        """Set another password with the code."""
        request: UserResetPasswordRequest = read_body(UserResetPasswordRequest, call.body)
        _check_password(request.password)
        if not self._sessions.reset_password(
            request.email, request.verification_code, request.password
        ):
            raise bad_field("verification_code", tr("This is not the code, or it has ended."))
        return Answer(status=204)


def _check_password(password: str) -> None:
    if len(password) < SHORTEST:
        message = tr("The password must have {n} characters or more.").format(n=SHORTEST)
        raise bad_field("password", message)
