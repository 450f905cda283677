"""What the statuses and bodies of the service become."""

import time

import pytest
from street_works.plugin.api import errors
from street_works.plugin.api.calling.faults import faults
from street_works.plugin.api.v1.models.party import UserForgotPasswordRequest
from street_works.plugin.api.v1.models.reporting import PermitSearchRequest

DURATION = "/v1/work/duration"
FAILED = {"message": "Authentication failed", "error": {"status": 401}}
RESTRICTED = {"message": "Access restricted", "error": {"status": 401}}


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (400, {"message": "Bad Request"}, errors.BadRequest),
        (405, None, errors.BadRequest),
        (401, RESTRICTED, errors.AccessRestricted),
        (403, None, errors.AccessRestricted),
        (404, None, errors.NotFound),
        (409, None, errors.Conflict),
        (412, {"message": "Not now"}, errors.PreconditionFailed),
        (423, None, errors.AccountLocked),
        (418, None, errors.BadRequest),
        (501, None, errors.ServerFailed),
        (307, None, errors.NotTheContract),
        (400, b"<html>no</html>", errors.BadRequest),
    ],
)
def test_each_status_has_its_error(script, client, status, body, expected):
    script.expect("GET", DURATION, status, body)
    with pytest.raises(expected) as caught:
        client.work.calculate_duration()
    assert type(caught.value) is expected
    assert caught.value.status == status
    assert caught.value.message
    assert f"HTTP {status}" in caught.value.detail


@pytest.mark.parametrize(
    ("status", "body", "expected"),
    [
        (401, FAILED, errors.NotSignedIn),
        (307, None, errors.TemporaryPassword),
        (412, None, errors.AccountSuspended),
        (423, None, errors.AccountLocked),
        (400, None, errors.BadRequest),
        (500, None, errors.ServerFailed),
        (200, b"<html>Log in to the wi-fi</html>", errors.NotJson),
        (200, [], errors.NotTheContract),
        (200, {}, errors.NotSignedIn),
    ],
)
def test_sign_in_has_its_own(script, make_client, status, body, expected):
    script.expect("POST", "/v1/work/authenticate", status, body)
    fresh = make_client()
    with pytest.raises(expected):
        fresh.sign_in("planner@example.org", "open sesame")
    assert not fresh.signed_in


def test_a_temporary_passwords_redirect_is_not_followed(script, make_client):
    headers = {"Location": f"{script.url}/v1/work/authenticate/initial"}
    script.expect("POST", "/v1/work/authenticate", 307, headers=headers)
    with pytest.raises(errors.TemporaryPassword):
        make_client().sign_in("planner@example.org", "open sesame")
    assert len(script.seen) == 1


def test_403_from_the_map_means_too_many(script, client):
    script.expect("GET", "/v1/geojson/works", 403)
    with pytest.raises(errors.TooManyFeatures):
        client.geojson.get_works_intersect_bounding_box(0, 0, 1, 1)


@pytest.mark.parametrize(
    "body", [b"<html>hello</html>", b'{"calendar_days": 3, "work', b"", b"[" * 100_000]
)
def test_what_is_no_json_is_told(script, client, body):
    script.expect("GET", DURATION, 200, body)
    with pytest.raises(errors.NotJson) as caught:
        client.work.calculate_duration()
    assert len(caught.value.detail) < 5000


PAGE = {"Content-Type": "text/html"}


def test_too_many_requests(script, client):
    for _ in range(3):
        script.expect("GET", DURATION, 429)
    with pytest.raises(errors.RateLimited) as caught:
        client.work.calculate_duration()
    assert caught.value.may_retry
    assert caught.value.retry_after is None


def test_an_answer_without_a_body_is_good(script, client):
    script.expect("DELETE", "/v1/work/files/7", 204)
    assert client.work.delete_file(7) is None


def test_a_change_answered_by_a_web_page_is_open(script, client):
    """A network's log-in page says 200 to everything."""
    script.expect("DELETE", "/v1/work/files/7", 200, b"<html>Log in</html>", headers=PAGE)
    with pytest.raises(errors.OutcomeUnknown):
        client.work.delete_file(7)


def test_a_web_page_is_no_good_health(script, client):
    script.expect("GET", "/v1/work/status", 200, b"<html>Log in</html>", headers=PAGE)
    assert not client.work.status()


def test_a_search_is_sent_but_once_and_leaves_nothing_open(script, client):
    script.expect("POST", "/v1/reporting/permits/search", 503)
    request = PermitSearchRequest(work_reference_numbers=["AB001"])
    with pytest.raises(errors.ServerFailed):
        client.reporting.get_permit_summaries(request)
    script.expect("POST", "/v1/reporting/permits/search", 200, [], cut=-1)
    with pytest.raises(errors.NoNetwork):
        client.reporting.get_permit_summaries(request)


