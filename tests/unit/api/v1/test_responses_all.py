"""Every response of the six APIs is read from what its definition allows, and from a little more.

The contract's definition of each response model gives a full and a smallest example.
"""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Callable

import pytest
from street_works.plugin.api.contract.base import Message, Response, Secret
from street_works.plugin.api.contract.collection import Collection
from street_works.plugin.api.v1 import models
from street_works.plugin.api.v1.operations import OPERATIONS

APIS = ("work", "geojson", "lookup", "party", "reporting", "export")
NEW = "brand_new_value"
MOMENT = "2026-06-03T08:30:00Z"
SHAPES = {
    "GeoJSONGeometry": {"type": "LineString", "coordinates": [[1.5, 2.5], [3.5, 4.5]]},
    "GeoJSONCentrePoint": {"type": "Point", "coordinates": [1.5, 2.5]},
    "GeoJSONMultiLineString": {
        "type": "MultiLineString",
        "coordinates": [[[1.5, 2.5], [3.5, 4.5]]],
    },
}
"""Definitions that do not say how their coordinates nest."""

STRUCTURAL = {
    ("geojson", "FeatureType"),
    ("geojson", "FeatureCollectionType"),
    ("geojson", "GeoJSONCentrePointType"),
    ("geojson", "GeoJSONFeatureType"),
    ("lookup", "GeoJSONCentrePointType"),
    ("lookup", "GeoJSONMultiLineStringType"),
}
"""Enumerations that say how coordinates are to be read; others of the map refuse one feature."""

COUNTED = ("_id", "_number", "usrn", "usrns", "_rows", "_holes", "_units", "road_category")
"""How the names of numbers end that are counted or stand for something, and so are whole."""

CODES = ("swa_code", "organisation_reference", "organisationReference")
"""How the names of texts end that are SWA codes, whose zeros are kept."""

Definition = dict[str, Any]


def kinds_below(top: type[Message]) -> Iterator[type[Message]]:
    for kind in top.__subclasses__():
        yield kind
        yield from kinds_below(kind)


def api_of(model: type[Message]) -> str:
    return model.__module__[len(models.__name__) + 1 :].split(".")[0]


def name_of(model: type[Message]) -> str:
    return model.definition or model.__name__


def response_models() -> list[type[Message]]:
    """Every model of a response, or of a part of one, but those that only others are made from."""
    assert OPERATIONS, "imports every model"
    found = {kind for kind in kinds_below(Response) if kind.__module__.startswith(models.__name__)}
    whole = {kind for kind in found if not kind.__subclasses__()}
    return sorted(whole, key=lambda kind: (api_of(kind), kind.__name__))


MODELS = response_models()
each_model = pytest.mark.parametrize(
    "model", MODELS, ids=[f"{api_of(one)}-{one.__name__}" for one in MODELS]
)


class Contract:
    """The definitions of one API, and the definition of one response among them."""

    def __init__(self, api: str, definitions: dict[str, Definition], name: str) -> None:
        self.api = api
        self.definitions = definitions
        self.name = name
        self.said = definitions[name]
        self.properties: dict[str, Definition] = self.said["properties"]
        self.required = set(self.said.get("required", ()))

    def example(self, *, full: bool) -> dict[str, Any]:
        return self._object(self.name, full)

    def enumerations(self) -> Iterator[tuple[str, Any]]:
        """Give the name of each property that is an enumeration, and what holds a new value."""
        for name, said in self.properties.items():
            one = said.get("items", said)
            target = one.get("$ref", "").rsplit("/", maxsplit=1)[-1]
            if "enum" in self.definitions.get(target, {}) and (self.api, target) not in STRUCTURAL:
                yield name, NEW if one is said else [NEW]

    def of_type(self, kind: str) -> Iterator[str]:
        """Give the names of the properties of one plain type."""
        for name, said in self.properties.items():
            if said.get("type") == kind and "format" not in said.keys() - {"double"}:
                yield name

    def numbers(self) -> Iterator[tuple[str, bool]]:
        """Give the names of the properties that are numbers, and whether they are lists of them."""
        for name, said in self.properties.items():
            if said.get("type") == "number":
                yield name, False
            elif said.get("items", {}).get("type") == "number" and name != "coordinates":
                yield name, True

    def _object(self, name: str, full: bool) -> dict[str, Any]:
        if name in SHAPES:
            return SHAPES[name]
        said = self.definitions[name]
        wanted = said["properties"] if full else said.get("required", ())
        return {key: self._value(key, said["properties"][key], full) for key in wanted}

    def _value(self, key: str, said: Definition, full: bool) -> Any:
        if "$ref" in said:
            name = said["$ref"].rsplit("/", maxsplit=1)[-1]
            enum = self.definitions[name].get("enum")
            return enum[0] if enum else self._object(name, full)
        if said["type"] == "array":
            return [self._value(key, said["items"], full)] if full else []
        return self._plain(key, said)

    def _plain(self, key: str, said: Definition) -> Any:
        if said.get("format") == "date-time":
            return MOMENT
        if key.endswith(CODES):
            return "0010"
        plain = {"string": "some text", "number": 7, "boolean": True}
        return plain.get(said["type"]) or SHAPES["GeoJSONCentrePoint"]


