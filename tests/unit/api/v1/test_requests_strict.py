"""WorkCreateRequest: every rule, at the field it belongs to, in the planner's words."""

from datetime import date, datetime, timedelta, timezone

import pytest
from pydantic import ValidationError
from street_works.plugin.api.contract.problems import problems
from street_works.plugin.api.v1.models.work import WorkCreateRequest

TODAY = {"today": date(2026, 5, 1)}


def made(values, **changes):
    return WorkCreateRequest.model_validate({**values, **changes}, context=TODAY)


def told(values, **changes):
    """The messages for `values` with `changes`; a change to ... takes the field out."""
    given = {**values, **changes}
    given = {name: value for name, value in given.items() if value is not ...}
    try:
        WorkCreateRequest.model_validate(given, context=TODAY)
    except ValidationError as error:
        return problems(error)
    return {}


def test_a_complete_application_has_no_problems(application):
    assert told(application) == {}


REQUIRED = [name for name, field in WorkCreateRequest.model_fields.items() if field.is_required()]


@pytest.mark.parametrize("name", REQUIRED)
@pytest.mark.parametrize("value", [..., None, ""])
def test_what_is_required_must_be_filled_in(application, name, value):
    assert told(application, **{name: value})[name] == ["This must be filled in."]


BROKEN = [
    ({"is_ttro_required": ...}, "is_ttro_required"),
    ({"work_type": "immediate", "proposed_start_time": "2026-06-03T09:00:00Z"}, "immediate_risk"),
    ({"work_type": "immediate", "immediate_risk": True}, "proposed_start_time"),
    ({"proposed_start_date": "2026-04-30"}, "proposed_start_time"),
    ({"proposed_end_date": "2026-06-02"}, "proposed_end_date"),
    ({"proposed_end_date": "2031-06-04"}, "proposed_end_date"),
    (
        {
            "proposed_start_time": "2026-06-03T09:00:00+01:00",
            "proposed_end_time": "2026-06-03T08:00:00Z",
        },
        "proposed_end_time",
    ),
    ({"proposed_end_time": "2026-06-02T22:00:00Z"}, "proposed_end_time"),
    ({"collaborative_working": True, "collaboration_details": "with gas"}, "collaboration_type"),
    ({"collaborative_working": True, "collaboration_type": "other"}, "collaboration_details"),
    (
        {"early_start_pre_approval": True, "pre_approval_authoriser": "A. Clerk"},
        "pre_approval_details",
    ),
    ({"early_start_pre_approval": True, "pre_approval_details": "x"}, "pre_approval_authoriser"),
    ({"early_start_pre_approval": False}, "early_start_reason"),
    ({"promoter_swa_code": "7374"}, "hs2_in_act_limits"),
    ({"work_type": "hs2_highway_works", "hs2_in_act_limits": True}, "hs2_highway_exemption"),
    (
        {"hs2_consultation_requested_response_date": "2026-04-30"},
        "hs2_consultation_requested_response_date",
    ),
    ({"workstream_prefix": "000"}, "workstream_prefix"),
    ({"workstream_prefix": "1"}, "workstream_prefix"),
    (
        {"permit_conditions": [{"condition": "NCT02a"}, {"condition": "NCT02a", "comment": "x"}]},
        "permit_conditions",
    ),
    ({"location_types": ["verge", "verge"]}, "location_types"),
    ({"location_types": []}, "location_types"),
    ({"file_ids": [3, 3]}, "file_ids"),
    ({"file_ids": [None]}, "file_ids.0"),
    ({"hs2_highway_emails": ["not an address"]}, "hs2_highway_emails.0"),
    ({"hs2_highway_emails": ["a@b.uk", "c@d.uk", "e@f.uk"]}, "hs2_highway_emails"),
    ({"hs2_additional_usrns": [8401234] * 11}, "hs2_additional_usrns"),
    ({"hs2_additional_usrns": [12]}, "hs2_additional_usrns.0"),
    ({"usrn": 100000}, "usrn"),
    ({"usrn": 100000000}, "usrn"),
    ({"usrn": "8401234"}, "usrn"),
    ({"road_category": 11}, "road_category"),
    ({"work_reference_number": "A" * 25}, "work_reference_number"),
    ({"work_reference_number": "A/B"}, "work_reference_number"),
    ({"promoter_swa_code": "12345"}, "promoter_swa_code"),
    ({"secondary_contact": "x" * 101}, "secondary_contact"),
    ({"description_of_work": "x" * 501}, "description_of_work"),
    ({"internal_user_name": "x" * 51}, "internal_user_name"),
    ({"excavation": "yes"}, "excavation"),
    ({"activity_type": "digging"}, "activity_type"),
    ({"proposed_start_time": "2026-06-03T09:00:00"}, "proposed_start_time"),
    ({"proposed_start_date": "soon"}, "proposed_start_date"),
    ({"proposed_start_date": 5}, "proposed_start_date"),
    ({"permit_status": "granted"}, "permit_status"),
    (
        {"permit_asds": [{"street_special_desig_code": 2, "special_desig_start_time": 2401}]},
        "permit_asds.0.special_desig_start_time",
    ),
    (
        {"permit_asds": [{"street_special_desig_code": 4}]},
        "permit_asds.0.street_special_desig_code",
    ),
]


