"""A server that hands on to the practice service, and spoils the answers as it is told."""

import http.client
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


def works_of(feature):
    """Return the reference of works on the map."""
    return feature["properties"]["work_reference_number"]


def stand(feature, status, category):
    """Let works on the map have a status and a category."""
    feature["properties"].update(permit_status=status, work_category=category)


def reference_of(feature):
    """Return the reference of works on the map."""
    return feature["properties"]["work_reference_number"]


class Script(BaseHTTPRequestHandler):
    """Hands requests on to the practice service, except where it is told to spoil the answer."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.asked.append((self.command, self.path))
        spoil = self.server.spoil
        if spoil is None:
            self.answer(*self.hand_on(body), self.kind)
        else:
            spoil(self, body)

    def hand_on(self, body):
        """Return status and content of the practice service's answer."""
        connection = http.client.HTTPConnection(self.server.behind, timeout=10)
        headers = {
            name: value
            for name, value in self.headers.items()
            if name.lower() in {"content-type", "token", "authorization"}
        }
        try:
            connection.request(self.command, self.path, body or None, headers)
            answer = connection.getresponse()
            self.kind = answer.headers.get("Content-Type", "text/plain")
            return answer.status, answer.read()
        finally:
            connection.close()

    def answer(self, status, content, kind="application/json; charset=utf-8"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Connection", "close")  # so that nothing is left open when it goes down
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_DELETE = handle_any


class Register(ThreadingHTTPServer):
    """The scripted server; one of its methods says how the answers are to be spoilt."""

    daemon_threads = True

    def __init__(self, behind):
        self.behind = urlsplit(behind).netloc
        self.asked = []  # the verb and the path of each request
        self._go_up(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.server_port}"

    def _go_up(self, address):
        super().__init__(address, Script)
        self.spoil = None
        self.release = threading.Event()
        self._thread = threading.Thread(target=self.serve_forever, args=(0.01,))
        self._thread.start()

    def handle_error(self, request, client_address):
        pass

    def down(self):
        if self._thread.is_alive():
            self.release.set()
            self.shutdown()
            self._thread.join()
            self.server_close()

    def mend(self):
        """Answer again as the practice service does, where it answered before."""
        if self._thread.is_alive():
            self.spoil = None
            self.release.set()
            self.release = threading.Event()
        else:
            self._go_up(self.server_address)

    def slow(self):
        def spoil(asked, body):
            self.release.wait(30)
            asked.close_connection = True

        self.spoil = spoil

    def cut_off(self):
        def spoil(asked, body):
            asked.send_response(200)
            asked.send_header("Content-Type", "application/json")
            asked.send_header("Content-Length", "1000")
            asked.end_headers()
            asked.wfile.write(b'{"type": "FeatureColl')
            asked.close_connection = True

        self.spoil = spoil

    def web_page(self):
        page = b"<!doctype html><html><body><h1>Welcome to the hotel's network</h1></body></html>"
        self.spoil = lambda asked, body: asked.answer(200, page, "text/html")

    def other_json(self):
        self.spoil = lambda asked, body: asked.answer(200, b'{"weather": ["rain", "sleet"]}')

    def change_works(self, change):
        """Let `change(features)` alter the works on the map before they are answered."""

        def spoil(asked, body):
            status, content = asked.hand_on(body)
            if status == 200 and "/geojson/works" in asked.path:
                collection = json.loads(content)
                change(collection["features"])
                content = json.dumps(collection).encode()
            asked.answer(status, content)

        self.spoil = spoil
