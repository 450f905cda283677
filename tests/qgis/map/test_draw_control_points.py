"""Ordnance Survey's test points, drawn with the mouse: from the canvas to the extent."""

import csv
import math

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsAdvancedDigitizingDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.map.draw import DrawTool
from street_works.plugin.trade.kinds import Shape

SIZE = 401
METRES_ACROSS = 0.4
AIRY_MERCATOR = (
    "+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy"
)


@pytest.fixture
def points(shared):
    with shared("data/ostn15/os_test_points.csv").open(newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture
def drawing(qgis_canvas, qgis_new_project):
    qgis_canvas.resize(SIZE, SIZE)
    before = qgis_canvas.mapTool()
    dock = QgsAdvancedDigitizingDockWidget(qgis_canvas)
    tool = DrawTool(qgis_canvas, dock)
    yield tool
    tool.finish()
    dock.deleteLater()
    if before is not None:
        qgis_canvas.setMapTool(before)


def look_at(canvas, crs, x, y, across):
    system = QgsCoordinateReferenceSystem(crs)
    QgsProject.instance().setCrs(system)
    canvas.setDestinationCrs(system)
    half = across / 2
    canvas.setExtent(QgsRectangle(x - half, y - half, x + half, y + half))


@pytest.fixture
def ballpark(qgis_new_project):
    """Let the project convert to National Grid without any change of datum, some 100 m off."""
    context = QgsProject.instance().transformContext()
    grid = QgsCoordinateReferenceSystem("EPSG:27700")
    to_radians = "+proj=unitconvert +xy_in=deg +xy_out=rad"
    first_steps = {
        "EPSG:4326": to_radians,
        "EPSG:4258": to_radians,
        "EPSG:3857": "+inv +proj=webmerc +ellps=WGS84",
    }
    for crs, first in first_steps.items():
        steps = f"+proj=pipeline +step {first} +step {AIRY_MERCATOR}"
        source = QgsCoordinateReferenceSystem(crs)
        assert context.addCoordinateOperation(source, grid, steps, False)
    QgsProject.instance().setTransformContext(context)
    yield
    QgsProject.instance().setTransformContext(QgsCoordinateTransformContext())


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "EPSG:3857"])
def test_a_point_drawn_on_a_test_point_is_where_ordnance_survey_says(
    qgis_canvas, drawing, points, crs, capsys
):
    offs = drawn_offs(qgis_canvas, drawing, points, crs)
    with capsys.disabled():
        print(f"\n  {len(offs)} test points drawn in {crs}: at most {1000 * max(offs):.1f} mm off")
    assert len(offs) == 20
    assert max(offs) <= 0.01


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "EPSG:3857"])
def test_a_projects_own_datum_settings_change_nothing(qgis_canvas, drawing, ballpark, points, crs):
    system = QgsCoordinateReferenceSystem(crs)
    theirs = QgsCoordinateTransform(
        system, QgsCoordinateReferenceSystem("EPSG:27700"), QgsProject.instance()
    )
    point = points[0]
    x, y = place_of(point, crs)
    there = theirs.transform(QgsPointXY(x, y))
    assert distance(there.x(), there.y(), point) > 20, "the project's setting is not in use"
    assert max(drawn_offs(qgis_canvas, drawing, points, crs)) <= 0.01


def drawn_offs(canvas, drawing, points, crs):
    """Draw each point with the mouse; returns how far the extents are from where they should be."""
    from street_works.plugin.extents import Drawing, examine

    heard, offs = [], []
    drawing.drawn.connect(lambda wkt, named: heard.append((wkt, named)))
    for point in points:
        x, y = place_of(point, crs)
        look_at(canvas, crs, x, y, METRES_ACROSS if crs == "EPSG:3857" else 4e-6)
        drawing.start(Shape.POINT)
        place = canvas.getCoordinateTransform().transform(QgsPointXY(x, y))
        spot = QPoint(round(place.x()), round(place.y()))
        QTest.mouseMove(canvas.viewport(), spot)
        QTest.mouseClick(
            canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
        )
        QCoreApplication.processEvents()
        extent = examine(Drawing(*heard[-1])).extent.geometry
        offs.append(distance(extent.x, extent.y, point))
    return offs


def place_of(point, crs):
    from pyproj import Transformer

    to_crs = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    longitude = float(point["etrs89_longitude_deg"])
    return to_crs.transform(longitude, float(point["etrs89_latitude_deg"]))


def distance(x, y, point):
    return math.hypot(x - float(point["osgb36_easting_m"]), y - float(point["osgb36_northing_m"]))
