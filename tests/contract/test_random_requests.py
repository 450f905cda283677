"""Requests made at random from the models are the contract's, by a validator that is not ours.

What would be sent goes to jsonschema with the Swagger definition.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft4Validator, FormatChecker
from pydantic import ValidationError
from street_works.plugin.api.contract.base import Message, Request
from street_works.plugin.api.v1.models import work
from street_works.tests.contract.random_requests import TODAY, request_models, requests_of, tries
from street_works.tests.rounds import rounds

A_MODEL = rounds(5, full=50)
UNKNOWN = "not_in_the_contract"


# ---- the validator ----

A_MOMENT = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?"
    r"(Z|[+-]([01]\d|2[0-3]):[0-5]\d)"
)
"""RFC 3339, section 5.6."""

formats = FormatChecker(formats=())


@formats.checks("date-time")
def is_moment(value: Any) -> bool:
    return not isinstance(value, str) or A_MOMENT.fullmatch(value) is not None


def with_nulls(said: Any) -> Any:
    """Say in plain JSON Schema what Swagger says with `x-nullable`."""
    if isinstance(said, list):
        return [with_nulls(one) for one in said]
    if not isinstance(said, dict):
        return said
    plain = {key: with_nulls(one) for key, one in said.items()}
    return {"anyOf": [plain, {"type": "null"}]} if plain.pop("x-nullable", False) else plain


def validator_of(swagger: dict[str, Any], api: str, model: type[Message]) -> Draft4Validator:
    definitions = swagger[api]["definitions"]
    name = model.definition or model.__name__
    assert name in definitions, f"{api} has no definition {name}"
    schema = {"$ref": f"#/definitions/{name}", "definitions": with_nulls(definitions)}
    return Draft4Validator(schema, format_checker=formats)


@pytest.fixture(scope="module")
def tally(request: pytest.FixtureRequest) -> Iterator[Counter[str]]:
    counted: Counter[str] = Counter()
    yield counted
    capture = request.config.pluginmanager.getplugin("capturemanager")
    with capture.global_and_fixture_disabled():
        print(
            f"\n{counted['requests']} random requests of {counted['models']} models are valid by "
            f"Swagger ({sum(tries.values())} tries); {counted['spoilt']} spoilt ones are refused "
            "by validator and model alike"
        )


def at_random(model: type[Message]) -> Any:
    quick = settings(
        max_examples=A_MODEL,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    return lambda check: quick(given(requests_of(model))(check))()


each_model = pytest.mark.parametrize(
    ("api", "model"), request_models(), ids=lambda one: getattr(one, "__name__", one)
)


def body_of(made: Message) -> dict[str, Any]:
    return made.body() if isinstance(made, Request) else made.model_dump(mode="json")


@each_model
def test_what_the_model_accepts_is_valid(api, model, swagger, tally):
    validator = validator_of(swagger, api, model)
    before = tally["requests"]

    def check(made: Message) -> None:
        body = body_of(made)
        faults = [f"{list(one.path)}: {one.message}" for one in validator.iter_errors(body)]
        assert faults == []
        assert body_of(model.model_validate(body, context=TODAY)) == body
        tally["requests"] += 1

    at_random(model)(check)
    assert tally["requests"] - before >= A_MODEL
    tally["models"] += 1


@each_model
def test_what_lacks_a_key_or_has_one_more_is_refused_by_both(api, model, swagger, tally):
    validator = validator_of(swagger, api, model)
    needed = swagger[api]["definitions"][model.definition or model.__name__].get("required", [])

    def check(made: Message) -> None:
        body = body_of(made)
        spoilt = [{key: body[key] for key in body if key != name} for name in needed]
        if isinstance(made, Request):
            spoilt.append({**body, UNKNOWN: "x"})
        for one in spoilt:
            assert not validator.is_valid(one)
            with pytest.raises(ValidationError):
                model.model_validate(one, context=TODAY)
            tally["spoilt"] += 1

    at_random(model)(check)


# ---- the validator is awake ----


@pytest.mark.parametrize(
    ("name", "value", "named"),
    [
        ("proposed_start_date", "2026-06-03", "date-time"),
        ("proposed_start_date", "2026-06-03T00:00:00", "date-time"),
        ("usrn", "1", "number"),
        ("excavation", "true", "boolean"),
        ("work_type", "IMMEDIATE", "one of"),
        ("works_coordinates", [1, 2], "object"),
        ("permit_conditions", [{"condition": "NCT01a", "remark": "x"}], "unexpected"),
    ],
)
def test_the_validator_notices(name, value, named, swagger):
    validator = validator_of(swagger, "work", work.WorkCreateRequest)

    def check(made: work.WorkCreateRequest) -> None:
        body = {**made.body(), name: value}
        assert named in " ".join(one.message for one in flattened(validator.iter_errors(body)))

    at_random(work.WorkCreateRequest)(check)


def flattened(faults: Any) -> Iterator[Any]:
    for fault in faults:
        yield fault
        yield from flattened(fault.context)


# ---- no request is left out ----


def named_in(said: Any) -> Iterator[str]:
    if isinstance(said, dict):
        if "$ref" in said:
            yield said["$ref"].rsplit("/", maxsplit=1)[-1]
        for one in said.values():
            yield from named_in(one)
    elif isinstance(said, list):
        for one in said:
            yield from named_in(one)


def test_every_request_of_the_contract_is_made(swagger):
    wanted = set()
    for api, said in swagger.items():
        definitions = said["definitions"]
        found = [name for name in definitions if name.endswith("Request")]
        while found:
            name = found.pop()
            if "enum" not in definitions[name] and (api, name) not in wanted:
                wanted.add((api, name))
                found += named_in(definitions[name])
    assert {(api, model.definition or model.__name__) for api, model in request_models()} == wanted
