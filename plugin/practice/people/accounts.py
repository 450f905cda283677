"""Who may sign in to the practice service, and their sessions. Tokens are kept in memory only."""

import hashlib
import hmac
import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, Optional

from ...api.contract.rights import Rights
from ...api.v1.rights import rights_of
from ..clock import Clock
from .organisations import BY_CODE, CONTRACTOR, COUNTY_HA, WATER, Organisation

PLANNER, CONTRACTOR_ROLE, AUTHORITY = "Planner", "Contractor", "HighwayAuthority"
ADMIN, DATA_EXPORT = "Admin", "DataExport"
_FAILURES, _FAILURE_WINDOW_S = 5, 300.0

_PEOPLE = (
    ("planner", PLANNER, WATER, ""),
    ("contractor", CONTRACTOR_ROLE, CONTRACTOR, ""),
    ("authority", AUTHORITY, COUNTY_HA, ""),
    ("newcomer", PLANNER, WATER, "temporary password"),
    ("lapsed", PLANNER, BY_CODE["9850"], "organisation suspended"),
    ("gas", PLANNER, BY_CODE["9831"], ""),
    ("neighbour", AUTHORITY, BY_CODE["9820"], ""),
    ("admin", ADMIN, COUNTY_HA, ""),
    ("export", DATA_EXPORT, COUNTY_HA, ""),
)


@dataclass(frozen=True)
class Account:
    """One account to practise with; `situation` says what is special about it ("" for nothing)."""

    role: str
    email: str
    password: str = field(repr=False)
    organisation: str
    organisation_reference: str
    situation: str = ""


def make_accounts(passwords: Optional[Mapping[str, str]] = None) -> list[Account]:
    """Return the accounts, with fresh random passwords but for those given by email address."""
    given = passwords or {}
    return [
        Account(
            role=role,
            email=f"{name}@practice.example",
            password=given.get(f"{name}@practice.example") or secrets.token_urlsafe(12),
            organisation=organisation.name,
            organisation_reference=organisation.swa_code,
            situation=situation,
        )
        for name, role, organisation, situation in _PEOPLE
    ]


@dataclass(frozen=True)
class User:
    """Somebody signed in."""

    email: str
    role: str
    organisation: Organisation

    @cached_property
    def rights(self) -> Rights:
        """What this user may do."""
        return rights_of(
            frozenset({self.role}), self.organisation.swa_code, self.organisation.contracts
        )

    @property
    def promoters(self) -> tuple[str, ...]:
        """The SWA codes of the promoters this user may apply for."""
        return self.rights.promoters


class Tokens(NamedTuple):
    """What signing in gives; all three are opaque."""

    identity: str
    access: str
    refresh: str


