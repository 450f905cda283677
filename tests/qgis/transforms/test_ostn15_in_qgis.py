"""QGIS itself by OSTN15: made, proven, taken up at once and by a fresh QGIS, and taken away."""

import csv
import math
import shutil
import subprocess
import sys

import pytest
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QApplication
from street_works.plugin.files.ostn15_file import NAME, Edition
from street_works.plugin.map.place import box_in_view
from street_works.plugin.transforms import grid_in_qgis
from street_works.plugin.transforms.converting import Converting
from street_works.plugin.transforms.operations import put_operations
from street_works.plugin.transforms.standing import standing
from street_works.tests.made.waiting import until

USUAL = ("EPSG:4326", "EPSG:4258", "EPSG:3857")
GRID = QgsCoordinateReferenceSystem("EPSG:27700")
MERCATOR_M = 6_378_137.0
LATITUDE = "etrs89_latitude_deg"


def place_of(row, crs):
    """Return where a control point is in a system, by the definition of EPSG:3857."""
    longitude, latitude = float(row["etrs89_longitude_deg"]), float(row[LATITUDE])
    if crs != "EPSG:3857":
        return QgsPointXY(longitude, latitude)
    north = math.log(math.tan(math.pi / 4 + math.radians(latitude) / 2))
    return QgsPointXY(math.radians(longitude) * MERCATOR_M, north * MERCATOR_M)


@pytest.fixture(scope="module")
def rows(shared):
    with shared("data/ostn15/os_test_points.csv").open(newline="") as lines:
        found = list(csv.DictReader(lines))
    assert len(found) == 20
    return found


def worst_m(rows, crs):
    """Convert the control points as the project does, there and back; return the worst error."""
    way = QgsCoordinateTransform(QgsCoordinateReferenceSystem(crs), GRID, QgsProject.instance())
    errors = []
    for row in rows:
        right = QgsPointXY(float(row["osgb36_easting_m"]), float(row["osgb36_northing_m"]))
        place, narrowed = place_of(row, crs), math.cos(math.radians(float(row[LATITUDE])))
        north_m = narrowed if crs == "EPSG:3857" else 111_200.0
        east_m = narrowed if crs == "EPSG:3857" else 111_200.0 * narrowed
        back = way.transform(right, Qgis.TransformDirection.Reverse)
        errors.append(way.transform(place).distance(right))
        errors.append(math.hypot((back.x() - place.x()) * east_m, (back.y() - place.y()) * north_m))
    return max(errors)


@pytest.fixture
def converting(no_grid_file):
    made = Converting()
    made.heard = []
    made.trouble.connect(made.heard.append)
    yield made
    made.close()


@pytest.fixture
def projs_own(converting, shared):
    """Have PROJ's own file in the profile, and let QGIS use it; return a way to do so."""

    def put():
        path = grid_in_qgis.in_profile()
        path.parent.mkdir()
        shutil.copy(shared(f"data/ostn15/{NAME}"), path)
        make(converting)
        return path

    return put


def make(converting):
    converting.make()
    until(lambda: not converting.busy)
    assert list(map(str, converting.heard)) == []


def test_made_proven_used_at_once_and_taken_away(converting, rows, tmp_path, tell):
    project = QgsProject.instance()
    before = {crs: worst_m(rows, crs) for crs in USUAL}
    assert min(before.values()) > 1
    assert before["EPSG:4258"] > 50
    make(converting)
    assert (standing().exact, standing().edition) == (True, Edition.OURS)
    assert converting.restart_due
    assert [path.name for path in grid_in_qgis.in_profile().parent.iterdir()] == [NAME]
    after = {crs: worst_m(rows, crs) for crs in USUAL}
    tell("control points by QGIS:", {crs: f"{1000 * m:.1f} mm" for crs, m in after.items()})
    assert max(after.values()) <= 0.01
    project.clear()
    assert max(worst_m(rows, crs) for crs in USUAL) <= 0.01, "a new project"
    put_operation_of_another_system(project)
    assert NAME not in saved(project, tmp_path)
    assert max(worst_m(rows, crs) for crs in USUAL) <= 0.01, "once it was saved"
    fresh_qgis_is_exact(tmp_path)
    converting.take_away()
    assert not grid_in_qgis.in_profile().parent.exists()
    assert list(map(str, converting.heard)) == []
    assert not converting.restart_due
    assert {crs: worst_m(rows, crs) for crs in USUAL} == before
    assert NAME not in str(project.transformContext().coordinateOperations())


