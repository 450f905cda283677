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
from street_works.plugin.api.contract.base import Message
from street_works.plugin.api.contract.operation import Operation
from street_works.plugin.api.v1 import enums, models
from street_works.plugin.api.v1.operations import OPERATIONS

APIS = ("work", "geojson", "lookup", "party", "reporting", "export")
OTHER_NAMES = {
    ("geojson", "WorkCategory"): "MapWorkCategory",
    ("lookup", "AdditionalSpecialDesignationCode"): "ASDCode",
    ("lookup", "AdditionalSpecialDesignationsPeriodicityCode"): "ASDPeriodicityCode",
    ("reporting", "AuditEventType"): "AuditEvent",
}
"""Enumerations that have one name among us and another in the contract."""

LITERALS = {
    "FeatureType", "FeatureCollectionType", "GeoJSONCentrePointType", "GeoJSONFeatureType",
    "GeoJSONMultiLineStringType",
}  # fmt: skip
"""Enumerations of GeoJSON that stand in the models as literals, and are compared there."""

ACCEPTED = {
    "AuditEvent: we have alteration_revoked more": "one enumeration for both",
    "AuditEvent: we have fpn_issued more": "one enumeration for both",
    "AuditEvent: we have s81_works_record_created more": "one enumeration for both",
    "AuditEvent: we have user_roles_updated more": "one enumeration for both",
    "WorkHistoryResponse.event: has other values": "one enumeration for both",
    "WorkUpdateResponse.event_type: has other values": "one enumeration for both",
    "AuditEventType: we have inspection_agreed_site_compliance more": "one enumeration for both",
    "AuditEventType: we have section_81_works_record_created more": "one enumeration for both",
}
"""Every difference that is meant, and why (guide section 12: be tolerant of what comes back).

Histories (Work API) and the change feed (Reporting API) tell of the same events, but each of their
two enumerations lacks a few. They only occur in responses, where unknown values are kept anyway.
"""

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
        if ours != theirs and what == "type" and ours[0] == theirs[0] == "enum":
            yield f"{name}: has other values"
        elif ours != theirs:
            yield f"{name}: {what} is {ours}, in the contract {theirs}"


def definition_differences(api: str, definitions: dict) -> Iterator[str]:
    """Say how all definitions of an API differ: none without its model, none beyond them."""
    by_name: dict[str, list[type[Message]]] = {}
    found = models_of(api)
    for model in found:
        is_part = any(model is not other and issubclass(other, model) for other in found)
        if name_of(model) in definitions or not is_part:
            by_name.setdefault(name_of(model), []).append(model)
    for name, definition in definitions.items():
        if "enum" in definition:
            yield from enumeration_differences(api, name, definition["enum"])
        elif name not in by_name:
            yield f"{name}: has no model"
    for of_one_definition in by_name.values():
        for model in of_one_definition:
            yield from model_differences(model, definitions)


def enumeration_differences(api: str, name: str, theirs: list) -> Iterator[str]:
    if name in LITERALS:
        return
    ours = getattr(enums, OTHER_NAMES.get((api, name), name), None)
    if ours is None:
        yield f"{name}: has no enumeration"
        return
    values = {one.value for one in ours}
    yield from sorted(f"{name}: we have {value} more" for value in values - set(theirs))
    yield from sorted(f"{name}: we lack {value}" for value in set(theirs) - values)


# ---- operations ----


def all_operation_differences(api: str, swagger: dict) -> Iterator[str]:
    """Say how all operations of an API differ: none missing, none beyond them."""
    ours = {one.operation_id: one for one in OPERATIONS.values() if one.api == api}
    theirs = [verb["operationId"] for path in swagger["paths"].values() for verb in path.values()]
    yield from (f"{name}: has no operation" for name in theirs if name not in ours)
    for name in theirs:
        if name in ours:
            yield from operation_differences(ours[name], swagger)


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
        "parameters": (
            sorted(own_parameters(operation)),
            sorted(their_parameters(said, swagger["definitions"])),
        ),
        "request": (
            name_of(operation.request) if operation.request else None,
            next(
                (
                    one["schema"]["$ref"].rsplit("/", maxsplit=1)[-1]
                    for one in said.get("parameters", ())
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
    pairs["statuses"] = (
        sorted({operation.success, *operation.also}),
        sorted(int(status) for status in said["responses"]),
    )
    return [
        f"{operation.operation_id}: {what} is {ours}, in the contract {theirs}"
        for what, (ours, theirs) in pairs.items()
        if ours != theirs
    ]


def own_parameters(operation: Operation) -> Iterator[tuple]:
    for one in operation.parameters:
        yield one.name, one.place, one.kind, one.required, one.values


def their_parameters(said: dict, definitions: dict) -> Iterator[tuple]:
    for one in said.get("parameters", ()):
        if one["in"] != "body":
            kind = one.get("type", "untyped")
            kind = "date-time" if one.get("format") == "date-time" else kind
            kind = "number" if kind == "integer" else kind
            values = their_values(one, definitions)
            yield one["name"], one["in"], kind, one["required"], values


def their_values(parameter: dict, definitions: dict) -> tuple[str, ...]:
    items = parameter.get("items", {})
    if "$ref" in items:
        return tuple(definitions[items["$ref"].rsplit("/", maxsplit=1)[-1]]["enum"])
    return tuple(parameter.get("enum", ()))


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
        definition_differences=lambda api, said: list(definition_differences(api, said)),
        all_operation_differences=lambda api, said: list(all_operation_differences(api, said)),
        accepted=ACCEPTED,
        operation_differences=operation_differences,
    )
