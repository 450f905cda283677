"""What QGIS's canvas draws is what the panel counts, whatever was switched before."""

import random
import re
import time
from types import SimpleNamespace

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRectangle,
    QgsSettings,
    QgsTemporalNavigationObject,
    QgsVectorLayer,
)
from qgis.gui import QgsLayerTreeMapCanvasBridge, QgsMapCanvas, QgsTemporalControllerWidget
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QSettings
from street_works.plugin.background.jobs import Jobs
from street_works.plugin.live.finding.days_wanted import ALL, PRESETS, DaysWanted
from street_works.plugin.live.finding.filter import Filter
from street_works.plugin.settings import Settings
from street_works.tests.made.shown_register import COLUMNS, Account, Register, works
from street_works.tests.rounds import drawn_seed, rounds
from street_works.ui.register.live_view import LiveView

STEPS = rounds(15, full=40)
SEED = drawn_seed()
VIEW = QgsRectangle(400_000, 300_000, 401_000, 301_000)
BEGINS = (-150, -3, 0, 2, 9, 25, 60, 400)  # days from now
MODES = QgsTemporalNavigationObject.NavigationMode


def registers():
    """Return the register of each account: others' works, on other days."""
    chance = random.Random(7)  # noqa: S311
    return {
        (environment, user): Register(
            [
                works(
                    number,
                    chance.choice((-150, -3, 0, 2, 9, 25, 60, 400)),
                    chance.choice((1, 6, 40)),
                )
                for number in chance.sample(range(COLUMNS * COLUMNS), 90)
            ]
        )
        for environment in ("practice", "sandbox")
        for user in ("ann@example.org", "bob@example.org")
    }


