"""What a call from the shell gives: parameters and a body, checked before anything is sent."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Optional

from pydantic import ValidationError

from ...words import tr
from ..contract.base import Request
from ..contract.contract import Contract
from ..contract.operation import FILE, Operation
from ..contract.parameters import Parameter
from ..contract.problems import problems
from ..errors import BadRequest
from .catalogue import NoSuchName, snake


class WrongUse(NoSuchName):
    """The command was not given what the operation asks for."""


@dataclass(frozen=True)
class Given:
    """What an operation is called with; `file` is the path of a file to send up."""

    values: dict[str, Any] = field(default_factory=dict)
    request: Optional[Request] = None
    file: Optional[Path] = None


def read_call(
    contract: Contract,
    operation: Operation,
    pairs: Sequence[str],
    body: Optional[bytes],
    *,
    saves: bool,
) -> Given:
    """Read the parameters of a call, each written name=value, and its JSON body in any UTF.

    Arrays take their name several times. `saves` says whether there is a file to save an answer in.
    Raises WrongUse for what does not fit the operation, BadRequest with messages by field for a
    body that breaks a rule of the contract.
    """
    if (operation.api, operation.operation_id) in contract.signing.methods:
        raise WrongUse(
            tr("Tokens are neither taken nor shown here."), advice=tr("Use the command sign-in.")
        )
    if operation.gives_a_file and not saves:
        raise WrongUse(tr("The answer is a file: say with --output where to save it."))
    values = _values(operation, pairs)
    file = values.pop("file", None)
    return Given(values, _request(operation, body), file)


def _values(operation: Operation, pairs: Sequence[str]) -> dict[str, Any]:
    parameters = {one.name: one for one in operation.parameters}
    by_name = {**{snake(name): one for name, one in parameters.items()}, **parameters}
    values: dict[str, Any] = {}
    for pair in pairs:
        name, equals, text = pair.partition("=")
        if not equals or name not in by_name:
            known = ", ".join(parameters) or tr("none")
            raise WrongUse(
                tr("There is no parameter {name}.").format(name=name),
                advice=tr("The operation has: {known}. Write name=value.").format(known=known),
            )
        _put(values, by_name[name], text)
    missing = [one.name for one in parameters.values() if one.required and one.name not in values]
    if missing:
        raise WrongUse(tr("These are needed: {names}.").format(names=", ".join(missing)))
    return values


def _put(values: dict[str, Any], parameter: Parameter, text: str) -> None:
    if parameter.name in values and parameter.kind != "array":
        raise WrongUse(tr("{name} may be given only once.").format(name=parameter.name))
    try:
        value = _read(parameter, text)
        if parameter != FILE:
            parameter.as_sent(value)
    except ValueError as error:
        raise WrongUse(
            tr("{name} cannot be {text}.").format(name=parameter.name, text=text),
            advice=_wanted(error),
        ) from error
    if parameter.kind == "array":
        values.setdefault(parameter.name, []).extend(value)
    else:
        values[parameter.name] = value


def _read(parameter: Parameter, text: str) -> Any:
    """Read what the shell gives as text; days and moments are read from text anyway."""
    if parameter == FILE:
        return Path(text)
    if parameter.kind == "array":
        return [text]
    return _READERS.get(parameter.plain_type, str)(text)


def _wanted(error: ValueError) -> str:
    if not isinstance(error, ValidationError):
        return str(error)
    return " ".join(message for said in problems(error).values() for message in said)


def _number(text: str) -> Any:
    try:
        return int(text)
    except ValueError:
        number = _decimal(text)
    if not math.isfinite(number):
        raise ValueError(tr("Give a number."))
    return number


def _decimal(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan


def _yes_or_no(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(tr("Give true or false."))
    return text == "true"


_READERS: dict[Any, Callable[[str], Any]] = {int: _number, float: _number, bool: _yes_or_no}


def _request(operation: Operation, body: Optional[bytes]) -> Optional[Request]:
    if operation.request is None:
        if body is not None:
            raise WrongUse(tr("This operation takes no JSON."))
        return None
    if body is None:
        raise WrongUse(tr("This operation needs its JSON: give it with --json."))
    try:
        given = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise WrongUse(tr("The JSON cannot be read: {why}.").format(why=error)) from error
    try:
        return operation.request.model_validate(given)
    except ValidationError as error:
        raise BadRequest(
            tr("This would be refused, so it was not sent."), fields=problems(error), status=None
        ) from None
