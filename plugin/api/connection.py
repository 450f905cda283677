"""What the objects of the single APIs share: a transport and a session."""

from typing import Any, Optional

from .errors import NotSignedIn
from .exchange import File, Value, exchange
from .session import Session
from .transport import Answer, Call, Transport
from .v1.base import Request
from .v1.operations import OPERATIONS, STATUS_PATH, VERSION


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
        file: Optional[File] = None,
        **values: Value,
    ) -> Any:
        """Carry out an operation; a token that has ended is refreshed once.

        That is safe for every operation, since the service refused before doing anything.
        """
        operation = OPERATIONS[api, operation_id]
        token = self._session.token()
        try:
            return exchange(
                self._transport, operation, values=values, request=request, file=file, token=token
            )
        except NotSignedIn:
            token = self._session.token_after_refusal(token)
        return exchange(
            self._transport, operation, values=values, request=request, file=file, token=token
        )

    def is_well(self, api: str) -> bool:
        """Tell whether an API answers its health check with a good status."""
        answer: Answer = self._transport.send(Call("GET", f"/{VERSION}/{api}{STATUS_PATH}"))
        return 200 <= answer.status < 300
