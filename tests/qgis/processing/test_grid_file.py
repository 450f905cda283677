"""The algorithm that makes the OSTN15 grid file."""

from qgis.core import QgsCoordinateReferenceSystem, QgsProject
from street_works.plugin.files.ostn15_file import NAME

GRID = QgsCoordinateReferenceSystem("EPSG:27700")


def test_with_a_path_it_is_written_there_and_qgis_stays_as_it_is(
    run, no_grid_file, projs_own_made, planner, tmp_path
):
    path = tmp_path / NAME
    results, fine, _heard, _layers = run("makegridfile", None, FILE=str(path))
    assert fine
    assert results["FILE"] == str(path)
    assert path.read_bytes() == projs_own_made
    assert not no_grid_file.exists()
    _results, fine, heard, _layers = run("makegridfile", None, FILE=str(tmp_path / "no" / NAME))
    assert not fine
    assert NAME in str(heard.errors)


def test_without_a_path_qgis_itself_converts_by_it(run, no_grid_file, projs_own_made, planner):
    results, fine, heard, _layers = run("makegridfile", None)
    assert fine, heard.errors
    assert results["FILE"] == str(no_grid_file / NAME)
    assert 0 < results["WORST_MM"] <= 10
    degrees = QgsCoordinateReferenceSystem("EPSG:4258")
    written = QgsProject.instance().transformContext().calculateCoordinateOperation(degrees, GRID)
    assert NAME in written


def test_a_file_of_somebody_else_is_left_alone(run, no_grid_file, projs_own_made, planner):
    no_grid_file.mkdir()
    (no_grid_file / NAME).write_bytes(b"what somebody made")
    _results, fine, heard, _layers = run("makegridfile", None)
    assert not fine
    assert "leaves it alone" in str(heard.errors)
    assert (no_grid_file / NAME).read_bytes() == b"what somebody made"
