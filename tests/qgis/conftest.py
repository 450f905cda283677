"""What holds for all tests in QGIS."""

import gc

import pytest


@pytest.fixture(scope="session", autouse=True)
def no_layer_outlives_qgis(qgis_app):
    """Let go of what was raised while QGIS is there: it crashes when a layer goes after it.

    QGIS 3.22 keeps what an algorithm raised for ever, and with it the frames of the test.
    """
    yield
    from qgis.core import QgsProcessingException

    gc.unfreeze()
    for kept in gc.get_objects():
        if isinstance(kept, QgsProcessingException):
            kept.__traceback__ = kept.__context__ = None
    gc.collect()


@pytest.fixture(autouse=True)
def no_layer_goes_while_it_is_drawn(qgis_canvas):
    """Let drawings end: QGIS crashes when a layer that a project brought goes (see patterns)."""
    yield
    qgis_canvas.stopRendering()
    qgis_canvas.waitWhileRendering()
