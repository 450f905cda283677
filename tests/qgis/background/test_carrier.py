"""The carrier against a scripted server: what arrives, what comes back, what breaks."""

import io
import socket
import ssl
import subprocess
import threading
import time
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import requests
from qgis.core import QgsNetworkAccessManager, QgsSettings
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QThreadPool
from street_works.plugin.api.errors import Cancelled, CertificateRefused, NoNetwork, OutcomeUnknown
from street_works.plugin.api.http.failures import NeverConnected, TooLong, failure
from street_works.plugin.background import carrier as carriers
from street_works.plugin.background import exchange
from street_works.plugin.background.carrier import QgisCarrier
from street_works.plugin.background.jobs import Jobs
from street_works.tests.made.waiting import until


class Script(BaseHTTPRequestHandler):
    """Answers by path and records every request it sees."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def answer(self, status, content=b"", **headers):
        self.send_response(status)
        self.send_header("Content-Length", str(len(content)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.seen.append((self.command, self.path, body, dict(self.headers)))
        path = self.path.split("?")[0]
        if path.endswith("/echo"):
            self.answer(200, self.command.encode() + b":" + body, Content_Type="text/plain")
        elif path == "/bad":
            self.answer(400, b'{"message":"no"}', Content_Type="application/json; charset=utf-8")
        elif path == "/unauthorised":
            self.answer(401, b"who?")
        elif path == "/down":
            self.answer(503, b"down", Retry_After="7")
        elif path == "/moved":
            self.answer(307, b"go there", Location="/echo", Set_Cookie="a=b")
        elif path == "/slow":
            self.server.release.wait(10)
            self.close_connection = True
        elif path == "/held":
            self.server.go_on.acquire(timeout=10)
            self.answer(200, b"held")
        elif path == "/drop":
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True
        elif path == "/cut":
            self.send_response(200)
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"only this")
            self.wfile.flush()
            self.connection.shutdown(socket.SHUT_RDWR)
            self.close_connection = True

    do_GET = do_POST = do_PUT = do_DELETE = handle_any


class QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


@contextmanager
def serving():
    server = QuietServer(("127.0.0.1", 0), Script)
    server.seen, server.release = [], threading.Event()
    server.go_on = threading.Semaphore(0)
    server.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield server
    finally:
        server.release.set()
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def server(qgis_app):
    with serving() as server:
        yield server


@pytest.fixture
def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def on_a_thread(call):
    """Run `call` on a worker thread while the main thread serves QGIS; give its answer or error."""
    outcome = []

    def run():
        try:
            outcome.append((call(), None))
        except BaseException as error:  # handed to the test
            outcome.append((None, error))

    thread = threading.Thread(target=run)
    thread.start()
    until(lambda: not thread.is_alive(), seconds=30)
    thread.join(1)
    value, error = outcome[0]
    if error is not None:
        raise error
    return value


def begun(server, number):
    return len(server.seen) >= number


def process_events():
    for _ in range(20):
        QCoreApplication.processEvents()
        time.sleep(0.001)


def ask(method, url, *, cancelled=None, timeout=5, **options):
    def call():
        with requests.Session() as session:
            session.mount("http://", QgisCarrier(cancelled))
            session.mount("https://", QgisCarrier(cancelled))
            return session.request(method, url, timeout=timeout, allow_redirects=False, **options)

    return on_a_thread(call)


def told(caught):
    """What the client makes of it when the request was to change records."""
    return failure(caught.value, changes=True)


class Piecemeal(io.RawIOBase):
    """A stream that gives less than it is asked for."""

    def __init__(self, content):
        super().__init__()
        self.left = io.BytesIO(content)

    def read(self, size=-1):
        return self.left.read(7)


class Announced(io.BytesIO):
    """A stream that says it is longer than it is."""

    def __len__(self):
        return 100


def half_read(stream):
    stream.read(len("before "))
    return stream


def parts():
    yield b"one "
    yield b"two"


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE"])
def test_every_verb_without_a_body(server, method):
    answer = ask(method, server.url + "/echo?q=1%202", headers={"token": "abc"})
    assert answer.text == f"{method}:"
    (seen,) = server.seen
    assert seen[:3] == (method, "/echo?q=1%202", b"")
    assert seen[3]["token"] == "abc"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize(
    ("make", "arrives"),
    [
        (lambda: b"bytes \x00\xff", b"bytes \x00\xff"),
        (lambda: "text £", "text £".encode()),
        (lambda: io.BytesIO(b"file"), b"file"),
        (parts, b"one two"),
        (
            lambda: Piecemeal(b"a pipe gives less than asked for" * 9),
            b"a pipe gives less than asked for" * 9,
        ),
        (lambda: half_read(io.BytesIO(b"before file")), b"file"),
        (lambda: b"x" * 1_000_000, b"x" * 1_000_000),
    ],
)
def test_every_verb_with_a_body(server, method, make, arrives):
    answer = ask(method, server.url + "/echo", data=make())
    assert answer.content == method.encode() + b":" + arrives
    assert [seen[2] for seen in server.seen] == [arrives]


@pytest.mark.parametrize(
    "make",
    [
        lambda: io.StringIO("text"), lambda: iter(["text"]), lambda: iter([b"x", 5]),
        lambda: iter([b"x", None]),
        lambda: Announced(b"short"),
    ],
)  # fmt: skip
def test_a_body_that_is_not_whole_or_none_of_bytes_is_not_sent(server, make):
    """One that had been read to its end was sent empty, and numbers as so many zeros."""
    with pytest.raises(requests.ConnectionError) as caught:
        ask("POST", server.url + "/echo", data=make())
    assert isinstance(told(caught), NoNetwork)
    assert server.seen == []


def test_a_file_that_was_sent_before_is_not_sent_as_an_empty_one(server):
    def twice():
        request = requests.Request("POST", server.url + "/echo", data=io.BytesIO(b"file"))
        carrier, prepared = QgisCarrier(), request.prepare()
        assert carrier.send(prepared, timeout=5).content == b"POST:file"
        return carrier.send(prepared, timeout=5)

    with pytest.raises(requests.ConnectionError):
        on_a_thread(twice)
    assert [seen[2] for seen in server.seen] == [b"file"]


@pytest.mark.parametrize("value", ["tök€n", "\ud800"])
def test_a_header_that_cannot_be_sent_is_told_and_nothing_sent(server, value):
    with pytest.raises(requests.exceptions.InvalidHeader) as caught:
        ask("POST", server.url + "/echo", data=b"{}", headers={"token": value})
    assert isinstance(told(caught), NoNetwork)
    assert server.seen == []


def test_a_form_with_a_file_arrives(server):
    ask("POST", server.url + "/echo", files={"file": ("plan.pdf", b"%PDF", "application/pdf")})
    (seen,) = server.seen
    assert seen[3]["Content-Type"].startswith("multipart/form-data; boundary=")
    assert b'filename="plan.pdf"' in seen[2]


@pytest.mark.parametrize(
    ("path", "status", "text"),
    [("/bad", 400, '{"message":"no"}'), ("/unauthorised", 401, "who?"), ("/down", 503, "down")],
)
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_refusals_are_readable(server, method, path, status, text):
    answer = ask(method, server.url + path, data=b"{}" if method == "POST" else None)
    assert (answer.status_code, answer.text) == (status, text)
    assert len(server.seen) == 1
    if status == 503:
        assert answer.headers["retry-after"] == "7"


def test_a_redirect_is_handed_back_and_not_followed(server):
    answer = ask("POST", server.url + "/moved", data=b"secret")
    assert (answer.status_code, answer.headers["Location"]) == (307, "/echo")
    ask("GET", server.url + "/echo")
    assert [seen[1] for seen in server.seen] == ["/moved", "/echo"]
    assert "Cookie" not in server.seen[1][3]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_refused_port_means_nothing_was_sent(qgis_app, free_port, method):
    with pytest.raises(NeverConnected) as caught:
        ask(method, f"http://127.0.0.1:{free_port}/", data=b"{}" if method == "POST" else None)
    assert isinstance(told(caught), NoNetwork)


def test_an_unknown_host_means_nothing_was_sent(qgis_app):
    with pytest.raises(requests.exceptions.ConnectionError) as caught:
        ask("POST", "http://no-such-host.invalid/", data=b"{}")
    assert isinstance(told(caught), NoNetwork)


def test_a_dropped_post_is_sent_once_and_may_have_arrived(server):
    with pytest.raises(requests.exceptions.ConnectionError) as caught:
        ask("POST", server.url + "/drop", data=b"{}")
    assert isinstance(told(caught), OutcomeUnknown)
    assert [seen[:3] for seen in server.seen] == [("POST", "/drop", b"{}")]


def test_a_post_without_a_body_is_sent_once_too(server):
    with pytest.raises(requests.exceptions.ConnectionError) as caught:
        ask("POST", server.url + "/drop")
    assert isinstance(told(caught), OutcomeUnknown)
    assert len(server.seen) == 1


def test_a_post_over_a_connection_that_was_kept_open_is_sent_once(server):
    def call():
        with requests.Session() as session:
            session.mount("http://", QgisCarrier())
            session.post(server.url + "/echo", data=b"1", timeout=5)
            session.post(server.url + "/drop", data=b"2", timeout=5)

    with pytest.raises(requests.exceptions.ConnectionError):
        on_a_thread(call)
    assert [seen[2] for seen in server.seen] == [b"1", b"2"]


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_an_answer_cut_off_in_the_middle(server, method):
    with pytest.raises(requests.exceptions.ChunkedEncodingError) as caught:
        ask(method, server.url + "/cut", data=b"{}" if method == "POST" else None)
    assert isinstance(told(caught), OutcomeUnknown)


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_no_answer_in_time(server, method):
    with pytest.raises(requests.exceptions.ReadTimeout):
        ask(
            method,
            server.url + "/slow",
            data=b"{}" if method == "POST" else None,
            timeout=(0.2, 0.3),
        )
    assert len(server.seen) == 1


def test_no_connection_in_time_means_nothing_was_sent(qgis_app):
    with socket.socket() as deaf:  # its queue is full, so that connecting never ends
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        others = [socket.socket() for _ in range(4)]
        try:
            for other in others:
                other.setblocking(False)
                other.connect_ex(deaf.getsockname())
            with pytest.raises(requests.exceptions.ConnectTimeout):
                ask(
                    "POST",
                    f"http://127.0.0.1:{deaf.getsockname()[1]}/",
                    data=b"{}",
                    timeout=(0.3, 5),
                )
        finally:
            for other in others:
                other.close()


def test_qgis_own_time_out_applies(server):
    before = QgsNetworkAccessManager.timeout()
    QgsNetworkAccessManager.setTimeout(300)
    try:
        with pytest.raises(requests.exceptions.ReadTimeout):
            ask("GET", server.url + "/slow", timeout=9)
    finally:
        QgsNetworkAccessManager.setTimeout(before)


def test_a_service_that_does_not_speak_tls_was_sent_nothing(server):
    with pytest.raises(requests.exceptions.SSLError) as caught:
        ask("POST", server.url.replace("http:", "https:") + "/echo", data=b"{}")
    assert isinstance(told(caught), NoNetwork)
    assert server.seen == []


def test_a_certificate_that_nobody_vouches_for_is_refused(server, tmp_path):
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1"
    subprocess.run(
        [*command.split(), "-keyout", str(key), "-out", str(certificate)],
        check=True,
        capture_output=True,
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    with pytest.raises(requests.exceptions.SSLError) as caught:
        ask("POST", server.url.replace("http:", "https:") + "/echo", data=b"{}")
    assert isinstance(told(caught), CertificateRefused)
    assert server.seen == []


def test_cancelling_a_question_stops_it(server):
    with pytest.raises(Cancelled):
        ask("GET", server.url + "/slow", cancelled=lambda: bool(server.seen))


def test_cancelling_a_submission_under_way_does_not_claim_that_nothing_happened(server):
    with pytest.raises(requests.exceptions.ConnectionError) as caught:
        ask("POST", server.url + "/slow", data=b"{}", cancelled=lambda: bool(server.seen))
    assert isinstance(told(caught), OutcomeUnknown)


def test_nothing_is_sent_for_a_job_that_was_cancelled_before(server):
    with pytest.raises(Cancelled):
        ask("POST", server.url + "/echo", data=b"{}", cancelled=lambda: True)
    assert server.seen == []


def while_qgis_stands_still(call, seconds):
    """Run `call` on a worker thread and no events on this one for a while.

    Gives whether it was waiting still, and what it raised.
    """
    raised = []

    def run():
        try:
            call()
        except Exception as error:  # handed to the test
            raised.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(seconds)
    waiting = thread.is_alive()
    until(lambda: not thread.is_alive())
    return waiting, raised


@pytest.mark.parametrize(
    ("method", "error"), [("GET", Cancelled), ("POST", requests.RequestException)]
)
def test_a_cancelled_request_does_not_wait_for_qgis(server, method, error):
    """QGIS waits for its threads when it closes, and serves none of them any more."""
    began = time.monotonic()

    def call():
        with requests.Session() as session:
            session.mount("http://", QgisCarrier(lambda: time.monotonic() > began + 0.1))
            session.request(method, server.url + "/echo", timeout=5)

    waiting, (raised,) = while_qgis_stands_still(call, 5)
    assert not waiting
    assert isinstance(raised, error)
    process_events()
    assert server.seen == []


def test_the_time_for_which_qgis_stands_still_is_not_counted(server):
    def call():
        with requests.Session() as session:
            session.mount("http://", QgisCarrier())
            assert session.post(server.url + "/echo", data=b"1", timeout=(1.5, 1.5)).ok

    assert while_qgis_stands_still(call, 3) == (True, [])


def test_the_time_for_which_qgis_stands_still_is_not_counted_for_an_answer(server):
    def call():
        with requests.Session() as session:
            session.mount("http://", QgisCarrier())
            assert session.get(server.url + "/held", timeout=(1.5, 1.5)).ok

    thread = threading.Thread(target=call)
    thread.start()
    until(partial(begun, server, 1))
    server.go_on.release()
    time.sleep(3)
    until(lambda: not thread.is_alive())
    assert len(server.seen) == 1


def test_a_long_answer_is_taken_in_pieces(server, monkeypatch):
    """Otherwise its end would hold QGIS up."""
    pieces = []

    class Watched(exchange.Exchange):
        def _take(self):
            before = len(self._content)
            more = super()._take()
            pieces.extend(map(len, self._content[before:]))
            return more

    monkeypatch.setattr(carriers, "Exchange", Watched)
    ask("POST", server.url + "/echo", data=b"x" * 10_000_000)
    assert sum(pieces) == 10_000_000 + len("POST:")
    assert max(pieces) <= 2**20


def test_an_answer_above_the_limit_is_not_taken(server, monkeypatch):
    monkeypatch.setattr(carriers, "MOST_BYTES", 1000)
    with pytest.raises(TooLong):
        ask("POST", server.url + "/echo", data=b"x" * 1_000_000)


def test_the_main_thread_is_refused(server):
    with requests.Session() as session:
        session.mount("http://", QgisCarrier())
        with pytest.raises(RuntimeError, match="freeze"):
            session.get(server.url + "/echo", timeout=1)
    assert server.seen == []


def test_the_proxy_of_qgis_settings_is_used(server):
    settings = QgsSettings()
    with serving() as proxy:
        for key, value in (
            ("proxyEnabled", True),
            ("proxyType", "HttpProxy"),
            ("proxyHost", "127.0.0.1"),
            ("proxyPort", str(proxy.server_port)),
            ("noProxyUrls", ""),
        ):
            settings.setValue("proxy/" + key, value)
        QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
        try:
            answer = ask("POST", "http://street-manager.invalid/echo", data=b"through")
        finally:
            settings.remove("proxy")
            QgsNetworkAccessManager.instance().setupDefaultProxyAndCache()
    assert answer.text == "POST:through"
    assert [seen[1] for seen in proxy.seen] == ["http://street-manager.invalid/echo"]
    assert server.seen == []


def test_a_body_lives_as_long_as_its_reply(server, monkeypatch):
    """Qt's own thread asks on after the end; the body was gone by then, and QGIS crashed."""
    bodies, readers = [], []

    class Watched(exchange.OnceOnlyBody):
        def __init__(self, *given):
            super().__init__(*given)
            bodies.append(self)

        def readData(self, most):  # noqa: N802 - Qt's name
            readers.append(threading.current_thread())
            return super().readData(most)

    def cancelled():
        if not readers:
            return False
        time.sleep(0.1)  # meanwhile Qt's thread has sent the last piece and asked for another
        return True

    monkeypatch.setattr(exchange, "OnceOnlyBody", Watched)
    with pytest.raises(requests.exceptions.ConnectionError):
        ask("POST", server.url + "/echo", cancelled=cancelled, data=b"x" * 50_000_000)
    process_events()  # the reply goes, and its body with it
    read = len(readers)
    process_events()
    assert len(readers) == read > 1
    assert set(readers) == {threading.main_thread()}
    assert [sip.isdeleted(body) for body in bodies] == [True]


