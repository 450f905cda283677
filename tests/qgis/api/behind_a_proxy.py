"""A pytest plugin: the client's own tests, carried by QGIS through a proxy that wants a password.

Run by `test_same_suite.py` in a process of its own, since QGIS's network settings count for all.
Of the cases of one test some are drawn, unless all rounds are gone: over urllib3 each has its turn.
"""

import base64
import json
import os
import random
import socket
import socketserver
import threading
from collections import Counter
from itertools import groupby
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from street_works.tests.rounds import drawn_seed, rounds

ONE_IN = rounds(4, full=1)
USER, PASSWORD = "planner", "through the wall"
WANTED = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
REFUSAL = (
    b"HTTP/1.1 407 Proxy Authentication Required\r\n"
    b'Proxy-Authenticate: Basic realm="wall"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
)
NOWHERE = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Proxy(socketserver.ThreadingTCPServer):
    """Passes on what comes with the password: whole addresses, and tunnels by CONNECT."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Passage)
        self.seen: Counter[str] = Counter()
        threading.Thread(target=self.serve_forever, args=(0.02,), daemon=True).start()

    def handle_error(self, request, client_address):
        """A client or a service that broke off is what many tests are about."""


class Passage(socketserver.BaseRequestHandler):
    """One connection: one request, or one tunnel."""

    server: Proxy

    def handle(self) -> None:
        content = b""
        while b"\r\n\r\n" not in content:
            part = self.request.recv(65_536)
            if not part:
                return
            content += part
        head, _, rest = content.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip() for name, _, value in (s.partition(":") for s in lines)
        }
        if headers.get("proxy-authorization") != WANTED:
            self.server.seen["refused"] += 1
            self.request.sendall(REFUSAL)
            return
        method, target, _ = first.split(" ")
        self.server.seen["tunnelled" if method == "CONNECT" else "passed"] += 1
        if method == "CONNECT":
            host, _, port = target.rpartition(":")
            self._join(host, int(port), b"", b"HTTP/1.1 200 OK\r\n\r\n")
            return
        parts = urlsplit(target)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        kept = [line for line in lines if not line.lower().startswith("proxy-")]
        whole = "\r\n".join([f"{method} {path} HTTP/1.1", *kept, "", ""]).encode("latin-1")
        self._join(parts.hostname or "", parts.port or 80, whole + rest, b"")

    def _join(self, host: str, port: int, upwards: bytes, downwards: bytes) -> None:
        try:
            service = socket.create_connection((host, port), timeout=10)
        except OSError:
            self.request.sendall(NOWHERE)
            return
        with service:
            service.settimeout(None)
            service.sendall(upwards)
            self.request.sendall(downwards)
            up = threading.Thread(target=pump, args=(self.request, service), daemon=True)
            up.start()
            pump(service, self.request)
            self.request.shutdown(socket.SHUT_RDWR)


def pump(source: socket.socket, target: socket.socket) -> None:
    """Carry bytes one way until that way ends."""
    try:
        while part := source.recv(65_536):
            target.sendall(part)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return  # the other side broke off


def in_the_background(call):
    """Run `call` on a worker thread, which may send, while the main one serves QGIS."""
    from qgis.PyQt.QtCore import QCoreApplication

    outcome = []

    def run() -> None:
        try:
            outcome.append((call(), None))
        except BaseException as error:  # handed to the caller below
            outcome.append((None, error))

    thread = threading.Thread(target=run)
    thread.start()
    while thread.is_alive():
        QCoreApplication.processEvents()
        thread.join(0.002)
    answer, error = outcome[0]
    if error is not None:
        raise error
    return answer


def pytest_configure(config):
    """Start QGIS without windows, put the proxy into its settings, and carry everything by it."""
    from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsSettings
    from street_works.plugin.background.carrier import QgisCarrier

    config.qgis = QgsApplication([], False)
    config.qgis.initQgis()
    config.proxy = Proxy()
    settings = QgsSettings()
    values = {
        "proxyEnabled": True,
        "proxyType": "HttpProxy",
        "proxyHost": "127.0.0.1",
        "proxyPort": str(config.proxy.server_address[1]),
        "proxyUser": USER,
        "proxyPassword": os.environ.get("PROXY_PASSWORD", PASSWORD),
        "proxyExcludedUrls": [],
        "noProxyUrls": [],
    }
    for name, value in values.items():
        settings.setValue(f"proxy/{name}", value)
    QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    config.make_carrier = QgisCarrier


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session):
    """Run the tests on a worker thread."""
    if threading.current_thread() is not threading.main_thread():
        return None  # pytest's own turn
    return in_the_background(lambda: session.config.hook.pytest_runtestloop(session=session))


def pytest_collection_modifyitems(config, items):
    """Leave out what is about urllib3 itself, or a service without a proxy in front of it."""
    kept = [item for item in items if not item.get_closest_marker("direct")]
    config.proxy.seen["direct"] = len(items) - len(kept)
    seed = config.proxy.seen["seed"] = drawn_seed()
    draw = random.Random(seed)  # noqa: S311 - no secret
    some = [draw.sample(cases, -(-len(cases) // ONE_IN)) for cases in cases_of(kept)]
    kept = [item for cases in some for item in cases]
    config.hook.pytest_deselected(items=list(set(items).difference(kept)))
    items[:] = kept


def cases_of(items):
    """Give the cases of each test, test by test."""
    for _test, cases in groupby(items, lambda item: (item.path, item.originalname)):
        yield list(cases)


def pytest_sessionfinish(session):
    """Write down what the proxy saw."""
    report = os.environ.get("PROXY_REPORT")
    if report:
        Path(report).write_text(json.dumps(session.config.proxy.seen), encoding="utf-8")
