"""What `Register` reads on the map of V1.25.12, over HTTP."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs

import pytest
from street_works.plugin.api.errors import BadRequest
from street_works.plugin.api.v1.register import V1Register
from street_works.plugin.trade.box import Box
from street_works.plugin.trade.days import TIMELESS, Days
from street_works.plugin.trade.kinds import ACTIVITY, FORWARD_PLAN, HS2, WORKS
from street_works.plugin.trade.records.listed import Listing, WorksChanged
from street_works.plugin.trade.records.on_map import Geometry, MapRecord, Unread
from street_works.plugin.trade.records.works import CategoryQuestion
from street_works.tests.made.told_works import MINOR

BOX = Box(530000, 180000.5, 531000, 181000)
JUNE = Days(date(2026, 6, 3), date(2026, 6, 17))
QUERY = "minEasting=530000&minNorthing=180000.5&maxEasting=531000&maxNorthing=181000"
CENTRE = {"type": "Point", "coordinates": [530000, 180001]}
LINE = {"type": "LineString", "coordinates": [[530000, 180000], [530010, 180000]]}
SHAPE = Geometry("LineString", [[530000, 180000], [530010, 180000]])
DATES = {"start_date": "2026-06-01T00:00:00.000Z", "end_date": "2026-06-05T23:30:00.000Z"}
TOLD_WORKS = {
    "work_reference_number": "TW001",
    "permit_reference_number": "TW001-01",
    "promoter_organisation": "Town Water",
    "promoter_swa_code": 10,
    "work_category": "minor",
    "traffic_management_type": "hovercraft",
    "work_centre_point": CENTRE,
    "permit_status": "granted",
    **DATES,
}
TOLD_ACTIVITY = {
    "activity_centre_point": {"type": "Point", "coordinates": [530000]},
    "activity_name": "Resurfaced",
    "activity_location_description": "All of it",
    "activity_reference_number": "ARN-1234-001",
    "activity_type": "section58",
    "area_name": "Area",
    "cancelled": True,
    "street_name": "High Street",
    **DATES,
}
TOLD_PLAN = {
    "forward_plan_reference_number": "TW002-FP1",
    "work_reference_number": "TW002",
    "forward_plan_status": "raised",
    "work_centre_point": CENTRE,
    "street": "High Street",
    "description_of_work": "New main",
    "promoter_organisation": "Town Water",
    "location_description": "By the church",
    **DATES,
}


def ask(script, client, kind, layer, told, days=JUNE):
    """Return what the register reads of an answer with one feature of each of `told`."""
    features = [{"type": "Feature", "geometry": LINE, "properties": one} for one in told]
    body = {"type": "FeatureCollection", "features": features}
    script.expect("GET", f"/v1/geojson/{layer}", 200, body)
    return client.register.map_records(kind, BOX, days)


def test_works(script, client):
    answer = ask(script, client, WORKS, "works", [TOLD_WORKS])
    assert answer.unread == ()
    assert answer.records == (
        MapRecord(
            kind=WORKS,
            geometry=SHAPE,
            reference="TW001-01",
            works_reference="TW001",
            promoter="Town Water",
            promoter_code="0010",
            category="minor",
            traffic="hovercraft",
            status="granted",
            first_day=date(2026, 6, 1),
            last_day=date(2026, 6, 6),
            label_place=(530000, 180001),
        ),
    )
    assert type(answer.records[0].status) is type(answer.records[0].traffic) is str
    days = "start_date=2026-06-03T00%3A00%3A00.000Z&end_date=2026-06-17T00%3A00%3A00.000Z"
    assert script.seen[-1].query == f"{QUERY}&{days}"


def test_works_without_a_permit_have_the_works_reference(script, client):
    told = {**TOLD_WORKS, "permit_reference_number": ""}
    (record,) = ask(script, client, WORKS, "works", [told]).records
    assert (record.reference, record.identity) == ("TW001", "TW001")


def permit_on_map(script, client, *told):
    """Return by which permit the register says that the works TW001 are on the map of `told`."""
    permit = replace(MINOR, works_reference="TW001", geometry=LINE)
    features = [{"type": "Feature", "geometry": LINE, "properties": one} for one in told]
    body = {"type": "FeatureCollection", "features": features}
    script.expect("GET", "/v1/geojson/works", 200, body)
    return client.register.permit_on_map(permit)


def test_works_are_asked_for_on_the_map_around_one_of_their_permits(script, client):
    beside = {**TOLD_WORKS, "work_reference_number": "TW002"}
    later = {**TOLD_WORKS, "permit_reference_number": "TW001-03"}
    assert permit_on_map(script, client, beside, later) == "TW001-03"
    asked = parse_qs(script.seen[-1].query)
    assert asked == {
        "minEasting": ["530000"],
        "minNorthing": ["180000"],
        "maxEasting": ["530010"],
        "maxNorthing": ["180000"],
        "work_reference_number": ["TW001"],
    }


def test_works_that_are_not_on_the_map_have_no_permit_there(script, client):
    assert permit_on_map(script, client, {**TOLD_WORKS, "work_reference_number": "TW002"}) == ""


def test_an_activity(script, client):
    (record,) = ask(script, client, ACTIVITY, "activities", [TOLD_ACTIVITY]).records
    assert record == MapRecord(
        kind=ACTIVITY,
        geometry=SHAPE,
        reference="ARN-1234-001",
        activity_kind="section58",
        name="Resurfaced",
        location="All of it",
        street="High Street",
        area="Area",
        cancelled=True,
        first_day=date(2026, 6, 1),
        last_day=date(2026, 6, 6),
    )


@pytest.mark.parametrize(("more", "area"), [({}, None), ({"area": "Area"}, "Area")])
def test_a_forward_plan(script, client, more, area):
    told = {**TOLD_PLAN, **more}
    (record,) = ask(script, client, FORWARD_PLAN, "forward-plans", [told]).records
    assert record == MapRecord(
        kind=FORWARD_PLAN,
        geometry=SHAPE,
        reference="TW002-FP1",
        works_reference="TW002",
        promoter="Town Water",
        status="raised",
        description="New main",
        location="By the church",
        street="High Street",
        area=area,
        first_day=date(2026, 6, 1),
        last_day=date(2026, 6, 6),
        label_place=(530000, 180001),
    )


def test_hs2_limits_have_no_days(script, client):
    (record,) = ask(script, client, HS2, "hs2-act-limits", [{}], TIMELESS).records
    assert record == MapRecord(kind=HS2, geometry=SHAPE)
    assert script.seen[-1].query == QUERY


def test_what_cannot_be_read_is_told_with_its_reason(script, client):
    broken = {**TOLD_WORKS, "permit_reference_number": "TW009-01", "start_date": "soon"}
    answer = ask(script, client, WORKS, "works", [TOLD_WORKS, broken])
    assert [one.reference for one in answer.records] == ["TW001-01"]
    (unread,) = answer.unread
    assert isinstance(unread, Unread)
    assert unread.reference == "TW009-01"
    assert "start_date" in unread.reason


def test_it_says_the_services_time_and_can_be_stopped(client):
    register = client.register
    assert isinstance(register, V1Register)
    assert (client.now() - register.now()).total_seconds() < 60
    with register.cancelling(lambda: False):
        pass


def test_works_that_changed_are_told_once(script, client):
    update = {
        "update_id": 1, "work_reference_number": "TW001", "event_type": "permit_granted",
        "object_type": "permit", "update_date_time": "2026-06-03T09:00:00Z",
    }  # fmt: skip
    penalty = {**update, "update_id": 2, "event_type": "fpn_added", "object_type": "fpn"}
    changed = client.register.changed_works(2)
    for _question in range(2):
        script.expect("GET", "/v1/reporting/works/updates", 200, [update, penalty])
    assert set(changed()) == {WorksChanged("TW001"), WorksChanged("TW001", Listing.PENALTIES)}
    assert set(changed()) == set()


@pytest.mark.parametrize(
    ("roles", "asked"),
    [
        (["Planner", "Contractor"], [[]]),
        (["HighwayAuthority"], [[]]),
        (["Contractor"], [["0098"], ["9831"]]),
    ],
)
def test_contractors_ask_for_the_changes_of_each_promoter(script, client, roles, asked):
    contracts = [{"name": f"P{code}", "organisation_reference": code} for code in ("0098", "9831")]
    user = {
        "email": "one@example.org", "roles": roles, "organisation_name": "Our Works Ltd",
        "organisation_reference": "0011", "contracts": contracts,
    }  # fmt: skip
    script.expect("GET", "/v1/party/users/one%40example.org", 200, user)
    client.learn_rights("one@example.org")
    for _feed in asked:
        script.expect("GET", "/v1/reporting/works/updates", 200, [])
    assert client.register.tells_changes
    assert client.register.changed_works(2)() == set()
    queries = [parse_qs(seen.query) for seen in script.seen if seen.path.endswith("updates")]
    assert [query.get("swa_code", []) for query in queries] == asked


def test_what_works_would_count_as(script, client):
    told = {
        "work_category": "colossal",
        "duration": {"calendar_days": 5, "working_days": 3},
        "validity_period_end_date": "2026-06-20T00:00:00.000Z",
        "is_early_start": True,
    }
    script.expect("GET", "/v1/work/permits/category", 200, told)
    question = CategoryQuestion("planned", *JUNE, needs_order=False)
    answer = client.register.category(question)
    assert (answer.category, answer.starts_early, answer.working_days) == ("colossal", True, 3)
    assert script.seen[-1].query == (
        "work_type=planned&proposed_start_date=2026-06-03T00%3A00%3A00.000Z"
        "&proposed_end_date=2026-06-17T00%3A00%3A00.000Z&is_ttro_required=false"
    )
    with pytest.raises(BadRequest):
        client.register.category(CategoryQuestion("nonsense", *JUNE))
