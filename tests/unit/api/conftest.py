"""A server on 127.0.0.1 that answers from a script, and requests that are complete."""

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Callable, Optional

import pytest
from street_works.plugin.api import StreetManager
from street_works.plugin.api.transport import Retries

TOKENS = {
    "idToken": "id-token-1",
    "accessToken": "access-token-1",
    "refreshToken": "refresh-token-1",
    "organisationReference": "7347",
}


@dataclass
class Reply:
    """What the server answers with; `cut` closes the connection after that many bytes.

    With `drip` the content goes out byte by byte, with that many seconds in between.
    """

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    cut: Optional[int] = None
    hold: Optional[threading.Event] = None
    drip: float = 0.0

    def content(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return b"" if self.body is None else json.dumps(self.body).encode()


@dataclass
class Seen:
    """A request as it arrived."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    content: bytes

    def json(self) -> Any:
        return json.loads(self.content)


class Script:
    """Expected requests in their order, each with its reply; anything else is wrong."""

    def __init__(self) -> None:
        self.expected: list[tuple[str, str, Reply]] = []
        self.always: dict[tuple[str, str], Callable[[Seen], Reply]] = {}
        self.seen: list[Seen] = []
        self.wrong: list[str] = []
        self.lock = threading.Lock()
        self.url = ""
        self.stop: Callable[[], None] = lambda: None

    def expect(self, method: str, path: str, status: int = 200, body: Any = None, **more) -> None:
        self.expected.append((method, path, Reply(status, body, **more)))

    def sign_in(self, **tokens: str) -> None:
        self.expect("POST", "/v1/work/authenticate", 200, {**TOKENS, **tokens})

    def answer(self, seen: Seen) -> Reply:
        with self.lock:
            self.seen.append(seen)
            if (seen.method, seen.path) in self.always:
                return self.always[seen.method, seen.path](seen)
            if self.expected and self.expected[0][:2] == (seen.method, seen.path):
                return self.expected.pop(0)[2]
            self.wrong.append(f"{seen.method} {seen.path}")
            return Reply(599, {"message": "not in the script"})

    def paths(self) -> list[str]:
        return [f"{one.method} {one.path}" for one in self.seen]


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 50


def drip(file: Any, content: bytes, seconds: float) -> None:
    for number in range(len(content)):
        file.write(content[number : number + 1])
        file.flush()
        time.sleep(seconds)


def handler_for(script: Script) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self) -> None:
            path, _, query = self.path.partition("?")
            length = int(self.headers.get("Content-Length") or 0)
            content = self.rfile.read(length)
            headers = {name.lower(): value for name, value in self.headers.items()}
            reply = script.answer(Seen(self.command, path, query, headers, content))
            if reply.hold is not None:
                reply.hold.wait(10)
            whole = reply.content()
            self.close_connection = True
            try:
                if reply.cut == -1:
                    return
                begin = self.send_response_only if "Date" in reply.headers else self.send_response
                begin(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(whole)))
                self.send_header("Connection", "close")
                self.end_headers()
                if reply.drip:
                    drip(self.wfile, whole, reply.drip)
                else:
                    self.wfile.write(whole if reply.cut is None else whole[: reply.cut])
            except OSError as error:
                # The client gave up waiting, which some tests want it to.
                self.log_message("%s", error)

        do_GET = do_POST = do_PUT = do_DELETE = answer

        def log_message(self, *_: Any) -> None:
            """Keep quiet."""

    return Handler


@pytest.fixture
def script() -> Iterator[Script]:
    """The script of a server that runs; fails the test on requests that are not in it."""
    written = Script()
    server = Server(("127.0.0.1", 0), handler_for(written))
    written.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()

    def stop() -> None:
        server.shutdown()
        server.server_close()
        thread.join()

    written.stop = stop
    yield written
    stop()
    assert written.wrong == []
    assert written.expected == []


@pytest.fixture
def make_client(script, carrier) -> Iterator[Callable[..., StreetManager]]:
    """Make clients of the scripted server, impatient ones."""
    made = []

    def make(url: Optional[str] = None, **options: Any) -> StreetManager:
        options.setdefault("carrier", carrier())
        options.setdefault("retries", Retries(first_wait=0.001, longest_wait=1.0))
        client = StreetManager(url or script.url, **options)
        made.append(client)
        return client

    yield make
    for client in made:
        client.close()


@pytest.fixture
def reply() -> type[Reply]:
    """The class of replies, for those that a test works out itself."""
    return Reply


@pytest.fixture
def client(script, make_client) -> StreetManager:
    """A client that is signed in."""
    script.sign_in()
    signed_in = make_client()
    signed_in.sign_in("planner@example.org", "open sesame")
    script.seen.clear()
    return signed_in


@pytest.fixture
def application() -> dict[str, Any]:
    """An application for planned works with all that is needed and nothing else."""
    return {
        "promoter_swa_code": "0010",
        "highway_authority_swa_code": "1355",
        "works_coordinates": {"type": "Point", "coordinates": [530000.5, 180000]},
        "usrn": 8401234,
        "secondary_contact": "Jo Bloggs",
        "secondary_contact_number": "01234 567890",
        "proposed_start_date": "2026-06-03",
        "proposed_end_date": "2026-06-05",
        "description_of_work": "Renew a water service",
        "excavation": True,
        "traffic_management_plan": False,
        "lane_rental_applicable": False,
        "environmental_health_notifiable": False,
        "collaborative_working": False,
        "activity_type": "utility_repair_and_maintenance_works",
        "traffic_management_type": "give_and_take",
        "application_type": "permit",
        "location_types": ["footway"],
        "work_type": "planned",
        "is_ttro_required": False,
        "close_footway": "no",
        "works_location_description": "Outside number 7",
    }


@pytest.fixture
def works_feature() -> dict[str, Any]:
    """Works on the map."""
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [530000, 180000]},
        "properties": {
            "work_reference_number": "AB001",
            "permit_reference_number": "AB001-01",
            "promoter_organisation": "A Water",
            "promoter_swa_code": "0010",
            "work_category": "minor",
            "start_date": "2026-06-03T00:00:00.000Z",
            "end_date": "2026-06-05T00:00:00.000Z",
            "traffic_management_type": "give_and_take",
            "work_centre_point": {"type": "Point", "coordinates": [530000, 180000]},
            "permit_status": "granted",
        },
    }