@pytest.mark.parametrize(("changes", "field"), BROKEN)
def test_a_broken_rule_is_told_at_its_field(application, changes, field):
    messages = told(application, **changes)
    assert list(messages) == [field]
    assert len(messages[field]) == 1


def test_the_end_time_is_needed_when_the_end_is_past(application):
    past = {
        "proposed_start_date": "2026-04-01",
        "proposed_end_date": "2026-04-02",
        "proposed_start_time": "2026-04-01T09:00:00Z",
    }
    assert list(told(application, **past)) == ["proposed_end_time"]
    assert told(application, **past, proposed_end_time="2026-04-02T09:00:00Z") == {}


@pytest.mark.parametrize(
    "changes",
    [
        {"proposed_end_date": "2031-06-03"},
        {"proposed_start_date": "2026-05-01", "proposed_end_date": "2026-05-01"},
        {
            "work_type": "immediate",
            "immediate_risk": False,
            "is_ttro_required": ...,
            "proposed_start_time": "2026-06-03T09:00:00+01:00",
        },
        {"usrn": 100001},
        {"collaborative_works": "AB001", "early_start_reason": "x"},
        {"hs2_consultation_requested_response_date": "2026-05-01"},
    ],
)
def test_what_just_keeps_the_rules_is_taken(application, changes):
    assert told(application, **changes) == {}


def test_plain_faults_and_broken_rules_come_together(application):
    messages = told(
        application,
        usrn="x",
        secondary_contact=...,
        proposed_end_date="2026-06-01",
        collaborative_working=True,
    )
    assert set(messages) == {
        "usrn",
        "secondary_contact",
        "proposed_end_date",
        "collaboration_type",
        "collaboration_details",
    }


def test_no_message_is_pydantics_own(application):
    changes = {
        "usrn": None,
        "extra": 1,
        "excavation": 5,
        "location_types": "footway",
        "works_coordinates": 5,
        "permit_conditions": [5],
    }
    for messages in told(application, **changes).values():
        for message in messages:
            assert "Input" not in message
            assert "valid" not in message


# ---- geometry ----

SQUARE = [[0, 0], [0, 10], [10, 10], [0, 0]]


