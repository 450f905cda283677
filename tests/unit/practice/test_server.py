"""The server itself: whom it answers, what it refuses, and that nothing is left of it."""

import http.client
import json
import socket
import threading
from urllib.parse import urlsplit

import pytest
import requests
from street_works.plugin.errors import StreetWorksError


def raw(base, text):
    """Send bytes as they are and return the whole answer."""
    place = urlsplit(base)
    with socket.create_connection((place.hostname, place.port), timeout=10) as wire:
        wire.sendall(text)
        answer = http.client.HTTPResponse(wire)
        answer.begin()
        return answer.status, answer.read()


def test_it_listens_on_this_computer_only(service):
    assert service.start().startswith("http://127.0.0.1:")
    assert service._server.socket.getsockname()[0] == "127.0.0.1"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1", 200),
        ("localhost:99", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("", 421),
    ],
)
def test_it_answers_to_its_own_name_only(service, host, status):
    request = f"GET /v1/work/status HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
    assert raw(service.start(), request.encode())[0] == status


@pytest.mark.parametrize(
    ("head", "status"),
    [
        ("POST /v1/work/authenticate HTTP/1.1\r\nContent-Length: 99999999\r\n", 413),
        ("POST /v1/work/authenticate HTTP/1.1\r\nContent-Length: -1\r\n", 400),
        ("POST /v1/work/authenticate HTTP/1.1\r\nTransfer-Encoding: chunked\r\n", 411),
        (
            "POST /v1/party/refresh HTTP/1.1\r\nContent-Type: text/xml\r\nContent-Length: 0\r\n",
            415,
        ),
        ("POST /v1/work/authenticate HTTP/1.1\r\nContent-Length: 0\r\n", 400),
        ("GET /v1/nothing HTTP/1.1\r\n", 404),
        ("GET /v2/work/status HTTP/1.1\r\n", 404),
        ("PUT /v1/work/works HTTP/1.1\r\nContent-Length: 0\r\n", 405),
        ("POST /v1/work/status HTTP/1.1\r\nContent-Length: 0\r\n", 405),
    ],
)
def test_requests_it_does_not_take_are_refused_with_an_object(service, head, status):
    got, body = raw(service.start(), f"{head}Host: 127.0.0.1\r\nConnection: close\r\n\r\n".encode())
    assert got == status
    assert json.loads(body)["message"]


@pytest.mark.parametrize("body", [b"{", b"[]", b"null", b"NaN", b'"text"', b"\xff", b"[" * 100_000])
def test_a_body_that_is_no_object_is_a_400(service, body):
    answer = requests.post(
        f"{service.start()}/v1/work/authenticate",
        data=body,
        headers={"Content-Type": "application/json"},
        timeout=10,
    )
    assert answer.status_code == 400
    assert answer.json()["message"]


def test_a_connection_serves_many_requests(service):
    place = urlsplit(service.start())
    connection = http.client.HTTPConnection(place.hostname, place.port, timeout=10)
    connection.request("GET", "/v1/work/status")
    connection.getresponse().read()
    first = connection.sock
    for path in ("/v1/geojson/status", "/v1/nothing", "/v1/lookup/status"):
        connection.request("GET", path)
        connection.getresponse().read()
    assert connection.sock is first
    connection.close()


def test_it_is_quiet(service, capfd):
    requests.get(f"{service.start()}/v1/nothing", timeout=10)
    assert capfd.readouterr() == ("", "")


def test_stopping_leaves_no_thread_and_no_port(make_service, call):
    before = set(threading.enumerate())
    service, base = make_service()
    idle = [call(base) for _ in range(3)]  # their connections stay open
    assert set(threading.enumerate()) != before
    service.stop()
    assert set(threading.enumerate()) <= before
    place = urlsplit(base)
    with pytest.raises(OSError):  # noqa: PT011 - which one depends on the system
        socket.create_connection((place.hostname, place.port), timeout=2)
    service.stop()
    again = service.start()
    assert requests.get(f"{again}/v1/work/status", timeout=10).status_code == 200
    assert idle


def test_a_port_in_use_is_told(service, make_service):
    port = urlsplit(service.start()).port
    with pytest.raises(StreetWorksError, match=str(port)):
        make_service(port=port)


def test_an_answer_outside_the_contract_is_never_sent(make_service, call, monkeypatch):
    from street_works.plugin.practice import answers

    monkeypatch.setattr(answers, "duration", lambda *days: {"calendar_days": "many"})
    _, base = make_service()
    answer = call(base).get("work/duration", startDate="2026-06-01", endDate="2026-06-02")
    assert answer.status_code == 500
    assert "working_days" in answer.json()["message"]
