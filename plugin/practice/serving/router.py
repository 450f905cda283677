"""Finds the operation for a request, checks who asks, and proves the answer before it goes out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Optional

from pydantic import TypeAdapter, ValidationError

from ...api.contract.operation import Operation
from ...api.contract.problems import problems
from ...api.v1.operations import OPERATIONS, VERSION
from ...api.v1.operations.shared import STATUS_PATH
from ...words import tr
from ..people.accounts import Sessions, User
from ..refusals import UNAUTHORISED, Refusal, not_found, restricted
from .exchange import Answer, Call, Handler

_NO_ROLES: frozenset[Any] = frozenset()
_APIS = ("work", "geojson", "lookup", "party", "reporting", "export")


@dataclass(frozen=True)
class Route:
    """One operation with what is needed to serve it."""

    operation: Operation
    pattern: re.Pattern[str]
    handler: Handler
    answers: Optional[TypeAdapter[Any]]


@dataclass(frozen=True)
class Found:
    """The route of a request and the parts of its path."""

    route: Route
    path: Mapping[str, str]


class Router:
    """All operations that are practised, by method and path."""

    def __init__(self, handlers: Mapping[tuple[str, str], Handler], sessions: Sessions) -> None:
        self._sessions = sessions
        self._routes = [
            _route(one, handlers[one.api, one.operation_id])
            for one in OPERATIONS.values()
            if (one.api, one.operation_id) in handlers
        ]
        self._health = {f"/{VERSION}/{api}{STATUS_PATH}" for api in _APIS}

    def find(self, method: str, path: str) -> Found:
        """Return the route. Raises Refusal 404, or 405 naming the methods that the path takes."""
        if path in self._health and method == "GET":
            return Found(_HEALTH, {})
        allowed = ["GET"] if path in self._health else []
        for route in self._routes:
            match = route.pattern.fullmatch(path)
            if match and route.operation.method == method:
                return Found(route, match.groupdict())
            if match:
                allowed.append(route.operation.method)
        if allowed:
            headers = {"Allow": ", ".join(sorted(set(allowed)))}
            raise Refusal(
                405, tr("This address does not take {m}").format(m=method), headers=headers
            )
        raise not_found(tr("There is nothing at this address"))

    def user(self, route: Route, token: Optional[str]) -> Optional[User]:
        """Return who asks. Raises Refusal 401: "Authentication failed" or "Access restricted"."""
        if not route.operation.roles:
            return None
        user = self._sessions.user(token) if token else None
        if user is None or user.organisation.suspended:
            raise Refusal(UNAUTHORISED, "Authentication failed")
        if not user.rights.may(route.operation):
            raise restricted()
        return user

    def answer(self, route: Route, call: Call) -> Answer:
        """Serve the call. An answer that is not the contract's is a 500, never sent."""
        answer = route.handler(call)
        if route.answers is not None and not isinstance(answer.body, bytes):
            try:
                route.answers.validate_python(answer.body)
            except ValidationError as error:
                message = tr("The answer is not what the contract promises: {fields}")
                raise Refusal(500, message.format(fields=", ".join(problems(error)))) from error
        return answer


def _route(operation: Operation, handler: Handler) -> Route:
    path = re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", operation.path)
    pattern = re.compile(f"/{VERSION}/{operation.api}{path}")
    response = TypeAdapter(operation.response) if operation.response is not None else None
    return Route(operation, pattern, handler, response)


def _healthy(call: Call) -> Answer:
    return Answer(body={"status": "ok"})


_HEALTH = Route(
    Operation("", "Status", "GET", STATUS_PATH, _NO_ROLES), re.compile(STATUS_PATH), _healthy, None
)
