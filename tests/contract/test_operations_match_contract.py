"""The operations are the contract's: path, verb, roles, parameters, request and response."""

from street_works.plugin.api.v1.operations import OPERATIONS


def test_no_operation_differs(swagger, compare):
    differences = [
        difference
        for operation in OPERATIONS.values()
        for difference in compare.operation_differences(operation, swagger[operation.api])
    ]
    assert len(OPERATIONS) >= 22
    assert differences == []


def test_each_operation_stands_under_its_own_name():
    for (api, operation_id), operation in OPERATIONS.items():
        assert (operation.api, operation.operation_id) == (api, operation_id)


def test_every_path_parameter_is_declared():
    for operation in OPERATIONS.values():
        for parameter in operation.parameters:
            if parameter.place == "path":
                assert "{" + parameter.name + "}" in operation.path
        assert operation.path.count("{") == sum(
            parameter.place == "path" for parameter in operation.parameters
        )
