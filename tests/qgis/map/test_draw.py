"""Drawing with real mouse events in several coordinate systems."""

import math

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsSnappingConfig,
    QgsTolerance,
    QgsVectorLayer,
)
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapToolPan
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from street_works.plugin.compat import enum_value
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.map.draw import DrawTool, name_of, plain
from street_works.plugin.trade.kinds import Shape

VIEWS = {
    "EPSG:27700": QgsRectangle(450000, 200000, 450200, 200150),
    "EPSG:3857": QgsRectangle(-140000, 6780000, -139800, 6780150),
    "EPSG:4326": QgsRectangle(-1.27, 51.69, -1.266, 51.693),
}


@pytest.fixture
def canvas(qgis_canvas, qgis_new_project):
    qgis_canvas.resize(600, 450)
    before = qgis_canvas.mapTool()
    yield qgis_canvas
    if before is not None:
        qgis_canvas.setMapTool(before)
    qgis_canvas.setCurrentLayer(None)


def look_at(canvas, crs):
    system = QgsCoordinateReferenceSystem(crs)
    QgsProject.instance().setCrs(system)
    canvas.setDestinationCrs(system)
    canvas.setExtent(VIEWS[crs])


@pytest.fixture
def drawing(canvas):
    dock = QgsAdvancedDigitizingDockWidget(canvas)
    tool = DrawTool(canvas, dock)
    tool.heard = []
    tool.drawn.connect(lambda wkt, crs: tool.heard.append((wkt, crs)))
    tool.stopped.connect(lambda: tool.heard.append("stopped"))
    yield tool
    tool.finish()
    dock.deleteLater()


def move(canvas, x, y, modifier=Qt.KeyboardModifier.NoModifier):
    """Move the mouse: QTest's own move knows of no modifier and is lost when nothing is shown."""
    none = Qt.MouseButton.NoButton
    place = QPointF(x, y)
    there = canvas.viewport().mapToGlobal(QPoint(x, y))
    event = QMouseEvent(QEvent.Type.MouseMove, place, QPointF(there), none, none, modifier)
    QCoreApplication.sendEvent(canvas.viewport(), event)


def click(canvas, x, y, button=Qt.MouseButton.LeftButton, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.mouseMove(canvas.viewport(), QPoint(x, y))
    move(canvas, x, y, modifier)
    QTest.mouseClick(canvas.viewport(), button, modifier, QPoint(x, y))


def draw(canvas, *places):
    for place in places:
        click(canvas, *place)
    if len(places) > 1:
        click(canvas, *places[-1], button=Qt.MouseButton.RightButton)
    QCoreApplication.processEvents()


def at(canvas, x, y):
    return canvas.getCoordinateTransform().toMapCoordinates(x, y)


def vertices(wkt):
    geometry = QgsGeometry.fromWkt(wkt)  # it owns the vertices
    return [QgsPointXY(vertex) for vertex in geometry.vertices()]


@pytest.mark.parametrize("crs", list(VIEWS))
@pytest.mark.parametrize(
    ("shape", "places", "kind"),
    [
        (Shape.POINT, [(200, 150)], "Point"),
        (Shape.LINE, [(100, 100), (300, 120), (400, 300)], "LineString"),
        (Shape.POLYGON, [(100, 100), (300, 120), (280, 300)], "Polygon"),
    ],
)
def test_what_is_clicked_comes_back_in_the_projects_crs(canvas, drawing, crs, shape, places, kind):
    look_at(canvas, crs)
    drawing.start(shape)
    draw(canvas, *places)
    ((wkt, named),) = drawing.heard
    assert named == crs
    assert wkt.split(" ")[0] == kind
    pixel = canvas.mapUnitsPerPixel()
    for vertex, place in zip(vertices(wkt), places):
        assert vertex.distance(at(canvas, *place)) < 1e-3 * pixel
    assert not drawing.active


@pytest.mark.parametrize("mode", ["AllLayers", "ActiveLayer"])
@pytest.mark.parametrize("crs", list(VIEWS))
def test_it_snaps_to_the_planners_layer(canvas, drawing, crs, mode):
    look_at(canvas, crs)
    layer = QgsVectorLayer(f"LineString?crs={crs}", "kerbs", "memory")
    corner = at(canvas, 200, 150)
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromPolylineXY([corner, at(canvas, 500, 160)]))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    canvas.setLayers([layer])
    canvas.setCurrentLayer(layer)
    config = QgsSnappingConfig(QgsProject.instance())
    config.setEnabled(True)
    config.setMode(getattr(QgsSnappingConfig.SnappingMode, mode))
    config.setTypeFlag(QgsSnappingConfig.SnappingTypes.VertexFlag)
    config.setTolerance(15)
    config.setUnits(QgsTolerance.UnitType.Pixels)
    canvas.snappingUtils().setConfig(config)
    canvas.snappingUtils().locatorForLayer(layer).init()
    try:
        drawing.start(Shape.POINT)
        draw(canvas, (206, 155))
    finally:
        canvas.snappingUtils().setConfig(QgsSnappingConfig())
    ((wkt, _crs),) = drawing.heard
    assert vertices(wkt)[0].distance(corner) < 1e-9 * max(1, abs(corner.x()))
    assert canvas.currentLayer() == layer


