"""The operations as a list for other programs, and found by the names that people give."""

import re
from difflib import get_close_matches
from typing import Any, get_args, get_origin

from ...errors import StreetWorksError
from ...words import tr
from ..contract.contract import Contract
from ..contract.operation import Operation
from ..contract.parameters import Parameter

BYTES = "bytes"
ALIKE = 0.75
"""How much of a name must be right, of 1, to be taken for a slip of the pen."""


class NoSuchName(StreetWorksError):
    """An operation or a parameter was named that does not exist, or not only once."""


def catalogue(contract: Contract) -> list[dict[str, Any]]:
    """Return every operation as plain JSON, in the order of the APIs."""
    return [_entry(contract, one) for one in contract.operations.values()]


def find(contract: Contract, name: str) -> Operation:
    """Return the operation called `name`: work.CreateWork, or CreateWork or create_work alone.

    Raises NoSuchName where there is none, or several APIs have one and `name` does not say which.
    """
    api, _, plain = name.rpartition(".")
    found = [
        one
        for one in contract.operations.values()
        if api in ("", one.api) and plain in (one.operation_id, snake(one.operation_id))
    ]
    if len(found) == 1:
        return found[0]
    if not found:
        raise NoSuchName(
            tr("There is no operation {name}.").format(name=name),
            advice=_advice(contract, plain),
        )
    choices = ", ".join(f"{one.api}.{one.operation_id}" for one in found)
    raise NoSuchName(
        tr("Several APIs have an operation {name}.").format(name=name),
        advice=tr("Choose one of {choices}.").format(choices=choices),
    )


def _advice(contract: Contract, name: str) -> str:
    """Tell what may have been meant by a name that does not exist."""
    alike = {snake(one.operation_id): one for one in contract.operations.values()}
    near = get_close_matches(snake(name), alike, cutoff=ALIKE)
    if not near:
        return tr("The command operations lists all of them.")
    choices = ", ".join(f"{alike[one].api}.{alike[one].operation_id}" for one in near)
    return tr("Did you mean {choices}?").format(choices=choices)


def snake(operation_id: str) -> str:
    """Return the name that a method of the client has for an operation id."""
    words = re.sub(r"[A-Z]{2,}s(?![a-z])", lambda found: found[0].capitalize(), operation_id)
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", words).lower()


def _entry(contract: Contract, operation: Operation) -> dict[str, Any]:
    method = f"client.{operation.api}.{snake(operation.operation_id)}"
    key = operation.api, operation.operation_id
    return {
        "api": operation.api,
        "operation_id": operation.operation_id,
        "method": operation.method,
        "path": operation.path,
        "python": contract.signing.methods.get(key, method) or None,
        "request_model": operation.request.__name__ if operation.request else None,
        "response_model": _response(operation),
        "parameters": [_parameter(one) for one in operation.parameters],
        "roles": sorted(map(str, operation.roles)),
    }


def _response(operation: Operation) -> Any:
    kind = operation.response
    if kind is None:
        return BYTES if operation.gives_a_file else None
    if get_origin(kind) is list:
        return f"list[{get_args(kind)[0].__name__}]"
    return kind.__name__


def _parameter(parameter: Parameter) -> dict[str, Any]:
    return {
        "name": parameter.name,
        "place": parameter.place,
        "kind": parameter.kind,
        "required": parameter.required,
        "values": list(parameter.values),
    }
