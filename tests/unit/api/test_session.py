"""Tokens: refreshed in time and once, shared by threads, shown nowhere."""

import base64
import html
import json
import logging
import threading
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest
from street_works.plugin.api import errors
from street_works.plugin.api.http.transport import Transport
from street_works.plugin.api.session import Session
from street_works.plugin.api.v1.contract import V1
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
    yield Session(transport, V1, clock)
    transport.close()


def web_token(issued, expires):
    claims = base64.urlsafe_b64encode(json.dumps({"iat": issued, "exp": expires}).encode())
    return f"x.{claims.decode().rstrip('=')}.x"


def same_again(script, reply):
    """A gateway that keeps answers: each refresh gives the token that was refused."""
    same = {"id_token": "id-token-1", "access_token": "access-token-1"}
    script.always = {
        ("GET", DURATION): lambda _: reply(401, FAILED),
        ("POST", "/v1/party/refresh"): lambda _: reply(200, same),
    }


def test_a_refresh_that_gives_the_same_token_is_made_once(script, client, reply):
    """It was repeated for ever, a hundred times a second."""
    same_again(script, reply)
    with pytest.raises(errors.NotSignedIn):
        client.work.calculate_duration()
    assert script.paths() == [f"GET {DURATION}", "POST /v1/party/refresh"]
    assert not client.signed_in


def test_threads_that_get_the_same_token_again_end_too(script, client, reply):
    same_again(script, reply)

    def ask(_):
        with pytest.raises(errors.NotSignedIn):
            client.work.calculate_duration()

    with ThreadPoolExecutor(10) as pool:
        list(pool.map(ask, range(10)))
    assert script.paths().count("POST /v1/party/refresh") <= 10


def test_an_old_token_that_comes_again_is_used_on(script, session, clock, reply):
    script.sign_in()
    session.sign_in("a@b.uk", "x")
    same_again(script, reply)
    clock.now += 50 * 60
    assert session.token() == session.token() == "id-token-1"
    assert script.paths().count("POST /v1/party/refresh") == 1


@pytest.mark.parametrize(
    "claims",
    [b'{"iat": 0, "exp": 1' + b"0" * 400 + b"}", b'{"iat": 0, "exp": 1e999}', b"[" * 50_000,
     b"[1]", b'{"iat": "a", "exp": []}', b"\xff\xfe"],
    ids=lambda one: one[:20],
)  # fmt: skip
def test_a_token_that_tells_nonsense_is_a_token(script, session, claims):
    token = f"x.{base64.urlsafe_b64encode(claims).decode()}.x"
    script.sign_in(idToken=token)
    session.sign_in("a@b.uk", "x")
    assert session.token() == token


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


def test_an_old_token_is_used_on_when_it_cannot_be_refreshed_now(script, session, clock):
    script.sign_in()
    session.sign_in("a@b.uk", "x")
    clock.now += 50 * 60
    script.expect("POST", "/v1/party/refresh", 503)
    assert session.token() == "id-token-1"
    clock.now += 29
    assert session.token() == "id-token-1"
    script.expect("POST", "/v1/party/refresh", 200, FRESH)
    clock.now += 2
    assert session.token() == "id-token-2"


def test_a_failed_refresh_is_tried_once_and_told_to_all_who_wait(script, session, reply):
    script.sign_in()
    session.sign_in("a@b.uk", "x")
    script.seen.clear()
    here = set()
    all_here = threading.Event()

    def refresh(_):
        assert all_here.wait(10)
        return reply(503)

    def note():
        here.add(threading.get_ident())
        if len(here) == 5:
            all_here.set()
        return False

    script.always = {("POST", "/v1/party/refresh"): refresh}

    def ask(_):
        with session._transport.cancelling(note), pytest.raises(errors.ServerFailed):
            session.token_after_refusal("id-token-1")

    with ThreadPoolExecutor(5) as pool:
        list(pool.map(ask, range(5)))
    assert script.paths() == ["POST /v1/party/refresh"]
    assert session.signed_in


