"""Tokens: refreshed in time and once, shared by threads, shown nowhere."""

import base64
import json
import logging
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from street_works.plugin.api import errors
from street_works.plugin.api.session import Session
from street_works.plugin.api.transport import Transport
from street_works.plugin.errors import StreetWorksError

DURATION = "/v1/work/duration"
DAYS = {"calendar_days": 3, "working_days": 2}
FAILED = {"message": "Authentication failed", "error": {"status": 401}}
RESTRICTED = {"message": "Access restricted", "error": {"status": 401}}
FRESH = {"id_token": "id-token-2", "access_token": "access-token-2"}
SECRETS = ("id-token", "access-token", "refresh-token", "open sesame")


class Clock:
    def __init__(self):
        self.now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def session(script, clock):
    transport = Transport(script.url)
    yield Session(transport, clock)
    transport.close()


def web_token(issued, expires):
    claims = base64.urlsafe_b64encode(json.dumps({"iat": issued, "exp": expires}).encode())
    return f"x.{claims.decode().rstrip('=')}.x"


def test_signing_in_sends_the_contracts_body(script, make_client):
    script.sign_in()
    fresh = make_client()
    answer = fresh.sign_in(" planner@example.org ", " spaces count ")
    assert fresh.signed_in
    assert fresh.organisation_reference == answer.organisation_reference == "7347"
    seen = script.seen[0]
    assert seen.json() == {"emailAddress": "planner@example.org", "password": " spaces count "}
    assert "token" not in seen.headers


def test_the_id_token_goes_into_its_header(script, client):
    script.expect("GET", DURATION, 200, DAYS)
    client.work.calculate_duration()
    assert script.seen[0].headers["token"] == "id-token-1"
    assert "authorization" not in script.seen[0].headers


def test_without_a_session_nothing_is_sent(script, make_client):
    with pytest.raises(errors.NotSignedIn):
        make_client().work.calculate_duration()
    with pytest.raises(errors.NotSignedIn):
        make_client().sign_in("", "x")
    assert script.seen == []


def test_a_token_that_ended_is_refreshed_once(script, client):
    script.expect("GET", DURATION, 401, FAILED)
    script.expect("POST", "/v1/party/refresh", 200, FRESH)
    script.expect("GET", DURATION, 200, DAYS)
    client.work.calculate_duration()
    assert script.seen[1].json() == {"refresh_token": "refresh-token-1"}
    assert script.seen[2].headers["token"] == "id-token-2"


def test_a_second_401_is_told(script, client):
    script.expect("GET", DURATION, 401, FAILED)
    script.expect("POST", "/v1/party/refresh", 200, FRESH)
    script.expect("GET", DURATION, 401, FAILED)
    with pytest.raises(errors.NotSignedIn):
        client.work.calculate_duration()


def test_restricted_access_is_never_refreshed(script, client):
    script.expect("GET", DURATION, 401, RESTRICTED)
    with pytest.raises(errors.AccessRestricted):
        client.work.calculate_duration()
    assert client.signed_in


@pytest.mark.parametrize("status", [400, 401])
def test_a_refused_refresh_ends_the_session(script, client, status):
    script.expect("GET", DURATION, 401, FAILED)
    script.expect("POST", "/v1/party/refresh", status, FAILED)
    for _ in range(2):
        with pytest.raises(errors.NotSignedIn):
            client.work.calculate_duration()
    assert not client.signed_in


def test_a_refresh_that_fails_otherwise_keeps_the_session(script, client):
    script.expect("GET", DURATION, 401, FAILED)
    script.expect("POST", "/v1/party/refresh", 503)
    with pytest.raises(errors.ServerFailed):
        client.work.calculate_duration()
    assert client.signed_in


def test_tokens_are_refreshed_before_they_end(script, session, clock):
    script.sign_in()
    session.sign_in("a@b.uk", "x")
    clock.now += 49 * 60
    assert session.token() == "id-token-1"
    script.expect("POST", "/v1/party/refresh", 200, FRESH)
    clock.now += 61
    assert session.token() == "id-token-2"
    assert session.token() == "id-token-2"


def test_a_tokens_own_lifetime_counts(script, session, clock):
    script.sign_in(idToken=web_token(0, 60))
    session.sign_in("a@b.uk", "x")
    script.expect("POST", "/v1/party/refresh", 200, FRESH)
    clock.now += 51
    assert session.token() == "id-token-2"


def test_twenty_threads_share_one_refresh(script, client, reply):
    together = threading.Barrier(20, timeout=20)
    refreshes = []

    def duration(seen):
        good = seen.headers["token"] == "id-token-2"
        return reply(200, DAYS) if good else reply(401, FAILED)

    def refresh(seen):
        refreshes.append(seen)
        return reply(200, FRESH)

    script.always = {("GET", DURATION): duration, ("POST", "/v1/party/refresh"): refresh}

    def ask(_):
        together.wait()
        return client.work.calculate_duration().working_days

    with ThreadPoolExecutor(20) as pool:
        assert list(pool.map(ask, range(20))) == [2] * 20
    assert len(refreshes) == 1


def test_signing_out_tells_the_service_and_forgets(script, client):
    script.expect("POST", "/v1/party/logout", 204)
    client.sign_out()
    assert script.seen[0].json() == {"access_token": "access-token-1"}
    assert not client.signed_in
    assert client.organisation_reference is None
    client.sign_out()
    assert len(script.seen) == 1


def test_signing_out_forgets_even_when_it_fails(script, client):
    script.expect("POST", "/v1/party/logout", 500)
    with pytest.raises(errors.ServerFailed):
        client.sign_out()
    assert not client.signed_in


def shown(error):
    return " ".join((str(error), repr(error), error.message, error.advice, error.detail))


@pytest.mark.parametrize("status", [200, 400, 401, 404, 500])
def test_no_secret_is_shown_when_the_service_repeats_it(script, make_client, caplog, status):
    caplog.set_level(logging.DEBUG)
    body = {
        "message": "bad open sesame",
        "password": "open sesame",
        "idToken": ["id-token-1"],
        "accessToken": "access-token-1",
        "refreshToken": "refresh-token-1",
    }
    script.expect("POST", "/v1/work/authenticate", status, body)
    fresh = make_client()
    with pytest.raises(StreetWorksError) as caught:
        fresh.sign_in("planner@example.org", "open sesame")
    text = shown(caught.value) + caplog.text + repr(fresh)
    assert [secret for secret in SECRETS if secret in text] == []


def test_no_token_is_shown_by_the_client_or_its_errors(script, client, caplog):
    caplog.set_level(logging.DEBUG)
    echo = {"message": "you sent id-token-1"}
    script.expect("GET", DURATION, 400, echo)
    with pytest.raises(errors.BadRequest) as caught:
        client.work.calculate_duration()
    text = " ".join((shown(caught.value), repr(client), repr(client._session), caplog.text))
    assert [secret for secret in SECRETS if secret in text] == []
    assert [secret for secret in SECRETS if secret in str(caught.value.fields)] == []
