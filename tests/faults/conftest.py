"""A proxy between client and service that harms what it carries, chosen by a seed."""

import json
import random
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Callable, Optional

import pytest

CREATE = "POST /v1/work/works"
LOOK = "GET /v1/work/works/"
HARMLESS = "none"
DROPPED = ("dropped_before", "dropped_within", "dropped_after", "dropped_in_the_answer")
LATE = ("forwarded_late", "answered_late", "answered_slowly")
GARBAGE = ("not_http", "web_page", "cut_json", "wrong_json", "404_page", "403_page")
FAILED = ("500", "502", "503", "504")
WHEN = ("before", "after")
FAULTS = (
    *DROPPED,
    *LATE,
    *(f"{what}_{when}" for what in (*GARBAGE, *FAILED) for when in WHEN),
    "no_connection",
    "429_storm",
    "revoked",
)
LATE_S, SLOW_S, STORM_S, OUTAGE_S = 2.0, 0.2, 0.3, 0.15
"""LATE_S is beyond the client's patience, SLOW_S is not."""


@dataclass
class Request:
    """A request as it arrived: its first line without the version, and all its bytes."""

    line: str
    head: bytes
    body: bytes

    @property
    def kind(self) -> str:
        if self.line == CREATE:
            return "create"
        return "look" if self.line.startswith(LOOK) else "other"

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
        self.share = share
        self._tries: Counter[str] = Counter()
        self._lock = threading.Lock()
        self.met: Counter[str] = Counter()
        self.forwarded: Counter[str] = Counter()
        self.not_signed_in = 0

    def choose(self, request: Request) -> str:
        with self._lock:
            self._tries[request.about] += 1
            one = random.Random(  # noqa: S311 - no secret
                f"{self._seed} {request.about} {self._tries[request.about]}"
            )
            fault = one.choice(FAULTS) if one.random() < self.share else HARMLESS
            if fault == "revoked" and request.kind == "other":
                fault = HARMLESS
            self.met[f"{request.kind} {fault}"] += 1
            return fault

    def count(self, request: Request, answered: bytes) -> None:
        """Note that a request reached the service whole, and its answer."""
        with self._lock:
            self.forwarded[request.about] += 1
            if request.kind == "create" and b" 401 " in answered[:20]:
                self.not_signed_in += 1


class Proxy:
    """Carries requests to the service at `port`, one a connection."""

    def __init__(self, port: int, faults: Faults, revoke: Callable[[], None]) -> None:
        self.service = ("127.0.0.1", port)
        self.faults = faults
        self.revoke = revoke
        self._listener = listening(0)
        self._port = self._listener.getsockname()[1]
        self._outage, self._over = threading.Event(), threading.Event()
        self._storm = threading.Event()
        self._carrying: set[threading.Thread] = set()
        self._accepting = threading.Thread(target=self._accept, daemon=True)
        self._accepting.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    @property
    def storming(self) -> bool:
        return self._storm.is_set()

    def break_down(self) -> None:
        """Refuse every connection for a while."""
        self._outage.set()

    def begin_storm(self) -> None:
        """Answer everything with 429 for a while."""
        self._storm.set()
        timer = threading.Timer(STORM_S, self._storm.clear)
        timer.daemon = True
        timer.start()

    def wait_until_idle(self) -> None:
        """Wait until nothing is on its way any more."""
        for thread in list(self._carrying):
            thread.join()

    def close(self) -> None:
        self._over.set()
        self._accepting.join()
        self._listener.close()
        self.wait_until_idle()

    def _accept(self) -> None:
        while not self._over.is_set():
            if self._outage.is_set():
                self._listener.close()
                self._over.wait(OUTAGE_S)
                self._outage.clear()
                self._listener = listening(self._port)
            try:
                connection, _ = self._listener.accept()
            except OSError:  # nobody came
                continue
            connection.settimeout(20)
            thread = threading.Thread(target=self._carry, args=(connection,), daemon=True)
            self._carrying.add(thread)
            thread.start()

    def _carry(self, connection: socket.socket) -> None:
        with connection:
            try:
                Carriage(self, connection).carry()
            except OSError:
                return  # the client has given up
            finally:
                self._carrying.discard(threading.current_thread())


