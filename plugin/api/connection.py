"""What the objects of the single APIs share: a transport and a session."""

from functools import partial
from pathlib import Path
from typing import Any, Callable, Optional, Union

from ..words import tr
from .calling.exchange import carried_out
from .calling.writing import Value, written
from .contract.base import Request
from .contract.operation import Operation
from .contract.rights import Rights
from .errors import AccessRestricted, ApiError, NotSignedIn
from .http.messages import Call
from .http.transport import Transport
from .http.upload import Sendable, Upload
from .session import Session

Heard = Callable[[Optional[ApiError]], None]


def _unheard(_error: Optional[ApiError]) -> None:
    """Nobody wants to know how calls end."""


class Connection:
    """Carries out operations in the name of the signed-in user, as far as its `rights` go.

    `heard` is told how each call that needs a session ends, on its thread: None, or its error.
    """

    def __init__(self, transport: Transport, session: Session) -> None:
        self._transport = transport
        self._session = session
        self._contract = session.contract
        self.rights = Rights(operations=self._contract.operations)
        self.heard: Heard = _unheard

    def call(
        self,
        api: str,
        operation_id: str,
        *,
        request: Optional[Request] = None,
        file: Union[Sendable, Upload, None] = None,
        into: Optional[Path] = None,
        **values: Value,
    ) -> Any:
        """Carry out an operation; a token that has ended is refreshed once.

        That is safe for every operation, since the service refused before doing anything. What is
        sent is made once, before the first try. Raises AccessRestricted, and asks nothing, where
        the account's roles do not allow it.
        """
        operation = self._contract.operations[api, operation_id]
        if not self.rights.may(operation):
            raise _not_for(operation)
        call = written(
            self._contract, operation, values=values, request=request, file=file, into=into
        )
        send = partial(carried_out, self._transport, self._contract, operation, call)
        if not operation.roles:
            return send(None)
        try:
            answer = self._as_user(send)
        except ApiError as error:
            self.heard(error)
            raise
        self.heard(None)
        return answer

    def _as_user(self, send: Callable[[str], Any]) -> Any:
        token = self._session.token()
        try:
            return send(token)
        except NotSignedIn:
            return send(self._session.token_after_refusal(token))

    def is_well(self, api: str) -> bool:
        """Tell whether an API answers its health check with a good status."""
        path = self._contract.path(api, self._contract.status_path)
        answer = self._transport.send(Call("GET", path, repeated=self._contract.repeated))
        return 200 <= answer.status < 300 and not answer.is_page


def _not_for(operation: Operation) -> AccessRestricted:
    roles = ", ".join(sorted(map(str, operation.roles)))
    return AccessRestricted(
        tr("Your account's role may not do this."),
        advice=tr("Street Manager allows it to other roles: {roles}.").format(roles=roles),
    )
