"""The session: tokens, kept in memory only."""

import base64
import json
import threading
import time
from dataclasses import dataclass, field, replace
from typing import Any, Callable, Optional, TypeVar, Union

from pydantic import ValidationError

from ..words import tr
from .contract.base import Request
from .contract.problems import problems
from .errors import ApiError, BadRequest, Cancelled, NotSignedIn, OutcomeUnknown
from .exchange import carried_out
from .flights import Flight
from .transport import Transport
from .v1.models.party import (
    LogoutRequest,
    SetPasswordRequest,
    SetPasswordResponse,
    TokenRefreshRequest,
    TokenRefreshResponse,
)
from .v1.models.work import (
    AuthenticationRequest,
    AuthenticationResponse,
    InitialAuthenticationResponse,
)
from .v1.operations import OPERATIONS
from .writing import unfit, written

AGE_TO_REFRESH = 50 * 60.0
SHARE_TO_REFRESH = 5 / 6
PAUSE_AFTER_FAILURE = 30.0


@dataclass(frozen=True)
class _Tokens:
    """What a session consists of; `refresh_at` is the second from which it wants new ones."""

    identity: str = field(repr=False)
    access: Optional[str] = field(repr=False)
    refresh: Optional[str] = field(repr=False)
    organisation: Optional[str]
    refresh_at: float