def snap_to_a_corner(canvas, place):
    """Put a corner of a layer at a place on the canvas and let QGIS snap to it."""
    layer = QgsVectorLayer("LineString?crs=EPSG:27700", "kerbs", "memory")
    corner = at(canvas, *place)
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromPolylineXY([corner, at(canvas, 500, 160)]))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    canvas.setLayers([layer])
    config = QgsSnappingConfig(QgsProject.instance())
    config.setEnabled(True)
    config.setMode(QgsSnappingConfig.SnappingMode.AllLayers)
    config.setTypeFlag(QgsSnappingConfig.SnappingTypes.VertexFlag)
    config.setTolerance(15)
    config.setUnits(QgsTolerance.UnitType.Pixels)
    canvas.snappingUtils().setConfig(config)
    canvas.snappingUtils().locatorForLayer(layer).init()
    return corner


def test_shift_draws_free_and_without_it_the_next_click_snaps_again(canvas, drawing):
    look_at(canvas, "EPSG:27700")
    corner = snap_to_a_corner(canvas, (200, 150))
    try:
        drawing.start(Shape.LINE)
        click(canvas, 206, 155, modifier=Qt.KeyboardModifier.ShiftModifier)
        click(canvas, 400, 300)
        click(canvas, 206, 155)
        click(canvas, 206, 155, button=Qt.MouseButton.RightButton)
        QCoreApplication.processEvents()
    finally:
        canvas.snappingUtils().setConfig(QgsSnappingConfig())
    ((wkt, _crs),) = drawing.heard
    first, _middle, last = vertices(wkt)
    pixel = canvas.mapUnitsPerPixel()
    assert first.distance(at(canvas, 206, 155)) < 1e-3 * pixel
    assert first.distance(corner) > 5 * pixel
    assert last.distance(corner) < 1e-6


@pytest.mark.parametrize("crs", list(VIEWS))
def test_what_is_drawn_so_far_is_told_with_the_mouse_as_its_end(canvas, drawing, crs):
    look_at(canvas, crs)
    sketches = []
    drawing.sketched.connect(lambda wkt, named: sketches.append((wkt, named)))
    drawing.start(Shape.POLYGON)
    click(canvas, 100, 100)
    move(canvas, 300, 120)
    QTest.qWait(100)
    assert sketches[-1][0].startswith("LineString")
    click(canvas, 300, 120)
    move(canvas, 280, 300)
    QTest.qWait(100)
    wkt, named = sketches[-1]
    assert named == crs
    assert wkt.startswith("Polygon")
    last = vertices(wkt)[2]
    assert last.distance(at(canvas, 280, 300)) < 1e-3 * canvas.mapUnitsPerPixel()
    drawing.finish()
    told = len(sketches)
    move(canvas, 310, 310)
    QTest.qWait(100)
    assert len(sketches) == told


