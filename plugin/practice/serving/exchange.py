"""One request and its answer, as the operations of the practice service see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Callable, Optional

from pydantic import BaseModel, ValidationError

from ...words import tr
from ..keeping.stored_files import Upload
from ..people.accounts import User
from ..refusals import BAD_REQUEST, UNAUTHORISED, Refusal, bad_field, invalid


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
    upload: Optional[Upload] = None

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


def read_body(model: type[BaseModel], body: Any, **context: Any) -> Any:
    """Read a JSON body by its request model. Raises Refusal naming the fields."""
    if not isinstance(body, dict):
        raise Refusal(BAD_REQUEST, "Bad Request: the body must be a JSON object")
    try:
        return model.model_validate(body, context=context or None)
    except ValidationError as error:
        raise invalid(error) from error


Handler = Callable[[Call], Answer]
"""Serves one operation. Raises Refusal."""
