"""A server on 127.0.0.1 that answers from a script."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Callable, Optional

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


@contextmanager
def served(script: Script) -> Iterator[None]:
    """Answer from a script until the block, or the script, ends it."""
    server = Server(("127.0.0.1", 0), handler_for(script))
    script.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()

    def stop() -> None:
        server.shutdown()
        server.server_close()
        thread.join()

    script.stop = stop
    yield
    stop()
