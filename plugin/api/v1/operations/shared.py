"""What the six APIs have in common: where they tell that they are well, and what paths hold."""

from typing import Annotated, Any

from pydantic import BeforeValidator

from ...contract.operation import Api
from ...contract.parameters import Mark, Number, Reference
from ..fields import THREE_DIGITS, pad_code

STATUS_PATH = "/status"
"""Every API answers here without a token when it is well; the Swagger files do not list it."""


def _three_digits(value: Any) -> Any:
    is_number = isinstance(value, int) and not isinstance(value, bool)
    text = str(value) if is_number else value
    return text.zfill(3) if isinstance(text, str) and text.isdigit() else text


_KINDS = {
    "organisationReference": Annotated[Reference, BeforeValidator(pad_code)],
    "workstreamPrefix": Annotated[str, BeforeValidator(_three_digits), THREE_DIGITS],
    "email": Mark,
    **dict.fromkeys(("siteNumber", "fileId", "csvId", "usrn"), Number),
}


def api(name: str) -> Api:
    """Return what writes the operations of an API."""
    return Api(name, _KINDS)
