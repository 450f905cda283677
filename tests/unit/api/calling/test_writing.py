"""Values of paths and queries, over all operations: judged before anything is sent."""

import math
from datetime import date, datetime, timedelta, timezone
from urllib.parse import parse_qsl

import pytest
from street_works.plugin.api import errors
from street_works.plugin.api.calling.writing import written
from street_works.plugin.api.contract.operation import FILE
from street_works.plugin.api.v1.contract import V1
from street_works.plugin.api.v1.enums import PermitStatus
from street_works.plugin.api.v1.operations import OPERATIONS
from street_works.plugin.errors import StreetWorksError

LISTED = [
    (operation, parameter)
    for operation in OPERATIONS.values()
    for parameter in operation.parameters
    if parameter != FILE
]
SUMMER = timezone(timedelta(hours=1))
NAIVE = datetime(2026, 6, 3, 9)
MOMENT = datetime(2026, 6, 3, 9, tzinfo=SUMMER)


def good(parameter):
    """A value that is allowed, and what is sent of it."""
    if parameter.kind == "array":
        one = parameter.values[-1] if parameter.values else "AB1"
        return [one], [one]
    if parameter.values:
        return parameter.values[-1], [parameter.values[-1]]
    if parameter.name in ("swa_code", "swaCode", "organisationReference"):
        return "0010", ["0010"]
    if parameter.name == "workstreamPrefix":
        return "001", ["001"]
    return {
        bool: (True, ["true"]),
        int: (7, ["7"]),
        float: (530000.25, ["530000.25"]),
        date: (date(2026, 6, 3), ["2026-06-03T00:00:00.000Z"]),
        datetime: (MOMENT, ["2026-06-03T09:00:00.000+01:00"]),
    }.get(parameter.plain_type, ("AB1-02_x y", ["AB1-02_x y"]))


def call(operation, **given):
    """Write the call with good values for all that is needed, and those that are given."""
    values = {
        one.name: good(one)[0] for one in operation.parameters if one.required and one != FILE
    }
    request = operation.request.model_construct() if operation.request else None
    file = ("a.csv", b"x", "text/csv") if FILE in operation.parameters else None
    return written(V1, operation, values={**values, **given}, request=request, file=file)


def refused(operation, name, value):
    with pytest.raises(errors.BadRequest) as caught:
        call(operation, **{name: value})
    assert list(caught.value.fields) == [name], (operation.operation_id, name, value)
    assert all(caught.value.fields[name])
    assert name in caught.value.advice
    assert caught.value.status is None


@pytest.fixture(autouse=True)
def no_body(monkeypatch):
    """The bodies are other tests' business."""
    monkeypatch.setattr("street_works.plugin.api.contract.base.Request.body", lambda _: {})


def test_there_are_many_of_every_kind():
    kinds = {}
    for _, parameter in LISTED:
        kinds.setdefault(parameter.kind, []).append(parameter.name)
    assert len(LISTED) > 200
    assert all(len(kinds[kind]) > 10 for kind in ("string", "number", "boolean", "date-time"))
    assert len(kinds["array"]) > 10
    assert sum(bool(one.values) for _, one in LISTED) > 20


def test_a_good_value_is_sent_as_it_should_be():
    for operation, parameter in LISTED:
        value, sent = good(parameter)
        made = call(operation, **{parameter.name: value})
        if parameter.place == "query":
            assert [text for name, text in made.query if name == parameter.name] == sent
        else:
            assert parse_qsl(f"x={sent[0]}")[0][1].replace(" ", "%20") in made.path


WRONG = [
    {"a": 1}, object(), b"AB1", ("AB1",), NAIVE, timedelta(1), 1 + 2j, "\ud800", "a\ud800b",
    float("nan"), float("inf"), -float("inf"), math, Ellipsis,
]  # fmt: skip


@pytest.mark.parametrize("value", WRONG, ids=lambda one: type(one).__name__)
def test_what_fits_nowhere_is_refused_everywhere(value):
    for operation, parameter in LISTED:
        if parameter.kind == "array":
            refused(operation, parameter.name, [value])
        else:
            refused(operation, parameter.name, value)


def of(*kinds):
    return [one for one in LISTED if one[1].plain_type in kinds]


@pytest.mark.parametrize("value", ["", " ", "\t", 5, True, ["AB1"]], ids=repr)
def test_texts(value):
    codes = ("swa_code", "swaCode", "organisationReference", "workstreamPrefix")
    for operation, parameter in of(str):
        if not (parameter.name in codes and type(value) is int):
            refused(operation, parameter.name, value)


def test_a_reference_is_no_other_place_in_the_path():
    for operation, parameter in LISTED:
        if parameter.place == "path" and parameter.plain_type is str:
            for value in (".", "..", " . ", "x" * 400):
                refused(operation, parameter.name, value)
            if parameter.name not in ("organisationReference", "workstreamPrefix"):
                assert "/A%2FB%3F%23%25" in call(operation, **{parameter.name: "A/B?#%"}).path


@pytest.mark.parametrize("value", [1.5, -1, -1.0, "1", "", True, False, 1e-9, [1]], ids=repr)
def test_whole_numbers(value):
    for operation, parameter in of(int):
        refused(operation, parameter.name, value)