def test_what_is_needed_is_asked_for_before_sending(script, client):
    with pytest.raises(errors.BadRequest) as caught:
        client.lookup.get_streets_by_query(None)
    assert list(caught.value.fields) == ["query"]
    assert script.seen == []


def test_an_operation_without_roles_needs_no_session(script, make_client):
    script.expect("POST", "/v1/party/forgot-password", 204)
    make_client().party.forgot_password(UserForgotPasswordRequest(email="a@b.uk"))
    assert "token" not in script.seen[0].headers


def test_json_of_another_contract_names_the_field(script, client):
    script.expect("GET", DURATION, 200, {"calendar_days": 3, "working_days": "many"})
    with pytest.raises(errors.NotTheContract) as caught:
        client.work.calculate_duration()
    assert "working_days" in caught.value.message


def test_a_bad_request_gives_messages_by_field(script, client):
    body = {"message": "Bad Request", "details": [{"field": "usrn", "message": "No such street"}]}
    script.expect("GET", DURATION, 400, body)
    with pytest.raises(errors.BadRequest) as caught:
        client.work.calculate_duration()
    assert caught.value.fields == {"": ["Bad Request"], "usrn": ["No such street"]}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (None, {}),
        (5, {}),
        ("Not a date", {"": ["Not a date"]}),
        (["a", "b", "a"], {"": ["a", "b"]}),
        ({"message": "Bad", "error": {"status": 400}}, {"": ["Bad"]}),
        ({"error": "Bad"}, {"": ["Bad"]}),
        ({"errors": {"usrn": ["a", "b"]}}, {"usrn": ["a", "b"]}),
        ({"fields": {"usrn": "a"}}, {"usrn": ["a"]}),
        ({"error": {"details": [{"path": "usrn", "msg": "a"}]}}, {"usrn": ["a"]}),
        ({"detail": [{"loc": ["body", "usrn"], "msg": "a", "type": "b"}]}, {"usrn": ["a"]}),
        (
            {"errors": [{"property": "usrn", "constraints": {"isInt": "a", "max": "b"}}]},
            {"usrn": ["a", "b"]},
        ),
        ({"usrn": ["a"], "unrelated": ["b"]}, {"usrn": ["a"]}),
        ({"status": 400, "timestamp": "now"}, {}),
    ],
)
def test_error_bodies_are_read_wherever_messages_sit(body, expected):
    assert faults(body, frozenset({"usrn"})) == expected


def test_a_hostile_error_body_ends():
    body = "deep"
    for _ in range(500):
        body = {"error": body}
    assert faults(body) == {}


@pytest.mark.parametrize(
    "body",
    [
        {"errors": [f"message {number}" for number in range(60_000)]},
        {"errors": {f"field{number}": [f"message {number}"] for number in range(60_000)}},
        {"errors": [{"field": "usrn", "message": f"message {number}"} for number in range(60_000)]},
        {"message": "x" * 20_000_000},
        {"errors": {"y" * 10_000_000: "x"}},
    ],
    ids=["list", "fields", "objects", "long", "long name"],
)
def test_a_flood_of_messages_is_read_in_no_time(script, client, body):
    """60,000 messages took fifty seconds."""
    script.expect("GET", DURATION, 400, body)
    before = time.process_time()
    with pytest.raises(errors.BadRequest) as caught:
        client.work.calculate_duration()
    assert time.process_time() - before < 5
    told = [message for said in caught.value.fields.values() for message in said]
    assert 0 < len(told) <= 200
    assert max(map(len, [*told, *caught.value.fields, caught.value.advice])) < 5_000


def test_an_answer_that_is_wrong_as_a_whole_is_told_without_a_name(script, client):
    """It said: promises: : This must be a list."""
    script.expect("GET", "/v1/reporting/geographical-areas", 200, {"a": 1})
    with pytest.raises(errors.NotTheContract, match="promises: This must be a list"):
        client.reporting.get_geographical_areas()


def test_half_a_character_in_an_answer_is_replaced(script, client):
    """Neither a file nor a database could have held it."""
    said = b'"said": ["a\\ud800b", "\\ud83d\\ude00", "\\\\ud800"]'
    script.expect("GET", DURATION, 200, b'{"calendar_days": 3, "working_days": 2, %b}' % said)
    answer = client.work.calculate_duration()
    assert answer.said == ["a\ufffdb", "\U0001f600", "\\ud800"]
    assert answer.model_dump_json()
