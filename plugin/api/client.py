"""`Client`: the APIs of one service behind one signed-in session, whatever the contract."""

from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Callable, Optional

from requests.adapters import BaseAdapter

from .connection import Connection, Heard
from .contract.contract import Contract
from .contract.rights import Rights
from .http.pace import Pace
from .http.transport import Retries, Transport
from .session import Session

USER_AGENT = "street-works-qgis"


class Client:
    """A client of one Street Manager service. May be used by several threads.

    It has an attribute for each API of its `contract`, which a class of clients brings along and
    which may be given anew.
    `base_url` is the service's host, such as https://api.sandbox.manage-roadworks.service.gov.uk;
    http is for this machine only. `carrier` is the requests adapter that does the sending, None for
    urllib3's. `timeout` is how many seconds the service may be silent; for a request as a whole it
    has four times that, forty times where a file goes up or down. `pace` limits how fast requests
    go: without it all clients of one host share one, and services on this machine have none.
    Raises StreetWorksError for an address that cannot be used.

    Every method of the APIs raises the errors of `plugin.api.errors`: NoNetwork, TimedOut,
    CertificateRefused, NotJson, NotTheContract, NotSignedIn, AccessRestricted, RateLimited,
    ServerFailed and Cancelled anywhere, others as each says.
    """

    contract: Contract

    def __init__(
        self,
        base_url: str,
        contract: Optional[Contract] = None,
        *,
        carrier: Optional[BaseAdapter] = None,
        timeout: float = 30.0,
        user_agent: str = USER_AGENT,
        retries: Retries = Retries(),  # noqa: B008 - a frozen value
        pace: Optional[Pace] = None,
    ) -> None:
        self.contract = contract or self.contract
        self._transport = Transport(
            base_url,
            carrier=carrier,
            timeout=timeout,
            user_agent=user_agent,
            retries=retries,
            pace=pace,
        )
        self._session = Session(self._transport, self.contract)
        self._connection = Connection(self._transport, self._session)
        for api, methods in self.contract.groups.items():
            setattr(self, api, methods(self._connection))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.base_url}, {self._session!r}>"

    @property
    def base_url(self) -> str:
        """The service's address, without a slash at its end."""
        return self._transport.base_url

    @property
    def signed_in(self) -> bool:
        """Whether there is a session; it may turn out to have ended."""
        return self._session.signed_in

    @property
    def organisation_reference(self) -> Optional[str]:
        """The organisation of the signed-in user: for a promoter its SWA code."""
        return self._session.organisation_reference

    @property
    def rights(self) -> Rights:
        """What the account may do, as far as `learn_rights` has found out."""
        return self._connection.rights

    def learn_rights(self, email: str) -> Any:
        """Find out what the signed-in user of that address may do; return the user.

        From then on what its roles do not allow raises AccessRestricted without being asked.
        """
        user, self._connection.rights = self.contract.account(self._connection, email)
        return user

    def listen(self, heard: Heard) -> None:
        """Let `heard` be told how calls that need a session end: None, or the error.

        It is called on the thread that made the call.
        """
        self._connection.heard = heard

    def sign_in(self, email: str, password: str) -> Any:
        """Sign in. The email address is case-sensitive; the password is not kept.

        Raises NotSignedIn (wrong email address or password), TemporaryPassword, AccountSuspended,
        AccountLocked.
        """
        return self._session.sign_in(email, password)

    def set_first_password(self, email: str, temporary_password: str, new_password: str) -> Any:
        """Replace a temporary password (where `sign_in` raised TemporaryPassword), and sign in.

        Raises NotSignedIn when the temporary password is wrong or no longer holds, BadRequest when
        the new one does not suit, AccountSuspended, AccountLocked.
        """
        return self._session.set_first_password(email, temporary_password, new_password)

    def forget_password(self, email: str) -> None:
        """Have a code sent by e-mail with which `reset_password` sets another password.

        It is not told whether there is such an account. Raises BadRequest.
        """
        self.contract.signing.forget_password(self._session.ask, email)

    def reset_password(self, email: str, code: str, new_password: str) -> None:
        """Set another password with the code that was sent; nobody is signed in by that.

        Raises BadRequest when the code is wrong or over, or the password does not suit.
        """
        self.contract.signing.reset_password(self._session.ask, email, code, new_password)

    def sign_out(self) -> None:
        """Sign out, which ends the user's other sessions too.

        The tokens are forgotten even when the service cannot be told, which is then raised.
        """
        self._session.sign_out()

    def cancelling(self, cancelled: Callable[[], bool]) -> AbstractContextManager[None]:
        """Let `cancelled` stop the calls that this thread makes inside a `with` block.

        It is asked before each request, while waiting, and while a long answer comes in; a call
        that changes records is not stopped once it is sent. Stopped calls raise Cancelled.
        """
        return self._transport.cancelling(cancelled)

    def pause(self, seconds: float) -> None:
        """Wait. Raises Cancelled where `cancelling` says so."""
        self._transport.pause(seconds)

    def now(self) -> datetime:
        """Return the moment in UTC by the service's clock; by ours before it has answered."""
        return self._transport.now()

    def close(self) -> None:
        """Close all connections; the session is not ended."""
        self._transport.close()
