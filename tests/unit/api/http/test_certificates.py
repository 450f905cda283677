"""A service that cannot prove who it is, over a real TLS handshake."""

import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from street_works.plugin.api import errors


class Handler(BaseHTTPRequestHandler):
    def answer(self) -> None:
        self.server.seen.append(self.path)
        self.send_response(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    do_GET = do_POST = answer

    def log_message(self, *_) -> None:
        """Keep quiet."""


class QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_) -> None:
        """Refused handshakes are expected here."""


@pytest.fixture
def self_signed(tmp_path) -> Iterator[QuietServer]:
    """A server whose certificate nobody vouches for."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1"
    alternative = ["-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(key), "-out", str(certificate)]
    subprocess.run([*command.split(), *alternative, *files], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = QuietServer(("127.0.0.1", 0), Handler)
    server.seen = []
    server.url = f"https://127.0.0.1:{server.server_port}"
    # The handshake is made by each connection's own thread, so that a client can be refused twice.
    server.socket = context.wrap_socket(
        server.socket, server_side=True, do_handshake_on_connect=False
    )
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_nothing_is_asked_of_it(self_signed, make_client):
    with pytest.raises(errors.CertificateRefused) as caught:
        make_client(self_signed.url).work.status()
    assert not caught.value.may_retry
    assert "certificate" in caught.value.detail.lower()
    assert "IT department" in caught.value.advice
    assert self_signed.seen == []


def test_no_password_is_sent_to_it(self_signed, make_client):
    with pytest.raises(errors.CertificateRefused) as caught:
        make_client(self_signed.url).sign_in("planner@example.org", "open sesame")
    assert "open sesame" not in caught.value.detail
    assert self_signed.seen == []
