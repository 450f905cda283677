"""What is repeated, what never is, and what each failure becomes."""

import gzip
import re
import socket
import threading
import time
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from street_works.plugin.api import errors
from street_works.plugin.api.http import receiving, transport
from street_works.plugin.api.http.pace import Pace
from street_works.plugin.api.http.sending import to_send
from street_works.plugin.api.http.transport import Retries
from street_works.plugin.api.http.waiting import retry_after
from street_works.plugin.api.v1.models.work import WorkCreateRequest
from street_works.plugin.errors import StreetWorksError

DURATION = "/v1/work/duration"
DAYS = {"calendar_days": 3, "working_days": 2}
CREATED = {"work_reference_number": "AB001", "permit_reference_number": "AB001-01"}


@pytest.fixture
def request_for_works(application):
    # Far enough ahead to be no past date on any day that the tests run.
    dates = {"proposed_start_date": "2095-06-03", "proposed_end_date": "2095-06-05"}
    return WorkCreateRequest(**{**application, **dates})


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_reading_is_repeated_while_the_service_is_busy(script, client, status):
    script.expect("GET", DURATION, status)
    script.expect("GET", DURATION, status)
    script.expect("GET", DURATION, 200, DAYS)
    assert client.work.calculate_duration().working_days == 2
    ids = {seen.headers["x-request-id"] for seen in script.seen}
    assert len(ids) == 3


def test_reading_is_tried_three_times_at_most(script, client):
    for _ in range(3):
        script.expect("GET", DURATION, 503)
    with pytest.raises(errors.ServerFailed) as caught:
        client.work.calculate_duration()
    assert caught.value.status == 503
    assert caught.value.may_retry


@pytest.mark.parametrize("cut", [-1, 5])
def test_reading_is_repeated_when_cut_off(script, client, cut):
    script.expect("GET", DURATION, 200, DAYS, cut=cut)
    script.expect("GET", DURATION, 200, DAYS)
    assert client.work.calculate_duration().calendar_days == 3


def test_a_body_cut_off_every_time_is_told(script, client):
    for _ in range(3):
        script.expect("GET", DURATION, 200, DAYS, cut=5)
    with pytest.raises(errors.NotJson):
        client.work.calculate_duration()


@pytest.mark.parametrize("status", [400, 401, 404, 409, 412])
def test_refusals_are_not_repeated(script, make_client, status):
    script.expect("POST", "/v1/work/authenticate", status)
    with pytest.raises(errors.ApiError):
        make_client().sign_in("a@b.uk", "x")
    assert len(script.seen) == 1


@pytest.mark.parametrize("status", [408, 429, 500, 501, 502, 503, 504, 507, 520, 599])
def test_a_submission_is_never_repeated(script, client, request_for_works, status):
    """Where the service failed it may be there, so that nobody may say: try again later."""
    script.expect("POST", "/v1/work/works", status, {"message": "broken"})
    with pytest.raises((errors.OutcomeUnknown, errors.RateLimited)) as caught:
        client.work.create_work(request_for_works)
    assert script.paths() == ["POST /v1/work/works"]
    assert caught.value.status == status
    if status != 429:
        assert type(caught.value) is errors.OutcomeUnknown
        assert "before sending it again" in caught.value.advice
    assert not caught.value.may_retry


@pytest.mark.parametrize(
    ("status", "body", "cut"),
    [
        (201, CREATED, -1),
        (201, CREATED, 10),
        (201, b"<html>saved</html>", None),
        (201, b"", None),
        (201, {"work_reference_number": "AB001"}, None),
        (502, b"<html>bad gateway</html>", None),
        (504, b"", None),
    ],
)
def test_a_submission_whose_answer_is_lost_is_open(
    script, client, request_for_works, status, body, cut
):
    script.expect("POST", "/v1/work/works", status, body, cut=cut)
    with pytest.raises(errors.OutcomeUnknown) as caught:
        client.work.create_work(request_for_works)
    assert not caught.value.may_retry
    assert script.paths() == ["POST /v1/work/works"]


