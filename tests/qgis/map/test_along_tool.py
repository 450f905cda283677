"""Two real clicks on a street's line, in several coordinate systems."""

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.libraries import load_libraries

load_libraries()

import shapely  # noqa: E402 - after the libraries
from street_works.plugin.extents import grid  # noqa: E402
from street_works.plugin.extents.along import Side  # noqa: E402
from street_works.plugin.map.along import AlongTool, Result, Way  # noqa: E402

SYSTEMS = ["EPSG:27700", "EPSG:3857", "EPSG:4326"]
HIGH_STREET = shapely.MultiLineString([[(450000, 200000), (450060, 200010), (450120, 200000)]])
SIDE_STREET = shapely.MultiLineString([[(450060, 200010), (450060, 200080)]])


@pytest.fixture
def canvas(qgis_app, qgis_new_project):
    made = QgsMapCanvas()
    made.resize(600, 450)
    made.show()  # only a canvas that is shown takes its size
    QCoreApplication.processEvents()
    yield made
    made.hide()
    made.deleteLater()


@pytest.fixture
def tool(canvas):
    made = AlongTool(canvas)
    made.heard, made.said, made.asked, made.wrong = [], [], [], []
    made.drawn.connect(lambda *what: made.heard.append(what))
    made.stopped.connect(lambda: made.heard.append("stopped"))
    made.told.connect(made.said.append)
    made.wanted.connect(lambda *place: made.asked.append(place))
    made.trouble.connect(made.wrong.append)
    yield made
    made.finish()


def look_at(canvas, crs):
    system = QgsCoordinateReferenceSystem(crs)
    QgsProject.instance().setCrs(system)
    canvas.setDestinationCrs(system)
    box = grid.from_national_grid(shapely.box(449990, 199950, 450130, 200090), crs).geometry
    canvas.setExtent(QgsRectangle(*box.bounds))


def pixel(canvas, crs, place):
    there = grid.from_national_grid(shapely.Point(place), crs).geometry
    at = canvas.getCoordinateTransform().transform(there.x, there.y)
    return QPoint(round(at.x()), round(at.y()))


def move(canvas, crs, place):
    none = Qt.MouseButton.NoButton
    at = pixel(canvas, crs, place)
    there = QPointF(canvas.viewport().mapToGlobal(at))
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), there, none, none, Qt.KeyboardModifier.NoModifier
    )
    QCoreApplication.sendEvent(canvas.viewport(), event)


def click(canvas, crs, place):
    move(canvas, crs, place)
    QTest.mouseClick(
        canvas.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        pixel(canvas, crs, place),
    )


@pytest.mark.parametrize("crs", SYSTEMS)
def test_two_clicks_on_the_chosen_street_give_the_line_between(canvas, tool, crs):
    look_at(canvas, crs)
    tool.start([Way(HIGH_STREET, "High Street")])
    click(canvas, crs, (450020, 200002))
    move(canvas, crs, (450080, 200010))
    assert "Along the street: " in tool.said[-1]
    click(canvas, crs, (450100, 200006))
    ((wkt, named, street),) = tool.heard
    assert (named, street) == ("EPSG:27700", "High Street")
    got = shapely.from_wkt(wkt)
    assert HIGH_STREET.buffer(1e-6).covers(got)
    assert (450060, 200010) in list(got.coords)
    metres = 140 / 450 * 1.5  # of one pixel and a half
    for end, clicked in ((0, (450020, 200002)), (-1, (450100, 200006))):
        asked = HIGH_STREET.interpolate(HIGH_STREET.geoms[0].project(shapely.Point(clicked)))
        nearest = shapely.Point(got.coords[end])
        assert nearest.distance(asked) < metres
    assert not tool.active
    assert tool.asked == []