def test_a_whole_number_written_with_a_point_is_one():
    for operation, parameter in of(int):
        made = call(operation, **{parameter.name: 12.0})
        assert ("offset", "12") in made.query or "12.0" not in made.path


@pytest.mark.parametrize(
    "value", ["1", "east", "", True, [1.0], 10**400], ids=lambda one: str(one)[:9]
)
def test_metres(value):
    for operation, parameter in of(float):
        refused(operation, parameter.name, value)


@pytest.mark.parametrize("value", ["true", "yes", "", 0, 1, 1.0, [True]], ids=repr)
def test_yes_and_no(value):
    for operation, parameter in of(bool):
        refused(operation, parameter.name, value)


@pytest.mark.parametrize(
    "value",
    ["3 June", "tomorrow", "2026-13-03", "2026-06-31", "20260603", "1780000000", 1780000000, 0,
     "2026-06-03T09:00", "2026-06-03 09:00:00", True, "", [date(2026, 6, 3)], "2026-06-03T25:00Z"],
    ids=repr,
)  # fmt: skip
def test_days_and_moments(value):
    for operation, parameter in of(date, datetime):
        refused(operation, parameter.name, value)


def sent_of(operation, parameter, value):
    made = call(operation, **{parameter.name: value})
    return dict(made.query)[parameter.name]


def test_a_day_stays_one_however_it_is_given():
    for operation, parameter in of(date):
        for value in (
            date(2026, 6, 3), "2026-06-03", "2026-06-03T00:00:00.000Z", MOMENT,
            MOMENT.replace(hour=0, minute=30), "2026-06-02T23:30:00Z",
        ):  # fmt: skip
            assert sent_of(operation, parameter, value) == "2026-06-03T00:00:00.000Z"


def test_a_moment_keeps_its_offset_and_a_day_is_its_midnight_utc():
    for operation, parameter in of(datetime):
        for value, sent in (
            (MOMENT, "2026-06-03T09:00:00.000+01:00"),
            ("2026-06-03T09:00:00+01:00", "2026-06-03T09:00:00.000+01:00"),
            ("2026-06-03T09:00:00Z", "2026-06-03T09:00:00.000Z"),
            (date(2026, 6, 3), "2026-06-03T00:00:00.000Z"),
            ("2026-06-03", "2026-06-03T00:00:00.000Z"),
        ):
            assert sent_of(operation, parameter, value) == sent


def test_choices():
    for operation, parameter in LISTED:
        if not parameter.values:
            continue
        first = parameter.values[0]
        for wrong in (f"{first}x", first.swapcase(), f" {first}", "", 1, None):
            if parameter.kind == "array":
                refused(operation, parameter.name, [first, wrong])
            elif wrong is not None:
                refused(operation, parameter.name, wrong)


def test_every_choice_is_allowed():
    for operation, parameter in LISTED:
        is_list = parameter.kind == "array"
        for value in parameter.values:
            assert parameter.as_sent([value] if is_list else value) == [value], operation


def test_a_choice_may_be_given_as_what_it_is(client, script):
    script.expect(
        "GET",
        "/v1/reporting/permits",
        200,
        {"pagination": {"total_rows": 0, "has_next_page": False}, "rows": []},
    )
    client.reporting.get_permits(status=[PermitStatus.GRANTED, "refused"], sort_direction="desc")
    assert script.seen[0].query == "status=granted&status=refused&sort_direction=desc"


@pytest.mark.parametrize(("value", "sent"), [(10, "0010"), ("10", "0010"), ("0010", "0010")])
def test_swa_codes_get_their_zeros_back(value, sent):
    found = 0
    for operation, parameter in LISTED:
        if parameter.name in ("swa_code", "swaCode", "organisationReference"):
            assert parameter.as_sent(value) == [sent], operation
            found += 1
    assert found > 15


@pytest.mark.parametrize("value", ["00100", 12345, "a b", 1.5, "١٢٣٤"])
def test_what_is_no_swa_code(value):
    for operation, parameter in LISTED:
        if parameter.name in ("swa_code", "swaCode"):
            refused(operation, parameter.name, value)


def test_workstreams_get_their_zeros_back():
    for operation, parameter in LISTED:
        if parameter.name == "workstreamPrefix":
            assert parameter.as_sent(1) == parameter.as_sent("1") == ["001"], operation
            for wrong in ("x", "0001", 1000, True, -1):
                refused(operation, parameter.name, wrong)


def test_all_faults_are_told_at_once():
    with pytest.raises(errors.BadRequest) as caught:
        call(OPERATIONS["reporting", "GetPermits"], status=["odd"], offset=1.5, start_date="soon")
    assert set(caught.value.fields) == {"status", "offset", "start_date"}


def test_what_an_operation_needs_is_asked_for():
    for operation, parameter in LISTED:
        if parameter.required:
            refused(operation, parameter.name, None)


def test_a_body_and_a_file_of_another_kind_are_not_sent(client, script):
    for wrong in (None, {}, {"usrn": 1}, "x", 5):
        with pytest.raises(errors.BadRequest, match="refused"):
            client.work.create_work(wrong)
    with pytest.raises(StreetWorksError):
        client.work.upload_file(None)
    assert script.seen == []