def test_a_submission_that_times_out_is_open(script, make_client, request_for_works):
    script.sign_in()
    hasty = make_client(timeout=0.2)
    hasty.sign_in("a@b.uk", "x")
    release = threading.Event()
    script.expect("POST", "/v1/work/works", 201, CREATED, hold=release)
    with pytest.raises(errors.OutcomeUnknown):
        hasty.work.create_work(request_for_works)
    release.set()


@pytest.mark.direct
def test_a_submission_that_was_never_sent_says_so(script, client, request_for_works):
    script.stop()
    with pytest.raises(errors.NoNetwork) as caught:
        client.work.create_work(request_for_works)
    assert caught.value.may_retry


def test_an_unknown_host_is_no_network(make_client):
    with pytest.raises(errors.NoNetwork):
        make_client("https://street-works.invalid", timeout=5).work.status()


def test_a_slow_answer_times_out(script, make_client):
    release = threading.Event()
    script.expect("GET", "/v1/work/status", 200, {}, hold=release)
    hasty = make_client(timeout=0.2, retries=Retries(tries=1))
    with pytest.raises(errors.TimedOut):
        hasty.work.status()
    release.set()


def test_an_answer_that_trickles_in_is_given_up(script, make_client):
    body = b'{"calendar_days": 3, "padding": "' + b"x" * 1000 + b'"}'
    script.expect("GET", "/v1/work/status", 200, body, drip=0.05)
    hasty = make_client(timeout=0.15, retries=Retries(tries=1))
    with pytest.raises(errors.TimedOut):
        hasty.work.status()


def test_a_submission_whose_answer_trickles_in_is_open(script, make_client, request_for_works):
    script.sign_in()
    hasty = make_client(timeout=0.15)
    hasty.sign_in("a@b.uk", "x")
    script.expect("POST", "/v1/work/works", 201, CREATED, drip=0.1)
    with pytest.raises(errors.OutcomeUnknown):
        hasty.work.create_work(request_for_works)


def test_a_service_without_tls_is_told(script, make_client):
    port = script.url.rsplit(":", maxsplit=1)[-1]
    with pytest.raises(errors.ApiError):
        make_client(f"https://127.0.0.1:{port}", retries=Retries(tries=1)).work.status()
    script.wrong.clear()


def test_an_endless_answer_is_not_taken(script, client, monkeypatch):
    monkeypatch.setattr(receiving, "LARGEST_ANSWER", 100)
    script.expect("GET", DURATION, 200, {**DAYS, "padding": "x" * 200})
    with pytest.raises(errors.NotJson) as caught:
        client.work.calculate_duration()
    assert not caught.value.may_retry


def test_a_long_wait_is_left_to_the_planner(script, client):
    script.expect("GET", DURATION, 429, headers={"Retry-After": "3600"})
    with pytest.raises(errors.RateLimited) as caught:
        client.work.calculate_duration()
    assert caught.value.retry_after == 3600
    assert "3600" in caught.value.advice


def test_a_short_wait_is_kept(script, client, monkeypatch):
    waits = []
    monkeypatch.setattr(transport.Transport, "pause", lambda self, seconds: waits.append(seconds))
    script.expect("GET", DURATION, 429, headers={"Retry-After": "1"})
    script.expect("GET", DURATION, 200, DAYS)
    client.work.calculate_duration()
    assert waits == [1.0]


def test_waits_may_grow_up_to_the_cap_and_are_drawn_by_lot(script, make_client, monkeypatch):
    drawn, waits = [], []
    monkeypatch.setattr(
        transport.random, "uniform", lambda low, high: drawn.append((low, high)) or high
    )
    monkeypatch.setattr(transport.Transport, "pause", lambda self, seconds: waits.append(seconds))
    patient = make_client(retries=Retries(tries=5, first_wait=1.0, longest_wait=3.0))
    for _ in range(5):
        script.expect("GET", "/v1/work/status", 503)
    assert not patient.work.status()
    assert waits == [1.0, 2.0, 3.0, 3.0]
    assert {low for low, _ in drawn} == {0.0}


