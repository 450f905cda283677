"""What an operation is, and how the tables write one."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Optional

from typing_extensions import get_type_hints

from .base import Request
from .parameters import Parameter, Reference

JSON, CSV, ANYTHING = "application/json", "text/csv, */*;q=0.5", "*/*"


@dataclass(frozen=True)
class Operation:
    """One operation of one API.

    `roles` is empty where no token is needed. `request` is the model of the JSON body, `response`
    the model of the JSON answer or a list of one; None where there is no such body. `accept` is
    what a good answer may be of, as media types. `success` is the status of a good answer, `also`
    are the other statuses that the contract names. `changes` says whether a record is changed, so
    that a lost answer leaves the outcome open.
    """

    api: str
    operation_id: str
    method: str
    path: str
    roles: frozenset[str]
    parameters: tuple[Parameter, ...] = ()
    request: Optional[type[Request]] = None
    response: Any = None
    accept: str = JSON
    success: int = 200
    also: tuple[int, ...] = ()
    changes: bool = True

    @property
    def gives_a_file(self) -> bool:
        """Whether a good answer is a file."""
        return self.response is None and self.accept != JSON


FILE = Parameter("file", bytes, "formData", required=True)

OPEN: frozenset[str] = frozenset()
"""The roles of an operation that needs no session."""


class Api:
    """Writes the operations of one API.

    What stands in braces in a path is a parameter of its own accord: `kinds` gives the types by
    their names, others are references.
    """

    def __init__(self, name: str, kinds: Mapping[str, Any]) -> None:
        self._name = name
        self._kinds = kinds

    def in_path(self, name: str, *, untyped: bool = False) -> Parameter:
        """Write a parameter of the path."""
        kind = self._kinds.get(name, Reference)
        return Parameter(name, kind, "path", required=True, untyped=untyped)

    def get(
        self, operation_id: str, path: str, roles: frozenset[str], *more: Parameter, **says: Any
    ) -> Operation:
        """An operation that reads."""
        says = {"changes": False, **says}
        return self._operation("GET", 200, operation_id, path, roles, more, says)

    def post(
        self, operation_id: str, path: str, roles: frozenset[str], *more: Parameter, **says: Any
    ) -> Operation:
        """An operation that makes something."""
        return self._operation("POST", 201, operation_id, path, roles, more, says)

    def put(
        self, operation_id: str, path: str, roles: frozenset[str], *more: Parameter, **says: Any
    ) -> Operation:
        """An operation that changes something."""
        return self._operation("PUT", 204, operation_id, path, roles, more, says)

    def delete(
        self, operation_id: str, path: str, roles: frozenset[str], *more: Parameter, **says: Any
    ) -> Operation:
        """An operation that removes something."""
        return self._operation("DELETE", 204, operation_id, path, roles, more, says)

    def _operation(
        self,
        method: str,
        success: int,
        operation_id: str,
        path: str,
        roles: frozenset[str],
        more: Sequence[Parameter],
        says: dict[str, Any],
    ) -> Operation:
        told = {one.name for one in more}
        named = [self.in_path(name) for name in re.findall(r"\{(\w+)\}", path) if name not in told]
        return Operation(
            self._name,
            operation_id,
            method,
            path,
            roles,
            (*named, *more),
            **{"success": success, **says},
        )


def in_query(filters: Any) -> tuple[Parameter, ...]:
    """Write the fields of a TypedDict of filters as query parameters, none of them required."""
    hints = get_type_hints(filters, include_extras=True)
    return tuple(Parameter(name, hint) for name, hint in hints.items())