@pytest.fixture(scope="session")
def definitions(shared: Callable[[str], Any]) -> dict[str, dict[str, Definition]]:
    """Give the definitions of each API."""
    files = {api: shared(f"spec/v1.25.12/{api}-swagger.json") for api in APIS}
    return {api: json.loads(file.read_text("utf-8"))["definitions"] for api, file in files.items()}


@pytest.fixture
def contract(model: type[Message], definitions: dict[str, dict[str, Definition]]) -> Contract:
    """Give the definition of the model under test."""
    api = api_of(model)
    return Contract(api, definitions[api], name_of(model))


def read(model: type[Message], body: dict[str, Any]) -> Message:
    answer = model.model_validate(body)
    assert getattr(answer, "refused", ()) == ()
    return answer


def written(answer: Message) -> dict[str, Any]:
    """What was read, as it would be written, without what is null at the top."""
    said: dict[str, Any] = answer.model_dump(mode="json", by_alias=True, exclude_none=True)
    return said


def without_extras(said: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in said.items() if key != name}


# ---- the tests ----


def named_in(said: Any) -> Iterator[str]:
    if isinstance(said, dict):
        if "$ref" in said:
            yield said["$ref"].rsplit("/", maxsplit=1)[-1]
        for one in said.values():
            yield from named_in(one)
    elif isinstance(said, list):
        for one in said:
            yield from named_in(one)


def test_every_response_of_the_contract_is_here(definitions):
    wanted = set()
    for api, said in definitions.items():
        found = [name for name in said if name.endswith("Response")]
        while found:
            name = found.pop()
            if "enum" not in said[name] and (api, name) not in wanted:
                wanted.add((api, name))
                found += named_in(said[name])
    assert {(api_of(model), name_of(model)) for model in MODELS} == wanted


@each_model
def test_full_and_smallest_answers_are_read_whole(model, contract):
    for full in (True, False):
        body = contract.example(full=full)
        answer = read(model, body)
        assert written(answer) == body
        for name, said in contract.properties.items():
            if said.get("format") == "date-time" and name in body:
                moment = getattr(answer, name)
                assert isinstance(moment, datetime)
                assert moment.utcoffset() is not None


@each_model
def test_null_and_absent_are_alike(model, contract):
    body = contract.example(full=True)
    for name, said in contract.properties.items():
        if said.get("x-nullable"):
            null = written(read(model, {**body, name: None}))
            assert null == written(read(model, without_extras(body, name)))
            assert null == without_extras(body, name)
            assert name not in contract.required


@each_model
def test_what_is_optional_may_be_absent_or_null(model, contract):
    body = contract.example(full=True)
    for name in contract.properties.keys() - contract.required:
        assert written(read(model, without_extras(body, name))) == without_extras(body, name)
        assert written(read(model, {**body, name: None})) == without_extras(body, name)


@each_model
def test_new_values_of_enumerations_stay_text(model, contract):
    body = contract.example(full=True)
    for name, new in contract.enumerations():
        assert written(read(model, {**body, name: new})) == {**body, name: new}


@each_model
def test_numbers_may_come_as_text(model, contract):
    body = contract.example(full=True)
    for name, is_list in contract.numbers():
        text = ["7"] if is_list else "7"
        assert written(read(model, {**body, name: text})) == body


@each_model
def test_numbers_that_are_counted_are_whole(model, contract):
    body = contract.example(full=True)
    for name, is_list in contract.numbers():
        if name.endswith(COUNTED):
            answer = read(model, {**body, name: [7.0] if is_list else 7.0})
            value = getattr(answer, name)
            assert type(value[0] if is_list else value) is int


def with_points(value):
    """The same JSON with every whole number written as 7.0."""
    if isinstance(value, dict):
        return {name: with_points(one) for name, one in value.items()}
    if isinstance(value, list):
        return [with_points(one) for one in value]
    return float(value) if type(value) is int else value


@each_model
def test_whole_numbers_written_with_a_point_are_whole(model, contract):
    body = contract.example(full=True)
    assert json.dumps(written(read(model, with_points(body)))) == json.dumps(body)
    for name in () if issubclass(model, Secret) else contract.of_type("string"):
        text = "0010" if name.endswith(CODES) else "10"
        assert written(read(model, {**body, name: 10.0})) == {**body, name: text}


@each_model
def test_texts_may_come_as_numbers(model, contract):
    body = contract.example(full=True)
    for name in () if issubclass(model, Secret) else contract.of_type("string"):
        text = "0010" if name.endswith(CODES) else "10"
        assert written(read(model, {**body, name: 10})) == {**body, name: text}


@each_model
def test_keys_that_the_contract_does_not_name_are_kept_but_beside_tokens(model, contract):
    body = contract.example(full=True)
    answer = read(model, {**body, NEW: "secret"})
    if issubclass(model, Secret):
        assert "secret" not in f"{answer!r} {answer.model_dump()}"
    else:
        assert written(answer) == {**body, NEW: "secret"}


@pytest.mark.parametrize("model", [one for one in MODELS if issubclass(one, Collection)])
def test_a_feature_out_of_the_contract_is_counted(model, contract):
    body = contract.example(full=True)
    answer = model.model_validate({**body, "features": [{}, *body["features"]]})
    assert [one.index for one in answer.refused] == [0]
    assert len(answer.features) == 1
