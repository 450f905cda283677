"""What the objects of the single APIs have in common."""

from pathlib import Path
from typing import Any, ClassVar, Optional, Protocol, Union

from ..http.upload import Sendable, Upload
from .base import Request


class Caller(Protocol):
    """Carries out operations in the name of the signed-in user."""

    def call(
        self,
        api: str,
        operation_id: str,
        *,
        request: Optional[Request] = None,
        file: Union[Sendable, Upload, None] = None,
        into: Optional[Path] = None,
        **values: Any,
    ) -> Any:
        """Carry out an operation; `values` are its parameters by their names."""

    def is_well(self, api: str) -> bool:
        """Tell whether an API answers its health check with a good status."""


class Calls:
    """One API's operations as methods, or some of them.

    Arguments are the parts of the path, then the request, then what goes into the query. Every
    method raises the errors of `plugin.api.errors`: those that `StreetManager` names anywhere,
    BadRequest wherever something is sent, OutcomeUnknown where something is changed, and what it
    names itself.
    """

    api: ClassVar[str] = ""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def status(self) -> bool:
        """Tell whether the API is well. Needs no session."""
        return self._caller.is_well(self.api)

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
        return self._caller.call(
            self.api, operation_id, request=request, file=file, into=into, **values
        )
