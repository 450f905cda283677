"""A proxy between client and service that harms what it carries, the same way every time."""

import json
import random
import socket
import socketserver
import threading
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Callable, Optional

import pytest

CREATE = "POST /v1/work/works"
HARMLESS = "none"
DROPPED = ("dropped_before", "dropped_within", "dropped_after", "dropped_in_the_answer", "delayed")
GARBAGE = ("not_http", "web_page", "cut_json", "wrong_json")
FAILED = tuple(
    f"{status}_{when}" for status in (500, 502, 503, 504) for when in ("before", "after")
)
FAULTS = (*DROPPED, *GARBAGE, *FAILED, "429", "revoked")
DELAY_S = 0.9


@dataclass
class Request:
    """A request as it arrived: its first line without the version, and all its bytes."""

    line: str
    head: bytes
    body: bytes

    @property
    def about(self) -> str:
        """What it is about, so that the same request meets the same faults in every run."""
        if self.line == CREATE:
            return f"{CREATE} {json.loads(self.body)['work_reference_number']}"
        return self.line


class Faults:
    """Chooses a fault for each request by a seed; a second try of the same meets another one."""

    def __init__(self, seed: int, share: float) -> None:
        self._seed = seed
        self._share = share
        self._tries: Counter[str] = Counter()
        self._lock = threading.Lock()
        self.met: Counter[str] = Counter()
        self.forwarded: Counter[str] = Counter()

    def choose(self, request: Request) -> str:
        is_create = request.line == CREATE
        is_look = request.line.startswith("GET /v1/work/works/")
        with self._lock:
            self._tries[request.about] += 1
            one = random.Random(  # noqa: S311 - no secret
                f"{self._seed} {request.about} {self._tries[request.about]}"
            )
            fault = HARMLESS
            if (is_create or is_look) and one.random() < self._share:
                fault = one.choice(FAULTS)
            self.met[f"{'create' if is_create else 'look' if is_look else 'other'} {fault}"] += 1
            return fault

    def count(self, request: Request) -> None:
        """Note that a request reached the service whole."""
        with self._lock:
            self.forwarded[request.about] += 1


class Proxy(socketserver.ThreadingTCPServer):
    """Carries requests to the service at `port`, one a connection."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self, port: int, faults: Faults, revoke: Callable[[], None]) -> None:
        super().__init__(("127.0.0.1", 0), Carrier)
        self.service = ("127.0.0.1", port)
        self.faults = faults
        self.revoke = revoke

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request, client_address):
        """A client that went away is no news."""


class Carrier(socketserver.BaseRequestHandler):
    """Carries one request."""

    server: Proxy

    def handle(self) -> None:
        request = read_request(self.request)
        if request is None:
            return
        fault = self.server.faults.choose(request)
        if fault in DROPPED:
            getattr(self, f"_{fault}")(request)
        elif fault in GARBAGE:
            self._forward(request)
            self.request.sendall(garbage(fault))
        elif fault == "429":
            self.request.sendall(answer(429, b'{"message":"slow down"}', "Retry-After: 0"))
        elif fault == "revoked":
            self.server.revoke()
            self.request.sendall(self._forward(request))
        elif fault == HARMLESS:
            self.request.sendall(self._forward(request))
        else:
            status, when = fault.split("_")
            if when == "after":
                self._forward(request)
            self.request.sendall(answer(int(status), b'{"message":"broken"}'))

    def _forward(self, request: Request) -> bytes:
        self.server.faults.count(request)
        with socket.create_connection(self.server.service, timeout=20) as upstream:
            upstream.sendall(request.head + request.body)
            return b"".join(iter(lambda: upstream.recv(65_536), b""))

    def _dropped_before(self, request: Request) -> None:
        """Nothing is carried."""

    def _dropped_within(self, request: Request) -> None:
        whole = request.head + request.body
        with socket.create_connection(self.server.service, timeout=20) as upstream:
            upstream.sendall(whole[: len(request.head) + len(request.body) // 2])

    def _dropped_after(self, request: Request) -> None:
        self._forward(request)

    def _dropped_in_the_answer(self, request: Request) -> None:
        whole = self._forward(request)
        self.request.sendall(whole[: len(whole) * 2 // 3])

    def _delayed(self, request: Request) -> None:
        """The client has given up by then; the service gets the request all the same."""
        threading.Event().wait(DELAY_S)
        self._forward(request)


def read_request(connection: socket.socket) -> Optional[Request]:
    """Read one request; its connection is to be closed after the answer."""
    content = b""
    while b"\r\n\r\n" not in content:
        part = connection.recv(65_536)
        if not part:
            return None
        content += part
    head, _, body = content.partition(b"\r\n\r\n")
    lines = head.split(b"\r\n")
    length = next(
        (int(line.split(b":")[1]) for line in lines if line.lower().startswith(b"content-length:")),
        0,
    )
    while len(body) < length:
        body += connection.recv(65_536)
    kept = [line for line in lines if not line.lower().startswith(b"connection:")]
    whole = b"\r\n".join([*kept, b"Connection: close", b"", b""])
    return Request(lines[0].rsplit(b" ", maxsplit=1)[0].decode(), whole, body)


def answer(status: int, body: bytes, *headers: str, kind: str = "application/json") -> bytes:
    lines = [f"HTTP/1.1 {status} Said", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, *headers, "Connection: close", "", ""]).encode() + body


def garbage(fault: str) -> bytes:
    if fault == "not_http":
        return b"\x16\x03\x01 this is no answer at all\r\n\r\n"
    if fault == "web_page":
        return answer(200, b"<html><body>Please log in</body></html>", kind="text/html")
    if fault == "cut_json":
        return answer(201, b'{"work_reference_number": "ZW0')
    return answer(201, b'{"something": "else"}')


@pytest.fixture
def faulty() -> Iterator[SimpleNamespace]:
    """Make proxies with `faulty.proxy(service_url, seed, share, revoke)`."""
    running = []

    def proxy(url: str, seed: int, share: float, revoke: Callable[[], None]) -> Proxy:
        one = Proxy(int(url.rsplit(":", maxsplit=1)[1]), Faults(seed, share), revoke)
        thread = threading.Thread(target=one.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        running.append((one, thread))
        return one

    yield SimpleNamespace(proxy=proxy, faults=FAULTS, harmless=HARMLESS)
    for one, thread in running:
        one.shutdown()
        one.server_close()
        thread.join()
