"""Layers for the algorithms, and the provider as QGIS has it."""

import pytest
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)


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

    Outputs whose names are given are kept in memory.
    """

    def run_one(name, layer, *outputs, given=None, **parameters):
        algorithm = QgsApplication.processingRegistry().algorithmById(f"streetworks:{name}")
        context, heard = QgsProcessingContext(), given or Feedback()
        context.setProject(QgsProject.instance())
        wanted = dict.fromkeys(outputs, "TEMPORARY_OUTPUT")
        results, fine = algorithm.run({"INPUT": layer, **wanted, **parameters}, context, heard)
        layers = {name: context.takeResultLayer(results[name]) for name in outputs if fine}
        return results, fine, heard, layers

    return run_one


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


def _fields():
    from qgis.core import QgsField
    from street_works.plugin.map.compat import TEXT_FIELD
    from street_works.plugin.processing.names import WHOLE_NUMBER_FIELD

    return [QgsField("number", WHOLE_NUMBER_FIELD), QgsField("name", TEXT_FIELD)]


def _geometry(text):
    return QgsGeometry() if text is None else QgsGeometry.fromWkt(text)
