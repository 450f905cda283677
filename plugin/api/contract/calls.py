"""What the objects of the six APIs have in common."""

from pathlib import Path
from typing import Any, ClassVar, Optional

from ..connection import Connection
from ..sending import Sendable
from .base import Request


class Calls:
    """One API's operations as methods, or some of them.

    Arguments are the parts of the path, then the request, then what goes into the query. Every
    method raises the errors of `plugin.api.errors`: those that `StreetManager` names anywhere,
    BadRequest wherever something is sent, OutcomeUnknown where something is changed, and what it
    names itself.
    """

    api: ClassVar[str] = ""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def status(self) -> bool:
        """Tell whether the API is well. Needs no session."""
        return self._connection.is_well(self.api)

    def _call(
        self,
        operation_id: str,
        *,
        request: Optional[Request] = None,
        file: Optional[Sendable] = None,
        into: Optional[Path] = None,
        **values: Any,
    ) -> Any:
        """Carry out an operation of this API; `values` are its parameters by their names."""
        return self._connection.call(
            self.api, operation_id, request=request, file=file, into=into, **values
        )
