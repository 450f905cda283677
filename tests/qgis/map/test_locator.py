"""QGIS's own locator with the plugin's filters, against the practice service over HTTP."""

import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from qgis.core import QgsLocator, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtCore import QCoreApplication, QThread
from qgis.PyQt.QtTest import QTest
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.api import StreetManager  # noqa: E402 - after load_libraries
from street_works.plugin.api.http.transport import Retries  # noqa: E402
from street_works.plugin.background.carrier import QgisCarrier  # noqa: E402
from street_works.plugin.background.jobs import Jobs  # noqa: E402
from street_works.plugin.errors import StreetWorksError  # noqa: E402
from street_works.plugin.map.locator import Locator, Services  # noqa: E402
from street_works.plugin.practice import PracticeService  # noqa: E402
from street_works.plugin.trade.box import Box  # noqa: E402
from street_works.plugin.trade.kinds import WORKS  # noqa: E402
from street_works.tests.made.at_the_register import own_permits  # noqa: E402
from street_works.tests.made.map_records import EVER  # noqa: E402
from street_works.tests.made.waiting import until  # noqa: E402

VIEW = Box(471050.0, 235950.0, 471150.0, 236050.0)


@pytest.fixture(scope="module")
def practice(qgis_app):
    service = PracticeService()
    service.start()
    yield service
    service.stop()


@pytest.fixture
def sign_in(practice):
    """Give the function that signs in through QGIS's network, as the account does."""
    clients, jobs = [], Jobs()

    def in_a_job(work):
        ended = []
        jobs.start("test", lambda _progress: work(), done=ended.append, failed=ended.append)
        until(lambda: ended)
        assert not isinstance(ended[0], Exception), ended[0]
        return ended[0]

    def sign_in(role="Planner"):
        client = StreetManager(
            practice.start(), carrier=QgisCarrier(), timeout=5, retries=Retries(tries=1)
        )
        account = next(one for one in practice.accounts if one.role == role)
        in_a_job(lambda: client.sign_in(account.email, account.password))
        client.ask = lambda call, *args, **more: in_a_job(lambda: call(*args, **more))
        clients.append(client)
        return client

    yield sign_in
    jobs.cancel_all()
    for client in clients:
        client.close()


class Bar:
    """QGIS's locator, registered with as with iface, and what it finds."""

    def __init__(self):
        self.locator = QgsLocator()
        self.results = []
        self.finished = 0
        self.locator.foundResult.connect(self._take)
        self.locator.finished.connect(self._end)

    def _take(self, result):
        self.results.append(QgsLocatorResult(result))  # the signal's own one is gone afterwards

    def _end(self):
        self.finished += 1

    def registerLocatorFilter(self, one):  # noqa: N802 - as iface has it
        self.locator.registerFilter(one)

    def deregisterLocatorFilter(self, one):  # noqa: N802 - as iface has it
        self.locator.deregisterFilter(one)

    def type(self, text, wait=True):
        """Search as the locator bar does, and return what is shown once it is over."""
        self.results.clear()
        before = self.finished
        self.locator.fetchResults(text, QgsLocatorContext())
        if wait:
            until(lambda: self.finished > before)
        return [(one.displayString, one.description) for one in self.results]

    def choose(self, number=0):
        result = self.results[number]
        result.filter.triggerResult(result)


@pytest.fixture
def bar(qgis_app):
    """The locator bar with the filters in it; what comes of results is in its lists."""
    made = Bar()
    made.client = None
    made.places, made.picked, made.troubles, made.asked, made.threads = [], [], [], [], []

    def register():
        made.threads.append(QThread.currentThread())
        return None if made.client is None else made.client.register

    services = Services(
        register,
        made.places.append,
        made.picked.append,
        lambda: made.asked.append("sign in"),
        made.troubles.append,
    )
    made.ours = Locator(made, services)
    yield made
    made.ours.remove()
    made.locator.deleteLater()


@pytest.fixture
def signed_in(bar, sign_in):
    bar.client = sign_in()
    return bar


def test_the_filters_are_in_the_bar_under_their_prefixes_until_they_are_removed(bar):
    ours = [one for one in bar.locator.filters() if one.name().startswith("street_works_")]
    assert sorted(one.activePrefix() for one in ours) == ["pos", "street", "works"]
    assert len({one.displayName() for one in ours}) == 3
    bar.ours.remove()
    assert bar.locator.filters() == []


