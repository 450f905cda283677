"""The operations are the contract's: path, verb, parameters, roles, bodies, statuses."""

import inspect
import re

import pytest
from street_works.plugin.api import StreetManager
from street_works.plugin.api.v1.operations import OPERATIONS

ONLY_IN_THE_GUIDE = {
    ("work", "AuthenticateInitial"): ("POST", "/authenticate/initial"),
    ("party", "SetPassword"): ("POST", "/set-password"),
    **{
        (api, "Status"): ("GET", "/status")
        for api in ("work", "geojson", "lookup", "party", "reporting", "export")
    },
}


def test_the_contract_has_98_operations(swagger):
    count = sum(len(verbs) for one in swagger.values() for verbs in one["paths"].values())
    assert count == 98
    assert len(OPERATIONS) == count + len(ONLY_IN_THE_GUIDE)


def test_no_operation_differs(swagger, compare):
    differences = [
        difference
        for api, said in swagger.items()
        for difference in compare.all_operation_differences(api, said)
    ]
    assert [one for one in differences if one not in compare.accepted] == []


def test_what_only_the_guide_has_is_there():
    found = {
        key: (OPERATIONS[key].method, OPERATIONS[key].path)
        for key in OPERATIONS
        if key in ONLY_IN_THE_GUIDE
    }
    assert found == ONLY_IN_THE_GUIDE
    assert all(not OPERATIONS[key].roles for key in ONLY_IN_THE_GUIDE)


def test_each_operation_stands_under_its_own_name():
    for (api, operation_id), operation in OPERATIONS.items():
        assert (operation.api, operation.operation_id) == (api, operation_id)


def test_every_path_parameter_is_declared():
    for operation in OPERATIONS.values():
        declared = [one.name for one in operation.parameters if one.place == "path"]
        assert declared == re.findall(r"\{(\w+)\}", operation.path)


# ---- the client's methods ----


def plain(name):
    return name.replace("_", "").lower()


@pytest.fixture
def client():
    with_all_six = StreetManager("http://127.0.0.1:1")
    yield with_all_six
    with_all_six.close()


BY_THE_SESSION = {
    ("work", "Authenticate"),
    ("work", "AuthenticateInitial"),
    ("party", "SetPassword"),
    ("party", "Refresh"),
    ("party", "Logout"),
}


@pytest.mark.parametrize("key", sorted(OPERATIONS.keys() - BY_THE_SESSION), ids=".".join)
def test_the_client_has_a_method_for_it(client, key):
    api, operation_id = key
    methods = {
        plain(name): method
        for name, method in inspect.getmembers(getattr(client, api), inspect.ismethod)
        if not name.startswith("_")
    }
    method = methods[plain(operation_id)]
    operation = OPERATIONS[key]
    assert inspect.getdoc(method)
    arguments = inspect.signature(method).parameters
    if operation.request is not None:
        assert arguments["request"].annotation is operation.request
    if operation.response is not None:
        assert inspect.signature(method).return_annotation == operation.response
