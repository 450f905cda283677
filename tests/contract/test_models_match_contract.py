"""Every definition of the contract has its model or enumeration, and they agree."""

import re
from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

API_NAMES = ("work", "geojson", "lookup", "party", "reporting", "export")


def test_the_contract_has_267_definitions(swagger):
    assert sum(len(swagger[api]["definitions"]) for api in API_NAMES) == 267


@pytest.mark.parametrize("api", API_NAMES)
def test_no_definition_differs(api, swagger, compare):
    differences = compare.definition_differences(api, swagger[api]["definitions"])
    assert [one for one in differences if one not in compare.accepted] == []


def test_every_accepted_difference_is_still_there(swagger, compare):
    found = {
        difference
        for api in API_NAMES
        for difference in (
            *compare.definition_differences(api, swagger[api]["definitions"]),
            *compare.all_operation_differences(api, swagger[api]),
        )
    }
    assert set(compare.accepted) - found == set()


def limited_fields(swagger, compare):
    for api in API_NAMES:
        for model in compare.models_of(api):
            name = compare.name_of(model)
            definition = swagger[api]["definitions"].get(name, {})
            if model.model_config.get("extra") != "forbid":
                continue
            for field, said in definition.get("properties", {}).items():
                text = re.sub(r"works_?type|_", "", said.get("description", ""))
                limit = re.search(r"max length (\d+) characters$", text, re.M | re.I)
                if limit and said.get("type") == "string":
                    yield model, field, int(limit.group(1))


def test_the_lengths_that_descriptions_name_hold(swagger, compare):
    checked = 0
    for model, name, limit in limited_fields(swagger, compare):
        field = model.model_fields[name]
        reader = TypeAdapter(Annotated[(field.annotation, *field.metadata, None)])
        longest = "a@b." + "c" * (limit - 4) if "email" in name else "1" * limit
        assert reader.validate_python(longest) == longest, (model.__name__, name)
        with pytest.raises(ValidationError):
            reader.validate_python(longest + "1")
        checked += 1
    assert checked > 150
