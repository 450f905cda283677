"""A call written from an operation and what it is given: all is judged before anything is sent."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any, Optional, TypeVar, Union
from urllib.parse import quote

from pydantic import ValidationError

from ...words import tr
from ..contract.base import Request
from ..contract.contract import Contract
from ..contract.operation import FILE, Operation
from ..contract.problems import problems
from ..errors import BadRequest
from ..http.messages import Call
from ..http.sending import to_send
from ..http.upload import Sendable, Upload

Single = Union[str, int, float, bool, date, Enum]
Value = Union[Single, Sequence[Single], None]

REQUEST = "request"


def written(
    contract: Contract,
    operation: Operation,
    *,
    values: Optional[Mapping[str, Value]] = None,
    request: Optional[Request] = None,
    file: Union[Sendable, Upload, None] = None,
    into: Optional[Path] = None,
) -> Call:
    """Return the call that carries out `operation`: it may be sent more than once.

    `values` are the parameters of path and query by their names in the contract; those that are
    None are left out. With `into` the content of the answer is to be saved there. Raises
    BadRequest, with messages by parameter, for what the contract does not allow, StreetWorksError
    for a file that cannot be read, TypeError for what the operation does not have.
    """
    given = dict(values or {})
    _refuse_unknown(operation, given, request, file)
    path, query = _placed(operation, _judged(operation, given))
    return Call(
        operation.method,
        contract.path(operation.api, path),
        query,
        _body(operation, request),
        _file(operation, file),
        accept=operation.accept,
        changes=operation.changes,
        into=into,
        repeated=contract.repeated,
    )


def _refuse_unknown(
    operation: Operation, given: Mapping[str, Value], request: Any, file: Any
) -> None:
    has = {one.name for one in operation.parameters} - {FILE.name}
    unknown = sorted(given.keys() - has)
    if request is not None and operation.request is None:
        unknown.append(REQUEST)
    if file is not None and FILE not in operation.parameters:
        unknown.append(FILE.name)
    if unknown:
        raise TypeError(f"{operation.operation_id} has no parameter {', '.join(unknown)}")


def _judged(operation: Operation, given: Mapping[str, Value]) -> dict[str, list[str]]:
    """Give what is sent of each parameter. Raises BadRequest that names all that do not fit."""
    sent: dict[str, list[str]] = {}
    faults: dict[str, list[str]] = {}
    for parameter in operation.parameters:
        if parameter == FILE:
            continue
        value = given.get(parameter.name)
        if value is None:
            if parameter.required:
                faults[parameter.name] = [tr("This must be filled in.")]
            continue
        if parameter.kind == "array" and isinstance(value, str):
            raise TypeError(f"{parameter.name} is a list")
        try:
            sent[parameter.name] = parameter.as_sent(value)
        except ValidationError as error:
            said = [message for messages in problems(error).values() for message in messages]
            faults[parameter.name] = list(dict.fromkeys(said))
    if faults:
        raise unfit(faults)
    return sent


def _placed(
    operation: Operation, sent: Mapping[str, list[str]]
) -> tuple[str, tuple[tuple[str, str], ...]]:
    """Put the texts where they belong: return the path, and the query."""
    path = operation.path
    query: list[tuple[str, str]] = []
    for parameter in operation.parameters:
        texts = sent.get(parameter.name, [])
        if parameter.place == "path":
            path = path.replace("{" + parameter.name + "}", quote(texts[0], safe=""))
        else:
            query += [(parameter.name, text) for text in texts]
    return path, tuple(query)


def _body(operation: Operation, request: Optional[Request]) -> Optional[dict[str, Any]]:
    if operation.request is None:
        return None
    if not isinstance(request, operation.request):
        said = tr("Give a {name}.").format(name=operation.request.__name__)
        raise unfit({REQUEST: [said]})
    return request.body()


def _file(operation: Operation, file: Union[Sendable, Upload, None]) -> Optional[Upload]:
    if FILE not in operation.parameters:
        return None
    if file is None:
        raise unfit({FILE.name: [tr("This must be filled in.")]})
    return file if isinstance(file, Upload) else to_send(file)


_Made = TypeVar("_Made", bound=Request)


def made(model: type[_Made], **values: str) -> _Made:
    """Return a request that holds secrets. Raises BadRequest, which does not."""
    faults: dict[str, list[str]] = {}
    try:
        return model(**values)
    except ValidationError as error:
        faults = problems(error)
    raise unfit(faults)


def unfit(faults: dict[str, list[str]]) -> BadRequest:
    """Give the error for values that the contract does not allow; `faults` are messages by name."""
    name, said = next(iter(faults.items()))
    return BadRequest(
        tr("This would be refused, so it was not sent."),
        fields=faults,
        advice=f"{name}: {said[0]}",
        status=None,
    )
