"""The comparison itself finds what is doctored: otherwise its silence would prove nothing."""

import copy
from dataclasses import replace

import pytest
from street_works.plugin.api.v1.models import geojson, work
from street_works.plugin.api.v1.operations import OPERATIONS


def remove(definitions):
    del definitions["WorkCreateRequest"]["properties"]["usrn"]


def add(definitions):
    definitions["WorkCreateRequest"]["properties"]["brand_new"] = {"type": "string"}


def change_type(definitions):
    definitions["WorkCreateRequest"]["properties"]["excavation"] = {"type": "string"}


def change_list(definitions):
    definitions["WorkCreateRequest"]["properties"]["file_ids"]["items"] = {"type": "string"}


def change_date(definitions):
    del definitions["WorkCreateRequest"]["properties"]["proposed_start_date"]["format"]


def change_required(definitions):
    definitions["WorkCreateRequest"]["required"].append("town")


def change_nullable(definitions):
    definitions["WorkCreateRequest"]["properties"]["town"]["x-nullable"] = False


def change_enumeration(definitions):
    definitions["LocationType"]["enum"].append("bridleway")


def change_reference(definitions):
    items = {"$ref": "#/definitions/PermitCondition"}
    definitions["WorkCreateRequest"]["properties"]["permit_asds"]["items"] = items


def open_up(definitions):
    definitions["WorkCreateRequest"]["additionalProperties"] = True


def lose(definitions):
    del definitions["WorkCreateRequest"]


@pytest.mark.parametrize(
    ("doctor", "named"),
    [
        (remove, "usrn"),
        (add, "brand_new"),
        (change_type, "excavation"),
        (change_list, "file_ids"),
        (change_date, "proposed_start_date"),
        (change_required, "town"),
        (change_nullable, "town"),
        (change_enumeration, "location_types"),
        (change_reference, "permit_asds"),
        (open_up, "additionalProperties"),
        (lose, "no definition"),
    ],
)
def test_a_doctored_definition_is_noticed(doctor, named, swagger, compare):
    definitions = copy.deepcopy(swagger["work"]["definitions"])
    assert compare.model_differences(work.WorkCreateRequest, definitions) == []
    doctor(definitions)
    differences = compare.model_differences(work.WorkCreateRequest, definitions)
    assert len(differences) == 1
    assert named in differences[0]


@pytest.mark.parametrize(
    "change",
    [
        {"path": "/work"},
        {"method": "PUT"},
        {"operation_id": "MakeWork"},
        {"roles": frozenset()},
        {"parameters": OPERATIONS["lookup", "GetStreets"].parameters},
        {"request": None},
        {"response": geojson.WorkResponse},
        {"also": ()},
    ],
)
def test_a_doctored_operation_is_noticed(change, swagger, compare):
    operation = OPERATIONS["work", "CreateWork"]
    assert compare.operation_differences(operation, swagger["work"]) == []
    doctored = replace(operation, **change)
    assert len(compare.operation_differences(doctored, swagger["work"])) == 1


def test_models_are_found_by_walking(compare):
    names = {model.__name__ for model in compare.models_of("work")}
    assert {"WorkCreateRequest", "PermitASD", "PermitASDResponse", "ApplicationFields"} <= names