def test_the_tool_and_layer_from_before_come_back_and_nothing_is_left(canvas, drawing):
    look_at(canvas, "EPSG:27700")
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    layer = QgsVectorLayer("Point?crs=EPSG:27700", "mine", "memory")
    QgsProject.instance().addMapLayer(layer)
    canvas.setCurrentLayer(layer)
    drawing.start(Shape.POINT)
    scratch = drawing._scratch
    gone = []
    scratch.destroyed.connect(lambda: gone.append(True))
    assert scratch.isEditable()
    draw(canvas, (200, 150))
    assert canvas.mapTool() == pan
    assert canvas.currentLayer() == layer
    assert list(QgsProject.instance().mapLayers().values()) == [layer]
    QCoreApplication.sendPostedEvents(None, enum_value(QEvent.Type.DeferredDelete))
    assert gone
    canvas.unsetMapTool(pan)


@pytest.mark.parametrize("clicks", [0, 2])
def test_escape_stops_it(canvas, drawing, clicks):
    look_at(canvas, "EPSG:3857")
    drawing.start(Shape.POLYGON)
    for number in range(clicks):
        click(canvas, 100 + 50 * number, 100)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert drawing.heard == ["stopped"]
    assert not drawing.active


def test_another_tool_stops_it_and_stays(canvas, drawing):
    look_at(canvas, "EPSG:27700")
    drawing.start(Shape.LINE)
    click(canvas, 100, 100)
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    assert drawing.heard == ["stopped"]
    assert canvas.mapTool() == pan
    canvas.unsetMapTool(pan)


def test_another_crs_stops_it(canvas, drawing):
    look_at(canvas, "EPSG:27700")
    drawing.start(Shape.LINE)
    look_at(canvas, "EPSG:4326")
    assert drawing.heard == ["stopped"]


def test_starting_again_begins_anew_and_finishing_says_nothing(canvas, drawing):
    look_at(canvas, "EPSG:27700")
    drawing.start(Shape.POLYGON)
    click(canvas, 100, 100)
    drawing.start(Shape.POINT)
    draw(canvas, (200, 200))
    drawing.start(Shape.LINE)
    drawing.finish()
    drawing.finish()
    QCoreApplication.processEvents()
    assert [heard[0].split(" ")[0] for heard in drawing.heard] == ["Point"]


def test_a_shape_that_was_drawn_and_then_given_up_is_not_handed_on(canvas, drawing):
    look_at(canvas, "EPSG:27700")
    drawing.start(Shape.POINT)
    click(canvas, 200, 200)
    drawing.finish()
    drawing.start(Shape.POINT)
    QCoreApplication.processEvents()
    assert drawing.heard == []
    draw(canvas, (300, 300))
    assert len(drawing.heard) == 1


def test_a_project_without_a_crs_is_told_what_to_do(canvas, drawing):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(StreetWorksError, match="coordinate reference system") as caught:
        drawing.start(Shape.POINT)
    assert "CRS" in caught.value.advice
    assert not drawing.active


def test_a_project_that_is_closed_meanwhile(canvas, drawing):
    look_at(canvas, "EPSG:27700")
    drawing.start(Shape.LINE)
    click(canvas, 100, 100)
    QgsProject.instance().clear()
    drawing.finish()
    assert not drawing.active


def test_curves_and_heights_are_flattened():
    curve = QgsGeometry.fromWkt("CompoundCurveZ (CircularStringZ (0 0 1, 1 1 1, 2 0 1))")
    flat = plain(curve)
    assert flat.asWkt(3).startswith("LineString (")
    assert math.isclose(flat.length(), math.pi, rel_tol=1e-3)


def test_a_crs_of_ones_own_is_named_by_its_wkt():
    own = QgsCoordinateReferenceSystem.fromProj(
        "+proj=tmerc +lat_0=51 +lon_0=-1 +ellps=GRS80 +units=m"
    )
    assert name_of(own).startswith("PROJCRS[")
    assert name_of(QgsCoordinateReferenceSystem("EPSG:3857")) == "EPSG:3857"
