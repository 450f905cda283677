"""A refused answer read: its messages by field, and what may be shown of it."""

import json
from typing import Any

from ...words import tr
from ..contract.operation import Operation
from ..contract.refusals import Refused
from ..errors import NotJson
from ..http.messages import Answer
from ..http.secrets import without_secrets
from .faults import faults


def refused(operation: Operation, answer: Answer, secrets: tuple[str, ...] = ()) -> Refused:
    """Read an answer outside 2xx; `secrets` are kept out of all that is told of it."""
    known = operation.request.model_fields.keys() if operation.request else frozenset[str]()
    fields = {
        field: [without_secrets(message, secrets) for message in messages]
        for field, messages in faults(_body_of(answer), known).items()
    }
    text = f"HTTP {answer.status}, request {answer.request_id}\n{answer.text}"
    detail = without_secrets(text, secrets)
    return Refused(operation, answer.status, answer.wait, fields, detail)


def _body_of(answer: Answer) -> Any:
    """Return the JSON of an answer, or None where it is none."""
    try:
        return json.loads(answer.content)
    except (ValueError, RecursionError):
        return None


def not_json(status: int, shown: str) -> NotJson:
    """Give the error for a good status with a body that is not JSON; `shown` may be shown of it."""
    return NotJson(
        tr("The answer is not one of Street Manager's: a web page, or cut off."),
        advice=tr("Check the address of the environment, and whether your network asks to log in."),
        detail=shown,
        status=status,
    )
