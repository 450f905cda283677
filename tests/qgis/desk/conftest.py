"""A workplace on a real canvas, signed in to a register that answers as badly as it is told.

Each test has its own, unless it or its file is marked `one_workplace`: the tests of a file that
are share one, which is emptied after each. That is for tests of what lies on the desk, which take
less time than a workplace takes to be made.
"""

import re
import sys
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.libraries import load_libraries
from street_works.tests.made import one_workplace, waiting
from street_works.tests.made.spoilt_service import Register
from street_works.tests.made.switched_on import hear, switched_on

load_libraries()  # before any room that uses shapely or pyproj

TRENCH = "LINESTRING (471065 236014, 471085 236014)"
# What a planner must never be shown as the message or the advice.
_MACHINE_TALK = re.compile(r"Traceback|\w+Error\b|\w+Exception\b|pydantic|urllib3|<class|object at")


@pytest.fixture(scope="session")
def practice(qgis_app):
    from street_works.plugin.practice import PracticeService

    service = PracticeService()
    url = service.start()
    planner = next(account for account in service.accounts if account.role == "Planner")
    yield SimpleNamespace(
        url=url, email=planner.email, password=planner.password, accounts=service.accounts
    )
    service.stop()


@pytest.fixture(scope="module")
def workplace_of_file(qgis_iface, qgis_canvas, practice, tmp_path_factory):
    """What tests of a file share: the workplace, signed in, with its register and its folder."""

    @contextmanager
    def make():
        folder = _folder_in(tmp_path_factory.mktemp("shared"))
        qgis_iface.newProject()
        register = Register(practice.url)
        try:
            with switched_on(qgis_iface, qgis_canvas, folder) as on:
                place = hear(on().workplace)
                one_workplace.sign_in(place, register, practice)
                view = qgis_canvas.extent()
                yield SimpleNamespace(place=place, register=register, folder=folder, view=view)
        finally:
            register.down()

    made = one_workplace.Shared(make)
    yield made
    made.close()


@pytest.fixture
def shared_desk(request, workplace_of_file):
    """That workplace, with nothing on the desk, or None for a test that has its own."""
    if request.node.get_closest_marker("one_workplace") is None:
        workplace_of_file.close()
        yield None
        return
    desk = workplace_of_file.desk()
    yield desk
    one_workplace.empty(desk)


@pytest.fixture
def register(practice, shared_desk):
    if shared_desk is not None:
        yield shared_desk.register
        return
    server = Register(practice.url)
    yield server
    server.down()


@pytest.fixture
def until(qgis_app):
    """Give the function that serves QGIS's events until a condition holds."""
    return waiting.until


@pytest.fixture
def folder(tmp_path, shared_desk):
    """The folder in which the plugin keeps its files."""
    return _folder_in(tmp_path) if shared_desk is None else shared_desk.folder


def _folder_in(place):
    made = place / "profile" / "street_works"
    made.mkdir(parents=True)
    return made


@pytest.fixture
def switch_on(request, folder, qgis_iface, qgis_canvas, qgis_new_project):
    """Give the function that switches the plugin on; each is switched off in the end."""
    england = request.node.get_closest_marker("england") is not None
    with switched_on(qgis_iface, qgis_canvas, folder, england=england) as on:
        yield on


@pytest.fixture
def plugin(switch_on):
    """The plugin, switched on, of a test that has its own workplace."""
    return switch_on()


@pytest.fixture
def workplace(request, shared_desk):
    """A workplace whose `heard` lists every trouble that was told."""
    if shared_desk is not None:
        return shared_desk.place
    return hear(request.getfixturevalue("plugin").workplace)


@pytest.fixture
def environment(register):
    return one_workplace.environment_of(register)


@pytest.fixture
def signed_in(workplace, register, practice):
    """The workplace, signed in through the scripted server, with nothing under way."""
    if not workplace.account.signed_in:
        one_workplace.sign_in(workplace, register, practice)
    return workplace


@pytest.fixture
def at_work(signed_in):
    """The workplace with a drawing and a half-filled form on the desk."""
    signed_in.sheet.take(TRENCH, "EPSG:27700")
    waiting.until(lambda: not signed_in.jobs.running)
    values = {**signed_in.sheet.form_values, "description_of_work": "Renewing the gas main"}
    signed_in.sheet.keep_values(values)
    return signed_in


@pytest.fixture(scope="module")
def told_of_file():
    """What the register told the first test of a file that checked for clashes, in a list."""
    return []


@pytest.fixture
def check(at_work, told_of_file, until):
    """Give the function that checks the extent on the desk for clashes within so many metres.

    Only the first test of a file asks the register; the others know what it told that one.
    """

    def check(within_m):
        at_work.clash_panel.distanceBox.setValue(within_m)
        if told_of_file:
            at_work.dock.show_panel(at_work.clash_panel)
            at_work.clashing._came(*told_of_file)
        else:
            at_work.find_clashes()
        until(lambda: at_work.clashing.report is not None and not at_work.jobs.running)
        told_of_file[:] = [at_work.clashing.known]
        return at_work

    return check


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
def complaints(monkeypatch):
    """What reached Python's last resort, which QGIS shows to the planner."""
    heard = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, _trace: heard.append(error))
    return heard


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