@pytest.mark.parametrize(
    "shape",
    [
        None,
        "POINT (1 2)",
        {"type": "Point"},
        {"type": "Point", "coordinates": [1, 2], "crs": {}},
        {"type": "Feature", "geometry": {}, "properties": {}},
        {"type": "MultiPoint", "coordinates": [[1, 2]]},
        {"type": ["Point"], "coordinates": [1, 2]},
        {"type": "Point", "coordinates": [1, 2, 3]},
        {"type": "Point", "coordinates": [1]},
        {"type": "Point", "coordinates": ["1", "2"]},
        {"type": "Point", "coordinates": [True, False]},
        {"type": "Point", "coordinates": [float("nan"), 2]},
        {"type": "Point", "coordinates": [float("inf"), 2]},
        {"type": "Point", "coordinates": [-0.1, 2]},
        {"type": "Point", "coordinates": [700000.1, 2]},
        {"type": "Point", "coordinates": [1, 1300000.1]},
        {"type": "LineString", "coordinates": [[1, 2]]},
        {"type": "LineString", "coordinates": []},
        {"type": "Polygon", "coordinates": []},
        {"type": "Polygon", "coordinates": [[]]},
        {"type": "Polygon", "coordinates": [SQUARE[:3]]},
        {"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [0, 0]]]},
        {"type": "Polygon", "coordinates": SQUARE},
        {"type": "Polygon", "coordinates": [SQUARE, [[1, 1], [1, 2], [2, 2], [3, 3]]]},
    ],
)
def test_shapes_that_cannot_be_sent_are_refused(application, shape):
    assert list(told(application, works_coordinates=shape)) == ["works_coordinates"]


@pytest.mark.parametrize(
    "shape",
    [
        {"type": "Point", "coordinates": (0, 1300000)},
        {"type": "LineString", "coordinates": ((1, 2), (3, 4.5))},
        {"type": "Polygon", "coordinates": [SQUARE]},
    ],
)
def test_sound_shapes_are_sent_as_lists(application, shape):
    request = made(application, works_coordinates=shape)
    sent = request.body()["works_coordinates"]
    assert sent["type"] == shape["type"]
    assert isinstance(sent["coordinates"], list)


# ---- what is sent ----


def test_the_body_holds_what_is_set_and_no_nulls(application):
    request = made(application, town=None, area_name="  ")
    body = request.body()
    assert set(body) == set(application)
    assert body["works_coordinates"] == application["works_coordinates"]
    assert body["usrn"] == 8401234


SUMMER = timezone(timedelta(hours=1))


@pytest.mark.parametrize(
    "given",
    [
        date(2026, 6, 3),
        "2026-06-03",
        "2026-06-03T00:00:00Z",
        "2026-06-03T00:00:00.000Z",
        "2026-06-03T01:00:00+01:00",
        "2026-06-02T23:30:00Z",
        datetime(2026, 6, 3, 0, 0, tzinfo=SUMMER),
        datetime(2026, 6, 3, 23, 59),
        "2026-06-03T12:00:00+01:00",
    ],
)
def test_a_civil_date_is_sent_as_midnight_utc_of_that_day(application, given):
    request = made(application, proposed_start_date=given)
    assert request.body()["proposed_start_date"] == "2026-06-03T00:00:00.000Z"


def test_a_winter_day_is_the_same_in_both_clocks(application):
    changes = {
        "proposed_start_date": "2026-12-03",
        "proposed_end_date": "2026-12-04T00:00:00+00:00",
    }
    body = made(application, **changes).body()
    assert body["proposed_start_date"] == "2026-12-03T00:00:00.000Z"
    assert body["proposed_end_date"] == "2026-12-04T00:00:00.000Z"


def test_times_are_moments_with_their_offset(application):
    time = datetime(2026, 6, 3, 9, 30, tzinfo=SUMMER)
    request = made(application, proposed_start_time=time)
    assert request.body()["proposed_start_time"] == "2026-06-03T09:30:00.000+01:00"


@pytest.mark.parametrize("code", [10, "10", "0010"])
def test_swa_codes_keep_their_leading_zeros(application, code):
    request = made(application, promoter_swa_code=code)
    assert request.body()["promoter_swa_code"] == "0010"


def test_references_are_written_in_capitals(application):
    request = made(application, work_reference_number="ab001-x_7")
    assert request.work_reference_number == "AB001-X_7"


def test_a_designation_is_sent_exactly_as_the_look_up_gave_it(application):
    designation = {
        "street_special_desig_code": 2,
        "special_desig_location_text": " Whole road ",
        "special_desig_description": "",
        "special_desig_start_date": "2019-03-31T23:00:00.000Z",
        "special_desig_start_time": 730,
        "special_desig_periodicity_code": 2,
    }
    request = made(application, permit_asds=[designation])
    assert request.body()["permit_asds"] == [designation]


def test_a_sent_body_reads_back_as_the_same_request(application):
    request = made(application)
    assert made(request.body()) == request
