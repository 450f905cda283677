"""One operation carried out: request written, answer read into its model."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, Optional, Union, get_origin
from urllib.parse import quote

from pydantic import TypeAdapter, ValidationError

from ..words import tr
from .errors import ApiError, BadRequest, NotTheContract
from .failures import outcome_unknown
from .refusals import not_json, refusal
from .secrets import without_secrets
from .transport import Answer, Call, Transport
from .v1.base import Request, Secret
from .v1.fields import day_as_sent, in_utc, moment_as_sent
from .v1.operations import VERSION, Operation
from .v1.problems import problems

Value = Union[str, int, float, bool, date, datetime, Enum, None]
File = tuple[str, bytes, str]
"""Name, content, media type."""


def exchange(
    transport: Transport,
    operation: Operation,
    *,
    values: Optional[Mapping[str, Value]] = None,
    request: Optional[Request] = None,
    file: Optional[File] = None,
    token: Optional[str] = None,
) -> Any:
    """Carry out `operation` and return its response model, or the raw `Answer` if it has none.

    `values` are the parameters of path and query by their names in the contract; those that are
    None are left out. Raises the errors of `plugin.api.errors`.
    """
    call = _call(operation, values or {}, request, file)
    answer = transport.send(call, token)
    body = call.body or {}
    secrets = (token or "", *(str(body[name]) for name in _SECRET_FIELDS if name in body))
    if not 200 <= answer.status < 300:
        raise _refused(operation, answer, call, secrets)
    if operation.response is None:
        return answer
    try:
        return _read(operation, answer, secrets)
    except ApiError as error:
        if call.changes:
            raise outcome_unknown(f"{error.message}\n{error.detail}", answer.status) from error
        raise


_SECRET_FIELDS = ("password", "refresh_token", "access_token")
_GATEWAY_LOST_IT = (502, 504)
MOST_FAULTS = 10


def _refused(
    operation: Operation, answer: Answer, call: Call, secrets: tuple[str, ...]
) -> ApiError:
    known = operation.request.model_fields.keys() if operation.request else frozenset()
    error = refusal(
        answer,
        api=operation.api,
        operation_id=operation.operation_id,
        known=known,
        secrets=secrets,
    )
    if call.changes and answer.status in _GATEWAY_LOST_IT:
        return outcome_unknown(error.detail, answer.status)
    error.may_retry = error.may_retry and not call.changes
    return error


def _read(operation: Operation, answer: Answer, secrets: tuple[str, ...]) -> Any:
    # Of an answer that should carry tokens nothing is shown: they could be in it in any form.
    shown = "" if _carries_tokens(operation) else without_secrets(answer.text, secrets)
    try:
        body = json.loads(answer.content)
    except (ValueError, RecursionError) as error:
        raise not_json(answer.status, shown) from error
    try:
        return _reader(operation).validate_python(body)
    except ValidationError as error:
        said = [
            f"{field}: {message}" for field, all_ in problems(error).items() for message in all_
        ]
        raise NotTheContract(
            tr("The answer is not what Street Manager V1 promises: {first}").format(first=said[0]),
            advice=tr("Check the environment: it may speak another version."),
            detail="\n".join((*said[:MOST_FAULTS], shown)),
            status=answer.status,
        ) from None


def _carries_tokens(operation: Operation) -> bool:
    kind = operation.response
    return kind is not None and get_origin(kind) is None and issubclass(kind, Secret)


@cache
def _reader(operation: Operation) -> "TypeAdapter[Any]":
    return TypeAdapter(operation.response)


def _call(
    operation: Operation,
    values: Mapping[str, Value],
    request: Optional[Request],
    file: Optional[File],
) -> Call:
    path = operation.path
    query: list[tuple[str, str]] = []
    for parameter in operation.parameters:
        value = values.get(parameter.name)
        if parameter.place == "path":
            path = path.replace("{" + parameter.name + "}", _in_path(parameter.name, value))
        elif parameter.place == "query" and value is not None:
            query.append((parameter.name, _as_sent(value)))
    return Call(
        operation.method,
        f"/{VERSION}/{operation.api}{path}",
        tuple(query),
        request.body() if request is not None else None,
        {"file": file} if file is not None else None,
        # What needs no token (sign-in, refresh, sign-out) changes no record.
        changes=operation.method != "GET" and bool(operation.roles),
    )


def _in_path(name: str, value: Value) -> str:
    text = _as_sent(value) if value is not None else ""
    if not text.strip(". "):
        said = tr("This must be filled in.")
        raise BadRequest(
            tr("A reference is missing."), fields={name: [said]}, advice=said, status=None
        )
    return quote(text, safe="")


def _as_sent(value: Value) -> str:
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return moment_as_sent(in_utc(value))
    if isinstance(value, date):
        return day_as_sent(value)
    return str(value)
