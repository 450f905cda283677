"""Nothing is left out silently: collections are taken apart, and closed lines offer their area."""

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsVectorLayer
from street_works.plugin.libraries import load_libraries

load_libraries()  # before any room that uses shapely or pyproj

from street_works.plugin.desk import own_layers  # noqa: E402 - after load_libraries
from street_works.plugin.extents import Drawing, Limits, examine, mend  # noqa: E402
from street_works.plugin.map import take  # noqa: E402
from street_works.plugin.map.mixed import area_inside, by_kind  # noqa: E402
from street_works.plugin.trade.box import Box  # noqa: E402
from street_works.tests.qgis.map.test_take import make_layer  # noqa: E402

AREA = "Polygon ((530050 180300, 530060 180300, 530060 180310, 530050 180300))"
LINE = "LineString (530050 180300, 530060 180300)"
POINT = "Point (530050 180300)"
RING = "LineString (530050 180300, 530060 180300, 530060 180310, 530050 180310, 530050 180300)"
OPEN = "LineString (530050 180300, 530060 180300, 530060 180310, 530050 180310)"
GRID = "EPSG:27700"


@pytest.fixture(autouse=True)
def _qgis(qgis_app, qgis_new_project):
    """Everything here needs QGIS's providers."""


def kinds(offered):
    return [one.kind for one in offered]


def test_a_closed_polyline_of_a_drawing_offers_the_area_inside(shared):
    offered = take.from_file(str(shared("field/cases/f10_closed_polyline.dxf")))
    assert kinds(offered) == ["polygon", "line"]
    assert offered[0].size == "100.0 m²"
    assert examine(Drawing(*offered[0].taken())).submittable


@pytest.mark.parametrize(
    ("name", "left_out"),
    [("f11_collection_of_one_polygon.geojson", False), ("f11c_polygon_and_label_point.kml", True)],
)
def test_the_area_in_a_collection_is_offered(shared, name, left_out):
    offered = take.from_file(str(shared(f"field/cases/{name}")))
    assert kinds(offered) == (["polygon", "point"] if left_out else ["polygon"])
    area = offered[0].taken()
    assert examine(Drawing(*area)).submittable
    assert bool(area.notes) is left_out
    if left_out:
        assert "1 part(s) of other kinds were left out" in area.notes[0]


@pytest.mark.parametrize("suffix", ["geojson", "gpkg", "csv"])
def test_a_collection_in_a_file_of_any_kind_is_taken_apart(tmp_path, suffix):
    wkt = f"GEOMETRYCOLLECTION ({POINT}, {AREA}, {LINE})"
    path = tmp_path / f"mixed.{suffix}"
    if suffix == "csv":
        path.write_text(f'name;wkt\nhere;"{wkt}"\n', encoding="utf-8")
        drawn = take.from_file(str(path))[0].taken()
        step = mend(examine(Drawing(drawn.wkt, GRID)), "multi_part").examined
        assert step.extent.geometry.geom_type == "Polygon"
        return
    from osgeo import ogr, osr

    system = osr.SpatialReference()
    system.ImportFromEPSG(27700)
    driver = ogr.GetDriverByName({"geojson": "GeoJSON", "gpkg": "GPKG"}[suffix])
    source = driver.CreateDataSource(str(path))
    table = source.CreateLayer("mixed", system, ogr.wkbGeometryCollection)
    feature = ogr.Feature(table.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt.upper()))
    table.CreateFeature(feature)
    del feature, table, source
    offered = take.from_file(str(path))
    assert kinds(offered) == ["polygon", "line", "point"]
    assert all("2 part(s)" in one.notes[0] for one in offered)
    assert offered[0].crs == GRID


def test_of_a_selected_collection_the_area_is_taken_and_the_rest_told():
    wkt = f"GeometryCollection ({POINT}, {AREA})"
    taken = take.from_selection(make_layer(wkt, geometry="GeometryCollection"))
    assert QgsGeometry.fromWkt(taken.wkt).equals(QgsGeometry.fromWkt(AREA))
    assert taken.crs == GRID
    assert len(taken.notes) == 1


def test_a_layer_of_collections_can_be_checked_for_clashes():
    layer = make_layer(f"GeometryCollection ({POINT}, {AREA})", geometry="GeometryCollection")
    QgsProject.instance().addMapLayer(layer)
    assert own_layers.offered(QgsProject.instance()) == [layer]
    found = own_layers.near(layer, Box(530000, 180250, 530100, 180350), Limits())
    assert [one.shape.area for one in found.occupations] == [50.0]


def test_collections_with_heights_can_be_checked_for_clashes(shared):
    path = str(shared("field/cases/f11c_polygon_and_label_point.kml"))
    layer = QgsVectorLayer(path, "plot", "ogr")
    found = own_layers.near(layer, Box(529900, 180300, 530100, 180500), Limits())
    assert [round(one.shape.area) for one in found.occupations] == [58]


def test_a_table_without_shapes_is_still_not_offered_for_clashes():
    QgsProject.instance().addMapLayer(QgsVectorLayer("None?field=a:int", "table", "memory"))
    assert own_layers.offered(QgsProject.instance()) == []


@pytest.mark.parametrize("text", [RING, f"SRID=27700;{RING}", RING.replace("LineS", "LINES")])
def test_a_closed_line_of_the_clipboard_can_be_made_the_area_inside(text):
    examined = examine(Drawing(*take.from_text(text, GRID)))
    assert examined.submittable
    after = mend(examined, "closed_line").examined
    assert after.extent.geometry.geom_type == "Polygon"
    assert after.extent.area_m2 == 100.0


def test_a_bare_ring_can_be_made_the_area_inside():
    examined = examine(Drawing(*take.from_text(RING.replace("LineString", "LINEARRING"), GRID)))
    assert not examined.submittable
    assert mend(examined, "wrong_type").examined.extent.area_m2 == 100.0


@pytest.mark.parametrize("wkt", [OPEN, POINT, AREA, "LineString (1 1, 2 2, 1 1)", "Point EMPTY"])
def test_what_goes_round_nothing_has_no_area_inside(wkt):
    assert area_inside(QgsGeometry.fromWkt(wkt)).isNull()


def test_rings_of_one_shape_make_areas_together_if_all_are_closed():
    both = f"MultiLineString ({RING[11:]}, {RING[11:].replace('5300', '5301')})"
    assert area_inside(QgsGeometry.fromWkt(both)).area() == 200.0
    one_open = f"MultiLineString ({RING[11:]}, {OPEN[11:]})"
    assert area_inside(QgsGeometry.fromWkt(one_open)).isNull()


def test_collections_in_collections_are_taken_apart():
    deep = f"GeometryCollection (GeometryCollection ({AREA}, {POINT}), MultiPoint ((1 1)))"
    found = by_kind(QgsGeometry.fromWkt(deep))
    assert found[0].geometry.equals(QgsGeometry.fromWkt(AREA))
    assert by_kind(QgsGeometry()) == []
    assert by_kind(QgsGeometry.fromWkt("GeometryCollection EMPTY")) == []
