"""A workplace on a real canvas, signed in to a register that answers as badly as it is told."""

import re
from functools import partial
from types import SimpleNamespace

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMessageBar
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QMenu
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.libraries import load_libraries
from street_works.tests.made import waiting
from street_works.tests.made.spoilt_service import Register

load_libraries()  # before any room that uses shapely or pyproj

SECONDS = 2.0
IN_VIEW = (471050.0, 235950.0, 471150.0, 236050.0)
TRENCH = "LINESTRING (471065 236014, 471085 236014)"
# What a planner must never be shown as the message or the advice.
_MACHINE_TALK = re.compile(r"Traceback|\w+Error\b|\w+Exception\b|pydantic|urllib3|<class|object at")


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


@pytest.fixture
def until(qgis_app):
    """Give the function that serves QGIS's events until a condition holds."""
    return waiting.until


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
    waiting.until(lambda: workplace.account.signed_in and not workplace.jobs.running)
    assert workplace.heard == []
    return workplace


@pytest.fixture
def at_work(signed_in):
    """The workplace with a drawing and a half-filled form on the desk."""
    signed_in.sheet.take(TRENCH, "EPSG:27700")
    waiting.until(lambda: not signed_in.jobs.running)
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