class SignInRefused(Exception):
    """Signing in did not work: the status and message of the answer."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.message = message


class _Held(NamedTuple):
    email: str
    kind: str
    expires: float


class Sessions:
    """Checks passwords and tokens. Safe to use from many threads."""

    def __init__(
        self, accounts: list[Account], clock: Clock, token_seconds: float, refresh_seconds: float
    ) -> None:
        self._accounts = {account.email: account for account in accounts}
        self._passwords = {account.email: account.password for account in accounts}
        self._temporary = {a.email for a in accounts if a.situation == "temporary password"}
        self._clock = clock
        self._lifetime = {
            "identity": token_seconds,
            "access": token_seconds,
            "refresh": refresh_seconds,
            "session": 600.0,
        }
        self._held: dict[str, _Held] = {}
        self._failures: dict[str, list[float]] = {}
        self._codes: dict[str, str] = {}
        self._lock = threading.Lock()

    def sign_in(self, email: str, password: str) -> Tokens:
        """Check the password. Raises SignInRefused: 401, 412 suspended, 423 locked, 307."""
        with self._lock:
            self._check(email, password)
            if email in self._temporary:
                raise SignInRefused(
                    307, "Temporary password: set your own at /authenticate/initial"
                )
            return self._new_tokens(email)

    def first_sign_in(self, email: str, password: str) -> str:
        """Check a temporary password; return the token that `set_password` asks for."""
        with self._lock:
            self._check(email, password)
            if email not in self._temporary:
                raise SignInRefused(401, "Authentication failed")
            return self._issue(email, "session")

    def set_password(self, email: str, password: str, token: str) -> Tokens:
        """Replace a temporary password. Raises SignInRefused when the token does not fit."""
        with self._lock:
            held = self._find(token, "session")
            if held is None or held.email != email:
                raise SignInRefused(401, "Authentication failed")
            del self._held[_digest(token)]
            self._passwords[email] = password
            self._temporary.discard(email)
            return self._new_tokens(email)

    def forget_password(self, email: str) -> None:
        """Make a code with which another password can be set; nothing for unknown accounts."""
        with self._lock:
            if email in self._accounts:
                self._codes[email] = f"{secrets.randbelow(10**6):06d}"

    def reset_code(self, email: str) -> Optional[str]:
        """Return the code that Street Manager would send by email, if one was asked for."""
        with self._lock:
            return self._codes.get(email)

    def reset_password(self, email: str, code: str, password: str) -> bool:
        """Set another password with the code, which then has ended; say whether it fitted."""
        with self._lock:
            expected = self._codes.pop(email, None)
            if expected is None or not hmac.compare_digest(code.encode(), expected.encode()):
                return False
            self._passwords[email] = password
            self._temporary.discard(email)
            self._failures.pop(email, None)
            return True

    def user(self, token: str) -> Optional[User]:
        """Return whose identity token this is, or None."""
        with self._lock:
            held = self._find(token, "identity")
            return self._user(held.email) if held else None

    def refresh(self, token: str) -> Optional[Tokens]:
        """Return new identity and access tokens for a refresh token, or None."""
        with self._lock:
            held = self._find(token, "refresh")
            if held is None:
                return None
            identity, access = (
                self._issue(held.email, "identity"),
                self._issue(held.email, "access"),
            )
            return Tokens(identity, access, token)

    def sign_out(self, access_token: str) -> bool:
        """End every session of the user whose access token this is; say whether there was one."""
        with self._lock:
            held = self._find(access_token, "access")
            if held is None:
                return False
            self._held = {key: one for key, one in self._held.items() if one.email != held.email}
            return True

    def organisation_of(self, email: str) -> str:
        """Return the SWA code of the organisation of a user."""
        return self._accounts[email].organisation_reference

    def find_user(self, email: str) -> Optional[User]:
        """Return a user by email address, signed in or not."""
        return self._user(email) if email in self._accounts else None

    def _user(self, email: str) -> User:
        account = self._accounts[email]
        return User(email, account.role, BY_CODE[account.organisation_reference])

    def _check(self, email: str, password: str) -> None:
        now = self._clock.seconds()
        recent = [at for at in self._failures.get(email, []) if now - at < _FAILURE_WINDOW_S]
        if len(recent) >= _FAILURES:
            raise SignInRefused(423, "Account locked: try again in five minutes")
        expected = self._passwords.get(email, "")
        same = hmac.compare_digest(password.encode(), expected.encode())
        if not same or email not in self._accounts:
            if email in self._accounts:  # unknown names are not kept: they could fill the memory
                self._failures[email] = [*recent, now]
            raise SignInRefused(401, "Authentication failed")
        self._failures.pop(email, None)
        if BY_CODE[self._accounts[email].organisation_reference].suspended:
            raise SignInRefused(412, "Organisation suspended")

    def _new_tokens(self, email: str) -> Tokens:
        identity, access, refresh = (
            self._issue(email, kind) for kind in ("identity", "access", "refresh")
        )
        return Tokens(identity, access, refresh)

    def _issue(self, email: str, kind: str) -> str:
        now = self._clock.seconds()
        self._held = {key: one for key, one in self._held.items() if one.expires > now}
        token = secrets.token_urlsafe(32)
        self._held[_digest(token)] = _Held(email, kind, now + self._lifetime[kind])
        return token

    def _find(self, token: str, kind: str) -> Optional[_Held]:
        held = self._held.get(_digest(token))
        if held is None or held.kind != kind or held.expires <= self._clock.seconds():
            return None
        return held


def _digest(token: str) -> str:
    """Tokens are looked up by their digest, so that the time taken tells nothing about them."""
    return hashlib.sha256(token.encode()).hexdigest()
