"""The session: tokens, kept in memory only."""

import base64
import json
import threading
import time
from dataclasses import dataclass, replace
from typing import Any, Callable, Optional

from ..words import tr
from .calling.exchange import carried_out
from .calling.writing import written
from .contract.base import Request
from .contract.contract import Contract
from .contract.signing import Tokens
from .errors import ApiError, BadRequest, Cancelled, NotSignedIn
from .flights import Flight
from .http.transport import Transport

SHARE_TO_REFRESH = 5 / 6
PAUSE_AFTER_FAILURE = 30.0


@dataclass(frozen=True)
class _Kept:
    """Tokens, and the second from which they want to be refreshed."""

    tokens: Tokens
    refresh_at: float

    @property
    def identity(self) -> str:
        return self.tokens.identity


class Session:
    """The tokens of one user. May be used by several threads: they share one refresh.

    Tokens are refreshed when five sixths of their life are over. `clock` gives seconds that only go
    forward.
    """

    def __init__(
        self,
        transport: Transport,
        contract: Contract,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.contract = contract
        self._transport = transport
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: Optional[_Kept] = None
        self._flight: Optional[Flight] = None

    def __repr__(self) -> str:
        return f"<Session {'signed in' if self.signed_in else 'signed out'}>"

    @property
    def signed_in(self) -> bool:
        """Whether there are tokens; they may turn out to have ended."""
        return self._kept is not None

    @property
    def organisation_reference(self) -> Optional[str]:
        """The organisation that the signed-in user belongs to."""
        kept = self._kept
        return kept.tokens.organisation if kept else None

    def sign_in(self, email: str, password: str) -> Any:
        """Begin a session and return the service's answer; the password is not kept."""
        email = _typed(email, password)
        tokens, answer = self.contract.signing.sign_in(self.ask, email, password)
        self._begin(tokens)
        return answer

    def set_first_password(self, email: str, temporary_password: str, new_password: str) -> Any:
        """Replace a temporary password, and begin a session with the new one."""
        email = _typed(email, temporary_password)
        if not new_password:
            raise NotSignedIn(tr("Give the new password."))
        tokens, answer = self.contract.signing.set_first_password(
            self.ask, email, temporary_password, new_password
        )
        self._begin(tokens)
        return answer

    def sign_out(self) -> None:
        """End the session. The tokens are forgotten first, whatever the service then says."""
        with self._lock:
            kept, self._kept = self._kept, None
        if kept is not None:
            self.contract.signing.sign_out(self.ask, kept.tokens)

    def ask(self, api: str, operation_id: str, request: Request) -> Any:
        """Carry out an operation that needs no session; return its answer."""
        operation = self.contract.operations[api, operation_id]
        call = written(self.contract, operation, request=request)
        return carried_out(self._transport, self.contract, operation, call)

    def token(self) -> str:
        """Return the token to send, refreshed when it is old. Raises NotSignedIn.

        A token that is old still holds for a while, so it is used when it cannot be refreshed now.
        """
        kept = self._current()
        if kept.tokens.refresh is None or self._clock() < kept.refresh_at:
            return kept.identity
        try:
            return self._refreshed(kept.identity)
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
            if self._kept is not None and self._kept.identity == identity:
                self._kept = None

    def _current(self) -> _Kept:
        kept = self._kept
        if kept is None:
            raise NotSignedIn(
                tr("You are not signed in, or your session has ended."), advice=tr("Sign in again.")
            )
        return kept

    def _refreshed(self, old: str) -> str:
        """Return what one refresh gives in place of `old`, which may be the same token again.

        Threads that want one at the same time share it.
        """
        is_done = False
        while True:
            with self._lock:
                kept = self._current()
                if is_done or kept.identity != old:
                    return kept.identity
                flight, is_ours = self._flight, self._flight is None
                if flight is None:
                    flight = self._flight = Flight()
            if is_ours:
                self._fly(flight, kept.tokens)
                is_done = True
            else:
                is_done = flight.wait(self._transport.raise_if_cancelled)

    def _fly(self, flight: Flight, tokens: Tokens) -> None:
        with flight:
            fresh: Optional[_Kept] = None
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
                    is_the_same = self._kept and self._kept.identity == tokens.identity
                    if is_the_same and (fresh is not None or ended):
                        self._kept = fresh

    def _fetched(self, tokens: Tokens) -> _Kept:
        if not tokens.refresh:
            raise _ended()
        try:
            return self._to_keep(self.contract.signing.refreshed(self.ask, tokens))
        except (NotSignedIn, BadRequest) as error:
            raise _ended(error) from error

    def _begin(self, tokens: Tokens) -> None:
        kept = self._to_keep(tokens)
        with self._lock:
            self._kept = kept

    def _to_keep(self, tokens: Tokens) -> _Kept:
        life = _lifetime(tokens.identity) or self.contract.signing.lifetime
        return _Kept(tokens, self._clock() + life * SHARE_TO_REFRESH)

    def _put_off(self) -> None:
        with self._lock:
            if self._kept is not None:
                later = self._clock() + PAUSE_AFTER_FAILURE
                self._kept = replace(self._kept, refresh_at=later)


def _typed(email: str, password: str) -> str:
    """Return the email address as it is meant. Raises NotSignedIn where one of the two lacks."""
    if not isinstance(email, str) or not email.strip() or not password:
        raise NotSignedIn(tr("Give the email address and the password."))
    return email.strip()


def _ended(because: Optional[ApiError] = None) -> NotSignedIn:
    return NotSignedIn(
        tr("Your session has ended."),
        advice=tr("Sign in again."),
        detail=because.detail if because else "",
        status=because.status if because else None,
    )


def _lifetime(token: str) -> Optional[float]:
    """Return how many seconds a JSON web token holds; None where it does not tell."""
    parts = token.split(".")
    try:
        claims = json.loads(base64.urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
        life = float(claims["exp"]) - float(claims["iat"])
    except (IndexError, KeyError, TypeError, ValueError, OverflowError, RecursionError):
        return None
    return life if life > 0 else None