class Carriage:
    """Carries one request."""

    def __init__(self, proxy: Proxy, connection: socket.socket) -> None:
        self._proxy = proxy
        self._connection = connection

    def carry(self) -> None:
        request = read_request(self._connection)
        if request is None:
            return
        if self._proxy.storming:
            self._proxy.faults.met[f"{request.kind} 429_within_a_storm"] += 1
            self._connection.sendall(too_many())
            return
        fault = self._proxy.faults.choose(request)
        if fault == HARMLESS:
            self._connection.sendall(self._forward(request))
        elif hasattr(self, f"_{fault}"):
            getattr(self, f"_{fault}")(request)
        else:
            what, _, when = fault.rpartition("_")
            if when == "after":
                self._forward(request)
            self._connection.sendall(instead_of_an_answer(what))

    def _forward(self, request: Request) -> bytes:
        with socket.create_connection(self._proxy.service, timeout=20) as service:
            service.sendall(request.head + request.body)
            answered = b"".join(iter(lambda: service.recv(65_536), b""))
        self._proxy.faults.count(request, answered)
        return answered

    def _dropped_before(self, request: Request) -> None:
        """Nothing is carried."""

    def _dropped_within(self, request: Request) -> None:
        whole = request.head + request.body
        with socket.create_connection(self._proxy.service, timeout=20) as service:
            service.sendall(whole[: len(request.head) + len(request.body) // 2])

    def _dropped_after(self, request: Request) -> None:
        self._forward(request)

    def _dropped_in_the_answer(self, request: Request) -> None:
        whole = self._forward(request)
        self._connection.sendall(whole[: len(whole) * 2 // 3])

    def _forwarded_late(self, request: Request) -> None:
        """The client has given up by then; the service gets the request all the same."""
        time.sleep(LATE_S)
        self._forward(request)

    def _answered_late(self, request: Request) -> None:
        whole = self._forward(request)
        time.sleep(LATE_S)
        self._connection.sendall(whole)

    def _answered_slowly(self, request: Request) -> None:
        whole = self._forward(request)
        self._connection.sendall(whole[:20])
        time.sleep(SLOW_S)
        self._connection.sendall(whole[20:])

    def _no_connection(self, request: Request) -> None:
        self._proxy.break_down()

    def _429_storm(self, request: Request) -> None:
        self._proxy.begin_storm()
        self._connection.sendall(too_many())

    def _revoked(self, request: Request) -> None:
        self._proxy.revoke()
        self._connection.sendall(self._forward(request))


def listening(port: int) -> socket.socket:
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("127.0.0.1", port))
    listener.listen(64)
    listener.settimeout(0.02)
    return listener


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
        part = connection.recv(65_536)
        if not part:
            return None
        body += part
    kept = [line for line in lines if not line.lower().startswith(b"connection:")]
    whole = b"\r\n".join([*kept, b"Connection: close", b"", b""])
    return Request(lines[0].rsplit(b" ", maxsplit=1)[0].decode(), whole, body)


def answer(status: int, body: bytes, *headers: str, kind: str = "application/json") -> bytes:
    lines = [f"HTTP/1.1 {status} Said", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, *headers, "Connection: close", "", ""]).encode() + body


def too_many() -> bytes:
    return answer(429, b'{"message":"slow down"}', "Retry-After: 1")


def instead_of_an_answer(what: str) -> bytes:
    """What somebody on the way says."""
    if what == "not_http":
        return b"\x16\x03\x01 this is no answer at all\r\n\r\n"
    if what.endswith("_page"):
        status = 200 if what == "web_page" else int(what[:3])
        return answer(status, b"<html><body>Please log in</body></html>", kind="text/html")
    if what == "cut_json":
        return answer(201, b'{"work_reference_number": "ZW0')
    if what == "wrong_json":
        return answer(201, b'{"something": "else"}')
    return answer(int(what), b'{"message":"broken"}')


@pytest.fixture
def faulty() -> Iterator[SimpleNamespace]:
    """Make proxies with `faulty.proxy(service_url, seed, share, revoke)`."""
    running = []

    def proxy(url: str, seed: int, share: float, revoke: Callable[[], None]) -> Proxy:
        one = Proxy(int(url.rsplit(":", maxsplit=1)[1]), Faults(seed, share), revoke)
        running.append(one)
        return one

    yield SimpleNamespace(proxy=proxy, faults=FAULTS)
    for one in running:
        one.close()
