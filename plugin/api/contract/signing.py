"""How sessions begin, go on and end: what a contract has to say of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Optional, Protocol

from .base import Request


@dataclass(frozen=True)
class Tokens:
    """What a session consists of: `identity` goes with every call, the others are the contract's.

    Without `refresh` the session lasts as long as its first token. `organisation` is the reference
    of the organisation that the user belongs to.
    """

    identity: str = field(repr=False)
    refresh: Optional[str] = field(default=None, repr=False)
    access: Optional[str] = field(default=None, repr=False)
    organisation: Optional[str] = None


class Ask(Protocol):
    """Carries out an operation that needs no session."""

    def __call__(self, api: str, operation_id: str, request: Request) -> Any:
        """Return its answer. Raises the errors of `plugin.api.errors`."""


class Signing(Protocol):
    """How sessions begin, go on and end. What `ask` raises goes on unless a method says more."""

    @property
    def lifetime(self) -> float:
        """How many seconds a token holds that does not tell it itself."""

    @property
    def methods(self) -> Mapping[tuple[str, str], str]:
        """The operations that carry tokens, and the method of the client that does each.

        The text is empty where the session does it by itself.
        """

    def headers(self, token: str) -> Mapping[str, str]:
        """Return the headers with which a call is sent in the name of a user."""

    def sign_in(self, ask: Ask, email: str, password: str) -> tuple[Tokens, Any]:
        """Begin a session; return it with the service's answer. Raises NotSignedIn."""

    def set_first_password(
        self, ask: Ask, email: str, temporary_password: str, new_password: str
    ) -> tuple[Tokens, Any]:
        """Replace a temporary password and begin a session; return it with the answer."""

    def refreshed(self, ask: Ask, tokens: Tokens) -> Tokens:
        """Return the tokens with which the session goes on. Raises NotSignedIn or BadRequest."""

    def sign_out(self, ask: Ask, tokens: Tokens) -> None:
        """Tell the service that the session is over."""

    def forget_password(self, ask: Ask, email: str) -> None:
        """Have a code sent with which another password is set."""

    def reset_password(self, ask: Ask, email: str, code: str, new_password: str) -> None:
        """Set another password with the code that was sent."""
