"""The HTTP server: 127.0.0.1 only, a thread for each connection, nothing left after `stop`."""

import json
import logging
import os
import socket
import socketserver
import threading
from http.server import BaseHTTPRequestHandler
from typing import Any, Optional
from urllib.parse import parse_qs, unquote, urlsplit

from ...errors import StreetWorksError
from ...words import tr
from ..keeping.stored_files import LARGEST, Upload
from ..refusals import Refusal
from .exchange import Answer, Call
from .limits import RateLimit
from .multipart import read_upload
from .router import Found, Router

ADDRESS = "127.0.0.1"
_LARGEST_BODY = 1024 * 1024
_FORM_EXTRA = 64 * 1024
_IDLE_S = 120
_LOOKS_UP_S = 0.02  # so long, at most, it takes to hear that it is to stop
_log = logging.getLogger(__name__)


class Server(socketserver.TCPServer):
    """Takes connections on one port of 127.0.0.1 and serves each in a thread of its own."""

    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers share the port
    request_queue_size = 64

    def __init__(self, port: int, router: Router, limit: RateLimit) -> None:
        self.router = router
        self.limit = limit
        self._open: dict[threading.Thread, socket.socket] = {}
        self._lock = threading.Lock()
        self._loop: Optional[threading.Thread] = None
        try:
            super().__init__((ADDRESS, port), _Connection)
        except (OSError, OverflowError) as error:
            raise StreetWorksError(
                tr("The practice service cannot use port {port}.").format(port=port),
                advice=tr("Choose another port, or 0 for any that is free."),
                detail=str(error),
            ) from error

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.server_address[1])

    def begin(self) -> None:
        """Start serving on a thread of its own."""
        self._loop = threading.Thread(
            target=self.serve_forever, args=(_LOOKS_UP_S,), name="practice-service", daemon=True
        )
        self._loop.start()

    def finish(self) -> None:
        """Close the port and every connection, and wait until every thread has ended."""
        if self._loop is not None:
            self.shutdown()
            self._loop.join()
            self._loop = None
        self.server_close()
        with self._lock:
            connections = list(self._open.items())
        for _, connection in connections:
            _hang_up(connection)
        for thread, _ in connections:
            thread.join(timeout=10)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Serve one connection on a thread that `finish` can find."""
        thread = threading.Thread(
            target=self._serve,
            args=(request, client_address),
            name="practice-connection",
            daemon=True,
        )
        with self._lock:
            self._open[thread] = request
        thread.start()

    def _serve(self, request: Any, client_address: Any) -> None:
        try:
            self.finish_request(request, client_address)
        except OSError as error:
            _log.debug("a connection was dropped: %s", error)
        finally:
            self.shutdown_request(request)
            with self._lock:
                self._open.pop(threading.current_thread(), None)


def _hang_up(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError as error:  # it went by itself
        _log.debug("a connection was gone already: %s", error)


class _Connection(BaseHTTPRequestHandler):
    """One connection, kept alive for many requests."""

    protocol_version = "HTTP/1.1"
    server_version = "StreetWorksPractice"
    sys_version = ""
    wbufsize = -1
    disable_nagle_algorithm = True
    timeout = _IDLE_S
    server: Server

    def do_GET(self) -> None:
        """Serve a GET."""
        self._respond()

    do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = do_TRACE = do_QUERY = do_GET

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        """Keep quiet: a request's line could only disturb the one who practises."""

    def _respond(self) -> None:
        try:
            answer = self._answer()
        except Refusal as refusal:
            answer = Answer(refusal.status, refusal.body(), headers=refusal.headers)
        except OSError:
            raise
        except Exception as error:
            _log.exception("the practice service failed")
            said = Refusal(
                500, tr("The practice service failed: {error}").format(error=type(error).__name__)
            )
            self.close_connection = True
            answer = Answer(500, said.body())
        self._send(answer)

    def _answer(self) -> Answer:
        self._check_host()
        wait = self.server.limit.wait(str(self.client_address[0]))
        body = self._read_body()
        if wait is not None:
            raise Refusal(429, tr("Too many requests"), headers={"Retry-After": str(wait)})
        parts = urlsplit(self.path)
        found = self.server.router.find(self.command, parts.path)
        user = self.server.router.user(found.route, self.headers.get("token"))
        call = Call(
            user=user,
            path={name: unquote(text) for name, text in found.path.items()},
            query=parse_qs(parts.query, keep_blank_values=True),
            body=self._json(found, body),
            upload=self._upload(found, body),
        )
        return self.server.router.answer(found.route, call)

    def _check_host(self) -> None:
        """Serve nobody who came by another name: a web page could rebind its own."""
        host = (self.headers.get("Host") or "").lower()
        if host.partition(":")[0] not in ("127.0.0.1", "localhost"):
            self.close_connection = True
            raise Refusal(421, tr("This service answers to 127.0.0.1 and localhost only"))

    def _read_body(self) -> bytes:
        """Read the body. Raises Refusal 411 without a length, 413 when it is too long."""
        length = self.headers.get("Content-Length")
        if length is None:
            if self.headers.get("Transfer-Encoding"):
                self.close_connection = True
                raise Refusal(411, tr("Send the length of the body"))
            return b""
        form = self.headers.get("Content-Type", "").startswith("multipart/")
        largest = LARGEST + _FORM_EXTRA if form else _LARGEST_BODY
        if not (length.isascii() and length.isdigit()) or len(length) > 12:
            self.close_connection = True
            raise Refusal(400, tr("The length of the body cannot be read"))
        if int(length) > largest:
            self.close_connection = True
            raise Refusal(413, tr("Too long: a file may have 10 MB, other requests 1 MB"))
        body = self.rfile.read(int(length))
        if len(body) < int(length):
            self.close_connection = True
            raise Refusal(400, tr("The body was cut off"))
        return body

    def _json(self, found: Found, body: bytes) -> Any:
        if self.command not in ("POST", "PUT") or _takes_file(found):
            return None
        kind = self.headers.get("Content-Type", "application/json").partition(";")[0].strip()
        if kind.lower() != "application/json":
            raise Refusal(415, tr("Send application/json"))
        try:
            return json.loads(body, parse_constant=_no_constant)
        except (ValueError, RecursionError) as error:
            raise Refusal(400, "Bad Request: the body is not JSON") from error

    def _upload(self, found: Found, body: bytes) -> Optional[Upload]:
        if not _takes_file(found):
            return None
        return read_upload(self.headers.get("Content-Type", ""), body)

    def _send(self, answer: Answer) -> None:
        content = b"" if answer.body is None else _written(answer.body)
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status != 204:
            self.send_header("Content-Type", answer.content_type)
            self.send_header("Content-Length", str(len(content)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD" and answer.status != 204:
            self.wfile.write(content)


def _takes_file(found: Found) -> bool:
    return any(one.kind == "file" for one in found.route.operation.parameters)


def _written(body: Any) -> bytes:
    if isinstance(body, bytes):
        return body
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not JSON")
