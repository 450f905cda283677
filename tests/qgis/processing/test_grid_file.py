"""The algorithm that makes the OSTN15 grid file."""

import shutil

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from street_works.plugin.extents import grid_file
from street_works.plugin.files.ostn15_file import NAME
from street_works.plugin.transforms import grid_in_qgis

GRID = QgsCoordinateReferenceSystem("EPSG:27700")


@pytest.fixture
def profile(qgis_new_project):
    """Give the folder in the profile, which is not there before nor afterwards."""
    folder = grid_in_qgis.in_profile().parent
    assert not folder.exists()
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
    QgsProject.instance().clear()


@pytest.fixture
def content(shared, monkeypatch):
    """Give what is written: PROJ's own file, as it takes no time."""
    file = shared(f"data/ostn15/{NAME}").read_bytes()
    monkeypatch.setattr(grid_file, "content", lambda reported: file)
    return file


def test_with_a_path_it_is_written_there_and_qgis_stays_as_it_is(
    run, profile, content, planner, tmp_path
):
    path = tmp_path / NAME
    results, fine, _heard, _layers = run("makegridfile", None, FILE=str(path))
    assert fine
    assert results["FILE"] == str(path)
    assert path.read_bytes() == content
    assert not profile.exists()
    _results, fine, heard, _layers = run("makegridfile", None, FILE=str(tmp_path / "no" / NAME))
    assert not fine
    assert NAME in str(heard.errors)


def test_without_a_path_qgis_itself_converts_by_it(run, profile, content, planner):
    results, fine, heard, _layers = run("makegridfile", None)
    assert fine, heard.errors
    assert results["FILE"] == str(profile / NAME)
    assert 0 < results["WORST_MM"] <= 10
    degrees = QgsCoordinateReferenceSystem("EPSG:4258")
    written = QgsProject.instance().transformContext().calculateCoordinateOperation(degrees, GRID)
    assert NAME in written


def test_a_file_of_somebody_else_is_left_alone(run, profile, content, planner):
    profile.mkdir()
    (profile / NAME).write_bytes(b"what somebody made")
    _results, fine, heard, _layers = run("makegridfile", None)
    assert not fine
    assert "leaves it alone" in str(heard.errors)
    assert (profile / NAME).read_bytes() == b"what somebody made"
