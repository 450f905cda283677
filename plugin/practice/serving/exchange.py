"""One request and its answer, as the operations of the practice service see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Optional

from pydantic import BaseModel, ValidationError

from ...api.contract.problems import problems
from ...words import tr
from ..people.accounts import User

BAD_REQUEST, UNAUTHORISED, NOT_FOUND, CONFLICT, PRECONDITION = 400, 401, 404, 409, 412


class Refusal(Exception):
    """An answer other than success: its status, its message, and what is wrong by field."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        fields: Optional[Mapping[str, Sequence[str]]] = None,
        headers: Optional[Mapping[str, str]] = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.fields = {name: list(said) for name, said in (fields or {}).items()}
        self.headers = dict(headers or {})

    def body(self) -> dict[str, Any]:
        """Return the error object: always a message and the status, fields where there are some."""
        body: dict[str, Any] = {"message": self.message, "error": {"status": self.status}}
        if self.fields:
            body["fields"] = self.fields
        return body


def bad_request(fields: Mapping[str, Sequence[str]]) -> Refusal:
    """Give the refusal that names the fields in which something is wrong."""
    return Refusal(BAD_REQUEST, "Bad Request", fields=fields)


def bad_field(name: str, message: str) -> Refusal:
    """Give the refusal of one field."""
    return bad_request({name: [message]})


def restricted() -> Refusal:
    """Give the 401 of somebody who is signed in but may not do this."""
    return Refusal(UNAUTHORISED, "Access restricted")


def not_found(what: str) -> Refusal:
    """Give the 404 for a reference that is not there."""
    return Refusal(NOT_FOUND, what)


def invalid(error: ValidationError) -> Refusal:
    """Turn a model's findings into the refusal that names its fields."""
    return bad_request(problems(error))


@dataclass(frozen=True)
class Answer:
    """An answer: status, body (a model, plain JSON, or bytes of `content_type`), headers."""

    status: int = 200
    body: Any = None
    content_type: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Call:
    """One request: the user (None where none is needed), the path's parts, query, body."""

    user: Optional[User]
    path: Mapping[str, str]
    query: Mapping[str, Sequence[str]]
    body: Any = None
    upload: Optional["Upload"] = None

    @property
    def signed_in(self) -> User:
        """The user; only for operations that need one."""
        if self.user is None:
            raise Refusal(UNAUTHORISED, "Authentication failed")
        return self.user

    def one(self, name: str) -> Optional[str]:
        """Return the query parameter, or None. Raises Refusal when it is given twice."""
        values = self.query.get(name, ())
        if len(values) > 1:
            raise bad_field(name, tr("This may be given only once."))
        return values[0] if values and values[0] != "" else None


@dataclass(frozen=True)
class Upload:
    """A file that was sent: its name, what it says it is, and its bytes."""

    name: str
    content_type: str
    content: bytes


def read_body(model: type[BaseModel], body: Any, **context: Any) -> Any:
    """Read a JSON body by its request model. Raises Refusal naming the fields."""
    if not isinstance(body, dict):
        raise Refusal(BAD_REQUEST, "Bad Request: the body must be a JSON object")
    try:
        return model.model_validate(body, context=context or None)
    except ValidationError as error:
        raise invalid(error) from error