@pytest.mark.parametrize(("side", "south"), [(Side.LEFT, False), (Side.RIGHT, True)])
def test_a_strip_lies_on_the_side_as_seen_from_the_first_click(canvas, tool, side, south):
    look_at(canvas, "EPSG:27700")
    tool.result = Result(side, 3.0)
    tool.start([Way(HIGH_STREET)])
    click(canvas, "EPSG:27700", (450010, 200001))
    click(canvas, "EPSG:27700", (450050, 200009))
    area = shapely.from_wkt(tool.heard[0][0])
    assert area.geom_type == "Polygon"
    assert area.is_valid
    assert area.area == pytest.approx(40.5 * 3, abs=5)
    x, y = area.centroid.coords[0]
    street_there = 200000 + (x - 450000) / 6
    assert (y < street_there) == south


def test_without_a_street_it_is_looked_up_at_the_first_click(canvas, tool):
    look_at(canvas, "EPSG:3857")
    tool.start([])
    click(canvas, "EPSG:3857", (450060, 200012))
    ((easting, northing),) = tool.asked
    assert (easting, northing) == pytest.approx((450060, 200012), abs=0.5)
    click(canvas, "EPSG:3857", (450060, 200050))  # the register has not answered yet
    assert tool.heard == []
    assert tool.waiting
    tool.offer([Way(HIGH_STREET, "High Street"), Way(SIDE_STREET, "Side Street")])
    click(canvas, "EPSG:3857", (450060, 200050))
    assert tool.heard[0][2] == "Side Street", "at a junction the second click decides"
    assert shapely.from_wkt(tool.heard[0][0]).length == pytest.approx(38, abs=1.5)


def test_a_chosen_street_that_is_elsewhere_is_not_used(canvas, tool):
    look_at(canvas, "EPSG:27700")
    tool.start([Way(SIDE_STREET, "Side Street")])
    click(canvas, "EPSG:27700", (450010, 200001))
    assert len(tool.asked) == 1


def test_no_street_there_is_told_and_another_place_may_be_clicked(canvas, tool):
    look_at(canvas, "EPSG:27700")
    tool.start([])
    click(canvas, "EPSG:27700", (450010, 200060))
    tool.offer([])
    assert "No street" in tool.wrong[0].message
    assert tool.active
    click(canvas, "EPSG:27700", (450010, 200001))
    assert len(tool.asked) == 2
    tool.give_up_place()
    click(canvas, "EPSG:27700", (450012, 200001))
    assert len(tool.asked) == 3


def test_the_same_place_twice_is_told_and_the_end_may_be_clicked_again(canvas, tool):
    look_at(canvas, "EPSG:27700")
    tool.start([Way(HIGH_STREET)])
    click(canvas, "EPSG:27700", (450010, 200001))
    click(canvas, "EPSG:27700", (450010, 200001))
    assert "one and the same" in tool.wrong[0].message
    click(canvas, "EPSG:27700", (450030, 200005))
    assert len(tool.heard) == 1


@pytest.mark.parametrize("clicks", [0, 1])
def test_escape_gives_up_and_leaves_no_mark(canvas, tool, clicks):
    look_at(canvas, "EPSG:27700")
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    before = set(canvas.scene().items())
    tool.start([Way(HIGH_STREET)])
    for _ in range(clicks):
        click(canvas, "EPSG:27700", (450010, 200001))
        move(canvas, "EPSG:27700", (450050, 200009))
        assert set(canvas.scene().items()) > before
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert tool.heard == ["stopped"]
    assert tool.said[-1] == ""
    assert canvas.mapTool() == pan
    assert set(canvas.scene().items()) == before
    canvas.unsetMapTool(pan)


def test_another_tool_or_crs_gives_up(canvas, tool):
    look_at(canvas, "EPSG:27700")
    tool.start([Way(HIGH_STREET)])
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    assert tool.heard == ["stopped"]
    assert canvas.mapTool() == pan
    tool.start([Way(HIGH_STREET)])
    look_at(canvas, "EPSG:4326")
    assert tool.heard == ["stopped", "stopped"]
    canvas.unsetMapTool(pan)


def test_a_project_without_a_crs_is_told_what_to_do(canvas, tool):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(StreetWorksError, match="coordinate reference system"):
        tool.start([Way(HIGH_STREET)])
    assert not tool.active
