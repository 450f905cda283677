"""Reads the contract, and tells how models and operations differ from it."""

import importlib
import inspect
import json
import pkgutil
from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from types import SimpleNamespace
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import pytest
from pydantic import BaseModel
from street_works.plugin.api.v1 import models
from street_works.plugin.api.v1.base import Message
from street_works.plugin.api.v1.operations import Operation

APIS = ("work", "geojson", "lookup", "party")
PLAIN = {str: "string", bool: "boolean", int: "number", float: "number"}


def models_of(api: str) -> list[type[Message]]:
    """Every message class that is defined in the modules of an API, however it is nested."""
    top = f"{models.__name__}.{api}"
    package = importlib.import_module(top)
    below = pkgutil.walk_packages(getattr(package, "__path__", ()), top + ".")
    modules = [package, *(importlib.import_module(found.name) for found in below)]
    classes = {
        one
        for module in modules
        for one in vars(module).values()
        if inspect.isclass(one) and issubclass(one, BaseModel) and one.__module__.startswith(top)
    }
    return sorted(classes, key=lambda one: one.__name__)


def name_of(model: type[Message]) -> str:
    return model.definition or model.__name__


# ---- shapes: what a value is, said the same way for both sides ----


def shape_of_annotation(kind: Any) -> Any:
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return shape_of_annotation(parts[0])
    if origin is Union:
        return shape_of_union(parts)
    if origin is Literal:
        return ["enum", sorted(parts)]
    if origin is list:
        return ["array", shape_of_annotation(parts[0])]
    return "object" if kind is Any or origin is dict else shape_of_class(kind)


def shape_of_union(kinds: tuple[Any, ...]) -> Any:
    """An open enumeration counts as the enumeration, a whole or broken number as a number."""
    shapes = [shape_of_annotation(one) for one in kinds if one is not type(None)]
    enums = [one for one in shapes if one[0] == "enum"]
    if enums:
        return enums[0]
    return shapes[0] if all(one == shapes[0] for one in shapes) else shapes


def shape_of_class(kind: type) -> Any:
    if issubclass(kind, Enum):
        return ["enum", sorted(one.value for one in kind)]
    if issubclass(kind, BaseModel):
        return ["model", name_of(kind)]
    if issubclass(kind, (date, datetime)):
        return "date-time"
    return PLAIN[kind]


def shape_of_property(definitions: dict, said: dict) -> Any:
    if "$ref" in said:
        name = said["$ref"].rsplit("/", maxsplit=1)[-1]
        target = definitions[name]
        return ["enum", sorted(target["enum"])] if "enum" in target else ["model", name]
    if said["type"] == "array":
        return ["array", shape_of_property(definitions, said["items"])]
    if said.get("format") == "date-time":
        return "date-time"
    return "number" if said["type"] == "integer" else said["type"]


# ---- models ----


def model_differences(model: type[Message], definitions: dict) -> list[str]:
    """Say every difference of a model from its definition; none means that they agree."""
    definition = definitions.get(name_of(model))
    if definition is None:
        return [f"{model.__name__}: the contract has no definition {name_of(model)}"]
    ours = {field.alias or name: field for name, field in model.model_fields.items()}
    theirs = definition.get("properties", {})
    found = [f"{name}: not in the contract" for name in ours.keys() - theirs.keys()]
    found += [f"{name}: missing from the model" for name in theirs.keys() - ours.keys()]
    for name in sorted(ours.keys() & theirs.keys()):
        field = ours[name]
        said = theirs[name]
        found += field_differences(
            name,
            (shape_of_annotation(field.annotation), shape_of_property(definitions, said)),
            (field.is_required(), name in definition.get("required", ())),
            (type(None) in get_args(field.annotation), bool(said.get("x-nullable"))),
        )
    is_closed = definition.get("additionalProperties") is False
    is_request = name_of(model).endswith("Request")
    if is_request and (model.model_config.get("extra") == "forbid") != is_closed:
        found.append("additionalProperties: differ")
    return [f"{model.__name__}.{one}" for one in sorted(found)]


def field_differences(
    name: str, shapes: tuple[Any, Any], required: tuple[bool, bool], nullable: tuple[bool, bool]
) -> Iterator[str]:
    for what, (ours, theirs) in (("type", shapes), ("required", required), ("nullable", nullable)):
        if ours != theirs:
            yield f"{name}: {what} is {ours}, in the contract {theirs}"


# ---- operations ----


def operation_differences(operation: Operation, swagger: dict) -> list[str]:
    """Say every difference of an operation from the contract."""
    said = swagger["paths"].get(operation.path, {}).get(operation.method.lower())
    if said is None:
        return [f"{operation.operation_id}: no {operation.method} {operation.path}"]
    security = said["security"]
    pairs = {
        "operation id": (operation.operation_id, said["operationId"]),
        "roles": (
            sorted(role.value for role in operation.roles),
            sorted(security[0]["token"]) if security else [],
        ),
        "parameters": (sorted(own_parameters(operation)), sorted(their_parameters(said))),
        "request": (
            name_of(operation.request) if operation.request else None,
            next(
                (
                    one["schema"]["$ref"].rsplit("/", maxsplit=1)[-1]
                    for one in said["parameters"]
                    if one["in"] == "body"
                ),
                None,
            ),
        ),
        "response": (
            shape_of_annotation(operation.response) if operation.response else None,
            their_response(operation, said, swagger["definitions"]),
        ),
    }
    return [
        f"{operation.operation_id}: {what} is {ours}, in the contract {theirs}"
        for what, (ours, theirs) in pairs.items()
        if ours != theirs
    ]


def own_parameters(operation: Operation) -> Iterator[tuple]:
    for one in operation.parameters:
        yield one.name, one.place, one.kind, one.required, one.values


def their_parameters(said: dict) -> Iterator[tuple]:
    for one in said["parameters"]:
        if one["in"] != "body":
            kind = one.get("type", "untyped")
            kind = "date-time" if one.get("format") == "date-time" else kind
            yield one["name"], one["in"], kind, one["required"], tuple(one.get("enum", ()))


def their_response(operation: Operation, said: dict, definitions: dict) -> Any:
    answer = said["responses"].get(str(operation.success))
    if answer is None:
        return f"not answered with {operation.success}"
    return shape_of_property(definitions, answer["schema"]) if "schema" in answer else None


@pytest.fixture(scope="session")
def swagger(shared) -> dict[str, dict]:
    """The Swagger files of V1.25.12 by API."""
    return {
        api: json.loads(shared(f"spec/v1.25.12/{api}-swagger.json").read_text("utf-8"))
        for api in APIS
    }


@pytest.fixture(scope="session")
def compare() -> SimpleNamespace:
    """The comparing functions."""
    return SimpleNamespace(
        apis=APIS,
        models_of=models_of,
        name_of=name_of,
        model_differences=model_differences,
        operation_differences=operation_differences,
    )
