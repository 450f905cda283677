"""One operation carried out: request written, answer read into its model."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Optional, Union, get_origin
from urllib.parse import quote

from pydantic import TypeAdapter, ValidationError

from ..words import tr
from .errors import ApiError, BadRequest, NotFound, NotTheContract
from .failures import outcome_unknown
from .refusals import not_json, refusal
from .secrets import without_secrets
from .sending import Sendable, Upload, to_send
from .transport import Answer, Call, Transport
from .v1.base import Request, Secret
from .v1.fields import day_as_sent, in_utc, moment_as_sent
from .v1.operations import VERSION, Operation, Parameter
from .v1.problems import problems

Single = Union[str, int, float, bool, date, datetime, Enum]
Value = Union[Single, Sequence[Single], None]


def exchange(
    transport: Transport,
    operation: Operation,
    *,
    values: Optional[Mapping[str, Value]] = None,
    request: Optional[Request] = None,
    file: Union[Sendable, Upload, None] = None,
    into: Optional[Path] = None,
    token: Optional[str] = None,
) -> Any:
    """Carry out `operation` and return its response model, or the raw `Answer` if it has none.

    `values` are the parameters of path and query by their names in the contract; those that are
    None are left out. With `into` the content of the answer is saved there. Raises the
    errors of `plugin.api.errors`.
    """
    call = _call(operation, values or {}, request, file, into)
    answer = transport.send(call, token)
    body = call.body or {}
    secrets = (token or "", *(str(body[name]) for name in _SECRET_FIELDS if name in body))
    if not 200 <= answer.status < 300:
        raise _refused(operation, answer, call, secrets)
    try:
        if operation.response is None:
            return _raw(operation, answer, secrets)
        return _read(operation, answer, secrets)
    except ApiError as error:
        if call.changes:
            raise outcome_unknown(f"{error.message}\n{error.detail}", answer.status) from error
        raise


_SECRET_FIELDS = ("password", "refresh_token", "access_token", "token", "verification_code")
_GATEWAY_LOST_IT = (502, 504)
NOTHING_THERE = 204
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


def _raw(operation: Operation, answer: Answer, secrets: tuple[str, ...]) -> Answer:
    """Return an answer without JSON, unless it is a page of somebody else, or nothing yet."""
    if answer.is_page:
        raise not_json(answer.status, without_secrets(answer.text, secrets))
    if operation.method == "GET" and answer.status == NOTHING_THERE:
        raise NotFound(
            tr("The file is not there, or still checked for viruses."),
            advice=tr("Try again in a minute."),
            status=answer.status,
        )
    return answer


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
    file: Union[Sendable, Upload, None],
    into: Optional[Path],
) -> Call:
    unknown = values.keys() - {one.name for one in operation.parameters}
    if unknown:
        raise TypeError(f"{operation.operation_id} has no parameter {', '.join(sorted(unknown))}")
    prepared = to_send(file) if file is not None and not isinstance(file, Upload) else file
    path = operation.path
    query: list[tuple[str, str]] = []
    for parameter in operation.parameters:
        value = values.get(parameter.name)
        if parameter.place == "path":
            path = path.replace("{" + parameter.name + "}", _in_path(parameter.name, value))
        elif parameter.place == "query":
            query += _in_query(parameter, value)
    return Call(
        operation.method,
        f"/{VERSION}/{operation.api}{path}",
        tuple(query),
        request.body() if request is not None else None,
        prepared,
        changes=operation.changes,
        into=into,
    )


def _in_path(name: str, value: Value) -> str:
    text = _as_sent(value) if value is not None else ""
    if not text.strip(". "):
        raise _missing(name)
    return quote(text, safe="")


def _in_query(parameter: Parameter, value: Value) -> list[tuple[str, str]]:
    """Write a parameter; an array is its name as often as it has values."""
    if value is None:
        if parameter.required:
            raise _missing(parameter.name)
        return []
    several: Any = value if parameter.kind == "array" else [value]
    if isinstance(several, str):
        raise TypeError(f"{parameter.name} is a list")
    return [(parameter.name, _as_sent(one)) for one in several]


def _missing(name: str) -> BadRequest:
    said = tr("This must be filled in.")
    return BadRequest(
        tr("A value is missing: {name}.").format(name=name),
        fields={name: [said]},
        status=None,
    )


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
