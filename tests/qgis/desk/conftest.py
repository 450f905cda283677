"""A workplace on a real canvas, signed in to a register that answers as badly as it is told."""

import http.client
import json
import re
import threading
import time
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QMenu
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

SECONDS = 2.0
IN_VIEW = (471050.0, 235950.0, 471150.0, 236050.0)
TRENCH = "LINESTRING (471065 236014, 471085 236014)"
# What a planner must never be shown as the message or the advice.
_MACHINE_TALK = re.compile(r"Traceback|\w+Error\b|\w+Exception\b|pydantic|urllib3|<class|object at")


class Script(BaseHTTPRequestHandler):
    """Hands requests on to the practice service, except where it is told to spoil the answer."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *args):
        pass

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        spoil = self.server.spoil
        if spoil is None:
            self.answer(*self.hand_on(body))
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
        super().__init__(("127.0.0.1", 0), Script)
        self.behind = urlsplit(behind).netloc
        self.url = f"http://127.0.0.1:{self.server_port}"
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


@pytest.fixture(scope="session")
def practice(qgis_app):
    from street_works.plugin.practice import PracticeService

    service = PracticeService()
    url = service.start()
    planner = next(account for account in service.accounts if account.role == "Planner")
    yield SimpleNamespace(url=url, email=planner.email, password=planner.password)
    service.stop()


@pytest.fixture
def register(practice):
    server = Register(practice.url)
    yield server
    server.down()


def _until(condition, seconds=20.0):
    deadline = time.monotonic() + seconds
    while not condition() and time.monotonic() < deadline:
        QCoreApplication.processEvents()
        time.sleep(0.005)
    assert condition(), "it did not come to that in time"


@pytest.fixture
def until(qgis_app):
    """Give the function that serves QGIS's events until a condition holds."""
    return _until


@pytest.fixture
def folder(tmp_path):
    """The folder in which the plugin keeps its files."""
    made = tmp_path / "profile" / "street_works"
    made.mkdir(parents=True)
    return made


@pytest.fixture
def switch_on(qgis_iface, qgis_canvas, qgis_new_project, folder, monkeypatch):
    """Give the function that switches the plugin on; each is switched off in the end."""
    from street_works.plugin.api import StreetManager
    from street_works.plugin.api.transport import Retries
    from street_works.plugin.desk import account
    from street_works.plugin.main import StreetWorksPlugin
    from street_works.ui import workplace

    monkeypatch.setattr(
        workplace,
        "QgsApplication",
        SimpleNamespace(qgisSettingsDirPath=lambda: str(folder.parent)),
    )
    impatient = partial(StreetManager, timeout=SECONDS, retries=Retries(tries=1))
    monkeypatch.setattr(account, "StreetManager", impatient)
    window = qgis_iface.mainWindow()
    bar, menu = QgsMessageBar(window), QMenu(window)
    cad = QgsAdvancedDigitizingDockWidget(qgis_canvas)
    for name, widget in (("messageBar", bar), ("pluginMenu", menu), ("cadDockWidget", cad)):
        monkeypatch.setattr(qgis_iface, name, lambda widget=widget: widget, raising=False)
    grid = QgsCoordinateReferenceSystem("EPSG:27700")
    QgsProject.instance().setCrs(grid)
    qgis_canvas.resize(600, 600)
    qgis_canvas.setDestinationCrs(grid)
    qgis_canvas.setExtent(QgsRectangle(*IN_VIEW))
    plugins = []

    def on():
        plugin = StreetWorksPlugin(qgis_iface)
        plugin.initGui()
        plugins.append(plugin)
        return plugin

    yield on
    for plugin in plugins:
        plugin.unload()
    for widget in (bar, menu, cad):
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def workplace(switch_on):
    """A workplace whose `heard` lists every trouble that was told."""
    place = switch_on().workplace
    place.heard = []
    for source in (place.account, place.live, place.sheet, place.clashing, place.applying):
        source.trouble.connect(place.heard.append)
    return place


@pytest.fixture
def environment(register):
    from street_works.plugin.settings import CUSTOM, Environment

    return Environment(CUSTOM, "Custom address", register.url)


@pytest.fixture
def signed_in(workplace, environment, practice):
    """The workplace, signed in through the scripted server, with nothing under way."""
    workplace.account.sign_in(environment, practice.email, practice.password)
    _until(lambda: workplace.account.signed_in and not workplace.jobs.running)
    assert workplace.heard == []
    return workplace


@pytest.fixture
def at_work(signed_in):
    """The workplace with a drawing and a half-filled form on the desk."""
    signed_in.sheet.take(TRENCH, "EPSG:27700")
    _until(lambda: not signed_in.jobs.running)
    values = {**signed_in.sheet.form_values, "description_of_work": "Renewing the gas main"}
    signed_in.sheet.keep_values(values)
    return signed_in


@pytest.fixture
def kept():
    """Give the function that checks that drawing and form are where they were, on disk too."""

    def check(workplace, drawing=TRENCH):
        for draft in (workplace.sheet.draft, workplace.drafts.latest()):
            assert draft.drawing_wkt == drawing
            assert draft.drawing_crs == "EPSG:27700"
            assert draft.values["description_of_work"] == "Renewing the gas main"

    return check


@pytest.fixture
def in_plain_words():
    """Give the function that checks that an error is one that a planner understands."""

    def check(error, *, detail=True):
        assert isinstance(error, StreetWorksError)
        assert error.message
        assert error.advice
        assert not _MACHINE_TALK.search(str(error)), str(error)
        assert bool(error.detail) or not detail

    return check
