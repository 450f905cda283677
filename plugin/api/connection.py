"""What the objects of the single APIs share: a transport and a session."""

from pathlib import Path
from typing import Any, Optional, Union

from .errors import NotSignedIn
from .exchange import carried_out
from .sending import Sendable, Upload
from .session import Session
from .transport import Answer, Call, Transport
from .v1.base import Request
from .v1.operations import OPERATIONS, STATUS_PATH, VERSION
from .writing import Value, written


class Connection:
    """Carries out operations in the name of the signed-in user."""

    def __init__(self, transport: Transport, session: Session) -> None:
        self._transport = transport
        self._session = session

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
        sent is made once, before the first try.
        """
        operation = OPERATIONS[api, operation_id]
        call = written(operation, values=values, request=request, file=file, into=into)
        token = self._session.token() if operation.roles else None
        try:
            return carried_out(self._transport, operation, call, token)
        except NotSignedIn:
            if token is None:
                raise
            fresh = self._session.token_after_refusal(token)
            return carried_out(self._transport, operation, call, fresh)

    def is_well(self, api: str) -> bool:
        """Tell whether an API answers its health check with a good status."""
        answer: Answer = self._transport.send(Call("GET", f"/{VERSION}/{api}{STATUS_PATH}"))
        return 200 <= answer.status < 300 and not answer.is_page