def test_a_retry_after_above_the_cap_is_not_waited_for_whatever_the_status(script, make_client):
    script.expect("GET", "/v1/work/status", 503, headers={"Retry-After": "60"})
    assert not make_client().work.status()
    assert len(script.seen) == 1


def test_retry_after_is_read_as_seconds_or_moment():
    moment = format_datetime(datetime.now(timezone.utc) + timedelta(seconds=90), usegmt=True)
    assert retry_after({"Retry-After": "7"}) == 7
    assert 60 < retry_after({"Retry-After": moment}) <= 90
    assert retry_after({"Retry-After": "Mon, 01 Jan 2024 00:00:00 GMT"}) == 0
    assert retry_after({"Retry-After": "soon"}) is None
    assert retry_after({}) is None


def http_date(**ahead):
    return format_datetime(datetime.now(timezone.utc) + timedelta(**ahead), usegmt=True)


@pytest.mark.parametrize("hours", [-30, -2, 2, 30])
def test_a_moment_to_come_back_at_goes_by_the_services_clock(script, client, hours):
    """Ours may be wrong by hours: it made an hour of a minute, or nothing."""
    headers = {"Date": http_date(hours=hours), "Retry-After": http_date(hours=hours, seconds=90)}
    script.expect("GET", DURATION, 429, headers=headers)
    with pytest.raises(errors.RateLimited) as caught:
        client.work.calculate_duration()
    assert 80 <= caught.value.retry_after <= 91


@pytest.mark.parametrize(
    "absurd",
    ["9" * 20, "9" * 400, "9" * 5000, "Fri, 31 Dec 2999 23:59:59 GMT",
     "Fri, 31 Dec 9999 23:59:59 -2359", "Sat, 01 Jan 0001 00:00:00 +2359"],
    ids=lambda one: one[:30],
)  # fmt: skip
def test_an_absurd_wait_is_told_but_holds_nobody_for_long(script, make_client, absurd):
    """It held every client of the host for ever, even from signing in."""
    seconds = [1000.0]
    pace = Pace(clock=lambda: seconds[0], sleep=lambda some: seconds.append(seconds.pop() + some))
    client = make_client(pace=pace)
    script.expect("GET", "/v1/work/status", 429, headers={"Retry-After": absurd})
    if absurd.endswith("2359"):
        script.expect("GET", "/v1/work/status", 429, headers={"Retry-After": absurd})
        script.expect("GET", "/v1/work/status", 429, headers={"Retry-After": absurd})
    assert not client.work.status()
    seconds[0] += 300
    script.sign_in()
    make_client(pace=pace).sign_in("a@b.uk", "x")


@pytest.mark.parametrize(
    "moment",
    ["Fri, 31 Dec 9999 23:59:59 -2359", "Sat, 01 Jan 0001 00:00:00 +2359", "Mon, 99 Foo 10000",
     "Thu, 01 Jan 1970 00:00:00 GMT", "\xff", "", "1", "Mon, 01 Jan 2024 25:61:61 GMT",
     "Mon, 01 Jan 2024 00:00:00 +9999999999"],
    ids=lambda one: one[:30],
)  # fmt: skip
def test_an_absurd_date_tells_no_time(script, client, moment):
    script.expect("GET", DURATION, 200, DAYS, headers={"Date": moment})
    assert client.work.calculate_duration().working_days == 2
    assert abs(client.now() - datetime.now(timezone.utc)) < timedelta(minutes=5)