def put_operation_of_another_system(project):
    """Do what each of our layers does in a project in web Mercator."""
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    put_operations(project)
    assert NAME in str(project.transformContext().coordinateOperations())


def saved(project, folder):
    """Save the project, and return what is in its file."""
    path = folder / "saved.qgs"
    assert project.write(str(path))
    QApplication.processEvents()
    return path.read_text(encoding="utf-8")


FRESH = """
import sys
from qgis.core import *
application = QgsApplication([], False, sys.argv[1])
application.initQgis()
said = []
application.messageLog().messageReceived.connect(lambda text, tag, level: said.append(text))
from street_works.plugin.transforms.proof import worst_error
print(worst_error(QgsCoordinateTransformContext()), said)
"""


def fresh_qgis_is_exact(folder):
    """See that a QGIS that is started now converts by the file, nothing written down anywhere."""
    profile = folder / "profile"
    profile.mkdir()
    shutil.copytree(grid_in_qgis.in_profile().parent, profile / "proj")
    told = subprocess.run(
        [sys.executable, "-c", FRESH, str(profile)], capture_output=True, text=True, check=False
    )
    worst, said = told.stdout.split(" ", 1)
    assert float(worst) <= 0.01, told.stderr
    assert said.strip() == "[]", "QGIS told of a transform that it could not use"


def test_a_project_gives_up_what_qgis_wrote_down_before_and_keeps_other_choices(
    projs_own, tmp_path
):
    project, web = QgsProject.instance(), QgsCoordinateReferenceSystem("EPSG:3857")
    project.setCrs(web)
    put_operations(project)
    context, other = project.transformContext(), "+proj=pipeline +step +proj=noop"
    approximate = context.calculateCoordinateOperation(GRID, web)
    assert "helmert" in approximate
    system = QgsCoordinateReferenceSystem("EPSG:4258")
    context.addCoordinateOperation(system, GRID, other)
    project.setTransformContext(context)
    path = str(tmp_path / "before.qgs")
    assert project.write(path)
    projs_own()
    assert project.read(path)
    context = project.transformContext()
    assert NAME in context.calculateCoordinateOperation(GRID, web)
    assert context.calculateCoordinateOperation(system, GRID) == other
    assert not project.isDirty()


def test_a_layer_in_any_system_with_another_datum_is_right_at_once(projs_own):
    projs_own()
    layer = QgsVectorLayer("Point?crs=EPSG:25830", "UTM", "memory")
    QgsProject.instance().addMapLayer(layer)
    assert NAME in QgsProject.instance().transformContext().calculateCoordinateOperation(
        layer.crs(), GRID
    )


def test_a_web_map_of_more_than_great_britain_can_be_looked_at(projs_own, qgis_canvas):
    projs_own()
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    put_operations(project)
    qgis_canvas.setDestinationCrs(project.crs())
    qgis_canvas.setExtent(QgsRectangle(-3e6, 6e6, 3e6, 9e6))
    box = box_in_view(qgis_canvas)
    assert box.width > 600_000


@pytest.mark.parametrize(
    "harm",
    [
        lambda content: content[: len(content) // 2],
        lambda content: b"II*\0 what somebody made",
        lambda content: b"",
    ],
)
def test_a_file_that_is_there_is_judged_and_left_alone(converting, shared, harm):
    content = harm(shared(f"data/ostn15/{NAME}").read_bytes())
    path = grid_in_qgis.in_profile()
    path.parent.mkdir()
    path.write_bytes(content)
    converting.make()
    assert not converting.busy
    (told,) = map(str, converting.heard)
    assert str(path) in told
    assert "leaves it alone" in told
    assert path.read_bytes() == content
    assert (standing().exact, standing().ours) == (False, False)


def test_projs_own_file_is_used_and_not_taken_away(converting, projs_own, rows):
    path = projs_own()
    assert (standing().exact, standing().edition) == (True, Edition.OFFICIAL)
    assert max(worst_m(rows, crs) for crs in USUAL) <= 0.01
    converting.take_away()
    assert path.exists()
