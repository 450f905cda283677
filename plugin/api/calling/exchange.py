"""One operation carried out: its call sent, the answer read into its model."""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, Optional, get_origin

from pydantic import TypeAdapter, ValidationError

from ...words import tr
from ..contract.base import Secret
from ..contract.contract import Contract
from ..contract.operation import Operation
from ..contract.problems import problems
from ..errors import ApiError, NotFound, NotTheContract
from ..http.failures import FAILED, outcome_unknown
from ..http.messages import UNSIGNED, Answer, Call, Signed, is_foreign
from ..http.secrets import without_secrets
from ..http.transport import Transport
from .refusals import not_json, refused


def carried_out(
    transport: Transport,
    contract: Contract,
    operation: Operation,
    call: Call,
    token: Optional[str] = None,
) -> Any:
    """Send `call`, which is `operation` written, and return what comes of it.

    That is its response model, or the raw `Answer` if it has none. Raises the errors of
    `plugin.api.errors`.
    """
    signed = Signed(contract.signing.headers(token), token) if token else UNSIGNED
    answer = transport.send(call, signed)
    secrets = (signed.token, *_secrets_in(operation, call))
    if not 200 <= answer.status < 300:
        raise _refused(contract, operation, answer, call, secrets)
    try:
        if operation.response is None:
            return _raw(contract, operation, answer, secrets)
        return _read(contract, operation, answer, secrets)
    except ApiError as error:
        if call.changes:
            raise outcome_unknown(f"{error.message}\n{error.detail}", answer.status) from error
        raise


_GAVE_UP_WAITING = 408
NOTHING_THERE = 204
MOST_FAULTS = 10


def _secrets_in(operation: Operation, call: Call) -> Iterator[str]:
    """Yield what a body holds that no text form of its request shows."""
    if operation.request is None or call.body is None:
        return
    for name, field in operation.request.model_fields.items():
        sent_as = field.alias or name
        if not field.repr and sent_as in call.body:
            yield str(call.body[sent_as])


def _refused(
    contract: Contract,
    operation: Operation,
    answer: Answer,
    call: Call,
    secrets: tuple[str, ...],
) -> ApiError:
    error = contract.meaning(refused(operation, answer, secrets))
    if call.changes and (answer.status >= FAILED or answer.status == _GAVE_UP_WAITING):
        return outcome_unknown(error.detail, answer.status)
    error.may_retry = error.may_retry and not call.changes
    return error


def _raw(
    contract: Contract, operation: Operation, answer: Answer, secrets: tuple[str, ...]
) -> Answer:
    """Return an answer without JSON, unless it is of somebody else, or nothing yet."""
    if is_foreign(answer.headers, answer.content, operation.accept):
        raise not_json(answer.status, without_secrets(answer.text, secrets))
    if operation.success == NOTHING_THERE and answer.content:
        shown = without_secrets(answer.text, secrets)
        said = tr("it has content, and should have none.")
        raise _not_the_contract(contract, [said], shown, answer.status)
    if operation.method == "GET" and answer.status == NOTHING_THERE:
        raise NotFound(
            tr("The file is not there, or still checked for viruses."),
            advice=tr("Try again in a minute."),
            status=answer.status,
        )
    return answer


def _read(
    contract: Contract, operation: Operation, answer: Answer, secrets: tuple[str, ...]
) -> Any:
    # Of an answer that should carry tokens nothing is shown: they could be in it in any form.
    # Nor is anything raised where it was read: such errors hold what they could not read.
    shown = "" if _carries_tokens(operation) else without_secrets(answer.text, secrets)
    body = _parsed(answer.content)
    if body is _NO_JSON:
        raise not_json(answer.status, shown)
    read, said = _modelled(operation, body)
    if said:
        raise _not_the_contract(contract, said, shown, answer.status)
    return read


def _not_the_contract(
    contract: Contract, said: list[str], shown: str, status: int
) -> NotTheContract:
    return NotTheContract(
        tr("The answer is not what Street Manager {version} promises: {first}").format(
            version=contract.version.upper(), first=said[0]
        ),
        advice=tr("Check the environment: it may speak another version."),
        detail="\n".join((*said[:MOST_FAULTS], shown)),
        status=status,
    )


_NO_JSON = object()


def _parsed(content: bytes) -> Any:
    try:
        text = content.decode(json.detect_encoding(content))
        body = json.loads(text)
        return _writable(body) if HALF_A_CHARACTER in text.lower() else body
    except (ValueError, RecursionError):
        return _NO_JSON


HALF_A_CHARACTER = "\\ud"


def _writable(node: Any) -> Any:
    """Replace the halves of characters that JSON can hold, but no file and no database."""
    if isinstance(node, str):
        return node.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(node, list):
        return [_writable(one) for one in node]
    if isinstance(node, dict):
        return {_writable(name): _writable(one) for name, one in node.items()}
    return node


def _modelled(operation: Operation, body: Any) -> tuple[Any, list[str]]:
    """Read a body into its model; tell what is wrong where that cannot be done."""
    try:
        return _reader(operation).validate_python(body), []
    except ValidationError as error:
        found = problems(error).items()
    return None, [
        f"{field}: {message}" if field else message for field, all_ in found for message in all_
    ]


def _carries_tokens(operation: Operation) -> bool:
    kind = operation.response
    return kind is not None and get_origin(kind) is None and issubclass(kind, Secret)


@cache
def _reader(operation: Operation) -> "TypeAdapter[Any]":
    return TypeAdapter(operation.response)
