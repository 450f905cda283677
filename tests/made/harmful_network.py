"""A proxy between client and service that harms what it carries, the same way every time."""

import json
import random
import re
import socket
import socketserver
import threading
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from typing import Callable, Optional

from street_works.plugin.api import StreetManager

CREATE = "POST /v1/work/works"
HARMLESS = "none"
DROPPED = ("dropped_before", "dropped_within", "dropped_after", "dropped_in_the_answer", "delayed")
GARBAGE = ("not_http", "web_page", "cut_json", "wrong_json")
FAILED = tuple(
    f"{status}_{when}" for status in (500, 502, 503, 504) for when in ("before", "after")
)
FAULTS = (*DROPPED, *GARBAGE, *FAILED, "429", "revoked")
EARLY = ("401_early", "503_early")
FILE_FAULTS = (*FAULTS, *EARLY, "not_http_before", "web_page_before", "ended")
REFRESH = "refresh"
REFRESH_FAULTS = (*DROPPED[:-1], *GARBAGE, "503_before", "503_after", "429",
                  "401_early", "revoked")  # fmt: skip
STEP = "step"
CHANGES = ("create", STEP)
HELD = ("held_before", "held_after")
STEP_FAULTS = (*DROPPED[:-1], "503_before", "503_after", *GARBAGE, "500_before", "500_after")
HANG_UP_S = 5.0
BLANK = b"\r\n\r\n"
KINDS = {
    "create": "POST /v1/work/(works|forward-plans|non-notifiable-works/sites)$",
    "look": "GET /v1/work/works/",
    "file": "POST /v1/work/files$",
    "area": "PUT /v1/work/geographical-areas/",
    STEP: "(POST|PUT|DELETE) /v1/work/(?!authenticate$)",
    REFRESH: "POST /v1/party/refresh$",
}


def create(reference: str) -> str:
    """Return what an application for works is about, as a plan of faults names it."""
    return f"{CREATE} {reference}"


@dataclass
class Request:
    """A request as it arrives: its first line without the version, and what came of its bytes."""

    connection: socket.socket
    line: str
    head: bytes
    length: int
    body: bytearray

    @property
    def kind(self) -> str:
        return next((kind for kind, line in KINDS.items() if re.match(line, self.line)), "other")

    @property
    def about(self) -> str:
        """What it is about, so that the same request meets the same faults in every run."""
        if self.kind == "create":
            return f"{self.line} {json.loads(self.take(self.length))['work_reference_number']}"
        if self.kind in ("file", "area"):
            return self.name_of_file()
        return self.line

    def name_of_file(self) -> str:
        """Return the name in a form, of which no more is read than its first part's head."""
        while BLANK not in self.body and len(self.body) < self.length:
            self.take(len(self.body) + 1)
        return re.search(rb'filename="([^"]*)"', self.body)[1].decode()

    def take(self, count: int) -> bytes:
        """Read on until `count` bytes of the body have come; return those, or what there is."""
        while len(self.body) < count:
            part = self.connection.recv(65_536)
            if not part:
                break
            self.body += part
        return bytes(self.body[:count])


class Faults:
    """Chooses a fault for each request by a seed; a second try of the same meets another one.

    `harmed` has the faults for each kind of request, of which a `share` is harmed; `planned` those
    of the first tries of single requests.
    """

    def __init__(
        self,
        seed: int,
        share: float,
        harmed: Mapping[str, Sequence[str]],
        planned: Mapping[str, Sequence[str]],
    ) -> None:
        self._seed = seed
        self._share = share
        self._harmed = harmed
        self._planned = planned
        self._tries: Counter[str] = Counter()
        self._lock = threading.Lock()
        self.met: Counter[str] = Counter()
        self.forwarded: Counter[str] = Counter()
        self.taken: Counter[str] = Counter()
        self.of_each: dict[str, list[str]] = {}

    def choose(self, request: Request) -> str:
        kind, about = request.kind, request.about
        with self._lock:
            self._tries[about] += 1
            fault = self._fault(kind, about, self._tries[about])
            self.met[f"{kind} {fault}"] += 1
            self.of_each.setdefault(about, []).append(fault)
            return fault

    def _fault(self, kind: str, about: str, number: int) -> str:
        """Return what happens to the try of this `number`."""
        one = random.Random(f"{self._seed} {about} {number}")  # noqa: S311 - no secret
        if number <= len(self._planned.get(about, ())):
            return self._planned[about][number - 1]
        if kind in self._harmed and one.random() < self._share:
            return one.choice(self._harmed[kind])
        return HARMLESS

    def count(self, request: Request) -> None:
        """Note that a request reached the service whole."""
        with self._lock:
            self.forwarded[request.about] += 1

    def hear(self, request: Request, said: bytes) -> None:
        """Note whether the service has taken a step, by its answer."""
        if request.kind in CHANGES and re.match(rb"HTTP/1\.\d 2", said):
            with self._lock:
                self.taken[request.about] += 1


class InTurn(Faults):
    """Harms what changes something: the first try of each by the next of `faults`, no other."""

    def __init__(self, faults: Sequence[str]) -> None:
        super().__init__(0, 0, {}, {})
        self._next = cycle(faults)

    def _fault(self, kind: str, about: str, number: int) -> str:
        return next(self._next) if kind in CHANGES and number == 1 else HARMLESS

    def dealt(self) -> Counter[str]:
        """Return how often each fault was met by what changes something."""
        found: Counter[str] = Counter()
        for met, times in self.met.items():
            kind, _blank, fault = met.partition(" ")
            if kind in CHANGES and fault != HARMLESS:
                found[fault] += times
        return found


