"""What a call from the shell gives: parameters and a body, checked before anything is sent."""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any, Callable, Optional

from pydantic import ValidationError

from ..words import tr
from .catalogue import IN_THE_SESSION, NoSuchName, answers_with_bytes, snake
from .errors import BadRequest
from .v1.base import Request
from .v1.operations import Operation, Parameter
from .v1.problems import problems


class WrongUse(NoSuchName):
    """The command was not given what the operation asks for."""


@dataclass(frozen=True)
class Given:
    """What an operation is called with; `file` is the path of a file to send up."""

    values: dict[str, Any] = field(default_factory=dict)
    request: Optional[Request] = None
    file: Optional[Path] = None


def read_call(
    operation: Operation, pairs: Sequence[str], body: Optional[str], *, saves: bool
) -> Given:
    """Read the parameters of a call, each written name=value, and its JSON body.

    Arrays take their name several times. `saves` says whether there is a file to save an answer in.
    Raises WrongUse for what does not fit the operation, BadRequest with messages by field for a
    body that breaks a rule of the contract.
    """
    if (operation.api, operation.operation_id) in IN_THE_SESSION:
        raise WrongUse(
            tr("Tokens are neither taken nor shown here."), advice=tr("Use the command sign-in.")
        )
    if answers_with_bytes(operation) and not saves:
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
    if parameter.values and text not in parameter.values:
        raise WrongUse(
            tr("{name} cannot be {text}.").format(name=parameter.name, text=text),
            advice=tr("Choose one of {choices}.").format(choices=", ".join(parameter.values)),
        )
    if parameter.kind == "array":
        values.setdefault(parameter.name, []).append(text)
        return
    if parameter.name in values:
        raise WrongUse(tr("{name} may be given only once.").format(name=parameter.name))
    try:
        values[parameter.name] = _READERS.get(parameter.kind, str)(text)
    except ValueError as error:
        raise WrongUse(
            tr("{name} cannot be {text}.").format(name=parameter.name, text=text),
            advice=_wanted(parameter.kind),
        ) from error


def _wanted(kind: str) -> str:
    return {
        "number": tr("Give a number."),
        "boolean": tr("Give true or false."),
        "date-time": tr("Give a day, such as 2026-06-03, or a time with its offset from UTC."),
    }.get(kind, "")


def _number(text: str) -> Any:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return int(number) if number.is_integer() else number


def _yes_or_no(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"


def _moment(text: str) -> Any:
    """Read a day as a day, so that it stays that day, and anything else as a moment."""
    if len(text) == len("2026-06-03"):
        return date.fromisoformat(text)
    moment = datetime.fromisoformat(text[:-1] + "+00:00" if text[-1:] in "Zz" else text)
    if moment.tzinfo is None:
        raise ValueError(text)
    return moment


_READERS: dict[str, Callable[[str], Any]] = {
    "number": _number,
    "boolean": _yes_or_no,
    "date-time": _moment,
    "file": Path,
}


def _request(operation: Operation, body: Optional[str]) -> Optional[Request]:
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
        request: Any = operation.request.model_validate(given)
    except ValidationError as error:
        raise BadRequest(
            tr("This would be refused, so it was not sent."), fields=problems(error), status=None
        ) from None
    return request