class Session:
    """The tokens of one user. May be used by several threads: they share one refresh.

    Tokens are refreshed when five sixths of their life are over, after 50 minutes where they do
    not tell. `clock` gives seconds that only go forward.
    """

    def __init__(self, transport: Transport, clock: Callable[[], float] = time.monotonic) -> None:
        self._transport = transport
        self._clock = clock
        self._lock = threading.Lock()
        self._tokens: Optional[_Tokens] = None
        self._flight: Optional[Flight] = None

    def __repr__(self) -> str:
        return f"<Session {'signed in' if self.signed_in else 'signed out'}>"

    @property
    def signed_in(self) -> bool:
        """Whether there are tokens; they may turn out to have ended."""
        return self._tokens is not None

    @property
    def organisation_reference(self) -> Optional[str]:
        """The organisation that the signed-in user belongs to."""
        tokens = self._tokens
        return tokens.organisation if tokens else None

    def sign_in(self, email: str, password: str) -> AuthenticationResponse:
        """Begin a session; the password is not kept."""
        request = _credentials(email, password)
        answer: AuthenticationResponse = self._ask("work", "Authenticate", request)
        if not answer.id_token:
            raise NotSignedIn(
                tr("Street Manager gave no session."),
                advice=tr("Sign in there once in a browser, then try again."),
            )
        self._begin(answer.id_token, answer)
        return answer

    def set_first_password(
        self, email: str, temporary_password: str, new_password: str
    ) -> SetPasswordResponse:
        """Replace a temporary password, and begin a session with the new one."""
        request = _credentials(email, temporary_password)
        if not new_password:
            raise NotSignedIn(tr("Give the new password."))
        first: InitialAuthenticationResponse = self._ask("work", "AuthenticateInitial", request)
        wish = _made(
            SetPasswordRequest,
            email=request.email_address,
            password=new_password,
            token=first.session_token,
        )
        try:
            answer: SetPasswordResponse = self._ask("party", "SetPassword", wish)
        except OutcomeUnknown as error:
            raise OutcomeUnknown(
                tr("It is not known whether the new password was set: the answer was lost."),
                advice=tr(
                    "Sign in with the new password, or with the temporary one if that fails."
                ),
                detail=error.detail,
                status=error.status,
            ) from error
        self._begin(answer.id_token, answer)
        return answer

    def sign_out(self) -> None:
        """End the session. The tokens are forgotten first, whatever the service then says."""
        with self._lock:
            tokens, self._tokens = self._tokens, None
        if tokens is not None and tokens.access:
            request = _made(LogoutRequest, access_token=tokens.access)
            self._ask("party", "Logout", request)

    def token(self) -> str:
        """Return the token to send, refreshed when it is old. Raises NotSignedIn.

        A token that is old still holds for a while, so it is used when it cannot be refreshed now.
        """
        tokens = self._current()
        if tokens.refresh is None or self._clock() < tokens.refresh_at:
            return tokens.identity
        try:
            return self._refreshed(tokens.identity)
        except (NotSignedIn, Cancelled):
            raise
        except ApiError:
            self._put_off()
            return self._current().identity

    def token_after_refusal(self, refused: str) -> str:
        """Return another token than `refused`: who comes first fetches it. Raises NotSignedIn.

        The session has ended when the service gives the refused token once more.
        """
        fresh = self._refreshed(refused)
        if fresh == refused:
            self._end(refused)
            raise _ended()
        return fresh

    def _end(self, identity: str) -> None:
        with self._lock:
            if self._tokens is not None and self._tokens.identity == identity:
                self._tokens = None

    def _current(self) -> _Tokens:
        tokens = self._tokens
        if tokens is None:
            raise NotSignedIn(
                tr("You are not signed in, or your session has ended."), advice=tr("Sign in again.")
            )
        return tokens

    def _refreshed(self, old: str) -> str:
        """Return what one refresh gives in place of `old`, which may be the same token again.

        Threads that want one at the same time share it.
        """
        is_done = False
        while True:
            with self._lock:
                tokens = self._current()
                if is_done or tokens.identity != old:
                    return tokens.identity
                flight, is_ours = self._flight, self._flight is None
                if flight is None:
                    flight = self._flight = Flight()
            if is_ours:
                self._fly(flight, tokens)
                is_done = True
            else:
                is_done = flight.wait(self._transport.raise_if_cancelled)

    def _fly(self, flight: Flight, tokens: _Tokens) -> None:
        with flight:
            fresh: Optional[_Tokens] = None
            ended = False
            try:
                fresh = self._fetched(tokens)
            except NotSignedIn:
                ended = True
                raise
            finally:
                with self._lock:
                    self._flight = None
                    # Whoever signed out or in meanwhile is not brought back by this.
                    is_the_same = self._tokens and self._tokens.identity == tokens.identity
                    if is_the_same and (fresh is not None or ended):
                        self._tokens = fresh

    def _fetched(self, tokens: _Tokens) -> _Tokens:
        if not tokens.refresh:
            raise _ended()
        request = _made(TokenRefreshRequest, refresh_token=tokens.refresh)
        try:
            answer: TokenRefreshResponse = self._ask("party", "Refresh", request)
        except (NotSignedIn, BadRequest) as error:
            raise _ended(error) from error
        return replace(
            tokens,
            identity=answer.id_token,
            access=answer.access_token,
            refresh_at=self._when_to_refresh(answer.id_token),
        )

    def _begin(
        self, identity: str, answer: Union[AuthenticationResponse, SetPasswordResponse]
    ) -> None:
        tokens = _Tokens(
            identity=identity,
            access=answer.access_token,
            refresh=answer.refresh_token,
            organisation=answer.organisation_reference,
            refresh_at=self._when_to_refresh(identity),
        )
        with self._lock:
            self._tokens = tokens

    def _ask(self, api: str, operation_id: str, request: Request) -> Any:
        operation = OPERATIONS[api, operation_id]
        return carried_out(self._transport, operation, written(operation, request=request))

    def _put_off(self) -> None:
        with self._lock:
            if self._tokens is not None:
                later = self._clock() + PAUSE_AFTER_FAILURE
                self._tokens = replace(self._tokens, refresh_at=later)

    def _when_to_refresh(self, identity: str) -> float:
        return self._clock() + (_lifetime(identity) or AGE_TO_REFRESH)


def _credentials(email: str, password: str) -> AuthenticationRequest:
    if not isinstance(email, str) or not email.strip() or not password:
        raise NotSignedIn(tr("Give the email address and the password."))
    return _made(AuthenticationRequest, email_address=email.strip(), password=password)


_Made = TypeVar("_Made", bound=Request)


def _made(model: type[_Made], **values: str) -> _Made:
    """Make a request that holds secrets. Raises BadRequest, which does not."""
    faults: dict[str, list[str]] = {}
    try:
        return model(**values)
    except ValidationError as error:
        faults = problems(error)
    raise unfit(faults)


def _ended(because: Optional[ApiError] = None) -> NotSignedIn:
    return NotSignedIn(
        tr("Your session has ended."),
        advice=tr("Sign in again."),
        detail=because.detail if because else "",
        status=because.status if because else None,
    )


def _lifetime(token: str) -> Optional[float]:
    """Return the seconds after which to refresh a JSON web token; None where it does not tell."""
    parts = token.split(".")
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
        life = float(claims["exp"]) - float(claims["iat"])
    except (IndexError, KeyError, TypeError, ValueError, OverflowError, RecursionError):
        return None
    return life * SHARE_TO_REFRESH if life > 0 else None