class Proxy(socketserver.ThreadingTCPServer):
    """Carries requests to the service at `port`, one a connection."""

    daemon_threads = False
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(
        self, port: int, faults: Faults, revoke: Callable[[], None], end: Callable[[], None]
    ) -> None:
        super().__init__(("127.0.0.1", 0), Carrier)
        self.service = ("127.0.0.1", port)
        self.faults = faults
        self.revoke = revoke
        self.end = end

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request, client_address):
        """A client that went away is no news."""

    def finish(self) -> None:
        """Take no more, and wait until all that was taken is carried."""
        self.shutdown()
        self.server_close()


@contextmanager
def proxy(url: str, faults: Faults, revoke: Callable[[], None] = lambda: None,
          end: Callable[[], None] = lambda: None) -> Iterator[Proxy]:  # fmt: skip
    """Run a proxy in front of the service at `url`; `revoke` signs out, `end` ends the token."""
    one = Proxy(int(url.rsplit(":", maxsplit=1)[1]), faults, revoke, end)
    thread = threading.Thread(target=one.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield one
    finally:
        one.finish()
        thread.join()


class Carrier(socketserver.BaseRequestHandler):
    """Carries one request."""

    server: Proxy

    def handle(self) -> None:
        self.request.settimeout(20)
        request = read_request(self.request)
        if request is None:
            return
        fault = self.server.faults.choose(request)
        if fault in (*DROPPED, *HELD):
            getattr(self, f"_{fault}")(request)
        elif fault.startswith(GARBAGE):
            if fault in GARBAGE:
                self._forward(request)
            request.take(request.length)
            self.request.sendall(garbage(fault))
        elif fault == "429":
            request.take(request.length)
            self.request.sendall(answer(429, b'{"message":"slow down"}', "Retry-After: 0"))
        elif fault in ("revoked", "ended"):
            (self.server.revoke if fault == "revoked" else self.server.end)()
            self.request.sendall(self._forward(request))
        elif fault == HARMLESS:
            self.request.sendall(self._forward(request))
        else:
            self._fail(request, *fault.split("_"))

    def _fail(self, request: Request, status: str, when: str) -> None:
        """Answer by a status: after the service has, before it, or before the body has come."""
        if when == "after":
            self._forward(request)
        elif when == "before":
            request.take(request.length)
        said = "Authentication failed" if status == "401" else "broken"
        self.request.sendall(answer(int(status), json.dumps({"message": said}).encode()))

    def _forward(self, request: Request) -> bytes:
        body = request.take(request.length)
        if len(body) == request.length:
            self.server.faults.count(request)
        with socket.create_connection(self.server.service, timeout=20) as upstream:
            upstream.sendall(request.head + body)
            said = b"".join(iter(lambda: upstream.recv(65_536), b""))
        self.server.faults.hear(request, said)
        return said

    def _dropped_before(self, request: Request) -> None:
        """Nothing is carried; of a form not even all is taken."""

    def _dropped_within(self, request: Request) -> None:
        """Half of the body is carried; of what has none, half of the head."""
        half = request.head + request.take(request.length // 2)
        if not request.length:
            half = request.head[: len(request.head) // 2]
        with socket.create_connection(self.server.service, timeout=20) as upstream:
            upstream.sendall(half)

    def _dropped_after(self, request: Request) -> None:
        self._forward(request)

    def _dropped_in_the_answer(self, request: Request) -> None:
        whole = self._forward(request)
        self.request.sendall(whole[: len(whole) * 2 // 3])

    def _delayed(self, request: Request) -> None:
        """The client has given up by then; the service gets the request all the same."""
        request.take(request.length)
        self.request.settimeout(HANG_UP_S)
        self.request.recv(1)
        self._forward(request)

    def _held_before(self, request: Request) -> None:
        """Nothing is carried, and nothing said, until the client goes."""
        request.take(request.length)
        self.request.recv(1)

    def _held_after(self, request: Request) -> None:
        self._forward(request)
        self.request.recv(1)


def read_request(connection: socket.socket) -> Optional[Request]:
    """Read one request's head; its connection is to be closed after the answer."""
    content = b""
    while BLANK not in content:
        part = connection.recv(65_536)
        if not part:
            return None
        content += part
    head, _, body = content.partition(BLANK)
    lines = head.split(b"\r\n")
    length = next(
        (int(line.split(b":")[1]) for line in lines if line.lower().startswith(b"content-length:")),
        0,
    )
    kept = [line for line in lines if not line.lower().startswith(b"connection:")]
    whole = b"\r\n".join([*kept, b"Connection: close", b"", b""])
    line = lines[0].rsplit(b" ", maxsplit=1)[0].decode()
    return Request(connection, line, whole, length, bytearray(body))


def answer(status: int, body: bytes, *headers: str, kind: str = "application/json") -> bytes:
    lines = [f"HTTP/1.1 {status} Said", f"Content-Type: {kind}", f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, *headers, "Connection: close", "", ""]).encode() + body


def garbage(fault: str) -> bytes:
    if fault.startswith("not_http"):
        return b"\x16\x03\x01 this is no answer at all\r\n\r\n"
    if fault.startswith("web_page"):
        return answer(200, b"<html><body>Please log in</body></html>", kind="text/html")
    if fault == "cut_json":
        return answer(201, b'{"work_reference_number": "ZW0')
    return answer(201, b'{"something": "else"}')


def sign_out_elsewhere(url: str, email: str, password: str) -> None:
    """Sign somebody out everywhere, as may be done on another machine."""
    other = StreetManager(url)
    other.sign_in(email, password)
    other.sign_out()
    other.close()