def test_a_thread_that_is_cancelled_does_not_stop_those_that_wait(script, session, reply):
    script.sign_in()
    session.sign_in("a@b.uk", "x")
    leading, waiting = threading.Event(), threading.Event()
    asked = []

    def refresh(_):
        asked.append(1)
        return reply(200, FRESH)

    script.always = {("POST", "/v1/party/refresh"): refresh}

    def leader():
        # It is asked before sending: cancelled then, while the other waits already.
        def cancelled():
            leading.set()
            assert waiting.wait(10)
            return True

        with session._transport.cancelling(cancelled), pytest.raises(errors.Cancelled):
            session.token_after_refusal("id-token-1")

    def follower():
        assert leading.wait(10)
        with session._transport.cancelling(lambda: bool(waiting.set())):
            return session.token_after_refusal("id-token-1")

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.submit(leader), pool.submit(follower)
        first.result(10)
        assert second.result(10) == "id-token-2"
    assert asked == [1]


def test_signing_out_while_a_refresh_is_under_way_is_not_undone_by_it(script, client, reply):
    under_way, go_on = threading.Event(), threading.Event()

    def refresh(_):
        under_way.set()
        go_on.wait(10)
        return reply(200, FRESH)

    script.lock = threading.Semaphore(10)
    script.always = {
        ("GET", DURATION): lambda _: reply(401, FAILED),
        ("POST", "/v1/party/refresh"): refresh,
        ("POST", "/v1/party/logout"): lambda _: reply(204),
    }
    told = []

    def ask():
        try:
            client.work.calculate_duration()
        except errors.NotSignedIn as error:
            told.append(error)

    asking = threading.Thread(target=ask)
    asking.start()
    assert under_way.wait(10)
    client.sign_out()
    assert not client.signed_in
    go_on.set()
    asking.join(10)
    assert len(told) == 1
    assert not client.signed_in


def test_sessions_do_not_know_of_each_other(script, make_client):
    first, second = make_client(), make_client()
    for number, one in enumerate((first, second)):
        script.sign_in(idToken=f"token-{number}", organisationReference=f"000{number}")
        one.sign_in(f"{number}@b.uk", "x")
    script.expect("GET", DURATION, 200, DAYS)
    first.work.calculate_duration()
    script.expect("GET", DURATION, 200, DAYS)
    second.work.calculate_duration()
    assert [seen.headers.get("token") for seen in script.seen[2:]] == ["token-0", "token-1"]
    assert (first.organisation_reference, second.organisation_reference) == ("0000", "0001")
    script.expect("POST", "/v1/party/logout", 204)
    first.sign_out()
    assert second.signed_in


INITIAL, SET = "/v1/work/authenticate/initial", "/v1/party/set-password"
FIRST = {
    "idToken": "id-token-1",
    "accessToken": "access-token-1",
    "refreshToken": "refresh-token-1",
    "organisationReference": "7347",
}


def test_a_temporary_password_is_replaced_and_one_is_signed_in(script, make_client):
    script.expect("POST", "/v1/work/authenticate", 307, headers={"Location": INITIAL})
    script.expect("POST", INITIAL, 200, {"sessionToken": "session-token"})
    script.expect("POST", SET, 200, FIRST)
    fresh = make_client()
    with pytest.raises(errors.TemporaryPassword) as caught:
        fresh.sign_in("a@b.uk", "temporary")
    assert "new password" in caught.value.advice
    fresh.set_first_password(" a@b.uk ", "temporary", "my own")
    assert [seen.json() for seen in script.seen[1:]] == [
        {"emailAddress": "a@b.uk", "password": "temporary"},
        {"email": "a@b.uk", "password": "my own", "token": "session-token"},
    ]
    assert all("token" not in seen.headers for seen in script.seen)
    assert fresh.signed_in
    assert fresh.organisation_reference == "7347"


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (401, errors.NotSignedIn),
        (412, errors.AccountSuspended),
        (423, errors.AccountLocked),
        (500, errors.ServerFailed),
    ],
)
def test_a_first_sign_in_that_is_refused(script, make_client, status, expected):
    script.expect("POST", INITIAL, status, {"message": "no: temporary"})
    with pytest.raises(expected) as caught:
        make_client().set_first_password("a@b.uk", "temporary", "my own")
    assert "temporary" not in shown(caught.value)


