"""What an operation is, and how the tables write one."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import Annotated, Any, Literal, Optional, get_args, get_origin

from pydantic import BaseModel
from typing_extensions import get_type_hints

from ..enums import Role


@dataclass(frozen=True)
class Parameter:
    """A value beside the body: in the path, the query or, for a file, the form.

    `kind` is string, number, boolean, date-time, array or file, `untyped` where the contract says
    nothing; `values` lists what is allowed, in an array for each of its values, where the contract
    does. An array stands in the query as the same name several times.
    """

    name: str
    place: str = "query"
    kind: str = "string"
    required: bool = False
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Operation:
    """One operation of one API.

    `roles` is empty where no token is needed. `request` is the model of the JSON body, `response`
    the model of the JSON answer or a list of one; None where there is no such body. `success`
    is the status of a good answer, `also` are the other statuses that the contract names. `changes`
    says whether a record is changed, so that a lost answer leaves the outcome open.
    """

    api: str
    operation_id: str
    method: str
    path: str
    roles: frozenset[Role]
    parameters: tuple[Parameter, ...] = ()
    request: Optional[type[BaseModel]] = None
    response: Any = None
    success: int = 200
    also: tuple[int, ...] = ()
    changes: bool = True


OPEN: frozenset[Role] = frozenset()
APPLICANTS = frozenset({Role.PLANNER, Role.CONTRACTOR})
READERS = APPLICANTS | {Role.HIGHWAY_AUTHORITY}
EVERYONE = READERS | {Role.ADMIN}
AUTHORITY = frozenset({Role.HIGHWAY_AUTHORITY})
AREA_KEEPERS = AUTHORITY | {Role.ADMIN}
OWNERS = AUTHORITY | {Role.PLANNER}
WORKSTREAM_READERS = APPLICANTS | {Role.ADMIN}
WORKSTREAM_KEEPERS = frozenset({Role.PLANNER, Role.ADMIN})
DATA_EXPORT = frozenset({Role.DATA_EXPORT})

STATUS_PATH = "/status"
"""Every API answers here without a token when it is well; the Swagger files do not list it."""

FILE = Parameter("file", "formData", "file", required=True)


class Api:
    """Writes the operations of one API. The path's texts are parameters of their own accord."""

    def __init__(self, name: str) -> None:
        self._name = name

    def get(
        self, operation_id: str, path: str, roles: frozenset[Role], *more: Parameter, **says: Any
    ) -> Operation:
        """An operation that reads."""
        says = {"changes": False, **says}
        return self._operation("GET", 200, operation_id, path, roles, more, says)

    def post(
        self, operation_id: str, path: str, roles: frozenset[Role], *more: Parameter, **says: Any
    ) -> Operation:
        """An operation that makes something."""
        return self._operation("POST", 201, operation_id, path, roles, more, says)

    def put(
        self, operation_id: str, path: str, roles: frozenset[Role], *more: Parameter, **says: Any
    ) -> Operation:
        """An operation that changes something."""
        return self._operation("PUT", 204, operation_id, path, roles, more, says)

    def delete(
        self, operation_id: str, path: str, roles: frozenset[Role], *more: Parameter, **says: Any
    ) -> Operation:
        """An operation that removes something."""
        return self._operation("DELETE", 204, operation_id, path, roles, more, says)

    def _operation(
        self,
        method: str,
        success: int,
        operation_id: str,
        path: str,
        roles: frozenset[Role],
        more: Sequence[Parameter],
        says: dict[str, Any],
    ) -> Operation:
        told = {one.name for one in more}
        in_path = [
            Parameter(name, "path", required=True)
            for name in re.findall(r"\{(\w+)\}", path)
            if name not in told
        ]
        return Operation(
            self._name,
            operation_id,
            method,
            path,
            roles,
            (*in_path, *more),
            **{"success": success, **says},
        )


def in_query(filters: Any) -> tuple[Parameter, ...]:
    """Write the fields of a TypedDict of filters as query parameters, none of them required."""
    hints = get_type_hints(filters, include_extras=True)
    return tuple(_parameter(name, hint) for name, hint in hints.items())


def _parameter(name: str, hint: Any) -> Parameter:
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    if get_origin(hint) is Literal:
        return Parameter(name, values=get_args(hint))
    if get_origin(hint) is list:
        inner = get_args(hint)[0]
        return Parameter(name, kind="array", values=_values(inner))
    return Parameter(name, kind=_KINDS.get(hint, "string"), values=_values(hint))


_KINDS = {bool: "boolean", int: "number", date: "date-time", datetime: "date-time"}


def _values(kind: Any) -> tuple[str, ...]:
    is_enumeration = isinstance(kind, type) and issubclass(kind, Enum)
    return tuple(str(one.value) for one in kind) if is_enumeration else ()
