"""Ordnance Survey's test points, drawn with the mouse: from the canvas to the extent."""

import csv
import math

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsAdvancedDigitizingDockWidget
from qgis.PyQt.QtCore import QCoreApplication, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from street_works.plugin.map.draw import DrawTool
from street_works.plugin.map.kinds import Shape

SIZE = 401
METRES_ACROSS = 0.4


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


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4258", "EPSG:3857"])
def test_a_point_drawn_on_a_test_point_is_where_ordnance_survey_says(
    qgis_canvas, drawing, points, crs, capsys
):
    from pyproj import Transformer
    from street_works.plugin.extents import Drawing, examine

    to_crs = Transformer.from_crs("EPSG:4326", crs, always_xy=True)
    heard, worst = [], 0.0
    drawing.drawn.connect(lambda wkt, named: heard.append((wkt, named)))
    for point in points:
        longitude = float(point["etrs89_longitude_deg"])
        x, y = to_crs.transform(longitude, float(point["etrs89_latitude_deg"]))
        look_at(qgis_canvas, crs, x, y, METRES_ACROSS if crs == "EPSG:3857" else 4e-6)
        drawing.start(Shape.POINT)
        place = qgis_canvas.getCoordinateTransform().transform(QgsPointXY(x, y))
        spot = QPoint(round(place.x()), round(place.y()))
        QTest.mouseMove(qgis_canvas.viewport(), spot)
        QTest.mouseClick(
            qgis_canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
        )
        QCoreApplication.processEvents()
        wkt, named = heard[-1]
        extent = examine(Drawing(wkt, named)).extent.geometry
        off = math.hypot(
            extent.x - float(point["osgb36_easting_m"]),
            extent.y - float(point["osgb36_northing_m"]),
        )
        worst = max(worst, off)
    with capsys.disabled():
        print(f"\n  {len(heard)} test points drawn in {crs}: at most {1000 * worst:.1f} mm off")
    assert len(heard) == 20
    assert worst <= 0.01
