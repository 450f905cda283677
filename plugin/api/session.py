"""The session: tokens, kept in memory only."""

import base64
import json
import threading
import time
from typing import Callable, Optional

from ..words import tr
from .errors import BadRequest, NotSignedIn
from .exchange import exchange
from .transport import Transport
from .v1.models.party import LogoutRequest, TokenRefreshRequest
from .v1.models.work import AuthenticationRequest, AuthenticationResponse
from .v1.operations import OPERATIONS

AGE_TO_REFRESH = 50 * 60.0
SHARE_TO_REFRESH = 5 / 6


class Session:
    """The tokens of one user. May be used by several threads: they share one refresh.

    Tokens are refreshed when five sixths of their life are over, after 50 minutes where they do
    not tell.
    `clock` gives seconds that only go forward.
    """

    def __init__(self, transport: Transport, clock: Callable[[], float] = time.monotonic) -> None:
        self._transport = transport
        self._clock = clock
        self._lock = threading.RLock()
        self._id_token: Optional[str] = None
        self._access_token: Optional[str] = None
        self._refresh_token: Optional[str] = None
        self._organisation: Optional[str] = None
        self._refresh_at = 0.0

    def __repr__(self) -> str:
        return f"<Session {'signed in' if self.signed_in else 'signed out'}>"

    @property
    def signed_in(self) -> bool:
        """Whether there are tokens; they may turn out to have ended."""
        return self._id_token is not None

    @property
    def organisation_reference(self) -> Optional[str]:
        """The organisation that the signed-in user belongs to."""
        return self._organisation

    def sign_in(self, email: str, password: str) -> AuthenticationResponse:
        """Begin a session; the password is not kept."""
        if not email.strip() or not password:
            raise NotSignedIn(tr("Give the email address and the password."))
        request = AuthenticationRequest(email_address=email.strip(), password=password)
        answer: AuthenticationResponse = exchange(
            self._transport, OPERATIONS["work", "Authenticate"], request=request
        )
        if not answer.id_token:
            raise NotSignedIn(
                tr("Street Manager gave no session."),
                advice=tr("Sign in there once in a browser, then try again."),
            )
        with self._lock:
            self._keep(answer.id_token, answer.access_token)
            self._refresh_token = answer.refresh_token
            self._organisation = answer.organisation_reference
        return answer

    def sign_out(self) -> None:
        """End the session. The tokens are forgotten first, whatever the service then says."""
        with self._lock:
            access_token = self._access_token
            self._forget()
        if access_token:
            request = LogoutRequest(access_token=access_token)
            exchange(self._transport, OPERATIONS["party", "Logout"], request=request)

    def token(self) -> str:
        """Return the token to send, refreshed when it is old. Raises NotSignedIn."""
        with self._lock:
            if self._id_token and self._clock() >= self._refresh_at and self._refresh_token:
                self._refresh()
            return self._current()

    def token_after_refusal(self, refused: str) -> str:
        """Return another token than `refused`: who comes first fetches it. Raises NotSignedIn."""
        with self._lock:
            if self._id_token == refused:
                self._refresh()
            return self._current()

    def _current(self) -> str:
        if not self._id_token:
            raise NotSignedIn(
                tr("You are not signed in, or your session has ended."), advice=tr("Sign in again.")
            )
        return self._id_token

    def _refresh(self) -> None:
        if not self._refresh_token:
            self._forget()
            return
        request = TokenRefreshRequest(refresh_token=self._refresh_token)
        try:
            answer = exchange(self._transport, OPERATIONS["party", "Refresh"], request=request)
        except (NotSignedIn, BadRequest) as error:
            self._forget()
            raise NotSignedIn(
                tr("Your session has ended."),
                advice=tr("Sign in again."),
                detail=error.detail,
                status=error.status,
            ) from error
        self._keep(answer.id_token, answer.access_token)

    def _keep(self, id_token: str, access_token: Optional[str]) -> None:
        self._id_token = id_token
        self._access_token = access_token
        self._refresh_at = self._clock() + (_lifetime(id_token) or AGE_TO_REFRESH)

    def _forget(self) -> None:
        self._id_token = self._access_token = self._refresh_token = self._organisation = None


def _lifetime(token: str) -> Optional[float]:
    """Return the seconds after which to refresh a JSON web token; None where it does not tell."""
    parts = token.split(".")
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
        life = float(claims["exp"]) - float(claims["iat"])
    except (IndexError, KeyError, TypeError, ValueError):
        return None
    return life * SHARE_TO_REFRESH if life > 0 else None