@pytest.mark.parametrize(
    ("text", "wkt", "within"),
    [
        (
            "TQ 3005 8030",
            "POLYGON ((530060 180300, 530060 180310, 530050 180310, 530050 180300, 530060 180300))",
            0,
        ),
        (
            "tq3080",
            "POLYGON ((531000 180000, 531000 181000, 530000 181000, 530000 180000, 531000 180000))",
            0,
        ),
        ("TQ 30055 80305", "POINT (530055 180305)", 0),
        ("530050.25, 180300", "POINT (530050.25 180300)", 0),
        # Ordnance Survey's own example of OSTN15; without its grid it would be metres off
        ("52°39'28.8282\" N, 1°42'57.8663\" E", "POINT (651409.804 313177.450)", 0.02),
        ("pos 52.658007833, 1.716073972", "POINT (651409.804 313177.450)", 0.02),
    ],
)
def test_positions_are_found_without_a_network_and_gone_to(bar, text, wkt, within):
    from shapely import from_wkt

    found = [one for one in bar.type(text) if not one[0].startswith("Sign in")]
    assert len(found) == 1
    bar.choose([one.displayString for one in bar.results].index(found[0][0]))
    (place,) = bar.places
    expected = from_wkt(wkt)
    assert place.geom_type == expected.geom_type
    assert place.hausdorff_distance(expected) <= within
    assert bar.picked[0].geometry["type"] == place.geom_type
    assert bar.troubles == []


@pytest.mark.parametrize("text", ["pos TQ 30", "pos XX 1234 5678", "pos high street", "pos 12"])
def test_what_is_no_position_finds_none(bar, text):
    assert bar.type(text) == []


def test_a_position_outside_the_grid_is_told_when_it_is_chosen(bar):
    assert len(bar.type("pos 48.85, 2.35")) == 1
    bar.choose()
    assert bar.places == []
    (error,) = bar.troubles
    assert isinstance(error, StreetWorksError)
    assert error.advice


@pytest.mark.parametrize(
    "text", ["bridge street", "Bridge Street, Harrowmere", "street harrowmere bridge"]
)
def test_streets_are_found_by_name_and_town(signed_in, text):
    assert signed_in.type(text) == [
        ("BRIDGE STREET, HARROWMERE", "OLD TOWN, MIDVALE COUNTY COUNCIL, USRN 99400104")
    ]
    signed_in.choose()
    (place,) = signed_in.places
    assert (place.x, place.y) == (471004.69, 235872.95)
    assert signed_in.picked[0].usrn == 99400104


def test_a_street_is_found_by_its_number_with_its_line(signed_in):
    assert signed_in.type("99400104")[0][0] == "BRIDGE STREET, HARROWMERE"
    signed_in.choose()
    (place,) = signed_in.places
    assert place.geom_type == "MultiLineString"
    assert place.length > 50
    assert signed_in.type("99999999") == []


def test_works_and_permits_are_found_by_their_references(signed_in):
    client = signed_in.client
    listed = client.ask(own_permits, client)[0]
    works, permit = listed.works_reference, listed.reference
    for text in (works, permit, permit.lower(), f" {works} "):
        (found,) = signed_in.type(text)
        assert found[0] == text.strip().upper()
        assert listed.street in found[1]
        signed_in.choose()
        assert (signed_in.picked[-1].works, signed_in.picked[-1].permit) == (works, permit)
        assert signed_in.places[-1].geom_type == listed.geometry["type"]


def test_other_promoters_works_are_found_by_their_whole_reference(signed_in):
    client = signed_in.client
    seen = client.ask(client.register.map_records, WORKS, VIEW, EVER).records
    other = next(one for one in seen if one.promoter_code != client.register.organisation_code)
    for text in (other.reference, other.works_reference):
        (found,) = signed_in.type(text)
        assert found[0] == text
        assert other.promoter in found[1]
        signed_in.choose()
        assert signed_in.picked[-1].works == other.works_reference
        assert not signed_in.places[-1].is_empty


def test_ones_own_works_are_found_by_a_part_of_the_reference_or_the_street(signed_in):
    client = signed_in.client
    listed = client.ask(own_permits, client)[0]
    part = listed.works_reference[3:10]
    found = signed_in.type(f"works {part}")
    assert listed.reference in [one[0] for one in found]
    by_street = signed_in.type(f"works {listed.street.lower()}")
    assert listed.reference in [one[0] for one in by_street]
    assert signed_in.type("works zz-nothing-like-it") == []


def test_contractors_are_told_that_they_need_the_whole_reference(bar, sign_in):
    bar.client = sign_in("Contractor")
    ((title, advice),) = bar.type("works 1234")
    assert title == "No works have the reference “1234”."
    assert "whole reference" in advice
    bar.choose()
    assert [one.message for one in bar.troubles] == [title]


