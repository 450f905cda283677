"""Passwords, codes and tokens stand in no text form of a message and in no error about one."""

from collections.abc import Iterator

import pytest
from pydantic import ValidationError
from street_works.plugin.api.contract.base import Message
from street_works.plugin.api.v1.operations import OPERATIONS

SECRETS = ("password", "token", "verification_code")
"""How the names of fields end that nobody but the service may see."""

SAID = "correct-horse-battery"


def kinds_below(top: type[Message]) -> Iterator[type[Message]]:
    for kind in top.__subclasses__():
        yield kind
        yield from kinds_below(kind)


def secrets_of(model: type[Message]) -> list[str]:
    return [name for name in model.model_fields if name.endswith(SECRETS)]


def models_with_secrets() -> list[type[Message]]:
    assert OPERATIONS, "imports every model"
    return sorted(filter(secrets_of, kinds_below(Message)), key=lambda one: one.__name__)


MODELS = models_with_secrets()
each_model = pytest.mark.parametrize("model", MODELS, ids=lambda one: one.__name__)


def filled(model: type[Message], secret: object) -> dict[str, object]:
    """Fill the model: secrets with `secret`, email addresses and all else with what is harmless."""
    return {
        name: secret
        if name in secrets_of(model)
        else []
        if name == "roles"
        else "jo@water.example"
        if "email" in name
        else "0010"
        for name in model.model_fields
    }


def test_they_are_found():
    assert {one.__name__ for one in MODELS} >= {
        "AuthenticationRequest", "AuthenticationResponse", "InitialAuthenticationResponse",
        "LogoutRequest", "SetPasswordRequest", "SetPasswordResponse", "TokenRefreshRequest",
        "TokenRefreshResponse", "UserCreateRequest", "UserResetPasswordRequest",
    }  # fmt: skip


@each_model
def test_no_text_form_shows_them(model):
    message = model.model_validate(filled(model, SAID))
    assert getattr(message, secrets_of(model)[0]) == SAID
    assert SAID not in f"{message!r} {message}"


def refusal(model: type[Message], values: dict[str, object]) -> str:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(values)
    return f"{caught.value} {caught.value!r}"


@each_model
def test_no_error_shows_them_where_they_cannot_be_read(model):
    assert SAID not in refusal(model, filled(model, [SAID]))


@each_model
def test_no_error_shows_them_where_something_else_lacks(model):
    for name, field in model.model_fields.items():
        if field.is_required():
            values = {key: value for key, value in filled(model, SAID).items() if key != name}
            assert SAID not in refusal(model, values)