@pytest.fixture
def canvas(qgis_app, qgis_new_project):
    """A canvas in a window, with QGIS's temporal controller as the application has it."""
    grid = QgsCoordinateReferenceSystem("EPSG:27700")
    QgsProject.instance().setCrs(grid)
    made = QgsMapCanvas()
    made.setObjectName("theMapCanvas")  # the project's
    made.follow = lambda: made.setDestinationCrs(QgsProject.instance().crs())  # as QGIS's own does
    made.controller = QgsTemporalControllerWidget()  # never shown
    made.setTemporalController(made.controller.temporalController())
    # Puts what the project has on the canvas.
    bridge = QgsLayerTreeMapCanvasBridge(QgsProject.instance().layerTreeRoot(), made)
    bridge.setAutoSetupOnFirstLayer(False)
    made.resize(720, 720)
    made.show()
    QCoreApplication.processEvents()  # else it draws for another size
    made.setDestinationCrs(grid)
    made.setExtent(VIEW)
    made.show_layers = lambda *_: bridge.setCanvasLayers()
    QgsProject.instance().crsChanged.connect(made.follow)
    QgsProject.instance().readProject.connect(made.show_layers)
    yield made
    QgsProject.instance().readProject.disconnect(made.show_layers)
    QgsProject.instance().crsChanged.disconnect(made.follow)
    made.stopRendering()
    made.waitWhileRendering()
    QgsProject.instance().clear()
    for one in (bridge, made, made.controller):
        one.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def view(canvas, tmp_path):
    QgsSettings().remove("street_works/filter")
    settings = Settings(QgsSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    made = LiveView(canvas, Jobs(), Account(), settings, tmp_path)
    made.registers, made.heard = registers(), []
    made.trouble.connect(made.heard.append)
    yield made
    assert made.live._jobs.cancel_all()
    made.close_down()
    made.panel.deleteLater()
    QgsSettings().remove("street_works/filter")


def settle(view, canvas, quiet_s=0.08, seconds=30):
    """Serve events until nothing is loaded, stated or drawn, and nothing has been for a while."""
    deadline, since = time.monotonic() + seconds, time.monotonic()
    while time.monotonic() - since < quiet_s:
        QCoreApplication.processEvents()
        live = view.live
        if view.busy or live.showing.pending or live._jobs.running or canvas.isDrawing():
            since = time.monotonic()
        time.sleep(0.002)
        assert time.monotonic() < deadline, "it never came to rest"


def told(view, canvas, seconds=4):
    """Return what is said and what is drawn, once they agree; at the latest after some seconds."""
    settle(view, canvas)
    deadline = time.monotonic() + seconds
    while stated(view) != drawn(view, canvas) and time.monotonic() < deadline:
        settle(view, canvas, quiet_s=0.2)
    return stated(view), drawn(view, canvas)


def drawn(view, canvas):
    """Return how many places of works have ink on the canvas."""
    seen, image = canvas.getCoordinateTransform(), canvas.grab().toImage()
    ground = image.pixelColor(2, 2)
    places = {tuple(one.geometry.coordinates) for one in view._account.client.records}
    pixels = [seen.transform(*place) for place in places]
    return sum(
        any(
            image.pixelColor(round(pixel.x()) + dx, round(pixel.y()) + dy) != ground
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
        )
        for pixel in pixels
    )


def stated(view):
    """Return how many works the panel says are in view."""
    for line in view.panel.statement.text().splitlines():
        found = re.match(r"(\d+)(?: of \d+)?(?: works)? in view", line)
        if found:
            return int(found[1])
    return 0


def sign_in(view, environment, user):
    view._account.environment = SimpleNamespace(key=environment)
    view._account.user = user
    view._account.client = view.registers[environment, user]
    view.live.close()
    view.signed_in()


class Walk:
    """Steps of a planner, in random order."""

    def __init__(self, view, canvas, folder, chance):
        self.view, self.canvas, self.chance = view, canvas, chance
        self.controller = canvas.controller.temporalController()
        self.saved = str(folder / "kept.qgz")
        self.steps = [
            self.account, self.account, self.environment, self.days, self.days, self.days,
            self.all_days, self.new_project, self.save, self.reopen, self.own_layer, self.load,
        ]  # fmt: skip

    def step(self):
        """Take one and return its name."""
        act = self.chance.choice(self.steps)
        act()
        return act.__name__

    def account(self):
        user = self.chance.choice(("ann@example.org", "bob@example.org"))
        sign_in(self.view, self.view._account.environment.key, user)

    def environment(self):
        key = self.chance.choice(("practice", "sandbox"))
        sign_in(self.view, key, self.view._account.user)

    def days(self):
        preset = self.chance.choice(PRESETS)
        self.view.filters.use(Filter(DaysWanted(preset)))

    def all_days(self):
        self.view.filters.use(Filter(DaysWanted(ALL)))

    def new_project(self):
        QgsProject.instance().clear()
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:27700"))
        QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:27700"))
        self.canvas.setExtent(VIEW)

    def save(self):
        assert QgsProject.instance().write(self.saved)

    def reopen(self):
        if QgsProject.instance().read(self.saved):
            self.canvas.setExtent(VIEW)

    def own_layer(self):
        name = f"mine {self.chance.random():.3f}"
        layer = QgsVectorLayer("Point?crs=EPSG:27700&field=day:date", name, "memory")
        QgsProject.instance().addMapLayer(layer)

    def load(self):
        self.view.load()


class WithController(Walk):
    """The same with the temporal controller in use."""

    def __init__(self, *given):
        super().__init__(*given)
        self.steps += [self.animate, self.fix_range, self.switch_off, self.frame, self.frame]

    def animate(self):
        self.controller.setNavigationMode(MODES.Animated)

    def fix_range(self):
        self.controller.setNavigationMode(MODES.FixedRange)

    def switch_off(self):
        self.controller.setNavigationMode(MODES.NavigationOff)

    def frame(self):
        last = max(0, self.controller.totalFrameCount() - 1)
        self.controller.setCurrentFrameNumber(self.chance.randint(0, last))


class UsedThenOff(WithController):
    """Between any two looks it was used and switched off again."""

    def step(self):
        name = super().step()
        self.animate()
        self.frame()
        self.switch_off()
        return name


@pytest.mark.parametrize("way", [Walk, UsedThenOff, WithController])
@pytest.mark.timeout(900)
def test_the_canvas_draws_what_the_statement_counts(view, canvas, tmp_path, way):
    print(f"{STEPS} steps; STREET_WORKS_SEED={SEED} gives these again")
    walk = way(view, canvas, tmp_path, random.Random(SEED))  # noqa: S311
    sign_in(view, "practice", "ann@example.org")
    settle(view, canvas)
    assert drawn(view, canvas) == stated(view) > 0
    wrong, most, taken = [], 0, []
    for number in range(STEPS):
        taken.append(walk.step())
        said, there = told(view, canvas)
        most = max(most, there)
        if said != there or view.heard:
            wrong.append(f"{number} {taken[-3:]}: said {said}, drawn {there}, {view.heard}")
    assert not wrong, "\n".join(wrong)
    assert most > STEPS // 2, "nothing was ever drawn"
    assert view.heard == []
