"""Responses: what can be read is read, and what cannot is told."""

import copy
import json
from datetime import datetime, timezone

import pytest
from pydantic import ValidationError
from street_works.plugin.api.contract.problems import problems
from street_works.plugin.api.v1.enums import MapWorkCategory, PermitStatus, WorkCategory
from street_works.plugin.api.v1.models.geojson import Hs2ActLimitsResponse, WorkResponse
from street_works.plugin.api.v1.models.lookup import ReinstatementTypeDetails, StreetSummaryResponse
from street_works.plugin.api.v1.models.party import UserResponse
from street_works.plugin.api.v1.models.work import (
    AuthenticationResponse,
    DurationCalculationResponse,
    FileResponse,
    PermitSummaryResponse,
)

PERMIT = {
    "permit_reference_number": "AB001-01",
    "proposed_start_date": "2026-06-03T00:00:00.000Z",
    "proposed_end_date": "2026-06-05",
    "permit_status": "granted",
    "work_category": "major",
}


def collection(*features):
    return {"type": "FeatureCollection", "features": list(features)}


def changed(feature, path, value):
    copied = copy.deepcopy(feature)
    place = copied
    for key in path[:-1]:
        place = place[key]
    place[path[-1]] = value
    return copied


def test_known_values_become_members_and_unknown_ones_stay_text():
    known = PermitSummaryResponse.model_validate(PERMIT)
    unknown = PermitSummaryResponse.model_validate({**PERMIT, "permit_status": "on_hold"})
    assert known.permit_status is PermitStatus.GRANTED
    assert unknown.permit_status == "on_hold"
    assert not isinstance(unknown.permit_status, PermitStatus)


def test_unknown_codes_stay_as_they_came():
    assert ReinstatementTypeDetails(reinstatement_type_code=11).reinstatement_type_code == 11
    assert ReinstatementTypeDetails(reinstatement_type_code="odd").reinstatement_type_code == "odd"


def test_roles_may_hold_new_ones():
    user = UserResponse(organisation_name="A", organisation_reference=10, roles=["Planner", "New"])
    assert user.roles == ["Planner", "New"]


def test_members_of_both_apis_are_their_text():
    assert MapWorkCategory.MINOR == WorkCategory.MINOR == "minor"
    assert {WorkCategory.MINOR: 1}["minor"] == 1
    assert f"{WorkCategory.MINOR}" == "minor"


def test_moments_without_offset_are_utc():
    permit = PermitSummaryResponse.model_validate(PERMIT)
    assert permit.proposed_start_date == datetime(2026, 6, 3, tzinfo=timezone.utc)
    assert permit.proposed_end_date == datetime(2026, 6, 5, tzinfo=timezone.utc)


def test_nulls_are_absent_and_unknown_keys_kept():
    permit = PermitSummaryResponse.model_validate({**PERMIT, "actual_start_date": None, "new": 1})
    assert permit.actual_start_date is None
    assert permit.model_extra == {"new": 1}


def test_numbers_and_texts_are_read_either_way():
    assert DurationCalculationResponse(calendar_days="3", working_days=1.5).calendar_days == 3
    file = FileResponse(
        file_id="7",
        name=2026,
        created_date="2026-06-03T00:00:00Z",
        user_created_by="jo",
        swa_code=10,
        organisation_name="A",
    )
    assert (file.file_id, file.name, file.swa_code) == (7, "2026", "0010")


def test_tokens_are_in_no_text_form():
    answer = AuthenticationResponse(idToken="secret-1", accessToken="secret-2", token="secret-3")
    assert "secret" not in f"{answer!r} {answer}"
    with pytest.raises(ValidationError) as caught:
        AuthenticationResponse(idToken=["secret-4"])
    assert "secret" not in str(caught.value)


# ---- features ----


def test_good_features_stay_when_others_are_refused(works_feature):
    bad = changed(works_feature, ("geometry",), None)
    answer = WorkResponse.model_validate(collection(bad, works_feature, 5, {}))
    assert len(answer.features) == 1
    assert [(one.index, one.reference) for one in answer.refused] == [
        (0, "AB001-01"),
        (2, ""),
        (3, ""),
    ]
    assert all(one.reason for one in answer.refused)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("geometry",), None),
        (("geometry",), {"type": "MultiPolygon", "coordinates": []}),
        (("geometry", "coordinates"), [1]),
        (("geometry", "coordinates"), ["x", 2]),
        (("geometry", "coordinates"), [None, 2]),
        (("geometry", "coordinates"), [float("nan"), 2]),
        (("geometry",), {"type": "LineString", "coordinates": [[1, 2]]}),
        (("geometry",), {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]}),
        (("geometry",), {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [0, 0]]]}),
        (("geometry",), {"type": "Polygon", "coordinates": []}),
        (("properties", "start_date"), "never"),
    ],
)
def test_a_broken_feature_is_refused_with_its_reference_and_reason(works_feature, path, value):
    answer = WorkResponse.model_validate(collection(changed(works_feature, path, value)))
    assert answer.features == []
    assert answer.refused[0].reference == "AB001-01"
    assert path[0] in answer.refused[0].reason


def test_a_ring_that_lacks_its_last_point_is_closed(works_feature):
    ring = [[0, 0], [0, 10], [10, 10]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    answer = WorkResponse.model_validate(collection(changed(works_feature, ("geometry",), shape)))
    assert answer.refused == ()
    assert answer.features[0].geometry.coordinates == [[*ring, [0, 0]]]


def test_an_unknown_status_does_not_refuse_a_feature(works_feature):
    odd = changed(works_feature, ("properties", "permit_status"), "on_hold")
    answer = WorkResponse.model_validate(collection(odd))
    assert answer.refused == ()
    assert answer.features[0].properties.permit_status == "on_hold"


def test_limits_need_no_properties():
    feature = {"type": "Feature", "geometry": {"type": "Point", "coordinates": ["1.5", 2, 9]}}
    answer = Hs2ActLimitsResponse.model_validate(collection(feature))
    assert answer.features[0].geometry.coordinates == [1.5, 2]


def test_a_collection_writes_back_what_it_read(works_feature):
    answer = WorkResponse.model_validate(collection(works_feature))
    written = json.loads(answer.model_dump_json())
    assert WorkResponse.model_validate(written) == answer
    assert set(written) == {"type", "features"}


def test_what_is_no_collection_is_an_error():
    for body in ([], {"type": "FeatureCollection"}, {"type": "Feature", "features": []}):
        with pytest.raises(ValidationError):
            WorkResponse.model_validate(body)


def test_streets_are_read_with_numbers_as_text():
    street = StreetSummaryResponse(
        street_descriptor="HIGH STREET",
        area="",
        town="TOWN",
        usrn="8401234",
        administrative_area="SHIRE",
        street_centre_point={"type": "Point", "coordinates": [1, 2], "crs": {}},
    )
    assert street.usrn == 8401234


def test_a_value_of_no_possible_kind_is_told_once():
    with pytest.raises(ValidationError) as caught:
        DurationCalculationResponse(calendar_days="many", working_days=2)
    assert problems(caught.value) == {"calendar_days": ["This must be a number."]}
    with pytest.raises(ValidationError) as caught:
        ReinstatementTypeDetails(reinstatement_type_code=[])
    assert problems(caught.value) == {"reinstatement_type_code": ["This must be text."]}
