"""Refusals: every answer of the practice service other than success."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Optional

from pydantic import ValidationError

from ..api.contract.problems import problems

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


@contextmanager
def taken_is_a_bad_field(name: str, message: str) -> Iterator[None]:
    """Say of a field that a reference is taken, for operations to which the contract gives no 409.

    That it must be unique is then a rule about the field. Raises Refusal 400 in place of 409.
    """
    try:
        yield
    except Refusal as refusal:
        if refusal.status != CONFLICT:
            raise
        raise bad_field(name, message) from refusal


def restricted() -> Refusal:
    """Give the 401 of somebody who is signed in but may not do this."""
    return Refusal(UNAUTHORISED, "Access restricted")


def not_found(what: str) -> Refusal:
    """Give the 404 for a reference that is not there."""
    return Refusal(NOT_FOUND, what)


def invalid(error: ValidationError) -> Refusal:
    """Turn a model's findings into the refusal that names its fields."""
    return bad_request(problems(error))
