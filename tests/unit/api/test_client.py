"""The client's methods: what they send and give back."""

from datetime import date, datetime, timezone

import pytest
from street_works.plugin.api import StreetManager, errors
from street_works.plugin.api.v1.enums import OrganisationType, WorkType
from street_works.plugin.api.v1.models.work import WorkCreateRequest
from street_works.plugin.errors import StreetWorksError


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "ftp://example.org",
        "http://example.org",
        "http://192.168.0.1:8000",
        "https://",
        "https://user:secret@example.org",
        "https://example.org/?a=b",
        "https://example.org:port",
        "https://[::1",
    ],
)
def test_addresses_that_cannot_be_used(url):
    with pytest.raises(StreetWorksError) as caught:
        StreetManager(url)
    assert "secret" not in str(caught.value) + caught.value.detail


@pytest.mark.parametrize(
    "url", ["https://example.org", "http://127.0.0.1:80/", "http://localhost", "http://[::1]:8000"]
)
def test_addresses_that_can(url):
    client = StreetManager(url)
    assert client.base_url == url.rstrip("/")
    client.close()


def test_the_map_is_asked_by_box_and_days(script, client, works_feature):
    broken = {**works_feature, "geometry": None}
    body = {"type": "FeatureCollection", "features": [works_feature, broken]}
    script.expect("GET", "/v1/geojson/works", 200, body)
    answer = client.geojson.get_works_intersect_bounding_box(
        530000, 180000.5, 531000, 181000, date(2026, 6, 3), date(2026, 6, 17)
    )
    assert len(answer.features) == 1
    assert answer.refused[0].reference == "AB001-01"
    assert script.seen[0].query == (
        "minEasting=530000&minNorthing=180000.5&maxEasting=531000&maxNorthing=181000"
        "&start_date=2026-06-03T00%3A00%3A00.000Z&end_date=2026-06-17T00%3A00%3A00.000Z"
    )


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("get_activities_intersecting_bounds", "activities"),
        ("get_forward_plans_intersect_bounding_box", "forward-plans"),
        ("get_hs2_act_limits_intersecting_bounds", "hs2-act-limits"),
    ],
)
def test_the_other_layers(script, client, method, path):
    script.expect("GET", f"/v1/geojson/{path}", 200, {"type": "FeatureCollection", "features": []})
    assert getattr(client.geojson, method)(0, 0, 1, 1).features == []


def test_the_category_is_asked_with_all_that_is_known(script, client):
    body = {
        "work_category": "minor",
        "duration": {"calendar_days": 3, "working_days": 3},
        "validity_period_end_date": "2026-06-10T00:00:00Z",
        "is_early_start": False,
    }
    script.expect("GET", "/v1/work/permits/category", 200, body)
    answer = client.work.get_work_category(
        work_type=WorkType.PLANNED,
        proposed_start_date=date(2026, 6, 3),
        is_ttro_required=False,
    )
    assert answer.validity_period_end_date == datetime(2026, 6, 10, tzinfo=timezone.utc)
    assert script.seen[0].query == (
        "work_type=planned&proposed_start_date=2026-06-03T00%3A00%3A00.000Z&is_ttro_required=false"
    )


def test_submitting_sends_the_exact_body(script, client, application):
    body = {"work_reference_number": "AB001", "permit_reference_number": "AB001-01"}
    script.expect("POST", "/v1/work/works", 201, body)
    request = WorkCreateRequest.model_validate(application, context={"today": date(2026, 1, 1)})
    assert client.work.create_work(request).permit_reference_number == "AB001-01"
    assert script.seen[0].json() == request.body()


def test_references_are_quoted_in_paths(script, client):
    script.expect("GET", "/v1/work/works/A%2FB", 404)
    with pytest.raises(errors.NotFound):
        client.work.get_work("A/B")
    for missing in ("", "..", " "):
        with pytest.raises(errors.BadRequest):
            client.work.get_work(missing)


def test_files(script, client, tmp_path):
    plan = tmp_path / "plan.pdf"
    plan.write_bytes(b"%PDF-1.4")
    script.expect("POST", "/v1/work/files", 201, {"file_id": 7, "name": "plan.pdf"})
    assert client.work.upload_file(plan, swa_code="0010").file_id == 7
    assert script.seen[0].query == "swaCode=0010"
    assert b'filename="plan.pdf"' in script.seen[0].content
    assert b"%PDF-1.4" in script.seen[0].content
    headers = {"Content-Type": "application/pdf"}
    script.expect("GET", "/v1/work/files/7", 200, b"%PDF-1.4", headers=headers)
    download = client.work.get_file(7)
    assert (download.content, download.content_type) == (b"%PDF-1.4", "application/pdf")
    script.expect("GET", "/v1/work/files/7", 204)
    with pytest.raises(errors.NotFound):
        client.work.get_file(7)
    script.expect("DELETE", "/v1/work/files/7", 204)
    client.work.delete_file(7)


def test_files_that_cannot_be_sent(client, script, tmp_path):
    with pytest.raises(StreetWorksError):
        client.work.upload_file(tmp_path / "absent.pdf")
    with pytest.raises(StreetWorksError):
        client.work.upload_file(("big.pdf", b"x" * 10_000_001, "application/pdf"))
    assert script.seen == []


def test_parties(script, client):
    stream = {"status": "active", "prefix": "001", "name": "Main", "organisation_reference": "0010"}
    script.expect("GET", "/v1/party/organisations/0010/workstreams", 200, [stream])
    assert client.party.get_workstreams("0010")[0].prefix == "001"
    script.expect("GET", "/v1/party/organisations", 200, [])
    assert client.party.get_organisations(OrganisationType.HA, "shire") == []
    assert script.seen[1].query == "type=HA&query=shire"
    user = {"organisation_name": "A", "organisation_reference": "0010", "roles": None}
    script.expect("GET", "/v1/party/users/jo%40example.org", 200, user)
    assert client.party.get_user("jo@example.org").roles is None


def test_streets(script, client):
    script.expect("GET", "/v1/lookup/nsg/streets", 200, [])
    assert client.lookup.get_streets(530000.5, 180000) == []
    assert script.seen[0].query == "easting=530000.5&northing=180000"
    script.expect("GET", "/v1/lookup/nsg/search", 200, [])
    assert client.lookup.get_streets_by_query("High Street & more") == []
    assert script.seen[1].query == "query=High+Street+%26+more"
    script.expect("GET", "/v1/lookup/nsg/streets/8401234", 404)
    with pytest.raises(errors.NotFound):
        client.lookup.get_streets_by_usrn(8401234)


def test_health_needs_no_session(script, make_client):
    fresh = make_client()
    for api in ("work", "geojson", "lookup", "party"):
        script.expect("GET", f"/v1/{api}/status", 200, {})
        assert getattr(fresh, api).status()
    assert all("token" not in seen.headers for seen in script.seen)


@pytest.mark.direct
def test_headers_name_the_client(script, make_client):
    script.expect("GET", "/v1/work/status", 404)
    assert not make_client(user_agent="street-works/1").work.status()
    assert script.seen[0].headers["user-agent"] == "street-works/1"