@pytest.mark.direct
def test_the_service_may_pause_for_the_whole_time_limit_while_a_file_goes_up(monkeypatch):
    """The limit to connect, ten seconds, held for sending too."""
    monkeypatch.setattr(transport, "LONGEST_CONNECT", 0.3)
    with socket.socket() as listening:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        listening.bind(("127.0.0.1", 0))
        listening.listen()

        def slow():
            connection, _ = listening.accept()
            time.sleep(1.5)  # nothing is read: the client's buffers are full long before
            content = b""
            while b"\r\n\r\n" not in content:
                content += connection.recv(65_536)
            head, _, rest = content.partition(b"\r\n\r\n")
            length = int(re.search(rb"content-length: (\d+)", head.lower())[1])
            left = length - len(rest)
            while left:
                left -= len(connection.recv(65_536))
            connection.sendall(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
            connection.close()

        thread = threading.Thread(target=slow)
        thread.start()
        sender = transport.Transport(f"http://127.0.0.1:{listening.getsockname()[1]}", timeout=20)
        file = to_send(("a.bin", b"x" * 10_000_000, "a/b"))
        assert sender.send(transport.Call("POST", "/v1/work/files", file=file)).status == 204
        sender.close()
        thread.join()


@pytest.mark.direct
@pytest.mark.parametrize("proxy", ["http://u:p@", "http://", "http://[::1", "://", "http://u:p@:x"])
def test_a_proxy_that_cannot_be_read_is_no_network(script, make_client, monkeypatch, proxy):
    """requests raised a TypeError."""
    for name in ("HTTPS_PROXY", "https_proxy"):
        monkeypatch.setenv(name, proxy)
    with pytest.raises(errors.NoNetwork) as caught:
        make_client("https://street-works.invalid", timeout=5).work.status()
    assert "proxy" in caught.value.advice


@pytest.mark.parametrize("token", ["a\nb", " padded", "tök€n", "\ud800", "a\0b", "x" * 300_000])
def test_a_token_that_no_header_can_hold_is_told_in_the_family(script, client, reply, token):
    fresh = {"id_token": token, "access_token": "a"}
    refused = {"message": "Authentication failed"}
    script.always = {
        ("GET", DURATION): lambda _: reply(401, refused),
        ("POST", "/v1/party/refresh"): lambda _: reply(200, fresh),
    }
    with pytest.raises(StreetWorksError) as caught:
        client.work.calculate_duration()
    assert token[:100] not in caught.value.detail
    script.wrong.clear()


@pytest.mark.direct
@pytest.mark.parametrize("coding", ["gzip, gzip", "br", "zstd", "gzip,deflate", "compress"])
def test_what_is_packed_twice_or_in_other_ways_is_not_unpacked(script, client, coding):
    """Packed twice a small answer took gigabytes."""
    body = gzip.compress(gzip.compress(bytes(10_000_000)))
    for _ in range(3):
        script.expect("GET", DURATION, 200, body, headers={"Content-Encoding": coding})
    with pytest.raises(errors.NotJson):
        client.work.calculate_duration()
    assert script.seen[0].headers["accept-encoding"] == "gzip"


def test_nothing_is_sent_once_cancelled(script, client):
    with client.cancelling(lambda: True), pytest.raises(errors.Cancelled):
        client.work.calculate_duration()
    assert script.seen == []


def test_waiting_is_cancelled(script, make_client):
    script.expect("GET", "/v1/work/status", 503)
    patient = make_client(retries=Retries(first_wait=60, longest_wait=60))
    with patient.cancelling(lambda: bool(script.seen)), pytest.raises(errors.Cancelled):
        patient.work.status()


def test_cancelling_is_for_one_thread_and_one_block(script, client):
    script.expect("GET", DURATION, 200, DAYS)
    script.expect("GET", DURATION, 200, DAYS)
    days = []
    other = threading.Thread(target=lambda: days.append(client.work.calculate_duration()))
    with client.cancelling(lambda: True):
        other.start()
        other.join()
    days.append(client.work.calculate_duration())
    assert len(days) == 2


def test_a_redirect_is_never_followed(script, client):
    for target in ("https://example.org/", "/v1/work/elsewhere"):
        script.expect("GET", DURATION, 302, headers={"Location": target})
        with pytest.raises(errors.NotTheContract) as caught:
            client.work.calculate_duration()
        assert caught.value.status == 302
    assert script.paths() == [f"GET {DURATION}"] * 2