def test_an_answer_is_not_taken_for_the_one_before_at_the_same_place_in_memory(server):
    """PyQt knows what Qt deletes by its address only."""
    answers = []

    def call():
        with requests.Session() as session:
            session.mount("http://", QgisCarrier())
            answers.extend(session.get(server.url + "/held", timeout=5).text for _ in range(20))

    thread = threading.Thread(target=call)
    thread.start()
    for number in range(20):
        until(partial(begun, server, number + 1))
        process_events()  # the end of the request before, while this one waits for its answer
        server.go_on.release()
    until(lambda: not thread.is_alive())
    assert answers == ["held"] * 20


def test_other_work_has_the_thread_while_an_answer_is_waited_for(server):
    pool, answers = QThreadPool.globalInstance(), []

    def call():
        with requests.Session() as session:
            session.mount("http://", QgisCarrier())
            answers.append(session.get(server.url + "/held", timeout=5).text)

    until(lambda: pool.activeThreadCount() == 0)
    thread = threading.Thread(target=call)
    thread.start()
    until(partial(begun, server, 1))
    assert pool.activeThreadCount() == -1  # one more than there are may go
    server.go_on.release()
    until(lambda: not thread.is_alive())
    assert (answers, pool.activeThreadCount()) == (["held"], 0)


def test_many_jobs_at_once_do_not_mix_their_answers(server):
    jobs, answers, failures = Jobs(), [], []

    def work(progress, number):
        with requests.Session() as session:
            session.mount("http://", QgisCarrier())
            return number, session.post(server.url + "/echo", data=str(number), timeout=9).text

    for number in range(100):
        jobs.start(
            f"request {number}",
            partial(work, number=number),
            done=answers.append,
            failed=failures.append,
        )
    until(lambda: not jobs.running, seconds=60)
    assert failures == []
    assert sorted(answers) == [(number, f"POST:{number}") for number in range(100)]
    assert jobs.cancel_all()