def test_a_new_password_that_does_not_suit(script, make_client):
    script.expect("POST", INITIAL, 200, {"sessionToken": "session-token"})
    script.expect("POST", SET, 400, {"fields": {"password": ["my own is too short"]}})
    fresh = make_client()
    with pytest.raises(errors.BadRequest) as caught:
        fresh.set_first_password("a@b.uk", "temporary", "my own")
    assert list(caught.value.fields) == ["password"]
    text = shown(caught.value) + str(caught.value.fields)
    assert [one for one in ("my own", "session-token") if one in text] == []
    assert not fresh.signed_in


def test_a_new_password_whose_answer_is_lost_may_be_set(script, make_client):
    script.expect("POST", INITIAL, 200, {"sessionToken": "session-token"})
    script.expect("POST", SET, 200, FIRST, cut=-1)
    with pytest.raises(errors.OutcomeUnknown) as caught:
        make_client().set_first_password("a@b.uk", "temporary", "my own")
    assert "new password" in caught.value.advice


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
    """All that an error tells, and all that it holds on to."""
    return " ".join(
        (str(error), repr(error), error.message, error.advice, error.detail, held(error))
    )


def held(error):
    told = []
    while error := error.__cause__ or error.__context__:
        request = getattr(error, "request", None)
        told += [repr(error), repr(vars(error)), repr(getattr(error, "doc", ""))]
        told += [repr(request.headers), repr(request.body)] if request is not None else []
    return " ".join(told)


PASSWORD = 'pä"ss\\wörd/1'


@pytest.mark.parametrize(
    "echo",
    [
        json.dumps(PASSWORD), json.dumps(PASSWORD, ensure_ascii=False),
        json.dumps(PASSWORD).replace("u00e4", "u00E4").replace("/", "\\/"),
        json.dumps(json.dumps(PASSWORD)), html.escape(PASSWORD), quote(PASSWORD), PASSWORD,
        quote(PASSWORD, safe="").lower(),
    ],
)  # fmt: skip
def test_a_password_is_hidden_however_it_is_written(script, make_client, echo):
    """One that was echoed with JSON's escapes stayed in the detail."""
    script.expect("POST", "/v1/work/authenticate", 400, f"you sent {echo}".encode())
    with pytest.raises(errors.BadRequest) as caught:
        make_client().sign_in("planner@example.org", PASSWORD)
    assert "you sent" in caught.value.detail
    assert "rd" not in caught.value.detail.partition("you sent")[2]


@pytest.mark.parametrize(("status", "cut"), [(200, -1), (200, 5), (200, None), (599, None)])
def test_an_error_does_not_hold_on_to_token_or_password(script, make_client, client, status, cut):
    """The request, with both in it, was the cause of the error for a lost connection."""
    body = b'{"broken": ["id-token-1 open sesame"'
    for _ in range(3 if cut is not None else 1):
        script.expect("GET", DURATION, status, body, cut=cut)
    with pytest.raises(errors.ApiError) as caught:
        client.work.calculate_duration()
    assert [secret for secret in SECRETS if secret in held(caught.value)] == []
    script.wrong.clear()  # Qt may have asked more often
    script.expect("POST", "/v1/work/authenticate", status, body, cut=cut)
    with pytest.raises(errors.ApiError) as caught:
        make_client().sign_in("planner@example.org", "open sesame")
    assert "open sesame" not in shown(caught.value)


@pytest.mark.parametrize("email", ["\ud800@b.uk", "a@b.uk", None, 5, b"a@b.uk", "", " "])
@pytest.mark.parametrize("password", ["\ud800open sesame", None, 5, ""])
def test_what_nobody_can_sign_in_with_stays_in_the_family(make_client, script, email, password):
    """The error that left it held the password."""
    fresh = make_client()
    for sign_in in (
        lambda: fresh.sign_in(email, password),
        lambda: fresh.set_first_password(email, password, "new"),
    ):
        with pytest.raises(StreetWorksError) as caught:
            sign_in()
        assert "open sesame" not in shown(caught.value)
    assert script.seen == []


def test_cookies_of_one_account_do_not_go_with_the_next(script, client):
    headers = {"Set-Cookie": "who=the-first; Path=/"}
    script.expect("GET", DURATION, 200, DAYS, headers=headers)
    client.work.calculate_duration()
    script.expect("POST", "/v1/party/logout", 204)
    client.sign_out()
    script.sign_in()
    client.sign_in("next@example.org", "x")
    assert all("cookie" not in seen.headers for seen in script.seen)


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
