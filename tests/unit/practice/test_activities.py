"""Activities: who puts them on the map, changes and cancels them, and who reads them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timezone

import pytest
from street_works.plugin.api.errors import (
    AccessRestricted,
    BadRequest,
    NotFound,
    PreconditionFailed,
)
from street_works.plugin.api.v1.models.work import (
    ActivityCancelRequest,
    ActivityCreateRequest,
    ActivityUpdateRequest,
)


def told(moment, **more):
    return {
        "activity_name": "A skip",
        "activity_activity_type": "skips",
        "start_date": moment(3),
        "end_date": moment(4),
        "location_types": ["footway"],
        "activity_location_description": "Outside number 5",
        "traffic_management_type": "no_carriageway_incursion",
        "collaborative_working": False,
        **more,
    }


@pytest.fixture
def create(client, build, moment, application):
    given = application()

    def make(name="authority", **more):
        values = {
            "usrn": given["usrn"],
            "activity_coordinates": given["works_coordinates"],
            **told(moment, **more),
        }
        request = build(ActivityCreateRequest, **values)
        return client(name).work.create_activity(request).activity_reference_number

    return make


@pytest.fixture
def shown(client, application):
    """Gives the activity's properties on the map, or None."""
    easting, northing = application()["works_coordinates"]["coordinates"]

    def find(reference):
        found = client("planner").geojson.get_activities_intersecting_bounds(
            easting - 1, northing - 1, easting + 1, northing + 1
        )
        of_it = [
            one.properties
            for one in found.features
            if one.properties.activity_reference_number == reference
        ]
        return of_it[0] if of_it else None

    return find


def test_an_activity_comes_on_the_map_changes_and_is_cancelled(
    client, build, create, shown, moment
):
    reference = create(contact_name="Sam", start_time=moment(3, 8))
    assert reference.startswith("ARN-9810-")
    one = client("planner").work.get_activity(reference.lower())
    assert one.activity_reference_number == reference
    assert one.highway_authority_swa_code == "9810"
    assert (one.street_name, one.contact_name) == ("HIGH STREET", "Sam")
    assert one.location_types[0].value == "footway"
    assert one.start_time == datetime(2026, 6, 4, 8, tzinfo=timezone.utc)
    assert not one.cancelled
    assert shown(reference).activity_name == "A skip"

    changed = told(moment, activity_name="Two skips", end_date=moment(9))
    request = build(ActivityUpdateRequest, **changed)
    client("authority").work.update_activity(reference, request)
    one = client("planner").work.get_activity(reference)
    assert (one.activity_name, one.contact_name) == ("Two skips", None)
    assert one.end_date == datetime(2026, 6, 10, tzinfo=timezone.utc)
    assert one.activity_coordinates["type"] == "Point"
    assert shown(reference).activity_name == "Two skips"
    assert shown(reference).end_date == one.end_date

    rain = build(ActivityCancelRequest, cancellation_reason="Rain")
    client("authority").work.cancel_activity(reference, rain)
    one = client("planner").work.get_activity(reference)
    assert (one.cancelled, one.cancelled_reason) == (True, "Rain")
    assert shown(reference).cancelled
    with pytest.raises(PreconditionFailed):
        client("authority").work.cancel_activity(reference, rain)
    with pytest.raises(PreconditionFailed):
        client("authority").work.update_activity(reference, request)


def test_references_count_up(service, create):
    first, second = create(), create()
    assert int(second[-3:]) == int(first[-3:]) + 1
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: create(), range(16)))
    assert len({first, second, *made}) == 18


def test_activities_that_were_there_already_are_read(client, service):
    kinds = {one.kind: one.reference for one in service.register.shelf("activities").all()}
    for kind, reference in kinds.items():
        one = client("contractor").work.get_activity(reference)
        assert one.activity_activity_type.value == kind


def test_only_the_streets_own_authority_has_activities_there(
    client, build, create, service, moment, elsewhere
):
    with pytest.raises(BadRequest) as refused:
        create(usrn=elsewhere["usrn"])
    assert "usrn" in refused.value.fields
    with pytest.raises(BadRequest) as refused:
        create(usrn=99_999_998)
    assert "usrn" in refused.value.fields
    theirs = next(
        one.reference
        for one in service.register.shelf("activities").all()
        if one.place.authority_swa_code == "9820"
    )
    for act in (
        lambda: create("planner"),
        lambda: client("authority").work.cancel_activity(theirs, build(ActivityCancelRequest)),
        lambda: client("authority").work.update_activity(
            theirs, build(ActivityUpdateRequest, **told(moment))
        ),
    ):
        with pytest.raises(AccessRestricted):
            act()
    with pytest.raises(NotFound):
        client("planner").work.get_activity("ARN-9810-9999")
    with pytest.raises(NotFound):
        client("authority").work.cancel_activity("ARN-9810-9999", build(ActivityCancelRequest))


def test_activities_outlive_the_service(make_service, call, application, moment, tmp_path):
    service, base = make_service(state=tmp_path / "state.sqlite")
    given = application()
    body = {
        "usrn": given["usrn"],
        "activity_coordinates": given["works_coordinates"],
        **told(moment),
    }
    authority = call(base, "authority")
    reference = authority.post("work/activity", body).json()["activity_reference_number"]
    service.stop()
    _, base = make_service(state=tmp_path / "state.sqlite")
    again = call(base, "authority")
    assert again.get(f"work/activity/{reference}").json()["activity_name"] == "A skip"
    following = again.post("work/activity", body).json()["activity_reference_number"]
    assert int(following[-3:]) == int(reference[-3:]) + 1
