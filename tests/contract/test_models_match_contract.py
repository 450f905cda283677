"""The models are the contract's definitions: fields, types, required, nullable, enumerations."""

import re
from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError
from street_works.plugin.api.v1.operations import OPERATIONS

API_NAMES = ("work", "geojson", "lookup", "party")


def is_part(model, others):
    """A class that only gives fields to others; those are compared with all they inherit."""
    return any(model is not other and issubclass(other, model) for other in others)


@pytest.mark.parametrize("api", API_NAMES)
def test_no_model_differs_from_its_definition(api, swagger, compare):
    found = compare.models_of(api)
    differences = [
        difference
        for model in found
        if not is_part(model, found)
        for difference in compare.model_differences(model, swagger[api]["definitions"])
    ]
    assert found
    assert differences == []


def reached(definitions, names):
    """All definitions with fields that can be reached from `names`."""
    seen, left = set(), set(names)
    while left:
        name = left.pop()
        if "enum" in definitions[name] or name in seen:
            continue
        seen.add(name)
        left |= set(re.findall(r"#/definitions/(\w+)", str(definitions[name])))
    return seen


@pytest.mark.parametrize("api", API_NAMES)
def test_every_definition_that_the_operations_reach_has_a_model(api, swagger, compare):
    used = {operation.path: operation for operation in OPERATIONS.values() if operation.api == api}
    assert used
    said = [
        swagger[api]["paths"][operation.path][operation.method.lower()]
        for operation in OPERATIONS.values()
        if operation.api == api
    ]
    names = re.findall(r"#/definitions/(\w+)", str(said))
    wanted = reached(swagger[api]["definitions"], names)
    have = {compare.name_of(model) for model in compare.models_of(api)}
    assert wanted - have == set()


def limited_fields(swagger, compare):
    for api in API_NAMES:
        for model in compare.models_of(api):
            name = compare.name_of(model)
            definition = swagger[api]["definitions"].get(name, {})
            if model.model_config.get("extra") != "forbid":
                continue
            for field, said in definition.get("properties", {}).items():
                limit = re.search(
                    r"^Max length (\d+) characters", said.get("description", ""), re.M
                )
                if limit and field != "hs2_highway_emails":
                    yield model, field, int(limit.group(1))


def test_the_lengths_that_descriptions_name_hold(swagger, compare):
    checked = 0
    for model, name, limit in limited_fields(swagger, compare):
        field = model.model_fields[name]
        reader = TypeAdapter(Annotated[(field.annotation, *field.metadata, None)])
        assert reader.validate_python("1" * limit) == "1" * limit, name
        with pytest.raises(ValidationError):
            reader.validate_python("1" * (limit + 1))
        checked += 1
    assert checked > 20
