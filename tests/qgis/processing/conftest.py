"""Layers for the algorithms, and the provider as QGIS has it."""

import csv

import numpy as np
import pytest
import shapely
from qgis.core import (
    QgsApplication,
    QgsAuthMethodConfig,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsSettings,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QSettings
from shapely import affinity
from street_works.tests.made.postgis import cluster
from street_works.tests.made.team_register import PASSWORD, USER


class Feedback(QgsProcessingFeedback):
    """Keeps what is said, and cancels when the progress comes to `cancel_at`."""

    def __init__(self, cancel_at=101.0):
        super().__init__(False)
        self.said, self.errors, self.steps = [], [], []
        self.progressChanged.connect(self._note)
        self._cancel_at = cancel_at

    def _note(self, progress):
        self.steps.append(progress)
        if progress >= self._cancel_at:
            self.cancel()

    def pushInfo(self, info):  # noqa: N802 - QGIS's name
        self.said.append(info)

    def reportError(self, error, fatalError=False):  # noqa: N802, N803 - QGIS's names
        self.errors.append(error)


@pytest.fixture
def provider(qgis_app):
    from street_works.plugin.processing.provider import StreetWorksProvider

    registry = QgsApplication.processingRegistry()
    made = StreetWorksProvider()
    assert registry.addProvider(made)
    yield made
    registry.removeProvider(made)


@pytest.fixture
def feedback():
    """Give the class of a feedback that keeps what it is told."""
    return Feedback


@pytest.fixture
def run(provider):
    """Give the function that runs an algorithm: results, whether it ended well, feedback, layers.

    Outputs whose names are given are kept in memory. As in a planner's QGIS, an algorithm that does
    not say otherwise is stopped by the first shape that GEOS calls invalid.
    """

    def run_one(name, layer, *outputs, given=None, **parameters):
        algorithm = QgsApplication.processingRegistry().algorithmById(f"streetworks:{name}")
        context, heard = QgsProcessingContext(), given or Feedback()
        context.setProject(QgsProject.instance())
        context.setInvalidGeometryCheck(QgsFeatureRequest.GeometryAbortOnInvalid)
        wanted = dict.fromkeys(outputs, "TEMPORARY_OUTPUT")
        results, fine = algorithm.run({"INPUT": layer, **wanted, **parameters}, context, heard)
        layers = {name: context.takeResultLayer(results[name]) for name in outputs if fine}
        return results, fine, heard, layers

    return run_one


@pytest.fixture
def planner(qgis_app, monkeypatch, tmp_path):
    """Give the settings that the algorithms read: a file of this test's own."""
    from street_works.plugin.processing import algorithm, clashes, register
    from street_works.plugin.settings import Settings

    store = QgsSettings(str(tmp_path / "planner.ini"), QSettings.Format.IniFormat)
    for module in (algorithm, clashes, register):
        monkeypatch.setattr(module, "Settings", lambda: Settings(store))
    return Settings(store)


@pytest.fixture
def authcfg(qgis_app):
    """Give the id of the pair that the made-up register takes, as QGIS keeps it."""
    manager = QgsApplication.authManager()
    manager.setMasterPassword("a master password", True)
    config = QgsAuthMethodConfig("Basic")
    config.setName("Street Manager")
    config.setConfig("username", USER)
    config.setConfig("password", PASSWORD)
    stored = manager.storeAuthenticationConfig(config)
    config = stored[1] if isinstance(stored, tuple) else config
    yield config.id()
    manager.removeAuthenticationConfig(config.id())


@pytest.fixture(scope="session")
def server():
    """Give the socket of a PostgreSQL server."""
    with cluster() as socket:
        yield socket


@pytest.fixture
def cut(qgis_app):
    """Give the function that leaves the first points of a line or area, as broken files do."""

    def cut_off(text, points):
        whole = QgsGeometry.fromWkt(text).asWkb().data()
        head = 9 if text.startswith("POLYGON") else 5
        rest = whole[head + 4 :][: points * 16]
        broken = QgsGeometry()
        broken.fromWkb(whole[:head] + points.to_bytes(4, "little") + rest)
        return broken

    return cut_off


@pytest.fixture
def layer_of(qgis_app):
    """Give the function that makes a layer of WKTs, each with its number as field `number`."""

    def make(kind, crs, shapes):
        where = f"?crs={crs}" if crs else ""
        layer = QgsVectorLayer(kind + where, "drawn", "memory")
        if not crs:
            layer.setCrs(type(layer.crs())())
        layer.dataProvider().addAttributes(_fields())
        layer.updateFields()
        features = []
        for number, shape in enumerate(shapes):
            feature = QgsFeature(layer.fields())
            feature.setAttributes([number, f"works {number}"])
            feature.setGeometry(shape if isinstance(shape, QgsGeometry) else _geometry(shape))
            features.append(feature)
        added, _ = layer.dataProvider().addFeatures(features)
        assert added
        assert layer.featureCount() == len(shapes)
        return layer

    return make


@pytest.fixture
def validity_cases(shared, qgis_app):
    """Give the cases of GEOS and JTS, moved to the Midlands, by the kind of layer they go in.

    Each is the geometry as QGIS has it, and what is found when it is drawn alone.
    """
    from street_works.plugin.extents import Drawing, examine

    with shared("data/geometry/geos_jts_validity_cases.csv").open(newline="") as lines:
        texts = [row["wkt"] for row in csv.DictReader(lines)]
    assert len(texts) == 465
    kinds = {}
    for text in texts:
        with np.errstate(invalid="ignore"):
            moved = affinity.translate(shapely.from_wkt(text), 450000, 300000)
            # A bare ring becomes a line, as in a layer.
            binary = shapely.to_wkb(moved)
            alone = examine(Drawing(shapely.from_wkb(binary).wkt, "EPSG:27700"))
        shape = QgsGeometry()
        shape.fromWkb(binary)
        kinds.setdefault(QgsWkbTypes.displayString(shape.wkbType()), []).append((shape, alone))
    # QGIS has no memory layers of collections.
    assert len(kinds.pop("GeometryCollection")) == 1
    return kinds


def _fields():
    from qgis.core import QgsField
    from street_works.plugin.compat import TEXT_FIELD
    from street_works.plugin.processing.names import WHOLE_NUMBER_FIELD

    return [QgsField("number", WHOLE_NUMBER_FIELD), QgsField("name", TEXT_FIELD)]


def _geometry(text):
    return QgsGeometry() if text is None else QgsGeometry.fromWkt(text)


@pytest.fixture
def failing(monkeypatch):
    """Give the way to let requests for some kinds end in an error, all or those that meet a box."""
    from street_works.plugin.processing import signing_in

    def let(error, *kinds, within=None):
        fetch_all = signing_in.fetch_all

        def fetch(fetch, *wanted, **more):
            def ask(kind, part, days):
                if kind in kinds and (within is None or part.overlap(within)):
                    raise error
                return fetch(kind, part, days)

            return fetch_all(ask, *wanted, **more)

        monkeypatch.setattr(signing_in, "fetch_all", fetch)

    return let