@pytest.mark.parametrize("text", ["bridge street", "99400104", "ZW00211608033", "street x y"])
def test_who_is_signed_out_is_told_so_once_and_can_sign_in_from_there(bar, text):
    ((title, _name),) = bar.type(text)
    assert title == f"Sign in to Street Manager to find “{text.removeprefix('street ')}”"
    bar.choose()
    assert bar.asked == ["sign in"]


@pytest.mark.parametrize("text", ["brid", "1234", "buffer", "a"])
def test_ordinary_searches_do_not_ask_for_works(signed_in, text):
    """Only what is written like a reference goes to the works, and words to the streets."""
    signed_in.type(text)
    assert {one.filter.name() for one in signed_in.results} <= {"street_works_street"}


def test_the_register_of_the_main_thread_is_asked_on_another_one(signed_in, monkeypatch):
    from street_works.plugin.map import locator

    asked = []

    def find(register, text):
        asked.append((QThread.currentThread(), register))
        return []

    monkeypatch.setattr(locator, "find_streets", find)
    signed_in.type("street bridge")
    ((thread, register),) = asked
    assert register == signed_in.client.register
    assert thread is not QCoreApplication.instance().thread()
    assert set(signed_in.threads) == {QCoreApplication.instance().thread()}


@pytest.mark.parametrize("fault", [RuntimeError("broken"), None])
def test_no_failure_ends_as_a_traceback(signed_in, practice, monkeypatch, fault):
    from street_works.plugin.map import locator

    if fault is None:
        signed_in.client = gone(signed_in.client)
    else:

        def fail(register, text):
            raise fault

        monkeypatch.setattr(locator, "find_streets", fail)
    ((title, advice),) = signed_in.type("street bridge")
    assert title
    assert advice
    assert "broken" not in title + advice
    signed_in.choose()
    (error,) = signed_in.troubles
    assert (error.message, error.advice) == (title, advice)
    assert error.detail


def gone(client):
    """Return a client that is signed in at an address where nobody answers."""
    nobody = StreetManager(
        "http://127.0.0.1:9", carrier=QgisCarrier(), timeout=1, retries=Retries(tries=1)
    )
    nobody._session._kept = client._session._kept
    return nobody


class Silent(BaseHTTPRequestHandler):
    """Takes a request and does not answer until it is let go."""

    def log_message(self, *args):
        pass

    def do_GET(self):
        self.server.asked.append(self.path)
        self.server.release.wait(20)


@pytest.fixture
def silent(signed_in):
    """A register that does not answer, and the signed-in bar that asks it."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Silent)
    server.daemon_threads = True
    server.asked, server.release = [], threading.Event()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    client = StreetManager(
        f"http://127.0.0.1:{server.server_port}",
        carrier=QgisCarrier(),
        timeout=30,
        retries=Retries(tries=1),
    )
    client._session._kept = signed_in.client._session._kept
    signed_in.client = client
    yield server
    server.release.set()
    server.shutdown()
    thread.join()
    server.server_close()
    client.close()


def test_a_search_ends_when_the_planner_types_on(signed_in, silent):
    signed_in.type("street bridge", wait=False)
    until(lambda: silent.asked)
    begun = time.monotonic()
    ended = signed_in.finished
    signed_in.locator.cancelWithoutBlocking()
    until(lambda: signed_in.finished > ended)
    assert time.monotonic() - begun < 2
    assert signed_in.results == []


def test_fast_typing_asks_once(signed_in, silent):
    for text in ("street b", "street br", "street bri", "street brid", "street bridge"):
        signed_in.locator.cancelWithoutBlocking()
        until(lambda: not signed_in.locator.isRunning())
        signed_in.type(text, wait=False)
        QTest.qWait(100)
    until(lambda: silent.asked)
    assert len(silent.asked) == 1
    assert "bridge" in silent.asked[0]
    signed_in.locator.cancelWithoutBlocking()
    until(lambda: not signed_in.locator.isRunning())


def test_the_plugin_goes_while_a_search_is_under_way_and_qgis_does_not_hang(signed_in, silent):
    signed_in.type("street bridge", wait=False)
    until(lambda: silent.asked)
    begun = time.monotonic()
    signed_in.ours.remove()
    assert time.monotonic() - begun < 3
    assert signed_in.locator.filters() == []
    assert signed_in.results == []


def test_positions_are_the_only_ones_on_the_main_thread(bar):
    fast = [
        one.name() for one in bar.locator.filters() if one.flags() & QgsLocatorFilter.Flag.FlagFast
    ]
    assert fast == ["street_works_pos"]
