"""From the canvas to British National Grid and back: boxes, marks, the planner's extent."""

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
    QgsRectangle,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from shapely import LineString, Point, box
from street_works.plugin.compat import POINT_GEOMETRY
from street_works.plugin.errors import StreetWorksError
from street_works.plugin.map.draft_layer import DraftLayer
from street_works.plugin.map.highlight import FOUND, STREET, Highlight
from street_works.plugin.map.place import box_in_view, on_canvas, zoom_to
from street_works.plugin.trade.box import Box

HERE = QgsRectangle(451000, 206000, 451600, 206400)
SYSTEMS = ["EPSG:27700", "EPSG:3857", "EPSG:4326"]


@pytest.fixture
def canvas(qgis_canvas, qgis_new_project):
    qgis_canvas.resize(600, 400)
    return qgis_canvas


def look(canvas, crs, extent=HERE):
    system = QgsCoordinateReferenceSystem(crs)
    canvas.setDestinationCrs(system)
    there = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:27700"), system, QgsProject.instance()
    )
    canvas.setExtent(there.transformBoundingBox(extent))


def bands(canvas):
    return [item for item in canvas.scene().items() if isinstance(item, QgsRubberBand)]


@pytest.mark.parametrize("crs", SYSTEMS)
def test_the_view_as_a_box(canvas, crs):
    look(canvas, crs)
    seen = QgsRectangle(*box_in_view(canvas))
    assert seen.contains(HERE)
    assert seen.width() < 3 * HERE.width()
    assert all(float(side).is_integer() for side in box_in_view(canvas))


@pytest.mark.parametrize("crs", ["EPSG:3857", "EPSG:4326"])
def test_a_view_of_the_world_gives_great_britain(canvas, crs):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    canvas.setExtent(QgsCoordinateReferenceSystem(crs).bounds())
    if crs == "EPSG:3857":
        canvas.setExtent(QgsRectangle(-2e7, -2e7, 2e7, 2e7))
    seen = box_in_view(canvas)
    assert seen == Box(0, 0, 700000, 1300000)


@pytest.mark.parametrize("crs", SYSTEMS)
def test_a_view_of_elsewhere_is_told(canvas, crs):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem(crs))
    far = {"EPSG:4326": (100, -40, 101, -39)}.get(crs, (9e6, 9e6, 9.1e6, 9.1e6))
    canvas.setExtent(QgsRectangle(*far))
    with pytest.raises(StreetWorksError, match="Great Britain"):
        box_in_view(canvas)


def test_a_canvas_without_a_crs_is_told(canvas):
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(StreetWorksError, match="coordinate reference system"):
        box_in_view(canvas)
    with pytest.raises(StreetWorksError, match="coordinate reference system"):
        on_canvas(canvas, Point(1, 1))


@pytest.mark.parametrize("crs", SYSTEMS)
def test_zooming_brings_a_place_into_view(canvas, crs):
    look(canvas, crs)
    place = Point(430000, 390000)
    zoom_to(canvas, place)
    seen = QgsRectangle(*box_in_view(canvas, grown_by=0))
    assert seen.contains(QgsRectangle(429975, 389975, 430025, 390025))
    assert seen.width() < 1000


@pytest.mark.parametrize("crs", SYSTEMS)
def test_a_mark_is_where_the_place_is_and_goes_again(canvas, crs):
    look(canvas, crs)
    before = bands(canvas)
    highlight = Highlight(canvas)
    place = LineString([(451100, 206100), (451200, 206150)])
    highlight.show(place)
    highlight.show(place)
    (mark,) = [band for band in bands(canvas) if band not in before]
    wanted = on_canvas(canvas, place)
    assert mark.asGeometry().hausdorffDistance(wanted) < 1e-6
    highlight.remove()
    assert bands(canvas) == before
    assert not highlight.shown


def test_a_mark_follows_the_projects_crs(canvas):
    look(canvas, "EPSG:27700")
    highlight = Highlight(canvas)
    highlight.show(Point(451100, 206100))
    look(canvas, "EPSG:4326")
    (mark,) = bands(canvas)
    assert -2 < mark.asGeometry().centroid().asPoint().x() < -1
    highlight.remove()
    look(canvas, "EPSG:27700")
    assert bands(canvas) == []


@pytest.mark.parametrize(("mark", "least", "most"), [(FOUND, 1, 1), (STREET, 20, 200)])
def test_a_chosen_street_is_told_from_layers_of_streets_by_its_dots(qgis_app, mark, least, most):
    """Of those a protected one has a full line, a traffic-sensitive one dashes."""
    canvas, middle = QgsMapCanvas(), HERE.center().y()
    canvas.resize(600, 400)
    look(canvas, "EPSG:27700")
    highlight = Highlight(canvas, mark)
    highlight.show(LineString([(HERE.xMinimum(), middle), (HERE.xMaximum(), middle)]))
    picture = canvas.grab().toImage()
    highlight.remove()
    canvas.deleteLater()
    row = picture.height() // 2
    seen = [picture.pixelColor(x, row) == mark.colour for x in range(picture.width())]
    begun = sum(now and not before for before, now in zip([False, *seen], seen))
    assert least <= begun <= most


def test_zooming_to_a_mark(canvas):
    look(canvas, "EPSG:3857")
    highlight = Highlight(canvas)
    highlight.zoom_to(box(430000, 390000, 430100, 390100))
    assert QgsRectangle(*box_in_view(canvas, 0)).contains(
        QgsRectangle(430000, 390000, 430100, 390100)
    )
    highlight.clear()
    assert bands(canvas) == []
    highlight.show(Point())
    assert not highlight.shown
    highlight.remove()


@pytest.mark.parametrize("crs", SYSTEMS)
def test_pointing_out_what_is_in_view_leaves_the_map_where_it_is(canvas, crs):
    look(canvas, crs)
    before, highlight = canvas.extent(), Highlight(canvas)
    west, south, east, north = box_in_view(canvas, 0)
    middle = Point((west + east) / 2, (south + north) / 2)
    for small in (middle, box(*middle.buffer(0.1).bounds)):
        highlight.point_out(small)
        assert canvas.extent() == before
        (mark,) = bands(canvas)
        assert mark.asGeometry().type() == POINT_GEOMETRY  # it is seen, however small it is
    large = box(*middle.buffer((north - south) / 2.1).bounds)
    highlight.point_out(large)
    assert canvas.extent() == before
    (mark,) = bands(canvas)
    assert mark.asGeometry().hausdorffDistance(on_canvas(canvas, large)) < 1e-6
    highlight.point_out(Point(430000, 390000))
    assert QgsRectangle(*box_in_view(canvas, 0)).contains(
        QgsRectangle(429990, 389990, 430010, 390010)
    )
    highlight.remove()


def test_the_extent_is_one_layer_at_the_top(qgis_app, qgis_new_project):
    project = QgsProject.instance()
    draft = DraftLayer(project)
    draft.show(Point(1, 1))
    draft.show(box(0, 0, 10, 10))
    draft.show(box(0, 0, 20, 10))
    (layer,) = project.mapLayers().values()
    assert layer.featureCount() == 1
    assert next(layer.getFeatures()).geometry().area() == 200
    assert layer.crs().authid() == "EPSG:27700"
    assert project.layerTreeRoot().children()[0].name() == "Street Works"
    project.removeMapLayer(layer.id())
    assert draft.layer is None
    draft.show(LineString([(0, 0), (5, 5)]))
    draft.clear()
    assert project.mapLayers() == {}
    assert project.layerTreeRoot().children() == []
    draft.clear()
