"""What holds for all tests in QGIS."""

import gc
import shutil

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
    gc.freeze()  # pytest looks through all of it five times more


@pytest.fixture(autouse=True)
def no_layer_goes_while_it_is_drawn(qgis_canvas):
    """Let drawings end: QGIS crashes when a layer that a project brought goes (see patterns)."""
    yield
    qgis_canvas.stopRendering()
    qgis_canvas.waitWhileRendering()


@pytest.fixture
def no_grid_file(qgis_new_project):
    """Give the profile's folder for PROJ's files: it is not there before, nor afterwards."""
    from qgis.core import QgsProject
    from street_works.plugin.transforms import grid_in_qgis

    folder = grid_in_qgis.in_profile().parent
    assert not folder.exists()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
    QgsProject.instance().clear()


@pytest.fixture
def projs_own_made(shared, monkeypatch):
    """Let PROJ's own grid file be what the plugin makes, as that takes no time; give what it is."""
    from street_works.plugin.extents import grid_file
    from street_works.plugin.files.ostn15_file import NAME

    file = shared(f"data/ostn15/{NAME}").read_bytes()
    monkeypatch.setattr(grid_file, "content", lambda reported: file)
    return file
